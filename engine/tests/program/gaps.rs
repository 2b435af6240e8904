//! What a number lacks or exceeds.

use policy_engine::policy::bound::Bound;
use policy_engine::policy::condition::Grounds;
use rust_decimal::{Decimal, dec};

use crate::world::World;

/// The gap of a program's only condition.
fn gap(condition: &str, answers: &str) -> Option<(Bound, Decimal)> {
    World::new(condition, "").with(answers, |outcome| match outcome.now.findings[0].grounds {
        Grounds::Number(_, gap) => gap.map(|gap| (gap.bound, gap.by)),
        ref other => panic!("{other:?}"),
    })
}

#[test]
fn a_number_lacks_what_is_left_to_the_limit() {
    let total = |limit: &str| format!("{{ total = \"fleet.hours\", {limit} }}");
    let hours = |hours: &str| format!("fleet = [{{ hours = {hours} }}, {{ hours = 8 }}]");
    let at_least = total("at_least = \"100小时\"");
    assert_eq!(
        gap(&at_least, &hours("80")),
        Some((Bound::AtLeast, dec!(12)))
    );
    assert_eq!(gap(&at_least, &hours("92")), None);
    assert_eq!(gap(&at_least, ""), None);
    // On the limit itself, which is out, no distance can be told.
    let over = total("over = \"100小时\"");
    assert_eq!(gap(&over, &hours("92")), None);
    assert_eq!(gap(&over, &hours("91.5")), Some((Bound::Over, dec!(0.5))));
}

#[test]
fn a_number_exceeds_what_is_beyond_the_limit() {
    let at_most = "{ fact = \"staff\", at_most = \"100人\" }";
    assert_eq!(gap(at_most, "staff = 130"), Some((Bound::AtMost, dec!(30))));
    let below = "{ fact = \"staff\", below = \"100人\" }";
    assert_eq!(gap(below, "staff = 100"), None);
    assert_eq!(gap(below, "staff = 101"), Some((Bound::Below, dec!(1))));
    // A list that goes on exceeds it by at least so much, and lacks nothing that is certain.
    let total = "{ total = \"fleet.hours\", at_most = \"10小时\" }";
    let more = "fleet = { rows = [{ hours = 15 }], more = true }";
    assert_eq!(gap(total, more), Some((Bound::AtMost, dec!(5))));
}

#[test]
fn of_two_limits_the_first_missed_is_told() {
    let between = "{ fact = \"staff\", at_least = \"100人\", at_most = \"1000人\" }";
    assert_eq!(gap(between, "staff = 90"), Some((Bound::AtLeast, dec!(10))));
    assert_eq!(gap(between, "staff = 1001"), Some((Bound::AtMost, dec!(1))));
    assert_eq!(gap(between, "staff = 500"), None);
}
