//! `policy assess`.

use std::fs;

use jiff::Zoned;
use jiff::civil::Date;
use policy_engine::policy::Topic;
use policy_exchange::{csv, result};
use policy_wording::calculation::Calculation;
use policy_wording::condition::ConditionLine;
use policy_wording::headline::Headline;
use policy_wording::outcome;
use policy_wording::report::{Program, Report};
use policy_wording::reporter::report;
use policy_wording::{cited, error, fill, labelled, language, noted, texts};

use crate::{answers, no_such_file};

/// How the report is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// For people.
    Text,
    /// As the page exports it.
    Json,
    /// As a table, likewise.
    Csv,
}

/// Assesses a file of answers and prints the report.
pub fn run(path: &str, on: Option<Date>, form: Form) -> Result<String, String> {
    let catalog = policy_catalog::in_language(language());
    let text = fs::read_to_string(path).map_err(|error| no_such_file(path, &error))?;
    let read = answers::read(path, &text, catalog)?;
    let date = on.or(read.on).unwrap_or_else(|| Zoned::now().date());
    if !catalog.known().contains(&date) {
        return Err(error::unknown_day(catalog, &date.to_string()));
    }
    let assessment = policy_engine::assess(catalog, &read.answers, date);
    let report = report(catalog, &read.answers, &assessment, date);
    let topics = read.topics.unwrap_or_else(|| Topic::ALL.to_vec());
    Ok(match form {
        Form::Text => print(&report),
        Form::Json => result::json(catalog, &topics, &read.drafts, &report, None),
        Form::Csv => csv::csv(&report, &topics, &catalog.version()),
    })
}

fn print(report: &Report) -> String {
    let t = texts();
    let mut lines = vec![fill(t.app_as_of, &[("date", &report.date)]), String::new()];
    for total in &report.totals {
        lines.push(labelled(&total.heading, &total.amount.text));
        let notes = total.beyond.iter().chain(&total.combined);
        let notes = notes.chain(&total.otherwise).map(String::as_str);
        let notes = notes.chain(total.best_place);
        lines.extend(notes.map(|note| format!("  {note}")));
    }
    lines.push(report.disclaimer.clone());
    for program in &report.programs {
        lines.push(String::new());
        print_program(program, &mut lines);
    }
    lines.join("\n")
}

fn print_program(program: &Program, lines: &mut Vec<String>) {
    let t = texts();
    let Headline {
        title,
        state_name,
        kind,
        ..
    } = &program.headline;
    let amount = if program.shows_amount() {
        format!(" {}", noted(&program.amount.text, kind))
    } else {
        String::new()
    };
    lines.push(format!("[{state_name}] {title}{amount}"));
    let source = &program.source;
    let places = source.clauses.iter().map(|clause| match clause.confidence {
        Some(confidence) => noted(&clause.at, confidence),
        None => clause.at.clone(),
    });
    let places: Vec<_> = places.collect();
    let places = places.join(t.finding_list_separator);
    lines.push(format!("  {}", cited(&source.name, &places)));
    for condition in &program.conditions {
        print_condition(condition, 1, lines);
    }
    if program.conflict {
        lines.push(format!("  {}", t.finding_conflict));
    }
    let indented = |line: &String| format!("  {line}");
    lines.extend(program.nearest.iter().map(indented));
    lines.extend(program.calculation.working.iter().map(indented));
    lines.extend(program.cap.iter().map(indented));
    lines.extend(basis(&program.calculation).as_ref().map(indented));
    for year in &program.calendar {
        let year_name = fill(t.working_year, &[("year", &year.year.to_string())]);
        lines.push(indented(&labelled(&year_name, &year.amount.text)));
    }
    for shown in &program.shows {
        lines.push(indented(&labelled(&shown.label, &shown.value)));
        let steps = shown.calculation.working.iter().cloned();
        let steps = steps.chain(basis(&shown.calculation));
        lines.extend(steps.map(|line| format!("    {line}")));
    }
    for compared in &program.compares {
        lines.push(indented(&labelled(&compared.says, &compared.amount.text)));
    }
    if !program.needs.is_empty() {
        let needs = program.needs.join(t.finding_list_separator);
        lines.push(indented(&labelled(t.need_heading, &needs)));
    }
    for reading in &program.readings {
        lines.push(format!(
            "  {}",
            fill(t.detail_reading_taken, &[("says", &reading.says)])
        ));
        let other = fill(t.detail_reading_other, &[("says", &reading.other)]);
        let values = [
            ("reading", other.as_str()),
            ("amount", &reading.other_amount),
        ];
        lines.push(format!("    {}", fill(t.detail_reading_beside, &values)));
    }
}

/// The clauses of the shared figures in a calculation, on a line.
fn basis(calculation: &Calculation) -> Option<String> {
    let t = texts();
    let clauses = calculation.basis.join(t.finding_list_separator);
    (!clauses.is_empty()).then(|| fill(t.detail_basis, &[("basis", &clauses)]))
}

fn print_condition(condition: &ConditionLine, depth: usize, lines: &mut Vec<String>) {
    let verdict = outcome::verdict(condition.verdict);
    let mut line = "  ".repeat(depth) + &labelled(verdict, &condition.says);
    let more = [condition.value.as_deref(), condition.gap.as_deref()];
    for text in more.into_iter().flatten().chain(condition.unverified) {
        line.push_str(texts().finding_sentence_separator);
        line.push_str(text);
    }
    lines.push(line);
    for part in &condition.parts {
        print_condition(part, depth + 1, lines);
    }
}
