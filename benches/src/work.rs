//! The work that is measured, in time (`cargo bench`) and in instructions (`make instructions`).

use std::hint::black_box;

use fastrand::Rng;
use policy_engine::assess::{Assessor, assess, screen};
use policy_engine::catalog::Catalog;
use policy_engine::fact::{Answer, Answers, Value};
use policy_engine::input::{self, Draft};
use policy_exchange::file;
use policy_wording::reporter::Reporter;
use rust_decimal::Decimal;

use crate::answers::Questions;
use crate::draw;
use crate::enterprise::Enterprise;
use crate::screen::{DAY, Screen};

/// What the enterprises are drawn from.
const SEED: u64 = 20_261_121;

/// How many enterprises are assessed in turn where one is measured: no two alike, and all in the
/// cache.
pub const A_FEW: usize = 256;

/// A piece of work, to be done again and again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    /// SCREEN of the next enterprise, with its whole explanation.
    Screen,
    /// SCREEN of the next enterprise, verdicts and amounts alone.
    Screening,
    /// SCREEN after one answer was taken away or given again.
    ScreenAgain,
    /// SCREEN after one number was typed: the text read, and the result in words as it stands in the list.
    ScreenTyped,
    /// The whole catalogue, filled in by the examples.
    Catalogue,
    /// The whole catalogue after one answer was taken away or given again.
    CatalogueAgain,
    /// The whole catalogue, nothing answered.
    Nothing,
    /// The catalogue read from its embedded form, and the first result.
    FirstResult,
}

impl Work {
    /// Every piece of work.
    pub const ALL: [Work; 8] = [
        Work::Screen,
        Work::Screening,
        Work::ScreenAgain,
        Work::ScreenTyped,
        Work::Catalogue,
        Work::CatalogueAgain,
        Work::Nothing,
        Work::FirstResult,
    ];

    /// Its name in tables and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Work::Screen => "screen",
            Work::Screening => "screening",
            Work::ScreenAgain => "screen-one-answer",
            Work::ScreenTyped => "screen-one-answer-typed",
            Work::Catalogue => "catalogue",
            Work::CatalogueAgain => "catalogue-one-answer",
            Work::Nothing => "catalogue-nothing-answered",
            Work::FirstResult => "catalogue-read-first-result",
        }
    }

    /// The work of this name.
    pub fn named(name: &str) -> Option<Work> {
        Work::ALL.into_iter().find(|work| work.name() == name)
    }

    /// Gets everything ready; each call then does the work once. What is got ready is never freed.
    pub fn ready(self) -> Box<dyn FnMut()> {
        let catalog = policy_catalog::catalog();
        match self {
            Work::Screen => {
                let screen: &Screen = Box::leak(Box::default());
                in_turn(answered(screen, &drawn(A_FEW)), |answers| {
                    black_box(assess(&screen.catalog, answers, DAY));
                })
            }
            Work::Screening => {
                let chosen: &Screen = Box::leak(Box::default());
                in_turn(answered(chosen, &drawn(A_FEW)), |answers| {
                    screen(&chosen.catalog, answers, DAY).for_each(|one| {
                        black_box(one);
                    });
                })
            }
            Work::ScreenAgain => {
                let screen: &Screen = Box::leak(Box::default());
                again(&screen.catalog, &talkative(screen))
            }
            Work::ScreenTyped => {
                let screen: &Screen = Box::leak(Box::default());
                typed(&screen.catalog, talkative(screen))
            }
            Work::Catalogue => in_turn(vec![filled_in(catalog)], |answers| {
                black_box(assess(catalog, answers, DAY));
            }),
            Work::CatalogueAgain => again(catalog, &filled_in(catalog)),
            Work::Nothing => in_turn(vec![Answers::default()], |answers| {
                black_box(assess(catalog, answers, DAY));
            }),
            Work::FirstResult => {
                let bytes = postcard::to_allocvec(catalog).expect("a catalogue is plain data");
                Box::new(move || {
                    let read: Catalog = postcard::from_bytes(&bytes).expect("just written");
                    black_box(assess(&read, &Answers::default(), DAY));
                })
            }
        }
    }
}

