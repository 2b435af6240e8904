//! A box to type into with a list of suggestions: the combobox of ARIA 1.2.

use policy_wording::{fill, texts};
use yew::prelude::*;

use super::host::{self, Key};
use super::language::tongue;

/// One suggestion.
#[derive(Clone, PartialEq)]
pub struct Suggestion {
    /// What choosing it hands on.
    pub value: String,
    /// The words shown.
    pub label: String,
    /// What stands beside them, softer.
    pub detail: Option<String>,
}

/// What a combobox is drawn from.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The id of the box; the list and its options derive theirs from it.
    pub id: String,
    /// The text in the box.
    pub text: String,
    /// What the list holds, for those who hear it.
    pub label: String,
    /// What the text finds, the likeliest first.
    pub suggestions: Vec<Suggestion>,
    /// Whether the text is an answer as it stands, so that the list opens only when asked for.
    pub settled: bool,
    /// The text changed.
    pub ontype: Callback<String>,
    /// A suggestion was chosen; its value.
    pub onchoose: Callback<String>,
    /// The box was entered.
    #[prop_or_default]
    pub onfocus: Callback<FocusEvent>,
    /// The box was left.
    #[prop_or_default]
    pub onblur: Callback<FocusEvent>,
    /// Whether the text cannot be taken.
    #[prop_or_default]
    pub invalid: bool,
    /// The ids of what describes the box.
    #[prop_or_default]
    pub described: Option<String>,
}

/// Whether the list is wanted.
#[derive(Clone, Copy, PartialEq)]
enum Wanted {
    /// Not now: chosen, dismissed or left.
    No,
    /// By typing; in a composition the text is not yet what is meant.
    Typing { composing: bool },
    /// By an arrow key.
    Asked,
}

/// A box with its list. The text is never changed while it is typed; a suggestion takes its place when it
/// is chosen, by a click or by the arrow keys and Enter.
#[component]
pub fn Combobox(props: &Props) -> Html {
    let t = texts();
    let wanted = use_state_eq(|| Wanted::No);
    let active = use_state_eq(|| None::<usize>);
    let count = props.suggestions.len();
    let is_open = count > 0
        && match *wanted {
            Wanted::No => false,
            Wanted::Typing { .. } => !props.settled,
            Wanted::Asked => true,
        };
    let is_empty = count == 0
        && !props.settled
        && !props.text.trim().is_empty()
        && *wanted == Wanted::Typing { composing: false };
    let at = active.filter(|at| is_open && *at < count);
    let option_id = |at: usize| format!("{}-option-{at}", props.id);
    use_effect_with(at.map(option_id), |id| {
        if let Some(id) = id {
            host::reveal(id);
        }
    });
    let close = {
        let (wanted, active) = (wanted.clone(), active.clone());
        move || {
            wanted.set(Wanted::No);
            active.set(None);
        }
    };
    let choose = {
        let (close, onchoose) = (close.clone(), props.onchoose.clone());
        move |value: String| {
            close();
            onchoose.emit(value);
        }
    };
    let oninput = {
        let (wanted, active, ontype) = (wanted.clone(), active.clone(), props.ontype.clone());
        Callback::from(move |event: InputEvent| {
            let composing = host::is_composing(&event);
            wanted.set(Wanted::Typing { composing });
            active.set(None);
            ontype.emit(host::text_of(&event).unwrap_or_default());
        })
    };
    let onkeydown = {
        let (wanted, active) = (wanted.clone(), active.clone());
        let (close, choose) = (close.clone(), choose.clone());
        let chosen = at.map(|at| props.suggestions[at].value.clone());
        Callback::from(move |event: KeyboardEvent| {
            let Some(key) = host::key_of(&event) else {
                return;
            };
            match (key, &chosen) {
                (Key::Down | Key::Up, _) if count > 0 => {
                    let first = if key == Key::Down { 0 } else { count - 1 };
                    let next = match (at, key) {
                        (None, _) => first,
                        (Some(at), Key::Down) => (at + 1) % count,
                        (Some(at), _) => (at + count - 1) % count,
                    };
                    wanted.set(Wanted::Asked);
                    active.set(Some(next));
                }
                (Key::Enter, Some(value)) => choose(value.clone()),
                (Key::Escape, _) if is_open => close(),
                // Nothing is chosen: Enter means what it means without a list.
                (Key::Enter, None) => return close(),
                _ => return,
            }
            event.prevent_default();
        })
    };
    let onblur = {
        let onblur = props.onblur.clone();
        Callback::from(move |event: FocusEvent| {
            host::when_released(close.clone());
            onblur.emit(event);
        })
    };
    let list_id = format!("{}-list", props.id);
    let option = |(index, suggestion): (usize, &Suggestion)| {
        let (choose, value) = (choose.clone(), suggestion.value.clone());
        // The box keeps the focus while a suggestion is pressed.
        let onmousedown = |event: MouseEvent| event.prevent_default();
        let onclick = move |_: MouseEvent| choose(value.clone());
        html! {
            <li
                key={suggestion.value.clone()} id={option_id(index)} class="pc-combobox__option" role="option"
                aria-selected={(at == Some(index)).to_string()} {onmousedown} {onclick}
            >
                <span lang={tongue(&suggestion.label)}>{ &suggestion.label }</span>
                if let Some(detail) = &suggestion.detail {
                    <span class="pc-combobox__detail">{ detail }</span>
                }
            </li>
        }
    };
    let says = if is_open {
        fill(t.combobox_found, &[("count", &count.to_string())])
    } else if is_empty {
        t.combobox_none.to_owned()
    } else {
        String::new()
    };
    // Heard, not seen, but where nothing was found.
    let status = if is_empty {
        "pc-combobox__status"
    } else {
        "pc-hidden"
    };
    html! {
        <div class="pc-combobox">
            <input
                type="text" class="pc-field__input" autocomplete="off" role="combobox"
                id={props.id.clone()} value={props.text.clone()}
                {oninput} {onkeydown} {onblur} onfocus={props.onfocus.clone()}
                aria-autocomplete="list" aria-expanded={is_open.to_string()} aria-controls={list_id.clone()}
                aria-activedescendant={at.map(option_id)}
                aria-invalid={props.invalid.then_some("true")} aria-describedby={props.described.clone()}
            />
            <ul class="pc-combobox__list" id={list_id} role="listbox" aria-label={props.label.clone()} hidden={!is_open}>
                if is_open {
                    { for props.suggestions.iter().enumerate().map(option) }
                }
            </ul>
            <p class={status} role="status">{ says }</p>
        </div>
    }
}
