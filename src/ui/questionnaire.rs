//! The questions that can still matter, in their groups.

use std::rc::Rc;

use policy_engine::fact::Ask;
use policy_wording::{fill, texts};
use yew::prelude::*;

use super::host;
use super::question::Question;
use super::store::Dispatch;
use super::topics::Topics;
use crate::session::{Action, Outcome, Session};

/// What the questionnaire is drawn from.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The session.
    pub session: Rc<Session>,
    /// What follows from it.
    pub outcome: Rc<Outcome>,
    /// Takes actions.
    pub dispatch: Dispatch,
}

/// The questions that can still matter, in their groups.
#[component]
pub fn Questionnaire(props: &Props) -> Html {
    let t = texts();
    let questionnaire = &props.session.catalog().questionnaire;
    let open = props.session.open_questions(&props.outcome);
    let shown = props.session.questions(&props.outcome);
    let progress = if props.outcome.topics.is_empty() {
        t.app_no_topic.to_owned()
    } else if open == 0 {
        t.app_all_answered.to_owned()
    } else {
        fill(t.app_open_count, &[("count", &open.to_string())])
    };
    // Each keyed list has an element of its own: beside an unkeyed sibling Yew would not match by keys,
    // and a field that is being typed in would be made anew when a question comes or goes.
    let sort = props
        .dispatch
        .reform(|event: Event| Action::Sort(host::is_ticked(&event)));
    let question = |ask: Ask| {
        html! {
            <Question
                key={questionnaire.name_of(ask)}
                session={props.session.clone()}
                {ask}
                coarse={props.outcome.coarse.contains(&ask)}
                why={props.outcome.why.get(&ask).cloned()}
                dispatch={props.dispatch.clone()}
            />
        }
    };
    let groups = (0..).zip(&questionnaire.groups).filter_map(|(index, group)| {
        let in_group = |ask: &&Ask| questionnaire.fact(ask.fact).group == index;
        let mut questions: Vec<Ask> = shown.iter().filter(in_group).copied().collect();
        props.session.sort(&mut questions);
        let elective = props.outcome.elective.iter().filter(in_group);
        let elective: Vec<Ask> = elective.copied().collect();
        if questions.is_empty() && elective.is_empty() {
            return None;
        }
        Some(html! {
            <section class="pc-group" key={group.id.clone()} aria-labelledby={format!("group-{}", group.id)}>
                <h3 class="pc-group__title" id={format!("group-{}", group.id)}>{ &group.title }</h3>
                <div class="pc-group__questions">
                    { for questions.into_iter().map(question) }
                </div>
                if !elective.is_empty() {
                    <details class="pc-elective" id={format!("elective-{}", group.id)}>
                        <summary class="pc-elective__summary">{ t.app_elective }</summary>
                        <div class="pc-group__questions">{ for elective.into_iter().map(question) }</div>
                    </details>
                }
            </section>
        })
    });
    html! {
        <main class="pc-questions" id="questions" tabindex="-1" aria-labelledby="questions-title">
            <h2 class="pc-questions__title" id="questions-title">{ t.app_questions }</h2>
            <Topics open={props.session.topics()} dispatch={props.dispatch.clone()} />
            <p class="pc-questions__progress" id="progress">{ progress }</p>
            <label class="pc-choice pc-questions__sort">
                <input type="checkbox" id="sort" checked={props.session.is_sorted()} onchange={sort} />
                <span>{ t.app_sort }</span>
            </label>
            <div class="pc-groups">{ for groups }</div>
        </main>
    }
}
