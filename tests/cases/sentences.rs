//! Every sentence of the sources that speaks of money or relief, and the clause that accounts for it.

use std::fs;
use std::path::Path;

use policy_engine::policy::{Coverage, Policy};

/// How many characters a sentence shares at least with the clause of a program that models it.
const SHARED: usize = 8;

/// How many it shares at least with the clause's heading, where it is no more than that.
const SHARED_WITH_HEADING: usize = 4;

/// The table: for each sentence the document and the place in its coverage that accounts for it.
pub fn of_the_sources() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../policies/money-sentences.tsv");
    fs::read_to_string(path).expect("the table of sentences can be read")
}

/// The sentences that no clause accounts for, and those said to be modelled by a program whose
/// clauses have other words.
pub fn unaccounted(table: &str) -> Vec<String> {
    table.lines().skip(1).filter_map(problem).collect()
}

fn problem(line: &str) -> Option<String> {
    let mut cells = line.split('\t');
    let (Some(id), Some(at), Some(sentence), None) =
        (cells.next(), cells.next(), cells.next(), cells.next())
    else {
        return Some(format!("not three cells: {line}"));
    };
    let policies = &policy_catalog::catalog().policies;
    let Some(policy) = policies.iter().find(|policy| policy.id == id) else {
        return Some(format!("no document {id}: {sentence}"));
    };
    let Some(covered) = policy.coverage.iter().find(|covered| *covered.at == *at) else {
        return Some(format!("{id} has no clause {at}: {sentence}"));
    };
    match &covered.how {
        Coverage::Programs(ids)
            if !ids.iter().any(|program| quotes(policy, program, sentence))
                && !share(at, sentence, SHARED_WITH_HEADING) =>
        {
            Some(format!("{id}, {at}: no program quotes {sentence}"))
        }
        _ => None,
    }
}

/// Whether a clause of the program has words of the sentence.
fn quotes(policy: &Policy, id: &str, sentence: &str) -> bool {
    let program = policy.programs.iter().find(|program| program.id == id);
    let clauses = program
        .into_iter()
        .flat_map(|program| policy.clauses_of(program));
    clauses
        .into_iter()
        .any(|clause| share(clause.words.text(), sentence, SHARED))
}

/// Whether two texts have so many characters in a row in common.
fn share(a: &str, b: &str, characters: usize) -> bool {
    let (a, b) = (plain(a), plain(b));
    a.windows(characters)
        .any(|part| b.windows(characters).any(|other| part == other))
}

/// A text without white space and punctuation.
fn plain(text: &str) -> Vec<char> {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}
