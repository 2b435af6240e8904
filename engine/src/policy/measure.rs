//! Measures: how a number follows from the answers, and how it did.

use jiff::civil::Date;
use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Serialize};

use crate::case::{Case, FactRef, Place, Source};
use crate::day;
use crate::exact;
use crate::fact::{ColumnId, FactId, Kind, Value};
use crate::policy::bands::Banded;
use crate::policy::best::Best;
use crate::policy::condition::Condition;
use crate::policy::growth::Growth;
use crate::policy::named::Name;
use crate::policy::points::Points;
use crate::policy::working::{RowWorking, Steps, Working};
use crate::quantity::Quantity;
use crate::questionnaire::Questionnaire;
use crate::span::Span;
use crate::unit::Unit;
use crate::verdict::Verdict;

/// How a number follows from the answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(remote = "Self")]
pub enum Measure {
    /// A figure of the document.
    Figure(Quantity),
    /// An answer, or a cell of the row at hand.
    Value(Source),
    /// The sum over the rows of a list.
    Total {
        /// The list.
        rows: FactRef,
        /// What each row adds.
        of: Box<Measure>,
        /// Which rows count; all where absent.
        only: Option<Box<Condition>>,
    },
    /// How many rows of a list there are.
    Count {
        /// The list.
        rows: FactRef,
        /// Which rows count.
        only: Box<Condition>,
    },
    /// The sum of its parts.
    Sum(Vec<Measure>),
    /// One number less another; it may be negative.
    Difference {
        /// What is taken from.
        of: Box<Measure>,
        /// What is taken away.
        minus: Box<Measure>,
    },
    /// The product of its parts.
    Product(Vec<Measure>),
    /// Rounded to the fen, half up (四舍五入), after a division where there is one.
    Rounded {
        /// What is rounded.
        of: Box<Measure>,
        /// What it is divided by first.
        divided_by: Option<Quantity>,
    },
    /// The part above a figure (超出部分).
    Excess {
        /// Of what.
        of: Box<Measure>,
        /// Above which figure.
        over: Quantity,
    },
    /// A share; held against a limit by multiplying, never by dividing.
    Ratio {
        /// The numerator.
        of: Box<Measure>,
        /// The denominator.
        to: Box<Measure>,
    },
    /// The days from one date to another that lie in the year at hand: the first counts, the last not.
    DaysInYear {
        /// The first day.
        from: ColumnId,
        /// The day after the last.
        until: ColumnId,
    },
    /// Average growth over years.
    Growth(Growth),
    /// Points by bands.
    Points(Box<Points>),
    /// The greatest or the least of several ways to reckon.
    Best(Best),
    /// A shared figure with a name of its own.
    Named(Box<(Name, Measure)>),
    /// One measure for each option of a choice.
    Choose {
        /// The choice.
        by: Source,
        /// The measures, in the order of the options.
        of: Vec<Measure>,
    },
    /// Rows priced by band.
    Banded(Banded),
}

