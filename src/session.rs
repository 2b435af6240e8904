//! The session: what was typed, what it says, and what follows. No browser type in it.

mod alike;
mod answered;
mod asked;
mod calculator;
mod changes;
mod day;
mod doubt;
mod drafts;
mod entry;
mod examples;
mod file;
mod guide;
mod identity;
mod language;
mod link;
mod look;
mod order;
mod outcome;
mod preset;
mod saved;
mod situation;
mod unit;
mod wrong;

use jiff::civil::Date;
use policy_catalog::Part;
use policy_engine::assess::assess_program;
use policy_engine::case::Case;
use policy_engine::catalog::Catalog;
use policy_engine::fact::{Answer, Answers, Ask, ColumnId, Value};
use policy_engine::input;
use policy_engine::language::Language;
use policy_engine::ordered::{Map, Set};
use policy_engine::policy::Topic;
use policy_wording::advice::{self, Advice};
use policy_wording::report::{self, Program};
use rust_decimal::Decimal;

use guide::Guide;
use order::Order;
use preset::Preset;
use situation::Situation;

pub use answered::{Answered, AnsweredGroup, Given, Table};
pub use calculator::Calculator;
pub use changes::{Change, Changes, Group};
pub use entry::{Entry, RowEntry, RowKey};
pub use examples::{Example, examples};
pub use guide::Step;
pub use identity::Identity;
pub use link::{LONGEST as LONGEST_LINK, LinkError, Restored, is_code};
pub use look::{Look, Theme};
pub use outcome::Outcome;
pub use saved::{Corrupt, LONGEST as LONGEST_FORM};
pub use wrong::Wrong;

/// One enterprise filling in the questionnaire.
#[derive(Clone, Debug)]
pub struct Session {
    catalog: &'static Catalog,
    part: Option<&'static Part>,
    preset: Preset,
    language: Language,
    today: Date,
    date: Date,
    typed_date: Option<String>,
    topics: Set<Topic>,
    entries: Map<Ask, Entry>,
    in_wan: Set<unit::Place>,
    kept: Map<Field, Decimal>,
    read: Map<Ask, input::Read>,
    editing: Option<Field>,
    /// Whether the field being edited was changed since it was entered.
    typing: bool,
    next_row: RowKey,
    pinned: Option<Situation>,
    pins: u32,
    order: Option<Order>,
    identity: Identity,
    look: Look,
    guide: Guide,
    example: Option<&'static str>,
}

/// A field of the page: a question's own, or a cell of one of its rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Field {
    /// The question.
    pub ask: Ask,
    /// The row and column, in a list.
    pub cell: Option<(RowKey, ColumnId)>,
}

/// What a person does.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Typed or chose a text.
    Type(Field, String),
    /// Took or left an option of several.
    Pick(Ask, String, bool),
    /// Took none of several options.
    PickNone(Ask),
    /// Said 不清楚, or took it back.
    Unsure(Ask, bool),
    /// Took an answer back.
    Clear(Ask),
    /// Added a row to a list.
    AddRow(Ask),
    /// Removed a row.
    RemoveRow(Ask, RowKey),
    /// Said that a list has no rows, or took it back.
    NoRows(Ask, bool),
    /// Said that a list has rows still to come, or that it has not.
    More(Ask, bool),
    /// Copied another year's rows to a list.
    CopyRows {
        /// The list without rows.
        to: Ask,
        /// The list to copy.
        from: Ask,
    },
    /// Chose 万元 (true) or 元 as the unit of a field, and of its column in all rows.
    InWan(Field, bool),
    /// Said that an unusual value is right.
    Keep(Field),
    /// Came to a field.
    Enter(Field),
    /// Left a field.
    Leave(Field),
    /// Opened or closed a topic.
    Open(Topic, bool),
    /// Chose another day to assess, as typed.
    Date(String),
    /// Took the answers as the first of two situations, or gave the comparison up.
    Pin(bool),
    /// Put the first of two situations into the form, and the form in its place.
    Swap,
    /// Sorted the questions by what they can still move, or as the author did.
    Sort(bool),
    /// Typed the name or code of the enterprise.
    Identify(Identity),
    /// Chose a language.
    Speak(Language),
    /// Chose how the page looks.
    Look(Look),
    /// Asked for one question at a time, or for all of them.
    Guide(bool),
    /// Went to a question, or to the end.
    Go(Step),
    /// Said 不清楚 to a question and went on.
    Skip(Ask),
    /// Filled the form in as an example enterprise.
    Try(&'static str),
    /// Took the answers of an example for a start of the own ones.
    Adopt,
    /// Began anew.
    StartAnew,
}

