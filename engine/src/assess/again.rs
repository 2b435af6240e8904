//! One assessment after another: what a change of the answers cannot touch is kept.

use std::rc::Rc;

use jiff::civil::Date;

use crate::assess::{Assessment, Outcome, outcome};
use crate::case::Case;
use crate::catalog::Catalog;
use crate::fact::{Answer, Answers, Ask, FactId};
use crate::ordered::Set;
use crate::policy::{Policy, Program};

/// Assesses the answers of one enterprise again and again as they change.
pub struct Assessor<'a> {
    catalog: &'a Catalog,
    programs: Vec<Resting<'a>>,
    last: Option<Last<'a>>,
}

/// A program with the facts that its outcome rests on.
struct Resting<'a> {
    policy: &'a Policy,
    program: &'a Program,
    facts: Set<FactId>,
}

/// The assessment before.
struct Last<'a> {
    answers: Answers,
    date: Date,
    outcomes: Vec<Rc<Outcome<'a>>>,
}

impl<'a> Assessor<'a> {
    /// Over the programs of a catalogue.
    pub fn new(catalog: &'a Catalog) -> Assessor<'a> {
        let programs = catalog.programs().map(|(policy, program)| Resting {
            policy,
            program,
            facts: program.facts(),
        });
        Assessor {
            catalog,
            programs: programs.collect(),
            last: None,
        }
    }

    /// The same as [`assess`](super::assess). An outcome that no changed answer can touch is that of the
    /// assessment before.
    pub fn assess(&mut self, answers: &Answers, date: Date) -> Assessment<'a> {
        let case = Case::new(&self.catalog.questionnaire, answers, date);
        let anew = |one: &Resting<'a>| Rc::new(outcome(&case, one.policy, one.program));
        let last = match self.last.take() {
            Some(mut last) if last.date == date => {
                let changed = changes(&last.answers, answers);
                let facts: Set<FactId> = changed.iter().map(|ask| ask.fact).collect();
                for (kept, one) in last.outcomes.iter_mut().zip(&self.programs) {
                    if !one.facts.is_disjoint(&facts) {
                        *kept = anew(one);
                    }
                }
                last.answers.take_over(&changed, answers);
                last
            }
            _ => Last {
                answers: answers.clone(),
                date,
                outcomes: self.programs.iter().map(anew).collect(),
            },
        };
        let last = self.last.insert(last);
        Assessment::of(&case, last.outcomes.clone())
    }
}

/// The questions that two sets of answers answer differently.
fn changes(before: &Answers, after: &Answers) -> Vec<Ask> {
    let (mut before, mut after) = (before.0.iter().peekable(), after.0.iter().peekable());
    let mut changed = Vec::new();
    loop {
        // The next question of either, in order.
        let next = match (before.peek(), after.peek()) {
            (Some((was, _)), Some((is, _))) => **was.min(is),
            (Some((ask, _)), None) | (None, Some((ask, _))) => **ask,
            (None, None) => return changed,
        };
        let of = |(ask, _): &(&Ask, &Answer)| **ask == next;
        if before.next_if(of) != after.next_if(of) {
            changed.push(next);
        }
    }
}