impl Measure {
    /// Evaluates the measure and keeps how.
    pub fn evaluate<'a>(&'a self, case: &Case) -> Working<'a> {
        let (span, steps) = match self {
            Measure::Figure(figure) => (Span::exactly(figure.value), Steps::Figure),
            Measure::Value(source) => {
                let (place, value) = case.look_up(*source);
                let span = match value {
                    Some(Value::Quantity(value)) => Span::exactly(*value),
                    _ => case
                        .assumed(place)
                        .unwrap_or_else(|| not_known(case, place)),
                };
                (span, Steps::Value(place))
            }
            Measure::Total { rows, of, only } => sum_rows(case, *rows, only.as_deref(), Some(of)),
            Measure::Count { rows, only } => sum_rows(case, *rows, Some(only), None),
            Measure::Sum(parts) => {
                let mut span = Span::ZERO;
                let parts = parts.iter().map(|part| part.evaluate(case));
                let parts = case.keep(parts, |part| {
                    span = span.plus(part.span);
                    false
                });
                (span, Steps::Parts(parts))
            }
            Measure::Difference { of, minus } => {
                let (of, minus) = (of.evaluate(case), minus.evaluate(case));
                let span = of.span.minus(minus.span);
                let parts = case.keep([of, minus].into_iter(), |_| true);
                (span, Steps::Parts(parts))
            }
            Measure::Growth(growth) => {
                let years = growth.of.iter().map(|year| year.evaluate(case));
                let years: Vec<_> = years.collect();
                let shown = growth.mean.shown(three(&years));
                let span = shown.map_or(Span::ANY, Span::exactly);
                (span, Steps::Parts(years))
            }
            Measure::Points(points) => points.evaluate(case),
            Measure::Best(best) => {
                let (span, ways, winner) = best.evaluate(case);
                (span, Steps::Ways(ways, winner))
            }
            Measure::Named(named) => {
                let of = named.1.evaluate(case);
                (of.span, Steps::Parts(vec![of]))
            }
            Measure::Product(parts) => {
                let mut span = Span::exactly(Decimal::ONE);
                let parts = parts.iter().map(|part| part.evaluate(case));
                let parts = case.keep(parts, |part| {
                    span = span.times(part.span);
                    false
                });
                (span, Steps::Parts(parts))
            }
            Measure::Rounded { of, divided_by } => {
                let of = of.evaluate(case);
                let by = divided_by.as_ref().map_or(Decimal::ONE, |by| by.value);
                let span = of.span.map(|value| exact::div_half_up(value, by, FEN));
                let parts = case.keep([of].into_iter(), |_| true);
                (span, Steps::Parts(parts))
            }
            Measure::Excess { of, over } => {
                let of = of.evaluate(case);
                let span = of.span.above(over.value);
                let parts = case.keep([of].into_iter(), |_| true);
                (span, Steps::Parts(parts))
            }
            Measure::Ratio { of, to } => {
                let (of, to) = (of.evaluate(case), to.evaluate(case));
                (ratio(of.span, to.span), Steps::Parts(vec![of, to]))
            }
            Measure::DaysInYear { from, until } => {
                let (from_place, from) = case.look_up(Source::Column(*from));
                let (until_place, until) = case.look_up(Source::Column(*until));
                let date = |value: Option<&Value>| match value {
                    Some(Value::Date(date)) => Some(*date),
                    _ => None,
                };
                let span = days_in_year(date(from), date(until), case.year);
                (span, Steps::Dates(from_place, until_place))
            }
            Measure::Choose { by, of } => {
                let (place, value) = case.look_up(*by);
                let branches: Vec<_> = match value {
                    Some(Value::OneOf(option)) => vec![of[usize::from(*option)].evaluate(case)],
                    _ => of.iter().map(|branch| branch.evaluate(case)).collect(),
                };
                let spans = branches.iter().map(|branch| branch.span);
                let span = spans.reduce(Span::hull).unwrap_or(Span::ZERO);
                (span, Steps::Choice(place, branches))
            }
            Measure::Banded(banded) => {
                let (ask, rows, span) = banded.evaluate(case);
                (span, Steps::Bands { ask, rows })
            }
        };
        Working {
            of: self,
            span,
            steps,
        }
    }
}

impl Measure {
    /// The measure's unit, `list` being the list whose rows it stands in.
    pub fn unit(&self, questionnaire: &Questionnaire, list: Option<FactId>) -> Unit {
        let unit = |measure: &Measure| measure.unit(questionnaire, list);
        match self {
            Measure::Figure(figure) => figure.unit,
            Measure::Value(source) => source_unit(questionnaire, list, *source),
            Measure::Total { rows, of, .. } => of.unit(questionnaire, Some(rows.fact)),
            Measure::Count { .. } | Measure::Growth(_) => Unit::NONE,
            Measure::Sum(parts) => parts.first().map_or(Unit::NONE, unit),
            Measure::Difference { of, .. } => unit(of),
            Measure::Points(points) => points
                .bands
                .first()
                .map_or(Unit::NONE, |band| band.price.unit),
            Measure::Best(best) => best.ways.first().map_or(Unit::NONE, |way| unit(&way.of)),
            Measure::Named(named) => unit(&named.1),
            Measure::Product(parts) => parts
                .iter()
                .fold(Unit::NONE, |product, part| product.times(unit(part))),
            Measure::Rounded { of, divided_by } => {
                let by = divided_by.as_ref().map_or(Unit::NONE, |by| by.unit);
                unit(of).per(by)
            }
            Measure::Excess { of, .. } => unit(of),
            Measure::Ratio { of, to } => unit(of).per(unit(to)),
            Measure::DaysInYear { .. } => Unit::DAY,
            Measure::Choose { of, .. } => of.first().map_or(Unit::NONE, unit),
            Measure::Banded(banded) => {
                let price = banded
                    .bands
                    .first()
                    .map_or(Unit::NONE, |band| band.price.unit);
                let of = Source::Column(banded.of);
                price.times(source_unit(questionnaire, Some(banded.rows.fact), of))
            }
        }
    }
}

impl Measure {
    /// Whether the number may be negative: a difference is, unless only its part above 0 is taken.
    pub fn may_be_negative(&self, questionnaire: &Questionnaire) -> bool {
        let may = |measure: &Measure| measure.may_be_negative(questionnaire);
        match self {
            Measure::Figure(figure) => figure.value.is_sign_negative(),
            Measure::Difference { .. } => true,
            Measure::Value(Source::Fact(reference)) => {
                matches!(&questionnaire.fact(reference.fact).kind, Kind::Quantity(measured)
                    if measured.at_least.is_sign_negative())
            }
            Measure::Sum(parts) | Measure::Product(parts) => parts.iter().any(may),
            Measure::Rounded { of, .. } => may(of),
            Measure::Choose { of, .. } => of.iter().any(may),
            // The greatest is at least what a way without conditions gives.
            Measure::Best(best) if best.greatest => {
                let mut always = best.ways.iter().filter(|way| way.requires.is_empty());
                always.all(|way| may(&way.of))
            }
            Measure::Best(best) => best.ways.iter().any(|way| may(&way.of)),
            Measure::Named(named) => may(&named.1),
            _ => false,
        }
    }
}

