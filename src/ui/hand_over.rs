//! The button that hands the result to the site around the page.

use std::rc::Rc;

use jiff::civil::Date;
use policy_engine::form::Drafts;
use policy_engine::language::Language;
use policy_engine::policy::Topic;
use policy_wording::{fill, texts};
use yew::prelude::*;

use super::host;
use crate::session::Session;

/// What the button is drawn from.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The session.
    pub session: Rc<Session>,
}

/// What a result rests on.
fn rests_on(session: &Session) -> (Drafts, Vec<Topic>, Date, Language) {
    let (topics, language) = (session.topics(), session.language());
    (session.drafts(), topics, session.date(), language)
}

/// The button that hands the result over, and to whom; nothing where no site takes it.
#[component]
pub fn HandOver(props: &Props) -> Html {
    let t = texts();
    let site = use_state(host::receiver);
    let handed = use_state(|| None);
    {
        let site = site.setter();
        use_effect_with((), move |()| {
            let watch = host::watch_receiver(move || site.set(host::receiver()));
            move || drop(watch)
        });
    }
    let Some(site) = &*site else {
        return Html::default();
    };
    let named = |template| fill(template, &[("site", site)]);
    let onclick = {
        let (session, handed) = (props.session.clone(), handed.clone());
        Callback::from(move |_: MouseEvent| {
            let done = host::hand_over(&session.result_json());
            handed.set(Some((done, rests_on(&session))));
        })
    };
    // What was said of another result is over.
    let now = rests_on(&props.session);
    let done = handed.as_ref().filter(|(_, of)| *of == now);
    let status = done.map(|(done, _)| {
        let template = if *done {
            t.hand_over_done
        } else {
            t.hand_over_failed
        };
        named(template)
    });
    html! {
        <div class="pc-exchange__part">
            <h3 class="pc-exchange__heading">{ t.hand_over_heading }</h3>
            <p class="pc-exchange__warning" id="hand-over-about">{ named(t.hand_over_about) }</p>
            <button type="button" class="pc-button" id="hand-over" aria-describedby="hand-over-about" {onclick}>
                { named(t.hand_over_button) }
            </button>
            <p class="pc-exchange__status" role="status">{ status }</p>
        </div>
    }
}
