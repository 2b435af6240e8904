//! What was measured of the engine and of other tools, as tables.

#![expect(clippy::float_arithmetic, reason = "times, and no money")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::Value;

use crate::paths;

/// The name of the engine among the tools.
const OURS: &str = "policy-check";

/// Where criterion keeps what it measured, in a folder for each group.
const MEASURED: &str = "target/criterion";

/// What was measured of a tool.
#[derive(Debug, PartialEq)]
struct Tool {
    name: String,
    /// Results that differ from what is due.
    differences: u64,
    /// Results that were compared.
    results: u64,
    /// From the rules' text to the first result, in µs.
    first: f64,
    /// One re-evaluation, in µs.
    once: f64,
    /// Enterprises in a second.
    per_second: f64,
    /// Whether it says why, `yes` or `no`.
    explains: String,
}

/// Prints the tools of a file, and what criterion measured last.
pub fn print(tools: &str) -> Result<()> {
    let text = fs::read_to_string(tools).with_context(|| format!("读不到 {tools}"))?;
    let tools: Option<Vec<_>> = text.lines().map(tool).collect();
    let tools = tools.with_context(|| format!("看不懂：{text}"))?;
    print!("{}", table(&tools).context("没有本项目的结果")?);
    println!("\n| the engine | | µs |\n|---|---|---|");
    for (group, folder) in folders(&paths::root().join(MEASURED))? {
        for (name, time) in measured(&folder)? {
            println!("| {group} | {name} | {} |", short(time));
        }
    }
    Ok(())
}

/// A tool's line, its parts separated by tabs.
fn tool(line: &str) -> Option<Tool> {
    let mut parts = line.split('\t');
    let mut part = || parts.next();
    Some(Tool {
        name: part()?.to_owned(),
        differences: part()?.parse().ok()?,
        results: part()?.parse().ok()?,
        first: part()?.parse().ok()?,
        once: part()?.parse().ok()?,
        per_second: part()?.parse().ok()?,
        explains: part()?.to_owned(),
    })
}

/// The table of tools, with how many times as long each takes as the engine.
fn table(tools: &[Tool]) -> Option<String> {
    let ours = tools.iter().find(|tool| tool.name == OURS)?;
    let head = "| | one re-evaluation, µs | × ours | rules read + first result, µs | × ours | enterprises a second | wrong | says why |\n|---|---|---|---|---|---|---|---|\n";
    let rows = tools.iter().map(|tool| {
        format!(
            "| {} | {} | {} | {} | {} | {:.0} | {} of {} | {} |\n",
            tool.name,
            short(tool.once),
            short(tool.once / ours.once),
            short(tool.first),
            short(tool.first / ours.first),
            tool.per_second,
            tool.differences,
            tool.results,
            tool.explains,
        )
    });
    Some(head.to_owned() + &rows.collect::<String>())
}

/// A number with two digits or three.
fn short(number: f64) -> String {
    match number {
        large if large >= 100.0 => format!("{large:.0}"),
        middle if middle >= 10.0 => format!("{middle:.1}"),
        small if small >= 0.1 => format!("{small:.2}"),
        tiny if tiny >= 0.01 => format!("{tiny:.3}"),
        least => format!("{least:.4}"),
    }
}

/// The median of each piece of work of a group, in µs, the shortest first.
fn measured(group: &Path) -> Result<Vec<(String, f64)>> {
    let mut measured = Vec::new();
    for (name, folder) in folders(group)? {
        let estimates = folder.join("new/estimates.json");
        let Ok(text) = fs::read_to_string(&estimates) else {
            continue;
        };
        let median = median(&text).with_context(|| format!("看不懂 {}", estimates.display()))?;
        measured.push((name, median));
    }
    measured.sort_by(|(_, a), (_, b)| a.total_cmp(b));
    Ok(measured)
}

/// The folders in a folder, by their names.
fn folders(folder: &Path) -> Result<BTreeMap<String, PathBuf>> {
    let mut folders = BTreeMap::new();
    let entries = fs::read_dir(folder).with_context(|| format!("读不到 {}", folder.display()))?;
    for entry in entries {
        let path = entry?.path();
        if let Some(name) = path.file_name().filter(|_| path.is_dir()) {
            folders.insert(name.to_string_lossy().into_owned(), path);
        }
    }
    Ok(folders)
}

/// The median of criterion's estimates, which are in ns.
fn median(estimates: &str) -> Option<f64> {
    let estimates: Value = serde_json::from_str(estimates).ok()?;
    let nanoseconds = estimates["median"]["point_estimate"].as_f64()?;
    Some(nanoseconds / 1000.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_tool_is_a_row_with_its_ratio_to_ours() {
        let lines = [
            "other\t3\t140\t500.0\t120.0\t8000\tno",
            "policy-check\t0\t140\t1000.0\t60.00\t16000\tyes",
        ];
        let tools = lines.map(|line| tool(line).expect("good"));
        let table = table(&tools).expect("ours is there");
        let rows: Vec<_> = table.lines().skip(2).collect();
        assert_eq!(
            rows,
            [
                "| other | 120 | 2.00 | 500 | 0.50 | 8000 | 3 of 140 | no |",
                "| policy-check | 60.0 | 1.00 | 1000 | 1.00 | 16000 | 0 of 140 | yes |",
            ]
        );
        assert_eq!(super::table(&tools[..1]), None);
        assert_eq!(tool("other\t3"), None);
    }

    #[test]
    fn the_median_is_read_from_what_criterion_keeps() {
        let estimates = r#"{"mean":{"point_estimate":1.0},"median":{"point_estimate":48500.0}}"#;
        assert_eq!(median(estimates), Some(48.5));
        assert_eq!(median("{}"), None);
    }
}
