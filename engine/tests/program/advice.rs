//! The nearest way to a program, and what one more of something brings.

use policy_engine::advise::gain::{More, gains};
use policy_engine::advise::nearest::{Change, nearest};
use policy_engine::case::Case;
use policy_engine::span::Span;

use crate::world::{World, name};

/// The ways to the program, each with its steps and what it gives: `a = YesNo(true): 10`.
fn ways(world: &World, answers: &str) -> Vec<String> {
    world.with_case(answers, |case, outcome| {
        let ways = nearest(case, outcome).into_iter();
        let ways = ways.map(|way| {
            let steps = way.steps.iter().map(|step| told(case, &step.change));
            let steps: Vec<_> = steps.collect();
            format!("{}: {}", steps.join(" + "), range(way.amount))
        });
        ways.collect()
    })
}

fn told(case: &Case, change: &Change) -> String {
    match change {
        Change::Take(at, value) => format!("{} = {value:?}", name(case.questionnaire, *at)),
        Change::More(places, by) => {
            let places = places.iter();
            let places = places.map(|place| name(case.questionnaire, place.at));
            let places: Vec<_> = places.collect();
            format!("{} +{by}", places.join("|"))
        }
    }
}

fn range(span: Span) -> String {
    match (span.exact(), span.high) {
        (Some(exact), _) => exact.normalize().to_string(),
        (None, high) => format!("{}..{}", span.low, high.unwrap_or_default()),
    }
}

const TEN: &str = "amount = \"10元\"";

#[test]
fn a_choice_that_can_be_attained_is_advised() {
    let yes = World::new("{ fact = \"a\", is = true }", TEN);
    assert_eq!(ways(&yes, "a = false"), ["a = YesNo(true): 10"]);
    let size = World::new("{ fact = \"size\", one_of = [\"small\"] }", TEN);
    assert_eq!(ways(&size, "size = \"large\""), ["size = OneOf(1): 10"]);
    let work = World::new("{ fact = \"work\", includes = \"flight\" }", TEN);
    assert_eq!(
        ways(&work, "work = [\"site\"]"),
        ["work = SeveralOf([0, 1]): 10"]
    );
    let own = World::new(
        "{ some = \"fleet\", where = { column = \"fleet.own\", is = true } }",
        TEN,
    );
    assert_eq!(
        ways(&own, "fleet = [{ own = false }, { own = false }]"),
        [
            "fleet[0].own = YesNo(true): 10",
            "fleet[1].own = YesNo(true): 10"
        ]
    );
}

#[test]
fn what_cannot_be_attained_is_not_advised() {
    let fact = World::new("{ fact = \"b\", is = true }", TEN);
    assert!(ways(&fact, "b = false").is_empty());
    let both = World::new(
        "{ fact = \"a\", is = true }, { fact = \"b\", is = true }",
        TEN,
    );
    assert!(ways(&both, "a = false\nb = false").is_empty());
    let column = World::new(
        "{ some = \"fleet\", where = { column = \"fleet.mass\", over = \"1吨\" } }",
        TEN,
    );
    assert!(ways(&column, "fleet = [{ mass = \"1吨\" }]").is_empty());
    let fewer = World::new("{ fact = \"staff\", at_most = \"100人\" }", TEN);
    assert!(ways(&fewer, "staff = 101").is_empty());
}

#[test]
fn who_is_not_refused_needs_no_way() {
    let yes = World::new("{ fact = \"a\", is = true }", TEN);
    assert!(ways(&yes, "a = true").is_empty());
    assert!(ways(&yes, "").is_empty());
}

#[test]
fn every_failed_part_of_what_must_hold_together_is_changed() {
    let all = World::new(
        "{ all = [{ fact = \"a\", is = true }, { fact = \"size\", one_of = [\"small\"] }] }",
        TEN,
    );
    assert_eq!(
        ways(&all, "a = false\nsize = \"large\""),
        ["a = YesNo(true) + size = OneOf(1): 10"]
    );
    assert_eq!(
        ways(&all, "a = true\nsize = \"large\""),
        ["size = OneOf(1): 10"]
    );
}

#[test]
fn of_alternatives_the_fewest_steps_then_the_most_money_then_the_least_more() {
    let fewest = World::new(
        "{ any = [{ all = [{ fact = \"a\", is = true }, { fact = \"size\", one_of = [\"small\"] }] }, { fact = \"work\", includes = \"flight\" }] }",
        TEN,
    );
    assert_eq!(
        ways(&fewest, "a = false\nsize = \"large\"\nwork = \"都没有\""),
        ["work = SeveralOf([0]): 10"]
    );
    let money = World::new(
        "{ any = [{ fact = \"a\", is = true }, { fact = \"size\", one_of = [\"small\"] }] }",
        "amount = { choose = \"size\", of = { large = \"1元\", small = \"2元\" } }",
    );
    assert_eq!(
        ways(&money, "a = false\nsize = \"large\""),
        ["size = OneOf(1): 2", "a = YesNo(true): 1"]
    );
    let more = World::new(
        "{ any = [{ fact = \"staff\", at_least = \"100人\" }, { fact = \"a\", is = true }] }",
        TEN,
    );
    assert_eq!(
        ways(&more, "staff = 90\na = false"),
        ["a = YesNo(true): 10", "staff +10: 10"]
    );
}

