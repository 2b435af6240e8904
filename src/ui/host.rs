//! The browser: the only place that touches it.

mod address;
mod files;
mod site;

use std::cell::Cell;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use gloo::utils::{body, document, window};
use jiff::civil::Date;
use policy_engine::assess::YEARS;
use policy_engine::language::Language;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{
    BeforeUnloadEvent, Element, HtmlDocument, HtmlElement, HtmlInputElement, HtmlSelectElement,
    InputEvent, KeyboardEvent, Storage,
};
use yew::TargetCast;

pub use address::{
    brings_answers, is_in_plain_frame, options, public_address, show_language, take_code,
    watch_address,
};
pub use files::{download, read_file};
pub use site::{catalogue, hand_over, receiver, refuse_to_start, tell_wrong, watch_receiver};

#[wasm_bindgen]
extern "C" {
    /// Keeps the answers outside the wasm, so that a trap cannot take them along.
    #[wasm_bindgen(js_namespace = policyCheck, js_name = mirror, catch)]
    fn page_mirror(answers_json: &str) -> Result<(), JsValue>;
}

/// Where the answers are kept on this device, once the user agreed.
const SAVED: &str = "policy-check/answers";
/// Where a page that stopped leaves the answers for the next.
const RESCUED: &str = "policy-check/rescued";

/// The element that the app is drawn in. `index.html` has it.
const ROOT: &str = "app";

/// The element that the app is drawn in; the whole page should it have none.
pub fn root() -> Element {
    document()
        .get_element_by_id(ROOT)
        .unwrap_or_else(|| body().into())
}

/// Today by the device's clock, as far as it can be assessed.
pub fn today() -> Date {
    let now = js_sys::Date::new_0();
    let (first, last) = (*YEARS.start(), *YEARS.end());
    let year = i16::try_from(now.get_full_year()).map_or(last, |year| year.clamp(first, last));
    let part = |value: u32| i8::try_from(value).unwrap_or(1);
    Date::new(year, part(now.get_month() + 1), part(now.get_date())).unwrap_or_default()
}

/// The language that the page began in.
pub fn language() -> Language {
    let page = document().document_element();
    let tag = page.and_then(|page| page.get_attribute("lang"));
    tag.as_deref().and_then(Language::named).unwrap_or_default()
}

/// The day and minute by the device's clock: `2026-11-21 10:00`.
pub fn now() -> String {
    let now = js_sys::Date::new_0();
    let (year, month, day) = (now.get_full_year(), now.get_month() + 1, now.get_date());
    let (hours, minutes) = (now.get_hours(), now.get_minutes());
    format!("{year}-{month:02}-{day:02} {hours:02}:{minutes:02}")
}

/// Keeps the answers outside the wasm; a page without that script goes on without.
pub fn mirror(json: &str) {
    page_mirror(json).ok();
}

/// The answers kept on this device.
pub fn saved() -> Option<String> {
    local()?.get_item(SAVED).ok().flatten()
}

/// Keeps the answers on this device; returns whether it could.
pub fn save(json: &str) -> bool {
    local().is_some_and(|storage| storage.set_item(SAVED, json).is_ok())
}

/// Erases the answers from this device.
pub fn erase() {
    if let Some(storage) = local() {
        storage.remove_item(SAVED).ok();
    }
}

/// Takes the answers that a page left when it stopped.
pub fn take_rescued() -> Option<String> {
    let (storage, answers) = rescued()?;
    storage.remove_item(RESCUED).ok();
    Some(answers)
}

/// Whether a page left answers when it stopped.
fn is_rescued() -> bool {
    rescued().is_some()
}

fn rescued() -> Option<(Storage, String)> {
    let storage = window().session_storage().ok().flatten()?;
    let answers = storage.get_item(RESCUED).ok().flatten()?;
    Some((storage, answers))
}

fn local() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

thread_local! {
    /// Whether a mouse button or a finger is down.
    static POINTER_DOWN: Cell<bool> = const { Cell::new(false) };
}

/// Begins to watch the pointer, for [`when_released`].
pub fn watch_pointer() {
    let watch = |event: &'static str, down: bool| {
        let options = EventListenerOptions::run_in_capture_phase();
        let note = move |_: &web_sys::Event| POINTER_DOWN.with(|is| is.set(down));
        EventListener::new_with_options(&window(), event, options, note).forget();
    };
    watch("pointerdown", true);
    watch("pointerup", false);
    watch("pointercancel", false);
}

/// Calls back at once, or where the pointer is down, after its release and the click that follows.
///
/// A message that appears while a button is pressed would move the button from under the pointer.
pub fn when_released(call: impl FnOnce() + 'static) {
    if !POINTER_DOWN.with(Cell::get) {
        return call();
    }
    Timeout::new(RELEASE_CHECK, move || when_released(call)).forget();
}

/// How often a pressed pointer is looked at again, in milliseconds.
const RELEASE_CHECK: u32 = 50;

/// Opens the browser's window for printing.
pub fn print() {
    window().print().ok();
}

/// Hears something for as long as it is kept.
pub struct Watch {
    _listeners: Vec<EventListener>,
}

/// Calls back with `true` before the page is printed, by whatever way, and with `false` after.
pub fn watch_print(call: impl Fn(bool) + Clone + 'static) -> Watch {
    let listen = |event: &'static str, printing: bool| {
        let call = call.clone();
        EventListener::new(&window(), event, move |_| call(printing))
    };
    Watch {
        _listeners: vec![listen("beforeprint", true), listen("afterprint", false)],
    }
}

/// Calls back after some milliseconds; not if what it returns is dropped before.
pub fn after(milliseconds: u32, call: impl FnOnce() + 'static) -> Timeout {
    Timeout::new(milliseconds, call)
}

