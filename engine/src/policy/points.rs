//! Points by bands: 30%以上得20分.

use serde::{Deserialize, Serialize};

use crate::case::Case;
use crate::policy::bands::Band;
use crate::policy::measure::Measure;
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
    pub(crate) fn evaluate<'a>(&'a self, case: &Case) -> (Span, Steps<'a>) {
        let of = self.of.evaluate(case);
        let bands: Vec<_> = (0..self.bands.len())
            .filter(|band| falls_into(&self.bands[*band], &of) != Verdict::No)
            .collect();
        let gives = bands
            .iter()
            .map(|band| Span::exactly(self.bands[*band].price.value));
        let nothing = of.may_be_none().then_some(Span::ZERO);
        let span = gives.chain(nothing).reduce(Span::hull);
        let span = span.unwrap_or(Span::ZERO);
        (span, Steps::Points(Box::new(of), bands))
    }
}

/// Whether a number falls into a band.
fn falls_into(band: &Band, of: &Working) -> Verdict {
    let ends = band.from.iter().chain(&band.to);
    ends.fold(Verdict::Yes, |verdict, (bound, limit)| {
        verdict.and(of.keeps_to(*bound, limit.value))
    })
}
