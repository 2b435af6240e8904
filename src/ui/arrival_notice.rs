//! What is said of answers that came by a link or from a file.

use policy_wording::{fill, in_short, texts};
use yew::prelude::*;

use super::arrival::{Arrival, By, Taken, in_address};
use super::host;
use super::message::{button, class};
use super::store::Change;

/// The id of the notice.
const ARRIVAL: &str = "arrival";

/// How many names are told that are not known.
const NAMES: usize = 20;

/// What the notice is drawn from.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// What came.
    pub arrival: Option<Arrival>,
    /// Whether the answers are kept on this device.
    pub keep: bool,
    /// Changes the store.
    pub change: Callback<Change>,
}

/// The question before answers are replaced, and what became of it.
#[component]
pub fn ArrivalNotice(props: &Props) -> Html {
    let Props {
        arrival,
        keep,
        change,
    } = props;
    {
        let change = change.clone();
        use_effect_with((), move |()| {
            let watch = host::watch_address(move || {
                if let Some(code) = in_address() {
                    change.emit(Change::Arrive(By::Address, code));
                }
            });
            move || drop(watch)
        });
    }
    // What was done elsewhere on the page is answered here.
    use_effect_with(arrival.clone(), |arrival| {
        if let Some(Arrival::Asks(..) | Arrival::Taken(By::Code | By::File, _)) = arrival {
            host::focus_soon(ARRIVAL.to_owned());
        }
    });
    html! {
        <section class="pc-arrival" aria-label={texts().arrival_label}>
            <div role="status">
                { for arrival.as_ref().and_then(|arrival| message(arrival, *keep, change)) }
            </div>
        </section>
    }
}

fn message(arrival: &Arrival, keep: bool, change: &Callback<Change>) -> Option<Html> {
    let t = texts();
    let close = || {
        button(change, "arrival-close", t.keep_close, "questions", || {
            Change::CloseArrival
        })
    };
    let (lines, bad, choices) = match arrival {
        Arrival::Asks(by, _) => {
            let asks = match by {
                By::File => t.arrival_asks_file,
                By::Address | By::Code => t.arrival_asks_link,
            };
            let kept = keep.then(|| t.arrival_asks_kept.to_owned());
            let choices = html! {
                <>
                    { button(change, "arrival-replace", t.arrival_replace, "questions", || Change::TakeArrived) }
                    { button(change, "arrival-not", t.arrival_replace_not, "questions", || Change::CloseArrival) }
                </>
            };
            let lines = std::iter::once(asks.to_owned()).chain(kept);
            (lines.collect(), false, choices)
        }
        Arrival::Taken(by, taken) => (told(*by, taken), false, close()),
        Arrival::Refused(By::Address, message) => (vec![message.to_string()], true, close()),
        // It is said at the box that it was put into.
        Arrival::Refused(..) => return None,
    };
    Some(html! {
        <div class={class(bad)} id={ARRIVAL} tabindex="-1">
            { for lines.into_iter().map(|line| html! { <p>{ line }</p> }) }
            <div class="pc-message__choices">{ choices }</div>
        </div>
    })
}

fn told(by: By, taken: &Taken) -> Vec<String> {
    let t = texts();
    let text = match by {
        By::File => t.arrival_taken_file,
        By::Address | By::Code => t.arrival_taken_link,
    };
    let mut lines = vec![text.to_owned()];
    let day = |day: &String| fill(t.arrival_day, &[("day", day)]);
    lines.extend(taken.day.as_ref().map(day));
    if taken.left_out > 0 {
        let count = taken.left_out.to_string();
        lines.push(fill(t.arrival_left_out, &[("count", &count)]));
    }
    if !taken.unknown.is_empty() {
        let names = taken.unknown.iter().take(NAMES).map(|name| in_short(name));
        let mut names: Vec<_> = names.collect();
        if taken.unknown.len() > NAMES {
            names.push("…".to_owned());
        }
        let names = names.join(t.finding_list_separator);
        lines.push(fill(t.arrival_unknown, &[("names", &names)]));
    }
    lines
}
