//! The two parts of the page's code: what the first result needs, and the rest, which comes after it.
//!
//! Which is which stands in `xtask/src/split/later.rs`. Where the code is one, as in `make dev` and in
//! tests, all of it is there from the beginning.

use std::cell::RefCell;

use wasm_bindgen::prelude::wasm_bindgen;
use yew::{Callback, hook, use_effect_with, use_state_eq};

/// What is done once all of the code is there.
type Call = Box<dyn FnOnce()>;

/// What waits for the rest.
#[derive(Default)]
struct Waiting {
    /// What the page itself does.
    own: Vec<Call>,
    /// What a person asked for.
    asked: Vec<(If, Call)>,
    /// Is told whether a person waits.
    told: Option<Callback<bool>>,
}

/// When something that was asked for is done that has to wait.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum If {
    /// In any case.
    Always,
    /// If the person waits too: it would take the place of what is filled in meanwhile.
    Idle,
}

thread_local! {
    /// What waits for the rest; nothing once it is there.
    static WAITING: RefCell<Option<Waiting>> = const { RefCell::new(None) };
}

/// Says that a part is still to come.
#[wasm_bindgen(js_name = expectRest)]
pub fn expect_rest() {
    WAITING.set(Some(Waiting::default()));
}

/// Says that it has come, and with it the texts of the catalogue and the English ones of the interface.
#[wasm_bindgen]
pub fn complete(texts: &[u8], english: String) {
    policy_catalog::complete(texts);
    policy_wording::complete(english);
    let Some(Waiting { own, asked, told }) = WAITING.take() else {
        return;
    };
    own.into_iter().for_each(|call| call());
    asked.into_iter().for_each(|(_, call)| call());
    tell(told, false);
}

/// Whether all of the code is there.
pub fn is_whole() -> bool {
    WAITING.with_borrow(Option::is_none)
}

/// Calls back once all of the code is there: at once where it is.
pub fn when_whole(call: impl FnOnce() + 'static) {
    wait(|waiting, call| waiting.own.push(call), Box::new(call));
}

/// Does what a person asked for once all of the code is there: at once where it is.
pub fn ask(when: If, call: impl FnOnce() + 'static) {
    wait(
        |waiting, call| waiting.asked.push((when, call)),
        Box::new(call),
    );
    tell_waiting();
}

/// Gives up what is only done while nothing is filled in.
pub fn fill_in() {
    WAITING.with_borrow_mut(|waiting| {
        if let Some(waiting) = waiting {
            waiting.asked.retain(|(when, _)| *when == If::Always);
        }
    });
    tell_waiting();
}

/// Has a call wait, or does it at once where there is nothing to wait for.
fn wait(push: impl FnOnce(&mut Waiting, Call), call: Call) {
    let left = WAITING.with_borrow_mut(|waiting| match waiting {
        Some(waiting) => {
            push(waiting, call);
            None
        }
        None => Some(call),
    });
    if let Some(call) = left {
        call();
    }
}

fn tell_waiting() {
    let state = WAITING.with_borrow(|waiting| {
        let waiting = waiting.as_ref()?;
        Some((waiting.told.clone(), !waiting.asked.is_empty()))
    });
    if let Some((told, waits)) = state {
        tell(told, waits);
    }
}

fn tell(told: Option<Callback<bool>>, waits: bool) {
    if let Some(told) = told {
        told.emit(waits);
    }
}

/// Whether all of the code is there; what uses it is drawn again then.
#[hook]
pub fn use_whole() -> bool {
    let whole = use_state_eq(is_whole);
    let setter = whole.setter();
    use_effect_with((), move |()| when_whole(move || setter.set(true)));
    *whole
}

/// Whether a person waits for the rest, for the one component that says so.
#[hook]
pub fn use_waits() -> bool {
    let waits = use_state_eq(|| false);
    let setter = waits.setter();
    use_effect_with((), move |()| {
        WAITING.with_borrow_mut(|waiting| {
            if let Some(waiting) = waiting {
                waiting.told = Some(Callback::from(move |waits| setter.set(waits)));
            }
        });
    });
    *waits
}
