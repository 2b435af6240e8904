//! The nearest way to a program that is refused: the fewest answers that would have to change.
//!
//! Only what the questionnaire marks as within reach is advised: more of a number of the present, or
//! a choice that can be attained. Places, years that are past and cuts are stated as gaps with their
//! conditions, and where one of them stands in the way there is no advice.

use std::cmp::Reverse;

use rust_decimal::Decimal;

use crate::advise::change::{Growing, with};
use crate::assess::{Outcome, State, gives};
use crate::case::{Case, Place};
use crate::exact;
use crate::fact::{Answers, Value};
use crate::policy::Program;
use crate::policy::bound::{Bound, Limit};
use crate::policy::condition::{Condition, Finding, Grounds, Test};
use crate::policy::measure::Measure;
use crate::policy::working::{Steps, Working};
use crate::span::Span;
use crate::verdict::Verdict;

/// A way to a program: what has to change, and what it then gives.
#[derive(Clone, Debug, PartialEq)]
pub struct Way<'a> {
    /// Each change, in the order of the clause.
    pub steps: Vec<Step<'a>>,
    /// Whether all conditions hold after it; some may still be open.
    pub verdict: Verdict,
    /// The amount after it, in 元; a range where the change can be made in several places.
    pub amount: Span,
}

impl Way<'_> {
    /// How much more there has to be, all steps together; only to set equal ways in order.
    fn more(&self) -> Decimal {
        let more = self.steps.iter().map(|step| match &step.change {
            Change::More(_, by) => *by,
            Change::Take(..) => Decimal::ZERO,
        });
        more.fold(Decimal::ZERO, |sum, by| exact::add(sum, by).unwrap_or(sum))
    }
}

/// A change that makes one condition hold.
#[derive(Clone, Debug, PartialEq)]
pub struct Step<'a> {
    /// The condition.
    pub of: &'a Condition,
    /// The change.
    pub change: Change<'a>,
}

/// A change of one answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Change<'a> {
    /// More of a number: of one of these, by so much in base units.
    More(Vec<Growing<'a>>, Decimal),
    /// Another choice.
    Take(Place, Value),
}

/// How many ways are told at most.
const WAYS: usize = 3;

/// How many ways are tried at most.
const TRIED: usize = 24;

/// The ways to a refused program with the fewest changes, the one that gives most first.
pub fn nearest<'a>(case: &Case<'a>, outcome: &Outcome<'a>) -> Vec<Way<'a>> {
    if outcome.state != State::Refused || outcome.now.conflict {
        return Vec::new();
    }
    let failed = outcome.now.findings.iter();
    let failed = failed.filter(|finding| finding.verdict == Verdict::No);
    let mut all: Vec<_> = all_of(failed.map(|finding| steps(case, finding)));
    all.sort_by_key(Vec::len);
    all.truncate(TRIED);
    let ways = all
        .into_iter()
        .filter_map(|steps| way(case, outcome.program, steps));
    let mut ways: Vec<Way> = ways.collect();
    let fewest = ways.iter().map(|way| way.steps.len()).min();
    ways.retain(|way| Some(way.steps.len()) == fewest);
    ways.sort_by_key(|way| {
        (
            way.amount.high.is_some(),
            Reverse(way.amount.high),
            way.more(),
        )
    });
    ways.truncate(WAYS);
    ways
}

/// Every combination of one alternative of each.
fn all_of<'a>(parts: impl Iterator<Item = Vec<Vec<Step<'a>>>>) -> Vec<Vec<Step<'a>>> {
    let mut all = vec![Vec::new()];
    for alternatives in parts {
        let with = |steps: &Vec<Step<'a>>| {
            let more = alternatives.iter();
            let more = more.map(|more| [steps.as_slice(), more.as_slice()].concat());
            more.collect::<Vec<_>>()
        };
        all = all.iter().flat_map(with).take(TRIED).collect();
    }
    all
}

