//! Results handed on as JSON and CSV, and read again.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::{json as printed, named, prints, refuses};

/// A file of the test's own.
fn file(name: &str, text: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, text).expect("the folder for tests can be written");
    path
}

fn with(path: &Path, form: &str) -> String {
    prints(&["assess", path.to_str().expect("a plain path"), form])
}

#[test]
fn a_result_says_what_it_is_and_what_it_rests_on() {
    let result = printed(&["assess", "examples/little-giant.toml", "--json"]);
    let catalog = policy_catalog::catalog();
    assert_eq!(result["format"], "policy-check/result");
    assert_eq!(result["version"], 1);
    assert_eq!(result["catalog"]["version"], catalog.version().as_str());
    assert_eq!(
        result["catalog"]["hash"],
        format!("{:016x}", catalog.hash).as_str()
    );
    assert_eq!(result["on"], "2026-11-21");
    let answers = &result["answers"];
    assert_eq!(answers["company.staff@2025"], "120人");
    assert_eq!(
        answers["loans@2026"],
        json!({
            "rows": [{ "principal": "1000万元", "start": "2026-01-01", "end": "2027-01-01", "term": "dates" }],
            "more": false,
        })
    );
    assert_eq!(result["report"]["date"], "2026-11-21");
}

#[test]
fn a_result_is_read_as_answers_and_gives_itself() {
    for example in [
        "general-aviation",
        "little-giant",
        "new-aircraft",
        "tech-firm",
    ] {
        let toml = format!("examples/{example}.toml");
        let result = prints(&["assess", &toml, "--json"]);
        let path = file(&format!("{example}.json"), &result);
        assert_eq!(with(&path, "--json"), result, "{example}");
        let marked = file(
            &format!("{example}.marked.JSON"),
            &format!("\u{feff}{result}"),
        );
        assert_eq!(with(&marked, "--json"), result, "{example}");
    }
}

#[test]
fn a_json_answer_file_says_the_same_as_its_twin_in_toml() {
    let twin = json!({
        "on": "2026-11-21",
        "honours": ["city_little_giant", "国家级专精特新“小巨人”企业"],
        "company": {
            "region": "长沙县",
            "industry": "industrial",
            "staff": { "2025": 120 },
            "revenue@2025": "1.2亿元",
        },
        "aviation.business": "都没有",
        "manufacturing.projects": "都没有",
        "srdi": { "city_year": 2025, "national_year": "2026" },
        "loans": { "2026": [{ "principal": "1000万元", "start": "2026-01-01", "end": "2027-01-01" }] },
        "rd": { "city_subsidy_received": false, "eligible_cost": { "2025": "300万元" } },
        "revenue": { "main": { "2025": "1亿元" } },
    });
    let path = file("twin.json", &twin.to_string());
    let by_json = with(&path, "--csv");
    assert_eq!(
        by_json,
        prints(&["assess", "examples/little-giant.toml", "--csv"])
    );
}

#[test]
fn a_table_has_a_line_for_each_program_and_the_totals() {
    let table = prints(&["assess", "examples/little-giant.toml", "--csv"]);
    let table = table.strip_prefix('\u{feff}').expect("a mark for Excel");
    assert!(table.ends_with("\r\n") && !table.ends_with("\n\r\n"));
    let lines: Vec<_> = table.split("\r\n").collect();
    assert!(lines[0].starts_with("项目,类别,结论,最低金额（元）,最高金额（元）,金额,"));
    let programs = policy_catalog::catalog().programs().count();
    assert!(lines.len() > programs, "{}", lines.len());
    let line = |title: &str| {
        let mut lines = lines.iter().filter(|line| line.starts_with(title));
        *lines
            .next()
            .unwrap_or_else(|| panic!("no {title} in {table}"))
    };
    assert_eq!(
        line("市级“小巨人”贷款贴息"),
        "市级“小巨人”贷款贴息,资助奖补,可获得,300000,300000,\"300,000 元\",贴息 · 连续3年,,,长政办发〔2022〕4号,一、(一)"
    );
    assert!(line("2026 年度").contains(",合计,,300000,300000,\"300,000 元\","));
    assert_eq!(line("测算日期"), "测算日期,2026-11-21");
    let version = policy_catalog::catalog().version();
    assert_eq!(line("政策目录版本"), format!("政策目录版本,{version}"));
}

#[test]
fn a_mistake_in_json_is_named_with_its_place() {
    let mistakes = [
        (
            "{\"on\": \"2026-11-21\",\n  \"honours\": }",
            "第 2 行第 14 个字符",
        ),
        ("[1]", "不是答案文件"),
        (
            "{\"company\": {\"regoin\": \"长沙县\"}}",
            "company.regoin 这个名称；是不是 company.region？",
        ),
        (
            "{\"company\": {\"region\": [{}]}}",
            "company.region：这里的内容",
        ),
        ("{\"company.region\": \"长安市\"}", "company.region：没有"),
        (
            "{\"company.staff\": 120}",
            "company.staff：这一项分年度填写",
        ),
        (
            "{\"company.staff@2025\": \"120吨\"}",
            "company.staff@2025：这里的单位是人",
        ),
        (
            "{\"company.revenue@2025\": 1234567890123456789}",
            "超过 15 位",
        ),
        (
            "{\"fleet\": [{\"hours\": \"1\"}, {\"hours\": \"x\"}]}",
            "fleet[2].hours：",
        ),
        ("{\"fleet\": [{\"hour\": \"1\"}]}", "fleet[1].hour 这个名称"),
        ("{\"on\": \"2026-02-30\"}", "on：2026-02-30"),
        (
            "{\"format\": \"policy-check/result\", \"version\": 2, \"answers\": {}}",
            "较新版本",
        ),
        ("{\"format\": \"other\"}", "不是答案文件"),
        (
            "{\"company.staff\": {\"2025\": 1}, \"company.staff@2025\": 2}",
            "各答了一次",
        ),
    ];
    for (index, (text, expected)) in mistakes.into_iter().enumerate() {
        let path = file(&format!("mistake-{index}.json"), text);
        let path = path.to_str().expect("a plain path");
        let error = refuses(&["assess", path]);
        assert!(error.starts_with(&format!("{path}：")), "{text}: {error}");
        assert!(error.contains(expected), "{text}: {error}");
    }
    let deep = file(
        "deep.json",
        &format!("{{\"fleet\": {}", "[".repeat(100_000)),
    );
    let error = refuses(&["assess", deep.to_str().expect("a plain path")]);
    assert!(error.contains("嵌套过深"), "{error}");
    let long = file("long.json", &format!("{{{}}}", " ".repeat(1 << 20)));
    let error = refuses(&["assess", long.to_str().expect("a plain path")]);
    assert!(error.contains("超过 1 MB"), "{error}");
}

#[test]
fn one_form_of_output_is_chosen() {
    let error = refuses(&["assess", "examples/little-giant.toml", "--json", "--csv"]);
    assert!(error.contains("--csv"), "{error}");
}

#[test]
fn what_was_not_known_stays_so() {
    let result = printed(&["assess", "examples/new-aircraft.toml", "--json"]);
    assert_eq!(result["answers"]["honours"], Value::Null);
    let totals = &result["report"]["totals"];
    assert_eq!(named(totals, "id", "yearly")["low"], "350035");
}
