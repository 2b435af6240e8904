//! Average growth over years, held against a limit without dividing or taking roots.

use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Serialize};

use crate::exact;
use crate::policy::bound::Bound;
use crate::policy::measure::Measure;
use crate::span::Span;
use crate::verdict::Verdict;

/// How fast three yearly numbers grow on average.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Growth {
    /// The numbers, the earliest first, none negative: of three years, or for 复合增长率, where the
    /// middle one cancels out, of the first and the last.
    pub of: Vec<Measure>,
    /// How the two rates of growth are averaged.
    pub mean: Mean,
}

/// How rates of growth are averaged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Mean {
    /// ½ × (第二年 ÷ 第一年 ＋ 第三年 ÷ 第二年) − 1.
    Arithmetic,
    /// 复合增长率: the same rate in each year.
    Compound,
}

impl Mean {
    /// Whether the average growth of three spans keeps to a limit.
    ///
    /// Arithmetic: b² + a·c against 2·(1 + limit)·a·b; compound: c against (1 + limit)²·a. Growth
    /// from nothing is none: both earlier numbers must be over 0.
    pub(crate) fn keeps_to(self, bound: Bound, limit: Decimal, years: [Span; 3]) -> Verdict {
        let [a, b, c] = years;
        let some = |span: Span| !Span::ZERO.at_least(span);
        let Some(factor) = exact::add(Decimal::ONE, limit) else {
            return Verdict::Unknown;
        };
        let factor = Span::exactly(factor);
        match self {
            Mean::Arithmetic => {
                let left = b.times(b).plus(a.times(c));
                let twice = Span::exactly(Decimal::TWO);
                let right = twice.times(factor).times(a.times(b));
                some(a).and(some(b)).and(bound.holds(left, right))
            }
            Mean::Compound => some(a).and(bound.holds(c, factor.times(factor).times(a))),
        }
    }

    /// The average growth as a share, for display; `None` where it is not known or does not exist.
    pub(crate) fn shown(self, years: [Span; 3]) -> Option<Decimal> {
        const PLACES: u32 = 6;
        let [a, b, c] = years.map(Span::exact);
        let (a, b, c) = (a?, b?, c?);
        let rate = match self {
            Mean::Arithmetic => {
                let sum = b.checked_div(a)?.checked_add(c.checked_div(b)?)?;
                sum.checked_div(Decimal::TWO)?
            }
            Mean::Compound => root(c.checked_div(a)?)?,
        };
        let rate = rate.checked_sub(Decimal::ONE)?;
        Some(rate.round_dp_with_strategy(PLACES, RoundingStrategy::MidpointAwayFromZero))
    }
}

/// The spans of three years; where only the first and the last count, the last stands twice.
pub(crate) fn three(years: &[Span]) -> [Span; 3] {
    let last = years.len() - 1;
    std::array::from_fn(|year| years[year.min(last)])
}

/// A square root by Newton's steps; for display.
fn root(of: Decimal) -> Option<Decimal> {
    if of.is_zero() {
        return Some(of);
    }
    let mut guess = of.max(Decimal::ONE);
    for _ in 0..200 {
        let next = of
            .checked_div(guess)?
            .checked_add(guess)?
            .checked_div(Decimal::TWO)?;
        if next == guess {
            break;
        }
        guess = next;
    }
    Some(guess)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_decimal::dec;

    fn years(a: Decimal, b: Decimal, c: Decimal) -> [Span; 3] {
        [a, b, c].map(Span::exactly)
    }

    #[test]
    fn growth_is_held_against_its_limit_exactly() {
        // 10% and 0% are 5% on average; compounded only 4.88%.
        let numbers = years(dec!(100), dec!(110), dec!(110));
        let keeps = |mean: Mean, bound| mean.keeps_to(bound, dec!(0.05), numbers);
        assert_eq!(keeps(Mean::Arithmetic, Bound::AtLeast), Verdict::Yes);
        assert_eq!(keeps(Mean::Arithmetic, Bound::Over), Verdict::No);
        assert_eq!(keeps(Mean::Compound, Bound::AtLeast), Verdict::No);
        let compound = years(dec!(100), dec!(1), dec!(110.25));
        assert_eq!(
            Mean::Compound.keeps_to(Bound::AtLeast, dec!(0.05), compound),
            Verdict::Yes
        );
        assert_eq!(Mean::Arithmetic.shown(numbers), Some(dec!(0.05)));
        assert_eq!(Mean::Compound.shown(compound), Some(dec!(0.05)));
    }

    #[test]
    fn there_is_no_growth_from_nothing() {
        let numbers = years(dec!(0), dec!(1), dec!(2));
        for mean in [Mean::Arithmetic, Mean::Compound] {
            assert_eq!(
                mean.keeps_to(Bound::AtLeast, dec!(0.05), numbers),
                Verdict::No
            );
            assert_eq!(mean.shown(numbers), None);
        }
    }

    #[test]
    fn an_open_year_leaves_the_growth_open() {
        let [a, b, _] = years(dec!(100), dec!(110), dec!(0));
        let open = [a, b, Span::from_up(dec!(0))];
        assert_eq!(
            Mean::Compound.keeps_to(Bound::AtLeast, dec!(0.05), open),
            Verdict::Unknown
        );
    }
}
