//! The amount over a number: where the line bends, jumps and ends.

use policy_engine::advise::curve::curves;
use rust_decimal::Decimal;

use crate::world::{World, name};

/// Each curve as its number, its points, and the cap it reaches.
fn drawn(world: &World, answers: &str) -> Vec<String> {
    world.with_case(answers, |case, outcome| {
        let curves = curves(case, outcome).into_iter();
        let curves = curves.map(|curve| {
            let points = curve.points.iter();
            let points = points.map(|(at, amount)| format!("{}→{}", plain(*at), plain(*amount)));
            let points: Vec<_> = points.collect();
            let cap = curve.cap.map(|cap| format!(", cap {}", plain(cap)));
            let (name, here) = (name(case.questionnaire, curve.over.at), plain(curve.amount));
            format!(
                "{name} {here}: {}{}",
                points.join(" "),
                cap.unwrap_or_default()
            )
        });
        curves.collect()
    })
}

fn plain(number: Decimal) -> String {
    number.normalize().to_string()
}

fn paying(amount: &str) -> World {
    World::new("", amount)
}

#[test]
fn a_line_ends_a_little_beyond_its_cap() {
    let capped =
        paying("amount = { product = [{ fact = \"staff\" }, \"2元/人\"] }\ncap = \"1000元\"");
    assert_eq!(
        drawn(&capped, "staff = 100"),
        ["staff 200: 0→0 500→1000 635→1000, cap 1000"]
    );
    // Who is beyond it is on the line.
    assert_eq!(
        drawn(&capped, "staff = 2000"),
        ["staff 1000: 0→0 500→1000 2200→1000, cap 1000"]
    );
    assert_eq!(
        drawn(&capped, "staff = 0"),
        ["staff 0: 0→0 500→1000 625→1000, cap 1000"]
    );
}

#[test]
fn a_line_without_a_cap_ends_beyond_the_enterprise_and_the_first_money() {
    let straight = paying("amount = { product = [{ fact = \"staff\" }, \"2元/人\"] }");
    assert_eq!(drawn(&straight, "staff = 100"), ["staff 200: 0→0 200→400"]);
    let beyond = paying(
        "amount = { product = [{ excess = { fact = \"staff\" }, over = \"100人\" }, \"2元/人\"] }",
    );
    assert_eq!(drawn(&beyond, "staff = 10"), ["staff 0: 0→0 100→0 160→120"]);
}

#[test]
fn a_threshold_is_a_jump_of_one_step() {
    let from = World::new(
        "{ fact = \"staff\", at_least = \"100人\" }",
        "amount = { product = [{ fact = \"staff\" }, \"2元/人\"] }",
    );
    assert_eq!(
        drawn(&from, "staff = 150"),
        ["staff 300: 0→0 99→0 100→200 300→600"]
    );
}

#[test]
fn a_number_that_only_chooses_has_no_line() {
    let steps = paying(
        "amount = { points = { fact = \"staff\" }, bands = [{ below = \"100人\", gives = \"1元\" }, { at_least = \"100人\", gives = \"2元\" }] }",
    );
    assert!(drawn(&steps, "staff = 90").is_empty());
}

#[test]
fn nothing_is_drawn_of_what_is_not_known_or_not_paid_by() {
    let sum = paying(
        "amount = { sum = [{ fact = \"cost\", year = \"本年度\" }, { product = [{ fact = \"staff\" }, \"2元/人\"] }] }\ncap = \"1000元\"",
    );
    assert!(drawn(&sum, "staff = 3").is_empty());
    assert_eq!(drawn(&sum, "staff = 3\ncost.2026 = \"10元\"").len(), 2);
}
