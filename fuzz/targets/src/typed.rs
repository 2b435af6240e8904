//! What is typed at every kind of question.

use policy_check::session::{Action, Field, Session};
use policy_engine::fact::{Ask, Kind};
use policy_engine::questionnaire::Questionnaire;

use crate::session::{blank, holds};

/// Years in which a question that has one for each is asked.
const YEARS: [i16; 3] = [2024, 2025, 2026];

/// One answer in each line, `name=text`: a name that no question has stands for any. In a choice of
/// several and in a row, `|` separates what is taken, in a list `;` the rows.
pub fn attack(bytes: &[u8]) {
    let text = crate::text(bytes);
    let mut session = blank();
    for line in text.lines() {
        let (name, text) = line.split_once('=').unwrap_or((line, ""));
        let ask = question(&session.catalog().questionnaire, name);
        answer(&mut session, ask, text);
    }
    holds(&session);
}

/// The question of a name, or one that its bytes stand for.
fn question(questionnaire: &Questionnaire, name: &str) -> Ask {
    questionnaire.ask_named(name).unwrap_or_else(|| {
        let sum = name
            .bytes()
            .fold(0, |sum: usize, byte| sum * 31 % 65_521 + usize::from(byte));
        let facts: Vec<_> = questionnaire.ids().collect();
        let (fact, about) = facts[sum % facts.len()];
        let year = about.per_year.then_some(YEARS[sum % YEARS.len()]);
        Ask { fact, year }
    })
}

fn answer(session: &mut Session, ask: Ask, text: &str) {
    let kind = &session.catalog().questionnaire.fact(ask.fact).kind;
    let field = Field { ask, cell: None };
    match kind {
        _ if text == "?" => session.apply(Action::Unsure(ask, true)),
        Kind::SeveralOf(_) if text.is_empty() => session.apply(Action::PickNone(ask)),
        Kind::SeveralOf(_) => {
            for pick in text.split('|') {
                session.apply(Action::Pick(ask, pick.to_owned(), true));
            }
        }
        Kind::Rows(_) if text.is_empty() => session.apply(Action::NoRows(ask, true)),
        Kind::Rows(columns) => {
            for row in text.split(';') {
                let key = session.next_row_key();
                session.apply(Action::AddRow(ask));
                for (column, cell) in (0..).zip(row.split('|').take(columns.len())) {
                    let cell_of = Field {
                        cell: Some((key, column)),
                        ..field
                    };
                    session.apply(Action::Enter(cell_of));
                    session.apply(Action::Type(cell_of, cell.to_owned()));
                    session.apply(Action::Leave(cell_of));
                }
            }
        }
        _ => {
            session.apply(Action::Enter(field));
            session.apply(Action::Type(field, text.to_owned()));
            session.doubt(field);
            session.apply(Action::Leave(field));
        }
    }
}
