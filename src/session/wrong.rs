//! What is wrong with entries, at their fields and summed up in the order of the questions.

use policy_engine::case::Place;
use policy_engine::fact::Ask;
use policy_engine::input::{At, Problem};
use policy_wording::{error, place};

use super::{Entry, Field, RowEntry, Session};

/// An entry that cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// What was asked.
    pub question: String,
    /// What is wrong with the answer.
    pub message: String,
}

impl Session {
    /// What is wrong with a field that is not being typed in; who comes back to it still sees it.
    pub fn problem(&self, field: Field) -> Option<&Problem> {
        if self.typing && self.editing == Some(field) {
            return None;
        }
        let entry = self.entries.get(&field.ask)?;
        let at = match field.cell {
            None => At::Whole,
            Some((key, column)) => At::Cell(entry.row_index(key)?, column),
        };
        self.problem_at(field.ask, at)
    }

    /// What is wrong with a row as a whole, once it was visited.
    pub fn row_problem(&self, ask: Ask, row: &RowEntry) -> Option<&Problem> {
        let inside =
            |field: Field| field.ask == ask && field.cell.is_some_and(|cell| cell.0 == row.key);
        if !row.visited || self.editing.is_some_and(inside) {
            return None;
        }
        let index = self.entries.get(&ask)?.row_index(row.key)?;
        self.problem_at(ask, At::Row(index))
    }

    pub(super) fn problem_at(&self, ask: Ask, at: At) -> Option<&Problem> {
        self.read
            .get(&ask)?
            .problems
            .iter()
            .find(|problem| problem.at == at)
    }

    /// The entries that cannot be taken and are not being typed in, each with its field.
    pub fn wrong(&self) -> Vec<(Field, Wrong)> {
        let problems = self.read.iter().flat_map(|(ask, read)| {
            let problems = read.problems.iter();
            problems.map(|problem| (*ask, problem))
        });
        let wrong = problems.filter_map(|(ask, problem)| {
            let field = self.field_at(ask, problem.at)?;
            let told = match problem.at {
                At::Row(_) => self.editing.is_none_or(|editing| editing.ask != ask),
                _ => self.problem(field).is_some(),
            };
            let wrong = Wrong {
                question: place::place(&self.catalog.questionnaire, place_of(ask, problem.at)),
                message: error::message(&problem.error),
            };
            told.then_some((field, wrong))
        });
        wrong.collect()
    }

    /// The field of a problem; of a row as a whole its first.
    fn field_at(&self, ask: Ask, at: At) -> Option<Field> {
        let (row, column) = match at {
            At::Whole => return Some(Field { ask, cell: None }),
            At::Row(row) => (row, 0),
            At::Cell(row, column) => (row, column),
        };
        let Some(Entry::Rows { rows, .. }) = self.entries.get(&ask) else {
            return None;
        };
        let row = rows.get(row)?;
        // A row that nobody has left yet is still being filled in.
        row.visited.then_some(Field {
            ask,
            cell: Some((row.key, column)),
        })
    }
}

/// The place of a problem, as other places are named.
fn place_of(ask: Ask, at: At) -> Place {
    let cell = match at {
        At::Cell(row, column) => Some((row, column)),
        At::Whole | At::Row(_) => None,
    };
    Place { ask, cell }
}
