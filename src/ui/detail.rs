//! What an opened program shows: conditions, calculation, clause, readings, and what more would bring.

use std::rc::Rc;

use policy_wording::advice::Advice;
use policy_wording::report::{Program, Reading};
use policy_wording::{fill, texts};
use yew::prelude::*;

use super::basis::basis;
use super::calendar::Calendar;
use super::chart::AmountChart;
use super::conditions::Conditions;
use super::language::tongue;
use super::source::Source;

/// Everything behind a program, and what more would bring.
pub type Detail = Rc<(Program, Advice)>;

/// Everything behind a program; drawn once it is opened, and all of the page's code is there.
#[inline(never)]
pub fn body(program: &Program, advice: &Advice) -> Html {
    let t = texts();
    html! {
            <div class="pc-program__body">
                <h4>{ t.finding_conditions }</h4>
                <Conditions conditions={program.conditions.clone()} />
                if program.conflict {
                    <p class="pc-program__gap">{ t.finding_conflict }</p>
                }
                { working(program) }
                if !program.calendar.is_empty() {
                    <Calendar years={program.calendar.clone()} />
                }
                { more(program, advice) }
                { shows(program) }
                { compares(program) }
                { readings(&program.readings) }
                { listed(t.detail_together, &program.together) }
                { listed(t.detail_not_modelled, &program.not_modelled) }
                <Source source={program.source.clone()} />
            </div>
    }
}

/// The nearest ways to the program, and what more would bring.
fn more(program: &Program, advice: &Advice) -> Html {
    let t = texts();
    html! {
        <>
            { listed(t.advice_heading, &program.nearest) }
            { listed(t.advice_heading_more, &advice.gains) }
            { for advice.charts.iter().map(|chart| html! { <AmountChart chart={chart.clone()} /> }) }
        </>
    }
}

fn working(program: &Program) -> Html {
    let working = &program.calculation.working;
    if working.is_empty() {
        return html! {};
    }
    html! {
        <>
            <h4>{ texts().working_heading }</h4>
            <ol class="pc-working">
                { for working.iter().chain(&program.cap).map(|line| html! { <li>{ line }</li> }) }
            </ol>
            { basis("pc-basis", &program.calculation.basis) }
        </>
    }
}

/// Shared figures, each opening to its steps.
fn shows(program: &Program) -> Html {
    html! {
        for shown in &program.shows {
            <h4>{ &shown.label }</h4>
            <p class="pc-shown__value">{ &shown.value }</p>
            <ol class="pc-working">
                { for shown.calculation.working.iter().map(|line| html! { <li>{ line }</li> }) }
            </ol>
            { basis("pc-basis", &shown.calculation.basis) }
        }
    }
}

/// The amount in other circumstances.
fn compares(program: &Program) -> Html {
    if program.compares.is_empty() {
        return html! {};
    }
    html! {
        <>
            <h4>{ texts().working_compares }</h4>
            <dl class="pc-compares">
                { for program.compares.iter().map(|compared| html! {
                    <div class="pc-compares__one" key={compared.says.clone()}>
                        <dt>{ &compared.says }</dt>
                        <dd>{ &compared.amount.text }</dd>
                    </div>
                }) }
            </dl>
        </>
    }
}

fn readings(readings: &[Reading]) -> Html {
    if readings.is_empty() {
        return html! {};
    }
    let t = texts();
    html! {
        <>
            <h4>{ t.detail_readings }</h4>
            <ul class="pc-readings">
                { for readings.iter().map(|reading| html! {
                    <li class="pc-reading">
                        <p lang={tongue(&reading.says)}>{ fill(t.detail_reading_taken, &[("says", &reading.says)]) }</p>
                        <p class="pc-reading__because" lang={tongue(&reading.because)}>{ fill(t.detail_reading_because, &[("because", &reading.because)]) }</p>
                        <p lang={tongue(&reading.other)}>{ fill(t.detail_reading_other, &[("says", &reading.other)]) }</p>
                        <p class="pc-reading__amount">{ &reading.other_amount }</p>
                    </li>
                }) }
            </ul>
        </>
    }
}

fn listed(heading: &str, lines: &[String]) -> Html {
    if lines.is_empty() {
        return html! {};
    }
    html! {
        <>
            <h4>{ heading }</h4>
            <ul class="pc-list">{ for lines.iter().map(|line| html! { <li lang={tongue(line)}>{ line }</li> }) }</ul>
        </>
    }
}
