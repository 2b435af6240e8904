//! A question back at a field: the value counts, and is probably a slip.

use policy_wording::doubt::Doubt;
use yew::prelude::*;

use super::host;
use super::store::Dispatch;
use crate::session::{Action, Field};

/// What a question back is drawn from.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The question back; none most of the time.
    pub doubt: Option<Doubt>,
    /// The field.
    pub field: Field,
    /// The id of the field's element.
    pub id: String,
    /// Takes actions.
    pub dispatch: Dispatch,
}

/// A question back with its answers. Its place is always there, so that it is announced.
#[component]
pub fn AskBack(props: &Props) -> Html {
    let Props {
        doubt,
        field,
        id,
        dispatch,
    } = props;
    let field = *field;
    let button = |words: &str, class: &'static str, action: Action| {
        let (id, dispatch) = (id.clone(), dispatch.clone());
        // The button goes with the question; the focus goes back to the box.
        let onclick = move |_: MouseEvent| {
            host::focus_soon(id.clone());
            dispatch.emit(action.clone());
        };
        html! { <button type="button" {class} {onclick}>{ words }</button> }
    };
    html! {
        <div class="pc-doubt" role="status">
            if let Some(doubt) = doubt {
                <p class="pc-doubt__says" id={format!("{id}-doubt")}>{ &doubt.says }</p>
                <div class="pc-doubt__answers">
                    if let Some((words, text)) = &doubt.instead {
                        { button(words, "pc-button", Action::Type(field, text.clone())) }
                    }
                    if let Some(words) = &doubt.keep {
                        { button(words, "pc-button pc-button--quiet", Action::Keep(field)) }
                    }
                </div>
            }
        </div>
    }
}
