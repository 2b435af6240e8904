//! Tests of the app in a real browser: `cargo run -p xtask -- browser-tests` runs them.

#![cfg(target_arch = "wasm32")]

use std::time::Duration;

use policy_check::ui::App;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, HtmlElement, HtmlInputElement, InputEvent, InputEventInit};

wasm_bindgen_test_configure!(run_in_browser);

/// Mounts the app on a page of its own.
async fn mount() -> Element {
    let document = web_sys::window().unwrap().document().unwrap();
    let root = document.create_element("div").unwrap();
    document.body().unwrap().append_child(&root).unwrap();
    yew::Renderer::<App>::with_root(root.clone()).render();
    drawn().await;
    root
}

/// Waits until Yew has drawn what changed, in as many turns as that takes.
async fn drawn() {
    yew::platform::time::sleep(Duration::from_millis(20)).await;
}

fn find(root: &Element, selector: &str) -> Element {
    let found = root.query_selector(selector).unwrap();
    found.unwrap_or_else(|| panic!("no {selector}"))
}

fn text(root: &Element, selector: &str) -> String {
    find(root, selector).text_content().unwrap_or_default()
}

/// Has a text stand in a field as if it had been typed.
async fn type_text(root: &Element, selector: &str, text: &str) {
    let field: HtmlInputElement = find(root, selector).dyn_into().unwrap();
    field.set_value(text);
    let init = InputEventInit::new();
    init.set_bubbles(true);
    let event = InputEvent::new_with_event_init_dict("input", &init).unwrap();
    field.dispatch_event(&event).unwrap();
    drawn().await;
}

async fn click(root: &Element, selector: &str) {
    let element: HtmlElement = find(root, selector).dyn_into().unwrap();
    element.click();
    drawn().await;
}

#[wasm_bindgen_test]
async fn the_app_shows_its_heading_and_questions() {
    let root = mount().await;
    assert!(!text(&root, "h1").is_empty());
    find(&root, "#q-company-region");
    find(&root, "#program-general-aviation-hours");
}

#[wasm_bindgen_test]
async fn typing_updates_the_result() {
    let root = mount().await;
    let business = "#q-aviation-business input[value=general_aviation]";
    click(&root, business).await;
    type_text(&root, "#q-operator-main-base", "长沙").await;
    click(&root, "#q-fleet-add").await;
    type_text(&root, "#q-fleet [id$=max-takeoff-mass]", "0.8").await;
    type_text(&root, "#q-fleet [id$=hours]", "２００").await;
    let amount = text(&root, "#program-general-aviation-hours summary");
    assert!(amount.contains("100,000 元"), "{amount}");
    assert_eq!(
        text(&root, "#total-yearly .pc-totals__amount"),
        "100,000 元"
    );
}

#[wasm_bindgen_test]
async fn a_field_that_is_typed_in_is_never_made_anew() {
    let root = mount().await;
    let before = find(&root, "#q-company-region");
    assert!(
        root.query_selector("#q-miit-recognitions")
            .unwrap()
            .is_none()
    );
    type_text(&root, "#q-company-region", "长沙").await;
    find(&root, "#q-miit-recognitions");
    assert_eq!(find(&root, "#q-company-region"), before);
}
