//! All questions and documents, cross-checked.

use std::ops::RangeInclusive;

use jiff::civil::{Date, date};
use serde::{Deserialize, Serialize};

use crate::policy::{Policy, Program};
use crate::questionnaire::Questionnaire;

/// Everything an assessment rests on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Catalog {
    /// What can be asked.
    pub questionnaire: Questionnaire,
    /// The documents.
    pub policies: Vec<Policy>,
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
        let checked = self.policies.iter().map(|policy| policy.checked.on);
        let newest = checked.max().unwrap_or_default();
        format!("{newest}-{:08x}", self.hash >> 32)
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

    fn of(policy: &Policy) -> impl Iterator<Item = (&Policy, &Program)> {
        policy.programs.iter().map(move |program| (policy, program))
    }
}
