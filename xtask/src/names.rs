//! The names of functions in a wasm, as wasm-bindgen writes them.

/// The crates of the workspace, the app first: what the code of others was made for counts there.
const OWN: [&str; 5] = [
    "policy_check",
    "policy_exchange",
    "policy_wording",
    "policy_engine",
    "policy_catalog",
];

/// The path of what a function was made for: a function, or a type and its method, in a crate of the
/// workspace, else in the crate it is of.
///
/// The name is as wasm-bindgen writes it: `<policy_engine[cc143a73cb7c1b28]::span::Span>::plus`.
pub fn path(name: &str) -> Vec<String> {
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
        return vec!["(without a name)".to_owned()];
    };
    let method = name.rsplit_once(">::").map(|(_, method)| method);
    // For which types the method was made is told by the type.
    let method = method.and_then(|method| method.split("::<").next());
    let parts = path.split("::").filter(|part| !part.is_empty());
    parts.chain(method).map(str::to_owned).collect()
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
                "policy_check::ui::chart::line",
            ),
            (
                "<yew[914e]::Inner<policy_check[77d8]::ui::sheet::paper::Paper> as yew[914e]::Any>::view",
                "policy_check::ui::sheet::paper::Paper::view",
            ),
            (
                "<policy_engine[cc14]::span::Span>::plus",
                "policy_engine::span::Span::plus",
            ),
            (
                "<alloc[1f]::vec::Vec<[policy_engine[cc14]::span::Span; 2]>>::push",
                "policy_engine::span::Span::push",
            ),
            ("core[2c]::fmt::write", "core::fmt::write"),
            ("__wbindgen_malloc", "(without a name)"),
        ] {
            assert_eq!(path(name).join("::"), expected, "{name}");
        }
    }
}
