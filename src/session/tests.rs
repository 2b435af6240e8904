use jiff::civil::Date;
use policy_engine::assess::State;
use policy_engine::fact::Kind;
use policy_engine::input::InputError;
use policy_wording::comparison::Comparison;

use super::testing::{ask, field, session, typed};
use super::*;

/// Adds a row to a list and types its cells.
fn row(session: &mut Session, name: &str, cells: &[&str]) -> RowKey {
    session.apply(Action::AddRow(ask(name)));
    let Some(Entry::Rows { rows, .. }) = session.entry(ask(name)) else {
        panic!("a row was added");
    };
    let key = rows.last().unwrap().key;
    for (column, text) in (0..).zip(cells) {
        let cell = Some((key, column));
        session.apply(Action::Type(
            Field {
                ask: ask(name),
                cell,
            },
            (*text).into(),
        ));
    }
    key
}

fn operator(session: &mut Session) {
    typed(session, "company.region", "长沙");
    session.apply(Action::Pick(
        ask("aviation.business"),
        "general_aviation".into(),
        true,
    ));
    typed(session, "operator.main_base", "长沙");
}

fn program<'o>(outcome: &'o Outcome, id: &str) -> &'o policy_wording::headline::Headline {
    outcome
        .report
        .programs
        .iter()
        .find(|program| program.id == id)
        .unwrap()
}

#[test]
fn the_questions_follow_the_answers() {
    let mut session = session();
    let first: Vec<_> = session.outcome().questions;
    assert!(first.contains(&ask("aviation.business")));
    assert!(!first.contains(&ask("fleet")));
    operator(&mut session);
    assert!(session.outcome().questions.contains(&ask("fleet")));
    session.apply(Action::PickNone(ask("aviation.business")));
    let questions = session.outcome().questions;
    assert!(!questions.contains(&ask("fleet")));
    assert!(questions.contains(&ask("aviation.business")));
}

#[test]
fn an_amount_follows_from_what_was_typed() {
    let mut session = session();
    operator(&mut session);
    row(&mut session, "fleet", &["0.8", "1", "２００"]);
    let key = row(&mut session, "fleet", &["", "1", "150"]);
    row(&mut session, "fleet", &["5", "1", "100"]);
    let outcome = session.outcome();
    let hours = program(&outcome, "general-aviation-hours");
    assert_eq!(hours.amount.text, "475,000 至 850,000 元");
    assert_eq!(hours.needs, ["航空器第 2 行的最大起飞重量"]);
    let mass = Some((key, 0));
    session.apply(Action::Type(
        Field {
            ask: ask("fleet"),
            cell: mass,
        },
        "1.5".into(),
    ));
    let outcome = session.outcome();
    assert_eq!(
        program(&outcome, "general-aviation-hours").amount.text,
        "700,000 元"
    );
}

#[test]
fn a_problem_waits_until_the_field_is_left_and_loses_nothing() {
    let mut session = session();
    let at = field("company.region");
    session.apply(Action::Enter(at));
    typed(&mut session, "company.region", "长");
    assert_eq!(session.problem(at), None);
    session.apply(Action::Leave(at));
    let problem = session.problem(at).unwrap();
    assert!(matches!(problem.error, InputError::NotARegion(_)));
    assert_eq!(session.entry(at.ask), Some(&Entry::Text("长".into())));
    assert_eq!(session.value(at), None);
}

#[test]
fn an_empty_row_is_said_once_it_was_visited() {
    let mut session = session();
    let key = row(&mut session, "fleet", &[]);
    let problem = |session: &Session| {
        let Some(Entry::Rows { rows, .. }) = session.entry(ask("fleet")) else {
            panic!("a row is there");
        };
        session
            .row_problem(ask("fleet"), &rows[0])
            .map(|problem| problem.error.clone())
    };
    assert_eq!(problem(&session), None);
    let cell = Field {
        ask: ask("fleet"),
        cell: Some((key, 0)),
    };
    session.apply(Action::Enter(cell));
    session.apply(Action::Leave(cell));
    assert_eq!(problem(&session), Some(InputError::EmptyRow));
    session.apply(Action::RemoveRow(ask("fleet"), key));
    assert_eq!(session.entry(ask("fleet")), None);
}

#[test]
fn unsure_can_be_taken_back() {
    let mut session = session();
    typed(&mut session, "company.region", "长沙");
    session.apply(Action::Unsure(ask("company.region"), true));
    assert_eq!(session.value(field("company.region")), None);
    assert!(session.answers().answered(ask("company.region")));
    session.apply(Action::Unsure(ask("company.region"), false));
    assert_eq!(
        session.entry(ask("company.region")),
        Some(&Entry::Text("长沙".into()))
    );
}

