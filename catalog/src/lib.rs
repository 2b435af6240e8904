//! The catalogue: every file under `policies/` and `examples/`, checked at build time and embedded
//! in compact form; or another that was put in its place.

mod packed;

use std::sync::OnceLock;

use policy_engine::catalog::Catalog;
use policy_engine::language::Language;
use policy_engine::translation::translated;

pub use packed::{Packed, Unreadable, pack, sealed, unpack};

/// The catalogue that was put in the place of the embedded one.
static INSTALLED: OnceLock<Packed> = OnceLock::new();

/// Puts the catalogue of a file in the place of the embedded one. To be called before anything asks for
/// the catalogue; later it changes nothing.
pub fn install(bytes: &[u8]) -> Result<(), Unreadable> {
    let packed = unpack(bytes)?;
    INSTALLED.set(packed).ok();
    Ok(())
}

/// The embedded catalogue, once it was asked for.
static EMBEDDED: OnceLock<Catalog> = OnceLock::new();

/// What comes later of it, once it has come.
static LATER: OnceLock<Later> = OnceLock::new();

/// The texts of the embedded catalogue that may come later: those that nothing is worked out from, and
/// the English ones.
type Later = (Vec<String>, Vec<String>);

/// The catalogue, as its documents are written.
pub fn catalog() -> &'static Catalog {
    match INSTALLED.get() {
        Some((catalog, _)) => catalog,
        None => EMBEDDED.get_or_init(read),
    }
}

/// The catalogue in a language: the same questions, options and programs by the same indices. In another
/// than its own only once all of its texts are there.
pub fn in_language(language: Language) -> &'static Catalog {
    static ENGLISH: OnceLock<Catalog> = OnceLock::new();
    match language {
        Language::Chinese => catalog(),
        Language::English => ENGLISH.get_or_init(|| match INSTALLED.get() {
            Some((catalog, english)) => translated(catalog.clone(), english.clone()),
            None => translated(
                read(),
                later().map_or_else(Vec::new, |(_, texts)| texts.clone()),
            ),
        }),
    }
}

/// Takes the texts that come later, as [`later_bytes`] has them. What is no such list is left.
pub fn complete(bytes: &[u8]) {
    if let Ok(later) = postcard::from_bytes(bytes) {
        let (texts, _) = LATER.get_or_init(|| later);
        if let Some(catalog) = EMBEDDED.get() {
            fill(catalog, texts);
        }
    }
}

/// The texts that come later, as the build wrote them.
#[cfg(feature = "whole")]
pub fn later_bytes() -> &'static [u8] {
    include_bytes!(concat!(env!("OUT_DIR"), "/later.bin"))
}

/// The texts that come later, where they are there.
fn later() -> Option<&'static Later> {
    #[cfg(feature = "whole")]
    LATER.get_or_init(|| postcard::from_bytes(later_bytes()).expect("the build wrote it"));
    LATER.get()
}

fn fill(catalog: &Catalog, texts: &[String]) {
    let texts: Vec<_> = texts.iter().map(String::as_str).collect();
    catalog.fill(&texts);
}

/// A part of the embedded catalogue, in each language.
#[derive(Debug)]
pub struct Part {
    ids: Vec<String>,
    chinese: OnceLock<Catalog>,
    english: OnceLock<Catalog>,
}

impl Part {
    /// The part with the documents and programs of some ids.
    pub fn of(ids: Vec<String>) -> Part {
        Part {
            ids,
            chinese: OnceLock::new(),
            english: OnceLock::new(),
        }
    }

    /// That part in a language.
    pub fn in_language(&self, language: Language) -> &Catalog {
        let part = match language {
            Language::Chinese => &self.chinese,
            Language::English => &self.english,
        };
        part.get_or_init(|| in_language(language).only(&self.ids))
    }
}

fn read() -> Catalog {
    let bytes = include_bytes!(concat!(env!("OUT_DIR"), "/catalog.bin"));
    let catalog = postcard::from_bytes(bytes).expect("the build wrote it");
    if let Some((texts, _)) = later() {
        fill(&catalog, texts);
    }
    catalog
}

/// The example enterprises: the name of each file, and what it answers in the form that the page
/// saves.
pub fn examples() -> &'static [(&'static str, &'static str)] {
    include!(concat!(env!("OUT_DIR"), "/examples.rs"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_catalogue_reads_back() {
        let catalog = catalog();
        assert!(catalog.programs().count() > 0);
        assert!(!catalog.questionnaire.facts.is_empty());
    }

    #[test]
    fn a_translation_changes_words_and_nothing_else() {
        let (chinese, english) = (catalog(), in_language(Language::English));
        let label = |catalog: &Catalog, name| {
            let fact = catalog.questionnaire.fact_named(name).expect("asked");
            catalog.questionnaire.fact(fact).label.clone()
        };
        assert_eq!(label(chinese, "fleet"), "航空器");
        assert_eq!(label(english, "fleet"), "Aircraft");
        assert_eq!(chinese.hash, english.hash);
        let ids = |catalog: &'static Catalog| {
            let facts = catalog.questionnaire.facts.iter();
            let programs = catalog.programs();
            let programs = programs.map(|(_, program)| (program.id.as_str(), program.hash));
            let facts: Vec<_> = facts.map(|fact| fact.id.as_str()).collect();
            (facts, programs.collect::<Vec<_>>())
        };
        assert_eq!(ids(chinese), ids(english));
    }

    #[test]
    fn the_catalogue_is_as_new_as_its_newest_comparison() {
        let catalog = catalog();
        let checked = catalog.policies.iter().map(|policy| policy.checked.on);
        assert_eq!(Some(catalog.checked), checked.max());
    }
}
