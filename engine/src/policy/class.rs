//! Classes: the first of several whose condition holds, as 企业规模 goes down a tier at a time.

use serde::{Deserialize, Serialize};

use crate::case::{Case, Place};
use crate::policy::condition::{Condition, Finding};
use crate::policy::named::Name;
use crate::verdict::Verdict;

/// A set of classes of which an enterprise has one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Classes {
    /// What is classified.
    pub name: Name,
    /// The classes in the order in which they are tried.
    pub classes: Vec<Class>,
}

/// One class.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Class {
    /// The identifier used in policy files.
    pub id: String,
    /// The words shown.
    pub label: String,
    /// What must hold; the last class has nothing, it takes the rest.
    pub when: Option<Condition>,
}

/// What was found of the classes: their twin.
#[derive(Clone, Debug, PartialEq)]
pub struct ClassFound<'a> {
    /// The classes.
    pub of: &'a Classes,
    /// The classes that are still possible, as indices.
    pub possible: Vec<usize>,
    /// What was found of each class that was tried.
    pub findings: Vec<Finding<'a>>,
}

impl Classes {
    /// The classes that are possible, and `why`, where that is asked for.
    pub(crate) fn find<'a>(&'a self, case: &Case, why: bool) -> ClassFound<'a> {
        let mut possible = Vec::new();
        let mut findings = why.then(|| Vec::with_capacity(self.classes.len()));
        for (index, class) in self.classes.iter().enumerate() {
            let when = class.when.as_ref();
            let verdict = when.map_or(Verdict::Yes, |when| when.judge(case, findings.as_mut()));
            if verdict != Verdict::No {
                possible.push(index);
            }
            if verdict == Verdict::Yes {
                break;
            }
        }
        ClassFound {
            of: self,
            possible,
            findings: findings.unwrap_or_default(),
        }
    }
}

impl ClassFound<'_> {
    /// Visits every place that could still decide the class.
    pub fn open(&self, case: &Case, visit: &mut dyn FnMut(Place)) {
        if self.possible.len() > 1 {
            self.findings
                .iter()
                .for_each(|finding| finding.open(case, visit));
        }
    }

    /// Whether the class is one of these.
    pub fn is_one_of(&self, wanted: &[u16]) -> Verdict {
        let is =
            |class: &usize| Verdict::from(wanted.iter().any(|one| usize::from(*one) == *class));
        Verdict::whichever(self.possible.iter().map(is))
    }
}
