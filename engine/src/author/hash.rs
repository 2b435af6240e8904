//! The hash of what a program's result rests on.
//!
//! It is taken from the file's own words and not from the checked program: there facts, columns and
//! options are places in the questionnaire, which shift when another fact is inserted.

use std::collections::BTreeMap;

use crate::author::document::Heading;
use crate::author::node::{Mistake, Node, Table};
use crate::author::scope::Scope;
use crate::fact::{Choice, Fact, Kind};
use crate::policy::{Clause, Program};

/// Keys that hold words for the reader, and names of what is hashed by itself. A new title or a new
/// explanation changes no result.
const LEFT_OUT: [&str; 10] = [
    "title",
    "label",
    "says",
    "because",
    "funding",
    "apply",
    "uncapped",
    "not_modelled",
    "responsible",
    "cite",
];

/// The keys that name options of the choice that their table is about.
const OPTIONS: [&str; 3] = ["one_of", "includes", "of"];

/// FNV-1a of 64 bits: the same on every machine. It tells versions apart; it is no protection.
pub struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Fnv {
        Fnv(0xcbf2_9ce4_8422_2325)
    }
}

impl Fnv {
    /// Takes in a text, told apart from what stands beside it.
    pub fn text(&mut self, text: &str) {
        self.mark('"');
        self.bytes(text.as_bytes());
        // No text holds this byte.
        self.bytes(&[0xff]);
    }

    /// The hash of all that was taken in.
    pub fn finish(self) -> u64 {
        self.0
    }

    fn mark(&mut self, mark: char) {
        self.bytes(mark.to_string().as_bytes());
    }

    fn bytes(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}

/// The hash of a whole catalogue's files, by their names and texts; a line may end either way.
pub fn of_files<'t>(files: impl Iterator<Item = &'t (String, String)>) -> u64 {
    let mut hash = Fnv::default();
    for (name, text) in files {
        hash.text(name);
        text.lines().for_each(|line| hash.text(line));
    }
    hash.finish()
}

/// Takes in the words of clauses.
fn clauses<'c>(clauses: impl Iterator<Item = &'c Clause>, hash: &mut Fnv) {
    clauses.for_each(|clause| hash.text(clause.words.text()));
}

/// Sets the hash of every program of a document.
pub fn programs(
    root: &Table,
    scope: Scope,
    cited: &[Clause],
    programs: &mut [Program],
) -> Result<(), Mistake> {
    let words = Words::of(scope);
    let list = |key: &str| root.get(key).map_or_else(|| Ok(Vec::new()), Node::list);
    let together = list("cumulation")?;
    for (node, program) in list("program")?.into_iter().zip(programs) {
        let mut hash = Fnv::default();
        words.node(node, &[], &mut hash)?;
        words.node(root.need("effective")?, &[], &mut hash)?;
        for node in &together {
            if node.table()?.texts("programs")?.contains(&program.id) {
                words.node(*node, &[], &mut hash)?;
            }
        }
        let own = program.clauses.iter();
        clauses(own.map(|index| &cited[usize::from(*index)]), &mut hash);
        program.hash = hash.finish();
    }
    Ok(())
}

/// The hash of a shared figure, with the clauses that it rests on.
pub fn shared(node: Node, scope: Scope, cited: &[(&Heading, &Clause)]) -> Result<u64, Mistake> {
    let mut hash = Fnv::default();
    Words::of(scope).node(node, &[], &mut hash)?;
    clauses(cited.iter().map(|(_, clause)| *clause), &mut hash);
    Ok(hash.finish())
}

/// What the words of a file stand for.
struct Words<'q> {
    scope: Scope<'q>,
    /// Facts and columns that had another name, each with its first.
    first: BTreeMap<String, String>,
    /// The options of every choice, by the name of its fact or column.
    options: BTreeMap<String, &'q [Choice]>,
}

