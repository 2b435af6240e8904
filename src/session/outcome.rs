//! What follows from the answers.

use std::rc::Rc;

use policy_engine::assess::State;
use policy_engine::fact::Ask;
use policy_engine::ordered::{Map, Set};
use policy_engine::policy::Topic;
use policy_wording::comparison::Comparison;
use policy_wording::headline::Headline;
use policy_wording::report::Report;
use policy_wording::stakes::Why;

/// What follows from the answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// The report in headlines.
    pub report: Report<Headline>,
    /// Why each question is asked.
    pub why: Map<Ask, Why>,
    /// What differs from the first of two situations, where one was taken.
    pub comparison: Option<Comparison>,
    /// The questions that can matter to the topics that are open, in order.
    pub questions: Vec<Ask>,
    /// Further questions, in order, that move only what other years pay.
    pub elective: Vec<Ask>,
    /// The topics that are open, in order.
    pub topics: Vec<Topic>,
    /// The places answered that some open program needs finer.
    pub coarse: Set<Ask>,
    /// Whether anything was answered yet.
    pub begun: bool,
}

impl Outcome {
    /// The programs of the open topics that are not for other places or past.
    pub fn shown(&self) -> impl Iterator<Item = &Headline> {
        let open = |program: &&Headline| self.topics.contains(&program.topic);
        let programs = self.report.programs.iter().map(Rc::as_ref).filter(open);
        programs.filter(|program| !program.is_aside())
    }

    /// How many of them the enterprise meets.
    pub fn met(&self) -> usize {
        let met = |state| matches!(state, State::Obtainable | State::Applicable);
        self.shown().filter(|program| met(program.state)).count()
    }

    /// How many of them wait for an answer.
    pub fn waiting(&self) -> usize {
        let waiting = |program: &&Headline| program.state == State::Open;
        self.shown().filter(waiting).count()
    }
}
