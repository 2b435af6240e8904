//! What follows so far, in two lines: for the guide, where the result may be out of sight.

use std::rc::Rc;

use policy_engine::policy::Topic;
use policy_wording::{fill, texts};
use yew::prelude::*;

use crate::session::Outcome;

/// What the lines are drawn from.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// What follows from the answers.
    pub outcome: Rc<Outcome>,
}

/// The sums, and how many programs are certain and open.
#[component]
pub fn Running(props: &Props) -> Html {
    let t = texts();
    let outcome = &props.outcome;
    if !outcome.begun {
        return html! {};
    }
    let counts = [
        ("sure", outcome.met().to_string()),
        ("open", outcome.waiting().to_string()),
    ];
    let counts = counts
        .each_ref()
        .map(|(name, count)| (*name, count.as_str()));
    let totals = outcome.report.totals.iter();
    let totals = totals.filter(|_| outcome.topics.contains(&Topic::Funding));
    html! {
        <div class="pc-running" id="running">
            { for totals.map(|total| html! {
                <p class="pc-running__sum" key={total.id}>
                    { &total.heading }{ " " }<strong>{ &total.amount.text }</strong>
                    if !total.beyond.is_empty() {
                        { t.total_beyond_short }
                    }
                </p>
            }) }
            <p class="pc-running__programs">{ fill(t.guide_programs, &counts) }</p>
            <p class="pc-running__disclaimer">{ &outcome.report.disclaimer }</p>
        </div>
    }
}
