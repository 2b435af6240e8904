//! Conditions with the enterprise's own value against each limit.

use policy_wording::condition::ConditionLine;
use policy_wording::{fill, outcome, texts};
use yew::prelude::*;

use super::basis::basis;
use super::icon;
use super::language::tongue;

/// What conditions are drawn from.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The conditions.
    pub conditions: Vec<ConditionLine>,
}

/// Conditions, each with its verdict by sign and word.
#[component]
pub fn Conditions(props: &Props) -> Html {
    html! {
        <ul class="pc-conditions">
            { for props.conditions.iter().map(line) }
        </ul>
    }
}

fn line(condition: &ConditionLine) -> Html {
    let t = texts();
    let verdict = condition.verdict;
    let own = condition.value.as_deref();
    let value = own.map(|value| fill(t.finding_your_value, &[("value", value)]));
    html! {
        <li class={format!("pc-condition pc-condition--{}", verdict.id())}>
            { icon::of_verdict(verdict) }
            <span class="pc-condition__verdict">
                { outcome::verdict(verdict) }
                <span class="pc-hidden">{ t.finding_colon }</span>
            </span>
            <span class="pc-condition__says">{ &condition.says }</span>
            if let Some(value) = value {
                <span class="pc-condition__value" lang={own.and_then(tongue)}>{ value }</span>
            }
            if let Some(unverified) = condition.unverified {
                <span class="pc-condition__unverified">{ unverified }</span>
            }
            if let Some(gap) = &condition.gap {
                <span class="pc-condition__gap">{ gap }</span>
            }
            if !condition.calculation.working.is_empty() {
                <details class="pc-condition__working">
                    <summary>{ t.working_how }</summary>
                    <ol class="pc-working">
                        { for condition.calculation.working.iter().map(|line| html! { <li>{ line }</li> }) }
                    </ol>
                    { basis("pc-basis", &condition.calculation.basis) }
                </details>
            }
            if !condition.parts.is_empty() {
                <Conditions conditions={condition.parts.clone()} />
            }
        </li>
    }
}
