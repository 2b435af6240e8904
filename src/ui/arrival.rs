//! Answers that came by a link or from a file: what is asked before they replace others, and what
//! became of them.

use std::rc::Rc;

use policy_wording::{fill, texts};
use yew::prelude::*;

use super::host;
use super::store::{Change, Store};
use crate::session::{LinkError, Session, is_code};

/// The id of the notice.
const ARRIVAL: &str = "arrival";

/// How answers came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// In the address of the page.
    Address,
    /// As a link or a code put into the box for it.
    Code,
    /// From a file.
    File,
}

/// Answers that came.
#[derive(Clone, Debug, PartialEq)]
pub enum Arrival {
    /// They would replace others: the person is asked.
    Asks(By, Rc<str>),
    /// They were taken over.
    Taken(By, Rc<Taken>),
    /// They cannot be read, for this reason.
    Refused(By, Rc<str>),
}

/// What was taken over.
#[derive(Clone, Debug, PartialEq)]
pub struct Taken {
    /// The day to assess, where it is not today.
    day: Option<String>,
    /// How many answers of a link are not known here.
    left_out: usize,
    /// The names in a file that are not known here.
    unknown: Vec<String>,
}

impl Arrival {
    /// Why answers that came in this way cannot be read.
    pub fn refusal(&self, way: By) -> Option<&str> {
        match self {
            Arrival::Refused(by, message) if *by == way => Some(message),
            _ => None,
        }
    }
}

impl Store {
    /// Takes over answers that came, or asks first where they would replace others.
    pub fn arrive(&mut self, by: By, text: &str) {
        let typed = !self.session.is_empty() && self.session.example().is_none();
        let mut session = (*self.session).clone();
        self.arrival = Some(match taken(&mut session, by, text) {
            Err(message) => Arrival::Refused(by, message.into()),
            Ok(_) if typed => Arrival::Asks(by, text.into()),
            Ok(taken) => {
                self.replace(session);
                Arrival::Taken(by, taken.into())
            }
        });
    }

    /// Takes over answers that were asked about.
    pub fn take_arrived(&mut self) {
        let Some(Arrival::Asks(by, text)) = self.arrival.take() else {
            return;
        };
        let mut session = (*self.session).clone();
        // It could be read when it was asked about.
        if let Ok(taken) = taken(&mut session, by, &text) {
            self.replace(session);
            self.arrival = Some(Arrival::Taken(by, taken.into()));
        }
    }
}

/// Puts answers that came into a session, or says why it cannot be.
fn taken(session: &mut Session, by: By, text: &str) -> Result<Taken, String> {
    let (left_out, unknown) = match by {
        By::File => {
            let unknown = session.restore_file(text);
            (0, unknown.map_err(|wrong| wrong.message())?)
        }
        By::Address | By::Code => {
            let restored = session.restore_fragment(text);
            (restored.map_err(refused)?.left_out, Vec::new())
        }
    };
    let day = session.today_instead().map(|_| session.date().to_string());
    Ok(Taken {
        day,
        left_out,
        unknown,
    })
}

fn refused(error: LinkError) -> String {
    let t = texts();
    let text = match error {
        LinkError::NotALink => t.arrival_not_a_link,
        LinkError::TooLong => t.arrival_too_long,
        LinkError::Newer => t.arrival_newer,
        LinkError::Broken => t.arrival_broken,
    };
    text.to_owned()
}

/// The code of a link in the address of the page.
pub fn in_address() -> Option<String> {
    host::take_code(is_code)
}

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
        button(change, "arrival-close", t.keep_close, || {
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
                    { button(change, "arrival-replace", t.arrival_replace, || Change::TakeArrived) }
                    { button(change, "arrival-not", t.arrival_replace_not, || Change::CloseArrival) }
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
    let class = classes!(
        "pc-arrival__message",
        bad.then_some("pc-arrival__message--bad")
    );
    Some(html! {
        <div {class} id={ARRIVAL} tabindex="-1">
            { for lines.into_iter().map(|line| html! { <p>{ line }</p> }) }
            <div class="pc-arrival__choices">{ choices }</div>
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
        let names = taken.unknown.join(t.finding_list_separator);
        lines.push(fill(t.arrival_unknown, &[("names", &names)]));
    }
    lines
}

/// A button that changes the store and hands the focus on.
fn button(change: &Callback<Change>, id: &'static str, label: &str, what: fn() -> Change) -> Html {
    let onclick = change.reform(move |_| {
        host::focus_soon("questions".to_owned());
        what()
    });
    html! { <button type="button" class="pc-button" {id} {onclick}>{ label }</button> }
}
