//! The law of spans that are no wider than they must be: both ends of each are reached.
//!
//! For every program, from no answers and from partial answers made for it, completions are searched
//! that give the low end and the high end of its amount. An open high end is reached where a
//! completion gives more than [`FAR`] times the greatest sum of money that the program names.
//! Programs for which that is not found stand in `unreached.tsv`, each with the reason.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use fastrand::Rng;
use policy_engine::fact::Answers;
use policy_engine::policy::Award;
use policy_engine::policy::parts::Part;
use policy_engine::quantity::Quantity;
use policy_engine::span::Span;
use rust_decimal::Decimal;

use crate::generate::Generator;
use crate::sample::{DAYS, Sample};
use crate::search::Goal;
use crate::world::World;

/// The programs whose ends are not all reached, and why.
const UNREACHED: &str = include_str!("unreached.tsv");

/// How many such programs there may be.
const AT_MOST: usize = 5;

/// How many sets of each kind are made for a program.
const SETS: usize = 40;

/// How often a listed program is tried before it is taken to be reached.
const ROUNDS: u64 = 10;

/// How many times the greatest sum named is taken to be far beyond all of them.
const FAR: i64 = 10;

/// What came of the search.
#[derive(Default)]
pub struct Reached {
    /// How many ends were looked for.
    ends: usize,
    /// For each program, the ends that were not reached.
    missed: BTreeMap<String, Vec<String>>,
}

impl Reached {
    /// Searches the ends of every program.
    pub fn search(world: &World, seed: u64) -> Reached {
        let reached = Mutex::new(Reached::default());
        let next = AtomicUsize::new(0);
        let work = || {
            loop {
                let program = next.fetch_add(1, Ordering::Relaxed);
                if program >= world.single.len() {
                    return;
                }
                let seed = seed.wrapping_add(u64::try_from(program).unwrap_or_default());
                let id = id(world, program);
                // A listed program is tried on, so that chance alone does not strike it off the list.
                let rounds = if is_excused(&id) { ROUNDS } else { 1 };
                for round in 1..=rounds {
                    let (ends, missed) = search_ends(world, program, seed.wrapping_mul(round));
                    let mut reached = reached.lock().expect("no search panics");
                    reached.ends += ends;
                    if !missed.is_empty() {
                        reached.missed.insert(id, missed);
                        break;
                    }
                }
            }
        };
        let threads = thread::available_parallelism().map_or(1, usize::from);
        thread::scope(|scope| (0..threads).for_each(|_| drop(scope.spawn(work))));
        reached.into_inner().expect("no search panics")
    }

    /// What is wrong: ends missed without a reason, reasons for what was reached, too many reasons.
    pub fn complaints(&self) -> Vec<String> {
        println!("{} ends of spans searched", self.ends);
        let excused: Vec<_> = excuses().collect();
        let missed = self.missed.iter();
        let missed = missed.filter(|(program, _)| !is_excused(program));
        let missed = missed.map(|(program, ends)| format!("{program}:\n{}", ends.join("\n")));
        let reached = excused
            .iter()
            .filter(|(id, _)| !self.missed.contains_key(*id));
        let reached =
            reached.map(|(id, _)| format!("{id}: reached, though unreached.tsv lists it"));
        let bare = excused.iter().filter(|(_, why)| why.is_empty());
        let bare = bare.map(|(id, _)| format!("{id}: no reason in unreached.tsv"));
        let many = (excused.len() > AT_MOST).then(|| format!("more than {AT_MOST} exceptions"));
        missed.chain(reached).chain(bare).chain(many).collect()
    }
}

/// The exceptions: each a program and the reason.
fn excuses() -> impl Iterator<Item = (&'static str, &'static str)> {
    let lines = UNREACHED.lines();
    lines.map(|line| line.split_once('\t').unwrap_or((line, "")))
}

fn is_excused(program: &str) -> bool {
    excuses().any(|(id, _)| id == program)
}

fn id(world: &World, program: usize) -> String {
    world.single[program].policies[0].programs[0].id.clone()
}

/// How many ends a program has in the sets made for it, and those that are not reached.
fn search_ends(world: &World, program: usize, seed: u64) -> (usize, Vec<String>) {
    let (date, rng) = (DAYS[0], Rng::with_seed(seed));
    let mut generator = Generator { world, date, rng };
    let mut sets = vec![Answers::default()];
    for _ in 0..SETS {
        sets.extend(generator.undecided(program));
    }
    // Where no answers leave only the amount open, as with a fixed sum, there is none to be found.
    if let Some(first) = generator.open_amount(program) {
        sets.push(first);
        for _ in 1..SETS {
            sets.extend(generator.open_amount(program));
        }
    }
    let far = far(world, program);
    let mut missed = Vec::new();
    for kept in &sets {
        let (verdict, span) = generator.found(program, kept);
        for goal in goals(span, far) {
            if let Err((amount, nearest)) = generator.search(program, kept, goal) {
                let rests_on = generator.rests_on(program, &nearest);
                let own = |answers: &Answers| {
                    let mut own = answers.clone();
                    own.0.retain(|ask, _| rests_on.contains(ask));
                    Sample::set_in_words(world, &own)
                };
                missed.push(format!(
                    "{goal:?} of {span:?} ({}) was not reached from{}\nat most near: {amount} by{}",
                    verdict.id(),
                    own(kept),
                    own(&nearest),
                ));
            }
        }
    }
    (sets.len() * 2, missed)
}

/// The ends of a span, as what to look for.
fn goals(span: Span, far: Decimal) -> [Goal; 2] {
    let high = span.high.map_or(Goal::Beyond(far), Goal::High);
    [Goal::Low(span.low), high]
}

/// An amount far beyond every sum of money that the program names.
fn far(world: &World, program: usize) -> Decimal {
    let yuan = Quantity::read("1元").expect("a unit").unit;
    let mut most = Decimal::ONE_THOUSAND;
    let program = &world.single[program].policies[0].programs[0];
    let mut visit = |part: Part| {
        if let Part::Figure(figure) = part
            && figure.unit == yuan
        {
            most = most.max(figure.value);
        }
    };
    program
        .requires
        .iter()
        .for_each(|one| one.parts(&mut visit));
    if let Award::Formula { amount, .. } = &program.award {
        amount.parts(&mut visit);
    }
    most * Decimal::from(FAR)
}
