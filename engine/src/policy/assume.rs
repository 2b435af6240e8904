//! What a program's own conditions say of facts that are not known.
//!
//! If the program is to be had at all, each of its conditions holds: so an unknown fact lies within
//! the limits that they set. Under these assumptions an amount is narrower, and conditions that
//! cannot hold together are found out.

use crate::case::{Assumed, Case};
use crate::policy::bound::Bound;
use crate::policy::condition::{Finding, Grounds, Test};
use crate::policy::measure::Measure;
use crate::policy::working::Steps;
use crate::span::Span;
use crate::verdict::Verdict;

/// The limits that conditions which must all hold set to facts that are not known, by what was found
/// of them in a case.
pub fn assumptions<'f, 'a: 'f>(
    case: &Case,
    findings: impl IntoIterator<Item = &'f Finding<'a>>,
) -> Assumed {
    let mut assumed = Assumed::default();
    for finding in findings {
        collect(case, finding, &mut assumed);
    }
    assumed
}

fn collect(case: &Case, finding: &Finding, assumed: &mut Assumed) {
    match (&finding.of.test, &finding.grounds) {
        (Test::All(_), Grounds::Parts(parts)) => {
            for part in parts {
                collect(case, part, assumed);
            }
        }
        // Where all but one have failed, the last must hold.
        (Test::Any(_), Grounds::Parts(parts)) => {
            let mut left = parts.iter().filter(|part| part.verdict != Verdict::No);
            if let (Some(last), None) = (left.next(), left.next()) {
                collect(case, last, assumed);
            }
        }
        (Test::Compare(_, limits), Grounds::Number(working, _)) => {
            let (Measure::Value(_), Steps::Value(place)) = (working.of, &working.steps) else {
                return;
            };
            if place.cell.is_some() || case.answers.known(place.ask).is_some() {
                return;
            }
            let narrowed = limits.iter().fold(working.span, |span, (bound, limit)| {
                let limit = limit.value(case);
                match bound {
                    Bound::AtLeast | Bound::Over => Span {
                        low: span.low.max(limit),
                        ..span
                    },
                    Bound::AtMost | Bound::Below => span.capped(limit),
                }
            });
            assumed.narrow(place.ask, narrowed);
        }
        _ => {}
    }
}
