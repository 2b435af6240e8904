//! Policy files that are good, and policy files that are bad in one way each: the mistake is named
//! with its file, line, column and what was expected.
//!
//! The first line of a bad file says the mistake. `x.facts.toml`, `x.regions.toml`,
//! `x.industries.toml` and `x.measures.toml` stand in for the good questionnaire, regions, industries and
//! shared figures; any other file is a document beside the good ones.

mod good;

use std::fs;
use std::path::{Path, PathBuf};

use good::good;
use policy_engine::author;
use policy_engine::author::node::File;

/// What stands before the mistake in the first line of a bad file.
const EXPECTED: &str = "# 错误：";

#[test]
fn good_files_are_read() {
    let catalog = author::read(&good()).unwrap_or_else(|mistakes| {
        panic!("{}", in_words(&mistakes));
    });
    let programs: Vec<_> = catalog
        .programs()
        .map(|(_, program)| program.id.as_str())
        .collect();
    assert_eq!(
        programs,
        [
            "good-hours",
            "good-rating",
            "good-first-award",
            "good-second-award",
            "good-research",
            "good-review"
        ]
    );
}

#[test]
fn each_bad_file_names_its_mistake() {
    let mut paths = files("bad");
    paths.sort();
    assert!(!paths.is_empty());
    let wrong: Vec<String> = paths.iter().filter_map(|path| differs(path)).collect();
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n\n"));
}

#[test]
fn a_translation_has_all_texts_and_no_others() {
    let catalog = author::read(&good()).expect("good files");
    let mistakes = |text: &str| {
        let file = File {
            name: "en.toml",
            text,
        };
        let mistakes = author::translation::translation(&catalog, file).expect_err("incomplete");
        in_words(&mistakes)
    };
    let none = mistakes("");
    for missing in [
        "en.toml:1:1: 缺少 `group.company`（企业）的译文",
        "en.toml:1:1: 缺少 `fact.base.ask`（主运行基地在哪里？）的译文",
        "en.toml:1:1: 缺少 `fact.business.options.site`（场地）的译文",
        "en.toml:1:1: 缺少 `program.good-hours.title`（小时补助）的译文",
        "en.toml:1:1: 缺少 `document.good/flight.title`（飞行）的译文",
        "en.toml:1:1: 缺少 `says.基地在湖南`（基地在湖南）的译文",
    ] {
        assert!(
            none.lines().any(|line| line == missing),
            "{missing}\n{none}"
        );
    }
    let some = mistakes("[fact.base]\nask = \"Where?\"\nlabel = \"基地\"\n");
    assert!(!some.contains("fact.base.ask"), "{some}");
    assert!(some.contains("en.toml:3:9: 译文应为英文"), "{some}");
    let other = mistakes("[fact.base]\nask = \"Where?\"\nlable = \"Base\"\n");
    assert!(
        other.contains("en.toml:2:7: 缺少 `fact.base.label`"),
        "{other}"
    );
    assert!(
        other.contains("en.toml:3:9: 目录里没有 `fact.base.lable`"),
        "{other}"
    );
}

/// How the mistake of a bad file differs from the one that its first line says.
fn differs(path: &Path) -> Option<String> {
    let (name, text) = named(path);
    let first = text.lines().next().unwrap_or_default();
    let message = first
        .strip_prefix(EXPECTED)
        .unwrap_or_else(|| panic!("{name}: the first line says the mistake"));
    let expected = format!("{name}:{message}");
    let mut sources = good();
    if name.ends_with(".facts.toml") {
        sources.facts = (name, text);
    } else if name.ends_with(".regions.toml") {
        sources.regions = (name, text);
    } else if name.ends_with(".industries.toml") {
        sources.industries = (name, text);
    } else if name.ends_with(".measures.toml") {
        sources.measures = (name, text);
    } else {
        sources.documents.push((name, text));
    }
    let got = match author::read(&sources) {
        Ok(_) => "no mistake".to_owned(),
        Err(mistakes) => in_words(&mistakes),
    };
    (got != expected).then(|| format!("expected {expected}\ngot      {got}"))
}

fn in_words(mistakes: &[author::node::Mistake]) -> String {
    let words: Vec<String> = mistakes.iter().map(ToString::to_string).collect();
    words.join("\n")
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures")
}

fn files(folder: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(root().join(folder)).expect("a folder of fixtures");
    let paths = entries.map(|entry| entry.expect("a fixture").path());
    paths.collect()
}

fn named(path: &Path) -> (String, String) {
    let name = path.strip_prefix(root()).expect("below the fixtures");
    let text = fs::read_to_string(path).expect("a fixture can be read");
    (name.to_string_lossy().replace('\\', "/"), text)
}
