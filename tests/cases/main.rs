//! The worked examples beside the policies: every `policies/**/*.cases.toml`, each expected value
//! worked out by hand from the clause.

#![cfg(not(target_arch = "wasm32"))]

mod compare;
mod read;

use policy_engine::policy::Topic;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use policy_engine::author::node::File;

use crate::read::Case;

/// Every case of the repository.
fn cases() -> Vec<Case> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    collect(&root.join("policies"), &mut paths);
    paths.sort();
    let read = |path: &PathBuf| {
        let name = path.strip_prefix(root).unwrap_or(path).to_string_lossy();
        let text = fs::read_to_string(path).expect("a case file can be read");
        let file = File {
            name: &name,
            text: &text,
        };
        read::cases(file).unwrap_or_else(|mistake| panic!("{mistake}"))
    };
    paths.iter().flat_map(read).collect()
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder of policies can be read") {
        let path = entry.expect("an entry can be read").path();
        if path.is_dir() {
            collect(&path, paths);
        } else if path.to_string_lossy().ends_with(".cases.toml") {
            paths.push(path);
        }
    }
}

#[test]
fn every_case_comes_out_as_worked_by_hand() {
    let cases = cases();
    let differences: Vec<String> = cases.iter().flat_map(compare::differences).collect();
    assert!(
        differences.is_empty(),
        "{} differences in {} cases:\n\n{}\n",
        differences.len(),
        cases.len(),
        differences.join("\n")
    );
}

#[test]
fn every_program_has_a_case_for_each_state() {
    let cases = cases();
    let shown: BTreeSet<(&str, &str)> = cases
        .iter()
        .flat_map(|case| &case.expected)
        .filter_map(|(program, expected)| Some((program.as_str(), expected.state.as_deref()?)))
        .collect();
    let programs = policy_catalog::catalog().programs();
    let missing: Vec<String> = programs
        .flat_map(|(_, program)| {
            let met = if program.is_ceiling() && program.form.topic() == Topic::Funding {
                "applicable"
            } else {
                "obtainable"
            };
            [met, "refused", "open"].map(|state| (program, state))
        })
        .filter(|(program, state)| !shown.contains(&(program.id.as_str(), *state)))
        .map(|(program, state)| format!("{}: no case is {state}", program.id))
        .collect();
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn case_names_tell_cases_apart() {
    let mut names = BTreeSet::new();
    for case in cases() {
        assert!(names.insert(case.name.clone()), "{}: twice", case.name);
    }
}
