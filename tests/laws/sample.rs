//! The random answer sets.

use std::env;
use std::fmt::Write;

use fastrand::Rng;
use jiff::civil::{Date, date};
use policy_engine::fact::Answers;
use policy_engine::verdict::Verdict;

use crate::favour::Aim;
use crate::generate::Generator;
use crate::world::World;

/// The days assessed: mostly one day, else the days at which something begins or ends.
pub const DAYS: [Date; 8] = [
    date(2026, 11, 21),
    date(2022, 1, 31),
    date(2022, 2, 1),
    date(2024, 2, 29),
    date(2024, 6, 30),
    date(2024, 7, 1),
    date(2025, 12, 31),
    date(2027, 1, 1),
];

/// An enterprise that answers more and more.
#[derive(Clone)]
pub struct Sample {
    /// The day assessed.
    pub date: Date,
    /// The answers; each set refines the one before, the last is complete.
    pub steps: Vec<Answers>,
    /// Chance for what a law tries on its own.
    pub seed: u64,
    /// The program that the answers were made for, by its place in the catalogue.
    pub program: usize,
}

impl Sample {
    /// How many of the steps are partial.
    pub const PARTIAL: u64 = 3;

    /// The answers of every step, for a person to look at.
    pub fn in_words(&self, world: &World) -> String {
        let mut out = format!("on {}", self.date);
        for (index, step) in self.steps.iter().enumerate() {
            let step = Sample::set_in_words(world, step);
            let _ = write!(out, "\nstep {}:{step}", index + 1);
        }
        out
    }

    /// Some answers, each on a line, for a person to look at.
    pub fn set_in_words(world: &World, answers: &Answers) -> String {
        let name = |ask| world.catalog.questionnaire.name_of(ask);
        let each = answers.0.iter();
        let each = each.map(|(ask, answer)| format!("\n  {} = {answer:?}", name(*ask)));
        each.collect()
    }
}

/// A number from the environment, or what it is without.
pub fn setting(name: &str, default: u64) -> u64 {
    env::var(name).map_or(default, |text| {
        text.parse()
            .unwrap_or_else(|_| panic!("{name}={text}: not a number"))
    })
}

/// An enterprise made for a program.
pub fn sample(world: &World, program: usize, seed: u64) -> Sample {
    let mut rng = Rng::with_seed(seed);
    let date = if rng.u8(0..100) < 60 {
        DAYS[0]
    } else {
        DAYS[rng.usize(0..DAYS.len())]
    };
    let mut generator = Generator { world, date, rng };
    let mut first = generator.answers();
    let none = Answers::default();
    match generator.rng.u8(0..6) {
        0 | 1 => generator.favour(program, Aim::Verdict(Verdict::Yes), &none, &mut first),
        2 => generator.favour(program, Aim::Verdict(Verdict::No), &none, &mut first),
        3 => {
            generator.favour(program, Aim::Verdict(Verdict::Yes), &none, &mut first);
            generator.forget(program, &mut first);
        }
        _ => {}
    }
    let second = generator.refine(&first);
    let third = generator.refine(&second);
    let last = generator.complete(&third);
    Sample {
        date,
        steps: vec![first, second, third, last],
        seed,
        program,
    }
}