impl PartialEq for Session {
    /// The catalogue is compared by identity: there is one in each language.
    fn eq(&self, other: &Session) -> bool {
        std::ptr::eq(self.catalog, other.catalog)
            && self.date == other.date
            && self.typed_date == other.typed_date
            && self.pinned == other.pinned
            && self.order == other.order
            && self.identity == other.identity
            && self.look == other.look
            && self.topics == other.topics
            && self.entries == other.entries
            && self.in_wan == other.in_wan
            && self.kept == other.kept
            && self.editing == other.editing
            && self.typing == other.typing
            && self.next_row == other.next_row
            && self.guide == other.guide
            && self.example == other.example
    }
}

impl Session {
    /// A session without answers on a day.
    pub fn new(catalog: &'static Catalog, date: Date) -> Session {
        Session {
            catalog,
            part: None,
            preset: Preset::default(),
            language: policy_wording::language(),
            today: date,
            date,
            typed_date: None,
            topics: Set::from([preset::FIRST]),
            entries: Map::new(),
            in_wan: Set::default(),
            kept: Map::new(),
            read: Map::new(),
            editing: None,
            typing: false,
            next_row: 0,
            pinned: None,
            pins: 0,
            order: None,
            identity: Identity::default(),
            look: Look::default(),
            guide: Guide::default(),
            example: None,
        }
    }

