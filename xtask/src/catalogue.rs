//! The catalogue as plain HTML, which stands in the page until the app replaces it: for browsers
//! without WebAssembly, in IE mode, or with scripts off.

use std::fs;

use anyhow::{Context, Result};
use policy_engine::catalog::Catalog;
use policy_engine::policy::{Policy, Program};
use policy_wording::{fill, labelled, noted, outcome, texts};

use crate::paths;

/// Writes the embedded catalogue to `target/web/catalogue.html`.
pub fn write() -> Result<()> {
    let file = paths::catalogue();
    fs::create_dir_all(paths::web_target())
        .and_then(|()| fs::write(&file, html(policy_catalog::catalog())))
        .with_context(|| format!("写不了 {}", file.display()))
}

/// Every document with its programs, in the order of the catalogue.
fn html(catalog: &Catalog) -> String {
    let t = texts();
    let counts = [catalog.policies.len(), catalog.programs().count()].map(|n| n.to_string());
    let counts = [("policies", &*counts[0]), ("programs", &*counts[1])];
    let heading = element("h2", &escaped(t.coverage_heading));
    let about = element("p", &escaped(&fill(t.prerendered_about, &counts)));
    let policies = catalog.policies.iter();
    let policies: String = policies.map(|policy| document(catalog, policy)).collect();
    let disclaimer = element("p", &escaped(t.app_disclaimer));
    heading + &about + &policies + &disclaimer
}

/// A document: its number or title, where it comes from and how long it applies, and its programs.
fn document(catalog: &Catalog, policy: &Policy) -> String {
    let place = catalog.questionnaire.regions.full_name(policy.region);
    let facts = [&*policy.authority, &place, &outcome::validity(policy)];
    let facts = facts.join(texts().finding_sentence_separator);
    let title = policy.document.as_ref().map(|_| policy.title.as_str());
    let title = title.map(|title| element("p", &escaped(title)));
    let programs: String = policy
        .programs
        .iter()
        .map(|one| program(policy, one) + "\n")
        .collect();
    element("h3", &escaped(outcome::name(policy)))
        + &title.unwrap_or_default()
        + &element("p", &escaped(&facts))
        + &element("ul", &programs)
}

/// A program: its title, what it gives, and the clauses that say so.
fn program(policy: &Policy, program: &Program) -> String {
    let t = texts();
    let gives = [Some(outcome::kind(program)), outcome::most(program)];
    let gives: Vec<_> = gives.into_iter().flatten().collect();
    let clauses = policy.clauses_of(program);
    let clauses: Vec<_> = clauses.map(|clause| clause.at.as_str()).collect();
    let about = noted(
        &gives.join(t.finding_sentence_separator),
        &clauses.join(t.finding_list_separator),
    );
    let title = element("b", &escaped(&program.title));
    element("li", &labelled(&title, &escaped(&about)))
}

fn element(tag: &str, content: &str) -> String {
    format!("<{tag}>{content}</{tag}>")
}

/// A text as HTML.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_document_and_program_is_listed_with_what_it_gives_and_its_clause() {
        let catalog = policy_catalog::catalog();
        let html = html(catalog);
        assert_eq!(html.matches("<h3>").count(), catalog.policies.len());
        assert_eq!(html.matches("<li>").count(), catalog.programs().count());
        for (policy, program) in catalog.programs() {
            let heading = format!("<h3>{}</h3>", escaped(outcome::name(policy)));
            let own = html
                .split(&heading)
                .last()
                .and_then(|rest| rest.split("<h3>").next());
            let own = own.expect("something stands behind the heading");
            let line = own
                .lines()
                .find(|line| line.contains(&format!("<b>{}</b>", escaped(&program.title))))
                .unwrap_or_else(|| panic!("{} has no line", program.id));
            assert!(line.contains(&escaped(&outcome::kind(program))), "{line}");
            for clause in policy.clauses_of(program) {
                assert!(line.contains(&escaped(&clause.at)), "{line}");
            }
            let named = heading + own;
            assert!(named.contains(&escaped(&policy.title)), "{}", policy.id);
            assert!(own.contains(&policy.authority), "{}", policy.id);
        }
    }

    #[test]
    fn a_program_is_told_as_its_document_has_it() {
        let html = html(policy_catalog::catalog());
        let line = "<li><b>传统通航运营补贴</b>：补助 · 每年；封顶 100万元（一、第一款）</li>";
        assert!(html.contains(line), "{html}");
    }

    #[test]
    fn a_text_cannot_end_its_element() {
        let mut catalog = policy_catalog::catalog().clone();
        let policy = catalog.policies.first_mut().expect("there are documents");
        policy.authority = "<script>&".to_owned();
        let html = html(&catalog);
        assert!(html.contains("&lt;script&gt;&amp;") && !html.contains("<script"));
    }
}
