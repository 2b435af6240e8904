//! Choices: 是/否, one of several, several of several.

use policy_engine::fact::{Choice, Kind};
use policy_wording::{error, texts};
use yew::prelude::*;

use super::field::{element_id, text_in};
use super::host;
use super::industry::IndustrySearch;
use super::question::{Props, Unsure};
use crate::session::{Action, Entry, Field};

/// 是 or 否.
#[component]
pub fn YesNo(props: &Props) -> Html {
    let t = texts();
    let option = |id: &str, label: &str| Choice {
        id: id.into(),
        was: Vec::new(),
        label: label.into(),
    };
    radios(
        props,
        &[option("yes", t.value_yes), option("no", t.value_no)],
    )
}

/// One option of several.
#[component]
pub fn OneOf(props: &Props) -> Html {
    let fact = props.session.catalog().questionnaire.fact(props.ask.fact);
    match &fact.kind {
        Kind::OneOf(options) => html! {
            <>
                if !fact.industries.is_empty() {
                    <IndustrySearch ..props.clone() />
                }
                { radios(props, options) }
            </>
        },
        _ => html! {},
    }
}

fn radios(props: &Props, options: &[Choice]) -> Html {
    let Props {
        session,
        ask,
        dispatch,
        ..
    } = props;
    let field = Field {
        ask: *ask,
        cell: None,
    };
    let name = element_id(session, field);
    let taken = text_in(session, field);
    let unsure = matches!(session.entry(*ask), Some(Entry::Unsure(_)));
    let ask = *ask;
    html! {
        <div class="pc-choices pc-choices--inline">
            { for options.iter().map(|choice| {
                let id = choice.id.clone();
                let onchange = dispatch.reform(move |_: Event| Action::Type(field, id.clone()));
                let checked = choice.id == taken || choice.label == taken;
                html! {
                    <label class="pc-choice">
                        <input type="radio" name={name.clone()} value={choice.id.clone()} {checked} {onchange} />
                        <span>{ &choice.label }</span>
                    </label>
                }
            }) }
            <label class="pc-choice">
                <input
                    type="radio" name={name.clone()} value="unsure" checked={unsure}
                    onchange={dispatch.reform(move |_: Event| Action::Unsure(ask, true))}
                />
                <span>{ texts().input_unsure }</span>
            </label>
            { problem(props) }
        </div>
    }
}

/// Any number of options, none included.
#[component]
pub fn SeveralOf(props: &Props) -> Html {
    let Props {
        session,
        ask,
        dispatch,
        ..
    } = props;
    let ask = *ask;
    let fact = session.catalog().questionnaire.fact(ask.fact);
    let Kind::SeveralOf(options) = &fact.kind else {
        return html! {};
    };
    let picks = match session.entry(ask) {
        Some(Entry::Picks(picks)) => Some(picks.as_slice()),
        _ => None,
    };
    let unsure = matches!(session.entry(ask), Some(Entry::Unsure(_)));
    let none = dispatch.reform(move |event: Event| {
        if host::is_ticked(&event) {
            Action::PickNone(ask)
        } else {
            Action::Clear(ask)
        }
    });
    html! {
        <div class="pc-choices">
            { for options.iter().map(|choice| {
                let id = choice.id.clone();
                let onchange = dispatch.reform(move |event: Event| {
                    Action::Pick(ask, id.clone(), host::is_ticked(&event))
                });
                let checked = picks.is_some_and(|picks| picks.contains(&choice.id));
                html! {
                    <label class="pc-choice">
                        <input type="checkbox" value={choice.id.clone()} {checked} {onchange} />
                        <span>{ &choice.label }</span>
                    </label>
                }
            }) }
            <label class="pc-choice">
                <input type="checkbox" value="none" checked={picks.is_some_and(<[String]>::is_empty)} onchange={none} />
                <span>{ texts().input_none_of }</span>
            </label>
            <Unsure {unsure} {ask} dispatch={dispatch.clone()} />
            { problem(props) }
        </div>
    }
}

/// What is wrong with a choice: only a restored answer can be.
fn problem(props: &Props) -> Html {
    let field = Field {
        ask: props.ask,
        cell: None,
    };
    let problem = props.session.problem(field);
    html! {
        if let Some(problem) = problem {
            <p class="pc-field__error" role="alert">{ error::message(&problem.error) }</p>
        }
    }
}
