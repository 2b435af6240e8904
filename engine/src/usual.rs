//! What is usual for a number, so that a slip by ten thousand is asked back.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::exact;
use crate::unit;

/// The span in which nearly every enterprise has its number; what lies outside counts all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Usual {
    /// The least that is usual, in base units.
    pub least: Decimal,
    /// The most that is usual, in base units.
    pub most: Decimal,
}

/// Units that are taken for one another, both ways.
const MISTAKEN: [(&str, &str); 2] = [("元", "万元"), ("吨", "公斤")];

impl Usual {
    /// Whether a value is worth a question. Nothing (0) is usual of anything, and a loss is as large
    /// as its sum.
    pub fn is_odd(self, value: Decimal) -> bool {
        !value.is_zero() && !self.holds(value)
    }

    fn holds(self, value: Decimal) -> bool {
        (self.least..=self.most).contains(&value.abs())
    }

    /// What was probably meant where an odd value was typed in the unit `typed`: the same number in a
    /// unit that is often taken for it, if that is usual or not far from it. The number, and its unit.
    pub fn meant(self, value: Decimal, typed: &str) -> Option<(Decimal, &'static str)> {
        let pairs = MISTAKEN.into_iter();
        let mut both = pairs.flat_map(|(a, b)| [(a, b), (b, a)]);
        let (_, meant) = both.find(|(of, _)| *of == typed)?;
        let ((_, from), (_, to)) = (unit::written(typed)?, unit::written(meant)?);
        let number = exact::shift(value, -from)?;
        let instead = exact::shift(number, to)?;
        // An odd value must not be the reason not to ask for a better one.
        let near = [-1, 0, 1].map(|power| exact::shift(instead, power));
        let near = near.into_iter().flatten().any(|near| self.holds(near));
        near.then_some((number, meant))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_decimal::dec;

    const REVENUE: Usual = Usual {
        least: dec!(100000),
        most: dec!(100000000000),
    };

    #[test]
    fn what_is_usual_is_not_asked_back() {
        for value in [dec!(0), dec!(100000), dec!(-100000), dec!(100000000000)] {
            assert!(!REVENUE.is_odd(value), "{value}");
        }
        for value in [dec!(0.01), dec!(3), dec!(-99999), dec!(100000000000.01)] {
            assert!(REVENUE.is_odd(value), "{value}");
        }
    }

    #[test]
    fn the_same_number_in_another_unit_may_have_been_meant() {
        assert_eq!(REVENUE.meant(dec!(3000), "元"), Some((dec!(3000), "万元")));
        assert_eq!(REVENUE.meant(dec!(-50), "元"), Some((dec!(-50), "万元")));
        let much = dec!(5000000000000);
        assert_eq!(REVENUE.meant(much, "万元"), Some((dec!(500000000), "元")));
        assert_eq!(REVENUE.meant(much, "元"), None);
        // 3万元 is not usual either, but nearer.
        assert_eq!(REVENUE.meant(dec!(3), "元"), Some((dec!(3), "万元")));
        assert_eq!(REVENUE.meant(dec!(0.3), "元"), None);
        assert_eq!(REVENUE.meant(dec!(30000), "万元"), None);
        assert_eq!(REVENUE.meant(dec!(3), "小时"), None);
        let mass = Usual {
            least: dec!(0.1),
            most: dec!(50),
        };
        assert_eq!(mass.meant(dec!(800), "吨"), Some((dec!(800), "公斤")));
        assert_eq!(mass.meant(dec!(0.0015), "公斤"), Some((dec!(1.5), "吨")));
    }
}
