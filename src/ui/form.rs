//! The whole form: place and topics first, then the questions that can still matter, in their groups.

use std::rc::Rc;

use policy_engine::fact::Ask;
use policy_wording::{fill, texts};
use yew::prelude::*;

use super::question::Asking;
use super::topics::Topics;
use crate::session::Session;

/// Where the enterprise is and what it looks for: what every other question follows from.
#[component]
pub fn Start(props: &Asking) -> Html {
    let t = texts();
    let Asking {
        session, dispatch, ..
    } = props;
    html! {
        <section class="pc-start" aria-labelledby="start-title">
            <h3 class="pc-start__title" id="start-title">{ t.start_heading }</h3>
            { for session.place().map(|ask| props.question(ask)) }
            <NoDocuments session={session.clone()} />
            <Topics open={session.topics()} dispatch={dispatch.clone()} />
        </section>
    }
}

/// What the note on a place is drawn from.
#[derive(PartialEq, Properties)]
pub struct PlaceProps {
    /// The session.
    pub session: Rc<Session>,
}

/// That no document of the place is known, where so; it is said beside the place, in both ways of
/// asking.
#[component]
pub fn NoDocuments(props: &PlaceProps) -> Html {
    let session = &props.session;
    let place = session.place_without_documents();
    let name = place.map(|place| session.catalog().questionnaire.regions.full_name(place));
    html! {
        <div role="status">
            if let Some(name) = name {
                <p class="pc-empty" id="no-documents">{ fill(texts().start_no_documents, &[("place", &name)]) }</p>
            }
        </div>
    }
}

/// The questions that can still matter, in their groups; the place stands before them.
#[component]
pub fn AllQuestions(props: &Asking) -> Html {
    let t = texts();
    let Asking {
        session, outcome, ..
    } = props;
    let questionnaire = &session.catalog().questionnaire;
    let shown = session.questions(outcome);
    let place = session.place();
    // Each keyed list has an element of its own: beside an unkeyed sibling Yew would not match by keys,
    // and a field that is being typed in would be made anew when a question comes or goes.
    let question = |ask: Ask| props.question(ask);
    let groups = (0..).zip(&questionnaire.groups).filter_map(|(index, group)| {
        let in_group = |ask: &&Ask| questionnaire.fact(ask.fact).group == index;
        let questions = shown.iter().filter(|ask| Some(**ask) != place);
        let mut questions: Vec<Ask> = questions.filter(in_group).copied().collect();
        session.sort(&mut questions);
        let elective = outcome.elective.iter().filter(in_group);
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
    html! { <div class="pc-groups">{ for groups }</div> }
}
