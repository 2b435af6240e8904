//! The two parts of the page's code: what the first result needs, and the rest, which comes after it.
//!
//! Which is which stands in `xtask/src/split/later.rs`. Where the code is one, as in `make dev` and in
//! tests, all of it is there from the beginning.

use std::cell::RefCell;

use wasm_bindgen::prelude::wasm_bindgen;
use yew::{hook, use_effect_with, use_state_eq};

/// What is done once all of the code is there.
type Call = Box<dyn FnOnce()>;

thread_local! {
    /// What waits for the rest; nothing once it is there.
    static WAITING: RefCell<Option<Vec<Call>>> = const { RefCell::new(None) };
}

/// Says that a part is still to come.
#[wasm_bindgen(js_name = expectRest)]
pub fn expect_rest() {
    WAITING.set(Some(Vec::new()));
}

/// Says that it has come, and with it the texts of the catalogue and the English ones of the interface.
#[wasm_bindgen]
pub fn complete(texts: &[u8], english: String) {
    policy_catalog::complete(texts);
    policy_wording::complete(english);
    for call in WAITING.take().into_iter().flatten() {
        call();
    }
}

/// Whether all of the code is there.
pub fn is_whole() -> bool {
    WAITING.with_borrow(Option::is_none)
}

/// Calls back once all of the code is there: at once where it is.
pub fn when_whole(call: impl FnOnce() + 'static) {
    let mut call: Option<Call> = Some(Box::new(call));
    WAITING.with_borrow_mut(|waiting| {
        if let Some(waiting) = waiting {
            waiting.extend(call.take());
        }
    });
    if let Some(call) = call {
        call();
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
