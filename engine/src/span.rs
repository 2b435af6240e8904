//! Spans: every quantity as the range that partial answers leave open.

use rust_decimal::Decimal;

use crate::exact;
use crate::verdict::Verdict;

/// A closed range of values; `high` is `None` where nothing bounds it.
///
/// Where exact arithmetic runs out of digits, a bound gives way outwards, so a span stays true.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The least value, in base units.
    pub low: Decimal,
    /// The greatest value, in base units; `None` if open.
    pub high: Option<Decimal>,
}

impl Span {
    /// Nothing: exactly 0.
    pub const ZERO: Span = Span::exactly(Decimal::ZERO);

    /// Not known at all: anything, or nothing.
    pub const ANY: Span = Span {
        low: Decimal::MIN,
        high: None,
    };

    /// One known value.
    pub const fn exactly(value: Decimal) -> Span {
        Span {
            low: value,
            high: Some(value),
        }
    }

    /// At least `low`, with no upper bound.
    pub const fn from_up(low: Decimal) -> Span {
        Span { low, high: None }
    }

    /// Anything from 0 to `high`.
    pub const fn up_to(high: Option<Decimal>) -> Span {
        Span {
            low: Decimal::ZERO,
            high,
        }
    }

    /// The value, where it is known exactly.
    pub fn exact(self) -> Option<Decimal> {
        self.high.filter(|high| *high == self.low)
    }

    /// The sum of two spans.
    pub fn plus(self, other: Span) -> Span {
        let (low, high) = self.bounds(other, exact::add);
        Span {
            low: low.unwrap_or_else(|| far(self.low.min(other.low))),
            high,
        }
    }

    /// One span less another; it may be negative.
    pub fn minus(self, other: Span) -> Span {
        let low = other.high.and_then(|high| exact::add(self.low, -high));
        let high = self.high.and_then(|high| exact::add(high, -other.low));
        Span {
            low: low.unwrap_or(Decimal::MIN),
            high,
        }
    }

    /// The product of two spans of values that are not negative.
    ///
    /// 0 times an open span is 0: no hours flown at an unknown price pay nothing.
    pub fn times(self, other: Span) -> Span {
        debug_assert!(!self.low.is_sign_negative() && !other.low.is_sign_negative());
        if self == Span::ZERO || other == Span::ZERO {
            return Span::ZERO;
        }
        let (low, high) = self.bounds(other, exact::mul);
        Span {
            low: low.unwrap_or(Decimal::MAX),
            high,
        }
    }

    /// What a function gives of both low bounds, and of both high ones: the same where both are exact.
    fn bounds(
        self,
        other: Span,
        of: impl Fn(Decimal, Decimal) -> Option<Decimal>,
    ) -> (Option<Decimal>, Option<Decimal>) {
        let low = of(self.low, other.low);
        let high = if self.exact().is_some() && other.exact().is_some() {
            low
        } else {
            both(self.high, other.high).and_then(|(a, b)| of(a, b))
        };
        (low, high)
    }

    /// The part above `threshold`, 0 where there is none.
    pub fn above(self, threshold: Decimal) -> Span {
        self.map(|value| {
            if value <= threshold {
                return Some(Decimal::ZERO);
            }
            exact::add(value, -threshold)
        })
    }

    /// The span held down to `cap` (封顶).
    pub fn capped(self, cap: Decimal) -> Span {
        Span {
            low: self.low.min(cap),
            high: Some(self.high.map_or(cap, |high| high.min(cap))),
        }
    }

    /// Each bound through a function that never decreases.
    pub fn map(self, f: impl Fn(Decimal) -> Option<Decimal>) -> Span {
        Span {
            low: f(self.low).unwrap_or_else(|| far(self.low)),
            high: self.high.and_then(f),
        }
    }

    /// The greater of two values.
    pub fn greater(self, other: Span) -> Span {
        Span {
            low: self.low.max(other.low),
            high: both(self.high, other.high).map(|(a, b)| a.max(b)),
        }
    }

    /// The lesser of two values.
    pub fn lesser(self, other: Span) -> Span {
        Span {
            low: self.low.min(other.low),
            high: match (self.high, other.high) {
                (Some(a), Some(b)) => Some(a.min(b)),
                (a, b) => a.or(b),
            },
        }
    }

    /// The least span that holds both.
    pub fn hull(self, other: Span) -> Span {
        Span {
            low: self.low.min(other.low),
            high: both(self.high, other.high).map(|(a, b)| a.max(b)),
        }
    }

