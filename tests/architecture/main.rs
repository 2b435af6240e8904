//! The architecture's invariants, read off the sources. Each rule is a function over text, with a
//! test that shows it catching a violation.

#![cfg(not(target_arch = "wasm32"))]

mod modules;
mod rules;
mod source;
mod tree;

use crate::tree::Tree;

/// Fails with every violation.
fn none(violations: Vec<String>) {
    assert!(violations.is_empty(), "\n{}\n", violations.join("\n"));
}

#[test]
fn the_engine_depends_on_arithmetic_dates_and_data_only() {
    none(rules::dependencies(&Tree::read("engine/Cargo.toml")));
}

#[test]
fn no_float_in_the_engine() {
    none(Tree::sources("engine/src").each(rules::floats));
}

#[test]
fn no_clock_network_or_browser_below_the_app() {
    for folder in ["engine/src", "catalog/src", "wording/src", "exchange/src"] {
        none(Tree::sources(folder).each(rules::outside_world));
    }
}

#[test]
fn modules_of_the_engine_import_only_what_stands_above_them() {
    let order = modules::order(&Tree::read("engine/src/lib.rs"));
    let check = |path: &str, text: &str| modules::imports(&order, path, text);
    none(Tree::sources("engine/src").each(check));
}

#[test]
fn the_order_of_the_engine_names_every_module() {
    none(modules::unordered(&Tree::read("engine/src/lib.rs")));
}

#[test]
fn interface_text_stands_in_locales() {
    for folder in ["src", "cli/src"] {
        none(Tree::sources(folder).each(rules::chinese));
    }
    none(Tree::sources("src").each(rules::words_in_markup));
    none(Tree::files("page", "ts").each(rules::script_texts));
}

#[test]
fn one_file_touches_the_browser() {
    none(Tree::sources("src").each(rules::browser));
}

#[test]
fn what_is_reckoned_by_hand_does_not_ask_the_engine() {
    none(Tree::sources("benches/src/by_hand").each(rules::engine));
    none(rules::engine(
        "benches/src/enterprise.rs",
        &Tree::read("benches/src/enterprise.rs"),
    ));
}

#[test]
fn files_stay_small() {
    for folder in [
        "src",
        "engine/src",
        "catalog/src",
        "cli/src",
        "wording/src",
        "exchange/src",
        "benches/src",
    ] {
        none(Tree::sources(folder).each(rules::length));
    }
}

#[test]
fn no_file_names_one_machine() {
    none(Tree::tracked().each(rules::machine));
}
