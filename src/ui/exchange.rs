//! To share the answers by a link, to save the result as a file, and to bring either back.

use policy_engine::day;
use std::rc::Rc;

use policy_exchange::file::LONGEST;
use policy_wording::{fill, texts};
use yew::prelude::*;

use super::arrival::{Arrival, By};
use super::hand_over::HandOver;
use super::home::home;
use super::host;
use super::store::Change;
use crate::session::{LONGEST_LINK, Session};

/// The id of the box that holds the link.
const LINK: &str = "share-link";

/// How much of what is pasted the box for links takes, in characters: of what is too long enough to
/// see that, and little enough for browsers to show.
const LONGEST_PASTED: usize = 4 * LONGEST_LINK;

/// What the section is drawn from.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The session.
    pub session: Rc<Session>,
    /// What came by a link or from a file.
    pub arrival: Option<Arrival>,
    /// Changes the store.
    pub change: Callback<Change>,
}

/// The section for sharing, exporting and importing.
#[component]
pub fn Exchange(props: &Props) -> Html {
    let t = texts();
    html! {
        <section class="pc-exchange" id="exchange" aria-labelledby="exchange-title">
            <h2 class="pc-exchange__title" id="exchange-title">{ t.exchange_title }</h2>
            <div class="pc-exchange__parts">
                <Share session={props.session.clone()} />
                <Export session={props.session.clone()} />
                <HandOver session={props.session.clone()} />
                <Import arrival={props.arrival.clone()} change={props.change.clone()} />
            </div>
        </section>
    }
}

/// What sharing is drawn from.
#[derive(PartialEq, Properties)]
struct ShareProps {
    session: Rc<Session>,
}

/// The link, or the code alone where the page has no address for others.
#[component]
fn Share(props: &ShareProps) -> Html {
    let t = texts();
    let copied = use_state(|| None);
    let code = props.session.to_fragment();
    let fits = code.len() <= LONGEST_LINK;
    // It stays what it was when the page was opened.
    let address = use_memo((), |()| home(&props.session));
    let (label, copy, link) = match &*address {
        Some(address) => (
            t.exchange_link,
            t.exchange_copy_link,
            format!("{address}#{code}"),
        ),
        None => (t.exchange_code, t.exchange_copy_code, code),
    };
    let onclick = {
        let (copied, link) = (copied.clone(), link.clone());
        Callback::from(move |_| copied.set(Some((host::copy_from(LINK), link.clone()))))
    };
    // What was said of another link is over.
    let status = copied.as_ref().filter(|(_, of)| *of == link);
    let status = status.map(|(done, _)| {
        if *done {
            t.exchange_copied
        } else {
            t.exchange_copy_failed
        }
    });
    html! {
        <div class="pc-exchange__part">
            <h3 class="pc-exchange__heading">{ t.exchange_share }</h3>
            if fits {
                <p class="pc-exchange__warning" id="share-warning">{ t.exchange_warning }</p>
                <label class="pc-exchange__label" for={LINK}>{ label }</label>
                <input
                    class="pc-field__input" id={LINK} type="text" readonly=true value={link}
                    aria-describedby="share-warning"
                />
                <button type="button" class="pc-button" id="share-copy" aria-describedby="share-warning" {onclick}>
                    { copy }
                </button>
            } else {
                <p class="pc-exchange__warning" id="share-too-long">{ t.exchange_link_too_long }</p>
            }
            <p class="pc-exchange__status" role="status">{ status }</p>
        </div>
    }
}

/// What exporting is drawn from.
#[derive(PartialEq, Properties)]
struct ExportProps {
    session: Rc<Session>,
}

