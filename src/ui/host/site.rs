//! The site around the page, where it stands in a frame of `<policy-check>`: page/embedded.ts.

use gloo::events::EventListener;
use gloo::utils::window;
use wasm_bindgen::prelude::*;

use super::Watch;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = policyCheckSite, js_name = receiver, catch)]
    fn site_receiver() -> Result<Option<String>, JsValue>;
    #[wasm_bindgen(js_namespace = policyCheckSite, js_name = hand, catch)]
    fn site_hand(result_json: &str) -> Result<bool, JsValue>;
    #[wasm_bindgen(js_namespace = policyCheckSite, js_name = wrong, catch)]
    fn site_wrong(message: &str) -> Result<(), JsValue>;
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(thread_local_v2, js_name = policyCheckCatalogue)]
    static CATALOGUE: Option<js_sys::Uint8Array>;
}

/// The file of a catalogue that is to be used in the place of the embedded one: page/catalogue.ts.
pub fn catalogue() -> Option<Vec<u8>> {
    CATALOGUE.with(|file| file.as_ref().map(js_sys::Uint8Array::to_vec))
}

/// Ends the start with a reason, which the page shows.
pub fn refuse_to_start(reason: &str) -> ! {
    wasm_bindgen::throw_str(reason)
}

/// The site that takes results, by its origin.
pub fn receiver() -> Option<String> {
    site_receiver().ok().flatten()
}

/// Calls back once there is a site that takes results.
pub fn watch_receiver(call: impl Fn() + 'static) -> Watch {
    let heard = EventListener::new(&window(), "policy-check-receiver", move |_| call());
    Watch {
        _listeners: vec![heard],
    }
}

/// Hands the result to that site; returns whether there is one.
pub fn hand_over(result_json: &str) -> bool {
    site_hand(result_json).unwrap_or_default()
}

/// Tells the site around the page what its web master should know.
pub fn tell_wrong(message: &str) {
    site_wrong(message).ok();
}
