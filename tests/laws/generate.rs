//! Random answers, biased to what conditions ask for and to the limits of the documents.

use fastrand::Rng;
use jiff::civil::Date;
use policy_engine::fact::{Answer, Answers, Ask, Column, FactId, Kind, Measured, Row, Rows, Value};
use policy_engine::input::is_shown;
use policy_engine::quantity::Quantity;
use policy_engine::region::RegionCode;
use policy_engine::unit::Unit;
use rust_decimal::Decimal;

use crate::world::{Slot, World};

/// Whether a number is a calendar year, not a number of years.
fn is_calendar_year(measured: &Measured) -> bool {
    measured.unit == Unit::YEAR && measured.at_least > Decimal::ONE_THOUSAND
}

/// What a valid entry of a column is; days of a year are as many as every year has.
pub fn kind_in(column: &Column) -> Kind {
    let mut kind = column.kind.clone();
    if let (true, Kind::Quantity(measured)) = (column.days_of_year, &mut kind) {
        measured.at_most = Decimal::from(365);
    }
    kind
}

/// The smallest step of a number.
pub fn step_of(measured: &Measured) -> Decimal {
    let shown = Quantity::read(&format!("1{}", measured.shown));
    let shown = shown.expect("a unit is shown").value;
    shown * Decimal::new(1, measured.decimals.into())
}

/// How many calendar years on each side of the assessment are answered about: as far as a program
/// can look back (前三年度).
const YEARS_AROUND: i16 = 3;

/// Makes answers for an assessment on a day.
pub struct Generator<'w> {
    /// What is likely.
    pub world: &'w World,
    /// The day assessed.
    pub date: Date,
    /// Chance.
    pub rng: Rng,
}

