//! Keeping the answers: what the user agreed to, and what became of it.

use std::rc::Rc;

use policy_wording::texts;
use yew::prelude::*;

use super::changes::ChangesList;
use super::host;
use super::store::{Change, Notice};
use crate::session::Changes;

/// The id of the box to agree in.
const KEEP: &str = "keep";
/// The id of the button to erase everything.
const ERASE: &str = "erase-all";
/// The id of the button that does erase.
const SURE: &str = "erase-sure";

/// What the notice is drawn from.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// Whether the answers are kept on this device.
    pub keep: bool,
    /// What there is to say.
    pub notice: Option<Notice>,
    /// What the catalogue changed since the answers were kept.
    pub changes: Option<Rc<Changes>>,
    /// Changes the store.
    pub change: Callback<Change>,
}

/// The box to agree in, and the message about kept answers.
#[component]
pub fn KeptNotice(props: &Props) -> Html {
    let t = texts();
    let change = &props.change;
    let keep = change.reform(|event: Event| Change::Keep(host::is_ticked(&event)));
    // Everything typed would be gone: it is asked first.
    let asking = use_state(|| false);
    let ask = {
        let asking = asking.clone();
        Callback::from(move |_| {
            host::focus_soon(SURE.to_owned());
            asking.set(true);
        })
    };
    let answer = |erase: bool| {
        let (asking, change) = (asking.clone(), change.clone());
        Callback::from(move |_| {
            host::focus_soon(ERASE.to_owned());
            asking.set(false);
            if erase {
                change.emit(Change::EraseAll);
            }
        })
    };
    let close = change.reform(|_| {
        host::focus_soon(KEEP.to_owned());
        Change::CloseNotice
    });
    let message = props.notice.map(|notice| match notice {
        Notice::Restored => (t.keep_restored, "pc-keep__message"),
        Notice::Corrupt => (t.keep_corrupt, "pc-keep__message pc-keep__message--bad"),
        Notice::CannotSave => (t.keep_cannot_save, "pc-keep__message pc-keep__message--bad"),
    });
    html! {
        <section class="pc-keep" aria-label={t.keep_label}>
            <label class="pc-keep__agree">
                <input type="checkbox" id={KEEP} checked={props.keep} onchange={keep} />
                <span>{ t.keep_agree }</span>
            </label>
            if *asking {
                <span class="pc-keep__sure">{ t.keep_sure }</span>
                <button type="button" class="pc-button" id={SURE} onclick={answer(true)}>{ t.keep_erase_sure }</button>
                <button type="button" class="pc-button pc-button--quiet" id="erase-not" onclick={answer(false)}>{ t.keep_erase_not }</button>
            } else {
                <button type="button" class="pc-button" id={ERASE} onclick={ask}>{ t.keep_erase }</button>
            }
            <div role="status" class="pc-keep__status">
                if let Some((text, class)) = message {
                    <div {class}>
                        <p>{ text }</p>
                        if let Some(changes) = props.changes.clone() {
                            <ChangesList {changes} />
                        }
                        <button type="button" class="pc-button pc-button--quiet" onclick={close}>
                            { t.keep_close }
                        </button>
                    </div>
                }
            </div>
        </section>
    }
}
