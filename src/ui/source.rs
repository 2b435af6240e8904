//! Where a program comes from: the clause in its own words, and its document.

use policy_wording::report;
use policy_wording::{fill, texts};
use yew::prelude::*;

/// What a source is drawn from.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The source.
    pub source: report::Source,
}

/// The clause in its own words, and its document.
#[component]
pub fn Source(props: &Props) -> Html {
    let t = texts();
    let source = &props.source;
    let entry = |name: &str, value: &str| {
        html! {
            <div class="pc-source__entry"><dt>{ name }</dt><dd>{ value }</dd></div>
        }
    };
    html! {
        <div class="pc-source">
            <h4>{ if source.paraphrase_of.is_some() { t.detail_paraphrase } else { t.detail_clause } }</h4>
            <blockquote class="pc-source__quote">
                <p>{ &source.quote }</p>
                if let Some(basis) = &source.paraphrase_of {
                    <p class="pc-source__basis">{ fill(t.detail_paraphrase_basis, &[("basis", basis)]) }</p>
                }
                <footer>{ format!("{}　{}", source.document, source.at) }</footer>
            </blockquote>
            <dl class="pc-source__list">
                { entry(t.detail_document, &source.title) }
                { entry(t.detail_number, &source.document) }
                { entry(t.detail_authority, &source.authority) }
                { entry(t.detail_responsible, &source.responsible) }
                { entry(t.detail_funding, &source.funding) }
                { entry(t.detail_validity, &source.validity) }
                { entry(t.detail_checked, &source.checked) }
                { entry(t.detail_apply, &source.apply) }
                { for source.notes.iter().map(|note| entry(t.detail_notes, note)) }
            </dl>
        </div>
    }
}
