//! The command as an official would call it: the built program, real files, what it prints.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::{fs, str};

use serde_json::Value;

/// Runs `policy` at the root of the repository.
fn policy(arguments: &[&str]) -> Output {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut command = Command::new(env!("CARGO_BIN_EXE_policy"));
    command.args(arguments).current_dir(root);
    command.output().expect("the program can be run")
}

/// What a call that succeeds prints.
fn prints(arguments: &[&str]) -> String {
    let output = policy(arguments);
    let errors = text(&output.stderr);
    assert!(output.status.success(), "{arguments:?}: {errors}");
    assert_eq!(errors, "", "{arguments:?}");
    text(&output.stdout).to_owned()
}

/// What a call that fails says; it prints nothing else.
fn refuses(arguments: &[&str]) -> String {
    let output = policy(arguments);
    assert_eq!(output.status.code(), Some(1), "{arguments:?}");
    assert_eq!(text(&output.stdout), "", "{arguments:?}");
    text(&output.stderr).to_owned()
}

fn text(bytes: &[u8]) -> &str {
    str::from_utf8(bytes).expect("the program prints UTF-8")
}

/// A call's JSON.
fn json(arguments: &[&str]) -> Value {
    serde_json::from_str(&prints(arguments)).expect("valid JSON")
}

/// The entry of a list that has this id or name.
fn named<'v>(list: &'v Value, key: &str, name: &str) -> &'v Value {
    let mut entries = list.as_array().expect("a list").iter();
    let found = entries.find(|entry| entry[key] == name);
    found.unwrap_or_else(|| panic!("no {key} {name} in {list}"))
}

/// An answer file of the test's own.
fn answers(name: &str, text: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.toml"));
    fs::write(&path, text).expect("the folder for tests can be written");
    path
}

/// The least and greatest amount of an entry.
fn amount(entry: &Value) -> (&str, &str) {
    let end = |key: &str| entry[key].as_str().unwrap_or("open");
    (end("low"), end("high"))
}

#[test]
fn the_operator_of_the_example_gets_700000() {
    let call = ["assess", "examples/general-aviation.toml"];
    let report = prints(&call);
    assert!(
        report.contains("[可获得] 传统通航运营补贴 700,000 元（每年）"),
        "{report}"
    );
    assert!(report.contains("400,000 至 650,000 元"), "{report}");
    let report = json(&[&call[..], &["--json"]].concat());
    let program = named(&report["programs"], "id", "general-aviation-hours");
    assert_eq!(program["state"], "obtainable");
    assert_eq!(amount(program), ("700000", "700000"));
    let reading = &program["readings"][0];
    assert_eq!(reading["other_low"], "400000");
    assert_eq!(reading["other_high"], "650000");
    assert_eq!(
        amount(named(&report["totals"], "id", "yearly")),
        ("700000", "700000")
    );
}

#[test]
fn the_little_giant_of_the_example_gets_300000_for_2026() {
    let call = ["assess", "examples/little-giant.toml"];
    let report = prints(&call);
    assert!(
        report.contains("[可获得] 市级“小巨人”贷款贴息 300,000 元"),
        "{report}"
    );
    assert!(report.contains("2026 年：300,000 元"), "{report}");
    assert!(report.contains("2025 年：最高 500,000 元"), "{report}");
    let report = json(&[&call[..], &["--json"]].concat());
    let program = named(&report["programs"], "id", "little-giant-loan-interest");
    assert_eq!(amount(program), ("300000", "300000"));
    let years = program["calendar"].as_array().expect("a list of years");
    let years: Vec<_> = years
        .iter()
        .map(|year| (year["year"].as_i64(), amount(year)))
        .collect();
    assert_eq!(
        years,
        [
            (Some(2025), ("0", "500000")),
            (Some(2026), ("300000", "300000")),
            (Some(2027), ("0", "500000")),
        ]
    );
    assert_eq!(
        amount(named(&report["totals"], "id", "window")),
        ("300000", "300000")
    );
}

#[test]
fn the_new_aircraft_of_the_example_get_350035() {
    let call = ["assess", "examples/new-aircraft.toml"];
    let report = prints(&call);
    assert!(report.contains("每年：350,035 元"), "{report}");
    let report = json(&[&call[..], &["--json"]].concat());
    let programs = &report["programs"];
    assert_eq!(
        amount(named(programs, "id", "new-aircraft-routes")),
        ("350000", "350000")
    );
    assert_eq!(
        amount(named(programs, "id", "light-sport-sorties")),
        ("35", "35")
    );
    assert_eq!(
        amount(named(&report["totals"], "id", "yearly")),
        ("350035", "350035")
    );
}

#[test]
fn the_date_given_stands_above_that_of_the_file() {
    let on = |date| {
        [
            "assess",
            "examples/general-aviation.toml",
            "--json",
            "--on",
            date,
        ]
    };
    let before = json(&on("2024-06-30"));
    assert_eq!(before["date"], "2024-06-30");
    let program = named(&before["programs"], "id", "general-aviation-hours");
    assert_eq!(program["state"], "not_yet");
    assert_eq!(program["state_name"], "尚未施行");
    let totals = before["totals"].as_array().expect("a list");
    assert!(
        totals.iter().all(|total| total["id"] != "yearly"),
        "{totals:?}"
    );
    let after = json(&on("2024-07-01"));
    let program = named(&after["programs"], "id", "general-aviation-hours");
    assert_eq!(program["state"], "obtainable");
    assert_eq!(amount(program), ("700000", "700000"));
}

