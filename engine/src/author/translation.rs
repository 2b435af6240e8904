//! A catalogue's texts in another language, as `en.toml` gives them.

use std::collections::BTreeMap;

use crate::author::node::{File, Mistake, Node, Table};
use crate::catalog::Catalog;
use crate::translation::{BETWEEN, each_text};

/// A text of the file.
struct Given<'t> {
    node: Node<'t>,
    needed: bool,
}

/// Reads the texts of a catalogue in another language, in the order of their first visit.
///
/// # Errors
///
/// Every text that is missing, that the catalogue does not have, or that is Chinese still.
pub fn translation(catalog: &Catalog, file: File) -> Result<Vec<String>, Vec<Mistake>> {
    let one = |mistake| vec![mistake];
    let parsed = file.parse().map_err(one)?;
    let mut given = BTreeMap::new();
    collect(&Table::of_file(file, &parsed), "", &mut given).map_err(one)?;
    let mut mistakes = Vec::new();
    let mut seen = BTreeMap::new();
    let mut texts = Vec::new();
    // The visitor may write, so it is given a copy.
    each_text(&mut catalog.clone(), &mut |path, original| {
        let name = path.join(BETWEEN);
        if seen.insert(name.clone(), ()).is_some() {
            return;
        }
        match given.get_mut(&name) {
            Some(found) => {
                found.needed = true;
                texts.extend(found.node.text().map(str::to_owned));
            }
            None => {
                let near = nearest_place(&given, path).unwrap_or_default();
                let shown = path.join(".");
                mistakes.push(file.mistake(near, format!("缺少 `{shown}`（{original}）的译文")));
            }
        }
    });
    for (name, found) in &given {
        let text = found.node.text().unwrap_or_default();
        if !found.needed {
            let shown = name.replace(BETWEEN, ".");
            mistakes.push(found.node.wrong(format!("目录里没有 `{shown}`")));
        } else if text.is_empty() || text.contains(|c| matches!(c, '\u{3400}'..='\u{9fff}')) {
            mistakes.push(found.node.wrong("译文应为英文"));
        }
    }
    if mistakes.is_empty() {
        Ok(texts)
    } else {
        Err(mistakes)
    }
}

/// Every text below a table by its path.
fn collect<'t>(
    table: &Table<'t>,
    path: &str,
    given: &mut BTreeMap<String, Given<'t>>,
) -> Result<(), Mistake> {
    for (key, node) in table.named() {
        let path = if path.is_empty() {
            key.to_owned()
        } else {
            [path, key].join(BETWEEN)
        };
        if node.is_table() {
            collect(&node.table()?, &path, given)?;
        } else {
            node.text()?;
            let needed = false;
            given.insert(path, Given { node, needed });
        }
    }
    Ok(())
}

/// Where a text that shares the longest beginning of a path stands.
fn nearest_place(given: &BTreeMap<String, Given>, path: &[&str]) -> Option<usize> {
    let beginnings = (1..path.len())
        .rev()
        .map(|length| path[..length].join(BETWEEN) + BETWEEN);
    let first = |beginning: String| {
        let mut below = given.range(beginning.clone()..);
        let (name, found) = below.next()?;
        name.starts_with(&beginning).then(|| found.node.place())
    };
    { beginnings }.find_map(first)
}
