//! The example enterprises: buttons that fill the form in, and the banner that says so.

use policy_wording::{fill, texts};
use yew::prelude::*;

use super::confirm::Confirm;
use super::host;
use super::parts::If;
use super::store::Dispatch;
use crate::session::{Action, Example, examples};

/// What the examples are drawn from.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The one that is filled in.
    pub current: Option<Example>,
    /// Whether something of the person's own is filled in, which an example would replace.
    pub own: bool,
    /// Whether that is kept on the device, and so not lost.
    pub kept: bool,
    /// Takes actions.
    pub dispatch: Dispatch,
}

/// A button for each example; folded once something is filled in.
#[component]
pub fn Examples(props: &Props) -> Html {
    let t = texts();
    let buttons = html! {
        <ul class="pc-examples__list">{ for examples().into_iter().map(|example| one(props, example)) }</ul>
    };
    html! {
        <section class="pc-examples" id="examples" aria-label={t.example_heading}>
            if props.own || props.current.is_some() {
                <details>
                    <summary class="pc-examples__summary">{ t.example_heading }</summary>
                    { buttons }
                </details>
            } else {
                <p class="pc-examples__about">{ t.example_about }</p>
                { buttons }
            }
        </section>
    }
}

fn one(props: &Props, example: Example) -> Html {
    let t = texts();
    let onsure = props.dispatch.reform(move |()| Action::Try(example.id));
    html! {
        <li key={example.id}>
            <Confirm
                id={format!("example-{}", example.id)}
                label={example.title}
                full={fill(t.example_try, &[("title", example.title)])}
                asks={if props.kept { t.example_sure_kept } else { t.example_sure }}
                yes={t.example_replace} no={t.example_keep} asking={props.own}
                then="example-banner" when={If::Idle} {onsure}
            />
        </li>
    }
}

/// What the banner is drawn from.
#[derive(PartialEq, Properties)]
pub struct BannerProps {
    /// The example that is filled in.
    pub example: Option<Example>,
    /// Takes actions.
    pub dispatch: Dispatch,
}

/// Says that the answers are those of an example; it can be cleared, or taken for a start.
#[component]
pub fn Banner(props: &BannerProps) -> Html {
    let t = texts();
    let act = |action: Action| {
        props.dispatch.reform(move |_: MouseEvent| {
            host::focus_soon("questions".to_owned());
            action.clone()
        })
    };
    html! {
        <div class="pc-banner-room" role="status">
            if let Some(example) = props.example {
                <div class="pc-banner" id="example-banner" tabindex="-1">
                    <p class="pc-banner__says">{ fill(t.example_banner, &[("title", example.title)]) }</p>
                    <div class="pc-banner__choices">
                        <button type="button" class="pc-button" id="example-clear" onclick={act(Action::StartAnew)}>
                            { t.example_clear }
                        </button>
                        <button type="button" class="pc-button" id="example-adopt" onclick={act(Action::Adopt)}>
                            { t.example_adopt }
                        </button>
                    </div>
                </div>
            }
        </div>
    }
}
