//! The whole page.

use policy_engine::policy::Topic;
use policy_wording::totals::Total;
use policy_wording::{speak, texts};
use yew::prelude::*;

use super::announce::Announce;
use super::arrival_notice::ArrivalNotice;
use super::begin::Opened;
use super::documents::{Documents, Part};
use super::errors::to_errors;
use super::examples::Banner;
use super::exchange::Exchange;
use super::host;
use super::intro::{Intro, scope};
use super::notice::KeptNotice;
use super::parts::{use_waits, use_whole};
use super::questionnaire::Questionnaire;
use super::results::Results;
use super::sheet::use_sheet;
use super::store::{Change, Notice, use_kept_outcome, use_unsaved};
use super::totals::SummaryBar;
use super::wrong_options::WrongOptions;
use crate::session::Outcome;

/// What the page is drawn from.
#[derive(Default, PartialEq, Properties)]
pub struct Props {
    /// What it opens with.
    #[prop_or_default]
    pub opened: Opened,
}

/// The whole page: questions on one side, the result on the other.
#[component]
pub fn App(props: &Props) -> Html {
    let store = use_reducer(|| props.opened.store());
    let language = store.session.language();
    // A form that was only looked at may have spoken another.
    speak(language);
    let t = texts();
    let dispatch = {
        let store = store.dispatcher();
        // Made anew with the language: whatever takes actions is drawn again in its words.
        use_callback(language, move |action, _| {
            Change::Do(action).hand_to(&store);
        })
    };
    use_effect_with(language, |language| {
        host::show_language(*language, texts().app_title)
    });
    // The answers are handed to the page before they are assessed: a trap cannot take them along.
    let typed = store.session.to_json();
    let key = (typed, store.session.date(), store.session.pins());
    let calculator = use_mut_ref(|| props.opened.calculator());
    let outcome = use_memo(key, |(typed, ..)| {
        host::mirror(typed);
        store.session.outcome_by(&mut calculator.borrow_mut())
    });
    use_kept_outcome(&store, &outcome);
    use_unsaved(&store);
    let whole = use_whole();
    let waits = use_waits();
    let sheet = use_sheet(outcome.begun && whole);
    let change = {
        let store = store.dispatcher();
        Callback::from(move |change: Change| change.hand_to(&store))
    };
    let catalog = store.session.catalog();
    let session = &store.session;
    let typed = !session.is_empty();
    html! {
        <div class={classes!("pc-app", sheet.class())}>
            <a class="pc-skip" href="#results" onclick={to_errors()}>{ t.app_skip }</a>
            <Intro scope={scope(catalog)} begun={typed} {language} look={session.look()} dispatch={dispatch.clone()} />
            <Announce
                totals={funding_totals(&outcome)}
                open={store.session.open_questions(&outcome)}
                begun={outcome.begun}
            />
            <div role="status" id="waits">
                if waits {
                    <p class="pc-waits">{ t.app_waits }</p>
                }
            </div>
            <WrongOptions wrong={store.wrong_options.clone()} change={change.clone()} />
            if whole {
                <KeptNotice
                    notice={store.notice.clone()} changes={store.changes.clone()}
                    typed={typed && session.example().is_none()} change={change.clone()}
                />
                <ArrivalNotice arrival={store.arrival.clone()} keep={store.keep} change={change.clone()} />
            }
            <Banner example={session.example()} dispatch={dispatch.clone()} />
            <div class="pc-columns">
                <Questionnaire
                    session={session.clone()} outcome={outcome.clone()} keep={store.keep}
                    denied={store.notice == Some(Notice::CannotSave)}
                    dispatch={dispatch.clone()} change={change.clone()}
                />
                <Results session={session.clone()} outcome={outcome.clone()} dispatch={dispatch.clone()} onsheet={sheet.opener()} />
            </div>
            if whole {
                <Exchange session={session.clone()} arrival={store.arrival.clone()} {change} />
                <Documents policies={Part(&catalog.policies[..])} />
            }
            <SummaryBar
                key={language.id()}
                totals={funding_totals(&outcome)}
                unstated={outcome.report.unstated}
                begun={outcome.begun}
                open={outcome.topics.contains(&Topic::Funding)}
                disclaimer={outcome.report.disclaimer.clone()}
            />
            { sheet.view(&store.session, &outcome, &dispatch) }
        </div>
    }
}

/// The sums, where the topic that they belong to is open.
fn funding_totals(outcome: &Outcome) -> Vec<Total> {
    if outcome.topics.contains(&Topic::Funding) {
        outcome.report.totals.clone()
    } else {
        Vec::new()
    }
}
