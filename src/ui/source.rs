//! Where a program comes from: the clause in its own words, and its document.

use policy_wording::report;
use policy_wording::{cited, fill, texts};
use yew::prelude::*;

use super::host;
use super::language::tongue;

/// What a source is drawn from.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The source.
    pub source: report::Source,
}

/// The clauses in their own words, and their document.
#[component]
pub fn Source(props: &Props) -> Html {
    let t = texts();
    let source = &props.source;
    let onclick = {
        let id = format!("document-{}", source.id);
        Callback::from(move |_: MouseEvent| host::unfold(&id))
    };
    let entry = |name: &str, value: &str| {
        html! {
            <div class="pc-source__entry"><dt>{ name }</dt><dd lang={tongue(value)}>{ value }</dd></div>
        }
    };
    html! {
        <div class="pc-source">
            { for source.clauses.iter().map(|clause| quoted(source, clause)) }
            <dl class="pc-source__list">
                { entry(t.detail_document, &source.title) }
                { for source.document.iter().map(|number| entry(t.detail_number, number)) }
                { entry(t.detail_authority, &source.authority) }
                { entry(t.detail_funding, &source.funding) }
                { entry(t.detail_validity, &source.validity) }
                { entry(t.detail_checked, &source.checked) }
                { entry(t.detail_apply, &source.apply) }
                { for source.call.iter().map(|call| entry(t.detail_call, call)) }
                <div class="pc-source__entry">
                    <dt>{ t.coverage_heading }</dt>
                    <dd><a href={format!("#document-{}", source.id)} {onclick}>{ t.coverage_link }</a></dd>
                </div>
                if !source.notes.is_empty() {
                    <div class="pc-source__entry">
                        <dt>{ t.detail_notes }</dt>
                        <dd>{ for source.notes.iter().map(|note| html! { <p lang={tongue(note)}>{ note }</p> }) }</dd>
                    </div>
                }
            </dl>
        </div>
    }
}

/// A clause in its own words, and how well they are known.
fn quoted(source: &report::Source, clause: &report::Clause) -> Html {
    let t = texts();
    let responsible = [("responsible", clause.responsible.as_str())];
    html! {
        <>
            <h4>{ if clause.paraphrase_of.is_some() { t.detail_paraphrase } else { t.detail_clause } }</h4>
            <blockquote class="pc-source__quote">
                <p lang={tongue(&clause.quote)}>{ &clause.quote }</p>
                if let Some(basis) = &clause.paraphrase_of {
                    <p class="pc-source__basis" lang={tongue(basis)}>{ fill(t.detail_paraphrase_basis, &[("basis", basis)]) }</p>
                }
                if let Some(confidence) = clause.confidence {
                    <p class="pc-source__basis">{ confidence }</p>
                }
                <footer lang={tongue(&clause.at)}>
                    { cited(&source.name, &clause.at) }
                    if !clause.responsible.is_empty() {
                        <br />
                        { fill(t.detail_responsible, &responsible) }
                    }
                </footer>
            </blockquote>
        </>
    }
}
