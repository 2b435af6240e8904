//! A result as a table: UTF-8 with a mark, so that Excel reads the Chinese; RFC 4180.

use policy_engine::policy::Topic;
use policy_engine::span::Span;
use policy_engine::verdict::Verdict;
use policy_wording::report::{Amount, Program, Report};
use policy_wording::totals::Total;
use policy_wording::{fill, money, outcome, texts};

/// By this a table is known to be UTF-8.
const MARK: char = '\u{feff}';

/// How a text begins that a table would take for a formula.
const FORMULA: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

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
    let mut out = Table(MARK.to_string());
    out.line(head.map(Cell::text));
    let programs = report.programs.iter();
    let programs = programs.filter(|program| topics.contains(&program.topic));
    programs.for_each(|program| out.line(self::program(program)));
    // All sums are of money.
    if topics.contains(&Topic::Funding) {
        let totals = report.totals.iter();
        totals.for_each(|total| out.line(self::total(total)));
    }
    out.line([Cell::text(t.csv_day), Cell::text(&report.date)]);
    out.line([Cell::text(t.csv_catalog), Cell::text(catalog_version)]);
    out.line([Cell::text(&report.disclaimer)]);
    out.0
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
    let number = |value: String| Cell(if stated { value } else { String::new() });
    [
        number(amount.low.normalize().to_string()),
        number(
            amount
                .high
                .map_or_else(String::new, |high| high.normalize().to_string()),
        ),
    ]
}

/// A cell as it stands in the file.
struct Cell(String);

impl Cell {
    /// A text, which a table shall not reckon.
    fn text(text: &str) -> Cell {
        let guard = if text.starts_with(FORMULA) { "'" } else { "" };
        if text.contains(['"', ',', '\r', '\n']) {
            Cell(format!("\"{guard}{}\"", text.replace('"', "\"\"")))
        } else {
            Cell(format!("{guard}{text}"))
        }
    }
}

struct Table(String);

impl Table {
    fn line<const N: usize>(&mut self, cells: [Cell; N]) {
        let cells = cells.map(|cell| cell.0);
        self.0.push_str(&cells.join(","));
        self.0.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_quoted_where_it_must_be_and_is_never_a_formula() {
        for (text, cell) in [
            ("长沙", "长沙"),
            ("1,000 元", "\"1,000 元\""),
            ("“引号”", "“引号”"),
            ("a\"b", "\"a\"\"b\""),
            ("a\nb", "\"a\nb\""),
            ("=1+1", "'=1+1"),
            ("+1", "'+1"),
            ("-1", "'-1"),
            ("@a", "'@a"),
            ("＝1", "'＝1"),
            ("\t=1", "'\t=1"),
            ("=A1,B1", "\"'=A1,B1\""),
            ("1=1", "1=1"),
        ] {
            assert_eq!(Cell::text(text).0, cell);
        }
    }

    #[test]
    fn figures_are_plain_numbers_and_stand_only_where_there_is_an_amount() {
        let of = |text: &str, low: i64, high: Option<i64>| {
            let amount = Amount {
                glance: None,
                text: text.into(),
                low: low.into(),
                high: high.map(Into::into),
            };
            figures(&amount).map(|cell| cell.0)
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
