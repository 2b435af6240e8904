//! What the constants of the wasm consist of.

use std::fs;

use anyhow::{Context, Result};
use toml::{Table, Value};

use super::groups::Groups;
use crate::paths;

/// The group of all constants.
const DATA: &str = "(data)";

/// Tells the constants in their parts: the catalogue, the texts in files of their own, and the rest, which
/// is names of styles and elements, tables and messages of libraries.
pub fn tell(groups: &mut Groups) -> Result<()> {
    let catalogue = postcard::to_allocvec(policy_catalog::catalog())?.len() as u64;
    let parts = [
        ("(data: catalogue)", catalogue),
        ("(data: texts in Chinese)", texts_in("locales/zh.toml")?),
        ("(data: texts in English)", texts_in("locales/en.toml")?),
    ];
    let told: u64 = parts.iter().map(|(_, bytes)| bytes).sum();
    let all = groups.remove(DATA).unwrap_or_default();
    groups.extend(parts.map(|(part, bytes)| (part.to_owned(), bytes)));
    groups.insert("(data: other)".to_owned(), all.saturating_sub(told));
    Ok(())
}

/// The bytes of all texts of a file.
fn texts_in(file: &str) -> Result<u64> {
    let read = || fs::read_to_string(paths::root().join(file));
    let text = read().with_context(|| format!("读不了 {file}"))?;
    Ok(length(&Value::Table(text.parse::<Table>()?)))
}

fn length(value: &Value) -> u64 {
    match value {
        Value::String(text) => text.len() as u64,
        Value::Table(table) => table.values().map(length).sum(),
        Value::Array(values) => values.iter().map(length).sum(),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_count_and_their_names_do_not() {
        let file: Table = "a = \"企业\"\n[b]\nc = \"x\"\nd = [\"y\", 1]\n"
            .parse()
            .unwrap();
        assert_eq!(length(&Value::Table(file)), 6 + 1 + 1);
    }
}