impl<'q> Words<'q> {
    fn of(scope: Scope<'q>) -> Words<'q> {
        let mut words = Words {
            scope,
            first: BTreeMap::new(),
            options: BTreeMap::new(),
        };
        for fact in &scope.questionnaire.facts {
            words.learn(fact);
        }
        words
    }

    fn learn(&mut self, fact: &'q Fact) {
        let oldest = |id: &'q str, was: &'q [String]| was.first().map_or(id, String::as_str);
        let first = oldest(&fact.id, &fact.was);
        let mut name = |id: String, first: String, kind: &'q Kind| {
            if let Kind::OneOf(options) | Kind::SeveralOf(options) = kind {
                self.options.insert(id.clone(), options);
            }
            self.first.insert(id, first);
        };
        name(fact.id.clone(), first.to_owned(), &fact.kind);
        for column in fact.columns() {
            let of_column = oldest(&column.id, &column.was);
            name(
                format!("{}.{}", fact.id, column.id),
                format!("{first}.{of_column}"),
                &column.kind,
            );
        }
    }

    /// Takes in a value; `options` are those that it may name.
    fn node(&self, node: Node, options: &[Choice], hash: &mut Fnv) -> Result<(), Mistake> {
        if node.is_table() {
            return self.table(&node.table()?, options, hash);
        }
        if node.is_list() {
            hash.mark('[');
            for node in node.list()? {
                self.node(node, options, hash)?;
            }
            hash.mark(']');
            return Ok(());
        }
        let text = node.scalar()?;
        let named = self.first.get(&text).map_or(&*text, String::as_str);
        hash.text(first_option(options, named));
        // A shared figure stands for all that it rests on.
        let shared = self.scope.shared.iter();
        let mut shared = shared.filter(|shared| shared.name().id == text);
        if let Some(shared) = shared.next() {
            hash.bytes(&shared.hash.to_le_bytes());
        }
        Ok(())
    }

    fn table(&self, table: &Table, options: &[Choice], hash: &mut Fnv) -> Result<(), Mistake> {
        if let Some(defined) = self.scope.used(table)? {
            return self.node(defined, options, hash);
        }
        let choices = ["fact", "column", "depending_on", "choose"];
        let mut choices = choices.iter().filter_map(|key| table.get(key)?.text().ok());
        let about = choices.find_map(|name| self.options.get(name));
        let about = about.copied().unwrap_or_default();
        // Keys that are options are all told.
        let told = |key: &str| !options.is_empty() || !LEFT_OUT.contains(&key);
        let entries = table.named().into_iter();
        let entries = entries.filter(|(key, _)| told(key));
        let mut entries: Vec<_> = entries
            .map(|(key, node)| (first_option(options, key), key, node))
            .collect();
        entries.sort_by_key(|(first, ..)| *first);
        hash.mark('{');
        for (first, key, node) in entries {
            hash.text(first);
            let inside = if OPTIONS.contains(&key) { about } else { &[] };
            self.node(node, inside, hash)?;
        }
        hash.mark('}');
        Ok(())
    }
}

/// The first id that an option had; any other text as it is.
fn first_option<'a>(options: &'a [Choice], id: &'a str) -> &'a str {
    let option = options.iter().find(|option| option.id == id);
    let first = option.and_then(|option| option.was.first());
    first.map_or(id, String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_fnv_1a() {
        let of = |bytes: &[u8]| {
            let mut hash = Fnv::default();
            hash.bytes(bytes);
            hash.finish()
        };
        // From the reference's list of known results.
        assert_eq!(of(b""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(of(b"a"), 0xaf63_dc4c_8601_ec8c);
        assert_eq!(of(b"foobar"), 0x8594_4171_f739_67e8);
    }

    #[test]
    fn texts_are_told_apart() {
        let of = |texts: &[&str]| {
            let mut hash = Fnv::default();
            texts.iter().for_each(|text| hash.text(text));
            hash.finish()
        };
        assert_ne!(of(&["ab", "c"]), of(&["a", "bc"]));
        assert_ne!(of(&["a", ""]), of(&["", "a"]));
    }
}
