use super::*;
use crate::session::testing::{ask, field};

fn session() -> Session {
    let mut session = crate::session::testing::session();
    session.apply(Action::Guide(true));
    session
}

fn typed(session: &mut Session, name: &str, text: &str) {
    session.apply(Action::Enter(field(name)));
    session.apply(Action::Type(field(name), text.into()));
}

/// Where the person is, by the name of the question.
fn at(session: &Session) -> String {
    named(session.step(&session.outcome()))
}

fn named(step: Step) -> String {
    match step {
        Step::Ask(ask) => policy_catalog::catalog().questionnaire.name_of(ask),
        Step::End => "end".to_owned(),
    }
}

/// Presses 下一题.
fn next(session: &mut Session) -> String {
    let step = session.next_step(&session.outcome());
    session.apply(Action::Go(step));
    named(step)
}

/// Presses 上一题.
fn back(session: &mut Session) -> Option<String> {
    let step = session.step_back(&session.outcome())?;
    session.apply(Action::Go(step));
    Some(named(step))
}

#[test]
fn the_place_comes_first_and_stays_while_it_is_typed() {
    let mut session = session();
    assert_eq!(at(&session), "company.region");
    assert_eq!(session.place(), Some(ask("company.region")));
    typed(&mut session, "company.region", "长沙市岳麓区");
    assert!(!session.is_open(&session.outcome(), ask("company.region")));
    assert_eq!(at(&session), "company.region");
    assert_eq!(next(&mut session), "aviation.business");
}

#[test]
fn what_an_answer_opens_is_asked_and_what_it_closes_is_not() {
    let mut session = session();
    typed(&mut session, "company.region", "长沙市岳麓区");
    next(&mut session);
    let business = ask("aviation.business");
    session.apply(Action::Pick(business, "general_aviation".into(), true));
    let asked = |session: &Session| -> Vec<String> {
        let steps = session.steps(&session.outcome());
        steps.into_iter().map(|ask| named(Step::Ask(ask))).collect()
    };
    assert!(asked(&session).contains(&"operator.main_base".to_owned()));
    session.apply(Action::PickNone(business));
    assert!(!asked(&session).contains(&"operator.main_base".to_owned()));
    assert_eq!(next(&mut session), "manufacturing.projects");
}

#[test]
fn going_back_leads_over_answers_and_going_on_to_the_next_open_question() {
    let mut session = session();
    assert_eq!(back(&mut session), None);
    typed(&mut session, "company.region", "长沙市岳麓区");
    next(&mut session);
    session.apply(Action::PickNone(ask("aviation.business")));
    next(&mut session);
    session.apply(Action::PickNone(ask("manufacturing.projects")));
    assert_eq!(next(&mut session), "honours");
    assert_eq!(
        back(&mut session).as_deref(),
        Some("manufacturing.projects")
    );
    assert_eq!(back(&mut session).as_deref(), Some("aviation.business"));
    assert_eq!(next(&mut session), "honours");
}

#[test]
fn a_question_left_open_comes_again_from_the_end() {
    let mut session = session();
    let mut seen = vec![at(&session)];
    seen.extend((0..3).map(|_| next(&mut session)));
    let (place, business) = ("company.region", "aviation.business");
    assert_eq!(seen, [place, business, "end", place]);
}

#[test]
fn an_entry_that_cannot_be_taken_holds_until_it_is_mended_or_skipped() {
    let mut session = session();
    let region = field("company.region");
    typed(&mut session, "company.region", "长");
    assert_eq!(session.problem(region), None);
    assert_eq!(next(&mut session), "company.region");
    assert!(session.problem(region).is_some());
    typed(&mut session, "company.region", "长沙市岳麓区");
    assert_eq!(next(&mut session), "aviation.business");

    typed(&mut session, "company.region", "长");
    back(&mut session);
    session.apply(Action::Skip(ask("company.region")));
    assert_eq!(at(&session), "aviation.business");
    // Skipping kept what was typed.
    back(&mut session);
    session.apply(Action::Unsure(ask("company.region"), false));
    assert!(session.problem(region).is_some());
}

#[test]
fn a_question_that_was_skipped_to_stays_while_it_is_answered() {
    let mut session = session();
    session.apply(Action::Skip(ask("company.region")));
    let business = ask("aviation.business");
    session.apply(Action::Pick(business, "general_aviation".into(), true));
    assert_eq!(at(&session), "aviation.business");
}

#[test]
fn rows_that_are_wrong_are_said_on_going_on() {
    let mut session = session();
    typed(&mut session, "company.region", "长沙");
    let business = ask("aviation.business");
    session.apply(Action::Pick(business, "general_aviation".into(), true));
    typed(&mut session, "operator.main_base", "长沙");
    session.apply(Action::Go(Step::Ask(ask("fleet"))));
    session.apply(Action::AddRow(ask("fleet")));
    let said = |session: &Session| {
        let Some(Entry::Rows { rows, .. }) = session.entry(ask("fleet")) else {
            panic!("a row was added");
        };
        session.row_problem(ask("fleet"), &rows[0]).is_some()
    };
    assert!(!said(&session));
    assert_eq!(next(&mut session), "fleet");
    assert!(said(&session));
}

#[test]
fn behind_the_last_answer_is_the_end_from_where_all_can_be_reached() {
    let mut session = session();
    while let Step::Ask(ask) = session.step(&session.outcome()) {
        session.apply(Action::Skip(ask));
    }
    let outcome = session.outcome();
    assert_eq!(session.open_questions(&outcome), 0);
    assert_eq!(session.next_step(&outcome), Step::End);
    let last = session.steps(&outcome).pop().unwrap();
    assert_eq!(session.step_back(&outcome), Some(Step::Ask(last)));
    // A changed answer can open others, to which the guide leads.
    session.apply(Action::Go(Step::Ask(ask("aviation.business"))));
    session.apply(Action::Unsure(ask("aviation.business"), false));
    session.apply(Action::Go(Step::End));
    assert_eq!(next(&mut session), "aviation.business");
}

#[test]
fn sorted_questions_come_in_their_order() {
    let mut session = session();
    typed(&mut session, "company.region", "长沙");
    let business = ask("aviation.business");
    session.apply(Action::Pick(business, "general_aviation".into(), true));
    let author = session.steps(&session.outcome());
    session.apply(Action::Sort(true));
    let mut sorted = author.clone();
    session.sort(&mut sorted);
    assert_ne!(sorted, author);
    assert_eq!(session.steps(&session.outcome()), sorted);
}

#[test]
fn both_ways_of_asking_hold_the_same_answers() {
    let mut session = session();
    typed(&mut session, "company.region", "长沙县");
    session.apply(Action::Guide(false));
    assert!(!session.is_guided());
    let answers = session.answers();
    session.apply(Action::Guide(true));
    assert_eq!(session.answers(), answers);
    assert_eq!(at(&session), "aviation.business");
    let mut restored = Session::new(session.catalog(), session.date());
    assert_eq!(restored.restore(&session.to_json()), Ok(()));
    assert!(restored.is_guided());
    assert_eq!(at(&restored), "aviation.business");
    restored.apply(Action::StartAnew);
    assert!(restored.is_guided() && restored.is_empty());
}
