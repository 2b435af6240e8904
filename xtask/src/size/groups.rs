//! What the wasm consists of: functions by crate, those of the app by module, and the other sections.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use anyhow::Result;
use wasmparser::{KnownCustom, Name, NameSectionReader, Parser, Payload, TypeRef};

use crate::names::path;

/// Bytes by group.
pub type Groups = BTreeMap<String, u64>;

/// A group with more bytes is told in its parts, as far as it has any.
const MOST: u64 = 10_000;

/// The groups of a wasm file that has the names of its functions: no module of more than 10 kB is told
/// as one.
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
    let functions = (imported..).zip(&bodies).map(|(index, body)| {
        let name = names.get(&index).copied().unwrap_or_default();
        (path(name), body.len() as u64)
    });
    tell(&functions.collect::<Vec<_>>(), 1, &mut groups);
    Ok(groups)
}

fn add(groups: &mut Groups, group: &str, bytes: &Range<usize>) {
    *groups.entry(group.to_owned()).or_default() += bytes.len() as u64;
}

/// Adds functions by so many parts of their paths, and by more where a group would be too big.
fn tell(functions: &[(Vec<String>, u64)], parts: usize, groups: &mut Groups) {
    let mut alike: BTreeMap<&[String], Vec<(Vec<String>, u64)>> = BTreeMap::new();
    for function in functions {
        let shown = &function.0[..function.0.len().min(parts)];
        alike.entry(shown).or_default().push(function.clone());
    }
    for (shown, functions) in alike {
        let bytes: u64 = functions.iter().map(|(_, bytes)| bytes).sum();
        let divides = functions.iter().any(|(path, _)| path.len() > parts);
        if bytes > MOST && divides {
            tell(&functions, parts + 1, groups);
        } else {
            *groups.entry(shown.join("::")).or_default() += bytes;
        }
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_that_is_too_big_is_told_in_its_parts() {
        let function = |path: &str, bytes| (path.split("::").map(str::to_owned).collect(), bytes);
        let functions = [
            function("engine::span", 6_000),
            function("engine::fact::read", 3_000),
            function("engine::fact::kind", 2_000),
            function("yew::view", 9_000),
        ];
        let mut groups = Groups::new();
        tell(&functions, 1, &mut groups);
        let expected = [
            ("engine::fact", 5_000),
            ("engine::span", 6_000),
            ("yew", 9_000),
        ];
        assert_eq!(
            groups,
            expected
                .map(|(group, bytes)| (group.to_owned(), bytes))
                .into()
        );
    }
}
