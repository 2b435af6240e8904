//! The law of short questionnaires: what is asked can matter.
//!
//! Three-valued logic looks at each condition apart, so now and then it asks what all conditions
//! together have already decided; that must stay rare.

use fastrand::Rng;
use jiff::civil::Date;
use policy_engine::assess;
use policy_engine::assess::{Assessment, State};
use policy_engine::catalog::Catalog;
use policy_engine::fact::{Answer, Answers, Ask};
use policy_engine::policy::Topic;
use policy_engine::span::Span;
use policy_engine::verdict::Verdict;

use crate::favour::Aim;
use crate::generate::Generator;
use crate::sample::Sample;
use crate::world::World;

/// How often a question may be tried with the rest answered at random.
const TRIES: usize = 100;

/// How often it may then be tried with the rest answered so that a program that asks it is near,
/// before it is taken not to matter.
const NEAR_TRIES: usize = 1000;

/// How many answers are tried in such a place.
const ANSWERS: usize = 12;

/// How many questions asked there may be for one that cannot matter.
const RARE: usize = 500;

/// The questions tried, and those of them that no answer made matter.
#[derive(Default)]
pub struct Asked {
    tried: usize,
    useless: Vec<String>,
}

impl Asked {
    /// Tries one of the questions asked after the first answers.
    pub fn count(&mut self, world: &World, sample: &Sample, assessment: &Assessment) {
        let (date, answers) = (sample.date, &sample.steps[0]);
        let asked = assessment.questions(&Topic::ALL);
        let unanswered = asked.into_iter().filter(|ask| !answers.answered(*ask));
        let unanswered: Vec<_> = unanswered.collect();
        if unanswered.is_empty() {
            return;
        }
        let rng = Rng::with_seed(sample.seed);
        let mut generator = Generator { world, date, rng };
        let ask = *generator.one_of(&unanswered);
        self.tried += 1;
        if !can_matter(&mut generator, answers, ask) {
            let name = world.catalog.questionnaire.name_of(ask);
            self.useless
                .push(format!("{name}\n{}", sample.in_words(world)));
        }
    }

    /// Adds what was tried apart.
    pub fn merge(&mut self, other: Asked) {
        self.tried += other.tried;
        self.useless.extend(other.useless);
    }

    /// What there is to say where too many questions cannot matter.
    pub fn too_many_useless(&self) -> Option<String> {
        let (useless, tried) = (self.useless.len(), self.tried);
        println!("{useless} of {tried} questions asked could not matter");
        (tried == 0 || useless * RARE > tried).then(|| self.useless.join("\n\n"))
    }
}

/// Whether, with all else answered in some way, two answers to a question make a difference.
fn can_matter(generator: &mut Generator, answers: &Answers, ask: Ask) -> bool {
    let (world, date) = (generator.world, generator.date);
    let assessment = assess(world.catalog, answers, date);
    let outcomes = assessment.outcomes.iter().enumerate();
    let asking = outcomes.filter(|(_, outcome)| outcome.questions.contains(&ask));
    let asking: Vec<_> = asking.map(|(program, _)| program).collect();
    let at_random = (0..TRIES).any(|_| {
        let one = generator.complete(answers);
        makes_a_difference(generator, &one, ask, &asking)
    });
    at_random
        || (0..NEAR_TRIES).any(|_| {
            let mut one = generator.complete(answers);
            let program = *generator.one_of(&asking);
            let aim = if generator.chance(50) {
                Aim::Hinge(ask)
            } else {
                Aim::Verdict(Verdict::Yes)
            };
            generator.favour(program, aim, answers, &mut one);
            (0..ANSWERS).any(|_| makes_a_difference(generator, &one, ask, &asking))
        })
}

/// Whether another answer makes a difference to one of some programs.
fn makes_a_difference(
    generator: &mut Generator,
    one: &Answers,
    ask: Ask,
    programs: &[usize],
) -> bool {
    let (world, date) = (generator.world, generator.date);
    let mut other = one.clone();
    let value = generator.value(ask.fact);
    other.0.insert(ask, Answer::Known(value));
    programs.iter().any(|program| {
        let catalog = &world.single[*program];
        money(catalog, one, date) != money(catalog, &other, date)
    })
}

/// A program as an enterprise would see a difference in it: its state, and its amount in the year
/// of the assessment and in each year of its window, and its class where the program tells it.
type Money = (State, Span, Vec<(i16, Span)>, Vec<usize>);

fn money(catalog: &Catalog, answers: &Answers, date: Date) -> Vec<Money> {
    let assessment = assess(catalog, answers, date);
    let outcomes = assessment.outcomes.iter();
    let in_force = outcomes.filter(|outcome| outcome.state.in_force());
    let each = in_force.map(|outcome| {
        let calendar = outcome.calendar.iter();
        let calendar = calendar.map(|year| (year.year, year.amount)).collect();
        let class = outcome.now.class.iter();
        let class = class.flat_map(|found| found.possible.iter().copied());
        (outcome.state, outcome.now.amount, calendar, class.collect())
    });
    each.collect()
}
