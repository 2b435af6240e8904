//! What a program's own conditions say of facts that are not known: an amount lies within them.

use policy_engine::verdict::Verdict;
use rust_decimal::{Decimal, dec};

use crate::world::World;

const PER_HEAD: &str = "amount = { product = [{ fact = \"staff\" }, \"2元/人\"] }";

/// The amount if all conditions hold, in 元.
fn whole(requires: &str, answers: &str) -> (Decimal, Option<Decimal>) {
    let world = World::new(requires, PER_HEAD);
    let whole = world.with(answers, |outcome| outcome.now.whole);
    (whole.low, whole.high)
}

#[test]
fn an_unknown_number_lies_within_its_limits() {
    let between = "{ fact = \"staff\", at_least = \"100人\", at_most = \"1000人\" }";
    assert_eq!(whole(between, ""), (dec!(200), Some(dec!(2000))));
    assert_eq!(whole(between, "staff = 10"), (dec!(20), Some(dec!(20))));
    assert_eq!(whole("", ""), (dec!(0), None));
    let apart = "{ fact = \"staff\", over = \"100人\" }, { fact = \"staff\", below = \"1000人\" }";
    assert_eq!(whole(apart, ""), (dec!(200), Some(dec!(2000))));
    let all = "{ all = [{ fact = \"staff\", at_least = \"100人\" }, { fact = \"a\", is = true }] }";
    assert_eq!(whole(all, ""), (dec!(200), None));
}

#[test]
fn of_alternatives_the_last_one_left_must_hold() {
    let any = "{ any = [{ fact = \"a\", is = true }, { fact = \"staff\", at_least = \"100人\" }] }";
    assert_eq!(whole(any, ""), (dec!(0), None));
    assert_eq!(whole(any, "a = false"), (dec!(200), None));
    assert_eq!(whole(any, "a = true"), (dec!(0), None));
}

#[test]
fn conditions_that_cannot_hold_together_refuse() {
    let both = "{ fact = \"staff\", over = \"1000人\" }, { fact = \"staff\", at_most = \"100人\" }";
    let world = World::new(both, PER_HEAD);
    world.with("", |outcome| {
        assert_eq!(outcome.now.verdict, Verdict::No);
        assert!(outcome.now.conflict);
    });
    world.with("staff = 10", |outcome| assert!(!outcome.now.conflict));
}

#[test]
fn another_reading_has_limits_of_its_own() {
    let reading = format!(
        "{PER_HEAD}\n[[program.reading]]\nsays = \"至多100人\"\nbecause = \"甲\"\n[program.reading.alternative]\nsays = \"至多1000人\"\nwithout = [\"most\"]\nwith = [{{ fact = \"staff\", at_most = \"1000人\" }}]"
    );
    let world = World::new(
        "{ id = \"most\", fact = \"staff\", at_most = \"100人\" }",
        &reading,
    );
    world.with("", |outcome| {
        assert_eq!(outcome.now.amount.high, Some(dec!(200)));
        assert_eq!(outcome.alternatives[0].amount.high, Some(dec!(2000)));
    });
    world.with("staff = 500", |outcome| {
        assert_eq!(outcome.now.amount.exact(), Some(dec!(0)));
        assert_eq!(outcome.alternatives[0].amount.exact(), Some(dec!(1000)));
    });
}

#[test]
fn an_unknown_number_is_at_least_what_its_question_accepts() {
    let since = World::new("{ fact = \"since\", over = \"2009年\" }", "");
    assert_eq!(since.verdict(""), Verdict::Yes);
    let profit = World::new("{ fact = \"profit\", over = \"1元\" }", "");
    assert_eq!(profit.verdict(""), Verdict::Unknown);
}

#[test]
fn a_limit_may_be_a_year_counted_from_the_one_assessed() {
    let recent = World::new(
        "{ fact = \"since\", at_least = \"上一年度\", at_most = \"本年度\" }",
        "",
    );
    for (since, expected) in [
        (2024, Verdict::No),
        (2025, Verdict::Yes),
        (2026, Verdict::Yes),
        (2027, Verdict::No),
    ] {
        assert_eq!(recent.verdict(&format!("since = {since}")), expected);
    }
}
