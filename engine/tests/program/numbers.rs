//! What numbers ask for, in conditions and amounts.

use policy_engine::verdict::Verdict;

use crate::world::World;

/// A program that everybody gets, with this amount.
fn paying(amount: &str) -> World {
    World::new("", &format!("amount = {amount}"))
}

#[test]
fn an_amount_is_asked_for_once_the_conditions_hold() {
    let one = World::new(
        "{ fact = \"a\", is = true }",
        "amount = { product = [{ fact = \"staff\" }, \"1000元/人\"] }\ncap = \"1000元\"",
    );
    one.asks(&[
        ("", "a staff", "a"),
        ("a = \"不清楚\"", "a staff", "a staff"),
        ("a = true", "staff", "a staff"),
        ("a = false", "", "a"),
        ("a = true\nstaff = 3", "", "a staff"),
        ("staff = 3", "a", "a"),
    ]);
}

#[test]
fn parts_that_are_known_are_not_asked() {
    let sum = paying(
        "{ sum = [{ fact = \"cost\", year = \"本年度\" }, { excess = { difference = { fact = \"revenue\", year = \"本年度\" }, minus = { fact = \"revenue\", year = \"上一年度\" } }, over = \"0元\" }, \"5元\"] }",
    );
    sum.asks(&[
        (
            "",
            "cost@2026 revenue@2026 revenue@2025",
            "cost@2026 revenue@2025 revenue@2026",
        ),
        (
            "revenue = { 2025 = \"2元\", 2026 = \"1元\" }",
            "cost@2026",
            "cost@2026 revenue@2025 revenue@2026",
        ),
        (
            "cost.2026 = \"1元\"\nrevenue.2025 = \"2元\"",
            "revenue@2026",
            "cost@2026 revenue@2025 revenue@2026",
        ),
        (
            "cost.2026 = \"1元\"\nrevenue = { 2025 = \"2元\", 2026 = \"9元\" }",
            "",
            "cost@2026 revenue@2025 revenue@2026",
        ),
    ]);
}

#[test]
fn of_rows_the_cells_that_still_count_are_asked() {
    let total = paying(
        "{ product = [{ total = \"fleet.hours\", where = { column = \"fleet.own\", is = true } }, \"2元/小时\"] }",
    );
    total.asks(&[
        ("", "fleet", "fleet"),
        ("fleet = [{ own = false }]", "", "fleet"),
        ("fleet = [{ own = true }]", "fleet[0].hours", "fleet"),
        (
            "fleet = [{ hours = 5 }, { mass = \"1吨\" }]",
            "fleet[0].own fleet[1].own fleet[1].hours",
            "fleet",
        ),
        ("fleet = [{ hours = 0 }]", "", "fleet"),
        (
            "fleet = { rows = [{ hours = 5, own = true }], more = true }",
            "fleet",
            "fleet",
        ),
    ]);
    let count = paying(
        "{ product = [{ count = \"fleet\", where = { column = \"fleet.mass\", over = \"1吨\" } }, \"5元\"] }",
    );
    count.asks(&[
        (
            "fleet = [{ mass = \"2吨\" }, { hours = 5 }]",
            "fleet[1].mass",
            "fleet",
        ),
        ("fleet = [{ mass = \"2吨\" }]", "", "fleet"),
    ]);
}

#[test]
fn of_priced_rows_the_cells_that_still_count_are_asked() {
    let bands = "bands = [{ at_most = \"1吨\", price = \"1元/小时\" }, { over = \"1吨\", below = \"5吨\", price = \"2元/小时\" }, { at_least = \"5吨\", price = \"3元/小时\" }]";
    let priced = paying(&format!(
        "{{ each = \"fleet\", by = \"fleet.mass\", of = \"fleet.hours\", where = {{ column = \"fleet.own\", is = true }}, {bands} }}"
    ));
    priced.asks(&[
        ("", "fleet", "fleet"),
        (
            "fleet = [{ from = 2026-01-01 }]",
            "fleet[0].own fleet[0].mass fleet[0].hours",
            "fleet",
        ),
        (
            "fleet = [{ own = true, mass = \"5吨\" }, { own = false }, { own = true, hours = 5 }]",
            "fleet[0].hours fleet[2].mass",
            "fleet",
        ),
        (
            "fleet = [{ own = true, mass = \"5吨\", hours = 7 }]",
            "",
            "fleet",
        ),
        (
            "fleet = { rows = [{ own = true, mass = \"5吨\", hours = 7 }], more = true }",
            "fleet",
            "fleet",
        ),
    ]);
}

