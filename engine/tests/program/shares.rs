//! Shares and growth, held against limits by multiplying.

use policy_engine::verdict::Verdict::{self, No, Unknown, Yes};
use rust_decimal::dec;

use crate::world::World;

const SHARE: &str = "ratio = { fact = \"cost\", year = \"本年度\" }, to = { fact = \"revenue\", year = \"本年度\" }";

/// The answers with cost and revenue of 2026 in 元, as far as they are known.
fn answers(cost: Option<&str>, revenue: Option<&str>) -> String {
    let line = |name: &str, value: &str| format!("{name}.2026 = \"{value}元\"\n");
    let cost = cost.map(|value| line("cost", value));
    let revenue = revenue.map(|value| line("revenue", value));
    [cost, revenue].into_iter().flatten().collect()
}

fn check(condition: &str, table: &[(Option<&str>, Option<&str>, Verdict)]) {
    let world = World::new(condition, "");
    for (cost, revenue, expected) in table {
        let verdict = world.verdict(&answers(*cost, *revenue));
        assert_eq!(verdict, *expected, "{condition}: {cost:?} / {revenue:?}");
    }
}

#[test]
fn a_share_reaches_a_limit_from_below() {
    let reached = [
        (Some("5"), Some("100"), Yes),
        (Some("4.99"), Some("100"), No),
        (None, Some("100"), Unknown),
        (Some("5"), None, Unknown),
        // Nothing is no share of anything, and there is no share of nothing.
        (Some("0"), None, No),
        (Some("0"), Some("0"), No),
        (Some("5"), Some("0"), No),
        (None, Some("0"), No),
        (None, None, Unknown),
    ];
    check(&format!("{{ {SHARE}, at_least = \"5%\" }}"), &reached);
    check("{ measure = \"intensity\", at_least = \"5%\" }", &reached);
}

#[test]
fn a_share_goes_beyond_a_limit() {
    let over = format!("{{ {SHARE}, over = \"5%\" }}");
    check(
        &over,
        &[
            (Some("5"), Some("100"), No),
            (Some("5.01"), Some("100"), Yes),
            (Some("0"), None, No),
        ],
    );
}

#[test]
fn a_share_of_nothing_keeps_to_no_limit() {
    let at_most = format!("{{ {SHARE}, at_most = \"5%\" }}");
    check(
        &at_most,
        &[
            (Some("5"), Some("100"), Yes),
            (Some("6"), Some("100"), No),
            (Some("0"), Some("1"), Yes),
            (Some("0"), Some("0"), No),
            (Some("0"), None, Unknown),
        ],
    );
}

#[test]
fn nothing_is_a_share_of_zero_but_not_over_it() {
    let over = format!("{{ {SHARE}, over = \"0%\" }}");
    check(&over, &[(Some("0"), None, No), (Some("1"), None, Unknown)]);
    let at_least = format!("{{ {SHARE}, at_least = \"0%\" }}");
    check(
        &at_least,
        &[(Some("0"), None, Unknown), (Some("0"), Some("1"), Yes)],
    );
}

#[test]
fn by_a_choice_each_share_is_held_against_the_limit() {
    let chosen = World::new(
        &format!(
            "{{ choose = \"size\", of = {{ large = {{ {SHARE} }}, small = {{ ratio = {{ fact = \"cost\", year = \"本年度\" }}, to = {{ fact = \"cost\", year = \"上一年度\" }} }} }}, at_least = \"5%\" }}"
        ),
        "",
    );
    let both = |of: &str| {
        format!("cost = {{ 2025 = \"{of}元\", 2026 = \"5元\" }}\nrevenue.2026 = \"100元\"\n")
    };
    assert_eq!(chosen.verdict(&both("100")), Yes);
    assert_eq!(chosen.verdict(&both("101")), Unknown);
    assert_eq!(chosen.verdict(&(both("101") + "size = \"small\"\n")), No);
    assert_eq!(chosen.verdict(&(both("101") + "size = \"large\"\n")), Yes);
}

const BANDS: &str =
    "bands = [{ below = \"5%\", gives = \"1元\" }, { at_least = \"5%\", gives = \"2元\" }]";

fn points(of: &str) -> World {
    World::new("", &format!("amount = {{ points = {of}, {BANDS} }}"))
}

#[test]
fn a_share_that_may_not_exist_may_give_nothing() {
    let shares = [
        format!("{{ {SHARE} }}"),
        "{ measure = \"intensity\" }".to_owned(),
        format!("{{ choose = \"size\", of = {{ large = {{ {SHARE} }}, small = {{ {SHARE} }} }} }}"),
    ];
    for share in &shares {
        let world = points(share);
        let amount = |cost, revenue| world.amount(&answers(cost, revenue));
        assert_eq!(amount(Some("5"), None), (dec!(0), Some(dec!(2))), "{share}");
        assert_eq!(
            amount(None, Some("100")),
            (dec!(1), Some(dec!(2))),
            "{share}"
        );
        assert_eq!(
            amount(Some("5"), Some("0")),
            (dec!(0), Some(dec!(0))),
            "{share}"
        );
        assert_eq!(
            amount(Some("5"), Some("100")),
            (dec!(2), Some(dec!(2))),
            "{share}"
        );
    }
    // A number always exists.
    let number = World::new(
        "",
        "amount = { points = { fact = \"staff\" }, bands = [{ below = \"100人\", gives = \"1元\" }, { at_least = \"100人\", gives = \"2元\" }] }",
    );
    assert_eq!(number.amount(""), (dec!(1), Some(dec!(2))));
}

#[test]
fn growth_from_what_may_be_nothing_may_give_nothing() {
    let growth = points(
        "{ average_growth = [{ fact = \"revenue\", year = \"前二年度\" }, { fact = \"revenue\", year = \"上一年度\" }, { fact = \"revenue\", year = \"本年度\" }] }",
    );
    let amount = |years: &str| growth.amount(&format!("revenue = {{ {years} }}"));
    assert_eq!(
        amount("2024 = \"1元\", 2025 = \"1元\""),
        (dec!(1), Some(dec!(2)))
    );
    assert_eq!(
        amount("2024 = \"1元\", 2026 = \"1元\""),
        (dec!(0), Some(dec!(2)))
    );
    assert_eq!(
        amount("2025 = \"1元\", 2026 = \"1元\""),
        (dec!(0), Some(dec!(2)))
    );
    assert_eq!(
        amount("2024 = \"100元\", 2025 = \"105元\", 2026 = \"110.25元\""),
        (dec!(2), Some(dec!(2)))
    );
    assert_eq!(
        amount("2024 = \"100元\", 2025 = \"0元\", 2026 = \"1元\""),
        (dec!(0), Some(dec!(0)))
    );
}
