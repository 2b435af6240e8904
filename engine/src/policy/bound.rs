//! Bounds in words: there is no `>=` to get wrong.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::case::Case;
use crate::quantity::Quantity;
use crate::span::Span;
use crate::verdict::Verdict;

/// How a value is held against a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Bound {
    /// 不低于、达到: the limit itself is in.
    AtLeast,
    /// 超过: the limit itself is out.
    Over,
    /// 不超过: the limit itself is in.
    AtMost,
    /// 不满: the limit itself is out.
    Below,
}

impl Bound {
    /// Whether a value within `span` keeps to `limit`.
    pub fn holds(self, span: Span, limit: Span) -> Verdict {
        match self {
            Bound::AtLeast => span.at_least(limit),
            Bound::Below => !span.at_least(limit),
            Bound::AtMost => limit.at_least(span),
            Bound::Over => !limit.at_least(span),
        }
    }

    /// The bound that begins exactly where this one ends.
    pub fn complement(self) -> Bound {
        match self {
            Bound::AtLeast => Bound::Below,
            Bound::Below => Bound::AtLeast,
            Bound::Over => Bound::AtMost,
            Bound::AtMost => Bound::Over,
        }
    }

    /// Whether the bound limits from below (不低于、超过).
    pub fn is_lower(self) -> bool {
        matches!(self, Bound::AtLeast | Bound::Over)
    }
}

/// What a value is held against.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Limit {
    /// A figure of the document.
    Figure(Quantity),
    /// A calendar year: 0 is the year of the assessment, -1 the one before.
    Year(i8),
}

impl Limit {
    /// The limit's value in base units.
    pub fn value(&self, case: &Case) -> Decimal {
        match self {
            Limit::Figure(figure) => figure.value,
            Limit::Year(offset) => Decimal::from(case.year + i16::from(*offset)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_decimal::dec;

    #[test]
    fn each_word_at_its_limit() {
        let limit = Span::exactly(dec!(2500));
        for (bound, below, at, above) in [
            (Bound::AtLeast, false, true, true),
            (Bound::Over, false, false, true),
            (Bound::AtMost, true, true, false),
            (Bound::Below, true, false, false),
        ] {
            for (value, expected) in [(2499, below), (2500, at), (2501, above)] {
                let span = Span::exactly(value.into());
                assert_eq!(
                    bound.holds(span, limit),
                    expected.into(),
                    "{bound:?} {value}"
                );
                assert_eq!(bound.complement().holds(span, limit), (!expected).into());
            }
        }
    }

    #[test]
    fn an_open_span_is_unknown() {
        let open = Span::from_up(dec!(0));
        assert_eq!(Bound::Over.holds(open, Span::ZERO), Verdict::Unknown);
        assert_eq!(Bound::AtLeast.holds(open, Span::ZERO), Verdict::Yes);
    }
}
