//! What the wasm consists of: functions by crate, those of the app by module, and the other sections.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use anyhow::Result;
use wasmparser::{KnownCustom, Name, NameSectionReader, Parser, Payload, TypeRef};

/// Bytes by group.
pub type Groups = BTreeMap<String, u64>;

/// The crates of the workspace, the app first: what the code of others was made for counts there.
const OWN: [&str; 5] = [
    "policy_check",
    "policy_exchange",
    "policy_wording",
    "policy_engine",
    "policy_catalog",
];

/// How many parts of the path of a module of the app name a group: `policy_check::ui::sheet`.
const MODULE_PARTS: usize = 3;

/// The groups of a wasm file that has the names of its functions.
pub fn of(wasm: &[u8]) -> Result<Groups> {
    let mut groups = Groups::new();
    let mut names = HashMap::new();
    let mut bodies = Vec::new();
    let mut imported = 0;
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::ImportSection(imports) => {
                add(&mut groups, "(imports)", &imports.range());
                for import in imports.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::DataSection(data) => add(&mut groups, "(data)", &data.range()),
            Payload::ElementSection(table) => add(&mut groups, "(table)", &table.range()),
            Payload::CodeSectionEntry(body) => bodies.push(body.range()),
            Payload::CustomSection(custom) => {
                if let KnownCustom::Name(section) = custom.as_known() {
                    names = functions(section)?;
                }
            }
            _ => {}
        }
    }
    for (index, body) in (imported..).zip(&bodies) {
        let name = names.get(&index).copied().unwrap_or_default();
        add(&mut groups, &group(name), body);
    }
    Ok(groups)
}

fn add(groups: &mut Groups, group: &str, bytes: &Range<usize>) {
    *groups.entry(group.to_owned()).or_default() += bytes.len() as u64;
}

/// The names of the functions by their numbers.
fn functions(section: NameSectionReader<'_>) -> Result<HashMap<u32, &str>> {
    let mut names = HashMap::new();
    for part in section {
        if let Name::Function(functions) = part? {
            for function in functions {
                let function = function?;
                names.insert(function.index, function.name);
            }
        }
    }
    Ok(names)
}

/// The group of a function: the crate of the workspace that it was made for, else the crate it is of.
///
/// The name is as wasm-bindgen writes it: `<policy_engine[cc143a73cb7c1b28]::span::Span>::plus`.
fn group(name: &str) -> String {
    let name = without_hashes(name);
    let paths: Vec<&str> = name
        .split(|character: char| !(character.is_alphanumeric() || "_:".contains(character)))
        .filter(|path| path.contains("::") && !path.starts_with(':'))
        .collect();
    let own = OWN.iter().find_map(|own| {
        let within = |path: &&&str| path.split("::").next() == Some(own);
        paths.iter().find(within)
    });
    let Some(path) = own.or(paths.first()) else {
        return "(without a name)".to_owned();
    };
    let parts: Vec<&str> = path.split("::").collect();
    // The last part names the item itself.
    let module = &parts[..parts.len() - 1];
    let shown = if parts[0] == OWN[0] { MODULE_PARTS } else { 1 };
    module[..module.len().min(shown)].join("::")
}

/// A name without the hash after each crate.
fn without_hashes(name: &str) -> String {
    let mut parts = name.split('[');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |name, part| match part.split_once(']') {
        Some((hash, rest)) if u64::from_str_radix(hash, 16).is_ok() => name + rest,
        _ => name + "[" + part,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_counts_where_it_was_made_for() {
        for (name, expected) in [
            (
                "policy_check[77d8]::ui::chart::line",
                "policy_check::ui::chart",
            ),
            (
                "<yew[914e]::Inner<policy_check[77d8]::ui::sheet::paper::Paper> as yew[914e]::Any>::view",
                "policy_check::ui::sheet",
            ),
            ("<policy_engine[cc14]::span::Span>::plus", "policy_engine"),
            (
                "<alloc[1f]::vec::Vec<[policy_engine[cc14]::span::Span; 2]>>::push",
                "policy_engine",
            ),
            ("core[2c]::fmt::write", "core"),
            ("__wbindgen_malloc", "(without a name)"),
        ] {
            assert_eq!(group(name), expected, "{name}");
        }
    }
}
