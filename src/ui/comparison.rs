//! Two situations side by side.

use policy_wording::comparison::{Comparison, Difference};
use policy_wording::{fill, texts};
use yew::prelude::*;

use super::store::Dispatch;
use crate::session::Action;

/// What the comparison is drawn from.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// What differs, where a first situation was taken down.
    pub comparison: Option<Comparison>,
    /// Takes actions.
    pub dispatch: Dispatch,
}

/// Takes a situation down, and shows what differs from it.
#[component]
pub fn Compare(props: &Props) -> Html {
    let t = texts();
    let act = |action: Action| props.dispatch.reform(move |_: MouseEvent| action.clone());
    html! {
        <section class="pc-compare" id="compare" aria-labelledby="compare-title">
            <h3 class="pc-compare__title" id="compare-title">{ t.compare_heading }</h3>
            if let Some(comparison) = &props.comparison {
                { table(comparison) }
                <button type="button" class="pc-button" id="compare-swap" onclick={act(Action::Swap)}>{ t.compare_swap }</button>
                <button type="button" class="pc-button" id="compare-unpin" onclick={act(Action::Pin(false))}>{ t.compare_unpin }</button>
            } else {
                <p class="pc-compare__about">{ t.compare_about }</p>
                <button type="button" class="pc-button" id="compare-pin" onclick={act(Action::Pin(true))}>{ t.compare_pin }</button>
            }
        </section>
    }
}

fn table(comparison: &Comparison) -> Html {
    let t = texts();
    if comparison.totals.is_empty() && comparison.programs.is_empty() {
        return html! { <p class="pc-compare__about" role="status">{ t.compare_same }</p> };
    }
    let dates = comparison.dates.as_ref();
    let totals = comparison.totals.iter();
    let rows = totals.chain(&comparison.programs);
    html! {
        <div class="pc-table">
            <table class="pc-table__table">
                <thead>
                    <tr>
                        <th scope="col">{ t.compare_program }</th>
                        <th scope="col">{ situation(t.compare_before, dates.map(|dates| &dates.0)) }</th>
                        <th scope="col">{ situation(t.compare_now, dates.map(|dates| &dates.1)) }</th>
                        <th scope="col">{ t.compare_change }</th>
                    </tr>
                </thead>
                <tbody>{ for rows.map(row) }</tbody>
            </table>
        </div>
    }
}

/// The name of a situation, with its day where the two differ in it.
fn situation(name: &str, date: Option<&String>) -> String {
    match date {
        Some(date) => fill(texts().compare_on, &[("situation", name), ("date", date)]),
        None => name.to_owned(),
    }
}

fn row(difference: &Difference) -> Html {
    html! {
        <tr>
            <th scope="row">{ &difference.name }</th>
            <td>{ &difference.before }</td>
            <td>{ &difference.now }</td>
            <td>{ difference.change.clone() }</td>
        </tr>
    }
}
