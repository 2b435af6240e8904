//! zen-engine as a peer.

use std::pin::pin;
use std::sync::atomic::Ordering;
use std::task::{Context, Poll, Waker};

use peer_common::case::Case;
use peer_common::due::{Due, PROGRAMS};
use peer_common::peer::{All, Peer};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use zen_engine::model::GraphContent;
use zen_engine::{Decision, Variable, ZEN_CONFIG};

use crate::enterprise;

/// The rules, as its editor would save them.
const RULES: &str = include_str!("../decision.json");

/// The compiled decision file.
pub struct Zen(Decision);

impl Peer for Zen {
    const NAME: &'static str = "zen";
    const EXPLAINS: bool = false;
    type Input = Variable;
    type Money = Decimal;

    fn load() -> Zen {
        // No rule refers to other nodes by `$nodes`: the engine need not gather them.
        ZEN_CONFIG.nodes_in_context.store(false, Ordering::Relaxed);
        let mut content: GraphContent = serde_json::from_str(RULES).expect("a decision file");
        content.compile();
        Zen(Decision::from(content))
    }

    fn prepare(&self, case: &Case) -> Variable {
        enterprise::variable(case)
    }

    fn assess(&self, enterprise: &Variable) -> All<Decimal> {
        let response = now(self.0.evaluate(enterprise.clone()));
        let result = response.unwrap_or_else(|error| panic!("{error}")).result;
        let result = result.as_object().expect("an object of programs");
        let result = result.borrow();
        PROGRAMS.map(|program| due(result.get_str(program)))
    }

    fn fen(yuan: Decimal) -> i64 {
        let fen = (yuan * Decimal::ONE_HUNDRED).round();
        fen.to_i64().expect("no more than there is")
    }
}

/// What a program's key says: an amount, an object with a ceiling, or nothing, as null is dropped where
/// the nodes' results are merged.
fn due(said: Option<&Variable>) -> Due<Decimal> {
    match said {
        None | Some(Variable::Null) => Due::Refused,
        Some(Variable::Number(amount)) => Due::Paid(*amount),
        Some(open) => match open.dot("up_to") {
            Some(Variable::Number(ceiling)) => Due::UpTo(ceiling),
            _ => panic!("{open}: no result"),
        },
    }
}

/// The value of a future that waits for nothing, as those of decision tables and expressions.
fn now<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("it waits"),
    }
}
