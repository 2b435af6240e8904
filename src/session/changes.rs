//! What a newer catalogue changed since answers were kept.
//!
//! Beside the answers stands what followed from them: of each program its hash, state and amount.
//! A page with another catalogue assesses the answers anew, on the day of then and on the day of now,
//! so that what the catalogue did and what the day did are told apart.

use std::collections::BTreeMap;

use policy_engine::assess::{State, serves};
use policy_engine::day;
use policy_engine::policy::Topic;
use policy_wording::headline::Headline;
use policy_wording::report::Report;
use policy_wording::{fill, texts};
use serde::{Deserialize, Serialize};

use super::{Outcome, Session, saved};

/// What followed from the answers when they were kept.
#[derive(Serialize, Deserialize)]
pub(super) struct Basis {
    /// The hash of the catalogue.
    catalog: String,
    /// The day assessed.
    on: String,
    /// The language of its words, where it is not Chinese.
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<String>,
    /// The programs in force of the topics that were open.
    programs: BTreeMap<String, Figure>,
}

/// What followed for one program.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Figure {
    hash: String,
    state: String,
    /// The least and the greatest amount in 元; no greatest where nothing bounds it.
    amount: (String, Option<String>),
    /// The title, in case that a later catalogue has it no more; not kept of refused programs.
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    /// State and amount in words, likewise.
    #[serde(skip_serializing_if = "Option::is_none")]
    says: Option<String>,
}

/// What a newer catalogue changed, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changes {
    /// Since when.
    pub heading: String,
    /// The programs, by what became of them; no group is empty.
    pub groups: Vec<Group>,
}

/// The programs of which the same became.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// `changed`, `appeared`, `lapsed`, `refused` or `by-day`.
    pub id: &'static str,
    /// What became of them.
    pub heading: String,
    /// The programs.
    pub programs: Vec<Change>,
}

/// What became of one program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Its title.
    pub title: String,
    /// What it does to state and amount; nothing for programs refused before and now.
    pub effect: Option<String>,
}

/// The most programs of a basis, and the most characters of a text in it: more than any page wrote.
const MOST: usize = 2000;

impl Basis {
    /// Whether it is of a size that some page wrote.
    pub(super) fn can_be_shown(&self) -> bool {
        let figures = self.programs.values();
        let texts = figures.flat_map(|figure| figure.title.iter().chain(&figure.says));
        self.programs.len() <= MOST && { texts }.all(|text| text.len() <= MOST)
    }
}

impl Figure {
    fn of(program: &Headline, hash: u64) -> Figure {
        let refused = program.state == State::Refused;
        let amount = &program.amount;
        Figure {
            hash: in_hex(hash),
            state: program.state.id().to_owned(),
            amount: (
                amount.low.normalize().to_string(),
                amount.high.map(|high| high.normalize().to_string()),
            ),
            title: (!refused).then(|| program.title.clone()),
            says: (!refused).then(|| says(program)),
        }
    }

    fn refused(&self) -> bool {
        self.state == State::Refused.id()
    }

    /// State and amount in words.
    fn in_words(&self) -> &str {
        self.says.as_deref().unwrap_or(texts().state_refused)
    }

    /// Whether a program comes out the same; a class is no amount, so that its words are compared,
    /// where both are in the same language.
    fn same(&self, other: &Figure, topic: Topic, words: bool) -> bool {
        let class = topic == Topic::Recognition && words;
        self.state == other.state
            && self.amount == other.amount
            && (!class || self.says == other.says)
    }
}

/// State and amount, as the result shows them.
fn says(program: &Headline) -> String {
    if !program.shows_amount() {
        return program.state_name.to_owned();
    }
    let values = [
        ("state", program.state_name),
        ("amount", &program.amount.text),
    ];
    fill(texts().changes_result, &values)
}

fn in_hex(hash: u64) -> String {
    format!("{hash:016x}")
}

fn from_to(before: &str, now: &str) -> String {
    fill(texts().changes_from_to, &[("before", before), ("now", now)])
}

impl Session {
    pub(super) fn basis(&self, outcome: &Outcome) -> Basis {
        let mut programs = self.figures(&outcome.report);
        let told = outcome.report.programs.iter();
        let open = told.filter(|program| outcome.topics.contains(&program.topic));
        Basis {
            catalog: in_hex(self.catalog().hash),
            on: outcome.report.date.clone(),
            language: self.language_id().map(str::to_owned),
            programs: open
                .filter_map(|program| programs.remove_entry(&program.id))
                .collect(),
        }
    }

    /// What follows for every program in force.
    fn figures(&self, report: &Report<Headline>) -> BTreeMap<String, Figure> {
        let programs = self.catalog().programs();
        let hashes: BTreeMap<_, _> = programs
            .map(|(_, program)| (program.id.as_str(), program.hash))
            .collect();
        let in_force = report.programs.iter();
        let in_force = in_force.filter(|program| program.state.in_force());
        let figures = in_force.filter_map(|program| {
            let hash = hashes.get(program.id.as_str())?;
            Some((program.id.clone(), Figure::of(program, *hash)))
        });
        figures.collect()
    }

