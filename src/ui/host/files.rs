//! Files that a person saves and opens.

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use gloo::utils::document;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Blob, BlobPropertyBag, FileReader, HtmlElement, HtmlInputElement, Url};
use yew::TargetCast;

/// Has the browser save a text as a file; returns whether it could.
pub fn download(name: &str, kind: &str, text: &str) -> bool {
    save_as(name, kind, text).is_ok()
}

fn save_as(name: &str, kind: &str, text: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = js_sys::Array::of1(&text.into());
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let link = document().create_element("a")?.dyn_into::<HtmlElement>()?;
    link.set_attribute("href", &url)?;
    link.set_attribute("download", name)?;
    link.click();
    // The browser begins to read the file after the click.
    Timeout::new(FILE_TIME, move || {
        Url::revoke_object_url(&url).ok();
    })
    .forget();
    Ok(())
}

/// How long a file is held for the browser to save it, in milliseconds.
const FILE_TIME: u32 = 60_000;

/// Reads the file that was chosen in a box, as far as it is no longer than `longest` bytes: of a
/// longer one as much as shows that. The same file can be chosen again.
pub fn read_file(event: &impl TargetCast, longest: usize, call: impl FnOnce(String) + 'static) {
    let Some(input) = event.target_dyn_into::<HtmlInputElement>() else {
        return;
    };
    let file = input.files().and_then(|files| files.get(0));
    let longest = i32::try_from(longest).unwrap_or(i32::MAX - 1);
    let part = file.and_then(|file| file.slice_with_i32_and_i32(0, longest + 1).ok());
    let (Some(part), Ok(reader)) = (part, FileReader::new()) else {
        return;
    };
    let read = reader.clone();
    EventListener::once(&reader, "loadend", move |_| {
        let text = read.result().ok().and_then(|text| text.as_string());
        input.set_value("");
        call(text.unwrap_or_default());
    })
    .forget();
    reader.read_as_text(&part).ok();
}
