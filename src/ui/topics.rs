//! The topics that an enterprise looks for; each is opened by itself.

use policy_engine::policy::Topic;
use policy_wording::{outcome, texts};
use yew::prelude::*;

use super::host;
use super::store::Dispatch;
use crate::session::Action;

/// What the topics are drawn from.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The topics that are open.
    pub open: Vec<Topic>,
    /// Takes actions.
    pub dispatch: Dispatch,
}

/// A box to tick for each topic.
#[component]
pub fn Topics(props: &Props) -> Html {
    let t = texts();
    html! {
        <fieldset class="pc-topics" id="topics">
            <legend class="pc-topics__title">{ t.topic_heading }</legend>
            { for Topic::ALL.into_iter().map(|topic| {
                let onchange = props.dispatch.reform(move |event: Event| {
                    Action::Open(topic, host::is_ticked(&event))
                });
                let checked = props.open.contains(&topic);
                html! {
                    <label class="pc-choice" key={topic.id()}>
                        <input type="checkbox" value={topic.id()} {checked} {onchange} />
                        <span>
                            { outcome::topic(topic) }
                            <span class="pc-topics__about">{ outcome::topic_about(topic) }</span>
                        </span>
                    </label>
                }
            }) }
        </fieldset>
    }
}
