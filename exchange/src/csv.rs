//! A result as a table: UTF-8 with a mark, so that Excel reads the Chinese; RFC 4180.

use policy_engine::policy::Topic;
use policy_engine::span::Span;
use policy_engine::verdict::Verdict;
use policy_wording::report::{Amount, Program, Report};
use policy_wording::totals::Total;
use policy_wording::{fill, money, outcome, texts};
use rust_decimal::Decimal;

use crate::table::{self, Cell, MARK};

/// A line for each program of the topics, then the totals and what they rest on.
pub fn csv(report: &Report, topics: &[Topic], catalog_version: &str) -> String {
    let t = texts();
    let head = [
        t.csv_title,
        t.csv_topic,
        t.csv_state,
        t.csv_low,
        t.csv_high,
        t.csv_amount,
        t.csv_kind,
        t.csv_failed,
        t.csv_needs,
        t.csv_document,
        t.csv_clause,
    ];
    let mut out = MARK.to_string();
    table::line(&mut out, head.map(Cell::text));
    let programs = report.programs.iter();
    for one in programs.filter(|program| topics.contains(&program.topic)) {
        table::line(&mut out, program(one));
    }
    // All sums are of money.
    if topics.contains(&Topic::Funding) {
        for one in &report.totals {
            table::line(&mut out, total(one));
        }
    }
    table::line(&mut out, [t.csv_day, &report.date].map(Cell::text));
    table::line(&mut out, [t.csv_catalog, catalog_version].map(Cell::text));
    table::line(&mut out, [Cell::text(&report.disclaimer)]);
    out
}

fn program(program: &Program) -> [Cell; 11] {
    let t = texts();
    let failed = program.conditions.iter();
    let failed = failed.filter(|line| line.verdict == Verdict::No);
    let failed = failed.map(|line| match &line.value {
        Some(value) => fill(
            t.csv_condition,
            &[("says", line.says.as_str()), ("value", value)],
        ),
        None => line.says.clone(),
    });
    let source = &program.source;
    let clauses: Vec<_> = source
        .clauses
        .iter()
        .map(|clause| clause.at.as_str())
        .collect();
    let [low, high] = figures(&program.amount);
    [
        Cell::text(&program.title),
        Cell::text(outcome::topic(program.topic)),
        Cell::text(program.state_name),
        low,
        high,
        Cell::text(&program.amount.text),
        Cell::text(&program.kind),
        Cell::text(&failed.collect::<Vec<_>>().join(t.csv_separator)),
        Cell::text(&program.needs.join(t.csv_separator)),
        Cell::text(&source.name),
        Cell::text(&clauses.join(t.csv_separator)),
    ]
}

fn total(total: &Total) -> [Cell; 7] {
    let t = texts();
    let [low, high] = figures(&total.amount);
    let notes = total.beyond.iter().chain(&total.combined);
    let notes: Vec<_> = notes.chain(&total.otherwise).map(String::as_str).collect();
    [
        Cell::text(&total.heading),
        Cell::text(t.csv_total),
        Cell::text(""),
        low,
        high,
        Cell::text(&total.amount.text),
        Cell::text(&notes.join(t.csv_separator)),
    ]
}

/// The least and the greatest amount; empty where the document states no amount, or no greatest.
fn figures(amount: &Amount) -> [Cell; 2] {
    let stated =
        amount.high.is_none_or(|high| !high.is_zero()) || amount.text == money::span(Span::ZERO);
    let number = |value: Option<Decimal>| Cell::number(value.filter(|_| stated));
    [number(Some(amount.low)), number(amount.high)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_plain_numbers_and_stand_only_where_there_is_an_amount() {
        let of = |text: &str, low: i64, high: Option<i64>| {
            let amount = Amount {
                glance: None,
                text: text.into(),
                low: low.into(),
                high: high.map(Into::into),
            };
            figures(&amount).map(|cell| cell.to_string())
        };
        assert_eq!(
            of("300,000 元", 300_000, Some(300_000)),
            ["300000", "300000"]
        );
        assert_eq!(of("最高 5 元", 0, Some(5)), ["0", "5"]);
        assert_eq!(of("0 元", 0, Some(0)), ["0", "0"]);
        assert_eq!(of("无封顶", 0, None), ["0", ""]);
        assert_eq!(of("文件未载明金额", 0, Some(0)), ["", ""]);
    }
}
