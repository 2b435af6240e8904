//! What the address of the page asks for and could not get.

use std::rc::Rc;

use policy_wording::texts;
use yew::prelude::*;

use super::message::{button, class};
use super::store::Change;

/// What the message is drawn from.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// What is wrong, each in words.
    pub wrong: Rc<[String]>,
    /// Changes the store.
    pub change: Callback<Change>,
}

/// The options that were left out, with the reasons.
#[component]
pub fn WrongOptions(props: &Props) -> Html {
    if props.wrong.is_empty() {
        return Html::default();
    }
    let close = || Change::CloseOptions;
    html! {
        <div class={class(true)} id="wrong-options" role="alert">
            { for props.wrong.iter().map(|wrong| html! { <p>{ wrong }</p> }) }
            <div class="pc-message__choices">
                { button(&props.change, "options-close", texts().keep_close, "questions", close) }
            </div>
        </div>
    }
}
