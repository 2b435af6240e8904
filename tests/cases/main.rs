//! The worked examples beside the policies: every `policies/**/*.cases.toml`, each expected value
//! worked out by hand from the clause; and checks on the data that no single policy file can answer.

#![cfg(not(target_arch = "wasm32"))]

mod compare;
mod limits;
mod read;
mod sentences;

use policy_engine::fact::Answers;
use policy_engine::policy::{Coverage, Topic};
use std::collections::BTreeSet;

use crate::read::all;

#[test]
fn every_case_comes_out_as_worked_by_hand() {
    let cases = all();
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
    let cases = all();
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
    for case in all() {
        assert!(names.insert(case.name.clone()), "{}: twice", case.name);
    }
}

#[test]
fn every_sentence_of_money_is_accounted_for() {
    let text = sentences::of_the_sources();
    let open = sentences::unaccounted(&text);
    assert!(open.is_empty(), "{}", open.join("\n"));
}

#[test]
fn a_sentence_without_account_is_found() {
    let wrong = "policy\tat\tsentence\n\
        hunan/low-altitude\t一、第九款\t每年给予补助\n\
        hunan/low-altitude\t一、第一款\t对研发机构给予重点扶持\n\
        hunan/nowhere\t一、第一款\t给予补助\n";
    let open = sentences::unaccounted(wrong);
    assert_eq!(open.len(), 3, "{open:?}");
}

#[test]
fn every_limit_is_hit_and_missed_by_a_case() {
    let open = limits::untried(all());
    assert!(open.is_empty(), "{}:\n{}", open.len(), open.join("\n"));
}

#[test]
fn a_limit_without_cases_is_found() {
    let open = limits::untried(&[]);
    let found = |text: &str| open.iter().any(|line| line.contains(text));
    assert!(
        found("general-aviation-hours") && found("100小时"),
        "{open:?}"
    );
}

#[test]
fn no_clause_is_left_to_do() {
    for policy in &policy_catalog::catalog().policies {
        assert!(!policy.coverage.is_empty(), "{}: no coverage", policy.id);
        for covered in &policy.coverage {
            if let Coverage::Left(_, because) = &covered.how {
                let lower = because.to_lowercase();
                let todo = ["todo", "待补", "待录入", "tbd"];
                let found = todo.iter().any(|word| lower.contains(word));
                assert!(!found, "{}, {}: {because}", policy.id, covered.at);
            }
        }
    }
}

#[test]
fn a_document_past_its_end_is_history() {
    let catalog = policy_catalog::catalog();
    let day = jiff::civil::date(2026, 11, 21);
    let nothing = Answers::default();
    let assessment = policy_engine::assess(catalog, &nothing, day);
    for outcome in &assessment.outcomes {
        let ended = outcome.policy.until.is_some_and(|until| until < day);
        assert_eq!(
            ended,
            outcome.state.id() == "expired",
            "{}",
            outcome.program.id
        );
        assert!(!ended || outcome.questions.is_empty());
    }
}