#[test]
fn by_a_choice_the_chosen_condition_is_met() {
    let choice = World::new(
        "{ depending_on = \"size\", of = { large = { fact = \"a\", is = true }, small = { fact = \"b\", is = true } } }",
        TEN,
    );
    assert_eq!(
        ways(&choice, "size = \"large\"\na = false"),
        ["a = YesNo(true): 10"]
    );
    assert!(ways(&choice, "a = false\nb = false").is_empty());
}

#[test]
fn more_is_advised_up_to_a_lower_limit() {
    let between = World::new(
        "{ fact = \"staff\", at_least = \"100人\", at_most = \"1000人\" }",
        TEN,
    );
    assert_eq!(ways(&between, "staff = 90"), ["staff +10: 10"]);
    assert!(ways(&between, "staff = 1001").is_empty());
    let over = World::new("{ fact = \"staff\", over = \"100人\" }", TEN);
    assert_eq!(ways(&over, "staff = 100"), ["staff +1: 10"]);
    let hours = World::new(
        "{ total = \"fleet.hours\", where = { column = \"fleet.own\", is = true }, over = \"100小时\" }",
        TEN,
    );
    // In the smallest step, of any row that counts.
    assert_eq!(
        ways(
            &hours,
            "fleet = [{ own = true, hours = 60 }, { own = false, hours = 7 }, { own = true, hours = 30 }]"
        ),
        ["fleet[0].hours|fleet[2].hours +10.01: 10"]
    );
    // A share can be had in many ways, and a year that is past in none.
    let past = World::new(
        "{ fact = \"cost\", year = \"上一年度\", at_least = \"10元\" }",
        TEN,
    );
    assert!(ways(&past, "cost.2025 = \"1元\"").is_empty());
    let present = World::new(
        "{ fact = \"cost\", year = \"本年度\", at_least = \"10元\" }",
        TEN,
    );
    assert_eq!(ways(&present, "cost.2026 = \"1元\""), ["cost@2026 +9: 10"]);
    // One hour more is not one more of what is beyond ten.
    let beyond = World::new(
        "{ total = \"fleet\", of = { excess = { column = \"fleet.hours\" }, over = \"10小时\" }, at_least = \"100小时\" }",
        TEN,
    );
    assert!(ways(&beyond, "fleet = [{ hours = 50 }]").is_empty());
    // No more than the question accepts.
    let most = World::new("{ total = \"fleet.hours\", at_least = \"10000小时\" }", TEN);
    assert!(ways(&most, "fleet = [{ hours = 2000 }]").is_empty());
    assert_eq!(
        ways(&most, "fleet = [{ hours = 2000 }, { hours = 100 }]"),
        ["fleet[1].hours +7900: 10"]
    );
}

/// What one more of each thing brings: `fleet[0].hours: 12, cap +3`.
fn brings(world: &World, answers: &str) -> Vec<String> {
    world.with_case(answers, |case, outcome| {
        let gains = gains(case, outcome).into_iter();
        let gains = gains.map(|gain| match gain.of {
            More::Number(number, until) => {
                let until = until.map(|by| format!(", cap +{by}")).unwrap_or_default();
                let name = name(case.questionnaire, number.at);
                format!("{name}: {}{until}", range(gain.after))
            }
            More::Row(row) => {
                let name = name(case.questionnaire, row);
                format!("row of {name}: {}", range(gain.after))
            }
        });
        gains.collect()
    })
}

#[test]
fn one_more_brings_its_price_up_to_the_cap() {
    let paid = World::new(
        "{ fact = \"a\", is = true }",
        "amount = { product = [{ total = \"fleet.hours\" }, \"2元/小时\"] }\ncap = \"100元\"",
    );
    let fleet = |hours: &str| format!("a = true\nfleet = [{{ mass = \"1吨\", hours = {hours} }}]");
    // The row once, whatever cells of it count.
    assert_eq!(
        brings(&paid, &fleet("30")),
        ["fleet[0].hours: 62, cap +20", "row of fleet[0].mass: 100"]
    );
    assert_eq!(
        brings(&paid, &fleet("49.5")),
        ["fleet[0].hours: 100, cap +1", "row of fleet[0].mass: 100"]
    );
    assert!(brings(&paid, &fleet("50")).is_empty());
    assert!(brings(&paid, "a = true").is_empty());
    let uncapped = World::new(
        "",
        "amount = { product = [{ fact = \"staff\" }, \"2元/人\"] }",
    );
    assert_eq!(brings(&uncapped, "staff = 3"), ["staff: 8"]);
    let past = World::new("", "amount = { fact = \"cost\", year = \"上一年度\" }");
    assert!(brings(&past, "cost.2025 = \"1元\"").is_empty());
    let rows = World::new(
        "",
        "amount = { product = [{ count = \"fleet\", where = { all = [{ column = \"fleet.own\", is = true }, { column = \"fleet.mass\", over = \"1吨\" }] } }, \"5元\"] }",
    );
    assert_eq!(
        brings(
            &rows,
            "fleet = [{ own = true, mass = \"2吨\" }, { own = false, mass = \"2吨\" }]"
        ),
        ["row of fleet[0].mass: 10"]
    );
}
