//! A program at a glance: what stands of it in a list.

use policy_engine::advise::nearest::nearest;
use policy_engine::assess::{Outcome, State};
use policy_engine::case::Case;
use policy_engine::policy::Topic;
use policy_engine::span::Span;
use policy_engine::verdict::Verdict;
use serde::Serialize;

use crate::report::{Amount, amount};
use crate::text::texts;
use crate::{advice, condition, outcome, place};

/// What a program comes to, without how it follows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Headline {
    /// The program's id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// 补贴, 补助, 奖励, 贴息.
    pub form: &'static str,
    /// 一次性, 每年, 连续3年; absent where nothing is paid.
    pub paid: Option<String>,
    /// Both in words.
    pub kind: String,
    /// Where the enterprise stands.
    #[serde(serialize_with = "state_id")]
    pub state: State,
    /// The same in words.
    pub state_name: &'static str,
    /// What it is a part of: funding, recognition, tax.
    #[serde(serialize_with = "topic_id")]
    pub topic: Topic,
    /// The amount as far as it is certain.
    #[serde(flatten)]
    pub amount: Amount,
    /// The calendar year that the amount is for.
    pub year: i16,
    /// Whether it is for enterprises of another place.
    pub elsewhere: bool,
    /// Why it is refused: the first condition that fails, and how far it is from its limit.
    #[serde(skip)]
    pub failed: Option<String>,
    /// The nearest ways to a program that is refused, with what each would bring.
    pub nearest: Vec<String>,
    /// What could still change the verdict or the amount.
    pub needs: Vec<String>,
}

fn topic_id<S: serde::Serializer>(topic: &Topic, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(topic.id())
}

fn state_id<S: serde::Serializer>(state: &State, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(state.id())
}

impl Headline {
    /// Whether the enterprise has nothing to look for here: another place, or the past.
    pub fn is_aside(&self) -> bool {
        self.elsewhere || matches!(self.state, State::Closed | State::Expired)
    }

    /// Whether the program has an amount worth showing beside its state.
    pub fn shows_amount(&self) -> bool {
        matches!(
            self.state,
            State::Obtainable | State::Applicable | State::Open
        )
    }
}

/// Puts into words what a program comes to.
pub fn headline(case: &Case, outcome: &Outcome) -> Headline {
    let (program, now) = (outcome.program, &outcome.now);
    let in_force = outcome.state.in_force();
    let certain = if in_force { now.amount } else { Span::ZERO };
    let elsewhere = outcome.is_elsewhere();
    let open = outcome.open.iter().filter(|_| in_force);
    let ways = nearest(case, outcome);
    let ways = ways.iter().map(|way| advice::way(case, program, way));
    Headline {
        id: program.id.clone(),
        title: program.title.clone(),
        form: outcome::form(program.form),
        paid: outcome::paid(program),
        kind: outcome::kind(program),
        state: outcome.state,
        state_name: outcome::state_of(program, outcome.state),
        topic: program.form.topic(),
        amount: amount(
            outcome::amount(program, now),
            outcome::shown(program, now),
            certain,
        ),
        year: now.year,
        elsewhere,
        failed: failed(case, outcome).filter(|_| !elsewhere),
        nearest: ways.collect(),
        needs: open
            .map(|at| place::place(case.questionnaire, *at))
            .collect(),
    }
}

fn failed(case: &Case, outcome: &Outcome) -> Option<String> {
    let refused = outcome.state == State::Refused;
    let mut findings = outcome.now.findings.iter().filter(|_| refused);
    let failed = findings.find(|finding| finding.verdict == Verdict::No)?;
    let line = condition::line(case, failed);
    let words: Vec<String> = [line.says].into_iter().chain(line.gap).collect();
    Some(words.join(texts().finding_sentence_separator))
}
