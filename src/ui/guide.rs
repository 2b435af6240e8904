//! One question at a time, with what follows so far.

use policy_engine::fact::{Ask, Kind};
use policy_wording::{fill, outcome as words, texts};
use yew::prelude::*;

use super::field::element_id;
use super::form::NoDocuments;
use super::host;
use super::question::Asking;
use super::review::Review;
use super::running::Running;
use super::topics::Topics;
use crate::session::{Action, Field, Step};

/// The id of the element around the question that stands there.
const HERE: &str = "guide-question";
/// The id of the heading behind the last question.
pub const END: &str = "guide-end";

/// The question that stands there, the ways on and back, and what follows so far.
#[component]
pub fn Guide(props: &Asking) -> Html {
    let Asking {
        session,
        outcome,
        dispatch,
    } = props;
    let step = session.step(outcome);
    // The focus follows the person's steps, not what an answer opens or closes.
    let moved = use_mut_ref(|| false);
    {
        let moved = moved.clone();
        use_effect_with(step, move |step| {
            if moved.replace(false) {
                focus(*step);
            }
        });
    }
    let go = {
        let (session, outcome, dispatch) = (session.clone(), outcome.clone(), dispatch.clone());
        Callback::from(move |action: Action| {
            match &action {
                // Held where it is, for what is wrong there.
                Action::Go(to) if *to == session.step(&outcome) => focus(*to),
                _ => *moved.borrow_mut() = true,
            }
            dispatch.emit(action);
        })
    };
    let asked = match step {
        Step::Ask(ask) => question(props, ask, &go),
        Step::End => {
            let (session, outcome) = (session.clone(), outcome.clone());
            html! { <Review {session} {outcome} {go} /> }
        }
    };
    html! {
        <section class="pc-guide" aria-label={texts().guide_label}>
            { topics(props) }
            { asked }
            <NoDocuments session={session.clone()} />
            <Running outcome={outcome.clone()} />
        </section>
    }
}

fn focus(step: Step) {
    match step {
        Step::Ask(_) => host::focus_within_soon(HERE.to_owned()),
        Step::End => host::focus_soon(END.to_owned()),
    }
}

/// The topics, folded once something is filled in.
fn topics(props: &Asking) -> Html {
    let t = texts();
    let open = props.session.topics();
    let all = html! { <Topics open={open.clone()} dispatch={props.dispatch.clone()} /> };
    if props.session.is_empty() || open.is_empty() {
        return all;
    }
    let names: Vec<_> = open.into_iter().map(words::topic).collect();
    let names = names.join(t.finding_list_separator);
    html! {
        <details class="pc-guide__topics">
            <summary>{ fill(t.guide_topics, &[("topics", &names)]) }</summary>
            { all }
        </details>
    }
}

/// One question with the ways on and back.
fn question(props: &Asking, ask: Ask, go: &Callback<Action>) -> Html {
    let t = texts();
    let Asking {
        session, outcome, ..
    } = props;
    let questionnaire = &session.catalog().questionnaire;
    let fact = questionnaire.fact(ask.fact);
    let group = &questionnaire.groups[usize::from(fact.group)];
    let next = session.next_step(outcome);
    let on = go.reform(move |_: MouseEvent| Action::Go(next));
    // In a list Enter would leave the row half filled in.
    let in_list = matches!(fact.kind, Kind::Rows(_));
    let onkeydown = {
        let go = go.clone();
        Callback::from(move |event: KeyboardEvent| {
            if !in_list && host::is_entered(&event) {
                event.prevent_default();
                go.emit(Action::Go(next));
            }
        })
    };
    let back = session.step_back(outcome).map(|step| {
        let onclick = go.reform(move |_: MouseEvent| Action::Go(step));
        html! { <button type="button" class="pc-button" id="guide-back" {onclick}>{ t.guide_back }</button> }
    });
    let back = back.unwrap_or_default();
    let skip = go.reform(move |_: MouseEvent| Action::Skip(ask));
    let key = element_id(session, Field { ask, cell: None });
    html! {
        <>
            <p class="pc-guide__group">{ &group.title }</p>
            // A new element for each question, so that no field inherits the last one's state.
            <div class="pc-guide__question" id={HERE} key={key} {onkeydown}>
                { props.question(ask) }
            </div>
            <div class="pc-guide__ways">
                <button type="button" class="pc-button pc-button--main" id="guide-next" onclick={on}>{ t.guide_next }</button>
                { back }
                <button type="button" class="pc-button pc-button--quiet" id="guide-skip" onclick={skip}>{ t.guide_skip }</button>
            </div>
        </>
    }
}
