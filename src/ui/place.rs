//! A field for a place: searched by any part of its name.

use policy_wording::texts;
use yew::prelude::*;

use super::combobox::{Combobox, Suggestion};
use super::field::Control;
use crate::session::{Action, Field, Session};

/// A box for a place with the places that its text finds.
pub fn place(control: Control, session: &Session, field: Field) -> Html {
    let regions = &session.catalog().questionnaire.regions;
    let found = regions.find(&control.text).into_iter().map(|region| {
        let name = regions.full_name(region.code);
        Suggestion {
            value: name.clone(),
            label: name,
            detail: None,
        }
    });
    let ontype = control
        .dispatch
        .reform(move |text| Action::Type(field, text));
    html! {
        <Combobox
            id={control.id} text={control.text} label={texts().combobox_places}
            suggestions={found.collect::<Vec<_>>()} settled={session.value(field).is_some()}
            onchoose={ontype.clone()} {ontype} onfocus={control.onfocus} onblur={control.onblur}
            invalid={control.invalid} described={control.described}
        />
    }
}
