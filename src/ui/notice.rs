//! What became of kept answers, and what is to become of them.

use std::rc::Rc;

use policy_wording::{fill, in_short, texts};
use yew::prelude::*;

use super::changes::ChangesList;
use super::confirm::Confirm;
use super::keep::KEEP;
use super::message::{button, class};
use super::store::{Change, Notice};
use crate::session::Changes;

/// The id of the button that closes the notice.
const CLOSE: &str = "keep-close";

/// What the notice is drawn from.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// What there is to say.
    pub notice: Option<Notice>,
    /// What the catalogue changed since the answers were kept.
    pub changes: Option<Rc<Changes>>,
    /// Whether anything was typed that taking over would replace.
    pub typed: bool,
    /// Changes the store.
    pub change: Callback<Change>,
}

/// The message about kept answers, with the choices that it leaves.
#[component]
pub fn KeptNotice(props: &Props) -> Html {
    html! {
        <div class="pc-keep">
            <div role="status">
                { for props.notice.as_ref().and_then(|notice| message(props, notice)) }
            </div>
        </div>
    }
}

fn message(props: &Props, notice: &Notice) -> Option<Html> {
    let t = texts();
    let (text, bad) = match notice {
        Notice::Found(time) => (at(time, t.keep_found, t.keep_found_once), false),
        Notice::Restored => (t.keep_restored.to_owned(), false),
        Notice::Corrupt => (t.keep_corrupt.to_owned(), true),
        Notice::Others(time) => (at(time, t.keep_others, t.keep_others_once), true),
        Notice::Erased => (t.keep_erased.to_owned(), true),
        // It is said at the box that was ticked.
        Notice::CannotSave => return None,
    };
    let choices = match notice {
        Notice::Found(_) => found(props),
        Notice::Others(_) => others(props),
        _ => button(&props.change, CLOSE, t.keep_close, KEEP, || {
            Change::CloseNotice
        }),
    };
    Some(html! {
        <div class={class(bad)}>
            <p>{ text }</p>
            if matches!(notice, Notice::Found(_)) && props.typed {
                <p>{ t.keep_found_typed }</p>
            }
            if let Some(changes) = props.changes.clone() {
                <ChangesList {changes} />
            }
            <div class="pc-message__choices">{ choices }</div>
        </div>
    })
}

/// A message with the time at which something was kept, or without.
fn at(time: &Option<String>, with: &'static str, without: &'static str) -> String {
    match time {
        Some(time) => fill(with, &[("time", &in_short(time))]),
        None => without.to_owned(),
    }
}

/// To take over what is kept, to leave it, or to erase it.
fn found(props: &Props) -> Html {
    let t = texts();
    let erase = props.change.reform(|()| Change::EraseKept);
    html! {
        <>
            { button(&props.change, "restore", t.keep_restore, CLOSE, || Change::Restore) }
            { button(&props.change, "restore-not", t.keep_restore_not, "questions", || Change::CloseNotice) }
            <Confirm
                id="restore-erase" label={t.keep_restore_erase} asks={t.keep_restore_erase_asks}
                yes={t.keep_erase_sure} no={t.keep_erase_not} then="questions" onsure={erase}
            />
        </>
    }
}

/// To take over what another page kept, to put this page in its place, or neither.
fn others(props: &Props) -> Html {
    let t = texts();
    html! {
        <>
            { button(&props.change, "others-take", t.keep_others_take, CLOSE, || Change::Restore) }
            { button(&props.change, "others-overwrite", t.keep_others_overwrite, KEEP, || Change::Overwrite) }
            { button(&props.change, "others-leave", t.keep_others_leave, KEEP, || Change::CloseNotice) }
        </>
    }
}
