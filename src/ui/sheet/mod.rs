//! The result sheet: what an official checks line by line, on A4.

mod answers;
mod code;
mod entry;
mod identity;
mod paper;
mod program;

use std::rc::Rc;

use policy_wording::texts;
use yew::prelude::*;

use self::identity::IdentityFields;
use self::paper::Paper;
use super::host;
use super::parts::{If, ask};
use super::store::Dispatch;
use crate::session::{Outcome, Session};

/// The id of the button that opens the sheet.
pub const OPEN: &str = "open-sheet";
/// The id of the sheet.
const SHEET: &str = "sheet";

/// The sheet as the page holds it: drawn only while it is open or printed, since it is long and
/// would slow every keystroke down.
pub struct Sheet {
    /// Whether there is anything to print yet.
    begun: bool,
    /// Whether it stands in the place of the page.
    open: UseStateHandle<bool>,
    /// Whether it is on its way to paper.
    printing: UseStateHandle<bool>,
}

/// Has a sheet ready that is drawn while it is open or printed, by whatever way it is printed.
#[hook]
pub fn use_sheet(begun: bool) -> Sheet {
    let open = use_state(|| false);
    let printing = use_state(|| false);
    let setter = printing.setter();
    use_effect_with((), move |()| {
        let watch = host::watch_print(move |now| setter.set(now));
        move || drop(watch)
    });
    Sheet {
        begun,
        open,
        printing,
    }
}

impl Sheet {
    /// Opens the sheet in the place of the page.
    pub fn opener(&self) -> Callback<()> {
        self.turn(true, || host::begin_at_soon(SHEET.to_owned()))
    }

    fn turn(&self, open: bool, focus: fn()) -> Callback<()> {
        let setter = self.open.setter();
        Callback::from(move |()| {
            let setter = setter.clone();
            ask(If::Idle, move || {
                focus();
                setter.set(open);
            });
        })
    }

    /// The class of the page: whether the sheet stands in its place, or on paper only.
    pub fn class(&self) -> Option<&'static str> {
        if !self.begun {
            None
        } else if *self.open {
            Some("pc-app--sheet")
        } else {
            self.printing.then_some("pc-app--printed")
        }
    }

    /// The sheet, where it is drawn.
    pub fn view(&self, session: &Rc<Session>, outcome: &Rc<Outcome>, dispatch: &Dispatch) -> Html {
        html! {
            if self.class().is_some() {
                <SheetView
                    session={session.clone()} outcome={outcome.clone()} dispatch={dispatch.clone()}
                    onclose={self.turn(false, || host::focus_soon(OPEN.to_owned()))}
                />
            }
        }
    }
}

/// What the view is drawn from.
#[derive(PartialEq, Properties)]
struct Props {
    session: Rc<Session>,
    outcome: Rc<Outcome>,
    dispatch: Dispatch,
    onclose: Callback<()>,
}

/// The sheet with the tools above it.
#[component]
fn SheetView(props: &Props) -> Html {
    let t = texts();
    let close = props.onclose.reform(|_: MouseEvent| ());
    let onkeydown = {
        let onclose = props.onclose.clone();
        // Escape ends a composition first.
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" && !event.is_composing() {
                onclose.emit(());
            }
        })
    };
    let refused_too = use_state(|| true);
    let onrefused = {
        let refused_too = refused_too.clone();
        Callback::from(move |event: Event| refused_too.set(host::is_ticked(&event)))
    };
    html! {
        <main class="pc-sheet-view" id={SHEET} tabindex="-1" aria-labelledby="sheet-title" {onkeydown}>
            <div class="pc-sheet-tools">
                <p class="pc-sheet-tools__about">{ t.sheet_about }</p>
                <IdentityFields identity={props.session.identity().clone()} dispatch={props.dispatch.clone()} />
                <label class="pc-choice">
                    <input type="checkbox" id="refused-too" checked={*refused_too} onchange={onrefused} />
                    <span>{ t.sheet_refused_too }</span>
                </label>
                <div class="pc-sheet-tools__buttons">
                    <button type="button" class="pc-button pc-button--main" id="print-sheet" onclick={|_| host::print()}>{ t.sheet_print }</button>
                    <button type="button" class="pc-button" id="close-sheet" onclick={close}>{ t.sheet_back }</button>
                </div>
            </div>
            <Paper session={props.session.clone()} outcome={props.outcome.clone()} refused_too={*refused_too} />
        </main>
    }
}
