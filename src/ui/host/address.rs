//! The address of the page: what it asks for, what it brings, and what it keeps.

use gloo::events::EventListener;
use gloo::utils::{document, window};
use policy_engine::language::Language;
use wasm_bindgen::prelude::*;
use web_sys::UrlSearchParams;

use super::Watch;

/// What the address asks for: each option with its value.
pub fn options() -> Vec<(String, String)> {
    let search = window().location().search().unwrap_or_default();
    let Ok(search) = UrlSearchParams::new_with_str(&search) else {
        return Vec::new();
    };
    let pair = |pair: JsValue| {
        let pair = js_sys::Array::from(&pair);
        Some((pair.get(0).as_string()?, pair.get(1).as_string()?))
    };
    search
        .entries()
        .into_iter()
        .flatten()
        .filter_map(pair)
        .collect()
}

/// Says the page's language to the browser, and in the address, so that it stays when reloading.
pub fn show_language(language: Language, title: &str) {
    if let Some(page) = document().document_element() {
        page.set_attribute("lang", language.tag()).ok();
    }
    document().set_title(title);
    let location = window().location();
    let part = |part: Result<String, JsValue>| part.unwrap_or_default();
    let own = format!("lang={}", language.id());
    let search = part(location.search());
    let mut search: Vec<_> = search
        .trim_start_matches('?')
        .split('&')
        .filter(|pair| !pair.is_empty() && !pair.starts_with("lang="))
        .collect();
    if language != Language::default() {
        search.push(&own);
    }
    let search = search.join("&");
    let mark = if search.is_empty() { "" } else { "?" };
    let address = part(location.pathname()) + mark + &search + &part(location.hash());
    let now = part(location.pathname()) + &part(location.search()) + &part(location.hash());
    // A file has no right to another address; there the language stays until it is reloaded.
    if address != now
        && let Ok(history) = window().history()
    {
        let address = Some(address.as_str());
        history
            .replace_state_with_url(&JsValue::NULL, "", address)
            .ok();
    }
}

/// Whether there are answers from before: kept, left by a page that stopped, or in the address.
pub fn brings_answers(is_code: fn(&str) -> bool) -> bool {
    let hash = window().location().hash().unwrap_or_default();
    let in_address = hash.strip_prefix('#').is_some_and(is_code);
    in_address || super::saved().is_some() || super::is_rescued()
}

/// Takes the fragment out of the address if it is the code of a link, so that loading the page again
/// does not bring old answers back; places on the page stay.
pub fn take_code(is_code: fn(&str) -> bool) -> Option<String> {
    let (window, location) = (window(), window().location());
    let hash = location.hash().ok()?;
    let code = hash.strip_prefix('#').filter(|code| is_code(code))?;
    let (path, query) = (location.pathname().ok()?, location.search().ok()?);
    let history = window.history().ok()?;
    let address = path + &query;
    history
        .replace_state_with_url(&JsValue::NULL, "", Some(&address))
        .ok();
    Some(code.to_owned())
}

/// Calls back when a link is opened in the page that is already open.
pub fn watch_address(call: impl Fn() + 'static) -> Watch {
    Watch {
        _listeners: vec![EventListener::new(&window(), "hashchange", move |_| {
            call();
        })],
    }
}

/// The address under which others open this page; none for a page opened from disk or shown in a
/// frame, whose own address leads others nowhere.
pub fn public_address() -> Option<String> {
    let window = window();
    let is_top = window.parent().ok().flatten().as_ref() == Some(&window);
    let location = window.location();
    let origin = location.origin().ok()?;
    let served = origin.starts_with("http");
    (is_top && served).then(|| Some(origin + &location.pathname().ok()?))?
}

/// Whether the page stands in a frame that is not the element's.
pub fn is_in_plain_frame() -> bool {
    let window = window();
    let is_top = window.parent().ok().flatten().as_ref() == Some(&window);
    let root = document().document_element();
    !is_top && !root.is_some_and(|root| root.has_attribute("data-embedded"))
}
