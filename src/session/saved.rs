//! The saved form of a session: JSON, by the names that answer files use.

use std::collections::BTreeMap;

use policy_engine::fact::{Ask, Column, Kind};
use policy_engine::language::Language;
use policy_engine::policy::Topic;
use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};

use super::changes::Basis;
use super::{Entry, Look, Outcome, RowEntry, Session, examples};

/// The version of the form; raised when an older page could misread it.
const VERSION: u32 = 1;
/// The longest form read, in bytes; anything longer was not written by this page.
const LONGEST: usize = 1 << 20;

/// A saved form that cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Corrupt;

#[derive(Serialize, Deserialize)]
struct Form {
    version: u32,
    /// The topics that are open; the first pages had but one.
    topics: Option<Vec<String>>,
    /// The language, where it is not Chinese.
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<String>,
    answers: BTreeMap<String, Saved>,
    /// How the page looked; absent where nothing was chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    look: Option<Look>,
    /// The example that filled the form in, while it is marked as one.
    #[serde(skip_serializing_if = "Option::is_none")]
    example: Option<String>,
    /// The day assessed, where the person chose another than today.
    #[serde(skip_serializing_if = "Option::is_none")]
    on: Option<String>,
    /// Whether one question was asked at a time.
    #[serde(default, skip_serializing_if = "is_no")]
    guided: bool,
    /// When it was kept, in words; absent in what is handed over.
    #[serde(skip_serializing_if = "Option::is_none")]
    kept: Option<String>,
    /// What followed from the answers; absent in what is handed over before they are assessed, and
    /// in the forms of the first pages.
    #[serde(skip_serializing_if = "Option::is_none")]
    basis: Option<Lenient>,
}

fn is_no(answer: &bool) -> bool {
    !answer
}

/// What can be done without: the answers are read though it cannot be.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Lenient {
    Basis(Basis),
    #[serde(skip_serializing)]
    Other(IgnoredAny),
}

#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Saved {
    Unsure(()),
    Text(String),
    Picks(Vec<String>),
    Rows {
        rows: Vec<BTreeMap<String, String>>,
        more: bool,
    },
}

impl Session {
    /// Everything that was typed, as JSON.
    pub fn to_json(&self) -> String {
        self.form(None, None)
    }

    /// Everything that was typed, when it is kept, and as soon as it is known what followed from it,
    /// so that a later catalogue can say what it changed.
    pub fn to_kept_json(&self, now: String, outcome: Option<&Outcome>) -> String {
        let basis = outcome.map(|outcome| Lenient::Basis(self.basis(outcome)));
        self.form(Some(now), basis)
    }

    fn form(&self, kept: Option<String>, basis: Option<Lenient>) -> String {
        let questionnaire = &self.catalog().questionnaire;
        let answers = self.entries.iter().map(|(ask, entry)| {
            let columns = questionnaire.fact(ask.fact).columns();
            (questionnaire.name_of(*ask), save(columns, entry))
        });
        let form = Form {
            version: VERSION,
            topics: Some(
                self.topics
                    .iter()
                    .map(|topic| topic.id().to_owned())
                    .collect(),
            ),
            language: self.language_id().map(str::to_owned),
            answers: answers.collect(),
            look: (self.look != Look::default()).then_some(self.look),
            example: self.example.map(str::to_owned),
            on: (self.date != self.today).then(|| self.date.to_string()),
            guided: self.is_guided(),
            kept,
            basis,
        };
        serde_json::to_string(&form).unwrap_or_default()
    }

    /// Takes over what another session typed; names that the catalogue no longer has are left out.
    pub fn restore(&mut self, json: &str) -> Result<(), Corrupt> {
        let form = read(json)?;
        self.look = form.look.unwrap_or(self.look);
        if let Some(topics) = form.topics {
            let open = |topic: &Topic| topics.iter().any(|id| id == topic.id());
            self.topics = Topic::ALL.into_iter().filter(open).collect();
        }
        if let Some(language) = form.language.as_deref().and_then(Language::named) {
            self.speak(language);
        }
        if let Some(on) = form.on {
            self.restore_date(&on);
        }
        self.example = form.example.and_then(|id| examples::known(&id));
        if form.guided {
            self.guide(true);
        }
        for (name, saved) in form.answers {
            let questionnaire = &self.catalog().questionnaire;
            let Some(ask) = questionnaire.ask_named(&name) else {
                continue;
            };
            // An answer by the name of today is the newer one.
            if self.entries.contains_key(&ask) && questionnaire.name_of(ask) != name {
                continue;
            }
            let entry = self.load(ask, saved);
            self.set(ask, entry);
        }
        Ok(())
    }

