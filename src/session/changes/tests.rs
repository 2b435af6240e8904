use jiff::civil::Date;
use policy_engine::catalog::Catalog;
use policy_engine::fact::{Ask, Kind};
use policy_engine::language::Language;
use serde_json::{Value, json};

use crate::session::{Action, Entry, Field, Session};

use super::*;

const TODAY: Date = Date::constant(2026, 11, 21);
const HOURS: &str = "general-aviation-hours";

/// A catalogue like that of the page, but for what a test changes.
fn catalog(change: impl Fn(&mut Catalog)) -> &'static Catalog {
    let mut catalog = policy_catalog::catalog().clone();
    change(&mut catalog);
    Box::leak(Box::new(catalog))
}

fn ask(catalog: &Catalog, name: &str) -> Ask {
    catalog.questionnaire.ask_named(name).unwrap()
}

/// An operator of one light aircraft that flew 200 hours: 100,000 元.
fn operator() -> Session {
    let catalog = policy_catalog::catalog();
    let mut session = Session::new(catalog, TODAY);
    let business = ask(catalog, "aviation.business");
    session.apply(Action::Pick(business, "general_aviation".into(), true));
    for name in ["company.region", "operator.main_base"] {
        let (ask, cell) = (ask(catalog, name), None);
        session.apply(Action::Type(Field { ask, cell }, "长沙".into()));
    }
    let fleet = ask(catalog, "fleet");
    session.apply(Action::AddRow(fleet));
    for (column, text) in (0..).zip(["0.8", "1", "200"]) {
        let cell = Some((0, column));
        session.apply(Action::Type(Field { ask: fleet, cell }, text.into()));
    }
    session
}

/// What the operator saved, after a change, under another catalogue.
fn saved(change: impl Fn(&mut Value)) -> String {
    let session = operator();
    let json = session.to_kept_json("".into(), Some(&session.outcome()));
    let mut form: Value = serde_json::from_str(&json).unwrap();
    form["basis"]["catalog"] = json!("0");
    change(&mut form);
    form.to_string()
}

fn programs(form: &mut Value) -> &mut serde_json::Map<String, Value> {
    form["basis"]["programs"].as_object_mut().unwrap()
}

fn restored(catalog: &'static Catalog, json: &str) -> Session {
    let mut session = Session::new(catalog, TODAY);
    assert_eq!(session.restore(json), Ok(()));
    session
}

fn changes(json: &str) -> Option<Changes> {
    restored(policy_catalog::catalog(), json).changes_since(json)
}

/// The groups with title and effect of each program.
fn told(changes: &Changes) -> Vec<(&str, Vec<(&str, &str)>)> {
    let groups = changes.groups.iter().map(|group| {
        let programs = group.programs.iter();
        let programs =
            programs.map(|change| (&*change.title, change.effect.as_deref().unwrap_or_default()));
        (group.id, programs.collect())
    });
    groups.collect()
}

#[test]
fn the_same_catalogue_says_nothing() {
    let session = operator();
    let json = session.to_kept_json("".into(), Some(&session.outcome()));
    assert_eq!(changes(&json), None);
    // What only comments changed neither.
    assert_eq!(changes(&saved(|_| ())), None);
}

#[test]
fn a_form_without_figures_is_restored_and_compared_with_nothing() {
    let json = operator().to_json();
    assert!(!json.contains("basis"));
    assert_eq!(changes(&json), None);
    for basis in [json!(null), json!(7), json!({ "on": "2026-11-21" })] {
        let json = saved(|form| form["basis"] = basis.clone());
        let session = restored(policy_catalog::catalog(), &json);
        assert_eq!(session.answers(), operator().answers());
        assert_eq!(session.changes_since(&json), None);
    }
    for on in ["0001-01-01", "gestern"] {
        assert_eq!(
            changes(&saved(|form| form["basis"]["on"] = json!(on))),
            None
        );
    }
}

#[test]
fn a_changed_program_is_told_with_its_amounts() {
    let json = saved(|form| {
        let hours = &mut programs(form)[HOURS];
        hours["hash"] = json!("1");
        hours["amount"] = json!(["80000", "80000"]);
        hours["says"] = json!("可获得 80,000 元");
    });
    let changes = changes(&json).unwrap();
    assert!(changes.heading.contains("2026-11-21"));
    assert_eq!(
        told(&changes),
        [(
            "changed",
            vec![("传统通航运营补贴", "可获得 80,000 元 → 可获得 100,000 元")]
        )]
    );
}

