//! A field to type into: a number, a date, a place, or a choice in a row.

use std::rc::Rc;

use policy_engine::fact::{Choice, Kind, Value};
use policy_engine::language::Language;
use policy_engine::unit::Unit;
use policy_wording::number::{in_chinese, in_wan};
use policy_wording::{error, fill, language, texts, unit};
use yew::prelude::*;

use super::doubt::AskBack;
use super::host;
use super::language::tongue;
use super::place::place;
use super::store::Dispatch;
use super::unit::UnitOf;
use crate::session::{Action, Field, Session};

/// What a field is drawn from.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The session.
    pub session: Rc<Session>,
    /// The question or cell.
    pub field: Field,
    /// Takes actions.
    pub dispatch: Dispatch,
    /// Whether a help text stands above it.
    #[prop_or_default]
    pub has_help: bool,
}

/// A field with its unit, its reading in words and its message.
///
/// The text is never changed while it is typed: a composition in progress and the caret stay.
#[component]
pub fn Input(props: &Props) -> Html {
    let Props {
        session,
        field,
        dispatch,
        has_help,
    } = props;
    let field = *field;
    let id = element_id(session, field);
    let message = session
        .problem(field)
        .map(|problem| error::message(&problem.error));
    let (error_id, help_id) = (format!("{id}-error"), format!("{id}-help"));
    let doubt = session.doubt(field);
    let mut described = Vec::new();
    if message.is_some() {
        described.push(error_id.clone());
    }
    if doubt.is_some() {
        described.push(format!("{id}-doubt"));
    }
    if *has_help {
        described.push(help_id);
    }
    let control = Control {
        id: id.clone(),
        text: text_in(session, field),
        invalid: message.is_some(),
        described: (!described.is_empty()).then(|| described.join(" ")),
        dispatch: dispatch.clone(),
        oninput: dispatch.reform(move |event: InputEvent| {
            Action::Type(field, host::text_of(&event).unwrap_or_default())
        }),
        onchange: dispatch.reform(move |event: Event| {
            Action::Type(field, host::text_of(&event).unwrap_or_default())
        }),
        onfocus: dispatch.reform(move |_| Action::Enter(field)),
        onblur: {
            let dispatch = dispatch.clone();
            Callback::from(move |_| {
                let dispatch = dispatch.clone();
                host::when_released(move || dispatch.emit(Action::Leave(field)));
            })
        },
    };
    let value = session.value(field);
    let kind = session.kind(field);
    let doubted = matches!(kind, Kind::Quantity(_)).then(|| {
        html! { <AskBack {doubt} {field} id={id.clone()} dispatch={dispatch.clone()} /> }
    });
    html! {
        <div class="pc-field">
            { match kind {
                Kind::OneOf(options) => select(control, options),
                Kind::YesNo => {
                    let t = texts();
                    let option = |id: &str, label: &str| Choice { id: id.into(), was: Vec::new(), label: label.into() };
                    select(control, &[option("yes", t.value_yes), option("no", t.value_no)])
                }
                Kind::Region => place(control, session, field),
                Kind::Quantity(measured) => text_box(control, "decimal", html! {
                    <UnitOf session={session.clone()} {field} {id} shown={unit::shown(measured)} dispatch={dispatch.clone()} />
                }),
                _ => text_box(control, "text", html! {}),
            } }
            if let Some(words) = in_words(session, field, value) {
                <p class="pc-field__words" lang={tongue(&words)}>{ words }</p>
            }
            if let Some(message) = message {
                <p class="pc-field__error" id={error_id} role="alert">{ message }</p>
            }
            { doubted }
        </div>
    }
}

/// What the element to type or choose in is drawn from.
pub struct Control {
    /// Its id.
    pub id: String,
    /// The text in it.
    pub text: String,
    /// Whether the text cannot be taken.
    pub invalid: bool,
    /// The ids of what describes it.
    pub described: Option<String>,
    /// Takes actions.
    pub dispatch: Dispatch,
    oninput: Callback<InputEvent>,
    onchange: Callback<Event>,
    /// It was entered.
    pub onfocus: Callback<FocusEvent>,
    /// It was left.
    pub onblur: Callback<FocusEvent>,
}

fn text_box(control: Control, mode: &'static str, unit: Html) -> Html {
    let Control {
        id,
        text,
        invalid,
        described,
        oninput,
        onfocus,
        onblur,
        ..
    } = control;
    html! {
        <span class="pc-field__box">
            <input
                type="text" class="pc-field__input" autocomplete="off" inputmode={mode}
                {id} value={text} {oninput} {onfocus} {onblur}
                aria-invalid={invalid.then_some("true")} aria-describedby={described}
            />
            { unit }
        </span>
    }
}

fn select(control: Control, options: &[Choice]) -> Html {
    let Control {
        id,
        text,
        invalid,
        described,
        onchange,
        onfocus,
        onblur,
        ..
    } = control;
    html! {
        <select
            class="pc-field__input" {id} {onchange} {onfocus} {onblur}
            aria-invalid={invalid.then_some("true")} aria-describedby={described}
        >
            <option value="" selected={text.is_empty()}>{ texts().input_choose }</option>
            { for options.iter().map(|choice| html! {
                <option value={choice.id.clone()} selected={choice.id == text}>{ &choice.label }</option>
            }) }
        </select>
    }
}

/// The text that stands in a field.
pub fn text_in(session: &Session, field: Field) -> String {
    session.text(field).unwrap_or_default().to_owned()
}

/// A sum or a place read back in words.
fn in_words(session: &Session, field: Field, value: Option<&Value>) -> Option<String> {
    let t = texts();
    match (session.kind(field), value?) {
        (Kind::Quantity(measured), Value::Quantity(value)) if measured.unit == Unit::YUAN => {
            let sum = in_wan(*value);
            let words = in_chinese(*value).filter(|_| language() == Language::Chinese);
            Some(match words {
                Some(words) => fill(t.typed_words, &[("sum", &sum), ("words", &words)]),
                None => fill(t.input_yuan_words, &[("words", &sum)]),
            })
        }
        (Kind::Region, Value::Region(code)) => {
            let name = session.catalog().questionnaire.regions.full_name(*code);
            Some(fill(t.input_yuan_words, &[("words", &name)]))
        }
        _ => None,
    }
}

/// The id of a field's element: letters, digits and hyphens of its name.
pub fn element_id(session: &Session, field: Field) -> String {
    let name = session.catalog().questionnaire.name_of(field.ask);
    let plain = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
    let name: String = name.chars().map(plain).collect();
    match field.cell {
        Some((key, column)) => {
            let fact = session.catalog().questionnaire.fact(field.ask.fact);
            let column: String = fact.columns()[usize::from(column)]
                .id
                .chars()
                .map(plain)
                .collect();
            format!("q-{name}-{key}-{column}")
        }
        None => format!("q-{name}"),
    }
}
