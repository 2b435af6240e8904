//! What a clause that can be read in another way does to the total.

use policy_engine::span::Span;
use rust_decimal::{Decimal, dec};

use crate::world::World;

/// A reading under which a condition is not needed.
fn without(condition: &str) -> String {
    format!(
        "[[program.reading]]\nsays = \"要\"\nbecause = \"有此条件\"\n[program.reading.alternative]\nsays = \"不要\"\nwithout = [\"{condition}\"]\n"
    )
}

/// The one-off total, and under the other reading.
fn once(world: &World, answers: &str) -> (Span, Span) {
    world.with_all(answers, |_, assessment| {
        let once = &assessment.totals.once;
        (once.span, once.otherwise)
    })
}

fn span(low: Decimal, high: Decimal) -> Span {
    Span {
        low,
        high: Some(high),
    }
}

/// No money, however the clauses are read.
const NOTHING: (Span, Span) = (Span::ZERO, Span::ZERO);

#[test]
fn a_refused_program_counts_where_another_reading_pays_it() {
    let award = format!("amount = \"10元\"\n{}", without("staff"));
    let staff = "{ id = \"staff\", fact = \"staff\", at_least = \"100人\" }";
    let place = "{ id = \"place\", fact = \"seat\", within = \"430100\" }";
    let world = World::new(&format!("{staff}, {place}"), &award);
    let (few, here) = ("staff = 99\n", "seat = \"430100\"\n");
    let paid = (Span::ZERO, span(dec!(0), dec!(10)));
    assert_eq!(once(&world, &[few, here].concat()), paid);
    // Elsewhere it is not paid under any.
    let elsewhere = [few, "seat = \"220000\"\n"].concat();
    assert_eq!(once(&world, &elsewhere), NOTHING);
    // Nor is a refusal money where the other reading is not certain.
    assert_eq!(once(&world, few), NOTHING);
    // A reading about the place itself brings no place where the enterprise is not.
    let award = format!("amount = \"10元\"\n{}", without("place"));
    let world = World::new(&format!("{staff}, {place}"), &award);
    let elsewhere = "staff = 100\nseat = \"220000\"\n";
    assert_eq!(once(&world, elsewhere), NOTHING);
}

#[test]
fn a_reading_that_waits_tells_nothing_of_a_known_amount() {
    let staff = "{ id = \"staff\", fact = \"staff\", at_least = \"100人\" }";
    let alternative = "[[program.reading]]\nsays = \"10元\"\nbecause = \"写明\"\n[program.reading.alternative]\nsays = \"按费用\"\namount = { fact = \"cost\", year = \"本年度\" }\n";
    let world = World::new(
        staff,
        &format!("amount = \"10元\"\ncap = \"100元\"\n{alternative}"),
    );
    let ten = Span::exactly(dec!(10));
    assert_eq!(once(&world, "staff = 100"), (ten, ten));
    let known = "staff = 100\ncost.2026 = \"30元\"";
    let both = (ten, span(dec!(10), dec!(30)));
    assert_eq!(once(&world, known), both);
    // While the amount is not known, what waits belongs to it.
    let open = (span(dec!(0), dec!(10)), span(dec!(0), dec!(100)));
    assert_eq!(once(&world, ""), open);
}
