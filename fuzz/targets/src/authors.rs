//! TOML that authors write: answer files and the files of a catalogue.

use std::sync::LazyLock;

use policy_catalog::catalog;
use policy_engine::assess::assess;
use policy_engine::author::node::File;
use policy_engine::author::{self, Sources, answers, translation};
use policy_engine::catalog::Catalog;
use policy_engine::fact::Answers;
use policy_engine::form::written;
use policy_wording::error;
use policy_wording::reporter::report;
use serde_json::json;

use crate::session::{TODAY, blank, holds};

/// An answer file.
pub fn answer_file(bytes: &[u8]) {
    let text = crate::text(bytes);
    let questionnaire = &catalog().questionnaire;
    let file = File {
        name: "answers.toml",
        text: &text,
    };
    match answers::read(file, questionnaire, &error::message) {
        Err(mistake) => assert!(mistake.line > 0 && mistake.column > 0, "{mistake}"),
        Ok(read) => {
            let answers = written(questionnaire, &read.drafts);
            let form = json!({ "version": 1, "answers": answers });
            let mut session = blank();
            session.restore(&form.to_string()).expect("a form");
            assert_eq!(session.answers(), read.answers);
            holds(&session);
        }
    }
}

/// The files of a small catalogue, all good.
fn good() -> Sources {
    macro_rules! file {
        ($name:literal) => {
            (
                concat!($name, ".toml").to_owned(),
                include_str!(concat!(
                    "../../../engine/tests/fixtures/good/",
                    $name,
                    ".toml"
                ))
                .to_owned(),
            )
        };
    }
    Sources {
        facts: file!("facts"),
        regions: file!("regions"),
        industries: file!("industries"),
        measures: file!("measures"),
        documents: vec![
            file!("good/flight"),
            file!("good/rating"),
            file!("good/research"),
        ],
    }
}

/// The catalogue that they make.
pub static GOOD: LazyLock<Catalog> = LazyLock::new(|| author::read(&good()).expect("good files"));

/// A file of a catalogue. The first line says which: it takes the place of that file, or as a
/// `document` stands beside the others.
pub fn policy_file(bytes: &[u8]) {
    let text = crate::text(bytes);
    let (which, text) = text.split_once('\n').unwrap_or(("", &text));
    let file = |name: &str| (name.to_owned(), text.to_owned());
    let mut sources = good();
    match which {
        "facts" => sources.facts = file("facts.toml"),
        "regions" => sources.regions = file("regions.toml"),
        "industries" => sources.industries = file("industries.toml"),
        "measures" => sources.measures = file("measures.toml"),
        "translation" => {
            let name = "en.toml";
            let read = translation::translation(&GOOD, File { name, text });
            return read.map(drop).unwrap_or_else(said);
        }
        _ => sources.documents.push(file("document.toml")),
    }
    match author::read(&sources) {
        Err(mistakes) => said(mistakes),
        Ok(catalog) => {
            let answers = Answers::default();
            let assessment = assess(&catalog, &answers, TODAY);
            report(&catalog, &answers, &assessment, TODAY);
        }
    }
}

/// Every mistake is named with its place.
fn said(mistakes: Vec<author::node::Mistake>) {
    assert!(!mistakes.is_empty());
    for mistake in mistakes {
        assert!(mistake.line > 0 && mistake.column > 0, "{mistake}");
        assert!(!mistake.message.is_empty());
    }
}
