//! All questions and documents, cross-checked.

use std::ops::RangeInclusive;

use jiff::civil::{Date, date};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::policy::common::within_catalogue;
use crate::policy::cumulation::Cumulation;
use crate::policy::late::Late;
use crate::policy::{Coverage, Policy, Program, Reading, Words};
use crate::questionnaire::Questionnaire;

/// Everything an assessment rests on.
///
/// A figure that programs share is written once in it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(remote = "Self")]
pub struct Catalog {
    /// What can be asked.
    pub questionnaire: Questionnaire,
    /// The documents.
    pub policies: Vec<Policy>,
    /// The newest day on which a document was compared with its source.
    #[serde(with = "crate::day")]
    pub checked: Date,
    /// Another number as soon as anything differs in the files that the catalogue was read from.
    pub hash: u64,
}

impl Catalog {
    /// Every program with its document.
    pub fn programs(&self) -> impl Iterator<Item = (&Policy, &Program)> {
        let with_programs = |policy| Self::of(policy);
        self.policies.iter().flat_map(with_programs)
    }

    /// The version, to name what a result rests on: the newest day on which a document was compared
    /// with its source, and the beginning of the hash: `2026-11-21-1a2b3c4d`.
    pub fn version(&self) -> String {
        format!("{}-{:08x}", self.checked, self.hash >> 32)
    }

    /// Whether there is a program of that id, or a document with programs.
    pub fn names(&self, id: &str) -> bool {
        let named = |policy: &Policy| {
            let programs = &policy.programs;
            (policy.id == id && !programs.is_empty())
                || programs.iter().any(|program| program.id == id)
        };
        self.policies.iter().any(named)
    }

    /// The same with nothing but the documents and programs of some ids. It is still that catalogue, of
    /// the same version, and asks the same questions.
    pub fn only(&self, ids: &[String]) -> Catalog {
        let policies = self.policies.iter().map(|policy| part(policy, ids));
        Catalog {
            policies: policies
                .filter(|policy| !policy.programs.is_empty())
                .collect(),
            questionnaire: self.questionnaire.clone(),
            ..*self
        }
    }

    /// The days that the catalogue knows: from the year before its first document begins to the end
    /// of the year after the last day that it names.
    pub fn known(&self) -> RangeInclusive<Date> {
        let first = self.policies.iter().filter_map(|policy| policy.from).min();
        let checked = self.policies.iter().map(|policy| policy.checked.on);
        let ends = self.policies.iter().filter_map(|policy| policy.until);
        let last = checked.chain(ends).max();
        let year = |day: Option<Date>, by: i16| day.unwrap_or_default().year() + by;
        date(year(first, -1), 1, 1)..=date(year(last, 1), 12, 31)
    }

    /// The texts that may come later than the rest, in the order in which [`Catalog::fill`] takes them.
    pub fn late_texts(&self) -> Vec<&str> {
        let mut texts = Vec::new();
        self.each_late(&mut |late| texts.push(&**late));
        texts
    }

    /// Puts the texts into a catalogue that came without.
    pub fn fill(&self, texts: &[&str]) {
        let mut texts = texts.iter();
        self.each_late(&mut |late| {
            if let Some(text) = texts.next() {
                late.fill(text);
            }
        });
    }

    /// Visits every text that may come later, always in the same order.
    fn each_late<'a>(&'a self, visit: &mut dyn FnMut(&'a Late)) {
        for policy in &self.policies {
            policy.notes.iter().for_each(&mut *visit);
            for clause in &policy.clauses {
                match &clause.words {
                    Words::Quote(text) => visit(text),
                    Words::Paraphrase { text, basis } => {
                        visit(text);
                        visit(basis);
                    }
                }
                clause.responsible.iter().for_each(&mut *visit);
            }
            for covered in &policy.coverage {
                visit(&covered.at);
                if let Coverage::Left(_, because) = &covered.how {
                    visit(because);
                }
            }
            for program in &policy.programs {
                let parts = [&program.funding, &program.apply];
                let parts = parts.into_iter().flatten();
                parts.chain(&program.not_modelled).for_each(&mut *visit);
                for Reading {
                    says,
                    because,
                    alternative,
                } in &program.readings
                {
                    let texts = [says, because, &alternative.says];
                    texts.into_iter().for_each(&mut *visit);
                }
            }
        }
    }

    fn of(policy: &Policy) -> impl Iterator<Item = (&Policy, &Program)> {
        policy.programs.iter().map(move |program| (policy, program))
    }
}

/// A document with the programs that are named, all of them where it is named itself.
fn part(policy: &Policy, ids: &[String]) -> Policy {
    let named = |id: &String| ids.contains(id);
    let whole = named(&policy.id);
    let kept = |index: &usize| whole || named(&policy.programs[*index].id);
    let kept: Vec<usize> = (0..policy.programs.len()).filter(kept).collect();
    let place = |old: u8| kept.iter().position(|index| *index == usize::from(old));
    let together = policy.cumulation.iter().map(|cumulation| {
        let places = cumulation.programs.iter().filter_map(|old| place(*old));
        Cumulation {
            programs: places
                .filter_map(|place| u8::try_from(place).ok())
                .collect(),
            ..cumulation.clone()
        }
    });
    Policy {
        cumulation: together.collect(),
        programs: kept
            .iter()
            .map(|index| policy.programs[*index].clone())
            .collect(),
        ..policy.clone()
    }
}

impl Serialize for Catalog {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        within_catalogue(|| Catalog::serialize(self, to))
    }
}

impl<'de> Deserialize<'de> for Catalog {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Catalog, D::Error> {
        within_catalogue(|| Catalog::deserialize(from))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_the_newest_comparison_and_the_beginning_of_the_hash() {
        let catalog = Catalog {
            checked: date(2026, 11, 21),
            hash: 0x0123_4567_89ab_cdef,
            ..Catalog::default()
        };
        assert_eq!(catalog.version(), "2026-11-21-01234567");
    }
}
