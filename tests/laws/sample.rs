//! The random answer sets, and what a law that fails says.

use std::env;
use std::fmt::Write;
use std::sync::LazyLock;

use fastrand::Rng;
use jiff::civil::{Date, date};
use policy_engine::fact::Answers;
use policy_engine::verdict::Verdict;

use crate::favour::Aim;
use crate::generate::Generator;
use crate::world::World;

/// The days assessed: mostly one day, else the days at which something begins or ends.
const DAYS: [Date; 8] = [
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
    /// The answers of every step, for a person to look at.
    pub fn in_words(&self, world: &World) -> String {
        let mut out = format!("on {}", self.date);
        for (index, step) in self.steps.iter().enumerate() {
            let _ = write!(out, "\nstep {}:", index + 1);
            for (ask, answer) in &step.0 {
                let name = world.catalog.questionnaire.name_of(*ask);
                let _ = write!(out, "\n  {name} = {answer:?}");
            }
        }
        out
    }
}

/// What a law says of a sample: nothing, or how it is broken.
pub type Law = fn(&World, &Sample) -> Result<(), String>;

/// The samples of the run, made once for all laws.
static SAMPLES: LazyLock<(World, Vec<Sample>)> = LazyLock::new(|| {
    let (cases, seed) = settings();
    let world = World::new(policy_catalog::catalog());
    let mut seeds = Rng::with_seed(seed);
    let samples = (0..cases).map(|case| {
        let program = usize::try_from(case).unwrap_or_default() % world.single.len();
        sample(&world, program, seeds.u64(..))
    });
    let samples = samples.collect();
    (world, samples)
});

fn settings() -> (u64, u64) {
    (
        setting("LAWS_CASES", 2000),
        setting("LAWS_SEED", 20_261_121),
    )
}

/// Calls `visit` with every sample of the run.
pub fn each_sample(mut visit: impl FnMut(&World, &Sample)) {
    let (cases, seed) = settings();
    println!("LAWS_CASES={cases} LAWS_SEED={seed}");
    let (world, samples) = &*SAMPLES;
    samples.iter().for_each(|sample| visit(world, sample));
}

/// Checks a law on every sample; a failure is cut down to what it needs.
pub fn holds_for_each_sample(law: Law) {
    each_sample(|world, sample| {
        if law(world, sample).is_err() {
            let small = cut_down(world, sample, law);
            let broken = law(world, &small).expect_err("cut down to what still fails");
            panic!("{broken}\n\n{}", small.in_words(world));
        }
    });
}

fn setting(name: &str, default: u64) -> u64 {
    env::var(name).map_or(default, |text| {
        text.parse()
            .unwrap_or_else(|_| panic!("{name}={text}: not a number"))
    })
}

fn sample(world: &World, program: usize, seed: u64) -> Sample {
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

/// The sample without the steps and answers that its failure does not need.
fn cut_down(world: &World, sample: &Sample, law: Law) -> Sample {
    let mut small = sample.clone();
    let fails = |sample: &Sample| law(world, sample).is_err();
    for step in (0..small.steps.len()).rev() {
        let mut fewer = small.clone();
        fewer.steps.remove(step);
        if fails(&fewer) {
            small = fewer;
        }
    }
    let asks: Vec<_> = small
        .steps
        .iter()
        .flat_map(|step| step.0.keys().copied())
        .collect();
    for ask in asks {
        let mut fewer = small.clone();
        for step in &mut fewer.steps {
            step.0.remove(&ask);
        }
        if fails(&fewer) {
            small = fewer;
        }
    }
    small
}