#[test]
fn rows_can_be_copied_to_another_year() {
    let mut session = session();
    row(
        &mut session,
        "loans@2026",
        &["1000万", "dates", "2025-07-01", "2026-07-01"],
    );
    session.apply(Action::CopyRows {
        to: ask("loans@2025"),
        from: ask("loans@2026"),
    });
    let (Some(Entry::Rows { rows: from, .. }), Some(Entry::Rows { rows: to, .. })) = (
        session.entry(ask("loans@2026")),
        session.entry(ask("loans@2025")),
    ) else {
        panic!("both years have rows");
    };
    assert_eq!(from[0].cells, to[0].cells);
    assert_ne!(from[0].key, to[0].key);
}

#[test]
fn what_was_saved_comes_back() {
    let mut session = session();
    operator(&mut session);
    row(&mut session, "fleet", &["0.8", "1", "200"]);
    session.apply(Action::Unsure(ask("rd.city_subsidy_received"), true));
    typed(&mut session, "light_sport.sorties", "不是数");
    let mut other = Session::new(session.catalog(), session.date);
    assert_eq!(other.restore(&session.to_json()), Ok(()));
    assert_eq!(other.to_json(), session.to_json());
    assert_eq!(other.answers(), session.answers());
}

#[test]
fn a_corrupt_form_is_refused_and_changes_nothing() {
    for json in [
        "",
        "{",
        "[]",
        "{\"version\":2,\"answers\":{}}",
        "{\"version\":1,\"answers\":{\"fleet\":7}}",
    ] {
        let mut session = session();
        assert_eq!(session.restore(json), Err(Corrupt), "{json}");
        assert_eq!(session, self::session());
    }
    let gone = "{\"version\":1,\"answers\":{\"no.such.fact\":\"x\",\"company.region\":\"长沙\"}}";
    let mut session = session();
    assert_eq!(session.restore(gone), Ok(()));
    assert!(session.value(field("company.region")).is_some());
}

#[test]
fn an_entry_of_the_wrong_shape_is_a_problem_not_a_panic() {
    let mut session = session();
    let json = "{\"version\":1,\"answers\":{\"company.region\":[\"x\"],\"fleet\":\"x\"}}";
    assert_eq!(session.restore(json), Ok(()));
    assert_eq!(
        session.problem(field("fleet")).unwrap().error,
        InputError::WrongShape
    );
    session.outcome();
}

#[test]
fn a_question_that_is_edited_or_wrong_is_never_hidden() {
    let mut session = session();
    typed(&mut session, "company.region", "江西");
    session.apply(Action::PickNone(ask("aviation.business")));
    let shown =
        |session: &Session, name: &str| session.questions(&session.outcome()).contains(&ask(name));
    let region = field("company.region");
    session.apply(Action::Enter(region));
    typed(&mut session, "company.region", "江西x");
    assert!(shown(&session, "company.region"));
    session.apply(Action::Leave(region));
    assert!(shown(&session, "company.region"));
    assert!(session.open_questions(&session.outcome()) > 0);
    typed(&mut session, "light_sport.sorties", "很多");
    assert!(shown(&session, "light_sport.sorties"));
}

#[test]
fn the_loans_of_other_years_are_elective() {
    let mut session = session();
    typed(&mut session, "company.region", "长沙");
    session.apply(Action::Pick(
        ask("honours"),
        "city_little_giant".into(),
        true,
    ));
    typed(&mut session, "srdi.city_year", "2025");
    let outcome = session.outcome();
    assert_eq!(outcome.elective, [ask("loans@2025"), ask("loans@2027")]);
    assert!(outcome.questions.contains(&ask("loans@2026")));
    let open = session.open_questions(&outcome);
    // A row that is not yet right stays where it is, and counts for nothing.
    row(&mut session, "loans@2027", &["x"]);
    let outcome = session.outcome();
    assert!(!session.questions(&outcome).contains(&ask("loans@2027")));
    assert_eq!(session.open_questions(&outcome), open);
}