#[test]
fn a_mistake_in_an_answer_file_is_named_with_its_place() {
    let mistakes = [
        (
            "fact",
            "on = \"2026-11-21\"\n[operator]\nmain_bose = \"长沙市\"\n",
            ":3:13: ",
            "`operator.main_base`",
        ),
        (
            "unit",
            "[light_sport]\nsorties = \"3000小时\"\n",
            ":2:11: ",
            "架次",
        ),
        (
            "value",
            "[light_sport]\nsorties = \"很多\"\n",
            ":2:11: ",
            "架次",
        ),
        (
            "too-large",
            "[[fleet]]\nmax_takeoff_mass = \"1吨\"\nhours = \"8784.01小时\"\n",
            ":3:9: ",
            "8,784 小时",
        ),
        (
            "date",
            "[loans]\n2026 = [{ principal = \"1万元\", start = \"2026-02-30\" }]\n",
            ":2:38: ",
            "没有这一天",
        ),
        ("on", "on = \"2026-13-01\"\n", ":1:6: ", "2026-11-21"),
        (
            "option",
            "[company]\nsize = \"huge\"\n",
            ":2:8: ",
            "大型、中型、小型、微型",
        ),
        (
            "region",
            "[company]\nregion = \"长安市\"\n",
            ":2:10: ",
            "湖南省长沙市",
        ),
        (
            "share",
            "[rd.ratio]\n2025 = \"0.6\"\n",
            ":2:8: ",
            "0.6% 还是 60%",
        ),
        (
            "column",
            "[[fleet]]\nhour = \"100小时\"\n",
            ":2:1: ",
            "`hours`",
        ),
        (
            "year",
            "[rd]\neligible_cost = \"300万元\"\n",
            ":2:17: ",
            "rd.eligible_cost.2025",
        ),
        ("toml", "[company\n", ":1:9: ", "TOML"),
    ];
    for (name, text, place, expected) in mistakes {
        let path = answers(name, text);
        let path = path.to_str().expect("a plain path");
        let error = refuses(&["assess", path]);
        assert!(
            error.starts_with(&format!("{path}{place}")),
            "{name}: {error}"
        );
        assert!(error.contains(expected), "{name}: {error}");
    }
}

#[test]
fn a_wrong_call_is_refused_with_the_usage() {
    for call in [
        &["asess", "examples/little-giant.toml"][..],
        &["assess"],
        &["assess", "examples/little-giant.toml", "--on", "2026-02-30"],
        &["assess", "examples/little-giant.toml", "--on", "1026-01-01"],
        &["list", "--yaml"],
    ] {
        let error = refuses(call);
        assert!(error.contains("policy assess"), "{call:?}: {error}");
    }
    let error = refuses(&["assess", "examples/none.toml"]);
    assert!(error.starts_with("examples/none.toml: "), "{error}");
}

#[test]
fn without_a_command_the_usage_is_printed() {
    assert!(prints(&[]).contains("policy assess"));
    assert_eq!(prints(&[]), prints(&["--help"]));
}

#[test]
fn every_program_is_listed_with_its_document() {
    let list = prints(&["list"]);
    assert_eq!(
        list.lines().count(),
        policy_catalog::catalog().programs().count()
    );
    for (policy, program) in policy_catalog::catalog().programs() {
        let mut lines = list.lines();
        let line = lines.find(|line| line.starts_with(&format!("{}\t", program.id)));
        let line = line.unwrap_or_else(|| panic!("{} is not listed", program.id));
        assert!(line.contains(&policy.document), "{line}");
    }
}

#[test]
fn every_clause_is_listed_with_what_became_of_it() {
    let coverage = prints(&["coverage"]);
    for policy in &policy_catalog::catalog().policies {
        assert!(coverage.contains(&policy.document), "{coverage}");
        for covered in &policy.coverage {
            assert!(coverage.contains(&covered.at), "{coverage}");
        }
    }
}

#[test]
fn facts_say_how_they_are_answered() {
    let facts = prints(&["facts"]);
    assert!(
        facts.contains("light_sport.sorties\tquantity\t架次"),
        "{facts}"
    );
    assert!(
        facts.contains("rd.eligible_cost@year\tquantity\t元"),
        "{facts}"
    );
    let facts = json(&["facts", "--json"]);
    let mass = named(&facts, "name", "fleet.max_takeoff_mass");
    assert_eq!(
        (&mass["kind"], &mass["unit"]),
        (&"quantity".into(), &"吨".into())
    );
    let size = named(&facts, "name", "company.size");
    assert_eq!(
        size["options"],
        serde_json::json!(["large", "medium", "small", "micro"])
    );
    assert_eq!(named(&facts, "name", "loans")["per_year"], true);
}
