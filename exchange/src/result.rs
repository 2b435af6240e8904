//! A result as JSON: answers and report in one file, described in `docs/result-format.md`.

use std::collections::BTreeMap;

use policy_engine::catalog::Catalog;
use policy_engine::form::{Drafts, Written, written};
use policy_engine::policy::Topic;
use policy_wording::report::Report;
use serde::Serialize;

/// What the file is.
pub const FORMAT: &str = "policy-check/result";

/// The version of its form; raised when a reader of an older one could misread it.
pub const VERSION: u32 = 1;

#[derive(Serialize)]
struct File<'r> {
    format: &'static str,
    version: u32,
    catalog: Named,
    on: &'r str,
    topics: Vec<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    example: Option<&'r str>,
    answers: BTreeMap<String, Written<'r>>,
    report: &'r Report,
}

/// Which catalogue the result rests on.
#[derive(Serialize)]
struct Named {
    version: String,
    hash: String,
}

/// A result with the answers that it follows from; the same for the same answers and day. `example` is
/// the example enterprise that gave the answers.
pub fn json(
    catalog: &Catalog,
    topics: &[Topic],
    drafts: &Drafts,
    report: &Report,
    example: Option<&str>,
) -> String {
    let file = File {
        format: FORMAT,
        version: VERSION,
        catalog: Named {
            version: catalog.version(),
            hash: format!("{:016x}", catalog.hash),
        },
        on: &report.date,
        topics: topics.iter().map(|topic| topic.id()).collect(),
        example,
        answers: written(&catalog.questionnaire, drafts),
        report,
    };
    serde_json::to_string_pretty(&file).unwrap_or_default()
}