/// Answers what is asked, one question after the other, as an enterprise would: of several answers
/// to a question the first.
fn answer_all(session: &mut Session, answers: &[(&str, &str)]) -> Vec<String> {
    let questionnaire = &policy_catalog::catalog().questionnaire;
    let mut asked = Vec::new();
    loop {
        let outcome = session.outcome();
        let open = outcome.questions.iter();
        let mut open = open.filter(|ask| session.entry(**ask).is_none());
        let Some(ask) = open.next().copied() else {
            return asked;
        };
        let name = questionnaire.name_of(ask);
        let answer = answers.iter().find(|(known, _)| *known == name);
        let (_, answer) = answer.unwrap_or_else(|| panic!("{name} is asked after {asked:?}"));
        match (&questionnaire.fact(ask.fact).kind, *answer) {
            (Kind::SeveralOf(_), "") => session.apply(Action::PickNone(ask)),
            (Kind::SeveralOf(_), picks) => {
                for pick in picks.split(' ') {
                    session.apply(Action::Pick(ask, pick.into(), true));
                }
            }
            (Kind::Rows(_), "") => session.apply(Action::NoRows(ask, true)),
            (Kind::Rows(_), cells) => {
                let cells: Vec<_> = cells.split(' ').collect();
                row(session, &name, &cells);
            }
            (_, text) => typed(session, &name, text),
        }
        asked.push(name);
    }
}

/// An industrial enterprise in a district of 长沙, without flights and without titles.
const PLAIN: &[(&str, &str)] = &[
    ("company.region", "长沙市岳麓区"),
    ("aviation.business", ""),
    ("manufacturing.projects", "tech_upgrade"),
    ("honours", ""),
    ("company.industry", "industrial"),
    ("company.staff@2025", "120"),
    ("company.revenue@2025", "12000万"),
    ("hunan.innovation", "technology instruments"),
    ("rd.key_field", "other"),
    ("rd.super_deduction@2024", "100万"),
    ("rd.super_deduction@2025", "400万"),
];

/// A 小巨人 of 长沙 with a loan and research.
const LITTLE_GIANT: &[(&str, &str)] = &[
    ("honours", "city_little_giant"),
    ("srdi.city_year", "2025"),
    ("loans@2026", "1000万 dates 2026-01-01 2027-01-01"),
    ("rd.city_subsidy_received", "no"),
    ("rd.eligible_cost@2025", "400万"),
    ("revenue.main@2025", "11000万"),
];

/// And a 小巨人 of the state too, with a major project.
const NATIONAL: &[(&str, &str)] = &[
    ("manufacturing.projects", "major_project tech_upgrade"),
    ("project.fixed_investment", "12亿"),
    ("project.first_year_investment", "6亿"),
    ("honours", "city_little_giant little_giant"),
    ("srdi.national_year", "2026"),
];

/// And in 长沙县, counted as a large industrial enterprise for the first time.
const COUNTY: &[(&str, &str)] = &[("company.region", "长沙县"), ("county.events", "included")];

#[test]
fn a_manufacturer_in_changsha_answers_at_most_20_questions() {
    for profile in [
        &[PLAIN][..],
        &[LITTLE_GIANT, PLAIN],
        &[NATIONAL, LITTLE_GIANT, PLAIN],
        &[COUNTY, NATIONAL, LITTLE_GIANT, PLAIN],
    ] {
        let mut session = session();
        let asked = answer_all(&mut session, &profile.concat());
        assert_eq!(session.open_questions(&session.outcome()), 0);
        assert!(asked.len() <= 20, "{}: {asked:?}", asked.len());
        let county = profile.contains(&COUNTY);
        for topic in ["fleet", "routes", "tax.", "shuimogou", "jilin", "county"] {
            let named = asked.iter().any(|name| name.starts_with(topic));
            assert_eq!(named, county && topic == "county", "{asked:?}");
        }
    }
}

#[test]
fn another_day_is_assessed_and_a_day_not_known_is_refused() {
    let mut session = session();
    operator(&mut session);
    session.apply(Action::Date("2024-06-30".into()));
    let hours = |session: &Session| {
        let outcome = session.outcome();
        program(&outcome, "general-aviation-hours").state
    };
    assert_eq!(hours(&session), State::NotYet);
    for text in ["1999-01-01", "2026-02-30", "", "明天"] {
        session.apply(Action::Date(text.into()));
        assert_eq!(session.date_text(), text);
        let problem = session.date_problem().expect(text);
        assert!(problem.contains("2015-01-01"), "{problem}");
        assert_eq!(session.date(), Date::constant(2024, 6, 30));
    }
    let today = session.today_instead().unwrap();
    session.apply(Action::Date(today.to_string()));
    assert_eq!(
        (session.today_instead(), session.date_problem()),
        (None, None)
    );
    assert_eq!(hours(&session), State::Open);
}

