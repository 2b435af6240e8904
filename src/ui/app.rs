//! The whole page.

use policy_engine::policy::Topic;
use policy_wording::totals::Total;
use policy_wording::{fill, texts};
use yew::prelude::*;

use super::announce::Announce;
use super::display::Display;
use super::documents::Documents;
use super::errors::to_errors;
use super::host;
use super::language::LanguageSwitch;
use super::notice::KeptNotice;
use super::questionnaire::Questionnaire;
use super::results::Results;
use super::store::{Change, Store, use_kept_outcome};
use super::totals::SummaryBar;
use crate::session::Outcome;

/// The whole page: questions on one side, the result on the other.
#[component]
pub fn App() -> Html {
    let store = use_reducer(Store::open);
    let language = store.session.language();
    let t = texts();
    let dispatch = {
        let store = store.dispatcher();
        // Made anew with the language: whatever takes actions is drawn again in its words.
        use_callback(language, move |action, _| {
            store.dispatch(Change::Do(action))
        })
    };
    use_effect_with(language, |language| {
        host::show_language(*language, texts().app_title)
    });
    // The answers are handed to the page before they are assessed: a trap cannot take them along.
    let typed = store.session.to_json();
    let key = (typed, store.session.date(), store.session.pins());
    let outcome = use_memo(key, |(typed, ..)| {
        host::mirror(typed);
        store.session.outcome()
    });
    use_kept_outcome(&store, &outcome);
    let change = {
        let store = store.dispatcher();
        Callback::from(move |change| store.dispatch(change))
    };
    let catalog = store.session.catalog();
    let scope = fill(
        t.app_catalog,
        &[
            ("policies", catalog.policies.len().to_string().as_str()),
            ("programs", &catalog.programs().count().to_string()),
        ],
    );
    html! {
        <div class="pc-app">
            <a class="pc-skip" href="#results" onclick={to_errors()}>{ t.app_skip }</a>
            <header class="pc-header">
                <div class="pc-header__inside">
                    <h1 class="pc-header__title">{ t.app_title }</h1>
                    <div class="pc-header__tools">
                        <LanguageSwitch {language} dispatch={dispatch.clone()} />
                        <Display look={store.session.look()} dispatch={dispatch.clone()} />
                    </div>
                    <p class="pc-header__lead">{ t.app_lead }</p>
                    <p class="pc-header__scope">{ scope }</p>
                </div>
            </header>
            <Announce
                totals={funding_totals(&outcome)}
                open={store.session.open_questions(&outcome)}
                begun={outcome.begun}
            />
            <KeptNotice keep={store.keep} notice={store.notice} changes={store.changes.clone()} {change} />
            <div class="pc-columns">
                <Questionnaire session={store.session.clone()} outcome={outcome.clone()} dispatch={dispatch.clone()} />
                <Results session={store.session.clone()} outcome={outcome.clone()} {dispatch} />
            </div>
            <Documents policies={&catalog.policies[..]} />
            <SummaryBar
                key={language.id()}
                totals={funding_totals(&outcome)}
                unstated={outcome.report.unstated}
                begun={outcome.begun}
                open={outcome.topics.contains(&Topic::Funding)}
            />
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
