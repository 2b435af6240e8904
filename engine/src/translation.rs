//! A catalogue in another language: its texts replaced, everything else as it was.
//!
//! Facts, options, programs and their indices stay the same, so that answers and findings mean the same
//! in every language. Quotes, readings and notes are the document's own and stay in its language.

use crate::catalog::Catalog;
use crate::fact::{Choice, Column, Fact, Kind};
use crate::ordered::Map;
use crate::policy::class::Classes;
use crate::policy::condition::{Condition, Test};
use crate::policy::measure::Measure;
use crate::policy::named::Name;
use crate::policy::{Award, Program};

/// What stands between the parts of a path; no name and no sentence holds it.
pub(crate) const BETWEEN: &str = "\n";

/// Told the path of a text (`fact`, `fleet`, `label`) and the text.
type Visit<'v> = dyn FnMut(&[&str], &mut String) + 'v;

/// Visits every text that can be put into another language, always in the same order.
///
/// The same path can come again with the same text: a shared figure stands wherever it is used.
pub(crate) fn each_text(catalog: &mut Catalog, visit: &mut Visit) {
    for group in &mut catalog.questionnaire.groups {
        visit(&["group", &group.id], &mut group.title);
    }
    for one in &mut catalog.questionnaire.facts {
        fact(one, visit);
    }
    for policy in &mut catalog.policies {
        visit(&["document", &policy.id, "title"], &mut policy.title);
        for one in &mut policy.programs {
            program(one, visit);
        }
        for cumulation in &mut policy.cumulation {
            says(&mut cumulation.says, visit);
        }
    }
}

/// The catalogue with its texts replaced by those of a translation, which stand in the order of their
/// first visit.
pub fn translated(mut catalog: Catalog, texts: Vec<String>) -> Catalog {
    let mut texts = texts.into_iter();
    let mut known: Map<String, String> = Map::new();
    each_text(&mut catalog, &mut |path, text| {
        let translation = known
            .entry(path.join(BETWEEN))
            .or_insert_with(|| texts.next().unwrap_or_else(|| text.clone()));
        text.clone_from(translation);
    });
    catalog
}

fn fact(fact: &mut Fact, visit: &mut Visit) {
    let id = fact.id.as_str();
    visit(&["fact", id, "ask"], &mut fact.ask);
    visit(&["fact", id, "label"], &mut fact.label);
    if let Some(help) = &mut fact.help {
        visit(&["fact", id, "help"], help);
    }
    if let Some(again) = &mut fact.again {
        visit(&["fact", id, "again"], again);
    }
    for industry in &mut fact.industries {
        let path = ["fact", id, "industries", &industry.code];
        visit(&path, &mut industry.name);
    }
    match &mut fact.kind {
        Kind::OneOf(options) | Kind::SeveralOf(options) => choices(&["fact", id], options, visit),
        Kind::Rows(columns) => columns.iter_mut().for_each(|one| column(id, one, visit)),
        Kind::YesNo | Kind::Region | Kind::Quantity(_) | Kind::Date => {}
    }
}

fn column(fact: &str, column: &mut Column, visit: &mut Visit) {
    let path = ["fact", fact, "columns", &column.id];
    let [root, _, columns, id] = path;
    visit(&[root, fact, columns, id, "label"], &mut column.label);
    if let Some(help) = &mut column.help {
        visit(&[root, fact, columns, id, "help"], help);
    }
    if let Kind::OneOf(options) = &mut column.kind {
        choices(&path, options, visit);
    }
}

fn choices(path: &[&str], options: &mut [Choice], visit: &mut Visit) {
    for option in options {
        let path = [path, &["options", &option.id]].concat();
        visit(&path, &mut option.label);
    }
}

fn program(program: &mut Program, visit: &mut Visit) {
    visit(&["program", &program.id, "title"], &mut program.title);
    for one in &mut program.requires {
        condition(one, visit);
    }
    if let Award::Formula {
        amount, uncapped, ..
    } = &mut program.award
    {
        measure(amount, visit);
        if let Some(text) = uncapped {
            says(text, visit);
        }
    }
    for shown in &mut program.shows {
        measure(shown, visit);
    }
    if let Some(found) = &mut program.classes {
        classes(found.own(), visit);
    }
    for comparison in &mut program.compares {
        says(&mut comparison.says, visit);
        measure(&mut comparison.amount, visit);
    }
}

/// A sentence that a document's file gives; it has no name of its own.
fn says(text: &mut String, visit: &mut Visit) {
    let original = text.clone();
    visit(&["says", &original], text);
}

fn name(name: &mut Name, visit: &mut Visit) {
    visit(&["measure", &name.id, "label"], &mut name.label);
}

fn classes(classes: &mut Classes, visit: &mut Visit) {
    name(&mut classes.name, visit);
    for class in &mut classes.classes {
        let path = ["measure", &classes.name.id, "classes", &class.id];
        visit(&path, &mut class.label);
        if let Some(when) = &mut class.when {
            condition(when, visit);
        }
    }
}

fn condition(of: &mut Condition, visit: &mut Visit) {
    if let Some(text) = &mut of.says {
        says(text, visit);
    }
    match &mut of.test {
        Test::InClass(of, _) => classes(of.own(), visit),
        Test::Compare(of, _) => measure(of, visit),
        Test::Some { only, .. } | Test::Not(only) => condition(only, visit),
        Test::Choose(_, parts) | Test::All(parts) | Test::Any(parts) => {
            parts.iter_mut().for_each(|part| condition(part, visit));
        }
        Test::Is(..)
        | Test::OneOf(..)
        | Test::Includes(..)
        | Test::Within(..)
        | Test::YearFrom { .. } => {}
    }
}

fn measure(of: &mut Measure, visit: &mut Visit) {
    match of {
        Measure::Figure(_) | Measure::Value(_) | Measure::DaysInYear { .. } => {}
        Measure::Total { of, only, .. } => {
            measure(of, visit);
            if let Some(only) = only {
                condition(only, visit);
            }
        }
        Measure::Count { only, .. } => condition(only, visit),
        Measure::Sum(parts) | Measure::Product(parts) | Measure::Choose { of: parts, .. } => {
            parts.iter_mut().for_each(|part| measure(part, visit));
        }
        Measure::Difference { of, minus: other } | Measure::Ratio { of, to: other } => {
            measure(of, visit);
            measure(other, visit);
        }
        Measure::Rounded { of, .. } | Measure::Excess { of, .. } => measure(of, visit),
        Measure::Growth(growth) => growth.of.iter_mut().for_each(|year| measure(year, visit)),
        Measure::Points(points) => measure(&mut points.of, visit),
        Measure::Best(best) => {
            for way in &mut best.ways {
                says(&mut way.says, visit);
                way.requires
                    .iter_mut()
                    .for_each(|part| condition(part, visit));
                measure(&mut way.of, visit);
            }
        }
        Measure::Named(named) => {
            let named = named.own();
            name(&mut named.0, visit);
            measure(&mut named.1, visit);
        }
        Measure::Banded(banded) => {
            if let Some(only) = &mut banded.only {
                condition(only, visit);
            }
        }
    }
}