/// The alternatives that make a failed condition hold; none where nothing is within reach.
fn steps<'a>(case: &Case<'a>, finding: &Finding<'a>) -> Vec<Vec<Step<'a>>> {
    let failed = |part: &&Finding<'a>| part.verdict == Verdict::No;
    let one = |change| {
        vec![vec![Step {
            of: finding.of,
            change,
        }]]
    };
    match (&finding.of.test, &finding.grounds) {
        (test, Grounds::Answer(at, Some(value))) if is_attainable(case, *at) => match (test, value)
        {
            (Test::Is(_, wanted), _) => one(Change::Take(*at, Value::YesNo(*wanted))),
            (Test::OneOf(_, wanted), _) => {
                let take = |option: &u16| one(Change::Take(*at, Value::OneOf(*option)));
                wanted.iter().flat_map(take).collect()
            }
            (Test::Includes(_, wanted), Value::SeveralOf(options)) => {
                let mut options = options.clone();
                options.push(*wanted);
                options.sort_unstable();
                one(Change::Take(*at, Value::SeveralOf(options)))
            }
            _ => Vec::new(),
        },
        (Test::Compare(_, limits), Grounds::Number(working, _)) => {
            let more = limits
                .iter()
                .filter_map(|(bound, limit)| more(case, working, *bound, limit));
            let more: Vec<_> = more.collect();
            match &more[..] {
                [change] => one(change.clone()),
                _ => Vec::new(),
            }
        }
        (_, Grounds::Choice(_, Some(branch))) => steps(case, branch),
        (Test::Some { .. }, Grounds::Rows(_, Some(rows))) => {
            rows.iter().flat_map(|row| steps(case, row)).collect()
        }
        (Test::All(_), Grounds::Parts(parts)) => {
            all_of(parts.iter().filter(failed).map(|part| steps(case, part)))
        }
        (Test::Any(_), Grounds::Parts(parts)) => {
            parts.iter().flat_map(|part| steps(case, part)).collect()
        }
        _ => Vec::new(),
    }
}

fn is_attainable(case: &Case, at: Place) -> bool {
    let fact = case.questionnaire.fact(at.ask.fact);
    match at.cell {
        Some((_, column)) => fact.columns()[usize::from(column)].attainable,
        None => fact.attainable,
    }
}

/// How much more of a number reaches a lower limit that it misses.
fn more<'a>(
    case: &Case<'a>,
    working: &Working<'a>,
    bound: Bound,
    limit: &Limit,
) -> Option<Change<'a>> {
    let missed = bound.holds(working.span, Span::exactly(limit.value(case))) == Verdict::No;
    if !bound.is_lower() || !missed {
        return None;
    }
    let places = growing(case, working);
    let step = places.first()?.step();
    let gap = exact::add(limit.value(case), -working.span.exact()?)?;
    // Up to a whole number of steps, and past the limit where it is out itself.
    let steps = (gap / step).ceil();
    let reached = exact::mul(steps, step)?;
    let by = if bound == Bound::Over && reached == gap {
        exact::add(reached, step)?
    } else {
        reached
    };
    let places = places.into_iter();
    let places = places.filter(|place| place.more(case.answers, by).is_some());
    let places: Vec<_> = places.collect();
    (!places.is_empty()).then_some(Change::More(places, by))
}

/// The numbers of which one more is one more of the sum.
fn growing<'a>(case: &Case<'a>, working: &Working<'a>) -> Vec<Growing<'a>> {
    match (&working.steps, working.of) {
        (Steps::Value(at), _) => Growing::at(case, *at).into_iter().collect(),
        (Steps::Parts(parts), Measure::Named(_)) => growing(case, &parts[0]),
        (
            Steps::Rows {
                rows: Some(rows), ..
            },
            Measure::Total { of, .. },
        ) if matches!(**of, Measure::Value(_)) => {
            let counted = rows.iter().filter(|row| {
                let counts = row.counts.as_ref();
                counts.is_none_or(|finding| finding.verdict == Verdict::Yes)
            });
            let adds = counted.filter_map(|row| row.adds.as_ref());
            adds.flat_map(|adds| growing(case, adds)).collect()
        }
        _ => Vec::new(),
    }
}

/// What a program gives after some changes; nothing where it is refused all the same.
fn way<'a>(case: &Case<'a>, program: &'a Program, steps: Vec<Step<'a>>) -> Option<Way<'a>> {
    let mut all = vec![case.answers.clone()];
    for step in &steps {
        let after = all.iter().flat_map(|answers| after(answers, &step.change));
        all = after.take(TRIED).collect();
    }
    let mut found: Option<(Verdict, Span)> = None;
    for answers in &all {
        let (verdict, amount) = gives(&Case { answers, ..*case }, program);
        if verdict != Verdict::No {
            found = Some(found.map_or((verdict, amount), |(before, span)| {
                (before.either(verdict), span.hull(amount))
            }));
        }
    }
    let (verdict, amount) = found?;
    Some(Way {
        steps,
        verdict,
        amount,
    })
}

/// The answers after a change, for each place where it can be made.
fn after(answers: &Answers, change: &Change) -> Vec<Answers> {
    match change {
        Change::More(places, by) => {
            let more = places.iter().filter_map(|place| place.more(answers, *by));
            more.collect()
        }
        Change::Take(at, value) => vec![with(answers, *at, value.clone())],
    }
}
