//! Tests of the app in a real browser: `cargo run -p xtask -- browser-tests` runs them.

#![cfg(target_arch = "wasm32")]

use std::time::Duration;

use policy_check::ui::App;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, HtmlElement, HtmlInputElement, InputEvent, InputEventInit};

wasm_bindgen_test_configure!(run_in_browser);

/// Mounts the app on a page of its own.
fn mount() -> Element {
    let document = web_sys::window().unwrap().document().unwrap();
    let root = document.create_element("div").unwrap();
    document.body().unwrap().append_child(&root).unwrap();
    yew::Renderer::<App>::with_root(root.clone()).render();
    root
}

/// Gives Yew its turns until something holds, at most for some seconds.
async fn until(holds: impl Fn() -> bool) {
    const TURNS: usize = 250;
    for _ in 0..TURNS {
        if holds() {
            return;
        }
        yew::platform::time::sleep(Duration::from_millis(20)).await;
    }
}

/// The element that a selector names, once it is drawn.
async fn find(root: &Element, selector: &str) -> Element {
    let look = || root.query_selector(selector).unwrap();
    until(|| look().is_some()).await;
    look().unwrap_or_else(|| panic!("no {selector}"))
}

/// Expects an element to hold a text, once it is drawn.
async fn expect_text(root: &Element, selector: &str, expected: &str) {
    let element = find(root, selector).await;
    let text = || element.text_content().unwrap_or_default();
    until(|| text().contains(expected)).await;
    assert!(text().contains(expected), "{selector}: {}", text());
}

/// Has a text stand in a field as if it had been typed.
async fn type_text(root: &Element, selector: &str, text: &str) {
    let field: HtmlInputElement = find(root, selector).await.dyn_into().unwrap();
    field.set_value(text);
    let init = InputEventInit::new();
    init.set_bubbles(true);
    let event = InputEvent::new_with_event_init_dict("input", &init).unwrap();
    field.dispatch_event(&event).unwrap();
}

async fn click(root: &Element, selector: &str) {
    let element: HtmlElement = find(root, selector).await.dyn_into().unwrap();
    element.click();
}

#[wasm_bindgen_test]
async fn the_app_shows_its_heading_and_questions() {
    let root = mount();
    expect_text(&root, "h1", "惠企政策自测").await;
    find(&root, "#q-company-region").await;
    find(&root, "#program-general-aviation-hours").await;
}

#[wasm_bindgen_test]
async fn typing_updates_the_result() {
    let root = mount();
    let business = "#q-aviation-business input[value=general_aviation]";
    click(&root, business).await;
    type_text(&root, "#q-operator-main-base", "长沙").await;
    click(&root, "#q-fleet-add").await;
    type_text(&root, "#q-fleet [id$=max-takeoff-mass]", "0.8").await;
    type_text(&root, "#q-fleet [id$=hours]", "２００").await;
    let summary = "#program-general-aviation-hours summary";
    expect_text(&root, summary, "100,000 元").await;
    expect_text(&root, "#total-yearly .pc-totals__amount", "100,000 元").await;
}

#[wasm_bindgen_test]
async fn a_field_that_is_typed_in_is_never_made_anew() {
    let root = mount();
    let before = find(&root, "#q-company-region").await;
    let later = "#q-honours";
    assert!(root.query_selector(later).unwrap().is_none());
    type_text(&root, "#q-company-region", "长沙").await;
    find(&root, later).await;
    assert_eq!(find(&root, "#q-company-region").await, before);
}
