//! The clauses that a shared figure rests on.

use policy_wording::{fill, texts};
use yew::prelude::*;

use super::language::tongue;

/// A line of this class with the clauses, or nothing where there are none.
pub fn basis(class: &'static str, clauses: &[String]) -> Html {
    if clauses.is_empty() {
        return html! {};
    }
    let t = texts();
    let clauses = clauses.join(t.finding_list_separator);
    html! {
        <p class={class} lang={tongue(&clauses)}>{ fill(t.detail_basis, &[("basis", &clauses)]) }</p>
    }
}
