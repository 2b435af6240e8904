//! Signs that stand beside words, never in their place: a screen reader passes over them.

use policy_engine::assess::State;
use policy_engine::verdict::Verdict;
use yew::prelude::*;

/// The sign of a state.
pub fn of_state(state: State) -> Html {
    match state {
        State::Obtainable => icon(TICK),
        State::Applicable => icon(SHEET),
        State::Open => icon(QUESTION),
        State::Refused => icon(CROSS),
        State::NotYet => icon(CLOCK),
        State::Closed | State::Expired => icon(BAR),
    }
}

/// The sign of a verdict.
pub fn of_verdict(verdict: Verdict) -> Html {
    match verdict {
        Verdict::Yes => icon(TICK),
        Verdict::No => icon(CROSS),
        Verdict::Unknown => icon(QUESTION),
    }
}

// Strokes on a square of 16 units, within a circle where there is none of their own.
const TICK: &str = "M4.5 8.5 7 11l4.5-5.5M15 8A7 7 0 1 1 1 8a7 7 0 0 1 14 0Z";
const CROSS: &str = "m5.5 5.5 5 5m0-5-5 5M15 8A7 7 0 1 1 1 8a7 7 0 0 1 14 0Z";
const QUESTION: &str =
    "M6 6.5a2 2 0 1 1 2.8 1.8c-.6.3-.8.6-.8 1.2m0 1.8v.2M15 8A7 7 0 1 1 1 8a7 7 0 0 1 14 0Z";
const CLOCK: &str = "M8 4v4l2.5 1.5M15 8A7 7 0 1 1 1 8a7 7 0 0 1 14 0Z";
const BAR: &str = "M4.5 8h7M15 8A7 7 0 1 1 1 8a7 7 0 0 1 14 0Z";
const SHEET: &str = "M3.5 1.5h6l3 3v10h-9Zm2.5 6h4m-4 3h4m-1-9v3.5h3.5";

fn icon(path: &'static str) -> Html {
    html! {
        <svg class="pc-icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false"><path d={path} /></svg>
    }
}
