//! The result, said to a screen reader once typing has paused.

use policy_wording::outcome::open_questions;
use policy_wording::totals::Total;
use policy_wording::{fill, texts};
use yew::prelude::*;

use super::host;

/// How long nothing may change before the result is said, in milliseconds.
const PAUSE: u32 = 1_200;

/// What is said.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The sums.
    pub totals: Vec<Total>,
    /// How many questions wait for an answer.
    pub open: usize,
    /// Whether anything was answered yet.
    pub begun: bool,
}

/// Says the sums and the number of open questions, politely and not on each keystroke.
#[component]
pub fn Announce(props: &Props) -> Html {
    let said = use_state(String::new);
    let text = if props.begun {
        sentence(props)
    } else {
        String::new()
    };
    {
        let said = said.clone();
        use_effect_with(text, move |text| {
            let text = text.clone();
            let timer = host::after(PAUSE, move || said.set(text));
            move || drop(timer)
        });
    }
    html! { <p class="pc-hidden" role="status" id="announcement">{ (*said).clone() }</p> }
}

fn sentence(props: &Props) -> String {
    let t = texts();
    let totals = props.totals.iter();
    let totals = totals.map(|total| format!("{} {}", total.heading, total.amount.text));
    let mut parts: Vec<String> = totals.collect();
    if parts.is_empty() {
        parts.push(t.money_nothing.to_owned());
    }
    parts.push(open_questions(props.open));
    let parts = parts.join(t.finding_sentence_separator);
    fill(t.app_announced, &[("result", &parts)])
}