    /// What is certain of an amount whose condition is `verdict`: low is 0 while unknown.
    pub fn given(self, verdict: Verdict) -> Span {
        match verdict {
            Verdict::Yes => self,
            Verdict::Unknown => Span::up_to(self.high),
            Verdict::No => Span::ZERO,
        }
    }

    /// Whether every value of `other` lies within.
    pub fn holds(self, other: Span) -> bool {
        self.low <= other.low
            && match (self.high, other.high) {
                (None, _) => true,
                (Some(_), None) => false,
                (Some(a), Some(b)) => b <= a,
            }
    }

    /// Whether every value is at least `other`'s, none is, or the spans do not tell.
    pub fn at_least(self, other: Span) -> Verdict {
        if other.high.is_some_and(|limit| self.low >= limit) {
            Verdict::Yes
        } else if self.high.is_some_and(|high| high < other.low) {
            Verdict::No
        } else {
            Verdict::Unknown
        }
    }
}

/// The bound that a low one gives way to where arithmetic runs out of digits: for a negative one
/// the least there is.
fn far(low: Decimal) -> Decimal {
    if low.is_sign_negative() {
        Decimal::MIN
    } else {
        Decimal::MAX
    }
}

fn both(a: Option<Decimal>, b: Option<Decimal>) -> Option<(Decimal, Decimal)> {
    a.zip(b)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_decimal::dec;

    fn span(low: Decimal, high: Decimal) -> Span {
        Span {
            low,
            high: Some(high),
        }
    }

    #[test]
    fn sums_products_and_caps() {
        let a = span(dec!(75000), dec!(450000));
        assert_eq!(
            a.plus(Span::exactly(dec!(400000))),
            span(dec!(475000), dec!(850000))
        );
        assert_eq!(a.times(Span::from_up(dec!(2))), Span::from_up(dec!(150000)));
        assert_eq!(Span::ZERO.times(Span::from_up(dec!(2))), Span::ZERO);
        assert_eq!(
            Span::from_up(dec!(1)).capped(dec!(5)),
            span(dec!(1), dec!(5))
        );
        assert_eq!(
            span(dec!(90), dec!(120)).above(dec!(100)),
            span(dec!(0), dec!(20))
        );
        assert_eq!(
            span(dec!(1), dec!(2)).hull(Span::from_up(dec!(0))),
            Span::from_up(dec!(0))
        );
    }

    #[test]
    fn differences_may_be_negative() {
        let (a, b) = (span(dec!(10), dec!(20)), span(dec!(5), dec!(30)));
        assert_eq!(a.minus(b), span(dec!(-20), dec!(15)));
        assert_eq!(a.minus(b).above(dec!(0)), span(dec!(0), dec!(15)));
        let open = a.minus(Span::from_up(dec!(5)));
        assert_eq!((open.low, open.high), (Decimal::MIN, Some(dec!(15))));
        assert!(open.plus(a).low < dec!(-1000000));
        assert_eq!(open.above(dec!(0)), span(dec!(0), dec!(15)));
        assert_eq!(open.minus(a).low, Decimal::MIN);
    }

    #[test]
    fn a_bound_that_overflows_gives_way_outwards() {
        let huge = Span::exactly(Decimal::MAX);
        assert_eq!(huge.plus(huge), Span::from_up(Decimal::MAX));
        assert_eq!(huge.times(huge), Span::from_up(Decimal::MAX));
    }

    #[test]
    fn comparing_says_unknown_where_spans_overlap() {
        let limit = Span::exactly(dec!(100));
        assert_eq!(span(dec!(100), dec!(100)).at_least(limit), Verdict::Yes);
        assert_eq!(span(dec!(99.8), dec!(99.9)).at_least(limit), Verdict::No);
        assert_eq!(
            span(dec!(99.9), dec!(100)).at_least(limit),
            Verdict::Unknown
        );
        assert_eq!(Span::from_up(dec!(0)).at_least(limit), Verdict::Unknown);
        assert_eq!(
            Span::from_up(dec!(0)).at_least(Span::from_up(dec!(0))),
            Verdict::Unknown
        );
    }

    #[test]
    fn low_is_zero_while_the_condition_is_unknown() {
        let amount = span(dec!(5), dec!(9));
        assert_eq!(amount.given(Verdict::Unknown), span(dec!(0), dec!(9)));
        assert_eq!(amount.given(Verdict::No), Span::ZERO);
        assert!(amount.given(Verdict::Unknown).holds(amount));
        assert!(!amount.holds(Span::from_up(dec!(5))));
    }
}
