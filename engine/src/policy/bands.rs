//! Rows priced by band: 500元/小时 up to 1吨, 2000元/小时 above.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::case::{Case, FactRef, Source, keep};
use crate::exact;
use crate::fact::{ColumnId, Value};
use crate::policy::bound::Bound;
use crate::policy::condition::{Condition, Finding, counts};
use crate::policy::working::Steps;
use crate::quantity::Quantity;
use crate::span::Span;
use crate::verdict::Verdict;

/// A sum over rows, each row's quantity at the price of the band it falls into.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Banded {
    /// The list of rows.
    pub rows: FactRef,
    /// The column that chooses the band.
    pub by: ColumnId,
    /// The column that is paid for.
    pub of: ColumnId,
    /// The bands, ascending, without gap or overlap.
    pub bands: Vec<Band>,
    /// Only what lies beyond this total over all rows is paid. Which rows the unpaid part comes from
    /// is open, so the sum is a range.
    pub beyond: Option<Quantity>,
    /// Which rows are paid; all where absent.
    pub only: Option<Box<Condition>>,
}

/// A range of values and the price there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Band {
    /// The lower end; absent for the first band.
    pub from: Option<(Bound, Quantity)>,
    /// The upper end; absent for the last band.
    pub to: Option<(Bound, Quantity)>,
    /// The price of one unit.
    pub price: Quantity,
}

impl Band {
    /// Whether a value within `span` falls into the band.
    pub fn holds(&self, span: Span) -> Verdict {
        let ends = self.from.iter().chain(&self.to);
        ends.fold(Verdict::Yes, |verdict, (bound, limit)| {
            verdict.and(bound.holds(span, Span::exactly(limit.value)))
        })
    }
}

/// What one row is paid.
#[derive(Clone, Debug, PartialEq)]
pub struct BandedRow<'a> {
    /// Whether the row is paid, where not every row is.
    pub counts: Option<Finding<'a>>,
    /// The value that chooses the band.
    pub by: Span,
    /// The quantity.
    pub of: Span,
    /// The quantity, as far as the row is paid.
    pub paid_for: Span,
    /// The bands that the row may fall into, as indices.
    pub bands: Vec<usize>,
    /// The price of one unit.
    pub price: Span,
    /// Quantity times price, as far as the row is paid.
    pub pays: Span,
}

impl Banded {
    /// The sum, and how it followed, where that is asked for.
    pub(crate) fn reckon<'a>(&'a self, case: &Case, how: Option<&mut Steps<'a>>) -> Span {
        let (ask, answered) = case.rows(self.rows);
        let rows = answered.map(|answered| {
            let rows = answered.rows.iter().enumerate();
            let mut why = how.is_some().then(Vec::new);
            let rows =
                rows.map(|(index, row)| self.row(&case.in_row(ask, index, row), why.as_mut()));
            rows.collect::<Vec<_>>()
        });
        let mut span = match (&rows, &self.beyond) {
            (None, _) => Span::from_up(Decimal::ZERO),
            (Some(rows), None) => rows.iter().map(|row| row.pays).fold(Span::ZERO, Span::plus),
            (Some(rows), Some(unpaid)) => beyond(rows, unpaid.value),
        };
        if answered.is_some_and(|answered| answered.more) {
            span.high = None;
        }
        keep(how, || Steps::Bands { ask, rows });
        span
    }

    /// What a row is paid, and why, where there is a list for it.
    fn row<'a>(&'a self, case: &Case, why: Option<&mut Vec<Finding<'a>>>) -> BandedRow<'a> {
        let quantity = |column| match case.value(Source::Column(column)) {
            Some(Value::Quantity(value)) => Span::exactly(*value),
            _ => Span::from_up(Decimal::ZERO),
        };
        let (by, of) = (quantity(self.by), quantity(self.of));
        let mut bands = Vec::new();
        let mut price: Option<Span> = None;
        for (index, band) in self.bands.iter().enumerate() {
            if band.holds(by) == Verdict::No {
                continue;
            }
            let own = Span::exactly(band.price.value);
            price = Some(price.map_or(own, |price| price.hull(own)));
            if why.is_some() {
                bands.push(index);
            }
            // Of bands without gap or overlap a known value falls into one.
            if by.exact().is_some() {
                break;
            }
        }
        let price = price.unwrap_or(Span::ZERO);
        let (verdict, counts) = counts(case, self.only.as_deref(), why);
        let paid_for = of.given(verdict);
        BandedRow {
            counts,
            by,
            of,
            paid_for,
            bands,
            price,
            pays: paid_for.times(price),
        }
    }
}

