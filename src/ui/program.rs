//! One program: its state and amount, and on opening everything behind them.

use std::rc::Rc;

use policy_wording::headline::Headline;
use policy_wording::{labelled, texts};
use yew::prelude::*;

use super::detail::{Detail, body};
use super::host;
use super::icon;

/// What a program is drawn from.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The program at a glance.
    pub program: Rc<Headline>,
    /// Everything behind it, and what more would bring, once it was opened.
    pub detail: Option<Detail>,
    /// Opened or closed it.
    pub ontoggle: Callback<(String, bool)>,
}

/// One program, folded; it opens to conditions, calculation, clause and readings.
#[component]
pub fn ProgramCard(props: &Props) -> Html {
    let t = texts();
    let program = &props.program;
    let needs = program.needs.join(t.finding_list_separator);
    let ontoggle = {
        let id = program.id.clone();
        let tell = |event: Event| host::is_open(&event);
        props
            .ontoggle
            .reform(move |event| (id.clone(), tell(event)))
    };
    html! {
        <details class={format!("pc-program pc-program--{}", program.state.id())} id={format!("program-{}", program.id)} {ontoggle}>
            <summary class="pc-program__summary">
                <span class="pc-program__head">
                    <span class="pc-program__name">
                        <span class="pc-program__state">{ icon::of_state(program.state) }{ program.state_name }</span>
                        <span class="pc-program__title">{ &program.title }</span>
                    </span>
                    if program.shows_amount() {
                        <span class="pc-program__money">
                            { for program.amount.glance.iter().map(|glance| html! { <span class="pc-program__glance">{ glance }</span> }) }
                            <span class="pc-program__amount">{ &program.amount.text }</span>
                        </span>
                    }
                </span>
                <span class="pc-program__kind">{ &program.kind }</span>
                if !needs.is_empty() {
                    <span class="pc-program__needs">{ labelled(t.need_heading, &needs) }</span>
                }
                { for program.failed.iter().map(|failed| html! { <span class="pc-program__gap">{ labelled(t.verdict_no, failed) }</span> }) }
                { for program.nearest.first().map(|way| html! { <span class="pc-program__way">{ way }</span> }) }
            </summary>
            // A place of its own, also while it is empty: else the summary would be made anew on opening.
            if let Some((program, advice)) = props.detail.as_deref() {
                { body(program, advice) }
            }
        </details>
    }
}
