//! Measures: how a number follows from the answers, and how it did.

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::case::{Case, FactRef, Place, Source, keep, list};
use crate::day;
use crate::exact;
use crate::fact::{ColumnId, FactId, Kind, Value};
use crate::policy::bands::Banded;
use crate::policy::best::Best;
use crate::policy::common::Common;
use crate::policy::condition::{Condition, counts};
use crate::policy::growth::Growth;
use crate::policy::named::Name;
use crate::policy::number::Number;
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
    Named(Common<(Name, Measure)>),
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
        let mut working = Working::not_yet(self);
        self.find(case, Some(&mut working));
        working
    }

    /// The value of the measure: the span of [`Measure::evaluate`], and nothing of how it followed.
    pub fn span(&self, case: &Case) -> Span {
        self.reckon(case, None).span()
    }

    /// The number, and how it followed, where that is asked for.
    pub(crate) fn find<'a>(&'a self, case: &Case, working: Option<&mut Working<'a>>) -> Number {
        let Some(working) = working else {
            return self.reckon(case, None);
        };
        let number = self.reckon(case, Some(&mut working.steps));
        working.span = number.span();
        number
    }

    /// The number; how it followed joins that of other parts, where it is kept.
    fn part<'a>(&'a self, case: &Case, parts: &mut Option<Vec<Working<'a>>>) -> Number {
        let Some(parts) = parts else {
            return self.reckon(case, None);
        };
        parts.push(Working::not_yet(self));
        self.find(case, parts.last_mut())
    }

    /// The number, and how it followed, where that is asked for.
    fn reckon<'a>(&'a self, case: &Case, how: Option<&mut Steps<'a>>) -> Number {
        let span = match self {
            Measure::Figure(figure) => Span::exactly(figure.value),
            Measure::Value(source) => {
                keep(how, || Steps::Value(case.place(*source)));
                match case.value(*source) {
                    Some(Value::Quantity(value)) => Span::exactly(*value),
                    _ => {
                        let place = case.place(*source);
                        let assumed = case.assumed(place);
                        assumed.unwrap_or_else(|| not_known(case, place))
                    }
                }
            }
            Measure::Total { rows, of, only } => {
                sum_rows(case, *rows, only.as_deref(), Some(of), how)
            }
            Measure::Count { rows, only } => sum_rows(case, *rows, Some(only), None, how),
            Measure::Sum(parts) => joined(case, parts, how, Span::ZERO, Span::plus),
            Measure::Product(parts) => {
                joined(case, parts, how, Span::exactly(Decimal::ONE), Span::times)
            }
            Measure::Difference { of, minus } => {
                let [of, minus] = two(case, of, minus, how);
                of.minus(minus)
            }
            Measure::Growth(growth) => {
                let mut parts = list(&how, growth.of.len());
                let years = growth.of.iter();
                let years = years.map(|year| year.part(case, &mut parts).span());
                let number = Number::Growth(growth.mean, years.collect());
                keep_parts(how, parts);
                return number;
            }
            Measure::Points(points) => points.reckon(case, how),
            Measure::Best(best) => best.reckon(case, how),
            Measure::Named(named) => return inside(case, &named.1, how),
            Measure::Rounded { of, divided_by } => {
                let by = divided_by.as_ref().map_or(Decimal::ONE, |by| by.value);
                let of = inside(case, of, how).span();
                of.map(|value| exact::div_half_up(value, by, FEN))
            }
            Measure::Excess { of, over } => inside(case, of, how).span().above(over.value),
            Measure::Ratio { of, to } => {
                let [of, to] = two(case, of, to, how);
                return Number::Share { of, to };
            }
            Measure::DaysInYear { from, until } => {
                let (from, until) = (Source::Column(*from), Source::Column(*until));
                let date = |source| match case.value(source) {
                    Some(Value::Date(date)) => Some(*date),
                    _ => None,
                };
                keep(how, || Steps::Dates(case.place(from), case.place(until)));
                days_in_year(date(from), date(until), case.year)
            }
            Measure::Choose { by, of } => {
                let mut branch = None;
                let number = match case.possible(*by, of) {
                    [only] => {
                        branch = how.is_some().then(|| Box::new(Working::not_yet(only)));
                        only.find(case, branch.as_deref_mut())
                    }
                    several => {
                        let numbers = several.iter().map(|one| one.reckon(case, None));
                        Number::OneOf(numbers.collect())
                    }
                };
                keep(how, || Steps::Choice(case.place(*by), branch));
                return number;
            }
            Measure::Banded(banded) => banded.reckon(case, how),
        };
        Number::Plain(span)
    }
}

/// Keeps the parts of a number, where that is asked for.
fn keep_parts<'a>(how: Option<&mut Steps<'a>>, parts: Option<Vec<Working<'a>>>) {
    if let (Some(how), Some(parts)) = (how, parts) {
        *how = Steps::Parts(parts);
    }
}

/// The number of the one measure inside another.
fn inside<'a>(case: &Case, of: &'a Measure, how: Option<&mut Steps<'a>>) -> Number {
    let mut parts = list(&how, 1);
    let number = of.part(case, &mut parts);
    keep_parts(how, parts);
    number
}

/// The values of the two measures inside another.
fn two<'a>(
    case: &Case,
    first: &'a Measure,
    second: &'a Measure,
    how: Option<&mut Steps<'a>>,
) -> [Span; 2] {
    let mut parts = list(&how, 2);
    let values = [first, second].map(|part| part.part(case, &mut parts).span());
    keep_parts(how, parts);
    values
}

/// The values of several measures inside another, joined one after the other; of none what is given.
fn joined<'a>(
    case: &Case,
    of: &'a [Measure],
    how: Option<&mut Steps<'a>>,
    none: Span,
    join: fn(Span, Span) -> Span,
) -> Span {
    let mut parts = list(&how, of.len());
    let values = of.iter().map(|part| part.part(case, &mut parts).span());
    let value = values.reduce(join);
    keep_parts(how, parts);
    value.unwrap_or(none)
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
    how: Option<&mut Steps<'a>>,
) -> Span {
    let (ask, answered) = case.rows(rows);
    let mut span = match answered {
        Some(rows) if !rows.more => Span::ZERO,
        _ => Span::from_up(Decimal::ZERO),
    };
    let rows = answered.map_or(&[][..], |rows| &rows.rows);
    let mut found = list(&how, rows.len());
    let mut why = how.is_some().then(Vec::new);
    for (index, cells) in rows.iter().enumerate() {
        let case = case.in_row(ask, index, cells);
        let (verdict, counts) = counts(&case, only, why.as_mut());
        if verdict == Verdict::No && found.is_none() {
            continue;
        }
        let mut adds = of.filter(|_| found.is_some()).map(Working::not_yet);
        let whole = of.map_or(Span::exactly(Decimal::ONE), |of| {
            of.find(&case, adds.as_mut()).span()
        });
        let own = whole.given(verdict);
        span = span.plus(own);
        if let Some(found) = &mut found {
            found.push(RowWorking {
                counts,
                adds,
                span: own,
            });
        }
    }
    keep(how, || Steps::Rows {
        ask,
        rows: answered.and(found),
    });
    span
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
}