    /// The catalogue that the session asks from.
    pub fn catalog(&self) -> &'static Catalog {
        self.catalog
    }

    /// How the page looks.
    pub fn look(&self) -> Look {
        self.look
    }

    /// The topics that are open, in order.
    pub fn topics(&self) -> Vec<Topic> {
        self.topics.iter().copied().collect()
    }

    /// Does what a person did.
    pub fn apply(&mut self, action: Action) {
        self.stay_at(&action);
        match action {
            Action::Type(field, text) => self.type_text(field, text),
            Action::Pick(ask, option, taken) => self.pick(ask, option, taken),
            Action::PickNone(ask) => self.set(ask, Entry::Picks(Vec::new())),
            Action::Unsure(ask, unsure) => self.unsure(ask, unsure),
            Action::Clear(ask) => self.remove(ask),
            Action::AddRow(ask) => self.add_row(ask),
            Action::RemoveRow(ask, key) => self.remove_row(ask, key),
            Action::NoRows(ask, true) => self.set(ask, Entry::no_rows()),
            Action::NoRows(ask, false) => self.remove(ask),
            Action::More(ask, more) => self.more(ask, more),
            Action::CopyRows { to, from } => self.copy_rows(to, from),
            Action::InWan(field, wan) => self.count_in_wan(field, wan),
            Action::Keep(field) => self.keep_value(field),
            Action::Enter(field) => self.enter(field),
            Action::Leave(field) => self.leave(field),
            Action::Open(topic, true) => {
                self.topics.insert(topic);
            }
            Action::Open(topic, false) => {
                self.topics.remove(&topic);
            }
            Action::Date(text) => self.set_date(text),
            Action::Pin(pin) => self.pin(pin),
            Action::Swap => self.swap(),
            Action::Sort(sort) => self.order = sort.then(|| Order::of(self)),
            Action::Identify(identity) => self.identity = identity,
            Action::Speak(language) => self.speak(language),
            Action::Look(look) => self.look = look,
            Action::Guide(guided) => self.guide(guided),
            Action::Go(step) => self.go(step),
            Action::Skip(ask) => self.skip(ask),
            Action::Try(id) => self.fill_in(id),
            Action::Adopt => self.example = None,
            Action::StartAnew => self.start_anew(),
        }
    }

    fn type_text(&mut self, field: Field, text: String) {
        self.typing = self.editing == Some(field);
        match field.cell {
            None if text.is_empty() => self.remove(field.ask),
            None => self.set(field.ask, Entry::Text(text)),
            Some((key, column)) => {
                if let Some(row) = self
                    .rows_mut(field.ask)
                    .and_then(|rows| entry::row(rows, key))
                    && let Some(cell) = row.cells.get_mut(usize::from(column))
                {
                    *cell = text;
                }
                self.read_again(field.ask);
            }
        }
    }

    fn pick(&mut self, ask: Ask, option: String, taken: bool) {
        let mut picks = match self.entries.remove(&ask) {
            Some(Entry::Picks(picks)) => picks,
            _ => Vec::new(),
        };
        picks.retain(|pick| *pick != option);
        if taken {
            picks.push(option);
        }
        // Taking the last option back is not the same as saying 都没有.
        if picks.is_empty() {
            self.remove(ask)
        } else {
            self.set(ask, Entry::Picks(picks))
        }
    }

    fn unsure(&mut self, ask: Ask, unsure: bool) {
        let before = self.entries.remove(&ask);
        match (before, unsure) {
            (Some(Entry::Unsure(before)), true) => self.set(ask, Entry::Unsure(before)),
            (before, true) => self.set(ask, Entry::Unsure(before.map(Box::new))),
            (Some(Entry::Unsure(Some(before))), false) => self.set(ask, *before),
            (Some(Entry::Unsure(None)) | None, false) => self.remove(ask),
            (Some(entry), false) => self.set(ask, entry),
        }
    }

    fn add_row(&mut self, ask: Ask) {
        if matches!(self.entries.get(&ask), Some(Entry::Rows { rows, .. }) if rows.len() >= input::MOST)
        {
            return;
        }
        let columns = self.catalog.questionnaire.fact(ask.fact).columns();
        let row = RowEntry::new(self.next_row, columns);
        self.next_row += 1;
        match self.rows_mut(ask) {
            Some(rows) => rows.push(row),
            None => {
                self.entries.insert(
                    ask,
                    Entry::Rows {
                        rows: vec![row],
                        more: false,
                    },
                );
            }
        }
        self.read_again(ask);
    }

    fn remove_row(&mut self, ask: Ask, key: RowKey) {
        if let Some(rows) = self.rows_mut(ask) {
            rows.retain(|row| row.key != key);
            // A list whose last row is gone is unanswered; 没有 is an answer of its own.
            if rows.is_empty() {
                self.entries.remove(&ask);
            }
        }
        self.read_again(ask);
    }

    fn more(&mut self, ask: Ask, is_more: bool) {
        if let Some(Entry::Rows { more, .. }) = self.entries.get_mut(&ask) {
            *more = is_more;
        }
        self.read_again(ask);
    }

    fn copy_rows(&mut self, to: Ask, from: Ask) {
        let Some(Entry::Rows { rows, .. }) = self.entries.get(&from) else {
            return;
        };
        let mut rows = rows.clone();
        for row in &mut rows {
            row.key = self.next_row;
            self.next_row += 1;
        }
        self.copy_units(to, from);
        self.set(to, Entry::Rows { rows, more: false });
    }

    fn enter(&mut self, field: Field) {
        self.editing = Some(field);
        self.typing = false;
    }

    fn leave(&mut self, field: Field) {
        if self.editing == Some(field) {
            self.editing = None;
            self.typing = false;
        }
        let Field {
            ask,
            cell: Some((key, _)),
        } = field
        else {
            return;
        };
        if let Some(row) = self.rows_mut(ask).and_then(|rows| entry::row(rows, key)) {
            row.visited = true;
        }
    }

    fn rows_mut(&mut self, ask: Ask) -> Option<&mut Vec<RowEntry>> {
        match self.entries.get_mut(&ask) {
            Some(Entry::Rows { rows, .. }) => Some(rows),
            _ => None,
        }
    }

    fn set(&mut self, ask: Ask, entry: Entry) {
        self.entries.insert(ask, entry);
        self.read_again(ask);
    }

    fn remove(&mut self, ask: Ask) {
        self.entries.remove(&ask);
        self.read_again(ask);
    }

    fn read_again(&mut self, ask: Ask) {
        match self.full_entry(ask) {
            Some(entry) => {
                let read = input::read(&self.catalog.questionnaire, ask, &entry.draft());
                self.read.insert(ask, read);
            }
            None => {
                self.read.remove(&ask);
            }
        }
    }

    /// The key that the next row will have.
    pub fn next_row_key(&self) -> RowKey {
        self.next_row
    }

    /// The same question in other years, where rows were entered.
    pub fn years_with_rows(&self, ask: Ask) -> Vec<Ask> {
        let other = |other: &Ask| other.fact == ask.fact && *other != ask;
        let rows = self
            .entries
            .iter()
            .filter(|(_, entry)| matches!(entry, Entry::Rows { rows, .. } if !rows.is_empty()));
        rows.map(|(ask, _)| *ask).filter(other).collect()
    }

    /// What was typed or chosen.
    pub fn entry(&self, ask: Ask) -> Option<&Entry> {
        self.entries.get(&ask)
    }

    /// The valid value of a field.
    pub fn value(&self, field: Field) -> Option<&Value> {
        let Some(Answer::Known(value)) = self.read.get(&field.ask)?.answer.as_ref() else {
            return None;
        };
        match (field.cell, value) {
            (None, value) => Some(value),
            (Some((key, column)), Value::Rows(rows)) => {
                let index = self.entries.get(&field.ask)?.row_index(key)?;
                rows.rows.get(index)?.get(usize::from(column))?.as_ref()
            }
            (Some(_), _) => None,
        }
    }

    /// The valid answers.
    pub fn answers(&self) -> Answers {
        let answers = self
            .read
            .iter()
            .filter_map(|(ask, read)| Some((*ask, read.answer.clone()?)));
        Answers(answers.collect())
    }

    /// All that an official would check of a program, and what more would bring to it, by its id.
    pub fn detail(&self, program: &str) -> Option<(Program, Advice)> {
        let answers = self.answers();
        let case = Case::new(&self.catalog.questionnaire, &answers, self.date);
        let outcome = assess_program(&case, self.catalog, program)?;
        Some((
            report::program(&case, &outcome),
            advice::advice(&case, &outcome),
        ))
    }
}

#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
