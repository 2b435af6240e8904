//! Behind the last question: all answers to look over and to change.

use std::rc::Rc;

use policy_engine::fact::Ask;
use policy_wording::{fill, place, texts};
use yew::prelude::*;

use super::errors::to_errors;
use super::field::{element_id, text_in};
use super::guide::END;
use crate::session::{Action, Entry, Field, Outcome, Session, Step};

/// What the answers are drawn from.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The session.
    pub session: Rc<Session>,
    /// What follows from it.
    pub outcome: Rc<Outcome>,
    /// Goes to a question.
    pub go: Callback<Action>,
}

/// All answers with a way to each, and to the result.
#[component]
pub fn Review(props: &Props) -> Html {
    let t = texts();
    let Props {
        session,
        outcome,
        go,
    } = props;
    let left = session.open_questions(outcome);
    let heading = match left {
        0 => t.guide_done.to_owned(),
        left => fill(t.guide_left, &[("count", &left.to_string())]),
    };
    let next = session.next_step(outcome);
    let go_on = go.reform(move |_: MouseEvent| Action::Go(next));
    let steps = session.steps(outcome).into_iter();
    let elective = outcome.elective.iter().copied();
    html! {
        <div class="pc-review" id="review">
            <h3 class="pc-review__title" id={END} tabindex="-1">{ heading }</h3>
            <div class="pc-guide__ways">
                if left > 0 {
                    <button type="button" class="pc-button pc-button--main" id="guide-go-on" onclick={go_on}>{ t.guide_go_on }</button>
                }
                <a class="pc-review__results" href="#results" onclick={to_errors()}>{ t.guide_results }</a>
            </div>
            <h4>{ t.guide_review }</h4>
            <dl class="pc-review__answers">{ for steps.map(|ask| answer(props, ask)) }</dl>
            if !outcome.elective.is_empty() {
                <h4>{ t.app_elective }</h4>
                <dl class="pc-review__answers">{ for elective.map(|ask| answer(props, ask)) }</dl>
            }
        </div>
    }
}

fn answer(props: &Props, ask: Ask) -> Html {
    let t = texts();
    let Props { session, go, .. } = props;
    let questionnaire = &session.catalog().questionnaire;
    let name = place::ask(questionnaire, ask);
    let onclick = go.reform(move |_: MouseEvent| Action::Go(Step::Ask(ask)));
    let label = fill(t.guide_change_label, &[("question", &name)]);
    let id = element_id(session, Field { ask, cell: None });
    html! {
        <div class="pc-review__answer" key={id.clone()} id={format!("review-{id}")}>
            <dt class="pc-review__question">{ name }</dt>
            <dd class="pc-review__says">{ says(session, ask) }</dd>
            <dd class="pc-review__change">
                <button type="button" class="pc-button pc-button--quiet" aria-label={label} {onclick}>{ t.guide_change }</button>
            </dd>
        </div>
    }
}

/// An answer in words.
fn says(session: &Session, ask: Ask) -> String {
    let t = texts();
    let questionnaire = &session.catalog().questionnaire;
    let field = Field { ask, cell: None };
    let known = session.value(field);
    let value =
        known.map(|value| place::value(questionnaire, &questionnaire.fact(ask.fact).kind, value));
    if session.is_wrong(ask) {
        let typed = value.unwrap_or_else(|| text_in(session, field));
        return fill(t.guide_wrong, &[("typed", &typed)]);
    }
    match session.entry(ask) {
        Some(Entry::Unsure(_)) => t.finding_unsure.to_owned(),
        _ => value.unwrap_or_else(|| t.finding_not_known.to_owned()),
    }
}
