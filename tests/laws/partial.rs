//! Partial answers made for one program, that leave its verdict or its amount open.

use policy_engine::assess;
use policy_engine::case::Case;
use policy_engine::fact::{Answer, Answers, Ask, Value};
use policy_engine::span::Span;
use policy_engine::verdict::Verdict;

use crate::favour::Aim;
use crate::generate::Generator;

/// How often such answers are tried to be made.
const TRIES: usize = 30;

impl Generator<'_> {
    /// Answers that leave open whether the program is to be had, where some were found.
    pub fn undecided(&mut self, program: usize) -> Option<Answers> {
        (0..TRIES).find_map(|_| {
            let mut answers = self.obtaining(program);
            self.forget(program, &mut answers);
            let (verdict, _) = self.found(program, &answers);
            (verdict == Verdict::Unknown).then_some(answers)
        })
    }

    /// Answers under which the program is to be had and its amount is open, where some were found.
    pub fn open_amount(&mut self, program: usize) -> Option<Answers> {
        (0..TRIES).find_map(|_| {
            let mut answers = self.obtaining(program);
            if self.found(program, &answers).0 != Verdict::Yes {
                return None;
            }
            let mut asks = self.rests_on(program, &answers);
            self.rng.shuffle(&mut asks);
            for ask in asks {
                if self.chance(30) {
                    continue;
                }
                let mut fewer = answers.clone();
                self.know_less(&mut fewer, ask);
                if self.found(program, &fewer).0 == Verdict::Yes {
                    answers = fewer;
                }
            }
            let (_, amount) = self.found(program, &answers);
            amount.exact().is_none().then_some(answers)
        })
    }

    /// Complete answers, under which the program is to be had if that was found.
    fn obtaining(&mut self, program: usize) -> Answers {
        let none = Answers::default();
        let mut answers = self.complete(&none);
        self.favour(program, Aim::Verdict(Verdict::Yes), &none, &mut answers);
        answers
    }

    /// Takes an answer back, or makes a list partial: a cell is taken back, or more rows may follow.
    fn know_less(&mut self, answers: &mut Answers, ask: Ask) {
        if let Some(Answer::Known(Value::Rows(list))) = answers.0.get_mut(&ask)
            && self.rng.bool()
        {
            list.more = self.rng.bool();
            if !list.rows.is_empty() {
                let row = self.rng.usize(0..list.rows.len());
                let cell = self.rng.usize(0..list.rows[row].len());
                list.rows[row][cell] = None;
            }
        } else {
            answers.0.remove(&ask);
        }
    }

    /// What the one program gives.
    pub fn found(&self, program: usize, answers: &Answers) -> (Verdict, Span) {
        let assessment = assess(&self.world.single[program], answers, self.date);
        let now = &assessment.outcomes[0].now;
        (now.verdict, now.amount)
    }

    /// The questions that the verdict and the amount of the one program rest on.
    pub fn rests_on(&self, program: usize, answers: &Answers) -> Vec<Ask> {
        let catalog = &self.world.single[program];
        let case = Case::new(&catalog.questionnaire, answers, self.date);
        let assessment = assess(catalog, answers, self.date);
        let now = &assessment.outcomes[0].now;
        let mut asks = Vec::new();
        let mut visit = |place: policy_engine::case::Place| asks.push(place.ask);
        for finding in &now.findings {
            finding.each_place(&case, false, &mut visit);
        }
        if let Some(working) = &now.working {
            working.each_place(&case, false, &mut visit);
        }
        asks.sort();
        asks.dedup();
        asks
    }
}
