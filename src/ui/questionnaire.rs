//! The questions: all that can still matter, or one at a time, and how the person wants them.

use std::rc::Rc;

use policy_wording::outcome::open_questions;
use policy_wording::texts;
use yew::prelude::*;

use super::examples::Examples;
use super::form::{AllQuestions, Start};
use super::guide::Guide;
use super::host;
use super::keep::Keep;
use super::later::use_later;
use super::parts::is_whole;
use super::store::{Change, Dispatch};
use crate::session::{Action, Outcome, Session};

/// What the questionnaire is drawn from.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The session.
    pub session: Rc<Session>,
    /// What follows from it.
    pub outcome: Rc<Outcome>,
    /// Whether the answers are kept on this device.
    pub keep: bool,
    /// Whether the browser does not let them be kept.
    pub denied: bool,
    /// Takes actions.
    pub dispatch: Dispatch,
    /// Changes the store.
    pub change: Callback<Change>,
}

/// The questions, and how the person wants them.
#[component]
pub fn Questionnaire(props: &Props) -> Html {
    let t = texts();
    let Props {
        session,
        outcome,
        dispatch,
        ..
    } = props;
    let example = session.example();
    let examples = html! {
        <Examples
            current={example} own={!session.is_empty() && example.is_none()} kept={props.keep}
            dispatch={dispatch.clone()}
        />
    };
    let tools = html! {
        <>
            <Mode guided={session.is_guided()} sorted={session.is_sorted()} dispatch={dispatch.clone()} />
            { progress(props) }
        </>
    };
    // They are enterprises of the whole catalogue.
    let examples = if session.is_whole() {
        examples
    } else {
        Html::default()
    };
    let nothing = Html::default;
    let later = use_later();
    let (session, outcome, dispatch) = (session.clone(), outcome.clone(), dispatch.clone());
    // Of one length in both ways of asking, so that the choice between them keeps its element, and
    // with it the focus.
    let [start, before, questions, after] = if session.is_guided() {
        let guide = html! { <Guide {session} {outcome} {dispatch} /> };
        [nothing(), nothing(), guide, examples]
    } else {
        let (of, from, to) = (session.clone(), outcome.clone(), dispatch.clone());
        let start = html! { <Start session={of} outcome={from} dispatch={to} /> };
        let all = || html! { <AllQuestions {session} {outcome} {dispatch} /> };
        let all = if later { all() } else { nothing() };
        [start, examples, all, nothing()]
    };
    html! {
        <main class="pc-questions" id="questions" tabindex="-1" aria-labelledby="questions-title">
            <h2 class="pc-questions__title" id="questions-title">{ t.app_questions }</h2>
            { start }
            { before }
            { tools }
            { questions }
            { after }
            <Keep keep={props.keep} denied={props.denied} change={props.change.clone()} />
        </main>
    }
}

/// How many questions are left, and where there is nothing to ask or to get, why.
fn progress(props: &Props) -> Html {
    let t = texts();
    let Props {
        session, outcome, ..
    } = props;
    let open = session.open_questions(outcome);
    let no_topic = outcome.topics.is_empty();
    let progress = if no_topic {
        t.app_no_topic.to_owned()
    } else {
        open_questions(open)
    };
    let nothing = open == 0 && outcome.begun && outcome.met() + outcome.waiting() == 0;
    html! {
        <>
            <p class="pc-questions__progress" id="progress">{ progress }</p>
            if no_topic {
                <p class="pc-empty" id="no-topic">{ t.start_no_topic }</p>
            } else if nothing {
                <p class="pc-empty" id="no-result">{ t.start_no_result }</p>
            }
        </>
    }
}

/// What the ways of asking are drawn from.
#[derive(PartialEq, Properties)]
struct ModeProps {
    guided: bool,
    sorted: bool,
    dispatch: Dispatch,
}

/// All questions or one at a time, in the author's order or by what each can move.
#[component]
fn Mode(props: &ModeProps) -> Html {
    let t = texts();
    let mode = |guided: bool, id: &'static str, label: &'static str| {
        let onchange = props.dispatch.reform(move |_: Event| Action::Guide(guided));
        // What has to wait is not shown as chosen before it is.
        let onclick = {
            let dispatch = props.dispatch.clone();
            move |event: MouseEvent| {
                if !is_whole() {
                    event.prevent_default();
                    dispatch.emit(Action::Guide(guided));
                }
            }
        };
        html! {
            <label class="pc-choice">
                <input type="radio" name="mode" {id} checked={props.guided == guided} {onchange} {onclick} />
                <span>{ label }</span>
            </label>
        }
    };
    let sort = props
        .dispatch
        .reform(|event: Event| Action::Sort(host::is_ticked(&event)));
    html! {
        <div class="pc-mode">
            <fieldset class="pc-mode__ways" id="mode">
                <legend class="pc-mode__label">{ t.mode_label }</legend>
                { mode(false, "mode-full", t.mode_full) }
                { mode(true, "mode-guided", t.mode_guided) }
            </fieldset>
            <label class="pc-choice pc-questions__sort">
                <input type="checkbox" id="sort" checked={props.sorted} onchange={sort} />
                <span>{ t.app_sort }</span>
            </label>
        </div>
    }
}
