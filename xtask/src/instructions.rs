//! How many instructions the engine takes for each piece of work that is measured.
//!
//! Unlike times, they are the same on every run of a build, so a rise can fail a check. Valgrind counts
//! a run with twice the work and one with half of it; the difference is free of what it takes to start.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::paths;
use crate::record::Record;

/// The counts of the last record.
const RECORD: Record = Record {
    file: "docs/instructions.tsv",
    command: "make instructions RECORD=1",
};

/// How often the work is done in the shorter run.
const TIMES: u64 = 64;

/// A rise by more fails the check, in per cent.
const RISE: u64 = 5;

/// Counts anew and checks that nothing rose since the last record.
pub fn check() -> Result<()> {
    let recorded = RECORD.read()?;
    let mut risen = String::new();
    for (name, count) in counted()? {
        let was = recorded.get(&name).copied();
        let was = was.with_context(|| format!("{}里没有 {name}", RECORD.file))?;
        println!("{count:>12}  {name}（记录 {was}）");
        if rose(was, count) {
            writeln!(risen, "{name}：{was} → {count}")?;
        }
    }
    let (file, command) = (RECORD.file, RECORD.command);
    ensure!(
        risen.is_empty(),
        "指令数比 {file} 多了 {RISE}% 以上；确有必要的，用 {command} 另行记录：\n{risen}"
    );
    Ok(())
}

/// Counts anew and keeps the result.
pub fn keep() -> Result<()> {
    let counted = counted()?;
    for (name, count) in &counted {
        println!("{count:>12}  {name}");
    }
    RECORD.write({ counted.iter() }.map(|(name, count)| (name.as_str(), *count)))
}

fn rose(was: u64, is: u64) -> bool {
    is * 100 > was * (100 + RISE)
}

/// The instructions of each piece of work.
fn counted() -> Result<Vec<(String, u64)>> {
    let program = built()?;
    let listed = Command::new(&program).output();
    let listed = listed.with_context(|| format!("运行不了 {}", program.display()))?;
    let names = String::from_utf8(listed.stdout)?;
    let count = |name: &str| {
        let of = |times| instructions(&program, name, times);
        let once = (of(2 * TIMES)? - of(TIMES)?) / TIMES;
        Ok((name.to_owned(), once))
    };
    names.lines().map(count).collect()
}

/// Builds the program that does the work, as the benches are built.
fn built() -> Result<PathBuf> {
    let cargo = Command::new("cargo")
        .args(["build", "--quiet", "--profile", "bench"])
        .args(["--package", "policy-benches", "--example", "work"])
        .current_dir(paths::root())
        .status()
        .context("运行不了 cargo")?;
    ensure!(cargo.success(), "benches 编译失败");
    Ok(paths::root().join("target/release/examples/work"))
}

/// What Valgrind counts for one run.
fn instructions(program: &Path, work: &str, times: u64) -> Result<u64> {
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(program)
        .args([work, &times.to_string()])
        .output()
        .context("运行不了 valgrind，请安装（apt-get install valgrind）")?;
    let said = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "{work}：{said}");
    collected(&said).with_context(|| format!("看不懂 valgrind 的输出：{said}"))
}

/// The count in `==1234== Collected : 5678`.
fn collected(said: &str) -> Option<u64> {
    let count = said
        .lines()
        .find_map(|line| line.split_once("Collected : "))?;
    count.1.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_count_is_read_from_what_valgrind_says() {
        let said = "==7== \n==7== Events    : Ir\n==7== Collected : 123456\n";
        assert_eq!(collected(said), Some(123_456));
        assert_eq!(collected("==7== Events    : Ir"), None);
    }

    #[test]
    fn a_rise_within_the_tolerance_is_none() {
        assert!(!rose(1000, 1050));
        assert!(rose(1000, 1051));
        assert!(!rose(1000, 10));
    }
}