/// The buttons that save the result.
#[component]
fn Export(props: &ExportProps) -> Html {
    let t = texts();
    let saved = use_state(|| None);
    let export = |ending: &'static str, kind: &'static str, text: fn(&Session) -> String| {
        let (session, saved) = (props.session.clone(), saved.clone());
        Callback::from(move |_: MouseEvent| {
            let date = day::written(session.date());
            let name = fill(t.exchange_file_name, &[("date", &date), ("ending", ending)]);
            let done = host::download(&name, kind, &text(&session));
            let template = if done {
                t.exchange_saved
            } else {
                t.exchange_save_failed
            };
            saved.set(Some(fill(template, &[("name", &name)])));
        })
    };
    let json = export("json", "application/json", Session::result_json);
    let csv = export("csv", "text/csv", Session::result_csv);
    html! {
        <div class="pc-exchange__part">
            <h3 class="pc-exchange__heading">{ t.exchange_export }</h3>
            <p class="pc-exchange__about" id="export-about">{ t.exchange_export_about }</p>
            <div>
                <button type="button" class="pc-button" id="export-json" aria-describedby="export-about" onclick={json}>
                    { t.exchange_json }
                </button>
                <button type="button" class="pc-button" id="export-csv" aria-describedby="export-about" onclick={csv}>
                    { t.exchange_csv }
                </button>
            </div>
            <p class="pc-exchange__status" role="status">{ (*saved).clone() }</p>
        </div>
    }
}

/// What importing is drawn from.
#[derive(PartialEq, Properties)]
struct ImportProps {
    arrival: Option<Arrival>,
    change: Callback<Change>,
}

/// The boxes for a file and for a link or code.
#[component]
fn Import(props: &ImportProps) -> Html {
    let t = texts();
    let change = &props.change;
    let code = use_state(String::new);
    // What was taken over is not left lying here.
    let taken = matches!(props.arrival, Some(Arrival::Taken(By::Code, _)));
    {
        let code = code.clone();
        use_effect_with(taken, move |taken| {
            if *taken {
                code.set(String::new());
            }
        });
    }
    let onfile = {
        let change = change.clone();
        Callback::from(move |event: Event| {
            let change = change.clone();
            let arrive = move |text| change.emit(Change::Arrive(By::File, text));
            host::read_file(&event, LONGEST, arrive);
        })
    };
    let oninput = {
        let code = code.clone();
        Callback::from(move |event: InputEvent| code.set(host::text_of(&event).unwrap_or_default()))
    };
    let onsubmit = {
        let (change, code) = (change.clone(), code.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            change.emit(Change::Arrive(By::Code, (*code).clone()));
        })
    };
    let refusal = |way| {
        props
            .arrival
            .as_ref()
            .and_then(|arrival| arrival.refusal(way))
    };
    let (file_wrong, code_wrong) = (refusal(By::File), refusal(By::Code));
    let described = |wrong: Option<&str>, error: &str, about: &str| match wrong {
        Some(_) => format!("{error} {about}"),
        None => about.to_owned(),
    };
    html! {
        <div class="pc-exchange__part">
            <h3 class="pc-exchange__heading">{ t.exchange_import }</h3>
            <p class="pc-exchange__about" id="import-about">{ t.exchange_import_about }</p>
            <label class="pc-exchange__label" for="import-file">{ t.exchange_file }</label>
            <input
                class="pc-field__input" id="import-file" type="file" accept=".json,application/json"
                onchange={onfile} aria-invalid={file_wrong.map(|_| "true")}
                aria-describedby={described(file_wrong, "import-file-error", "import-about")}
            />
            { error("import-file-error", file_wrong) }
            <form {onsubmit}>
                <label class="pc-exchange__label" for="import-code">{ t.exchange_paste }</label>
                <input
                    class="pc-field__input" id="import-code" type="text" autocomplete="off" spellcheck="false"
                    maxlength={LONGEST_PASTED.to_string()}
                    value={(*code).clone()} {oninput} aria-invalid={code_wrong.map(|_| "true")}
                    aria-describedby={described(code_wrong, "import-code-error", "import-about")}
                />
                { error("import-code-error", code_wrong) }
                <button type="submit" class="pc-button" id="import-open">{ t.exchange_open }</button>
            </form>
        </div>
    }
}

fn error(id: &'static str, message: Option<&str>) -> Html {
    html! {
        if let Some(message) = message {
            <p class="pc-field__error" {id} role="alert">{ message }</p>
        }
    }
}
