//! The case at hand: one enterprise's answers on one day.

use jiff::civil::Date;

use crate::fact::{Answers, Ask, ColumnId, FactId, Row, Rows, Value};
use crate::questionnaire::Questionnaire;

/// What an evaluation looks at.
#[derive(Clone, Copy)]
pub struct Case<'a> {
    /// What can be asked.
    pub questionnaire: &'a Questionnaire,
    /// The answers so far.
    pub answers: &'a Answers,
    /// The assessment date.
    pub date: Date,
    /// The calendar year whose money is assessed (本年度).
    pub year: i16,
    /// The row at hand, inside a list of rows.
    pub row: Option<RowAt<'a>>,
}

/// A row of a list.
#[derive(Clone, Copy)]
pub struct RowAt<'a> {
    /// The question whose answer is the list.
    pub ask: Ask,
    /// The row's place in the list.
    pub index: usize,
    /// Its cells.
    pub cells: &'a Row,
}

/// A fact as a policy refers to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct FactRef {
    /// The fact.
    pub fact: FactId,
    /// For a fact that is per year: 0 is 本年度, -1 上一年度.
    pub year: Option<i8>,
}

/// Where a value comes from: an answer, or a cell of the row at hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Source {
    /// An answer.
    Fact(FactRef),
    /// A cell of the row at hand.
    Column(ColumnId),
}

/// A question, or one cell of its answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The question.
    pub ask: Ask,
    /// The row and column, inside a list of rows.
    pub cell: Option<(usize, ColumnId)>,
}

impl<'a> Case<'a> {
    /// The question that a reference stands for in the year at hand.
    pub fn ask(&self, reference: FactRef) -> Ask {
        Ask {
            fact: reference.fact,
            year: reference.year.map(|offset| self.year + i16::from(offset)),
        }
    }

    /// The place of a value and the value, if it is known.
    pub fn look_up(&self, source: Source) -> (Place, Option<&'a Value>) {
        match source {
            Source::Fact(reference) => {
                let ask = self.ask(reference);
                (Place { ask, cell: None }, self.answers.known(ask))
            }
            Source::Column(column) => {
                let row = self.row.expect("checked: a column stands inside its list");
                let place = Place {
                    ask: row.ask,
                    cell: Some((row.index, column)),
                };
                let cell = row.cells.get(usize::from(column));
                (place, cell.and_then(Option::as_ref))
            }
        }
    }

    /// The rows answered to a question, if any were.
    pub fn rows(&self, reference: FactRef) -> (Ask, Option<&'a Rows>) {
        let ask = self.ask(reference);
        match self.answers.known(ask) {
            Some(Value::Rows(rows)) => (ask, Some(rows)),
            _ => (ask, None),
        }
    }

    /// The same case with another year's money.
    pub fn in_year(self, year: i16) -> Case<'a> {
        Case { year, ..self }
    }

    /// The list whose rows are being looked at.
    pub fn list(&self) -> Option<FactId> {
        self.row.map(|row| row.ask.fact)
    }

    /// The same case inside one row of an answered list.
    pub fn at_row(self, ask: Ask, index: usize) -> Case<'a> {
        match self.answers.known(ask) {
            Some(Value::Rows(rows)) if index < rows.rows.len() => {
                self.in_row(ask, index, &rows.rows[index])
            }
            _ => self,
        }
    }

    /// The same case inside a row.
    pub fn in_row(self, ask: Ask, index: usize, cells: &'a Row) -> Case<'a> {
        Case {
            row: Some(RowAt { ask, index, cells }),
            ..self
        }
    }
}
