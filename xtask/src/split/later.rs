//! Which code comes later: what the page does only once all of it is there.

use crate::names;

/// Modules, types and functions of which nothing is called before `ui::complete`.
///
/// What is called of them all the same stops the page, which then begins again with the answers and waits
/// for the rest. `tests/e2e/parts.spec.ts` holds the rest back and does all that can be done without.
const LATER: &[&str] = &[
    // What is done with a result.
    "policy_check::session::Session::changes_since",
    "policy_check::session::Session::detail",
    "policy_check::session::Session::figures",
    "policy_check::session::Session::kept_at",
    "policy_check::session::Session::report",
    "policy_check::session::Session::restore",
    "policy_check::session::Session::result_csv",
    "policy_check::session::Session::result_json",
    "policy_check::session::Session::fragment",
    "policy_check::session::Session::to_fragment",
    "policy_check::session::answered",
    "policy_check::session::changes",
    "policy_check::session::file",
    "policy_check::session::link",
    "policy_check::session::saved::names",
    "policy_check::session::saved::read",
    "policy_check::ui::arrival::taken",
    "policy_check::ui::arrival_notice",
    "policy_check::ui::calendar",
    "policy_check::ui::changes",
    "policy_check::ui::chart",
    "policy_check::ui::conditions",
    "policy_check::ui::detail",
    "policy_check::ui::documents",
    "policy_check::ui::exchange",
    "policy_check::ui::guide",
    "policy_check::ui::hand_over",
    "policy_check::ui::home",
    "policy_check::ui::notice",
    "policy_check::ui::review",
    "policy_check::ui::running",
    "policy_check::ui::sheet::SheetView",
    "policy_check::ui::sheet::answers",
    "policy_check::ui::sheet::code",
    "policy_check::ui::sheet::entry",
    "policy_check::ui::sheet::identity",
    "policy_check::ui::sheet::paper",
    "policy_check::ui::sheet::program",
    "policy_check::ui::source",
    "policy_engine::advise::curve",
    "policy_engine::advise::gain",
    "policy_engine::translation",
    "policy_exchange",
    "policy_wording::advice::chart",
    "policy_wording::comparison::difference",
    "policy_wording::report::program",
    "qrcodegen",
    "serde_json::de",
    "serde_json::read",
    "serde_json::value",
];

/// What of these tells whether the page has to wait for the rest.
const FIRST: &str = "policy_check::session::link::is_code";

/// How values of any type are dropped, copied and compared, be there none: of a type that comes later too.
const GLUE: [&str; 6] = [
    "drop_in_place",
    "drop_slow",
    "drop",
    "clone",
    "eq",
    "default",
];

/// The crates whose functions the compiler makes one of where types are alike in memory, under the name of
/// any of them.
const ALIKE: [&str; 3] = ["alloc", "core", "hashbrown"];

/// When a function comes later, by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Later {
    /// Where only what comes later calls it, and only that can.
    No,
    /// Where only what comes later calls it: it may serve other types than that in its name.
    Perhaps,
    /// In any case.
    Yes,
}

/// When the function of this name comes later.
pub fn later(name: &str) -> Later {
    let of = name.trim_start_matches('<').split('[').next();
    match of {
        _ if !is_later(name) => Later::No,
        Some(of) if ALIKE.contains(&of) => Later::Perhaps,
        _ => Later::Yes,
    }
}

/// Whether what a function of this name was made for comes later.
fn is_later(name: &str) -> bool {
    let path = names::path(name).join("::");
    let within = |of: &&str| {
        let rest = path.strip_prefix(*of);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
    };
    LATER.iter().any(within) && path != FIRST && !GLUE.iter().any(|glue| is_glue(name, glue))
}

/// Whether a name ends in that of a function, types behind it aside: `core::ptr::drop_in_place::<…>`.
fn is_glue(name: &str, glue: &str) -> bool {
    let plain = name.split("::<").next().unwrap_or_default();
    [name, plain]
        .iter()
        .any(|name| name.rsplit("::").next() == Some(glue))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_later_is_told_by_its_path_and_glue_is_not() {
        for (name, later) in [
            ("policy_check[77d8]::ui::chart::line", true),
            (
                "<yew[1f]::Inner<policy_check[77d8]::ui::sheet::paper::Paper> as yew[1f]::Any>::view",
                true,
            ),
            ("<policy_check[77d8]::session::Session>::restore", true),
            (
                "<policy_check[77d8]::session::Session>::restore_look",
                false,
            ),
            ("policy_check[77d8]::ui::charts::line", false),
            (
                "core[2c]::ptr::drop_in_place::<policy_check[77d8]::ui::chart::Props>",
                false,
            ),
            (
                "<policy_check[77d8]::ui::chart::Props as core[2c]::clone::Clone>::clone",
                false,
            ),
            ("core[2c]::fmt::write", false),
            ("policy_check[77d8]::session::link::is_code", false),
            ("policy_check[77d8]::session::link::code::seal", true),
        ] {
            assert_eq!(is_later(name), later, "{name}");
        }
    }

    #[test]
    fn what_is_made_for_a_type_may_serve_others() {
        let view = "<yew[1f]::Inner<policy_check[77d8]::ui::chart::Props> as yew[1f]::Any>::view";
        assert_eq!(later(view), Later::Yes);
        let of = "<alloc[1f]::vec::Vec<policy_check[77d8]::ui::chart::Props>>::with_capacity";
        assert_eq!(later(of), Later::Perhaps);
        let other = "<alloc[1f]::vec::Vec<policy_check[77d8]::ui::field::Props>>::with_capacity";
        assert_eq!(later(other), Later::No);
    }
}
