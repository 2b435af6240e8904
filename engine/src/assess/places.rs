//! Places that are not known yet exclude each other: a total is that of the best of them, not the
//! sum over all.

use std::rc::Rc;

use crate::assess::Outcome;
use crate::assess::totals::{Item, Sum};
use crate::case::Case;
use crate::fact::{Answer, Ask, Value};
use crate::ordered::{Map, Set};
use crate::policy::condition::{Finding, Grounds, Test};
use crate::region::RegionCode;
use crate::verdict::Verdict;

/// A place that is not known, or not known finely enough.
pub(super) struct OpenPlace {
    /// The outcomes that wait for it.
    waiting: Set<usize>,
    /// For each place that it can be, the waiting outcomes that are then still possible.
    possible: Vec<Set<usize>>,
}

/// A place that some outcomes wait for.
#[derive(Default)]
struct Named<'a, 'b> {
    /// The places that their conditions name.
    targets: Set<RegionCode>,
    /// Those outcomes, with the findings that refuse them or that the place can still change.
    waiting: Map<usize, Vec<&'b Finding<'a>>>,
}

/// The open places; an outcome waits for the first of them that it names.
pub(super) fn open(case: &Case, outcomes: &[Rc<Outcome>]) -> Vec<OpenPlace> {
    let mut named: Vec<(Ask, Named)> = Vec::new();
    for (index, outcome) in outcomes.iter().enumerate() {
        let findings = &outcome.now.findings;
        let mut first = None;
        for finding in findings {
            each_place(finding, &mut |ask, target| {
                let known = named.iter().position(|(known, _)| *known == ask);
                let at = known.unwrap_or_else(|| {
                    named.push((ask, Named::default()));
                    named.len() - 1
                });
                let place = &mut named[at].1;
                place.targets.insert(target);
                if *first.get_or_insert(at) == at {
                    let decides =
                        |one: &&Finding| one.verdict == Verdict::No || waits_for(case, one, ask);
                    let touched = || findings.iter().filter(decides);
                    let waiting = place.waiting.entry(index);
                    waiting.or_insert_with(|| touched().collect());
                }
            });
        }
    }
    let places = named.into_iter().map(|(ask, Named { targets, waiting })| {
        let possible = targets.iter().map(|target| {
            let mut answers = case.answers.clone();
            let place = Answer::Known(Value::Region(*target));
            answers.0.insert(ask, place);
            let answers = &answers;
            let there = Case { answers, ..*case };
            let holds = |finding: &&Finding| finding.of.holds(&there) != Verdict::No;
            let possible = waiting
                .iter()
                .filter(|(_, touched)| touched.iter().all(holds));
            possible.map(|(index, _)| *index).collect()
        });
        OpenPlace {
            possible: possible.collect(),
            waiting: waiting.keys().copied().collect(),
        }
    });
    places.collect()
}

/// Whether the answer to a question can still change a finding.
fn waits_for(case: &Case, finding: &Finding, ask: Ask) -> bool {
    let mut waits = false;
    finding.open(case, &mut |place| waits |= place.ask == ask);
    waits
}

/// Visits every place that a condition waits for, with the place that it names.
fn each_place(finding: &Finding, visit: &mut dyn FnMut(Ask, RegionCode)) {
    if finding.verdict != Verdict::Unknown {
        return;
    }
    match (&finding.of.test, &finding.grounds) {
        (Test::Within(_, target), Grounds::Answer(at, _)) if at.cell.is_none() => {
            visit(at.ask, *target);
        }
        (_, Grounds::Parts(parts)) => parts.iter().for_each(|part| each_place(part, visit)),
        _ => {}
    }
}

/// The sum over what does not wait for a place, and over what is possible in the best place.
pub(super) fn best<'a>(places: &[OpenPlace], items: &[&Item<'a>]) -> Sum<'a> {
    let mut chosen: Set<usize> = items.iter().map(|item| item.outcome).collect();
    let mut choice = false;
    for place in places {
        let sum_of = |possible: &Set<usize>| {
            let there = items.iter().filter(|item| possible.contains(&item.outcome));
            Sum::of(there.copied())
        };
        let best = place.possible.iter().max_by(|a, b| {
            let (a, b) = (sum_of(a), sum_of(b));
            let more = |sum: &Sum| (sum.unbounded.len(), sum.bounded.high);
            more(&a).cmp(&more(&b))
        });
        if let Some(best) = best {
            let out = |index: &usize| place.waiting.contains(index) && !best.contains(index);
            choice |= items.iter().any(|item| out(&item.outcome));
            chosen.retain(|index| !out(index));
        }
    }
    let items = items.iter().filter(|item| chosen.contains(&item.outcome));
    Sum {
        best_place: choice,
        ..Sum::of(items.copied())
    }
}
