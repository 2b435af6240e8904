//! Reading and checking policy files. Only builds and the command line do this; the page ships the
//! catalogue in compact form.

pub mod answers;
mod bands;
mod document;
mod facts;
pub mod files;
mod hash;
mod industries;
mod law;
pub mod node;
mod number;
mod program;
mod scope;
mod shared;
pub mod translation;
mod was;

use std::collections::BTreeSet;

use crate::author::node::{File, Mistake};
use crate::author::scope::Shared;
use crate::catalog::Catalog;
use crate::fact::FactId;
use crate::policy::parts::Part;

/// The files of a catalogue: names below `policies/` and texts.
pub struct Sources {
    /// `facts.toml`.
    pub facts: (String, String),
    /// `regions.toml`.
    pub regions: (String, String),
    /// `industries.toml`.
    pub industries: (String, String),
    /// `measures.toml`.
    pub measures: (String, String),
    /// The policy documents.
    pub documents: Vec<(String, String)>,
}

impl Sources {
    /// Every file.
    fn all(&self) -> impl Iterator<Item = &(String, String)> {
        let first = [&self.facts, &self.regions, &self.industries, &self.measures];
        first.into_iter().chain(&self.documents)
    }
}

/// Reads and checks a whole catalogue; every file's first mistake is reported.
pub fn read(sources: &Sources) -> Result<Catalog, Vec<Mistake>> {
    let (facts, regions) = (as_file(&sources.facts), as_file(&sources.regions));
    let questionnaire = facts::questionnaire(facts, regions)
        .and_then(|questionnaire| industries::add(as_file(&sources.industries), questionnaire))
        .map_err(|mistake| vec![mistake])?;
    let headings = sources.documents.iter().filter_map(|source| {
        // A document whose heading has a mistake is reported when it is read as a whole.
        document::heading(id_of(source), as_file(source)).ok()
    });
    let headings: Vec<_> = headings.collect();
    let shared = shared::shared(as_file(&sources.measures), &questionnaire, &headings)
        .map_err(|mistake| vec![mistake])?;
    let mut mistakes = Vec::new();
    let mut policies = Vec::new();
    let mut program_ids = BTreeSet::new();
    for source in &sources.documents {
        let file = as_file(source);
        let id = id_of(source);
        match document::policy(id, file, &questionnaire, &shared, &mut program_ids) {
            Ok(policy) => policies.push(policy),
            Err(mistake) => mistakes.push(mistake),
        }
    }
    let checked = policies.iter().map(|policy| policy.checked.on);
    let catalog = Catalog {
        questionnaire,
        checked: checked.max().unwrap_or_default(),
        policies,
        hash: hash::of_files(sources.all()),
    };
    if mistakes.is_empty() {
        mistakes.extend(unused_facts(&catalog, as_file(&sources.facts)));
        mistakes.extend(unused_shared(&catalog, &shared, as_file(&sources.measures)));
    }
    if mistakes.is_empty() {
        Ok(catalog)
    } else {
        Err(mistakes)
    }
}

/// A document's file without its ending.
fn id_of(source: &(String, String)) -> &str {
    source.0.trim_end_matches(".toml")
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
    each_part(catalog, &mut |part| {
        if let Part::Fact(reference) = part {
            used.insert(reference.fact);
        }
    });
    let facts = catalog.questionnaire.ids();
    let unused = facts.filter(|(id, _)| !used.contains(id)).map(|(_, fact)| {
        facts::mistake_at(file, &fact.id, &format!("没有项目用到事实 `{}`", fact.id))
    });
    unused.collect()
}

/// A shared figure that no program uses explains nothing.
fn unused_shared(catalog: &Catalog, shared: &[Shared], file: File) -> Vec<Mistake> {
    let mut used: BTreeSet<&str> = BTreeSet::new();
    each_part(catalog, &mut |part| {
        if let Part::Shared(name) = part {
            used.insert(&name.id);
        }
    });
    let names = shared.iter().map(|shared| &shared.name().id);
    let unused = names.filter(|id| !used.contains(id.as_str()));
    let mistake = |id: &String| {
        let at = file.text.find(&format!("\"{id}\"")).unwrap_or_default();
        file.mistake(at, format!("没有项目用到共用数字 `{id}`"))
    };
    unused.map(mistake).collect()
}

/// Visits every leaf of all programs; readings apart.
fn each_part<'a>(catalog: &'a Catalog, visit: &mut dyn FnMut(Part<'a>)) {
    catalog
        .programs()
        .for_each(|(_, program)| program.parts(visit));
}
