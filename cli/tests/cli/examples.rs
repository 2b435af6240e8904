//! The example files give the figures that were worked out for them by hand.

use serde_json::Value;

use crate::{json, named, prints};

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
        report.contains("[可获得] 传统通航运营补贴 700,000 元（补助 · 每年）"),
        "{report}"
    );
    assert!(report.contains("400,000 至 650,000 元"), "{report}");
    let report = &json(&[&call[..], &["--json"]].concat())["report"];
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
    let report = &json(&[&call[..], &["--json"]].concat())["report"];
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
    let report = &json(&[&call[..], &["--json"]].concat())["report"];
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
fn the_manufacturer_of_the_example_gets_390000_once() {
    let report = &json(&["assess", "examples/county-manufacturer.toml", "--json"])["report"];
    // 100,000 for entering the statistics, 50,000 for 1亿元, (500 − 300)万元 × 12%.
    let award = named(&report["programs"], "id", "hunan-rd-award");
    assert_eq!(amount(award), ("240000", "240000"));
    assert_eq!(
        amount(named(&report["totals"], "id", "once")),
        ("390000", "390000")
    );
}

#[test]
fn the_software_firm_of_the_example_is_a_tech_sme_and_pays_90000() {
    let report = &json(&["assess", "examples/tech-firm.toml", "--json"])["report"];
    let standard = named(&report["programs"], "id", "tech-sme-standard");
    assert_eq!(standard["state"], "obtainable");
    // (500 − 320)万元 × 25% × 20%.
    let tax = named(&report["programs"], "id", "income-tax");
    assert_eq!(amount(tax), ("90000", "90000"));
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
    let before = &json(&on("2024-06-30"))["report"];
    assert_eq!(before["date"], "2024-06-30");
    let program = named(&before["programs"], "id", "general-aviation-hours");
    assert_eq!(program["state"], "not_yet");
    assert_eq!(program["state_name"], "尚未施行");
    let totals = before["totals"].as_array().expect("a list");
    assert!(
        totals.iter().all(|total| total["id"] != "yearly"),
        "{totals:?}"
    );
    let after = &json(&on("2024-07-01"))["report"];
    let program = named(&after["programs"], "id", "general-aviation-hours");
    assert_eq!(program["state"], "obtainable");
    assert_eq!(amount(program), ("700000", "700000"));
}
