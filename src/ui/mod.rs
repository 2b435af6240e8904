//! The components, one per file.

use yew::prelude::*;

/// The whole page.
#[component]
pub fn App() -> Html {
    html! { <main><h1>{ env!("CARGO_PKG_NAME") }</h1></main> }
}
