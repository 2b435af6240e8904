//! The result: totals, then the programs by state.

use std::rc::Rc;

use policy_engine::assess::State;
use policy_wording::{fill, outcome, texts};
use yew::prelude::*;

use super::program::ProgramCard;
use super::totals::Totals;
use crate::session::Outcome;

/// What the result is drawn from.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// What follows from the answers.
    pub outcome: Rc<Outcome>,
}

/// The result: totals, then the programs by state.
#[component]
pub fn Results(props: &Props) -> Html {
    let t = texts();
    let report = &props.outcome.report;
    let states = State::ALL.into_iter().map(|state| {
        let programs: Vec<_> = report.programs.iter().filter(|program| program.state == state).collect();
        if programs.is_empty() {
            return html! {};
        }
        let count = fill(t.state_count, &[("count", &programs.len().to_string())]);
        html! {
            <section class={format!("pc-state pc-state--{}", state.id())} key={state.id()} id={format!("state-{}", state.id())}>
                <h3 class="pc-state__title">
                    { outcome::state(state) }
                    <span class="pc-state__count">{ count }</span>
                </h3>
                { for programs.into_iter().map(|program| html! {
                    <ProgramCard key={program.id.clone()} program={program.clone()} />
                }) }
            </section>
        }
    });
    html! {
        <section class="pc-results" id="results" tabindex="-1" aria-labelledby="results-title">
            <h2 class="pc-results__title" id="results-title">{ t.app_results }</h2>
            <p class="pc-results__date">{ fill(t.app_as_of, &[("date", &report.date)]) }</p>
            <Totals totals={report.totals.clone()} />
            { for states }
            <p class="pc-results__back"><a href="#questions">{ t.app_back_to_questions }</a></p>
        </section>
    }
}
