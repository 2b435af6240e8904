//! A name and what stands beside it: most of a sheet.

use yew::prelude::*;

/// A name and what stands beside it.
pub fn entry(name: &str, value: Html) -> Html {
    html! {
        <div class="pc-sheet-entry">
            <dt class="pc-sheet-entry__name">{ name }</dt>
            <dd class="pc-sheet-entry__value">{ value }</dd>
        </div>
    }
}
