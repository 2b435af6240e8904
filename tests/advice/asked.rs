//! What is asked: the questions of a topic, those of other years, and places that are too coarse.

use jiff::civil::date;
use policy_engine::assess::{assess_program, serves};
use policy_engine::input::{self, Draft};
use policy_engine::ordered::Set;
use policy_engine::policy::Topic;

use crate::enterprise::Enterprise;

const FUNDING: [Topic; 1] = [Topic::Funding];

fn little_giant() -> Enterprise {
    Enterprise::new(
        "company.region = \"长沙\"\nhonours = [\"city_little_giant\"]\nsrdi.city_year = 2025\n",
    )
}

#[test]
fn a_topic_asks_its_own_questions_in_the_order_of_the_questionnaire() {
    let enterprise = little_giant();
    let assessment = enterprise.assess();
    let funding = assessment.questions(&FUNDING);
    let asked = |name: &str| funding.contains(&enterprise.ask(name));
    assert!(asked("loans@2026") && asked("company.region"));
    assert!(!asked("tax.payer") && !asked("ip.first"));
    assert!(funding.is_sorted());
    let tax = assessment.questions(&[Topic::Tax]);
    assert!(tax.contains(&enterprise.ask("tax.payer")));
    assert!(!tax.contains(&enterprise.ask("loans@2026")));
    assert_eq!(assessment.questions(&[]), []);
}

#[test]
fn other_years_are_elective_and_what_is_asked_is_not() {
    let enterprise = little_giant();
    let assessment = enterprise.assess();
    let others = ["loans@2025", "loans@2027"].map(|name| enterprise.ask(name));
    assert_eq!(assessment.elective(&FUNDING), others);
    assert_eq!(assessment.elective(&[Topic::Tax]), []);
    let outcomes = assessment.outcomes.iter();
    let loans = { outcomes }.find(|outcome| outcome.program.id == "little-giant-loan-interest");
    let loans = loans.expect("the program is there");
    assert_eq!(loans.elective, Set::from(others));
    assert!(loans.open.iter().all(|place| !others.contains(&place.ask)));
}

#[test]
fn the_calendar_has_the_years_of_the_window_and_none_once_it_is_over() {
    let years = |since: &str| {
        let enterprise = Enterprise::new(&format!(
            "company.region = \"长沙\"\nhonours = [\"city_little_giant\"]\nsrdi.city_year = {since}\n"
        ));
        enterprise.with("little-giant-loan-interest", |_, outcome| {
            let years = outcome.calendar.iter().map(|year| year.year);
            years.collect::<Vec<_>>()
        })
    };
    assert_eq!(years("2026"), [2026, 2027, 2028]);
    assert_eq!(years("2024"), [2024, 2025, 2026]);
    assert_eq!(years("2023"), []);
    assert_eq!(years("2027"), []);
}

#[test]
fn a_place_is_asked_finer_while_an_open_program_needs_it() {
    let coarse = |text: &str, topics: &[Topic]| {
        let enterprise = Enterprise::new(text);
        let region = enterprise.ask("company.region");
        let coarse = enterprise.assess().coarse(enterprise.answers(), topics);
        (coarse.contains(&region), coarse.len())
    };
    assert_eq!(coarse("company.region = \"湖南\"\n", &FUNDING), (true, 1));
    assert_eq!(
        coarse("company.region = \"湖南\"\n", &[Topic::Tax]),
        (false, 0)
    );
    assert_eq!(
        coarse("company.region = \"长沙县\"\n", &FUNDING),
        (false, 0)
    );
    assert_eq!(coarse("company.region = \"江西\"\n", &FUNDING), (false, 0));
    // The documents of 新疆 are past their end: nothing finer is asked for them.
    assert_eq!(coarse("company.region = \"新疆\"\n", &FUNDING), (false, 0));
    // A landing site's place is asked for in its row, and not as a question of its own.
    let site = "company.region = \"江西\"\naviation.business = [\"landing_sites\"]\n[[landing_sites]]\nkind = \"transport\"\n";
    assert_eq!(coarse(site, &FUNDING), (false, 0));
}

#[test]
fn a_program_of_another_place_is_elsewhere_and_no_other() {
    let elsewhere = |text: &str| {
        Enterprise::new(text).with("little-giant-rd", |_, outcome| outcome.is_elsewhere())
    };
    assert!(elsewhere("company.region = \"吉林\"\n"));
    assert!(!elsewhere("company.region = \"湖南\"\n"));
    assert!(!elsewhere("honours = \"都没有\"\n"));
    // In its place, and refused for something else.
    assert!(!elsewhere(
        "company.region = \"长沙\"\nhonours = \"都没有\"\n"
    ));
}

#[test]
fn a_blank_text_is_no_answer_and_no_mistake() {
    let enterprise = little_giant();
    let questionnaire = &policy_catalog::catalog().questionnaire;
    for name in ["light_sport.sorties", "company.region", "company.industry"] {
        for blank in ["", "  ", "　"] {
            let draft = Draft::Text(blank.to_owned());
            let read = input::read(questionnaire, enterprise.ask(name), &draft);
            assert_eq!((read.answer, read.problems), (None, Vec::new()), "{name}");
        }
    }
}

#[test]
fn one_program_is_assessed_as_among_all() {
    let enterprise = little_giant();
    let catalog = policy_catalog::catalog();
    enterprise.with("little-giant-rd", |case, outcome| {
        let alone = assess_program(case, catalog, "little-giant-rd");
        assert_eq!(alone.as_ref(), Some(outcome));
        assert_eq!(assess_program(case, catalog, "no-such-program"), None);
    });
}

#[test]
fn the_catalogue_knows_the_years_around_its_documents() {
    let known = policy_catalog::catalog().known();
    // 国科发火〔2016〕32号 is the first to begin; the rules of income tax end with 2028.
    assert_eq!(
        (*known.start(), *known.end()),
        (date(2015, 1, 1), date(2029, 12, 31))
    );
    for day in [date(2000, 1, 1), date(2100, 12, 31)] {
        assert!(serves(day));
    }
    for day in [date(1999, 12, 31), date(2101, 1, 1)] {
        assert!(!serves(day));
    }
}
