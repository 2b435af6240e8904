//! What the columns of a table of enterprises stand for.

use csv::StringRecord;
use jiff::civil::Date;
use policy_engine::case::Case;
use policy_engine::catalog::Catalog;
use policy_engine::fact::{Answers, Ask, Fact, Kind};
use policy_engine::input::MOST;
use policy_engine::ordered::{Map, Set};
use policy_engine::policy::parts::Part;
use policy_engine::questionnaire::Questionnaire;
use policy_exchange::Wrong;
use policy_exchange::table::{self, Cell, MARK};
use policy_wording::command_texts;

use crate::answers::unknown;

/// The columns by the questions that they answer; the first one names the enterprise.
pub struct Columns<'q> {
    /// The questions.
    pub(super) questionnaire: &'q Questionnaire,
    /// Where the answer to each stands, in the order of the questions.
    pub(super) places: Map<Ask, Place>,
    /// How many columns there are.
    pub(super) count: usize,
}

/// Where the answer to a question stands in a line.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Place {
    /// The column for the whole answer; for a list only to say that there is none.
    pub whole: Option<usize>,
    /// For a list, the columns of each of its rows: `fleet.1.hours`.
    pub rows: Map<usize, Vec<Option<usize>>>,
}

/// What the name of a column stands for.
enum Named {
    Whole(Ask),
    Cell(Ask, usize, usize),
}

impl<'q> Columns<'q> {
    /// Reads the head of a table; a name that is no question's is a mistake, and so is a head without any.
    pub fn read(
        questionnaire: &'q Questionnaire,
        head: &StringRecord,
    ) -> Result<Columns<'q>, String> {
        let mut places: Map<Ask, Place> = Map::new();
        for (index, name) in head.iter().enumerate().skip(1) {
            let name = name.trim();
            let named = named(questionnaire, name);
            let (ask, cell) = match named.ok_or_else(|| unknown(questionnaire, name))? {
                Named::Whole(ask) => (ask, None),
                Named::Cell(ask, row, column) => (ask, Some((row, column))),
            };
            let place = places.entry(ask).or_default();
            let column = match cell {
                None => &mut place.whole,
                Some((row, column)) => {
                    let columns = questionnaire.fact(ask.fact).columns().len();
                    let cells = place.rows.entry(row);
                    &mut cells.or_insert_with(|| vec![None; columns])[column]
                }
            };
            if column.replace(index).is_some() {
                return Err(Wrong::Twice(name.to_owned()).message());
            }
        }
        // A file that is parted by something else than commas has but one column.
        if places.is_empty() {
            return Err(command_texts().cli_no_questions.to_owned());
        }
        Ok(Columns {
            questionnaire,
            places,
            count: head.len(),
        })
    }
}

/// What `company.staff@2025` or `fleet.1.hours` stands for: a question, or a cell of a row.
fn named(questionnaire: &Questionnaire, name: &str) -> Option<Named> {
    if let Some(ask) = questionnaire.ask_named(name) {
        return Some(Named::Whole(ask));
    }
    let (list, column) = name.rsplit_once('.')?;
    let (list, row) = list.rsplit_once('.')?;
    let row = row.parse().ok().filter(|row| (1..=MOST).contains(row))?;
    let ask = questionnaire.ask_named(list)?;
    let columns = questionnaire.fact(ask.fact).columns().iter();
    let column = { columns }.position(|one| one.names().any(|name| name == column))?;
    Some(Named::Cell(ask, row, column))
}

/// The head of a table that asks all that the conditions and amounts of a catalogue rest on, and one
/// row of each list.
pub fn template(catalog: &Catalog, date: Date) -> String {
    let questionnaire = &catalog.questionnaire;
    let answers = Answers::default();
    let case = Case::new(questionnaire, &answers, date);
    let mut asks = Set::default();
    for (_, program) in catalog.programs() {
        program.parts(&mut |part| {
            if let Part::Fact(reference) = part {
                asks.insert(case.ask(reference));
            }
        });
    }
    let names = asks.iter().flat_map(|ask| {
        let name = questionnaire.name_of(*ask);
        cells(questionnaire.fact(ask.fact), name)
    });
    let names = std::iter::once(command_texts().cli_enterprise.to_owned()).chain(names);
    let names: Vec<_> = names.map(|name| Cell::text(&name).to_string()).collect();
    format!("{MARK}{}{}", names.join(","), table::LINE_END)
}

/// The columns for one question.
fn cells(fact: &Fact, name: String) -> Vec<String> {
    match &fact.kind {
        Kind::Rows(columns) => {
            let cells = columns
                .iter()
                .map(|column| format!("{name}.1.{}", column.id));
            cells.chain([name.clone()]).collect()
        }
        _ => vec![name],
    }
}