/// The unit of an answer or cell; anything but a quantity has none.
fn source_unit(questionnaire: &Questionnaire, list: Option<FactId>, source: Source) -> Unit {
    let kind = match (source, list) {
        (Source::Fact(reference), _) => &questionnaire.fact(reference.fact).kind,
        (Source::Column(column), Some(list)) => {
            &questionnaire.fact(list).columns()[usize::from(column)].kind
        }
        (Source::Column(_), None) => return Unit::NONE,
    };
    match kind {
        Kind::Quantity(measured) => measured.unit,
        _ => Unit::NONE,
    }
}

/// The spans of three years; where only the first and the last count, the last stands twice.
pub(crate) fn three(years: &[Working]) -> [Span; 3] {
    let last = years.len() - 1;
    std::array::from_fn(|year| years[year.min(last)].span)
}

/// Money is rounded to the fen.
const FEN: u32 = 2;

/// What is not known is at least what its question accepts. The greatest value accepted is no bound,
/// but the days of a year are: there are no more.
fn not_known(case: &Case, place: Place) -> Span {
    let low = match place.kind(case.questionnaire) {
        Kind::Quantity(measured) => measured.at_least,
        _ => Decimal::ZERO,
    };
    let columns = case.questionnaire.fact(place.ask.fact).columns();
    let column = place.cell.map(|(_, column)| &columns[usize::from(column)]);
    let of_year = column.is_some_and(|column| column.days_of_year);
    let year = place.ask.year.filter(|_| of_year);
    let high = year.and_then(|year| days_in_year(None, None, year).high);
    Span { low, high }
}

fn sum_rows<'a>(
    case: &Case,
    rows: FactRef,
    only: Option<&'a Condition>,
    of: Option<&'a Measure>,
) -> (Span, Steps<'a>) {
    let (ask, answered) = case.rows(rows);
    let Some(answered) = answered else {
        return (
            Span::from_up(Decimal::ZERO),
            Steps::Rows { ask, rows: None },
        );
    };
    let each = answered.rows.iter().enumerate().map(|(index, cells)| {
        let case = case.in_row(ask, index, cells);
        let counts = only.map(|condition| condition.evaluate(&case));
        let adds = of.map(|measure| measure.evaluate(&case));
        let whole = adds
            .as_ref()
            .map_or(Span::exactly(Decimal::ONE), |adds| adds.span);
        let verdict = counts
            .as_ref()
            .map_or(Verdict::Yes, |finding| finding.verdict);
        RowWorking {
            span: whole.given(verdict),
            counts,
            adds,
        }
    });
    let mut span = if answered.more {
        Span::from_up(Decimal::ZERO)
    } else {
        Span::ZERO
    };
    let each = case.keep(each, |row| {
        span = span.plus(row.span);
        false
    });
    (
        span,
        Steps::Rows {
            ask,
            rows: Some(each),
        },
    )
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

/// The days of `year` from `from` up to but not including `until`, as far as the dates are known.
fn days_in_year(from: Option<Date>, until: Option<Date>, year: i16) -> Span {
    let start = Date::constant(year, 1, 1);
    let end = Date::constant(year + 1, 1, 1);
    let first = from.unwrap_or(start).clamp(start, end);
    let last = until.unwrap_or(end).clamp(start, end);
    let days = day::between(first, last).max(0);
    if from.is_some() && until.is_some() {
        Span::exactly(days.into())
    } else {
        Span::up_to(Some(days.into()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_decimal::dec;

    fn day(text: &str) -> Option<Date> {
        Some(text.parse().unwrap())
    }

    #[test]
    fn the_first_day_counts_and_the_last_does_not() {
        let days = |from, until, year| days_in_year(day(from), day(until), year).exact();
        assert_eq!(days("2026-01-01", "2027-01-01", 2026), Some(dec!(365)));
        assert_eq!(days("2026-01-01", "2026-07-02", 2026), Some(dec!(182)));
        assert_eq!(days("2025-12-31", "2026-01-02", 2025), Some(dec!(1)));
        assert_eq!(days("2025-12-31", "2026-01-02", 2026), Some(dec!(1)));
        assert_eq!(days("2024-01-01", "2025-01-01", 2024), Some(dec!(366)));
        assert_eq!(days("2027-03-01", "2027-04-01", 2026), Some(dec!(0)));
    }

    #[test]
    fn an_unknown_date_leaves_the_days_open() {
        let from = days_in_year(day("2026-12-30"), None, 2026);
        assert_eq!(from, Span::up_to(Some(dec!(2))));
        assert_eq!(days_in_year(None, None, 2026), Span::up_to(Some(dec!(365))));
    }

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
