//! Changes of answers: what a number can become, and the answers after it did.

use rust_decimal::Decimal;

use crate::case::{Case, Place};
use crate::exact;
use crate::fact::{Answer, Answers, Ask, Kind, Measured, Value};
use crate::quantity::Quantity;

/// A number of the answers that may grow.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Growing<'a> {
    /// Where it stands.
    pub at: Place,
    /// Its unit and limits.
    pub measured: &'a Measured,
    /// Its value, in base units.
    pub value: Decimal,
    /// One more of it, in base units; the unit shown where the questionnaire names none.
    pub one: Decimal,
    /// The greatest value accepted, in base units.
    pub at_most: Decimal,
}

impl<'a> Growing<'a> {
    /// The number at a place, if it is known.
    pub fn any(case: &Case<'a>, at: Place) -> Option<Growing<'a>> {
        let Some(Value::Quantity(value)) = value_at(case.answers, at) else {
            return None;
        };
        let Kind::Quantity(measured) = at.kind(case.questionnaire) else {
            return None;
        };
        Some(Growing {
            at,
            measured,
            value: *value,
            one: measured.more.unwrap_or_else(|| shown(measured)),
            at_most: measured.at_most.checked_mul(each(case, at))?,
        })
    }

    /// The number at a place, if it is known, of the present, and something one can have more of.
    pub fn at(case: &Case<'a>, at: Place) -> Option<Growing<'a>> {
        let present = !is_past(case, at.ask);
        Growing::any(case, at).filter(|number| present && number.measured.more.is_some())
    }

    /// The smallest step that can be typed, in base units.
    pub fn step(&self) -> Decimal {
        let shown = shown(self.measured);
        let step = exact::mul(shown, Decimal::new(1, self.measured.decimals.into()));
        step.unwrap_or(shown)
    }

    /// The answers with so much more of it; nothing where that would not be accepted.
    pub fn more(&self, answers: &Answers, by: Decimal) -> Option<Answers> {
        let value = exact::add(self.value, by).filter(|value| *value <= self.at_most)?;
        Some(with(answers, self.at, Value::Quantity(value)))
    }
}

/// One of the unit shown at a field, in base units.
fn shown(measured: &Measured) -> Decimal {
    let one = Quantity::read(&format!("1{}", measured.shown));
    one.map_or(Decimal::ONE, |unit| unit.value)
}

/// How often the limit of a cell counts: once for each aircraft of its row.
fn each(case: &Case, at: Place) -> Decimal {
    let count = || {
        let (row, column) = at.cell?;
        let column = &case.questionnaire.fact(at.ask.fact).columns()[usize::from(column)];
        let cell = Some((row, column.at_most_each?));
        match value_at(case.answers, Place { cell, ..at }) {
            Some(Value::Quantity(count)) => Some(*count),
            _ => None,
        }
    };
    count().unwrap_or(Decimal::ONE)
}

/// Whether a question is about a year that is past.
pub fn is_past(case: &Case, ask: Ask) -> bool {
    ask.year.is_some_and(|year| year < case.date.year())
}

/// The places that are visited, each once.
pub fn each_once(visit_all: impl FnOnce(&mut dyn FnMut(Place))) -> Vec<Place> {
    let mut places = Vec::new();
    visit_all(&mut |at| {
        if !places.contains(&at) {
            places.push(at);
        }
    });
    places
}

/// The value at a place, if it is known.
pub fn value_at(answers: &Answers, at: Place) -> Option<&Value> {
    match (answers.known(at.ask)?, at.cell) {
        (Value::Rows(rows), Some((row, column))) => {
            rows.rows.get(row)?.get(usize::from(column))?.as_ref()
        }
        (value, None) => Some(value),
        _ => None,
    }
}

/// The answers with another value at a place.
pub fn with(answers: &Answers, at: Place, value: Value) -> Answers {
    let mut answers = answers.clone();
    match (answers.0.get_mut(&at.ask), at.cell) {
        (Some(Answer::Known(Value::Rows(rows))), Some((row, column))) => {
            if let Some(cell) = rows
                .rows
                .get_mut(row)
                .and_then(|row| row.get_mut(usize::from(column)))
            {
                *cell = Some(value);
            }
        }
        _ => {
            answers.0.insert(at.ask, Answer::Known(value));
        }
    }
    answers
}

/// The answers with one more row like one that a list has.
pub fn with_row_again(answers: &Answers, at: Place) -> Option<Answers> {
    let (row, _) = at.cell?;
    let mut answers = answers.clone();
    let Some(Answer::Known(Value::Rows(rows))) = answers.0.get_mut(&at.ask) else {
        return None;
    };
    rows.rows.push(rows.rows.get(row)?.clone());
    Some(answers)
}
