//! How big a first visit is, and what the wasm consists of.

mod data;
mod groups;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::optimise::Names;
use crate::record::Record;
use crate::{bindings, optimise, paths, wasm};
use groups::Groups;

/// What a first visit may load until it has its first result, in bytes compressed by Brotli.
const FIRST_RESULT: u64 = 309_000;

/// What a first visit may load in all: the later part of the wasm, and the service worker, follow.
const BUDGET: u64 = 438_000;

/// What the wasm of the last report consisted of.
const RECORD: Record = Record {
    file: "docs/size.tsv",
    command: "make size",
};

/// A group that grew by less is not told.
const GREW: i64 = 500;

/// Checks the size of a first visit; where it is too big, says what grew since the last report.
pub fn check() -> Result<()> {
    let (first, later) = first_visit()?;
    let until_result = sum(&first);
    let all = until_result + sum(&later);
    println!(
        "首次打开 {all} 字节（Brotli），上限 {BUDGET}；其中首个结果之前 {until_result} 字节，上限 {FIRST_RESULT}。"
    );
    if until_result <= FIRST_RESULT && all <= BUDGET {
        return Ok(());
    }
    let grown = grown(&RECORD.read()?, &groups()?);
    bail!("首次打开超过上限；比 docs/size.tsv 增加的：\n{grown}");
}

fn sum(files: &[(PathBuf, u64)]) -> u64 {
    files.iter().map(|(_, bytes)| bytes).sum()
}

/// Prints what a first visit and the wasm consist of, and keeps the latter in `docs/size.tsv`.
pub fn report() -> Result<()> {
    let (first, later) = first_visit()?;
    let parts = [
        ("首个结果之前", &first, FIRST_RESULT),
        ("首个结果之后", &later, BUDGET - FIRST_RESULT),
    ];
    println!("首次打开（Brotli 后的字节数）");
    for (when, files, budget) in parts {
        for (path, bytes) in files {
            println!("{bytes:>9}  {}", path.display());
        }
        println!("{:>9}  {when}，上限 {budget}", sum(files));
    }
    let groups = groups()?;
    let mut listed: Vec<_> = groups.iter().collect();
    listed.sort_by_key(|(_, bytes)| std::cmp::Reverse(**bytes));
    println!("wasm（未压缩的字节数）");
    for (group, bytes) in &listed {
        println!("{bytes:>9}  {group}");
    }
    RECORD.write({ listed.iter() }.map(|(group, bytes)| (group.as_str(), **bytes)))
}

/// Files with their sizes.
type Files = Vec<(PathBuf, u64)>;

/// The files of a first visit with their sizes: what the page loads until it has its first result, and
/// what it and the service worker load after that.
fn first_visit() -> Result<(Files, Files)> {
    let mut first = vec![PathBuf::from("index.html")];
    let mut later = vec![PathBuf::from("service-worker.js")];
    let page = fs::read_to_string(paths::dist().join("index.html")).context("先运行 make build")?;
    for entry in fs::read_dir(paths::dist().join("assets"))? {
        let name = entry?.file_name().into_string().unwrap_or_default();
        let path = Path::new("assets").join(&name);
        // The page names its scripts and styles; the wasm is named by the script.
        if name.ends_with(".wasm") && name.starts_with("policy_check_rest") {
            later.push(path);
        } else if name.ends_with(".wasm") || page.contains(&name) {
            first.push(path);
        }
    }
    let size = |file: PathBuf| {
        let compressed = paths::dist().join(format!("{}.br", file.display()));
        Ok((file, fs::metadata(compressed)?.len()))
    };
    let sizes = |files: Vec<PathBuf>| files.into_iter().map(size).collect::<Result<Files>>();
    Ok((sizes(first)?, sizes(later)?))
}

/// The groups of the wasm as it is shipped, but with the names of its functions.
fn groups() -> Result<Groups> {
    let folder = paths::web_target().join("size");
    let named = bindings::for_page(&wasm::compiled(), &folder)?;
    optimise::shrink(&named, Names::Kept)?;
    let mut groups = groups::of(&fs::read(&named)?)?;
    data::tell(&mut groups)?;
    Ok(groups)
}

/// What grew, the most first.
fn grown(before: &Groups, after: &Groups) -> String {
    let growth = |(group, bytes): (&String, &u64)| {
        let was = before.get(group).copied().unwrap_or(0);
        (bytes.cast_signed() - was.cast_signed(), group.clone())
    };
    let mut grown: Vec<_> = after
        .iter()
        .map(growth)
        .filter(|(by, _)| *by >= GREW)
        .collect();
    grown.sort_by(|a, b| b.cmp(a));
    let lines = grown
        .into_iter()
        .map(|(by, group)| format!("{by:>+9}  {group}\n"));
    lines.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_grew_is_told_the_most_first() {
        let groups = |sizes: [(&str, u64); 3]| -> Groups {
            sizes.map(|(group, bytes)| (group.to_owned(), bytes)).into()
        };
        let before = groups([("a", 1000), ("b", 1000), ("c", 1000)]);
        let after = groups([("a", 1600), ("b", 900), ("d", 7000)]);
        assert_eq!(grown(&before, &after), "    +7000  d\n     +600  a\n");
    }
}