#[test]
fn a_changed_program_may_come_out_the_same() {
    let json = saved(|form| programs(form)[HOURS]["hash"] = json!("1"));
    let expected = [("changed", vec![("传统通航运营补贴", "结论和金额不变")])];
    assert_eq!(told(&changes(&json).unwrap()), expected);
}

#[test]
fn another_amount_by_the_same_rules_is_told_too() {
    // A figure that the questionnaire or the engine now reads in another way.
    let json = saved(|form| {
        programs(form)[HOURS]["amount"] = json!(["0", null]);
        programs(form)[HOURS]["says"] = json!("还需信息 无封顶");
    });
    let expected = [(
        "changed",
        vec![("传统通航运营补贴", "还需信息 无封顶 → 可获得 100,000 元")],
    )];
    assert_eq!(told(&changes(&json).unwrap()), expected);
}

#[test]
fn a_program_not_known_before_has_appeared() {
    let json = saved(|form| {
        programs(form).remove(HOURS);
    });
    let expected = [("appeared", vec![("传统通航运营补贴", "可获得 100,000 元")])];
    assert_eq!(told(&changes(&json).unwrap()), expected);
}

#[test]
fn a_program_that_is_gone_has_lapsed() {
    let json = saved(|form| {
        let mut old = programs(form)[HOURS].clone();
        old["title"] = json!("旧补贴");
        programs(form).insert("old".into(), old);
        // Who was refused has lost nothing.
        let refused = json!({ "hash": "1", "state": "refused", "amount": ["0", "0"] });
        programs(form).insert("older".into(), refused);
    });
    let gone = "原为可获得 100,000 元，现在目录不再收录";
    let expected = [("lapsed", vec![("旧补贴", gone)])];
    assert_eq!(told(&changes(&json).unwrap()), expected);
}

#[test]
fn a_program_whose_document_ended_has_lapsed() {
    let ended = catalog(|catalog| {
        let policies = catalog.policies.iter_mut();
        let mut policies = policies.filter(|policy| {
            let mut programs = policy.programs.iter();
            programs.any(|program| program.id == HOURS)
        });
        policies.next().unwrap().until = Some(Date::constant(2026, 6, 30));
    });
    let json = saved(|_| ());
    let changes = restored(ended, &json).changes_since(&json).unwrap();
    let lapsed = &told(&changes)[0];
    assert_eq!(lapsed.0, "lapsed");
    let gone = "原为可获得 100,000 元，现在已过期";
    assert!(lapsed.1.contains(&("传统通航运营补贴", gone)));
}

#[test]
fn refused_programs_that_changed_are_named_unless_they_are_for_other_places() {
    let json = saved(|form| {
        for (_, figure) in programs(form).iter_mut() {
            if figure["state"] == "refused" {
                figure["hash"] = json!("1");
            }
        }
    });
    let session = restored(policy_catalog::catalog(), &json);
    let outcome = session.outcome();
    let refused = outcome.report.programs.iter().filter(|program| {
        program.state == State::Refused
            && outcome.topics.contains(&program.topic)
            && !program.elsewhere
    });
    let titles: Vec<_> = refused.map(|program| (&*program.title, "")).collect();
    assert!(!titles.is_empty());
    let changes = session.changes_since(&json).unwrap();
    assert_eq!(told(&changes), [("refused", titles)]);
}

#[test]
fn what_the_day_did_is_not_told_as_a_change() {
    let mut session = operator();
    session.apply(Action::Open(Topic::Recognition, true));
    for (name, text) in [
        ("company.industry", "industrial"),
        ("company.staff@2025", "300"),
        ("company.revenue@2025", "2000万"),
    ] {
        let (ask, cell) = (ask(session.catalog(), name), None);
        session.apply(Action::Type(Field { ask, cell }, text.into()));
    }
    // A year ago the figures of 2024 were asked for.
    session.today = Date::constant(2025, 11, 21);
    session.date = session.today;
    let json = session.to_kept_json("".into(), Some(&session.outcome()));
    let mut form: Value = serde_json::from_str(&json).unwrap();
    form["basis"]["catalog"] = json!("0");
    // Some came into force since, some are over: that is so, and none has changed.
    let unchanged = changes(&form.to_string());
    let groups = unchanged.iter().flat_map(|changes| &changes.groups);
    assert!({ groups }.all(|group| group.id != "changed"));

    for id in [HOURS, "size-class"] {
        programs(&mut form)[id]["hash"] = json!("1");
    }
    let changes = changes(&form.to_string()).unwrap();
    let told = told(&changes);
    let group = |id| { told.iter() }.find(|(group, _)| *group == id).unwrap();
    let same = "结论和金额不变";
    let changed = [("传统通航运营补贴", same), ("中小企业划型", same)];
    assert_eq!(group("changed").1, changed);
    let by_day = ("中小企业划型", "还需信息 未填 → 符合条件 中型");
    assert!(group("by-day").1.contains(&by_day), "{told:?}");
}

