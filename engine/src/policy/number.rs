//! Numbers as they are held against limits: neither a share nor a growth is divided out for that.

use rust_decimal::{Decimal, RoundingStrategy};

use crate::policy::bound::Bound;
use crate::policy::growth::{Mean, three};
use crate::span::Span;
use crate::verdict::Verdict;

/// What a measure comes to.
pub(crate) enum Number {
    /// A value.
    Plain(Span),
    /// A share.
    Share { of: Span, to: Span },
    /// How fast yearly values grow on average.
    Growth(Mean, Vec<Span>),
    /// One of these, by a choice that is not known.
    OneOf(Vec<Number>),
}

impl Number {
    /// The value; of shares and growth as it is shown.
    pub(crate) fn span(&self) -> Span {
        match self {
            Number::Plain(span) => *span,
            Number::Share { of, to } => ratio(*of, *to),
            Number::Growth(mean, years) => {
                let shown = mean.shown(three(years));
                shown.map_or(Span::ANY, Span::exactly)
            }
            Number::OneOf(numbers) => {
                let spans = numbers.iter().map(Number::span);
                spans.reduce(Span::hull).unwrap_or(Span::ZERO)
            }
        }
    }

    /// Whether the number keeps to a limit.
    ///
    /// A share is compared by multiplying: a / b ≥ 3% where b > 0 and a ≥ 3% × b.
    pub(crate) fn keeps_to(&self, bound: Bound, limit: Decimal) -> Verdict {
        let value = Span::exactly(limit);
        match self {
            Number::Plain(span) => bound.holds(*span, value),
            Number::Share { of, to } => {
                let exists = !Span::ZERO.at_least(*to);
                // Nothing is no share of anything, however little is known of it.
                let nothing = of.exact().is_some_and(|of| of.is_zero());
                if nothing && bound == Bound::AtLeast && value.low > Decimal::ZERO {
                    return Verdict::No;
                }
                exists.and(bound.holds(*of, to.times(value)))
            }
            Number::Growth(mean, years) => mean.keeps_to(bound, limit, three(years)),
            Number::OneOf(numbers) => {
                let kept = numbers.iter().map(|number| number.keeps_to(bound, limit));
                Verdict::whichever(kept)
            }
        }
    }

    /// Whether there may be no such number: a share of nothing, growth from nothing.
    pub(crate) fn may_be_none(&self) -> bool {
        let maybe_zero = |of: &Span| Span::ZERO.at_least(*of) != Verdict::No;
        match self {
            Number::Plain(_) => false,
            Number::Share { to, .. } => maybe_zero(to),
            Number::Growth(_, years) => years[..years.len() - 1].iter().any(maybe_zero),
            Number::OneOf(numbers) => numbers.iter().any(Number::may_be_none),
        }
    }
}

/// A share as a span, rounded outwards to six decimals; for display, not for comparing.
fn ratio(of: Span, to: Span) -> Span {
    const PLACES: u32 = 6;
    let round = |value: Option<Decimal>, strategy| {
        value.map(|value| value.round_dp_with_strategy(PLACES, strategy))
    };
    let low = to.high.filter(|to| !to.is_zero());
    let low = low.and_then(|to| of.low.checked_div(to));
    let high = of.high.filter(|_| !to.low.is_zero());
    let high = high.and_then(|of| of.checked_div(to.low));
    Span {
        low: round(low, RoundingStrategy::ToZero).unwrap_or_default(),
        high: round(high, RoundingStrategy::AwayFromZero),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_decimal::dec;

    #[test]
    fn a_share_is_shown_rounded_outwards() {
        let third = ratio(Span::exactly(dec!(1)), Span::exactly(dec!(3)));
        assert_eq!(
            (third.low, third.high),
            (dec!(0.333333), Some(dec!(0.333334)))
        );
        assert_eq!(
            ratio(Span::exactly(dec!(1)), Span::ZERO),
            Span::from_up(dec!(0))
        );
    }
}
