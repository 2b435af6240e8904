//! The result: totals, then the programs by state.

use std::rc::Rc;

use policy_engine::assess::State;
use policy_engine::ordered::{Map, Set};
use policy_engine::policy::Topic;
use policy_wording::headline::Headline;
use policy_wording::{fill, outcome, texts};
use yew::prelude::*;

use super::comparison::Compare;
use super::day::Day;
use super::detail::Detail;
use super::errors::Errors;
use super::field::element_id;
use super::later::use_later;
use super::parts::use_whole;
use super::program::ProgramCard;
use super::sheet;
use super::store::Dispatch;
use super::totals::Totals;
use crate::session::{Action, Outcome, Session, Step};

/// What the result is drawn from.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The session.
    pub session: Rc<Session>,
    /// What follows from it.
    pub outcome: Rc<Outcome>,
    /// Takes actions.
    pub dispatch: Dispatch,
    /// Opens the result sheet.
    pub onsheet: Callback<()>,
}

/// With more programs, only those near the window are laid out.
const LONG: usize = 200;

/// How many headings and programs are drawn at first.
const AT_FIRST: usize = 8;

/// The result: totals, then the programs by topic and state.
#[component]
pub fn Results(props: &Props) -> Html {
    let t = texts();
    let report = &props.outcome.report;
    let opened = use_state(Set::default);
    let aside_opened = use_state(|| false);
    let whole = use_whole();
    let drawn = if use_later() { usize::MAX } else { AT_FIRST };
    // The same as long as no card is opened or closed: a card is drawn again only where it changed.
    let ontoggle = use_callback(opened.clone(), |(id, open): (String, bool), opened| {
        let mut ids = (**opened).clone();
        let changed = if open {
            ids.insert(id)
        } else {
            ids.remove(&id)
        };
        if changed {
            opened.set(ids);
        }
    });
    let wrong = props.session.wrong().into_iter();
    let (fields, wrong): (Vec<_>, Vec<_>) = wrong
        .map(|(field, wrong)| (field, (element_id(&props.session, field), wrong)))
        .unzip();
    // One at a time, the question may not be on the page.
    let go = {
        let (guided, dispatch) = (props.session.is_guided(), props.dispatch.clone());
        Callback::from(move |index: usize| {
            if guided {
                dispatch.emit(Action::Go(Step::Ask(fields[index].ask)));
            }
        })
    };
    // The same headline is that of the same outcome, of which everything else is the same too.
    let kept = use_mut_ref(Map::<String, (Rc<Headline>, Detail)>::new);
    let detail = |program: &Rc<Headline>| -> Option<Detail> {
        let mut kept = kept.borrow_mut();
        match kept.get(&program.id) {
            Some((of, detail)) if Rc::ptr_eq(of, program) => Some(detail.clone()),
            _ => {
                let detail = Rc::new(props.session.detail(&program.id)?);
                kept.insert(program.id.clone(), (program.clone(), detail.clone()));
                Some(detail)
            }
        }
    };
    let card = |program: &Rc<Headline>| {
        let detail = (whole && opened.contains(&program.id)).then(|| detail(program));
        let detail = detail.flatten();
        html! {
            <ProgramCard
                key={program.id.clone()}
                program={program.clone()}
                {detail}
                ontoggle={ontoggle.clone()}
            />
        }
    };
    // One list, headings and programs alike: a program that changes its state moves, and stays open.
    let topics = props.outcome.topics.iter();
    let parts = topics.flat_map(|topic| State::ALL.map(|state| (*topic, state)));
    let list = parts.flat_map(|(topic, state)| {
        let programs: Vec<_> = report
            .programs
            .iter()
            .filter(|program| {
                program.topic == topic && program.state == state && !program.is_aside()
            })
            .collect();
        let heading = (!programs.is_empty()).then(|| heading(topic, state, programs.len()));
        let cards = programs.into_iter().map(card);
        heading.into_iter().chain(cards).collect::<Vec<_>>()
    });
    html! {
        <section class="pc-results" id="results" tabindex="-1" aria-labelledby="results-title">
            <h2 class="pc-results__title" id="results-title">{ t.app_results }</h2>
            <Day session={props.session.clone()} dispatch={props.dispatch.clone()} />
            <p class="pc-results__date">{ fill(t.app_as_of, &[("date", &report.date)]) }</p>
            <Errors {wrong} {go} />
            if props.outcome.topics.contains(&Topic::Funding) {
                <Totals key={props.session.language().id()} totals={report.totals.clone()} unstated={report.unstated} begun={props.outcome.begun} disclaimer={report.disclaimer.clone()} />
            }
            if props.outcome.begun {
                <p class="pc-results__sheet">
                    <button type="button" class="pc-button" id={sheet::OPEN} onclick={props.onsheet.reform(|_| ())}>
                        { t.sheet_open }
                    </button>
                </p>
                <Compare comparison={props.outcome.comparison.clone()} dispatch={props.dispatch.clone()} />
            }
            <div class={states(report.programs.len())}>{ for list.take(drawn) }</div>
            { aside(props, &aside_opened, &card) }
            <p class="pc-results__back"><a href="#questions">{ t.app_back_to_questions }</a></p>
        </section>
    }
}

/// The programs of other places and of the past, folded; drawn once they are unfolded.
fn aside(
    props: &Props,
    opened: &UseStateHandle<bool>,
    card: &dyn Fn(&Rc<Headline>) -> Html,
) -> Html {
    let programs = props.outcome.report.programs.iter();
    let open = |program: &&Rc<Headline>| props.outcome.topics.contains(&program.topic);
    let programs = programs.filter(|program| program.is_aside()).filter(open);
    let programs: Vec<_> = programs.collect();
    if programs.is_empty() {
        return html! {};
    }
    let count = programs.len().to_string();
    let setter = opened.setter();
    // A card inside tells of itself too: what was drawn stays.
    let ontoggle = move |_: Event| setter.set(true);
    html! {
        <details class="pc-aside" id="aside" {ontoggle}>
            <summary class="pc-aside__summary">{ fill(texts().state_aside, &[("count", &count)]) }</summary>
            if **opened {
                <div class={states(programs.len())}>
                    { for programs.into_iter().map(card) }
                </div>
            }
        </details>
    }
}

/// The list of so many programs.
fn states(programs: usize) -> Classes {
    classes!("pc-states", (programs > LONG).then_some("pc-states--long"))
}

fn heading(topic: Topic, state: State, programs: usize) -> Html {
    let count = fill(texts().state_count, &[("count", &programs.to_string())]);
    let id = match topic {
        Topic::Funding => format!("state-{}", state.id()),
        _ => format!("{}-{}", topic.id(), state.id()),
    };
    html! {
        <h3 class="pc-states__title" key={id.clone()} {id}>
            if topic != Topic::Funding {
                <span class="pc-states__topic">{ outcome::topic(topic) }</span>
            }
            { outcome::state(state, topic) }
            <span class="pc-states__count">{ count }</span>
        </h3>
    }
}