#[test]
fn of_dates_the_missing_one_is_asked() {
    let days = World::new(
        "{ some = \"fleet\", where = { days_from = \"fleet.from\", until = \"fleet.until\", at_least = \"100天\" } }",
        "",
    );
    days.asks(&[
        (
            "fleet = [{ hours = 5 }]",
            "fleet[0].from fleet[0].until",
            "fleet",
        ),
        ("fleet = [{ from = 2026-01-01 }]", "fleet[0].until", "fleet"),
        ("fleet = [{ until = 2026-12-31 }]", "fleet[0].from", "fleet"),
        (
            "fleet = [{ from = 2026-01-01, until = 2026-04-11 }]",
            "",
            "fleet",
        ),
    ]);
    let verdict = |until: &str| {
        let row = format!("fleet = [{{ from = 2026-01-01, until = {until} }}]");
        days.verdict(&row)
    };
    assert_eq!(verdict("2026-04-11"), Verdict::Yes);
    assert_eq!(verdict("2026-04-10"), Verdict::No);
}

#[test]
fn of_a_choice_the_chosen_measure_is_asked() {
    let choice = paying(
        "{ choose = \"size\", of = { large = { fact = \"cost\", year = \"本年度\" }, small = { product = [{ fact = \"staff\" }, \"1000元/人\"] } } }",
    );
    choice.asks(&[
        ("", "size", "size"),
        ("size = \"small\"", "staff", "size staff"),
        ("size = \"large\"", "cost@2026", "size cost@2026"),
        ("size = \"small\"\nstaff = 2", "", "size staff"),
    ]);
}

#[test]
fn of_several_ways_those_that_can_still_be_best_are_asked() {
    let ways = |best: &str| {
        paying(&format!(
            "{{ {best} = [{{ says = \"按人数\", requires = [{{ fact = \"a\", is = true }}], of = {{ product = [{{ fact = \"staff\" }}, \"1元/人\"] }} }}, {{ says = \"按费用\", of = {{ fact = \"cost\", year = \"本年度\" }} }}] }}"
        ))
    };
    let greatest = ways("greatest");
    greatest.asks(&[
        ("", "a staff cost@2026", "a staff cost@2026"),
        ("a = false", "cost@2026", "a cost@2026"),
        ("a = false\ncost.2026 = \"10元\"", "", "a cost@2026"),
        // Nine people bring 9元 at most, whether they count or not.
        ("staff = 9\ncost.2026 = \"10元\"", "", "staff cost@2026"),
        ("staff = 10\ncost.2026 = \"10元\"", "", "staff cost@2026"),
        ("staff = 11\ncost.2026 = \"10元\"", "a", "a staff cost@2026"),
        (
            "a = true\ncost.2026 = \"10元\"",
            "staff",
            "a staff cost@2026",
        ),
        ("a = true\nstaff = 11", "cost@2026", "a staff cost@2026"),
    ]);
    let least = ways("least");
    least.asks(&[
        ("a = false", "cost@2026", "a cost@2026"),
        ("staff = 9\ncost.2026 = \"10元\"", "a", "a staff cost@2026"),
        ("staff = 10\ncost.2026 = \"10元\"", "", "staff cost@2026"),
        ("staff = 11\ncost.2026 = \"10元\"", "", "staff cost@2026"),
        ("a = true\nstaff = 9", "cost@2026", "a staff cost@2026"),
        ("a = true\nstaff = 0", "", "a staff"),
    ]);
}
