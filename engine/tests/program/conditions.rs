//! What conditions ask for.

use policy_engine::verdict::Verdict;

use crate::world::World;

#[test]
fn the_first_condition_that_waits_is_asked_alone() {
    let both = World::new(
        "{ fact = \"a\", is = true }, { fact = \"b\", is = true }",
        "",
    );
    both.asks(&[
        ("", "a b", "a"),
        ("a = true", "b", "a b"),
        ("a = false", "", "a"),
        ("a = true\nb = true", "", "a b"),
        // Who is unsure of one is asked on, and the answer may still come.
        ("a = \"不清楚\"", "a b", "a b"),
        ("b = false", "", "b"),
    ]);
}

#[test]
fn of_alternatives_those_still_possible_are_asked() {
    let any = World::new(
        "{ any = [{ fact = \"a\", is = true }, { all = [{ fact = \"b\", is = true }, { not = { fact = \"size\", one_of = [\"large\"] } }] }] }",
        "",
    );
    any.asks(&[
        ("", "a b size", "a b size"),
        ("b = false", "a", "a b"),
        ("size = \"large\"", "a", "a size"),
        ("a = false\nb = true", "size", "a b size"),
        ("a = true", "", "a"),
        ("b = true\nsize = \"small\"", "", "b size"),
    ]);
    assert_eq!(any.verdict("a = true"), Verdict::Yes);
    assert_eq!(any.verdict("a = false\nb = false"), Verdict::No);
}

#[test]
fn a_place_that_is_too_coarse_is_asked_finer() {
    let place = World::new(
        "{ fact = \"work\", includes = \"flight\" }, { fact = \"seat\", within = \"430100\" }, { fact = \"a\", is = true }",
        "",
    );
    place.asks(&[
        ("work = [\"flight\"]", "seat a", "work seat"),
        (
            "work = [\"flight\"]\nseat = \"湖南\"",
            "seat a",
            "work seat",
        ),
        ("work = [\"flight\"]\nseat = \"长沙\"", "a", "a work seat"),
        ("work = [\"flight\"]\nseat = \"吉林\"", "", "work seat"),
        ("work = [\"site\"]", "", "work"),
        ("work = \"都没有\"", "", "work"),
    ]);
}

#[test]
fn what_depends_on_a_choice_is_asked_after_it() {
    let choice = World::new(
        "{ depending_on = \"size\", of = { large = { fact = \"a\", is = true }, small = { fact = \"b\", is = true } } }",
        "",
    );
    choice.asks(&[
        ("", "size", "size"),
        ("size = \"small\"", "b", "b size"),
        ("size = \"large\"", "a", "a size"),
        ("size = \"large\"\nb = true", "a", "a size"),
        ("size = \"small\"\nb = true", "", "b size"),
        ("a = true", "size", "size"),
    ]);
    assert_eq!(choice.verdict("a = true\nb = true"), Verdict::Yes);
    assert_eq!(choice.verdict("a = true"), Verdict::Unknown);
}

#[test]
fn of_a_list_the_rows_that_can_still_do_are_asked() {
    let some = World::new(
        "{ some = \"fleet\", where = { all = [{ column = \"fleet.mass\", over = \"1吨\" }, { column = \"fleet.own\", is = true }] } }",
        "",
    );
    some.asks(&[
        ("", "fleet", "fleet"),
        ("fleet = [{ mass = \"2吨\" }]", "fleet[0].own", "fleet"),
        (
            "fleet = [{ mass = \"1吨\" }, { mass = \"2吨\" }, { own = true }]",
            "fleet[1].own fleet[2].mass",
            "fleet",
        ),
        (
            "fleet = { rows = [{ mass = \"1吨\", own = true }], more = true }",
            "fleet",
            "fleet",
        ),
        (
            "fleet = { rows = [{ own = true }], more = true }",
            "fleet fleet[0].mass",
            "fleet",
        ),
        ("fleet = [{ mass = \"2吨\", own = true }]", "", "fleet"),
        ("fleet = \"无\"", "", "fleet"),
    ]);
    assert_eq!(some.verdict("fleet = \"无\""), Verdict::No);
    assert_eq!(
        some.verdict("fleet = { rows = [], more = true }"),
        Verdict::Unknown
    );
}

#[test]
fn so_many_years_count_from_the_answered_one() {
    let years = World::new("{ first_year = \"since\", years = \"3年\" }", "");
    for (since, expected) in [
        (2023, Verdict::No),
        (2024, Verdict::Yes),
        (2026, Verdict::Yes),
        (2027, Verdict::No),
    ] {
        let answer = format!("since = {since}");
        assert_eq!(years.verdict(&answer), expected, "{since}");
    }
    years.asks(&[("", "since", "since"), ("since = 2020", "", "since")]);
}

#[test]
fn classes_are_asked_until_one_is_certain() {
    let second = World::new("{ fact = \"tier\", one_of = [\"second\"] }", "");
    second.asks(&[
        ("", "revenue@2025 staff", "staff revenue@2025"),
        ("revenue.2025 = \"2000元\"", "", "revenue@2025"),
        ("revenue.2025 = \"1元\"", "staff", "staff revenue@2025"),
        ("staff = 50", "", "staff"),
        ("staff = 100", "revenue@2025", "staff revenue@2025"),
        (
            "revenue.2025 = \"1元\"\nstaff = 100",
            "",
            "staff revenue@2025",
        ),
    ]);
    assert_eq!(second.verdict("staff = 50"), Verdict::No);
}

#[test]
fn a_program_about_classes_asks_even_where_it_is_refused() {
    let classes = World::new("{ fact = \"a\", is = true }", "classifies = \"tier\"");
    classes.asks(&[
        ("a = false", "revenue@2025 staff", "a staff revenue@2025"),
        (
            "a = true\nrevenue.2025 = \"1元\"",
            "staff",
            "a staff revenue@2025",
        ),
        ("a = true\nrevenue.2025 = \"2000元\"", "", "a revenue@2025"),
        (
            "a = true\nrevenue.2025 = \"1元\"\nstaff = 100",
            "",
            "a staff revenue@2025",
        ),
    ]);
}
