//! From what was typed to an answer: the one parser of the page and the command line.

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::exact;
use crate::fact::{Answer, Ask, Choice, Column, ColumnId, Kind, Measured, Row, Rows, Value};
use crate::quantity::{NotAQuantity, half_width};
use crate::questionnaire::Questionnaire;
use crate::region::{NotARegion, Regions};
use crate::{typed, unit};

/// The longest text that is read, in characters: more than any address of a place has.
pub const LONGEST: usize = 500;

/// The most rows of a list, and the most options of a choice.
pub const MOST: usize = 300;

/// An answer as it was typed or picked; its texts are of any kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Draft<T = String> {
    /// A text, a number, a date, a place, or the id of an option.
    Text(T),
    /// The ids of several options.
    Picks(Vec<T>),
    /// Rows of texts, one for each column; empty texts are not answered.
    Rows {
        /// The rows.
        rows: Vec<Vec<T>>,
        /// Whether rows are still to come.
        more: bool,
    },
    /// 不清楚.
    Unsure,
}

/// What a draft says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Read {
    /// The answer, as far as the draft is valid; cells with a problem are unknown.
    pub answer: Option<Answer>,
    /// What is wrong, and where.
    pub problems: Vec<Problem>,
}

/// Something that cannot be taken as an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where in the answer.
    pub at: At,
    /// What is wrong.
    pub error: InputError,
}

/// A part of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum At {
    /// The whole answer.
    Whole,
    /// One row.
    Row(usize),
    /// One cell.
    Cell(usize, ColumnId),
}

/// Why a text is no answer, with what is needed to say what is expected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InputError {
    /// A text that is longer than any answer.
    TooLong,
    /// No number, a wrong unit, commas out of place, or too many digits.
    NotAQuantity(NotAQuantity, Box<Measured>),
    /// Below the least value accepted; negative where that is 0.
    TooSmall(Box<Measured>),
    /// Above the greatest value accepted, in base units.
    TooLarge(Decimal, Box<Measured>),
    /// More decimals than accepted.
    TooPrecise(Box<Measured>),
    /// A share below 1%: was it meant as such, or as a fraction of one? The number typed.
    PercentOrShare(Decimal),
    /// No date of the form 2026-01-31.
    NotADate,
    /// A date of that form that does not exist.
    NoSuchDate,
    /// A date that must lie after another column's; its name.
    NotAfter(String),
    /// No single place.
    NotARegion(NotARegion),
    /// No such option; the options there are.
    NoSuchOption(Vec<Choice>),
    /// A row without any entry.
    EmptyRow,
    /// An answer of another shape: rows where a text is expected, or the reverse.
    WrongShape,
}

/// Reads a draft as an answer to a question.
pub fn read<T: AsRef<str>>(questionnaire: &Questionnaire, ask: Ask, draft: &Draft<T>) -> Read {
    let kind = &questionnaire.fact(ask.fact).kind;
    let regions = &questionnaire.regions;
    match (kind, draft) {
        (_, Draft::Unsure) => Read {
            answer: Some(Answer::Unsure),
            problems: Vec::new(),
        },
        (Kind::Rows(columns), Draft::Rows { rows, more }) => {
            read_rows(regions, columns, ask.year, rows, *more)
        }
        (Kind::SeveralOf(options), Draft::Picks(picks)) => single(
            picks
                .iter()
                .map(|pick| option(options, pick.as_ref()))
                .collect::<Result<Vec<_>, _>>()
                .map(|mut taken| {
                    taken.sort_unstable();
                    taken.dedup();
                    Value::SeveralOf(taken)
                }),
        ),
        (Kind::Rows(_) | Kind::SeveralOf(_), _) | (_, Draft::Rows { .. } | Draft::Picks(_)) => {
            single(Err(InputError::WrongShape))
        }
        (_, Draft::Text(text)) if text.as_ref().trim().is_empty() => Read::default(),
        (kind, Draft::Text(text)) => single(read_text(regions, kind, text.as_ref(), Decimal::ONE)),
    }
}

fn single(value: Result<Value, InputError>) -> Read {
    match value {
        Ok(value) => Read {
            answer: Some(Answer::Known(value)),
            problems: Vec::new(),
        },
        Err(error) => Read {
            answer: None,
            problems: vec![Problem {
                at: At::Whole,
                error,
            }],
        },
    }
}

