//! One question at a time: which one stands there, and which comes next.
//!
//! The order is that of the whole form, or by what each question can move where the person sorted
//! them. What comes next follows from the answers, so nothing of it is kept but where the person is.

use policy_engine::fact::Ask;
use policy_engine::ordered::Set;

use super::{Action, Entry, Outcome, Session};

/// Whether one question is asked at a time, and where the person is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Guide {
    on: bool,
    at: At,
    /// The questions that the person passed since the end was last left.
    passed: Set<Ask>,
}

/// Where the person is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum At {
    /// At the open question that comes after another, or at the first, until it is answered.
    After(Option<Ask>),
    /// There.
    On(Step),
}

impl Default for At {
    fn default() -> At {
        At::After(None)
    }
}

/// A step of the guide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A question.
    Ask(Ask),
    /// Behind the last: all answers to look over.
    End,
}

impl Action {
    /// The question that an action answers.
    fn ask(&self) -> Option<Ask> {
        match self {
            Action::Type(field, _) | Action::Enter(field) => Some(field.ask),
            Action::Pick(ask, ..)
            | Action::PickNone(ask)
            | Action::Unsure(ask, _)
            | Action::AddRow(ask)
            | Action::NoRows(ask, _)
            | Action::CopyRows { to: ask, .. } => Some(*ask),
            _ => None,
        }
    }
}

impl Session {
    /// Whether one question is asked at a time.
    pub fn is_guided(&self) -> bool {
        self.guide.on
    }

    /// Where the person is.
    pub fn step(&self, outcome: &Outcome) -> Step {
        match self.guide.at {
            At::On(step) => step,
            At::After(ask) => self.after(outcome, ask),
        }
    }

    /// Where 下一题 leads: the next open question, behind the last of them again from the first on, but for
    /// those that were passed, then to the end, and from there to the first that was left open. A question whose entry cannot be taken does not let go.
    pub fn next_step(&self, outcome: &Outcome) -> Step {
        match self.step(outcome) {
            Step::Ask(ask) if self.is_wrong(ask) => Step::Ask(ask),
            Step::Ask(ask) => self.after(outcome, Some(ask)),
            Step::End => {
                let steps = self.steps(outcome);
                let mut open = steps.iter().filter(|ask| self.is_open(outcome, **ask));
                open.next().map_or(Step::End, |ask| Step::Ask(*ask))
            }
        }
    }

    /// Where 上一题 leads: the question before, answered or not.
    pub fn step_back(&self, outcome: &Outcome) -> Option<Step> {
        let steps = self.steps(outcome);
        let before = match self.step(outcome) {
            Step::Ask(ask) => steps.iter().position(|step| *step == ask)?,
            Step::End => steps.len(),
        };
        let before = before.checked_sub(1)?;
        steps.get(before).copied().map(Step::Ask)
    }

    /// The questions in the order of the guide, with the one that stands there.
    pub fn steps(&self, outcome: &Outcome) -> Vec<Ask> {
        let mut steps: Set<Ask> = self.questions(outcome).into_iter().collect();
        if let At::On(Step::Ask(ask)) | At::After(Some(ask)) = self.guide.at {
            steps.insert(ask);
        }
        let mut steps: Vec<_> = steps.into_iter().collect();
        self.sort(&mut steps);
        steps
    }

    /// The open question that comes after another, or the first, and was not passed; the end where there
    /// is none.
    fn after(&self, outcome: &Outcome, from: Option<Ask>) -> Step {
        let steps = self.steps(outcome);
        let from_index = steps.iter().position(|step| Some(*step) == from);
        let (before, behind) = steps.split_at(from_index.map_or(0, |index| index + 1));
        let mut around = behind.iter().chain(before);
        let passed = |ask: &Ask| Some(*ask) == from || self.guide.passed.contains(ask);
        around
            .find(|ask| !passed(ask) && self.is_open(outcome, **ask))
            .map_or(Step::End, |ask| Step::Ask(*ask))
    }

    pub(super) fn guide(&mut self, on: bool) {
        self.guide = Guide {
            on,
            ..Guide::default()
        };
    }

    /// Goes to a step; what is wrong with the question left, or held, is said.
    pub(super) fn go(&mut self, step: Step) {
        let left = std::mem::replace(&mut self.guide.at, At::On(step));
        self.editing = None;
        match (left, step) {
            (At::On(Step::End), _) => self.guide.passed.clear(),
            // Going back, or held where it is, passes nothing.
            (At::On(Step::Ask(ask)), Step::Ask(to)) if to <= ask => {}
            (At::On(Step::Ask(ask)) | At::After(Some(ask)), _) => {
                self.guide.passed.insert(ask);
            }
            (At::After(None), _) => self.guide.passed.extend(self.place()),
        }
        if let At::On(Step::Ask(ask)) = left
            && let Some(Entry::Rows { rows, .. }) = self.entries.get_mut(&ask)
        {
            rows.iter_mut().for_each(|row| row.visited = true);
        }
    }

    /// Says 不清楚 to a question and goes on; where to follows once the answers are assessed.
    pub(super) fn skip(&mut self, ask: Ask) {
        self.unsure(ask, true);
        self.editing = None;
        self.guide.at = At::After(Some(ask));
    }

    /// Stays at the question that is answered though the answer closes it.
    pub(super) fn stay_at(&mut self, action: &Action) {
        if let (At::After(_), Some(ask)) = (self.guide.at, action.ask())
            && self.guide.on
        {
            self.guide.at = At::On(Step::Ask(ask));
        }
    }
}

#[cfg(test)]
mod tests;
