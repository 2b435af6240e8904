//! The box in which the user agrees to keep the answers, and the button that erases them.

use policy_wording::texts;
use yew::prelude::*;

use super::confirm::Confirm;
use super::host;
use super::store::Change;

/// The id of the box to agree in.
pub const KEEP: &str = "keep";

/// What the box is drawn from.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// Whether the answers are kept on this device.
    pub keep: bool,
    /// Whether the browser does not let them be kept.
    pub denied: bool,
    /// Changes the store.
    pub change: Callback<Change>,
}

/// The box in which the user agrees to keep the answers, and the button that erases them.
#[component]
pub fn Keep(props: &Props) -> Html {
    let t = texts();
    let keep = props
        .change
        .reform(|event: Event| Change::Keep(host::is_ticked(&event)));
    let erase = props.change.reform(|()| Change::EraseAll);
    html! {
        <section class="pc-kept" aria-label={t.keep_label}>
            <label class="pc-kept__agree">
                <input type="checkbox" id={KEEP} checked={props.keep} onchange={keep} />
                <span>{ t.keep_agree }</span>
            </label>
            if props.denied {
                <p class="pc-field__error" id="keep-denied" role="alert">{ t.keep_cannot_save }</p>
            }
            <Confirm
                id="erase-all" label={t.keep_erase} asks={t.keep_sure}
                yes={t.keep_erase_sure} no={t.keep_erase_not} then="questions" onsure={erase}
            />
        </section>
    }
}
