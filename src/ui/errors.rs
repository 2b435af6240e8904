//! What is wrong with the entries, in one place: each leads to its field.

use policy_wording::{fill, labelled, texts};
use yew::prelude::*;

use super::host;
use crate::session::Wrong;

/// The id of the summary.
const ERRORS: &str = "errors";

/// What the summary is drawn from.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The entries that cannot be taken.
    pub wrong: Vec<(String, Wrong)>,
    /// Has the question stand there, where one stands there at a time.
    pub go: Callback<usize>,
}

/// The entries that cannot be taken, each with a link to its field.
#[component]
pub fn Errors(props: &Props) -> Html {
    if props.wrong.is_empty() {
        return html! {};
    }
    let t = texts();
    let count = props.wrong.len().to_string();
    html! {
        <div class="pc-errors" id={ERRORS} tabindex="-1" role="group" aria-labelledby="errors-title">
            <h3 class="pc-errors__title" id="errors-title">{ fill(t.error_summary, &[("count", &count)]) }</h3>
            <ul class="pc-list">
                { for props.wrong.iter().enumerate().map(|(index, (id, wrong))| {
                    let onclick = {
                        let (id, go) = (id.clone(), props.go.clone());
                        Callback::from(move |event: MouseEvent| {
                            event.prevent_default();
                            go.emit(index);
                            host::focus_soon(id.clone());
                        })
                    };
                    let text = labelled(&wrong.question, &wrong.message);
                    html! {
                        <li key={id.clone()}><a class="pc-errors__link" href={format!("#{id}")} {onclick}>{ text }</a></li>
                    }
                }) }
            </ul>
        </div>
    }
}

/// For links to the result: where entries cannot be taken, these take the focus first.
pub fn to_errors() -> Callback<MouseEvent> {
    Callback::from(|_| host::focus_soon(ERRORS.to_owned()))
}