impl Generator<'_> {
    /// Whether something of this chance in a hundred happens.
    pub fn chance(&mut self, percent: u8) -> bool {
        self.rng.u8(0..100) < percent
    }

    /// Every question, those of a fact that is per year for each year around the assessment.
    pub fn asks(&self) -> Vec<Ask> {
        let year = self.date.year();
        let questionnaire = &self.world.catalog.questionnaire;
        let asks = questionnaire.ids().flat_map(|(fact, described)| {
            let years: Vec<_> = if described.per_year {
                let years = year - YEARS_AROUND..=year + YEARS_AROUND;
                years.map(Some).collect()
            } else {
                vec![None]
            };
            years.into_iter().map(move |year| Ask { fact, year })
        });
        asks.collect()
    }

    /// Answers to some questions, few or nearly all.
    pub fn answers(&mut self) -> Answers {
        let known = *self.one_of(&[30, 60, 85, 97]);
        let mut answers = Answers::default();
        for ask in self.asks() {
            if self.chance(known) {
                let value = self.value(ask.fact);
                answers.0.insert(ask, Answer::Known(value));
            } else if self.chance(20) {
                answers.0.insert(ask, Answer::Unsure);
            }
        }
        answers
    }

    /// A valid answer to a question.
    pub fn value(&mut self, fact: FactId) -> Value {
        let described = self.world.catalog.questionnaire.fact(fact);
        match &described.kind {
            Kind::Rows(columns) => {
                let rows = *self.one_of(&[0, 1, 1, 1, 2, 2, 3, 4]);
                let rows = (0..rows).map(|_| self.row(fact, columns)).collect();
                let more = self.chance(15);
                Value::Rows(Rows { rows, more })
            }
            kind => self.single((fact, None), kind, Decimal::ONE),
        }
    }

    /// A row with some cells missing.
    pub fn row(&mut self, list: FactId, columns: &[Column]) -> Row {
        let mut row = vec![None; columns.len()];
        self.fill(list, columns, &mut row, 88);
        row
    }

    /// Fills missing cells of a row, each with this chance in a hundred.
    pub fn fill(&mut self, list: FactId, columns: &[Column], row: &mut Row, percent: u8) {
        for (index, column) in columns.iter().enumerate() {
            if row[index].is_some() || !is_shown(column, row) || !self.chance(percent) {
                continue;
            }
            let each = match column.at_most_each.map(|count| &row[usize::from(count)]) {
                Some(Some(Value::Quantity(count))) => *count,
                _ => Decimal::ONE,
            };
            let slot = (list, u8::try_from(index).ok());
            let value = self.single(slot, &kind_in(column), each);
            row[index] = Some(self.in_order(columns, row, index, value));
        }
    }

    /// A date moved so that it lies as it must to the other of its pair.
    fn in_order(&mut self, columns: &[Column], row: &Row, index: usize, value: Value) -> Value {
        let Value::Date(date) = value else {
            return value;
        };
        let known = |column: usize| match row[column] {
            Some(Value::Date(date)) => Some(date),
            _ => None,
        };
        let days = self.rng.i32(1..800);
        let step = |date: Date, days: i32| {
            let moved = date.checked_add(jiff::ToSpan::days(days));
            moved.expect("dates lie near the assessment")
        };
        let after = columns[index].after.and_then(|first| known(first.into()));
        let mut later = columns.iter().enumerate();
        let before = later.find(|(_, other)| other.after.map(usize::from) == Some(index));
        let before = before.and_then(|(other, _)| known(other));
        Value::Date(match (after, before) {
            (Some(first), _) if date <= first => step(first, days),
            (_, Some(last)) if date >= last => step(last, -days),
            _ => date,
        })
    }

    /// A valid value that is no list; the greatest number accepted counts `each` times.
    fn single(&mut self, slot: Slot, kind: &Kind, each: Decimal) -> Value {
        let wanted = self.world.wanted(slot);
        if !wanted.is_empty() && self.chance(60) {
            let wanted = self.one_of(wanted).clone();
            return match wanted {
                Value::Region(region) => Value::Region(self.part_of(region)),
                other => other,
            };
        }
        match kind {
            Kind::YesNo => Value::YesNo(self.rng.bool()),
            Kind::OneOf(options) => Value::OneOf(self.index(options.len())),
            Kind::SeveralOf(options) => {
                let options = 0..u16::try_from(options.len()).expect("few options");
                Value::SeveralOf(options.filter(|_| self.chance(75)).collect())
            }
            Kind::Region => {
                let regions = self.world.catalog.questionnaire.regions.answers();
                let regions: Vec<_> = regions.collect();
                Value::Region(self.one_of(&regions).code)
            }
            Kind::Quantity(measured) if is_calendar_year(measured) => self.year(measured),
            Kind::Quantity(measured) => Value::Quantity(self.number(slot.0, measured, each)),
            Kind::Date => Value::Date(self.date()),
            Kind::Rows(_) => unreachable!("a list is made of rows"),
        }
    }

    /// The region itself, the one that it lies in, or a part of it.
    fn part_of(&mut self, region: RegionCode) -> RegionCode {
        if self.chance(15) {
            return region.parent().unwrap_or(region);
        }
        let regions = self.world.catalog.questionnaire.regions.answers();
        let parts = regions.map(|known| known.code);
        let parts: Vec<_> = parts.filter(|code| region.covers(*code)).collect();
        *self.one_of(&parts)
    }

    fn year(&mut self, measured: &Measured) -> Value {
        let year = self.date.year() + *self.one_of(&[-5, -3, -2, -2, -1, -1, 0, 0, 1]);
        Value::Quantity(Decimal::from(year).clamp(measured.at_least, measured.at_most))
    }

    fn date(&mut self) -> Date {
        let year = self.date.year() + *self.one_of(&[-1, 0, 0, 0, 1]);
        let (month, day) = *self.one_of(&[(1, 1), (1, 2), (7, 1), (12, 31), (2, 28)]);
        Date::new(year, month, day).expect("a day of every year")
    }

    /// A number at a limit of the documents, one step beside it, a multiple of it, or any.
    fn number(&mut self, fact: FactId, measured: &Measured, each: Decimal) -> Decimal {
        let step = step_of(measured);
        let at_most = measured.at_most * each;
        let figures = self.world.limits(fact, measured.unit);
        let at_a_limit = !figures.is_empty() && self.chance(80);
        let value = if at_a_limit {
            let figure = *self.one_of(&figures);
            let times = *self.one_of(&[1, 1, 1, 2, 10, 100]);
            let steps = *self.one_of(&[-1, 0, 0, 1]);
            figure * Decimal::from(times) + step * Decimal::from(steps)
        } else {
            let most = *self.one_of(&[3_u64, 100, 10_000, 100_000_000]);
            step * Decimal::from(self.rng.u64(0..=most))
        };
        let places = step.normalize().scale();
        value
            .clamp(measured.at_least, at_most)
            .trunc_with_scale(places)
    }

    fn index(&mut self, len: usize) -> u16 {
        let len = u16::try_from(len).expect("few options");
        self.rng.u16(0..len)
    }

    /// One of several, each as likely.
    pub fn one_of<'v, T>(&mut self, values: &'v [T]) -> &'v T {
        &values[self.rng.usize(0..values.len())]
    }
}
