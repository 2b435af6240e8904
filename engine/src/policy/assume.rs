//! What a program's own conditions say of facts that are not known.
//!
//! If the program is to be had at all, each of its conditions holds: so an unknown fact lies within
//! the limits that they set. Under these assumptions an amount is narrower, and conditions that
//! cannot hold together are found out.

use crate::case::{Assumed, Case, Source};
use crate::policy::bound::Bound;
use crate::policy::condition::{Condition, Test};
use crate::policy::measure::Measure;
use crate::span::Span;
use crate::verdict::Verdict;

/// The limits that conditions which must all hold set to facts that are not known.
pub fn assumptions<'a>(
    case: &Case,
    conditions: impl IntoIterator<Item = &'a Condition>,
) -> Assumed {
    let mut assumed = Assumed::default();
    for condition in conditions {
        collect(case, condition, &mut assumed);
    }
    assumed
}

fn collect(case: &Case, condition: &Condition, assumed: &mut Assumed) {
    match &condition.test {
        Test::All(parts) => {
            for part in parts {
                collect(case, part, assumed);
            }
        }
        // Where all but one have failed, the last must hold.
        Test::Any(parts) => {
            let left = |part: &&Condition| part.evaluate(case).verdict != Verdict::No;
            let mut left = parts.iter().filter(left);
            if let (Some(last), None) = (left.next(), left.next()) {
                collect(case, last, assumed);
            }
        }
        Test::Compare(measure @ Measure::Value(source @ Source::Fact(_)), limits) => {
            let (place, known) = case.look_up(*source);
            if known.is_some() {
                return;
            }
            let open = measure.evaluate(case).span;
            let narrowed = limits.iter().fold(open, |span, (bound, limit)| {
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
