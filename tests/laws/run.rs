//! The run: every sample is made and assessed once, and shown to every law.

use std::collections::BTreeMap;
use std::sync::LazyLock;
use std::thread;

use fastrand::Rng;
use policy_engine::assess;
use policy_engine::assess::Assessment;

use crate::matters::Asked;
use crate::sample::{Sample, sample, setting};
use crate::share::Shares;
use crate::world::World;
use crate::{always, narrows};

/// What a law says of a sample and the assessment of each of its steps: nothing, or how it is broken.
type Law = fn(&World, &Sample, &[Assessment]) -> Result<(), String>;

/// The laws of every sample, by the names of their tests.
const LAWS: [(&str, Law); 7] = [
    (
        "amounts_keep_to_their_verdicts_caps_and_sums",
        always::amounts,
    ),
    (
        "the_same_answers_give_the_same_assessment",
        always::the_same_again,
    ),
    (
        "screening_gives_what_assessing_gives",
        always::screened_the_same,
    ),
    ("what_a_program_waits_for_is_asked", always::questions),
    (
        "nothing_is_open_when_all_is_answered",
        always::nothing_open_at_the_end,
    ),
    ("more_answers_only_narrow", narrows::only_narrow),
    ("every_completion_lies_within", narrows::completions),
];

/// What came of all samples.
#[derive(Default)]
struct Run {
    /// The first sample that broke each law, by the law's name.
    broken: BTreeMap<&'static str, (u64, String)>,
    /// The questions tried.
    asked: Asked,
    /// How often each verdict came up.
    shares: Shares,
}

/// Of how many samples one is tried for a question that matters: that takes as long as all the rest.
const ASKED_OF: u64 = 4;

/// The run, shared by the tests.
static RUN: LazyLock<Run> = LazyLock::new(|| {
    let world = World::new(policy_catalog::catalog());
    let mut seeds = Rng::with_seed(seed());
    let cases: Vec<_> = (0..cases()).map(|case| (case, seeds.u64(..))).collect();
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let part = |worker| {
        let own = cases.iter().skip(worker).step_by(threads);
        let mut run = Run::default();
        own.for_each(|(case, seed)| run.case(&world, *case, *seed));
        run
    };
    thread::scope(|scope| {
        let part = &part;
        let workers = (0..threads).map(|worker| scope.spawn(move || part(worker)));
        let workers: Vec<_> = workers.collect();
        let parts = workers.into_iter().map(|worker| worker.join());
        let parts = parts.map(|part| part.expect("laws return what is broken"));
        parts.reduce(Run::merge).unwrap_or_default()
    })
});

/// How many enterprises are tried.
pub fn cases() -> u64 {
    setting("LAWS_CASES", 10_000)
}

/// Which ones.
pub fn seed() -> u64 {
    setting("LAWS_SEED", 20_261_121)
}

/// The run, with a line that says how much was tried.
fn run() -> &'static Run {
    let (cases, seed, partial) = (cases(), seed(), cases() * Sample::PARTIAL);
    let completed = cases * narrows::COMPLETED;
    println!(
        "LAWS_CASES={cases} LAWS_SEED={seed}: {partial} partial answer sets, {completed} completions"
    );
    &RUN
}

/// Fails where a law was broken.
pub fn holds(law: &str) {
    assert!(LAWS.iter().any(|(name, _)| *name == law), "no law {law}");
    if let Some((case, broken)) = run().broken.get(law) {
        panic!("sample {case}: {broken}");
    }
}

/// The questions tried in the run.
pub fn asked() -> &'static Asked {
    &run().asked
}

/// How often each verdict came up in the run.
pub fn shares() -> &'static Shares {
    &run().shares
}

impl Run {
    fn case(&mut self, world: &World, case: u64, seed: u64) {
        let program = usize::try_from(case).unwrap_or_default() % world.single.len();
        let sample = sample(world, program, seed);
        let steps = sample.assess(world);
        for (name, law) in LAWS {
            if !self.broken.contains_key(name) && law(world, &sample, &steps).is_err() {
                let small = cut_down(world, &sample, law);
                let broken = law(world, &small, &small.assess(world));
                let broken = broken.expect_err("cut down to what still fails");
                let told = format!("{broken}\n\n{}", small.in_words(world));
                self.broken.insert(name, (case, told));
            }
        }
        if case.is_multiple_of(ASKED_OF) {
            self.asked.count(world, &sample, &steps[0]);
        }
        self.shares.count(&sample, &steps[0]);
    }

    fn merge(mut self, other: Run) -> Run {
        for (name, found) in other.broken {
            let known = self.broken.entry(name).or_insert_with(|| found.clone());
            if found.0 < known.0 {
                *known = found;
            }
        }
        self.asked.merge(other.asked);
        self.shares.merge(other.shares);
        self
    }
}

impl Sample {
    /// The assessment of each step.
    fn assess<'a>(&'a self, world: &'a World) -> Vec<Assessment<'a>> {
        let steps = self.steps.iter();
        let each = steps.map(|answers| assess(world.catalog, answers, self.date));
        each.collect()
    }
}

/// The sample without the steps and answers that its failure does not need.
fn cut_down(world: &World, sample: &Sample, law: Law) -> Sample {
    let mut small = sample.clone();
    let fails = |sample: &Sample| law(world, sample, &sample.assess(world)).is_err();
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
