//! How the page looks: theme and size of text.

use policy_wording::texts;
use yew::prelude::*;

use super::host;
use super::store::Dispatch;
use crate::session::{Action, Look, Theme};

/// What the choices are drawn from.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The look chosen.
    pub look: Look,
    /// Takes actions.
    pub dispatch: Dispatch,
}

/// The choices of theme and size, folded; the page follows at once.
#[component]
pub fn Display(props: &Props) -> Html {
    let t = texts();
    let Props { look, dispatch } = props;
    let look = *look;
    use_effect_with(look, |look| host::show_look(look.theme.id(), look.large));
    let large = dispatch.reform(move |event: Event| {
        let large = host::is_ticked(&event);
        Action::Look(Look { large, ..look })
    });
    html! {
        <details class="pc-display" id="display">
            <summary class="pc-display__summary">{ t.display_heading }</summary>
            <div class="pc-display__panel">
                <label class="pc-choice">
                    <input type="checkbox" id="display-large" checked={look.large} onchange={large} />
                    <span>{ t.display_large }</span>
                </label>
                <fieldset>
                    <legend class="pc-display__title">{ t.display_theme }</legend>
                    { for Theme::ALL.into_iter().map(|theme| {
                        let onchange = dispatch.reform(move |_: Event| Action::Look(Look { theme, ..look }));
                        html! {
                            <label class="pc-choice" key={theme.id()}>
                                <input type="radio" name="theme" value={theme.id()} checked={look.theme == theme} {onchange} />
                                <span>{ name(theme) }</span>
                            </label>
                        }
                    }) }
                </fieldset>
            </div>
        </details>
    }
}

fn name(theme: Theme) -> &'static str {
    let t = texts();
    match theme {
        Theme::Auto => t.display_auto,
        Theme::Light => t.display_light,
        Theme::Dark => t.display_dark,
        Theme::Contrast => t.display_contrast,
    }
}
