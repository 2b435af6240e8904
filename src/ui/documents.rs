//! The documents of the catalogue, each opening to what became of its clauses.

use super::language::tongue;
use policy_engine::policy::{Clause, Coverage, Covered, Policy, Words};
use policy_wording::{coverage, fill, outcome, texts};
use yew::prelude::*;

/// A part of the catalogue: the same only in the same place of memory, since comparing all that the
/// documents say took a tenth of each keystroke.
pub struct Part<T: ?Sized + 'static>(pub &'static T);

impl<T: ?Sized> PartialEq for Part<T> {
    fn eq(&self, other: &Part<T>) -> bool {
        std::ptr::eq(self.0, other.0)
    }
}

/// What the documents are drawn from.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The documents.
    pub policies: Part<[Policy]>,
}

/// The documents of the catalogue, each opening to what became of its clauses.
#[component]
pub fn Documents(props: &Props) -> Html {
    let t = texts();
    html! {
        <section class="pc-documents" id="documents" aria-labelledby="documents-title">
            <h2 class="pc-documents__title" id="documents-title">{ t.coverage_heading }</h2>
            <p class="pc-documents__about">{ t.coverage_about }</p>
            { for props.policies.0.iter().map(|policy| html! {
                <Document key={policy.id.clone()} policy={Part(policy)} />
            }) }
        </section>
    }
}

/// What a document is drawn from.
#[derive(PartialEq, Properties)]
struct DocumentProps {
    policy: Part<Policy>,
}

/// One document, folded; its clauses are drawn when it is opened.
#[component]
fn Document(props: &DocumentProps) -> Html {
    let policy = props.policy.0;
    let opened = use_state(|| false);
    let ontoggle = {
        let opened = opened.clone();
        Callback::from(move |_: Event| opened.set(true))
    };
    let all = policy.coverage.len();
    let modelled = policy.coverage.iter();
    let modelled = modelled.filter(|covered| matches!(covered.how, Coverage::Programs(_)));
    html! {
        <details class="pc-document" id={format!("document-{}", policy.id)} {ontoggle}>
            <summary class="pc-document__summary">
                <span class="pc-document__name" lang={tongue(outcome::name(policy))}>{ outcome::name(policy) }</span>
                if policy.document.is_some() {
                    <span class="pc-document__about">{ &policy.title }</span>
                }
                <span class="pc-document__about">
                    { coverage::of_document(modelled.count(), all) }
                    { texts().finding_sentence_separator }
                    { outcome::validity(policy) }
                </span>
            </summary>
            if *opened {
                <dl class="pc-coverage">{ for policy.coverage.iter().map(|covered| clause(policy, covered)) }</dl>
                { for policy.clauses.iter().map(words) }
            }
        </details>
    }
}

/// The words of a clause that programs or shared figures rest on.
fn words(clause: &Clause) -> Html {
    let t = texts();
    let basis = match &clause.words {
        Words::Quote(_) => None,
        Words::Paraphrase { basis, .. } => {
            Some(fill(t.detail_paraphrase_basis, &[("basis", basis)]))
        }
    };
    html! {
        <blockquote class="pc-source__quote">
            if basis.is_some() {
                <p class="pc-source__basis">{ t.detail_paraphrase }</p>
            }
            <p lang={tongue(clause.words.text())}>{ clause.words.text() }</p>
            { for basis.into_iter().map(|basis| html! { <p class="pc-source__basis" lang={tongue(&basis)}>{ basis }</p> }) }
            { for outcome::confidence(clause).into_iter().map(|how| html! {
                <p class="pc-source__basis">{ how }</p>
            }) }
            <footer lang={tongue(&clause.at)}>{ &clause.at }</footer>
        </blockquote>
    }
}

fn clause(policy: &Policy, covered: &Covered) -> Html {
    let detail = match &covered.how {
        Coverage::Programs(ids) => {
            let own = |id: &String| policy.programs.iter().find(|program| program.id == *id);
            let titles: Vec<_> = ids
                .iter()
                .filter_map(own)
                .map(|program| program.title.as_str())
                .collect();
            titles.join(texts().finding_list_separator)
        }
        Coverage::Left(_, because) => because.to_string(),
    };
    html! {
        <div class="pc-coverage__entry">
            <dt lang={tongue(&covered.at)}>{ &*covered.at }</dt>
            <dd>
                <span class="pc-coverage__how">{ coverage::how(&covered.how) }</span>
                <span lang={tongue(&detail)}>{ detail.clone() }</span>
            </dd>
        </div>
    }
}
