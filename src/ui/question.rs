//! One question with its answer.

use std::rc::Rc;

use policy_engine::fact::{Ask, Kind};
use policy_wording::stakes::Why;
use policy_wording::{place, texts};
use yew::prelude::*;

use super::choices::{OneOf, SeveralOf, YesNo};
use super::field::{Input, element_id};
use super::host;
use super::rows::RowsField;
use super::store::Dispatch;
use crate::session::{Action, Entry, Field, Outcome, Session};

/// What ways of asking are drawn from.
#[derive(PartialEq, Properties)]
pub struct Asking {
    /// The session.
    pub session: Rc<Session>,
    /// What follows from it.
    pub outcome: Rc<Outcome>,
    /// Takes actions.
    pub dispatch: Dispatch,
}

impl Asking {
    /// One of the questions, to stand in a keyed list.
    pub fn question(&self, ask: Ask) -> Html {
        let Asking {
            session,
            outcome,
            dispatch,
        } = self;
        html! {
            <Question
                key={session.catalog().questionnaire.name_of(ask)}
                session={session.clone()}
                {ask}
                coarse={outcome.coarse.contains(&ask)}
                why={outcome.why.get(&ask).cloned()}
                dispatch={dispatch.clone()}
            />
        }
    }
}

/// What a question is drawn from.
#[derive(Clone, Properties)]
pub struct Props {
    /// The session.
    pub session: Rc<Session>,
    /// The question.
    pub ask: Ask,
    /// Takes actions.
    pub dispatch: Dispatch,
    /// Whether some program needs a finer place than was answered.
    pub coarse: bool,
    /// Why it is asked.
    pub why: Option<Why>,
}

impl PartialEq for Props {
    /// Of the session only what is shown of the question counts: it is drawn again where that changed, not
    /// on each key in another field.
    fn eq(&self, other: &Props) -> bool {
        self.ask == other.ask
            && self.coarse == other.coarse
            && self.why == other.why
            && self.dispatch == other.dispatch
            && self.session.asks_alike(&other.session, self.ask)
    }
}

/// One question: its words, its help, its field, and 不清楚.
#[component]
pub fn Question(props: &Props) -> Html {
    let Props {
        session,
        ask,
        dispatch,
        coarse,
        why,
    } = props;
    // Each child has a place of its own, also while it is not there: beside a child that comes or goes
    // Yew would make a field anew that is being typed in.
    let why = why.as_ref().map(reasons).unwrap_or_default();
    let fact = session.catalog().questionnaire.fact(ask.fact);
    let field = Field {
        ask: *ask,
        cell: None,
    };
    let id = element_id(session, field);
    let unsure = matches!(session.entry(*ask), Some(Entry::Unsure(_)));
    let words = place::question(&session.catalog().questionnaire, *ask);
    let help = fact.help.clone().map(|help| {
        html! { <p class="pc-question__help" id={format!("{id}-help")}>{ help }</p> }
    });
    match &fact.kind {
        Kind::YesNo | Kind::OneOf(_) | Kind::SeveralOf(_) | Kind::Rows(_) => html! {
            <fieldset class="pc-question" id={id.clone()} aria-describedby={help.is_some().then(|| format!("{id}-help"))}>
                <legend class="pc-question__ask">{ words }</legend>
                { help }
                { match &fact.kind {
                    Kind::YesNo => html! { <YesNo ..props.clone() /> },
                    Kind::OneOf(_) => html! { <OneOf ..props.clone() /> },
                    Kind::SeveralOf(_) => html! { <SeveralOf ..props.clone() /> },
                    _ => html! { <RowsField ..props.clone() /> },
                } }
                { why }
            </fieldset>
        },
        Kind::Region | Kind::Quantity(_) | Kind::Date => html! {
            <div class="pc-question" id={format!("{id}-question")}>
                <label class="pc-question__ask" for={id.clone()}>{ words }</label>
                { help }
                <Input session={session.clone()} {field} dispatch={dispatch.clone()} has_help={fact.help.is_some()} />
                if *coarse {
                    <p class="pc-question__coarse" role="status">{ texts().input_coarse }</p>
                }
                <Unsure {unsure} ask={*ask} dispatch={dispatch.clone()} />
                { why }
            </div>
        },
    }
}

/// Why a question is asked: what it can move, and opened the programs that rest on it.
fn reasons(why: &Why) -> Html {
    html! {
        <details class="pc-why">
            <summary class="pc-why__says">{ &why.says }</summary>
            <ul class="pc-list">{ for why.programs.iter().map(|title| html! { <li>{ title }</li> }) }</ul>
        </details>
    }
}

/// What 不清楚 is drawn from.
#[derive(PartialEq, Properties)]
pub struct UnsureProps {
    /// Whether it was said.
    pub unsure: bool,
    /// Of which question.
    pub ask: Ask,
    /// Takes actions.
    pub dispatch: Dispatch,
}

/// The box for 不清楚.
#[component]
pub fn Unsure(props: &UnsureProps) -> Html {
    let ask = props.ask;
    let onchange = props
        .dispatch
        .reform(move |event: Event| Action::Unsure(ask, host::is_ticked(&event)));
    html! {
        <label class="pc-unsure">
            <input type="checkbox" checked={props.unsure} {onchange} />
            <span>{ texts().input_unsure }</span>
        </label>
    }
}
