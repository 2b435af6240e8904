//! One assessment after another is the same as one afresh, and keeps what nothing touched.

mod good;

use std::rc::Rc;

use good::good;
use jiff::civil::{Date, date};
use policy_engine::assess::{Assessment, Assessor, assess};
use policy_engine::author;
use policy_engine::catalog::Catalog;
use policy_engine::fact::{Answer, Answers, Value};
use rust_decimal::dec;

const DAY: Date = date(2026, 11, 21);

/// The answers to some questions, by name.
fn answers(catalog: &Catalog, known: &[(&str, Value)]) -> Answers {
    let known = known.iter().map(|(name, value)| {
        let ask = catalog.questionnaire.ask_named(name).expect(name);
        (ask, Answer::Known(value.clone()))
    });
    Answers(known.collect())
}

/// Which programs of the second assessment are those of the first.
fn kept(first: &Assessment, second: &Assessment) -> Vec<String> {
    let pairs = first.outcomes.iter().zip(&second.outcomes);
    let kept = pairs.filter(|(first, second)| Rc::ptr_eq(first, second));
    kept.map(|(_, second)| second.program.id.clone()).collect()
}

#[test]
fn each_assessment_is_as_if_it_were_the_first() {
    let catalog = author::read(&good()).expect("the good files are good");
    let size = |option| ("size", Value::OneOf(option));
    let year = ("recognised_year", Value::Quantity(dec!(2025)));
    let revenue = ("revenue@2025", Value::Quantity(dec!(200000000)));
    let steps = [
        (DAY, vec![]),
        (DAY, vec![size(0)]),
        (DAY, vec![size(0), revenue.clone()]),
        (DAY, vec![size(1), revenue.clone()]),
        // As it was before, and an earlier answer instead of a later one.
        (DAY, vec![size(0), revenue.clone()]),
        (DAY, vec![revenue.clone(), year.clone()]),
        (DAY, vec![year.clone()]),
        (DAY, vec![year.clone()]),
        (date(2023, 1, 1), vec![year.clone()]),
        (DAY, vec![]),
    ];
    let mut assessor = Assessor::new(&catalog);
    for (index, (day, known)) in steps.iter().enumerate() {
        let answers = answers(&catalog, known);
        let again = assessor.assess(&answers, *day);
        assert_eq!(again, assess(&catalog, &answers, *day), "step {index}");
    }
}

#[test]
fn what_no_changed_answer_touches_is_kept() {
    let catalog = author::read(&good()).expect("the good files are good");
    let mut assessor = Assessor::new(&catalog);
    let nothing = Answers::default();
    let first = assessor.assess(&nothing, DAY);
    let all: Vec<_> = { first.outcomes.iter() }
        .map(|outcome| outcome.program.id.clone())
        .collect();
    let same = assessor.assess(&nothing, DAY);
    assert_eq!(kept(&first, &same), all);
    // The base is asked for by the hours alone, the size by the others but the review.
    let base = ("business", Value::SeveralOf(vec![0]));
    let second = assessor.assess(&answers(&catalog, std::slice::from_ref(&base)), DAY);
    let others: Vec<_> = all.iter().filter(|id| *id != "good-hours").collect();
    assert_eq!(kept(&same, &second).iter().collect::<Vec<_>>(), others);
    let sized = answers(&catalog, &[base, ("size", Value::OneOf(1))]);
    let third = assessor.assess(&sized, DAY);
    assert_eq!(kept(&second, &third), ["good-hours", "good-review"]);
    // Another day touches all.
    let later = assessor.assess(&sized, date(2026, 11, 22));
    assert!(kept(&third, &later).is_empty());
}
