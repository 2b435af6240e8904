//! The day assessed.

use policy_engine::day;
use std::rc::Rc;

use policy_wording::texts;
use yew::prelude::*;

use super::host;
use super::store::Dispatch;
use crate::session::{Action, Session};

/// What the day is drawn from.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The session.
    pub session: Rc<Session>,
    /// Takes actions.
    pub dispatch: Dispatch,
}

/// The day assessed, which can be another than today.
#[component]
pub fn Day(props: &Props) -> Html {
    let t = texts();
    let Props { session, dispatch } = props;
    let known = session.catalog().known();
    let problem = session.date_problem();
    let onchange =
        dispatch.reform(|event: Event| Action::Date(host::text_of(&event).unwrap_or_default()));
    let today = session.today_instead().map(|today| {
        let onclick = dispatch.reform(move |_| {
            host::focus_soon("date".to_owned());
            Action::Date(day::written(today))
        });
        html! {
            <button type="button" class="pc-button pc-button--quiet" id="today" {onclick}>{ t.app_today }</button>
        }
    });
    html! {
        <div class="pc-day">
            <label class="pc-day__label" for="date">{ t.app_date }</label>
            <input
                type="date"
                id="date"
                class="pc-day__input"
                value={session.date_text()}
                min={day::written(*known.start())}
                max={day::written(*known.end())}
                aria-invalid={problem.is_some().then_some("true")}
                aria-describedby={problem.is_some().then_some("date-error")}
                {onchange}
            />
            { today }
            if let Some(problem) = problem {
                <p class="pc-field__error" id="date-error" role="alert">{ problem }</p>
            }
        </div>
    }
}