    /// Takes over how the page looked, which is no answer and needs no asking.
    pub fn restore_look(&mut self, json: &str) {
        if let Ok(Some(look)) = read(json).map(|form| form.look) {
            self.look = look;
        }
    }

    fn load(&mut self, ask: Ask, saved: Saved) -> Entry {
        let kind = &self.catalog().questionnaire.fact(ask.fact).kind;
        let columns = self.catalog().questionnaire.fact(ask.fact).columns();
        match saved {
            Saved::Unsure(()) => Entry::Unsure(None),
            Saved::Text(text) => Entry::Text(current(kind, text)),
            Saved::Picks(picks) => {
                let picks = picks.into_iter().map(|pick| current(kind, pick));
                Entry::Picks(picks.collect())
            }
            Saved::Rows { rows, more } => {
                let rows = rows.into_iter().map(|mut texts| {
                    let mut row = RowEntry::new(self.next_row, columns);
                    self.next_row += 1;
                    for (cell, column) in row.cells.iter_mut().zip(columns) {
                        let text = column.names().find_map(|name| texts.remove(name));
                        *cell = current(&column.kind, text.unwrap_or_default());
                    }
                    row.visited = true;
                    row
                });
                let rows = rows.collect();
                Entry::Rows { rows, more }
            }
        }
    }
}

fn read(json: &str) -> Result<Form, Corrupt> {
    if json.len() > LONGEST {
        return Err(Corrupt);
    }
    let form: Form = serde_json::from_str(json).map_err(|_| Corrupt)?;
    if form.version == VERSION {
        Ok(form)
    } else {
        Err(Corrupt)
    }
}

/// When a form was kept, where it says so.
pub fn kept_at(json: &str) -> Result<Option<String>, Corrupt> {
    Ok(read(json)?.kept)
}

/// What followed from the answers of a saved form when it was saved.
pub(super) fn basis(json: &str) -> Option<Basis> {
    match read(json).ok()?.basis? {
        Lenient::Basis(basis) => Some(basis),
        Lenient::Other(_) => None,
    }
}

/// The id that an option has now, where the text is an earlier one.
fn current(kind: &Kind, text: String) -> String {
    let (Kind::OneOf(options) | Kind::SeveralOf(options)) = kind else {
        return text;
    };
    let option = options.iter().find(|choice| choice.is_called(&text));
    option.map_or(text, |choice| choice.id.clone())
}

fn save(columns: &[Column], entry: &Entry) -> Saved {
    match entry {
        Entry::Text(text) => Saved::Text(text.clone()),
        Entry::Picks(picks) => Saved::Picks(picks.clone()),
        Entry::Rows { rows, more } => {
            let row = |row: &RowEntry| {
                let cells = columns.iter().zip(&row.cells);
                let typed = cells.filter(|(_, text)| !text.is_empty());
                typed
                    .map(|(column, text)| (column.id.clone(), text.clone()))
                    .collect()
            };
            Saved::Rows {
                rows: rows.iter().map(row).collect(),
                more: *more,
            }
        }
        Entry::Unsure(_) => Saved::Unsure(()),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::Date;

    use super::*;

    #[test]
    fn a_kept_form_says_when() {
        let session = Session::new(policy_catalog::catalog(), Date::constant(2026, 11, 21));
        let json = session.to_kept_json("2026-11-21 10:00".into(), None);
        assert_eq!(kept_at(&json), Ok(Some("2026-11-21 10:00".into())));
        assert_eq!(kept_at(&session.to_json()), Ok(None));
        assert_eq!(kept_at("{"), Err(Corrupt));
    }
}
