//! `policy facts`.

use policy_engine::fact::{Choice, Kind};
use policy_wording::language;
use serde::Serialize;

/// A fact as an answer file names it.
#[derive(Serialize)]
struct Row<'a> {
    name: String,
    ask: &'a str,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    options: Vec<&'a str>,
    per_year: bool,
}

/// Every fact and column with its kind, unit and options.
pub fn run(json: bool) -> Result<String, String> {
    let facts = &policy_catalog::in_language(language()).questionnaire.facts;
    let mut rows = Vec::new();
    for fact in facts {
        rows.push(row(fact.id.clone(), &fact.ask, &fact.kind, fact.per_year));
        for column in fact.columns() {
            let name = format!("{}.{}", fact.id, column.id);
            rows.push(row(name, &column.label, &column.kind, false));
        }
    }
    if json {
        return serde_json::to_string_pretty(&rows).map_err(|error| error.to_string());
    }
    let lines = rows.iter().map(|row| {
        let detail = row
            .unit
            .map_or_else(|| row.options.join("|"), str::to_owned);
        let per_year = if row.per_year { "@year" } else { "" };
        format!(
            "{}{per_year}\t{}\t{detail}\t{}",
            row.name, row.kind, row.ask
        )
    });
    Ok(lines.collect::<Vec<_>>().join("\n"))
}

fn row<'a>(name: String, ask: &'a str, kind: &'a Kind, per_year: bool) -> Row<'a> {
    let ids = |choices: &'a [Choice]| choices.iter().map(|choice| choice.id.as_str()).collect();
    let (name_of_kind, unit, options) = match kind {
        Kind::YesNo => ("yes_no", None, Vec::new()),
        Kind::OneOf(choices) => ("one_of", None, ids(choices)),
        Kind::SeveralOf(choices) => ("several_of", None, ids(choices)),
        Kind::Region => ("region", None, Vec::new()),
        Kind::Quantity(measured) => ("quantity", Some(measured.shown.as_str()), Vec::new()),
        Kind::Date => ("date", None, Vec::new()),
        Kind::Rows(_) => ("rows", None, Vec::new()),
    };
    Row {
        name,
        ask,
        kind: name_of_kind,
        unit,
        options,
        per_year,
    }
}
