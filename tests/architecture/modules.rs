//! The order of the engine's modules.

use crate::source::{Kind, code_lines, pieces};

/// What stands before the list of modules in the crate's documentation.
const BEFORE: &str = "a module imports only what stands above it:";

/// The modules in their order, from the documentation of `lib.rs`.
pub fn order(lib: &str) -> Vec<String> {
    let comments = pieces(lib).into_iter();
    let comments = comments.filter(|(kind, ..)| *kind == Kind::Comment);
    let lines: Vec<_> = comments
        .map(|(.., piece)| piece.trim_start_matches("//!").trim())
        .collect();
    let text = lines.join(" ");
    let (_, list) = text.split_once(BEFORE).expect("lib.rs says the order");
    let (list, _) = list
        .split_once('.')
        .expect("the order ends with a full stop");
    list.split(',').map(|name| name.trim().to_owned()).collect()
}

/// Modules that the order leaves out, and names in it that are no module.
pub fn unordered(lib: &str) -> Vec<String> {
    let order = order(lib);
    let modules: Vec<String> = code_lines(lib)
        .into_iter()
        .filter_map(|(_, line)| {
            let name = line.trim().strip_prefix("pub mod ")?;
            Some(name.trim_end_matches(';').to_owned())
        })
        .collect();
    let left_out = modules.iter().filter(|name| !order.contains(name));
    let unknown = order.iter().filter(|name| !modules.contains(name));
    left_out
        .map(|name| format!("{name}: not in the order"))
        .chain(unknown.map(|name| format!("{name}: no such module")))
        .collect()
}

/// Imports of a module that stands below the file's own.
pub fn imports(order: &[String], path: &str, text: &str) -> Vec<String> {
    let position = |name: &str| order.iter().position(|known| known == name);
    let own = path.trim_start_matches("engine/src/");
    let own = own.split(['/', '.']).next().unwrap_or(own);
    let Some(own) = position(own) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for (line, code) in code_lines(text) {
        for (at, _) in code.match_indices("crate::") {
            for name in names(&code[at + "crate::".len()..]) {
                if position(&name).is_some_and(|other| other > own) {
                    found.push(format!("{path}:{line}: imports {name}, which stands below"));
                }
            }
        }
    }
    found
}

/// The first names after `crate::`: one, or those of a group in braces.
fn names(after: &str) -> Vec<String> {
    let name = |text: &str| {
        let text = text.trim();
        let end = text.find(|c: char| !(c.is_alphanumeric() || c == '_'));
        text[..end.unwrap_or(text.len())].to_owned()
    };
    match after.strip_prefix('{') {
        Some(group) => group.split(',').map(name).collect(),
        None => vec![name(after)],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIB: &str = "//! In the order below, a module imports only what stands above it:\n\
        //! exact, unit,\n//! span.\n\npub mod exact;\npub mod span;\npub mod unit;\n";

    #[test]
    fn the_order_is_read_from_the_documentation() {
        assert_eq!(order(LIB), ["exact", "unit", "span"]);
        assert_eq!(unordered(LIB), Vec::<String>::new());
        let more = format!("{LIB}pub mod clock;\n");
        assert_eq!(unordered(&more), ["clock: not in the order"]);
        let fewer = LIB.replace("pub mod unit;\n", "");
        assert_eq!(unordered(&fewer), ["unit: no such module"]);
    }

    #[test]
    fn an_import_from_below_is_found() {
        let check = |text| imports(&order(LIB), "engine/src/unit.rs", text);
        assert_eq!(
            check("use crate::exact;\nuse crate::unit::Unit;"),
            Vec::<String>::new()
        );
        let found = ["engine/src/unit.rs:2: imports span, which stands below"];
        assert_eq!(check("use crate::exact;\nuse crate::span::Span;"), found);
        assert_eq!(check("\nuse crate::{exact, span};"), found);
        assert_eq!(check("\nlet x = crate::span::Span::ZERO;"), found);
        assert_eq!(check("// crate::span"), Vec::<String>::new());
        let inside = imports(
            &order(LIB),
            "engine/src/unit/part.rs",
            "use crate::span::Span;",
        );
        assert_eq!(inside.len(), 1);
    }
}
