//! Points by bands: 30%以上得20分.

use serde::{Deserialize, Serialize};

use crate::case::Case;
use crate::policy::bands::Band;
use crate::policy::measure::Measure;
use crate::policy::number::Number;
use crate::policy::working::{Steps, Working};
use crate::span::Span;
use crate::verdict::Verdict;

/// What the band is worth that a number falls into; 0 where it falls into none, as a share of nothing
/// does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Points {
    /// The number.
    pub of: Measure,
    /// The bands, ascending, without gap or overlap; the price of a band is what it gives.
    pub bands: Vec<Band>,
}

impl Points {
    /// The points, and how they followed, where that is asked for.
    pub(crate) fn reckon<'a>(&'a self, case: &Case, how: Option<&mut Steps<'a>>) -> Span {
        let mut working = how.is_some().then(|| Box::new(Working::not_yet(&self.of)));
        let of = self.of.find(case, working.as_deref_mut());
        let bands: Vec<_> = (0..self.bands.len())
            .filter(|band| falls_into(&self.bands[*band], &of) != Verdict::No)
            .collect();
        let gives = bands
            .iter()
            .map(|band| Span::exactly(self.bands[*band].price.value));
        let nothing = of.may_be_none().then_some(Span::ZERO);
        let span = gives.chain(nothing).reduce(Span::hull);
        if let (Some(how), Some(working)) = (how, working) {
            *how = Steps::Points(working, bands);
        }
        span.unwrap_or(Span::ZERO)
    }
}

/// Whether a number falls into a band.
fn falls_into(band: &Band, of: &Number) -> Verdict {
    let ends = band.from.iter().chain(&band.to);
    ends.fold(Verdict::Yes, |verdict, (bound, limit)| {
        verdict.and(of.keeps_to(*bound, limit.value))
    })
}
