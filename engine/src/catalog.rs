//! All questions and documents, cross-checked.

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

    fn of(policy: &Policy) -> impl Iterator<Item = (&Policy, &Program)> {
        policy.programs.iter().map(move |program| (policy, program))
    }
}
