//! The engine, from its embedded form to outcomes with every condition, number and clause.

use std::sync::LazyLock;

use peer_common::case::Case;
use peer_common::due::Due;
use peer_common::peer::{All, Peer};
use policy_benches::answers::Questions;
use policy_benches::screen::{DAY, Screen};
use policy_engine::assess::assess;
use policy_engine::fact::Answers;
use policy_engine::span::Span;
use policy_engine::verdict::Verdict;
use rust_decimal::Decimal;

use crate::{enterprise, money};

/// SCREEN in the form in which a page embeds its catalogue.
static RULES: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let screen = Screen::new();
    postcard::to_allocvec(&screen.catalog).expect("a catalogue is plain data")
});

/// The engine with SCREEN loaded.
pub struct Engine(Screen);

/// The engine with SCREEN loaded, where only verdicts and amounts are wanted.
pub struct Screening(Screen);

impl Peer for Engine {
    const NAME: &'static str = "policy-check";
    const EXPLAINS: bool = true;
    type Input = Answers;
    type Money = Decimal;

    fn load() -> Engine {
        Engine(load())
    }

    fn prepare(&self, case: &Case) -> Answers {
        prepare(&self.0, case)
    }

    fn assess(&self, answers: &Answers) -> All<Decimal> {
        let assessment = assess(&self.0.catalog, answers, DAY);
        let outcomes = self.0.outcomes(&assessment);
        outcomes.map(|outcome| due(outcome.now.verdict, outcome.now.amount))
    }

    fn fen(yuan: Decimal) -> i64 {
        money::fen(yuan)
    }
}

impl Peer for Screening {
    const NAME: &'static str = "policy-check, screening";
    const EXPLAINS: bool = false;
    type Input = Answers;
    type Money = Decimal;

    fn load() -> Screening {
        Screening(load())
    }

    fn prepare(&self, case: &Case) -> Answers {
        prepare(&self.0, case)
    }

    fn assess(&self, answers: &Answers) -> All<Decimal> {
        let screened = self.0.screened(answers, DAY);
        screened.map(|one| due(one.verdict, one.amount))
    }

    fn fen(yuan: Decimal) -> i64 {
        money::fen(yuan)
    }
}

fn load() -> Screen {
    Screen::of(postcard::from_bytes(&RULES).expect("just written"))
}

fn prepare(screen: &Screen, case: &Case) -> Answers {
    let questions = Questions::of(&screen.catalog.questionnaire);
    questions.answers(&enterprise(case), DAY.year())
}

fn due(verdict: Verdict, amount: Span) -> Due<Decimal> {
    match (verdict, amount.exact(), amount.high) {
        (Verdict::No, ..) => Due::Refused,
        (Verdict::Yes, Some(amount), _) => Due::Paid(amount),
        (Verdict::Yes, None, Some(ceiling)) => Due::UpTo(ceiling),
        _ => panic!("{verdict:?} {amount:?}: everything is answered"),
    }
}
