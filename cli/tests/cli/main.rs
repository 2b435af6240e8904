//! The command as an official would call it: the built program, real files, what it prints.

mod english;
mod examples;
mod handed_on;
mod mistakes;
mod packed;
mod screened;

use std::path::Path;
use std::process::{Command, Output};
use std::str;

use policy_wording::outcome;
use serde_json::Value;

/// Runs `policy` at the root of the repository.
fn policy(arguments: &[&str]) -> Output {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut command = Command::new(env!("CARGO_BIN_EXE_policy"));
    command.args(arguments).current_dir(root);
    command.output().expect("the program can be run")
}

/// What a call that succeeds prints.
fn prints(arguments: &[&str]) -> String {
    let output = policy(arguments);
    let errors = text(&output.stderr);
    assert!(output.status.success(), "{arguments:?}: {errors}");
    assert_eq!(errors, "", "{arguments:?}");
    text(&output.stdout).to_owned()
}

/// What a call that fails says; it prints nothing else.
fn refuses(arguments: &[&str]) -> String {
    let output = policy(arguments);
    assert_eq!(output.status.code(), Some(1), "{arguments:?}");
    assert_eq!(text(&output.stdout), "", "{arguments:?}");
    text(&output.stderr).to_owned()
}

fn text(bytes: &[u8]) -> &str {
    str::from_utf8(bytes).expect("the program prints UTF-8")
}

/// A call's JSON.
fn json(arguments: &[&str]) -> Value {
    serde_json::from_str(&prints(arguments)).expect("valid JSON")
}

/// The entry of a list that has this id or name.
fn named<'v>(list: &'v Value, key: &str, name: &str) -> &'v Value {
    let mut entries = list.as_array().expect("a list").iter();
    let found = entries.find(|entry| entry[key] == name);
    found.unwrap_or_else(|| panic!("no {key} {name} in {list}"))
}

#[test]
fn without_a_command_the_usage_is_printed() {
    assert!(prints(&[]).contains("policy assess"));
    assert_eq!(prints(&[]), prints(&["--help"]));
}

#[test]
fn every_program_is_listed_with_its_document() {
    let list = prints(&["list"]);
    assert_eq!(
        list.lines().count(),
        policy_catalog::catalog().programs().count()
    );
    for (policy, program) in policy_catalog::catalog().programs() {
        let mut lines = list.lines();
        let line = lines.find(|line| line.starts_with(&format!("{}\t", program.id)));
        let line = line.unwrap_or_else(|| panic!("{} is not listed", program.id));
        assert!(line.contains(outcome::name(policy)), "{line}");
    }
}

#[test]
fn documents_compared_long_ago_are_listed() {
    let prints_none = prints(&["check", "--stale", "--on", "2026-11-22"]);
    assert!(prints_none.contains("没有"), "{prints_none}");
    let stale = policy(&["check", "--stale", "--on", "2099-01-01"]);
    assert!(!stale.status.success());
    let listed = str::from_utf8(&stale.stderr).expect("text");
    for policy in &policy_catalog::catalog().policies {
        assert!(listed.contains(&policy.id), "{listed}");
    }
    let all = prints(&["check", "--on", "2026-11-22"]);
    assert!(all.contains("urumqi/shuimogou") && !all.contains("hunan/low-altitude"));
}

#[test]
fn every_clause_is_listed_with_what_became_of_it() {
    let coverage = prints(&["coverage"]);
    for policy in &policy_catalog::catalog().policies {
        assert!(coverage.contains(outcome::name(policy)), "{coverage}");
        for covered in &policy.coverage {
            assert!(coverage.contains(&*covered.at), "{coverage}");
        }
    }
}

#[test]
fn facts_say_how_they_are_answered() {
    let facts = prints(&["facts"]);
    assert!(
        facts.contains("light_sport.sorties\tquantity\t架次"),
        "{facts}"
    );
    assert!(
        facts.contains("rd.eligible_cost@year\tquantity\t元"),
        "{facts}"
    );
    let facts = json(&["facts", "--json"]);
    let mass = named(&facts, "name", "fleet.max_takeoff_mass");
    assert_eq!(
        (&mass["kind"], &mass["unit"]),
        (&"quantity".into(), &"吨".into())
    );
    let basis = named(&facts, "name", "tax.basis");
    assert_eq!(basis["options"], serde_json::json!(["steps", "direct"]));
    assert_eq!(named(&facts, "name", "loans")["per_year"], true);
}

#[test]
fn a_class_that_rests_on_the_data_of_others_is_marked() {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("property.toml");
    let text = "on = \"2026-11-21\"\n[company]\nindustry = \"property\"\n\
        staff.2025 = \"300人\"\nrevenue.2025 = \"1000万元\"\n";
    std::fs::write(&path, text).expect("a file can be written");
    let report = prints(&["assess", path.to_str().expect("a plain path")]);
    assert!(report.contains("中型（待核实）"), "{report}");
    assert!(report.contains("中型（符合；待核实）"), "{report}");
}
