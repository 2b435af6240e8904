//! A part of a catalogue: some of its documents or programs.

mod good;

use good::good;
use jiff::civil::date;
use policy_engine::author;
use policy_engine::catalog::Catalog;

fn catalog() -> Catalog {
    author::read(&good()).expect("the good files are good")
}

/// The ids of the programs that are left of the catalogue.
fn left(ids: &[&str]) -> Vec<String> {
    let ids: Vec<String> = ids.iter().map(|id| (*id).to_owned()).collect();
    let part = catalog().only(&ids);
    let programs = part.programs();
    programs.map(|(_, program)| program.id.clone()).collect()
}

#[test]
fn documents_and_programs_have_names() {
    let catalog = catalog();
    assert!(catalog.names("good/flight"));
    assert!(catalog.names("good-second-award"));
    assert!(!catalog.names("good"));
    assert!(!catalog.names(""));
    let mut without = catalog.clone();
    without.policies[0].programs.clear();
    assert!(!without.names("good/flight"), "nothing is left of it");
    assert!(without.names("good/rating"));
}

#[test]
fn a_part_has_what_is_named_and_nothing_else() {
    assert_eq!(left(&["good-hours"]), ["good-hours"]);
    assert_eq!(
        left(&["good/research", "good-second-award"]),
        ["good-second-award", "good-research", "good-review"]
    );
    assert!(left(&["no-such"]).is_empty());
    let part = catalog().only(&["good-hours".to_owned()]);
    assert_eq!(
        part.policies.len(),
        1,
        "documents without programs are gone"
    );
    assert_eq!(part.questionnaire, catalog().questionnaire);
    assert_eq!(part.version(), catalog().version());
}

#[test]
fn what_shares_a_cap_still_names_its_programs() {
    let members = |ids: &[&str]| -> Vec<String> {
        let ids: Vec<String> = ids.iter().map(|id| (*id).to_owned()).collect();
        let part = catalog().only(&ids);
        let policy = &part.policies[0];
        let members = policy.cumulation[0].programs.iter();
        let ids = members.map(|index| policy.programs[usize::from(*index)].id.clone());
        ids.collect()
    };
    let both = ["good-first-award", "good-second-award"];
    assert_eq!(members(&["good/rating"]), both);
    assert_eq!(members(&both), both);
    assert_eq!(members(&both[1..]), both[1..]);
    assert!(members(&["good-rating"]).is_empty());
}

#[test]
fn the_days_known_go_from_the_year_before_the_first_to_the_year_after_the_last() {
    let known = catalog().known();
    assert_eq!(*known.start(), date(2023, 1, 1));
    assert_eq!(*known.end(), date(2030, 12, 31));
}
