//! Answers made for one program: changed step by step until it is to be had, or is not.

use policy_engine::assess;
use policy_engine::case::Case;
use policy_engine::catalog::Catalog;
use policy_engine::fact::{Answer, Answers, Ask};
use policy_engine::policy::condition::{Finding, Grounds, Test};
use policy_engine::verdict::Verdict;

use crate::generate::Generator;

/// What answers are made for.
#[derive(Clone, Copy)]
pub enum Aim {
    /// The program gets this verdict, Yes or No.
    Verdict(Verdict),
    /// Only the conditions that rest on this question fail, so that another answer can decide.
    Hinge(Ask),
}

/// How often an answer is tried anew.
const TRIES: usize = 80;

impl Generator<'_> {
    /// Tries answers anew as long as that brings a program nearer to what is aimed at; what is kept
    /// is not touched.
    pub fn favour(&mut self, program: usize, wanted: Aim, kept: &Answers, answers: &mut Answers) {
        let world = self.world;
        let catalog = &world.single[program];
        let free = |(left, mut asks): (usize, Vec<Ask>)| {
            asks.retain(|ask| kept.known(*ask).is_none());
            (left, asks)
        };
        let (mut left, mut asks) = free(self.waits(catalog, wanted, answers));
        for _ in 0..TRIES {
            if left == 0 || asks.is_empty() {
                return;
            }
            let ask = *self.one_of(&asks);
            let before = answers.0.get(&ask).cloned();
            let value = self.value(ask.fact);
            answers.0.insert(ask, Answer::Known(value));
            let (now, open) = free(self.waits(catalog, wanted, answers));
            if now <= left {
                (left, asks) = (now, open);
            } else if let Some(before) = before {
                answers.0.insert(ask, before);
            } else {
                answers.0.remove(&ask);
            }
        }
    }

    /// How many conditions of the one program stand against the aim, and the questions that they
    /// rest on.
    fn waits(&self, catalog: &Catalog, wanted: Aim, answers: &Answers) -> (usize, Vec<Ask>) {
        let assessment = assess(catalog, answers, self.date);
        let case = Case::new(&catalog.questionnaire, answers, self.date);
        let now = &assessment.outcomes[0].now;
        let findings = now.findings.iter();
        match wanted {
            Aim::Verdict(Verdict::No) => {
                let all = findings.map(|part| distance(&case, part, Verdict::No));
                all.min_by_key(|(left, _)| *left).unwrap_or_default()
            }
            Aim::Verdict(_) => wanting(&case, &now.findings),
            Aim::Hinge(ask) => hinge_of(&case, &now.findings, ask, Verdict::Yes),
        }
    }

    /// Takes back about half of the answers that a program rests on.
    pub fn forget(&mut self, program: usize, answers: &mut Answers) {
        let catalog = &self.world.single[program];
        let mut asks = Vec::new();
        let case = Case::new(&catalog.questionnaire, answers, self.date);
        for finding in &assess(catalog, answers, self.date).outcomes[0].now.findings {
            finding.each_place(&case, false, &mut |place| asks.push(place.ask));
        }
        for ask in asks {
            if self.chance(50) {
                answers.0.remove(&ask);
            }
        }
    }
}

/// How many parts of a condition stand against a verdict, and the questions that they rest on.
pub type Distance = (usize, Vec<Ask>);

/// How many parts of conditions that must all hold do not, and the questions that they rest on.
pub fn wanting(case: &Case, findings: &[Finding]) -> Distance {
    sum(findings
        .iter()
        .map(|part| distance(case, part, Verdict::Yes)))
}

fn sum(parts: impl Iterator<Item = Distance>) -> Distance {
    parts.fold(Distance::default(), |mut sum, (left, asks)| {
        sum.0 += left;
        sum.1.extend(asks);
        sum
    })
}

/// How far a condition is from a verdict: all parts of 同时满足 must hold, one must fail.
fn distance(case: &Case, finding: &Finding, wanted: Verdict) -> Distance {
    if finding.verdict == wanted {
        return Distance::default();
    }
    match (&finding.of.test, &finding.grounds) {
        (Test::All(_) | Test::Any(_), Grounds::Parts(parts)) => {
            let each = parts.iter().map(|part| distance(case, part, wanted));
            let all = matches!(finding.of.test, Test::All(_)) == (wanted == Verdict::Yes);
            if all {
                sum(each)
            } else {
                each.min_by_key(|(left, _)| *left).unwrap_or_default()
            }
        }
        (Test::Not(_), Grounds::Parts(parts)) => distance(case, &parts[0], !wanted),
        _ => (1, asks_of(case, finding)),
    }
}

/// How far conditions are from a place where only those that rest on a question keep them from the
/// verdict that the others have.
fn hinge_of(case: &Case, parts: &[Finding], ask: Ask, rest: Verdict) -> Distance {
    let rests = |part: &&Finding| asks_of(case, part).contains(&ask);
    let others = parts.iter().filter(|part| !rests(part));
    let others = sum(others.map(|part| distance(case, part, rest)));
    let own = parts.iter().filter(rests);
    let own = own.map(|part| hinge(case, part, ask, !rest));
    let own = own.min_by_key(|(left, _)| *left).unwrap_or_default();
    sum([others, own].into_iter())
}

fn hinge(case: &Case, finding: &Finding, ask: Ask, wanted: Verdict) -> Distance {
    match (&finding.of.test, &finding.grounds) {
        (Test::All(_), Grounds::Parts(parts)) => hinge_of(case, parts, ask, Verdict::Yes),
        (Test::Any(_), Grounds::Parts(parts)) => hinge_of(case, parts, ask, Verdict::No),
        _ if finding.verdict == wanted => Distance::default(),
        _ => (1, asks_of(case, finding)),
    }
}

fn asks_of(case: &Case, finding: &Finding) -> Vec<Ask> {
    let mut asks = Vec::new();
    finding.each_place(case, false, &mut |place| asks.push(place.ask));
    asks
}
