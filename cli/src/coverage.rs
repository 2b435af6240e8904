//! `policy coverage`.

use policy_engine::policy::Coverage;
use policy_wording::{coverage, language, outcome};
use serde::Serialize;

/// A clause and what became of it.
#[derive(Serialize)]
struct Row<'a> {
    document: &'a str,
    at: &'a str,
    how: &'static str,
    programs: &'a [String],
    because: &'a str,
}

/// Every clause of every document with what became of it, and the sums.
pub fn run(json: bool) -> Result<String, String> {
    let policies = &policy_catalog::in_language(language()).policies;
    let rows: Vec<Row> = policies
        .iter()
        .flat_map(|policy| {
            policy.coverage.iter().map(|covered| {
                let (programs, because): (&[String], &str) = match &covered.how {
                    Coverage::Programs(programs) => (programs, ""),
                    Coverage::Left(_, because) => (&[], because),
                };
                Row {
                    document: outcome::name(policy),
                    at: &covered.at,
                    how: coverage::how(&covered.how),
                    programs,
                    because,
                }
            })
        })
        .collect();
    if json {
        return serde_json::to_string_pretty(&rows).map_err(|error| error.to_string());
    }
    let line = |row: &Row| {
        let detail = if row.programs.is_empty() {
            row.because.to_owned()
        } else {
            row.programs.join(" ")
        };
        format!("{}\t{}\t{}\t{detail}", row.document, row.at, row.how)
    };
    let mut lines: Vec<String> = rows.iter().map(line).collect();
    let modelled = rows.iter().filter(|row| !row.programs.is_empty()).count();
    lines.extend(policies.iter().map(|policy| {
        let modelled = policy.coverage.iter();
        let modelled = modelled.filter(|covered| matches!(covered.how, Coverage::Programs(_)));
        let sum = coverage::of_document(modelled.count(), policy.coverage.len());
        format!("{}\t{sum}", outcome::name(policy))
    }));
    lines.push(coverage::sum(policies.len(), rows.len(), modelled));
    Ok(lines.join("\n"))
}
