//! Laws that hold for whatever is answered: checked over random partial answers and what refines
//! them, on the whole catalogue.
//!
//! `LAWS_CASES` sets how many enterprises are tried, each with three partial answer sets and a
//! complete one, `LAWS_SEED` which; both are printed.

#![cfg(not(target_arch = "wasm32"))]

mod always;
mod favour;
mod generate;
mod matters;
mod narrows;
mod partial;
mod reach;
mod refine;
mod run;
mod sample;
mod search;
mod share;
mod world;

use std::io::Write;

use crate::reach::Reached;
use crate::world::World;

#[test]
fn amounts_keep_to_their_verdicts_caps_and_sums() {
    run::holds("amounts_keep_to_their_verdicts_caps_and_sums");
}

#[test]
fn the_same_answers_give_the_same_assessment() {
    run::holds("the_same_answers_give_the_same_assessment");
}

#[test]
fn screening_gives_what_assessing_gives() {
    run::holds("screening_gives_what_assessing_gives");
}

#[test]
fn what_a_program_waits_for_is_asked() {
    run::holds("what_a_program_waits_for_is_asked");
}

#[test]
fn nothing_is_open_when_all_is_answered() {
    run::holds("nothing_is_open_when_all_is_answered");
}

#[test]
fn more_answers_only_narrow() {
    run::holds("more_answers_only_narrow");
}

#[test]
fn every_completion_lies_within() {
    run::holds("every_completion_lies_within");
}

#[test]
fn both_ends_of_every_span_are_reached() {
    let world = World::new(policy_catalog::catalog());
    let complaints = Reached::search(&world, run::seed()).complaints();
    assert!(complaints.is_empty(), "{}", complaints.join("\n\n"));
}

#[test]
fn what_is_asked_can_matter() {
    if let Some(useless) = run::asked().too_many_useless() {
        panic!("questions that cannot matter:\n\n{useless}");
    }
}

#[test]
fn the_generator_reaches_every_verdict() {
    let shares = run::shares();
    // Past the capture of the test runner: the shares are there to be seen.
    writeln!(std::io::stderr(), "{shares}").ok();
    let rare = shares.rare();
    assert!(rare.is_empty(), "{shares}\nunder 2%:\n{}", rare.join("\n"));
}
