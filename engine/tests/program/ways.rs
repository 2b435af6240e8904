//! Several ways to reckon, of which the best counts; and what may be negative.

use policy_engine::policy::working::Steps;

use crate::world::World;

/// The way that is certain to be the best, counted from 0.
fn winner(best: &str, answers: &str) -> Option<usize> {
    let world = World::new(
        "",
        &format!(
            "amount = {{ {best} = [{{ says = \"按人数\", requires = [{{ fact = \"a\", is = true }}], of = {{ product = [{{ fact = \"staff\" }}, \"1元/人\"] }} }}, {{ says = \"按费用\", of = {{ fact = \"cost\", year = \"本年度\" }} }}] }}"
        ),
    );
    world.with(answers, |outcome| {
        match &outcome.now.working.as_ref().expect("an amount").steps {
            Steps::Ways(_, winner) => *winner,
            other => panic!("{other:?}"),
        }
    })
}

#[test]
fn a_way_wins_where_no_other_can_be_better() {
    let cost = "cost.2026 = \"10元\"\n";
    let with = |rest: &str| winner("greatest", &format!("{cost}{rest}"));
    assert_eq!(with("a = true\nstaff = 11"), Some(0));
    assert_eq!(with("a = true\nstaff = 9"), Some(1));
    // The first of two that are alike.
    assert_eq!(with("a = true\nstaff = 10"), Some(0));
    assert_eq!(with("a = false\nstaff = 11"), Some(1));
    assert_eq!(with("staff = 11"), None);
    assert_eq!(with("staff = 9"), Some(1));
    assert_eq!(with("a = true"), None);
    assert_eq!(winner("greatest", "a = true\nstaff = 11"), None);
    let with = |rest: &str| winner("least", &format!("{cost}{rest}"));
    assert_eq!(with("a = true\nstaff = 9"), Some(0));
    assert_eq!(with("a = true\nstaff = 11"), Some(1));
    assert_eq!(with("a = false\nstaff = 9"), Some(1));
    assert_eq!(with("staff = 9"), None);
}

#[test]
fn a_factor_may_not_be_negative() {
    let factor = |of: &str| {
        let amount = format!("amount = {{ product = [{of}, \"5%\"] }}");
        World::try_new("", &amount).err().unwrap_or_default()
    };
    let cost = "{ fact = \"cost\", year = \"本年度\" }";
    let profit = "{ fact = \"profit\" }";
    for negative in [
        profit.to_owned(),
        format!("{{ sum = [{cost}, {profit}] }}"),
        format!("{{ difference = {cost}, minus = {cost} }}"),
        "{ measure = \"net\" }".to_owned(),
        format!("{{ round = \"分\", of = {profit} }}"),
        format!("{{ choose = \"size\", of = {{ large = {cost}, small = {profit} }} }}"),
        format!(
            "{{ least = [{{ says = \"甲\", of = {cost} }}, {{ says = \"乙\", of = {profit} }}] }}"
        ),
        format!(
            "{{ greatest = [{{ says = \"甲\", requires = [{{ fact = \"a\", is = true }}], of = {cost} }}, {{ says = \"乙\", of = {profit} }}] }}"
        ),
    ] {
        assert!(
            factor(&negative).contains("负数"),
            "{negative}: {}",
            factor(&negative)
        );
    }
    for positive in [
        cost.to_owned(),
        format!("{{ sum = [{cost}, \"1元\"] }}"),
        format!("{{ round = \"分\", of = {cost} }}"),
        format!("{{ choose = \"size\", of = {{ large = {cost}, small = \"1元\" }} }}"),
        format!("{{ excess = {profit}, over = \"0元\" }}"),
        // The greatest is at least what is not negative.
        format!(
            "{{ greatest = [{{ says = \"甲\", of = {cost} }}, {{ says = \"乙\", of = {profit} }}] }}"
        ),
    ] {
        assert_eq!(factor(&positive), "", "{positive}");
    }
}