/// Has the styles show a theme and a size of text.
pub fn show_look(theme: &str, large: bool) {
    if let Some(root) = document().document_element() {
        let size = if large { "large" } else { "normal" };
        root.set_attribute("data-theme", theme).ok();
        root.set_attribute("data-size", size).ok();
    }
}

/// The element with an id, of a kind.
fn element<E: JsCast>(id: &str) -> Option<E> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Moves the focus to an element once the page was drawn again.
pub fn focus_soon(id: String) {
    Timeout::new(0, move || {
        if let Some(element) = element::<HtmlElement>(&id) {
            element.focus().ok();
        }
    })
    .forget();
}

/// Moves the focus to an element once the page was drawn again, and shows its beginning: of one that is
/// higher than the window the focus alone shows any part.
pub fn begin_at_soon(id: String) {
    focus_soon(id.clone());
    Timeout::new(0, move || {
        if let Some(element) = element::<Element>(&id) {
            element.scroll_into_view();
        }
    })
    .forget();
}

/// Moves the focus into a question once the page was drawn again: to its field, or to the choice
/// taken, or else to the first place that takes it.
pub fn focus_within_soon(id: String) {
    const PLACES: [&str; 2] = ["input:checked", "input, select, button"];
    Timeout::new(0, move || {
        let Some(element) = document().get_element_by_id(&id) else {
            return;
        };
        let within = |places: &str| element.query_selector(places).ok().flatten();
        let first = PLACES.into_iter().find_map(within);
        let place = first.unwrap_or_else(|| element.clone());
        if let Ok(place) = place.dyn_into::<HtmlElement>() {
            place.focus().ok();
        }
    })
    .forget();
}

/// Whether a key says that a field is filled in: Enter in a box, not one that ends a composition or
/// that the field took for itself.
pub fn is_entered(event: &KeyboardEvent) -> bool {
    let field = event.target_dyn_into::<HtmlInputElement>();
    key_of(event) == Some(Key::Enter) && !event.default_prevented() && field.is_some()
}

thread_local! {
    /// Whether leaving the page would lose something.
    static UNSAVED: Cell<bool> = const { Cell::new(false) };
}

/// Begins to ask before the page is left with something unsaved, for [`set_unsaved`].
pub fn watch_leaving() {
    let options = EventListenerOptions::enable_prevent_default();
    let ask = |event: &web_sys::Event| {
        if UNSAVED.with(Cell::get) {
            event.prevent_default();
            // Browsers before 2023 ask for this instead; none shows the text.
            if let Some(event) = event.dyn_ref::<BeforeUnloadEvent>() {
                event.set_return_value("unsaved");
            }
        }
    };
    EventListener::new_with_options(&window(), "beforeunload", options, ask).forget();
}

/// Says whether leaving the page would lose something.
pub fn set_unsaved(unsaved: bool) {
    UNSAVED.with(|is| is.set(unsaved));
}

/// Opens a folded element that a link leads to.
pub fn unfold(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        element.set_attribute("open", "").ok();
    }
}

/// Whether the folded element that an event came from is open.
pub fn is_open(event: &impl TargetCast) -> bool {
    let element = event.target_dyn_into::<HtmlElement>();
    element.is_some_and(|element| element.has_attribute("open"))
}

/// The text in the field that an event came from.
pub fn text_of(event: &impl TargetCast) -> Option<String> {
    if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
        return Some(input.value());
    }
    event
        .target_dyn_into::<HtmlSelectElement>()
        .map(|select| select.value())
}

/// Whether the box that an event came from is ticked.
pub fn is_ticked(event: &impl TargetCast) -> bool {
    let input = event.target_dyn_into::<HtmlInputElement>();
    input.is_some_and(|input| input.checked())
}

/// A key that a list answers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// The arrow down.
    Down,
    /// The arrow up.
    Up,
    /// Enter.
    Enter,
    /// Escape.
    Escape,
}

/// The key pressed; none while a composition takes the keys.
pub fn key_of(event: &KeyboardEvent) -> Option<Key> {
    /// What Chromium reports for keys that an input method takes.
    const TAKEN: u32 = 229;
    if event.is_composing() || event.key_code() == TAKEN {
        return None;
    }
    match event.key().as_str() {
        "ArrowDown" => Some(Key::Down),
        "ArrowUp" => Some(Key::Up),
        "Enter" => Some(Key::Enter),
        "Escape" => Some(Key::Escape),
        _ => None,
    }
}

/// Whether the text is part of a composition that goes on.
pub fn is_composing(event: &InputEvent) -> bool {
    event.is_composing()
}

/// Scrolls a list, and only the list, until one of its options is in sight.
pub fn reveal(id: &str) {
    let Some(option) = element::<HtmlElement>(id) else {
        return;
    };
    let Some(list) = option.parent_element() else {
        return;
    };
    let (top, bottom) = (
        option.offset_top(),
        option.offset_top() + option.offset_height(),
    );
    if top < list.scroll_top() {
        list.set_scroll_top(top);
    } else if bottom > list.scroll_top() + list.client_height() {
        list.set_scroll_top(bottom - list.client_height());
    }
}

/// Copies what a box holds; returns whether it could. It is left selected, to be copied by hand.
///
/// The older way: the newer is not there on plain http, nor in frames.
pub fn copy_from(id: &str) -> bool {
    let Some(input) = element::<HtmlInputElement>(id) else {
        return false;
    };
    input.focus().ok();
    input.select();
    let page = document().dyn_into::<HtmlDocument>();
    page.is_ok_and(|page| page.exec_command("copy").unwrap_or(false))
}
