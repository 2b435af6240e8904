//! Numbers that are kept in the repository to be held against later ones, a line each:
//! `number<Tab>name`.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;

use anyhow::{Context, Result};

use crate::paths;

/// A file of such numbers.
pub struct Record {
    /// Where it lies in the workspace.
    pub file: &'static str,
    /// The command that writes it.
    pub command: &'static str,
}

impl Record {
    /// The numbers by their names.
    pub fn read(&self) -> Result<BTreeMap<String, u64>> {
        let Record { file, command } = self;
        let table = fs::read_to_string(paths::root().join(file))
            .with_context(|| format!("读不到 {file}，请运行 {command}"))?;
        parse(&table).with_context(|| format!("{file}：应是 数字<Tab>名称"))
    }

    /// Keeps the numbers, in the order given.
    pub fn write<'a>(&self, numbers: impl IntoIterator<Item = (&'a str, u64)>) -> Result<()> {
        let mut table = String::new();
        for (name, number) in numbers {
            writeln!(table, "{number}\t{name}")?;
        }
        fs::write(paths::root().join(self.file), table)
            .with_context(|| format!("写不了 {}", self.file))
    }
}

fn parse(table: &str) -> Option<BTreeMap<String, u64>> {
    let line = |line: &str| {
        let (number, name) = line.split_once('\t')?;
        Some((name.to_owned(), number.parse().ok()?))
    };
    table.lines().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_a_number_and_a_name() {
        let numbers = parse("12\ta\n3\tb c\n").expect("good");
        assert_eq!(
            numbers,
            [("a".to_owned(), 12), ("b c".to_owned(), 3)].into()
        );
        assert_eq!(parse("a\t12\n"), None);
        assert_eq!(parse("12 a\n"), None);
    }
}
