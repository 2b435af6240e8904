//! What a newer catalogue changed since the answers were kept.

use std::rc::Rc;

use policy_wording::{fill, texts};
use yew::prelude::*;

use crate::session::{Change, Changes, Group};

/// What the list is drawn from.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The changes.
    pub changes: Rc<Changes>,
}

/// The programs that changed, by what became of them.
#[component]
pub fn ChangesList(props: &Props) -> Html {
    html! {
        <div class="pc-changes">
            <p>{ &props.changes.heading }</p>
            { for props.changes.groups.iter().map(group) }
        </div>
    }
}

/// What concerns no amount that the enterprise can get, or is no change, is folded.
fn group(group: &Group) -> Html {
    let class = format!("pc-changes__group pc-changes__group--{}", group.id);
    let list = html! {
        <ul class="pc-changes__list">{ for group.programs.iter().map(program) }</ul>
    };
    if matches!(group.id, "refused" | "by-day") {
        let count = group.programs.len();
        let values = [
            ("heading", group.heading.as_str()),
            ("count", &count.to_string()),
        ];
        html! {
            <details {class}>
                <summary class="pc-changes__heading">{ fill(texts().changes_folded, &values) }</summary>
                { list }
            </details>
        }
    } else {
        html! {
            <div {class}>
                <p class="pc-changes__heading">{ &group.heading }</p>
                { list }
            </div>
        }
    }
}

fn program(change: &Change) -> Html {
    let title = change.title.as_str();
    let text = match &change.effect {
        Some(effect) => fill(
            texts().changes_program,
            &[("title", title), ("effect", effect)],
        ),
        None => title.to_owned(),
    };
    html! { <li>{ text }</li> }
}