/// What remains when `unpaid` units are left out: least when they are the dearest, most when the
/// cheapest.
fn beyond(rows: &[BandedRow], unpaid: Decimal) -> Span {
    let low = rows
        .iter()
        .map(|row| (row.price.low, Some(row.paid_for.low)));
    let high = rows
        .iter()
        .map(|row| row.price.high.map(|price| (price, row.paid_for.high)));
    let low = without(low.collect(), unpaid, true).unwrap_or_default();
    let high = high.collect::<Option<Vec<_>>>();
    Span {
        low,
        high: high.and_then(|rows| without(rows, unpaid, false)),
    }
}

/// The sum over (price, quantity) when `unpaid` units go unpaid, the dearest or the cheapest first;
/// `None` where a quantity is open.
fn without(
    mut rows: Vec<(Decimal, Option<Decimal>)>,
    mut unpaid: Decimal,
    dearest_first: bool,
) -> Option<Decimal> {
    rows.sort_by_key(|row| row.0);
    if dearest_first {
        rows.reverse();
    }
    let mut sum = Decimal::ZERO;
    for (price, quantity) in rows {
        let quantity = quantity?;
        let taken = quantity.min(unpaid);
        unpaid -= taken;
        sum = exact::add(sum, exact::mul(price, quantity - taken)?)?;
    }
    Some(sum)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::condition::{Grounds, Test};
    use rust_decimal::dec;

    fn row(price: Decimal, of: Decimal) -> BandedRow<'static> {
        let (price, of) = (Span::exactly(price), Span::exactly(of));
        BandedRow {
            counts: None,
            by: Span::ZERO,
            of,
            paid_for: of,
            bands: vec![],
            price,
            pays: of.times(price),
        }
    }

    #[test]
    fn the_unpaid_hours_come_from_the_dearest_or_the_cheapest() {
        let fleet = [
            row(dec!(500), dec!(200)),
            row(dec!(2000), dec!(150)),
            row(dec!(3000), dec!(100)),
        ];
        let span = beyond(&fleet, dec!(100));
        assert_eq!((span.low, span.high), (dec!(400000), Some(dec!(650000))));
        assert_eq!(beyond(&fleet[..1], dec!(300)), Span::ZERO);
    }

    #[test]
    fn rows_that_are_not_paid_do_not_bear_the_unpaid_hours() {
        let never = Condition {
            id: None,
            says: None,
            unverified: false,
            test: Test::Any(vec![]),
        };
        let counts = Finding {
            of: &never,
            verdict: Verdict::No,
            grounds: Grounds::Parts(vec![]),
        };
        let refused = BandedRow {
            counts: Some(counts),
            paid_for: Span::ZERO,
            ..row(dec!(3000), dec!(100))
        };
        let fleet = [row(dec!(500), dec!(200)), refused];
        assert_eq!(beyond(&fleet, dec!(100)), Span::exactly(dec!(50000)));
    }

    #[test]
    fn a_band_takes_its_own_ends_only() {
        let band = Band {
            from: Some((Bound::Over, Quantity::read("1吨").unwrap())),
            to: Some((Bound::Below, Quantity::read("5吨").unwrap())),
            price: Quantity::read("2000元/小时").unwrap(),
        };
        for (mass, expected) in [
            (dec!(1), Verdict::No),
            (dec!(1.001), Verdict::Yes),
            (dec!(4.999), Verdict::Yes),
            (dec!(5), Verdict::No),
        ] {
            assert_eq!(band.holds(Span::exactly(mass)), expected, "{mass}");
        }
        assert_eq!(band.holds(Span::from_up(dec!(0))), Verdict::Unknown);
    }
}
