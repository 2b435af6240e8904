//! Who answers, for the sheet alone.

use policy_wording::texts;
use yew::prelude::*;

use crate::session::{Action, Identity};
use crate::ui::host;
use crate::ui::store::Dispatch;

/// What the fields are drawn from.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// What was typed.
    pub identity: Identity,
    /// Takes actions.
    pub dispatch: Dispatch,
}

/// The name and the code of the enterprise; neither is needed.
#[component]
pub fn IdentityFields(props: &Props) -> Html {
    let t = texts();
    let Props { identity, dispatch } = props;
    // A code that is being typed is not wrong yet.
    let editing = use_state(|| false);
    let onname = {
        let code = identity.code.clone();
        dispatch.reform(move |event: InputEvent| {
            let name = host::text_of(&event).unwrap_or_default();
            Action::Identify(Identity {
                name,
                code: code.clone(),
            })
        })
    };
    let oncode = {
        let name = identity.name.clone();
        dispatch.reform(move |event: InputEvent| {
            let code = host::text_of(&event).unwrap_or_default();
            Action::Identify(Identity {
                name: name.clone(),
                code,
            })
        })
    };
    let onfocus = {
        let editing = editing.clone();
        Callback::from(move |_| editing.set(true))
    };
    let onblur = {
        let editing = editing.clone();
        Callback::from(move |_| {
            let editing = editing.clone();
            host::when_released(move || editing.set(false));
        })
    };
    let problem = identity.code_problem().filter(|_| !*editing);
    html! {
        <fieldset class="pc-sheet-identity">
            <legend class="pc-sheet-identity__legend">{ t.sheet_identity }</legend>
            <div class="pc-sheet-identity__field">
                <label for="identity-name">{ t.sheet_name }</label>
                <input
                    type="text" class="pc-field__input" id="identity-name" autocomplete="organization"
                    value={identity.name.clone()} oninput={onname}
                />
            </div>
            <div class="pc-sheet-identity__field">
                <label for="identity-code">{ t.sheet_code }</label>
                <input
                    type="text" class="pc-field__input" id="identity-code" autocomplete="off"
                    value={identity.code.clone()} oninput={oncode} {onfocus} {onblur}
                    aria-invalid={problem.is_some().then_some("true")}
                    aria-describedby={problem.is_some().then_some("identity-code-error")}
                />
                if let Some(problem) = problem {
                    <p class="pc-field__error" id="identity-code-error" role="alert">{ problem }</p>
                }
            </div>
        </fieldset>
    }
}
