//! Programs of one document that share a cap or exclude each other, summed as the document says.

mod good;

use good::good;
use jiff::civil::date;
use policy_engine::assess;
use policy_engine::author;
use policy_engine::catalog::Catalog;
use policy_engine::fact::{Answer, Answers, Value};
use policy_engine::policy::cumulation::Kind;
use rust_decimal::{Decimal, dec};

/// The document of the fixtures whose two awards, 40万元 and at most 30万元, share 60万元.
fn catalog() -> Catalog {
    author::read(&good()).expect("the good files are good")
}

/// A small enterprise of the first class: 40万元; its R&D grows by 400万元, of which 10% is 40万元.
fn answers(catalog: &Catalog) -> Answers {
    let answers = [
        ("size", Value::OneOf(1)),
        ("recognised", Value::YesNo(true)),
        ("recognised_year", Value::Quantity(dec!(2010))),
        ("revenue@2025", Value::Quantity(dec!(10000000))),
        ("cost@2025", Value::Quantity(dec!(1000000))),
        ("cost@2026", Value::Quantity(dec!(5000000))),
    ];
    let answers = answers.map(|(name, value)| {
        let ask = catalog.questionnaire.ask_named(name).expect(name);
        (ask, Answer::Known(value))
    });
    Answers(answers.into_iter().collect())
}

/// The one-off total, and the programs that are left out of it.
fn once(catalog: &Catalog) -> (Option<Decimal>, Vec<String>) {
    let answers = answers(catalog);
    let totals = assess(catalog, &answers, date(2026, 11, 21)).totals;
    let left_out = totals.combined.iter().flat_map(|group| &group.left_out);
    let left_out = left_out.map(|program| program.id.clone()).collect();
    (totals.once.span.exact(), left_out)
}

fn with(kind: Kind) -> Catalog {
    let mut catalog = catalog();
    let groups = catalog
        .policies
        .iter_mut()
        .flat_map(|policy| &mut policy.cumulation);
    groups.for_each(|group| group.kind = kind.clone());
    catalog
}

#[test]
fn a_shared_cap_holds_for_the_sum() {
    assert_eq!(once(&catalog()), (Some(dec!(600000)), vec![]));
}

#[test]
fn only_the_highest_is_paid_and_the_other_is_named() {
    for kind in [Kind::Highest, Kind::OneOf] {
        let left_out = vec!["good-second-award".to_owned()];
        assert_eq!(once(&with(kind)), (Some(dec!(400000)), left_out));
    }
}

#[test]
fn what_may_be_cumulated_is_added() {
    let catalog = with(Kind::Sum);
    let answers = answers(&catalog);
    let totals = assess(&catalog, &answers, date(2026, 11, 21)).totals;
    assert_eq!(totals.once.span.exact(), Some(dec!(700000)));
    assert!(totals.combined.is_empty());
}