/// Reads one text; the greatest value accepted counts `each` times.
fn read_text(
    regions: &Regions,
    kind: &Kind,
    text: &str,
    each: Decimal,
) -> Result<Value, InputError> {
    if text.len() > LONGEST && text.chars().nth(LONGEST).is_some() {
        return Err(InputError::TooLong);
    }
    match kind {
        Kind::YesNo => yes_no(text).map(Value::YesNo),
        Kind::OneOf(options) => option(options, text).map(Value::OneOf),
        Kind::Region => regions
            .read(text)
            .map(Value::Region)
            .map_err(InputError::NotARegion),
        Kind::Quantity(measured) => read_number(measured, text, each).map(Value::Quantity),
        Kind::Date => read_date(text).map(Value::Date),
        Kind::SeveralOf(_) | Kind::Rows(_) => Err(InputError::WrongShape),
    }
}

pub(crate) fn yes_no(text: &str) -> Result<bool, InputError> {
    match text.trim() {
        "是" | "有" | "yes" | "true" => Ok(true),
        "否" | "无" | "没有" | "no" | "false" => Ok(false),
        _ => Err(InputError::NoSuchOption(
            [("yes", "是"), ("no", "否")]
                .map(|(id, label)| Choice {
                    id: id.into(),
                    was: Vec::new(),
                    label: label.into(),
                })
                .into(),
        )),
    }
}

pub(crate) fn option(options: &[Choice], text: &str) -> Result<u16, InputError> {
    let text = text.trim();
    let index = options
        .iter()
        .position(|choice| choice.is_called(text) || choice.label == text);
    index
        .and_then(|index| u16::try_from(index).ok())
        .ok_or_else(|| InputError::NoSuchOption(options.to_vec()))
}

fn read_number(measured: &Measured, text: &str, each: Decimal) -> Result<Decimal, InputError> {
    let limits = || Box::new(measured.clone());
    let wrong = |error| InputError::NotAQuantity(error, limits());
    let value = typed::read(text, &measured.shown).map_err(wrong)?;
    let (_, power) = unit::written(&measured.shown).unwrap_or_default();
    let in_shown_unit = exact::shift(value, -power).unwrap_or(value).normalize();
    if value < measured.at_least {
        return Err(InputError::TooSmall(limits()));
    }
    let at_most = exact::mul(measured.at_most, each).unwrap_or(Decimal::MAX);
    if value > at_most {
        return Err(InputError::TooLarge(at_most, limits()));
    }
    if in_shown_unit.scale() > u32::from(measured.decimals) {
        return Err(InputError::TooPrecise(limits()));
    }
    let below_one = !value.is_zero() && in_shown_unit < Decimal::ONE;
    if measured.ask_back_below_one && below_one && !text.contains(['%', '％']) {
        return Err(InputError::PercentOrShare(in_shown_unit));
    }
    Ok(value)
}

/// Reads 2026-01-31, 2026/1/31, 2026.1.31 or 2026年1月31日.
fn read_date(text: &str) -> Result<Date, InputError> {
    let text = half_width(text);
    let mut parts = { text.trim_end_matches('日') }.split(['年', '月', '/', '.', '-']);
    let mut number = || -> Option<i16> { parts.next()?.parse().ok() };
    let (Some(year), Some(month), Some(day)) = (number(), number(), number()) else {
        return Err(InputError::NotADate);
    };
    if parts.next().is_some() || !(1000..=9999).contains(&year) {
        return Err(InputError::NotADate);
    }
    let part = |value| i8::try_from(value).map_err(|_| InputError::NoSuchDate);
    Date::new(year, part(month)?, part(day)?).map_err(|_| InputError::NoSuchDate)
}

fn read_rows<T: AsRef<str>>(
    regions: &Regions,
    columns: &[Column],
    year: Option<i16>,
    rows: &[Vec<T>],
    more: bool,
) -> Read {
    let mut problems = Vec::new();
    let read = rows.iter().enumerate().map(|(index, texts)| {
        let (row, errors) = read_row(regions, columns, year, texts);
        for (at, error) in errors {
            let at = at.map_or(At::Row(index), |column| At::Cell(index, column));
            problems.push(Problem { at, error });
        }
        row
    });
    let rows = read.collect();
    Read {
        answer: Some(Answer::Known(Value::Rows(Rows { rows, more }))),
        problems,
    }
}

