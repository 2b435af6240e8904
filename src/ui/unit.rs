//! The unit of a field: a word, or a choice between 元 and 万元.

use std::rc::Rc;

use policy_engine::unit::WAN_YUAN;
use policy_wording::{fill, texts};
use yew::prelude::*;

use super::host;
use super::store::Dispatch;
use crate::session::{Action, Entry, Field, Session};

/// What a unit is drawn from.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The session.
    pub session: Rc<Session>,
    /// The field that it belongs to.
    pub field: Field,
    /// The id of the field's element.
    pub id: String,
    /// The unit where none is chosen.
    pub shown: String,
    /// Takes actions.
    pub dispatch: Dispatch,
}

/// The unit behind a box. A column has one for all its rows, chosen in the first.
#[component]
pub fn UnitOf(props: &Props) -> Html {
    let Props {
        session,
        field,
        id,
        shown,
        dispatch,
    } = props;
    let field = *field;
    let wan = session.in_wan(field);
    if !session.chooses_unit(field) || !is_first(session, field) {
        return html! {
            <span class="pc-field__unit">{ if wan { texts().unit_wan_yuan } else { shown } }</span>
        };
    }
    let label = fill(texts().typed_unit, &[("label", session.label(field))]);
    let onchange = dispatch.reform(move |event: Event| {
        Action::InWan(
            field,
            host::text_of(&event).is_some_and(|unit| unit == WAN_YUAN),
        )
    });
    let option = |unit: &str, label: &str, selected: bool| {
        html! { <option value={unit.to_owned()} {selected}>{ label }</option> }
    };
    html! {
        <select class="pc-field__input pc-field__choice" id={format!("{id}-unit")} aria-label={label} {onchange}>
            { option("", shown, !wan) }
            { option(WAN_YUAN, texts().unit_wan_yuan, wan) }
        </select>
    }
}

/// Whether a field stands in the first row of its list, or in none.
fn is_first(session: &Session, field: Field) -> bool {
    field.cell.is_none_or(|(key, _)| {
        let entry = session.entry(field.ask);
        entry.and_then(|entry: &Entry| entry.row_index(key)) == Some(0)
    })
}