#[test]
fn topics_that_were_closed_are_not_compared() {
    let json = saved(|_| ());
    let mut session = restored(policy_catalog::catalog(), &json);
    assert!(!json.contains("size-class"));
    session.apply(Action::Open(Topic::Recognition, true));
    let opened = session.to_kept_json("".into(), Some(&session.outcome()));
    assert!(opened.contains("size-class"));
}

#[test]
fn what_was_saved_by_earlier_names_comes_back() {
    let renamed = catalog(|catalog| {
        for fact in &mut catalog.questionnaire.facts {
            match fact.id.as_str() {
                "operator.main_base" => fact.was = vec!["company.base".into()],
                "fleet" => {
                    let Kind::Rows(columns) = &mut fact.kind else {
                        panic!("a list");
                    };
                    columns[2].was = vec!["flown".into()];
                }
                "aviation.business" => {
                    let Kind::SeveralOf(options) = &mut fact.kind else {
                        panic!("several options");
                    };
                    options[0].was = vec!["flying".into()];
                }
                _ => {}
            }
        }
    });
    let first = ask(renamed, "aviation.business");
    let Kind::SeveralOf(options) = &renamed.questionnaire.fact(first.fact).kind else {
        panic!("several options");
    };
    assert_eq!(options[0].id, "general_aviation");
    let mut json = operator().to_json();
    for (now, then) in [
        ("operator.main_base", "company.base"),
        ("\"hours\"", "\"flown\""),
        ("general_aviation", "flying"),
    ] {
        assert!(json.contains(now));
        json = json.replace(now, then);
    }
    let session = restored(renamed, &json);
    assert_eq!(session.answers(), operator().answers());
    let picks = Entry::Picks(vec!["general_aviation".into()]);
    assert_eq!(session.entry(first), Some(&picks));
    assert_eq!(session.to_json(), operator().to_json());

    // Where both names stand, that of now counts.
    let both = json.replace(
        "\"company.base\":\"长沙\"",
        "\"company.base\":\"江西\",\"operator.main_base\":\"长沙\"",
    );
    assert_ne!(both, json);
    assert_eq!(restored(renamed, &both).answers(), operator().answers());
}

#[test]
fn words_of_another_language_are_no_change() {
    let mut english = operator();
    english.apply(Action::Open(Topic::Recognition, true));
    english.apply(Action::Speak(Language::English));
    let json = english.to_kept_json("".into(), Some(&english.outcome()));
    let mut form: Value = serde_json::from_str(&json).unwrap();
    form["basis"]["catalog"] = json!("0");
    let opened = |form: &Value| {
        let mut session = operator();
        session.apply(Action::Speak(Language::Chinese));
        session.apply(Action::Open(Topic::Recognition, true));
        session.changes_since(&form.to_string())
    };
    assert_eq!(opened(&form), None);
    form["basis"].as_object_mut().unwrap().remove("language");
    assert!(opened(&form).is_some(), "the words do differ");
}

#[test]
fn what_no_page_wrote_is_not_compared() {
    let json = operator().to_kept_json("".into(), Some(&operator().outcome()));
    let mut form: Value = serde_json::from_str(&json).unwrap();
    form["basis"]["catalog"] = json!("0");
    form["basis"]["programs"]["gone"] =
        json!({"hash": "0", "state": "open", "amount": ["0", null], "title": "x"});
    let shown = |form: &Value| operator().changes_since(&form.to_string()).is_some();
    assert!(shown(&form));
    let mut long = form.clone();
    long["basis"]["programs"]["gone"]["title"] = json!("x".repeat(MOST + 1));
    assert!(!shown(&long));
    for program in 0..MOST {
        form["basis"]["programs"][format!("gone-{program}")] =
            form["basis"]["programs"]["gone"].clone();
    }
    assert!(!shown(&form));
}
