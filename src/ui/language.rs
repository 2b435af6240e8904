//! The switch between languages, and marks for texts that are in another than the page.

use policy_engine::language::Language;
use policy_wording::{language, texts};
use yew::prelude::*;

use super::store::Dispatch;
use crate::session::Action;

/// What the switch is drawn from.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The language of the page.
    pub language: Language,
    /// Takes actions.
    pub dispatch: Dispatch,
}

/// A button for each language, named in that language.
#[component]
pub fn LanguageSwitch(props: &Props) -> Html {
    let t = texts();
    let button = |language: Language| {
        let taken = language == props.language;
        let onclick = props
            .dispatch
            .reform(move |_: MouseEvent| Action::Speak(language));
        let name = match language {
            Language::Chinese => t.language_chinese,
            Language::English => t.language_english,
        };
        html! {
            <button
                type="button" class="pc-language__button" key={language.id()} id={format!("language-{}", language.id())}
                lang={language.tag()} aria-pressed={taken.to_string()} {onclick}
            >{ name }</button>
        }
    };
    html! {
        <div class="pc-language" role="group" aria-label={t.language_label}>
            { for Language::ALL.into_iter().map(button) }
        </div>
    }
}

/// The tag of a text that stays Chinese on a page of another language, so that a screen reader
/// changes its voice for it.
pub fn tongue(text: &str) -> Option<&'static str> {
    let ideograph = |c| matches!(c, '\u{3400}'..='\u{9fff}');
    let foreign = language() != Language::Chinese && text.contains(ideograph);
    foreign.then(|| Language::Chinese.tag())
}
