//! The search for the option of an industry: by GB/T 4754 names and codes, and by the options' own words.

use policy_engine::fact::{Choice, Kind};
use policy_engine::find::rank;
use policy_engine::industry::{Industry, find};
use policy_wording::{fill, texts};
use yew::prelude::*;

use super::combobox::{Combobox, Suggestion};
use super::field::element_id;
use super::question::Props;
use crate::session::{Action, Field};

/// A box to search an industry. One that decides the option takes it; for others the options that it
/// may be are offered.
#[component]
pub fn IndustrySearch(props: &Props) -> Html {
    let t = texts();
    let text = use_state_eq(String::new);
    let chosen = use_state_eq(|| None::<usize>);
    let field = Field {
        ask: props.ask,
        cell: None,
    };
    let fact = props.session.catalog().questionnaire.fact(props.ask.fact);
    let Kind::OneOf(options) = &fact.kind else {
        return html! {};
    };
    let industries = &fact.industries;
    let id = format!("{}-search", element_id(&props.session, field));
    let ontype = {
        let (text, chosen) = (text.clone(), chosen.clone());
        Callback::from(move |typed: String| {
            text.set(typed);
            chosen.set(None);
        })
    };
    let onchoose = {
        let (text, chosen, dispatch) = (text.clone(), chosen.clone(), props.dispatch.clone());
        Callback::from(move |value: String| {
            let found = industries
                .iter()
                .position(|industry| industry.code == value);
            if let Some(index) = found {
                let industry = &industries[index];
                text.set(name(industry));
                if let [option] = industry.options[..] {
                    dispatch.emit(take(field, &options[usize::from(option)]));
                }
            } else if let Some(option) = options.iter().find(|option| option.id == value) {
                text.set(option.label.clone());
                dispatch.emit(take(field, option));
            }
            chosen.set(found);
        })
    };
    let own = options.iter();
    let own = own.filter(|option| rank(text.trim(), &option.label, &option.label).is_some());
    let own = own.map(|option| Suggestion {
        value: option.id.clone(),
        label: option.label.clone(),
        detail: None,
    });
    let known = |industry: &&Industry| options.iter().all(|option| option.label != industry.name);
    let found = find(industries, &text).into_iter().filter(known);
    let found = found.map(|industry| Suggestion {
        value: industry.code.clone(),
        label: name(industry),
        detail: Some(labels(industry, options)).filter(|labels| !labels.is_empty()),
    });
    let suggestions: Vec<_> = own.chain(found).collect();
    let chosen = chosen.map(|index| &industries[index]);
    let says = chosen.map(|industry| {
        let template = match industry.options.len() {
            0 => t.industry_none,
            1 => t.industry_is,
            _ => t.industry_may_be,
        };
        let (name, labels) = (name(industry), labels(industry, options));
        fill(template, &[("industry", &name), ("options", &labels)])
    });
    let several = chosen.filter(|industry| industry.options.len() > 1);
    let buttons = several.into_iter().flat_map(|industry| &industry.options);
    html! {
        <div class="pc-industry">
            <label class="pc-industry__label" for={id.clone()}>{ t.industry_search }</label>
            <Combobox {id} text={(*text).clone()} label={t.industry_list} {suggestions} settled={chosen.is_some()} {ontype} {onchoose} />
            <div class="pc-industry__says" role="status">
                if let Some(says) = says {
                    <p>{ says }</p>
                }
                { for buttons.map(|option| {
                    let option = &options[usize::from(*option)];
                    let onclick = props.dispatch.reform(move |_: MouseEvent| take(field, option));
                    html! { <button type="button" class="pc-button" {onclick}>{ &option.label }</button> }
                }) }
            </div>
        </div>
    }
}

fn take(field: Field, option: &Choice) -> Action {
    Action::Type(field, option.id.clone())
}

fn name(industry: &Industry) -> String {
    format!("{} {}", industry.code, industry.name)
}

fn labels(industry: &Industry, options: &[Choice]) -> String {
    policy_wording::place::labels(options, &industry.options)
}