fn read_row<T: AsRef<str>>(
    regions: &Regions,
    columns: &[Column],
    year: Option<i16>,
    texts: &[T],
) -> (Row, Vec<(Option<ColumnId>, InputError)>) {
    let mut row: Row = vec![None; columns.len()];
    let mut errors = Vec::new();
    let text = |column: usize| texts.get(column).map_or("", |text| text.as_ref().trim());
    let untouched =
        |(index, column): (usize, &Column)| text(index).is_empty() || column.preset.is_some();
    if columns.iter().enumerate().all(untouched) {
        errors.push((None, InputError::EmptyRow));
    }
    // A column whose limit counts once for each unit of another is read after it.
    let read_now = |later: bool| {
        let columns = columns.iter().enumerate();
        columns.filter(move |(_, column)| column.at_most_each.is_some() == later)
    };
    for (index, column) in read_now(false).chain(read_now(true)) {
        if text(index).is_empty() || !is_shown(column, &row) {
            continue;
        }
        let each = match column.at_most_each.map(|count| &row[usize::from(count)]) {
            Some(Some(Value::Quantity(count))) => *count,
            _ => Decimal::ONE,
        };
        let read = read_text(regions, &column.kind, text(index), each);
        match read.and_then(|value| within_year(column, year, value)) {
            Ok(value) => row[index] = Some(value),
            Err(error) => errors.push((ColumnId::try_from(index).ok(), error)),
        }
    }
    for (index, column) in columns.iter().enumerate() {
        let Some(first) = column.after else { continue };
        let first = usize::from(first);
        if let (Some(Value::Date(from)), Some(Value::Date(until))) = (&row[first], &row[index])
            && until <= from
        {
            let name = columns[first].label.clone();
            errors.push((ColumnId::try_from(index).ok(), InputError::NotAfter(name)));
            row[index] = None;
        }
    }
    (row, errors)
}

/// Days of a year are no more than the year has.
fn within_year(column: &Column, year: Option<i16>, value: Value) -> Result<Value, InputError> {
    let (true, Some(year)) = (column.days_of_year, year) else {
        return Ok(value);
    };
    let days = Date::new(year, 1, 1).map_or(366, |first| first.days_in_year());
    match (&value, &column.kind) {
        (Value::Quantity(count), Kind::Quantity(measured)) if *count > days.into() => Err(
            InputError::TooLarge(days.into(), Box::new(measured.clone())),
        ),
        _ => Ok(value),
    }
}

