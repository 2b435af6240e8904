//! The sums, each kind of money apart.

use policy_wording::totals::Total;
use policy_wording::{fill, texts};
use yew::prelude::*;

use super::errors::to_errors;

/// What the sums are drawn from.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The sums.
    pub totals: Vec<Total>,
    /// How many programs may be had of which the document states no amount.
    pub unstated: usize,
    /// Whether anything was answered yet; before that a sum would be read as an offer.
    pub begun: bool,
    /// Whether the topic that the sums belong to is open.
    #[prop_or(true)]
    pub open: bool,
    /// What stands beside every sum.
    pub disclaimer: String,
}

/// What stands in the place of sums where there are none.
pub fn nothing(unstated: usize) -> String {
    let t = texts();
    match unstated {
        0 => t.money_nothing.to_owned(),
        count => fill(t.money_all_unstated, &[("count", &count.to_string())]),
    }
}

/// The sums worth showing.
fn shown(props: &Props) -> impl Iterator<Item = &Total> {
    props.totals.iter().filter(|_| props.begun)
}

/// The sums with the notice that belongs beside each of them.
#[component]
pub fn Totals(props: &Props) -> Html {
    let t = texts();
    html! {
        <div class="pc-totals" id="totals">
            if !props.begun {
                <p class="pc-totals__amount">{ t.total_not_begun }</p>
                <p class="pc-totals__note">{ t.total_not_begun_note }</p>
            } else if props.totals.is_empty() {
                <p class="pc-totals__amount">{ nothing(props.unstated) }</p>
            }
            <div class="pc-totals__items">
            { for shown(props).map(|total| html! {
                <div class="pc-totals__item" key={total.id} id={format!("total-{}", total.id)}>
                    <p class="pc-totals__heading">{ &total.heading }</p>
                    { for total.amount.glance.iter().map(|glance| html! { <p class="pc-totals__glance">{ glance }</p> }) }
                    <p class="pc-totals__amount">{ &total.amount.text }</p>
                    { for total.beyond.iter().map(|beyond| html! { <p class="pc-totals__beyond">{ beyond }</p> }) }
                    { for total.combined.iter().map(|text| html! { <p class="pc-totals__beyond">{ text }</p> }) }
                    { for total.best_place.into_iter().map(|text| html! { <p class="pc-totals__beyond">{ text }</p> }) }
                    { for total.otherwise.iter().map(|text| html! { <p class="pc-totals__beyond">{ text }</p> }) }
                    <p class="pc-totals__note">{ total.note }</p>
                </div>
            }) }
            </div>
            <p class="pc-totals__disclaimer">{ &props.disclaimer }</p>
            <p class="pc-totals__note">{ t.total_stacking }</p>
        </div>
    }
}

/// The first sum, and how many there are beside it.
fn headline(props: &Props) -> Option<String> {
    let t = texts();
    let mut totals = shown(props);
    let first = totals.next()?;
    let mut text = format!("{} {}", first.heading, first.amount.short());
    if !first.beyond.is_empty() {
        text += t.total_beyond_short;
    }
    match totals.count() {
        0 => {}
        others => text += &fill(t.total_others, &[("count", &others.to_string())]),
    }
    Some(text)
}

/// The first sum in one line, for the bar of a narrow page.
#[component]
pub fn SummaryBar(props: &Props) -> Html {
    let t = texts();
    html! {
        <nav class="pc-bar" id="summary-bar" aria-label={t.app_results}>
            <p class="pc-bar__totals">
                { for headline(props).map(|text| html! { <span class="pc-bar__total">{ text }</span> }) }
                if !props.begun {
                    { t.total_not_begun }
                } else if props.open && props.totals.is_empty() {
                    { nothing(props.unstated) }
                }
                <span class="pc-bar__disclaimer">{ &props.disclaimer }</span>
            </p>
            <a class="pc-bar__link" href="#results" onclick={to_errors()}>{ t.app_see_results }</a>
        </nav>
    }
}