    /// What the catalogue changed since a form was saved, in an own session that was just restored
    /// from it. Nothing where the form was saved with this catalogue or says nothing of it.
    pub fn changes_since(&self, json: &str) -> Option<Changes> {
        let basis = saved::basis(json)?;
        let day = day::read(&basis.on).filter(|day| serves(*day))?;
        if basis.catalog == in_hex(self.catalog().hash) {
            return None;
        }
        let now = self.outcome().report;
        let mut of_then = self.clone();
        of_then.date = day;
        let then = of_then.outcome().report;
        let compared = Compared {
            basis: &basis,
            words: basis.language.as_deref() == self.language_id(),
            on_that_day: self.figures(&then),
            today: self.figures(&now),
            whole: self.is_whole(),
        };
        compared.changes(&now, &self.topics())
    }
}

/// The three results that are compared.
struct Compared<'b> {
    /// With the catalogue of then, on the day of then.
    basis: &'b Basis,
    /// Whether its words are in the language of now.
    words: bool,
    /// With the catalogue of now, on the day of then.
    on_that_day: BTreeMap<String, Figure>,
    /// With the catalogue of now, on the day of now.
    today: BTreeMap<String, Figure>,
    /// Whether the page shows the whole catalogue.
    whole: bool,
}

/// The programs of each group.
#[derive(Default)]
struct Found {
    changed: Vec<Change>,
    appeared: Vec<Change>,
    lapsed: Vec<Change>,
    refused: Vec<Change>,
    by_day: Vec<Change>,
}

impl Compared<'_> {
    fn changes(&self, now: &Report<Headline>, topics: &[Topic]) -> Option<Changes> {
        let t = texts();
        let mut found = Found::default();
        for program in &now.programs {
            match (
                self.basis.programs.get(&program.id),
                self.today.get(&program.id),
            ) {
                (Some(before), Some(today)) => self.known(program, before, today, &mut found),
                (None, Some(today)) if topics.contains(&program.topic) => {
                    appeared(program, today, &mut found);
                }
                (Some(before), None) => lapsed(before, program.state_name, &mut found),
                (None, _) => {}
            }
        }
        let gone = self.basis.programs.iter();
        let gone = gone.filter(|(id, _)| now.programs.iter().all(|program| program.id != **id));
        // What another page showed is not gone.
        let gone = gone.filter(|(id, _)| self.whole || !policy_catalog::catalog().names(id));
        gone.for_each(|(_, before)| lapsed(before, t.changes_gone, &mut found));
        found.in_words(&self.basis.on, &now.date)
    }

    /// A program that was in force and is.
    fn known(&self, program: &Headline, before: &Figure, today: &Figure, found: &mut Found) {
        let (title, words) = (&program.title, self.words);
        let on_that_day = self.on_that_day.get(&program.id);
        let by_catalogue =
            !on_that_day.is_some_and(|figure| figure.same(before, program.topic, words));
        let differs = !today.same(before, program.topic, words);
        let moved = || from_to(before.in_words(), today.in_words());
        if before.hash != today.hash || by_catalogue {
            if before.refused() && today.refused() {
                refused(program, found);
                return;
            }
            let effect = if by_catalogue && differs {
                moved()
            } else {
                texts().changes_same.to_owned()
            };
            found.changed.push(Change::of(title, effect));
        }
        if differs && !by_catalogue {
            found.by_day.push(Change::of(title, moved()));
        }
    }
}

fn appeared(program: &Headline, today: &Figure, found: &mut Found) {
    if today.refused() {
        refused(program, found);
    } else {
        let effect = today.in_words().to_owned();
        found.appeared.push(Change::of(&program.title, effect));
    }
}

/// Programs for other places are not for this reader.
fn refused(program: &Headline, found: &mut Found) {
    if !program.elsewhere {
        found.refused.push(Change {
            title: program.title.clone(),
            effect: None,
        });
    }
}

/// Who was refused has lost nothing.
fn lapsed(before: &Figure, now: &str, found: &mut Found) {
    if let Some(title) = &before.title {
        let values = [("before", before.in_words()), ("now", now)];
        let effect = fill(texts().changes_lapsed_now, &values);
        found.lapsed.push(Change::of(title, effect));
    }
}

impl Change {
    fn of(title: &str, effect: String) -> Change {
        Change {
            title: title.to_owned(),
            effect: Some(effect),
        }
    }
}

impl Found {
    fn in_words(self, then: &str, now: &str) -> Option<Changes> {
        let t = texts();
        let by_day = fill(t.changes_by_day, &[("on", then), ("now", now)]);
        let groups = [
            ("changed", t.changes_changed.to_owned(), self.changed),
            ("appeared", t.changes_appeared.to_owned(), self.appeared),
            ("lapsed", t.changes_lapsed.to_owned(), self.lapsed),
            ("refused", t.changes_refused.to_owned(), self.refused),
            ("by-day", by_day, self.by_day),
        ];
        let groups = groups.into_iter();
        let groups = groups.filter(|(.., programs)| !programs.is_empty());
        let groups: Vec<_> = groups
            .map(|(id, heading, programs)| Group {
                id,
                heading,
                programs,
            })
            .collect();
        // What the day alone did is told beside changes, not as one.
        let changed = groups.iter().any(|group| group.id != "by-day");
        changed.then(|| Changes {
            heading: fill(t.changes_heading, &[("on", then)]),
            groups,
        })
    }
}

#[cfg(test)]
mod tests;
