//! Answers made for one program: changed step by step until it is to be had, or is not.

use policy_engine::assess;
use policy_engine::case::Case;
use policy_engine::catalog::Catalog;
use policy_engine::fact::{Answer, Answers, Ask};
use policy_engine::verdict::Verdict;

use crate::generate::Generator;

/// How often an answer is tried anew.
const TRIES: usize = 80;

impl Generator<'_> {
    /// Tries answers anew as long as that brings a program nearer to a verdict, Yes or No; what is
    /// kept is not touched.
    pub fn favour(
        &mut self,
        program: usize,
        wanted: Verdict,
        kept: &Answers,
        answers: &mut Answers,
    ) {
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

    /// How many conditions of the one program stand against a verdict, and the questions that they
    /// rest on.
    fn waits(&self, catalog: &Catalog, wanted: Verdict, answers: &Answers) -> (usize, Vec<Ask>) {
        let assessment = assess(catalog, answers, self.date);
        let case = Case::new(&catalog.questionnaire, answers, self.date);
        let now = &assessment.outcomes[0].now;
        if now.verdict == wanted {
            return (0, Vec::new());
        }
        let mut asks = Vec::new();
        let against = now.findings.iter();
        let against = against.filter(|finding| finding.verdict != wanted);
        let mut left = 0;
        for finding in against {
            left += 1;
            finding.each_place(&case, false, &mut |place| asks.push(place.ask));
        }
        (left, asks)
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
