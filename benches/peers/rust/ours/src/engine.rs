//! The engine, from its embedded form to outcomes with every condition, number and clause.

use std::sync::LazyLock;

use peer_common::case::Case;
use peer_common::due::Due;
use peer_common::peer::{All, Peer};
use policy_benches::answers::Questions;
use policy_benches::screen::{DAY, Screen};
use policy_engine::assess::{Outcome, assess};
use policy_engine::fact::Answers;
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

impl Peer for Engine {
    const NAME: &'static str = "policy-check";
    const EXPLAINS: bool = true;
    type Input = Answers;
    type Money = Decimal;

    fn load() -> Engine {
        let catalog = postcard::from_bytes(&RULES).expect("just written");
        Engine(Screen::of(catalog))
    }

    fn prepare(&self, case: &Case) -> Answers {
        let questions = Questions::of(&self.0.catalog.questionnaire);
        questions.answers(&enterprise(case), DAY.year())
    }

    fn assess(&self, answers: &Answers) -> All<Decimal> {
        let assessment = assess(&self.0.catalog, answers, DAY);
        self.0.outcomes(&assessment).map(due)
    }

    fn fen(yuan: Decimal) -> i64 {
        money::fen(yuan)
    }
}

fn due(outcome: &Outcome) -> Due<Decimal> {
    let (verdict, amount) = (outcome.now.verdict, outcome.now.amount);
    match (verdict, amount.exact(), amount.high) {
        (Verdict::No, ..) => Due::Refused,
        (Verdict::Yes, Some(amount), _) => Due::Paid(amount),
        (Verdict::Yes, None, Some(ceiling)) => Due::UpTo(ceiling),
        _ => panic!("{verdict:?} {amount:?}: everything is answered"),
    }
}