#[test]
fn two_situations_are_compared_and_the_first_comes_back() {
    let mut session = session();
    operator(&mut session);
    row(&mut session, "fleet", &["0.8", "1", "200"]);
    assert_eq!(session.outcome().comparison, None);
    let before = session.to_json();
    session.apply(Action::Pin(true));
    assert_eq!(session.outcome().comparison, Some(Comparison::default()));
    row(&mut session, "fleet", &["0.8", "1", "200"]);
    let comparison = session.outcome().comparison.unwrap();
    let [total] = &comparison.totals[..] else {
        panic!("{comparison:?}");
    };
    assert_eq!(total.before, "100,000 元");
    assert_eq!(total.change.as_deref(), Some("多 100,000 元"));
    assert_eq!(comparison.programs.len(), 1);
    session.apply(Action::Date("2025-03-03".into()));
    let after = session.to_json();
    session.apply(Action::Swap);
    assert_eq!(session.to_json(), before);
    assert_eq!(session.today_instead(), None);
    let comparison = session.outcome().comparison.unwrap();
    assert_eq!(
        comparison.totals[0].change.as_deref(),
        Some("少 100,000 元")
    );
    let days = ("2025-03-03".to_owned(), "2026-11-21".to_owned());
    assert_eq!(comparison.dates, Some(days));
    session.apply(Action::Swap);
    assert_eq!(session.to_json(), after);
    assert_eq!(session.date(), Date::constant(2025, 3, 3));
    session.apply(Action::Pin(false));
    assert_eq!(session.outcome().comparison, None);
}

#[test]
fn sorted_questions_stay_where_they_are_while_they_are_answered() {
    let mut session = session();
    operator(&mut session);
    let questions = session.outcome().questions;
    let sorted = |session: &Session| {
        let mut sorted = questions.clone();
        session.sort(&mut sorted);
        sorted
    };
    assert_eq!(sorted(&session), questions);
    session.apply(Action::Sort(true));
    let order = sorted(&session);
    // 100万元 a year rest on the fleet, nothing any more on the base.
    let at = |name: &str| order.iter().position(|one| *one == ask(name));
    assert!(at("fleet") < at("operator.main_base"), "{order:?}");
    row(&mut session, "fleet", &["0.8", "1", "200"]);
    assert_eq!(sorted(&session), order);
    session.apply(Action::Sort(false));
    assert_eq!(sorted(&session), questions);
}

#[test]
fn entries_that_cannot_be_taken_are_summed_up_once_they_are_left() {
    let mut session = session();
    operator(&mut session);
    assert_eq!(session.wrong(), []);
    session.apply(Action::Enter(field("company.region")));
    typed(&mut session, "company.region", "长沙郡");
    assert_eq!(session.wrong(), []);
    session.apply(Action::Leave(field("company.region")));
    // Who comes back to the field still sees what is wrong, until the text changes.
    session.apply(Action::Enter(field("company.region")));
    assert_eq!(session.wrong().len(), 1);
    assert!(session.problem(field("company.region")).is_some());
    session.apply(Action::Leave(field("company.region")));
    let key = row(&mut session, "fleet", &["0.8", "1", "12x"]);
    let hours = Field {
        ask: ask("fleet"),
        cell: Some((key, 2)),
    };
    assert_eq!(session.wrong().len(), 1);
    session.apply(Action::Leave(hours));
    let wrong = session.wrong();
    assert_eq!(wrong.len(), 2);
    assert_eq!(wrong[0].0, field("company.region"));
    assert_eq!(wrong[0].1.question, "企业注册地");
    assert_eq!(wrong[1].0, hours);
    assert!(wrong[1].1.question.contains("第 1 行"), "{wrong:?}");
    // The summary says what the field says.
    let at_field = session.problem(hours).unwrap();
    let message = policy_wording::error::message(&at_field.error);
    assert_eq!(wrong[1].1.message, message);
}

#[test]
fn the_look_is_kept_with_the_answers_and_outlives_them() {
    let mut session = session();
    assert!(!session.to_json().contains("look"));
    let look = Look {
        theme: Theme::Dark,
        large: true,
    };
    session.apply(Action::Look(look));
    let mut restored = self::session();
    restored.restore(&session.to_json()).unwrap();
    assert_eq!(restored.look(), look);
    restored.apply(Action::StartAnew);
    assert_eq!(restored.look(), look);
}