/// Whether a column is asked for, given the choices of the row.
pub fn is_shown(column: &Column, row: &Row) -> bool {
    column.when.as_ref().is_none_or(|(choice, options)| {
        matches!(&row[usize::from(*choice)], Some(Value::OneOf(taken)) if options.contains(taken))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::unit::Unit;
    use rust_decimal::dec;

    fn measured(shown: &str, at_most: Decimal, decimals: u8) -> Measured {
        let (unit, _) = unit::written(shown).unwrap();
        Measured {
            unit,
            shown: shown.into(),
            at_least: dec!(0),
            at_most,
            decimals,
            more: None,
            usual: None,
            ask_back_below_one: unit == Unit::NONE,
        }
    }

    fn column(id: &str, kind: Kind) -> Column {
        Column {
            attainable: false,
            id: id.into(),
            was: Vec::new(),
            label: id.into(),
            help: None,
            kind,
            when: None,
            preset: None,
            at_most_each: None,
            days_of_year: false,
            after: None,
        }
    }

    #[test]
    fn numbers_out_of_their_limits_are_refused() {
        let hours = measured("小时", dec!(8784), 2);
        let read = |text| read_number(&hours, text, dec!(1));
        assert_eq!(read("8,784"), Ok(dec!(8784)));
        assert!(matches!(read("-1"), Err(InputError::TooSmall(_))));
        assert!(matches!(read("8784.01"), Err(InputError::TooLarge(..))));
        assert!(matches!(read("1.001"), Err(InputError::TooPrecise(_))));
        assert!(matches!(read("很多"), Err(InputError::NotAQuantity(..))));
        assert_eq!(read_number(&hours, "17568", dec!(2)), Ok(dec!(17568)));
    }

    #[test]
    fn a_share_below_one_percent_is_asked_back() {
        let share = measured("%", dec!(1), 2);
        let read = |text| read_number(&share, text, dec!(1));
        assert_eq!(read("0.6"), Err(InputError::PercentOrShare(dec!(0.6))));
        assert_eq!(read("0.6%"), Ok(dec!(0.006)));
        assert_eq!(read("1"), Ok(dec!(0.01)));
        assert_eq!(read("60"), Ok(dec!(0.6)));
        assert_eq!(read("0"), Ok(dec!(0)));
        assert_eq!(read("2.99"), Ok(dec!(0.0299)));
    }

    #[test]
    fn a_text_longer_than_any_answer_is_not_looked_into() {
        let regions = Regions::default();
        let read = |kind: &Kind, length| read_text(&regions, kind, &"9".repeat(length), dec!(1));
        let hours = Kind::Quantity(measured("小时", dec!(8784), 2));
        for kind in [hours, Kind::Region, Kind::Date, Kind::YesNo] {
            assert_ne!(read(&kind, LONGEST), Err(InputError::TooLong));
            assert_eq!(read(&kind, LONGEST + 1), Err(InputError::TooLong));
        }
    }

    #[test]
    fn dates_must_exist() {
        for text in ["2026-02-01", "2026/2/1", "2026年2月1日", "２０２６．２．１"] {
            assert_eq!(read_date(text), Ok(Date::constant(2026, 2, 1)), "{text}");
        }
        assert_eq!(read_date("2026-02-30"), Err(InputError::NoSuchDate));
        assert_eq!(read_date("2026-13-01"), Err(InputError::NoSuchDate));
        assert_eq!(read_date("26-1-1"), Err(InputError::NotADate));
        assert_eq!(read_date("2026-1"), Err(InputError::NotADate));
        assert_eq!(read_date("昨天"), Err(InputError::NotADate));
    }

    #[test]
    fn a_row_keeps_its_good_cells() {
        let mut hours = column("hours", Kind::Quantity(measured("小时", dec!(8784), 2)));
        hours.at_most_each = Some(1);
        let count = column("count", Kind::Quantity(measured("架", dec!(1000), 0)));
        let columns = [hours, count];
        let row = |hours: &str, count: &str| {
            read_row(&Regions::default(), &columns, None, &[hours, count])
        };
        assert_eq!(row("9000", "2").1, []);
        let (cells, errors) = row("9000", "1");
        assert!(matches!(errors[..], [(Some(0), InputError::TooLarge(..))]));
        assert_eq!(cells, [None, Some(Value::Quantity(dec!(1)))]);
        assert_eq!(row("", "").1, [(None, InputError::EmptyRow)]);
    }

    #[test]
    fn a_later_date_must_be_later_and_hidden_columns_do_not_count() {
        let choice = |id: &str| Choice {
            id: id.into(),
            was: Vec::new(),
            label: id.into(),
        };
        let by = column("by", Kind::OneOf(vec![choice("dates"), choice("days")]));
        let mut from = column("from", Kind::Date);
        from.when = Some((0, vec![0]));
        let mut until = column("until", Kind::Date);
        until.when = Some((0, vec![0]));
        until.after = Some(1);
        let columns = [by, from, until];
        let row = |texts: [&str; 3]| {
            read_row(
                &Regions::default(),
                &columns,
                None,
                &texts.map(String::from),
            )
        };
        let (cells, errors) = row(["dates", "2026-02-01", "2026-02-01"]);
        assert_eq!(errors, [(Some(2), InputError::NotAfter("from".into()))]);
        assert_eq!(cells[2], None);
        assert_eq!(row(["days", "2026-02-01", "x"]).0[1..], [None, None]);
    }

    #[test]
    fn a_year_has_no_more_days_than_it_has() {
        let mut days = column("days", Kind::Quantity(measured("天", dec!(366), 0)));
        days.days_of_year = true;
        let errors = |year, text: &str| {
            let columns = [days.clone()];
            read_row(&Regions::default(), &columns, Some(year), &[text]).1
        };
        assert_eq!(errors(2024, "366"), []);
        assert_eq!(errors(2026, "365"), []);
        assert!(matches!(
            errors(2026, "366")[..],
            [(Some(0), InputError::TooLarge(..))]
        ));
    }
}
