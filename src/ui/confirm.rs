//! A button for what cannot be undone: it asks first.

use yew::prelude::*;

use super::host;
use super::parts::{If, ask};

/// What the button is drawn from.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The id of the button; those that answer have it with `-sure` and `-not` behind.
    pub id: String,
    /// What it does.
    pub label: String,
    /// The same in full, where the label is short.
    #[prop_or_default]
    pub full: Option<String>,
    /// What would be lost.
    pub asks: &'static str,
    /// Do it.
    pub yes: &'static str,
    /// Do not.
    pub no: &'static str,
    /// Whether there is anything to lose; else it is done at once.
    #[prop_or(true)]
    pub asking: bool,
    /// What has the focus once it was done.
    pub then: String,
    /// When it is done that has to wait for the rest of the page.
    #[prop_or(If::Always)]
    pub when: If,
    /// Does it; all of the page's code is there.
    pub onsure: Callback<()>,
}

/// A button for what cannot be undone: it asks first.
#[component]
pub fn Confirm(props: &Props) -> Html {
    let Props { id, then, .. } = props;
    let asked = use_state(|| false);
    let (sure_id, not_id) = (format!("{id}-sure"), format!("{id}-not"));
    let sure = {
        let (asked, then, onsure) = (asked.clone(), then.clone(), props.onsure.clone());
        let when = props.when;
        Callback::from(move |_: MouseEvent| {
            let (asked, then, onsure) = (asked.clone(), then.clone(), onsure.clone());
            ask(when, move || {
                asked.set(false);
                host::focus_soon(then);
                onsure.emit(());
            });
        })
    };
    let onclick = if props.asking {
        let (asked, sure_id) = (asked.clone(), sure_id.clone());
        Callback::from(move |_| {
            asked.set(true);
            host::focus_soon(sure_id.clone());
        })
    } else {
        sure.clone()
    };
    let not = {
        let (asked, id) = (asked.clone(), id.clone());
        Callback::from(move |_| {
            asked.set(false);
            host::focus_soon(id.clone());
        })
    };
    html! {
        if *asked {
            <span class="pc-confirm" role="group" aria-label={props.label.clone()}>
                <span class="pc-confirm__asks" id={format!("{id}-asks")}>{ props.asks }</span>
                <button type="button" class="pc-button" id={sure_id} onclick={sure} aria-describedby={format!("{id}-asks")}>
                    { props.yes }
                </button>
                <button type="button" class="pc-button pc-button--quiet" id={not_id} onclick={not}>{ props.no }</button>
            </span>
        } else {
            <button type="button" class="pc-button" id={id.clone()} aria-label={props.full.clone()} {onclick}>
                { &props.label }
            </button>
        }
    }
}
