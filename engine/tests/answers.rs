//! Answer files: every kind of answer, and what is wrong with a file at its own place.

mod good;

use good::good;
use jiff::civil::date;
use policy_engine::author;
use policy_engine::author::answers::{self, AnswerFile};
use policy_engine::author::node::{File, Mistake};
use policy_engine::catalog::Catalog;
use policy_engine::fact::{Answer, Ask, Value};
use policy_engine::policy::Topic;
use rust_decimal::dec;

fn catalog() -> Catalog {
    author::read(&good()).expect("the good files are good")
}

fn read(text: &str) -> Result<AnswerFile, Mistake> {
    let name = "answers.toml";
    answers::read(File { name, text }, &catalog().questionnaire, &|_| {
        "说明".to_owned()
    })
}

fn ask(name: &str) -> Ask {
    catalog().questionnaire.ask_named(name).expect(name)
}

/// The answer that a file gives to a question.
fn answer(text: &str, name: &str) -> Option<Answer> {
    let read = read(text).unwrap_or_else(|mistake| panic!("{mistake}"));
    read.answers.0.get(&ask(name)).cloned()
}

fn known(value: Value) -> Option<Answer> {
    Some(Answer::Known(value))
}

#[test]
fn every_kind_of_answer_is_read() {
    assert_eq!(
        answer("business = [\"landing\"]", "business"),
        known(Value::SeveralOf(vec![1]))
    );
    assert_eq!(
        answer("business = \"都没有\"", "business"),
        known(Value::SeveralOf(vec![]))
    );
    assert_eq!(
        answer("business = \"不清楚\"", "business"),
        Some(Answer::Unsure)
    );
    assert_eq!(answer("size = \"小型\"", "size"), known(Value::OneOf(1)));
    assert_eq!(
        answer("recognised_year = 2012", "recognised_year"),
        known(Value::Quantity(dec!(2012)))
    );
    assert_eq!(
        answer("cost.2025 = \"1.5万元\"", "cost@2025"),
        known(Value::Quantity(dec!(15000)))
    );
    assert_eq!(
        answer("revenue = { 2024 = \"20万元\" }", "revenue@2024"),
        known(Value::Quantity(dec!(200000)))
    );
    assert_eq!(answer("size = \"小型\"", "recognised"), None);
}

#[test]
fn rows_have_an_end_unless_there_are_more() {
    let rows = |text: &str| match answer(text, "fleet") {
        Some(Answer::Known(Value::Rows(rows))) => rows,
        other => panic!("{other:?}"),
    };
    let none = rows("fleet = \"无\"");
    assert!(none.rows.is_empty() && !none.more);
    let list = rows("fleet = [{ mass = \"1吨\", hours = \"不清楚\", bought = 2026-01-31 }]");
    let day = Value::Date(date(2026, 1, 31));
    assert_eq!(
        list.rows,
        [[Some(Value::Quantity(dec!(1))), None, Some(day), None]]
    );
    assert!(!list.more);
    let open = rows("fleet = { rows = [{ flight_hours = 7.5 }], more = true }");
    assert_eq!(
        open.rows,
        [[None, Some(Value::Quantity(dec!(7.5))), None, None]]
    );
    assert!(open.more);
    assert!(!rows("fleet = { rows = [], more = false }").more);
}

#[test]
fn a_file_may_state_day_and_topics() {
    let stated =
        read("on = 2026-11-21\ntopics = [\"tax\", \"funding\"]\nsize = \"large\"").expect("good");
    assert_eq!(stated.on, Some(date(2026, 11, 21)));
    assert_eq!(stated.topics, Some(vec![Topic::Funding, Topic::Tax]));
    let silent = read("size = \"large\"").expect("good");
    assert_eq!((silent.on, silent.topics), (None, None));
    assert_eq!(silent.drafts.len(), 1);
}

#[test]
fn what_is_wrong_is_said_at_its_place() {
    for (text, expected) in [
        (
            "topics = [\"tax\", \"fun\"]",
            "1:10: 没有主题 `fun`；可以写：funding recognition tax",
        ),
        (
            "size = \"larg\"",
            "1:8: 没有选项 `larg`；是不是 `large`？（说明）",
        ),
        (
            "size = \"中\"",
            "1:8: 没有选项 `中`；可以写：large small（说明）",
        ),
        (
            "business = [\"场地\", \"flights\"]",
            "1:19: 没有选项 `flights`；是不是 `flight`？（说明）",
        ),
        (
            "cost = \"1元\"",
            "1:8: `cost` 分年度填写，例如 cost.2025 = …",
        ),
        ("cost = { now = \"1元\" }", "1:16: “now”不是年份"),
        (
            "base = \"长沙\"\nmain_base = \"长沙\"",
            "2:13: `base` 用新旧两个名称各答了一次，应只写一次",
        ),
        (
            "sise = \"large\"",
            "1:8: 没有名为 `sise` 的事实；是不是 `size`？",
        ),
        ("fleet = [{ mass = \"2千吨\" }]", "1:19: 说明"),
        (
            "fleet = [{ mass = \"2吨\", bought = 2026-02-01, sold = 2026-01-01 }]",
            "1:53: 说明",
        ),
        (
            "fleet = { rows = [], more = 1 }",
            "1:29: 这里应为 true 或 false，却是不带引号的数",
        ),
        (
            "on = 1999-12-31",
            "1:6: 日期应形如 2026-11-21，在 2000 年到 2100 年之间",
        ),
    ] {
        let mistake = read(text).expect_err(text);
        assert_eq!(mistake.to_string(), format!("answers.toml:{expected}"));
    }
}

#[test]
fn a_part_of_a_name_holds_the_rest() {
    let base = answer("[company]\nbase = \"长沙\"", "base");
    assert!(matches!(base, Some(Answer::Known(Value::Region(_)))));
}
