//! The command in English: the same figures, and Chinese only where a document or a place speaks.

use serde_json::Value;

use crate::{json, named, prints, refuses};

/// What is the document's own or a note on it.
const CHINESE: [&str; 14] = [
    "quote",
    "paraphrase_of",
    "at",
    "name",
    "document",
    "authority",
    "responsible",
    "funding",
    "checked",
    "apply",
    "call",
    "notes",
    "basis",
    "not_modelled",
];

/// Readings, in the words of the catalogue.
const READING: [&str; 3] = ["says", "because", "other"];

/// The places of the examples, which keep their names, the longest first.
const PLACES: [&str; 3] = ["湖南省长沙市长沙县", "湖南省长沙市", "湖南省株洲市"];

/// The texts with Chinese characters that are none of these, with their paths.
fn chinese(path: &str, value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) => {
            let without = |text: String, place: &&str| text.replace(*place, "");
            let text = PLACES.iter().fold(text.clone(), without);
            if text.contains(|c| matches!(c, '\u{3000}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}')) {
                found.push(format!("{path}: {text}"));
            }
        }
        Value::Array(list) => list.iter().for_each(|one| chinese(path, one, found)),
        Value::Object(entries) => {
            for (key, one) in entries {
                let own = CHINESE.contains(&key.as_str());
                let reading = path.ends_with("readings") && READING.contains(&key.as_str());
                if !own && !reading {
                    chinese(&format!("{path}.{key}"), one, found);
                }
            }
        }
        _ => {}
    }
}

/// The figures of a report by their programs.
fn figures(report: &Value) -> Vec<[&Value; 4]> {
    let programs = report["programs"].as_array().expect("a list").iter();
    let figures = programs.map(|one| ["id", "state", "low", "high"].map(|key| &one[key]));
    figures.collect()
}

#[test]
fn the_examples_come_out_the_same_without_a_chinese_word_of_ours() {
    for name in ["general-aviation", "little-giant", "new-aircraft"] {
        let file = format!("examples/{name}.toml");
        let day = ["--on", "2026-11-21", "--json"];
        let call = [&["assess", &file][..], &day].concat();
        let report = |call: &[&str]| json(call)["report"].take();
        let (zh, en) = (
            report(&call),
            report(&[&call[..], &["--lang", "en"]].concat()),
        );
        assert_eq!(figures(&zh), figures(&en));
        let mut found = Vec::new();
        chinese("", &en, &mut found);
        assert!(found.is_empty(), "{name}:\n{}", found.join("\n"));
        chinese("", &zh, &mut found);
        assert!(found.len() > 100, "the search finds Chinese");
    }
}

#[test]
fn a_report_reads_as_english() {
    let report = prints(&["assess", "examples/general-aviation.toml", "--lang", "en"]);
    for line in [
        "Every year: CNY 700,000",
        "[Obtainable] Operating subsidy for conventional general aviation CNY 700,000 (Grant · every year)",
        "  Met: At least 100 flight hours a year; 450 h",
        "  Row 2 (1.5 t): 150 h × 2,000 CNY/h = CNY 300,000",
        "  Total = CNY 700,000",
        "  cap CNY 1,000,000",
    ] {
        assert!(
            report.lines().any(|found| found == line),
            "{line}\n{report}"
        );
    }
}

#[test]
fn lists_and_usage_are_english_too() {
    assert!(prints(&["--help", "--lang", "en"]).starts_with("policy: enterprise support"));
    let facts = json(&["facts", "--json", "--lang", "en"]);
    assert_eq!(
        named(&facts, "name", "fleet.hours")["ask"],
        "Flight hours a year"
    );
    let programs = prints(&["--lang", "en", "list"]);
    assert!(programs.contains("\tReward for national SRDI “Little Giants”\tReward · once\t"));
}

#[test]
fn a_language_that_is_not_spoken_is_refused() {
    let message = refuses(&["list", "--lang", "fr"]);
    assert_eq!(message, "--lang fr：应为 zh 或 en\n");
}