/// So many enterprises, always the same.
pub fn drawn(many: usize) -> Vec<Enterprise> {
    let mut rng = Rng::with_seed(SEED);
    let draw = |_| draw::enterprise(&mut rng, DAY.year());
    (0..many).map(draw).collect()
}

/// What enterprises answer to SCREEN.
pub fn answered(screen: &Screen, enterprises: &[Enterprise]) -> Vec<Answers> {
    let questions = Questions::of(&screen.catalog.questionnaire);
    let answers = enterprises.iter();
    let answers = answers.map(|enterprise| questions.answers(enterprise, DAY.year()));
    answers.collect()
}

/// An enterprise that answers much.
fn talkative(screen: &Screen) -> Answers {
    let mut enterprises = answered(screen, &drawn(A_FEW)).into_iter();
    let talkative = enterprises.find(|answers| answers.0.len() > 20);
    talkative.expect("one says much")
}

/// Takes one answer after the other away and gives it again.
fn again(catalog: &'static Catalog, answers: &Answers) -> Box<dyn FnMut()> {
    let without = answers.0.keys().map(|ask| {
        let mut without = answers.clone();
        without.0.remove(ask);
        without
    });
    let turns: Vec<_> = { without }.flat_map(|one| [one, answers.clone()]).collect();
    let mut assessor = Assessor::new(catalog);
    assessor.assess(answers, DAY);
    in_turn(turns, move |answers| {
        black_box(assessor.assess(answers, DAY));
    })
}

/// Types another number to one question after the other, and then its own again.
fn typed(catalog: &'static Catalog, mut answers: Answers) -> Box<dyn FnMut()> {
    let questionnaire = &catalog.questionnaire;
    let texts = answers.0.iter().filter_map(|(ask, answer)| {
        let Answer::Known(Value::Quantity(value)) = answer else {
            return None;
        };
        let typed = |value: Decimal| {
            let draft = Draft::Text(value.to_string());
            let read = input::read(questionnaire, *ask, &draft).answer;
            let same = read == Some(Answer::Known(Value::Quantity(value)));
            same.then_some((*ask, draft))
        };
        Some([typed(*value + Decimal::ONE)?, typed(*value)?])
    });
    let turns: Vec<_> = texts.flatten().collect();
    let (mut assessor, mut reporter) = (Assessor::new(catalog), Reporter::default());
    in_turn(turns, move |(ask, draft)| {
        let read = input::read(questionnaire, *ask, draft);
        answers.0.extend(read.answer.map(|answer| (*ask, answer)));
        let assessment = assessor.assess(&answers, DAY);
        black_box(reporter.report(catalog, &answers, &assessment, DAY));
    })
}

/// Does the work with one thing after the other, from the first again after the last.
fn in_turn<T: 'static>(things: Vec<T>, mut work: impl FnMut(&T) + 'static) -> Box<dyn FnMut()> {
    let mut next = 0;
    Box::new(move || {
        work(black_box(&things[next]));
        next = (next + 1) % things.len();
    })
}

/// What the example enterprises answer, the first that answers a question for all.
pub fn filled_in(catalog: &Catalog) -> Answers {
    let questionnaire = &catalog.questionnaire;
    let mut answers = Answers::default();
    for (_, form) in policy_catalog::examples() {
        let file = file::read(questionnaire, form).expect("an example can be read");
        for (ask, draft) in file.answers.drafts {
            if let Some(answer) = input::read(questionnaire, ask, &draft).answer {
                answers.0.entry(ask).or_insert(answer);
            }
        }
    }
    answers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_piece_of_work_has_its_name_and_can_be_done() {
        for work in Work::ALL {
            assert_eq!(Work::named(work.name()), Some(work));
            let mut once_more = work.ready();
            once_more();
            once_more();
        }
        assert_eq!(Work::named("nothing"), None);
    }
}
