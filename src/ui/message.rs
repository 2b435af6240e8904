//! A message at the top of the page, with the choices that it leaves.

use yew::prelude::*;

use super::host;
use super::store::Change;

/// The classes of a message, good or bad.
pub fn class(bad: bool) -> Classes {
    classes!("pc-message", bad.then_some("pc-message--bad"))
}

/// A button that changes the store and hands the focus on to the element with the id `then`.
pub fn button(
    change: &Callback<Change>,
    id: &'static str,
    label: &str,
    then: &'static str,
    what: fn() -> Change,
) -> Html {
    let onclick = change.reform(move |_| {
        host::focus_soon(then.to_owned());
        what()
    });
    html! { <button type="button" class="pc-button" {id} {onclick}>{ label }</button> }
}
