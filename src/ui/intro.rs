//! The head of the page: what it is, for whom, how long it takes, and what becomes of the answers.

use policy_engine::catalog::Catalog;
use policy_engine::language::Language;
use policy_wording::{fill, texts};
use yew::prelude::*;

use super::display::Display;
use super::language::LanguageSwitch;
use super::store::Dispatch;
use crate::session::Look;

/// What the head is drawn from.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// How many policies and programs there are.
    pub scope: (usize, usize),
    /// Whether something was filled in, so that all but the name can go.
    pub begun: bool,
    /// The language of the page.
    pub language: Language,
    /// How the page looks.
    pub look: Look,
    /// Takes actions.
    pub dispatch: Dispatch,
}

/// How many policies and programs a catalogue has.
pub fn scope(catalog: &Catalog) -> (usize, usize) {
    (catalog.policies.len(), catalog.programs().count())
}

/// The head of the page; it shrinks once something was filled in.
#[component]
pub fn Intro(props: &Props) -> Html {
    let t = texts();
    let (policies, programs) = props.scope;
    let scope = [
        ("policies", policies.to_string()),
        ("programs", programs.to_string()),
    ];
    let scope = scope
        .each_ref()
        .map(|(name, count)| (*name, count.as_str()));
    let whole = props.scope == self::scope(policy_catalog::catalog());
    let (whom, time) = if whole {
        (t.intro_whom_about, t.intro_time_about)
    } else {
        (t.intro_whom_part, t.intro_time_part)
    };
    let facts = [
        (t.intro_whom, fill(whom, &scope)),
        (t.intro_time, time.to_owned()),
        (t.intro_privacy, t.intro_privacy_about.to_owned()),
    ];
    html! {
        <header class="pc-header">
            <div class="pc-header__inside">
            <h1 class="pc-header__title">{ t.app_title }</h1>
            <div class="pc-header__tools">
                <LanguageSwitch language={props.language} dispatch={props.dispatch.clone()} />
                <Display look={props.look} dispatch={props.dispatch.clone()} />
            </div>
            if props.begun {
                <p class="pc-header__scope">{ fill(t.intro_short, &scope) }</p>
            } else {
                <p class="pc-header__lead">{ t.app_lead }</p>
                <dl class="pc-intro" id="intro">
                    { for facts.into_iter().map(|(name, about)| html! {
                        <div class="pc-intro__fact">
                            <dt class="pc-intro__name">{ name }</dt>
                            <dd class="pc-intro__about">{ about }</dd>
                        </div>
                    }) }
                </dl>
            }
            </div>
        </header>
    }
}
