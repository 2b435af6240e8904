//! Laws that hold for whatever is answered: checked over random partial answers and what refines
//! them, on the whole catalogue.
//!
//! `LAWS_CASES` sets how many answer sets are tried, `LAWS_SEED` which; both are printed.

#![cfg(not(target_arch = "wasm32"))]

mod always;
mod favour;
mod generate;
mod matters;
mod narrows;
mod refine;
mod sample;
mod share;
mod world;

use std::io::Write;

use crate::matters::Asked;
use crate::sample::{each_sample, holds_for_each_sample};
use crate::share::Shares;

#[test]
fn amounts_keep_to_their_verdicts_caps_and_sums() {
    holds_for_each_sample(always::amounts);
}

#[test]
fn the_same_answers_give_the_same_assessment() {
    holds_for_each_sample(always::the_same_again);
}

#[test]
fn what_a_program_waits_for_is_asked() {
    holds_for_each_sample(always::questions);
}

#[test]
fn nothing_is_open_when_all_is_answered() {
    holds_for_each_sample(always::nothing_open_at_the_end);
}

#[test]
fn more_answers_only_narrow() {
    holds_for_each_sample(narrows::only_narrow);
}

#[test]
fn what_is_asked_can_matter() {
    let mut asked = Asked::default();
    each_sample(|world, sample| asked.count(world, sample));
    if let Some(useless) = asked.too_many_useless() {
        panic!("questions that cannot matter:\n\n{useless}");
    }
}

#[test]
fn the_generator_reaches_every_verdict() {
    let mut shares = Shares::default();
    each_sample(|_, sample| shares.count(sample));
    // Past the capture of the test runner: the shares are there to be seen.
    writeln!(std::io::stderr(), "{shares}").ok();
    let rare = shares.rare();
    assert!(rare.is_empty(), "{shares}\nunder 2%:\n{}", rare.join("\n"));
}
