//! Reading and checking policy files. Only builds and the command line do this; the page ships the
//! catalogue in compact form.

pub mod answers;
mod document;
mod facts;
pub mod files;
mod law;
pub mod node;
mod scope;

use std::collections::BTreeSet;

use crate::author::node::{File, Mistake};
use crate::catalog::Catalog;
use crate::fact::FactId;
use crate::policy::Award;
use crate::policy::condition::Condition;
use crate::policy::parts::Part;

/// The files of a catalogue: names below `policies/` and texts.
pub struct Sources {
    /// `facts.toml`.
    pub facts: (String, String),
    /// `regions.toml`.
    pub regions: (String, String),
    /// The policy documents.
    pub documents: Vec<(String, String)>,
}

/// Reads and checks a whole catalogue; every file's first mistake is reported.
pub fn read(sources: &Sources) -> Result<Catalog, Vec<Mistake>> {
    let (facts, regions) = (as_file(&sources.facts), as_file(&sources.regions));
    let questionnaire = facts::questionnaire(facts, regions).map_err(|mistake| vec![mistake])?;
    let mut mistakes = Vec::new();
    let mut policies = Vec::new();
    let mut program_ids = BTreeSet::new();
    for source in &sources.documents {
        let file = as_file(source);
        let id = file.name.trim_end_matches(".toml");
        match document::policy(id, file, &questionnaire, &mut program_ids) {
            Ok(policy) => policies.push(policy),
            Err(mistake) => mistakes.push(mistake),
        }
    }
    let catalog = Catalog {
        questionnaire,
        policies,
    };
    if mistakes.is_empty() {
        mistakes.extend(unused_facts(&catalog, as_file(&sources.facts)));
    }
    if mistakes.is_empty() {
        Ok(catalog)
    } else {
        Err(mistakes)
    }
}

fn as_file(source: &(String, String)) -> File<'_> {
    File {
        name: &source.0,
        text: &source.1,
    }
}

/// A question that no program uses cannot matter.
fn unused_facts(catalog: &Catalog, file: File) -> Vec<Mistake> {
    let mut used: BTreeSet<FactId> = BTreeSet::new();
    let mut note = |part: Part| {
        if let Part::Fact(reference) = part {
            used.insert(reference.fact);
        }
    };
    for (_, program) in catalog.programs() {
        program
            .requires
            .iter()
            .for_each(|condition: &Condition| condition.parts(&mut note));
        if let Award::Formula { amount, .. } = &program.award {
            amount.parts(&mut note);
        }
    }
    let facts = catalog.questionnaire.ids();
    let unused = facts.filter(|(id, _)| !used.contains(id)).map(|(_, fact)| {
        facts::mistake_at(file, &fact.id, &format!("没有项目用到事实 `{}`", fact.id))
    });
    unused.collect()
}
