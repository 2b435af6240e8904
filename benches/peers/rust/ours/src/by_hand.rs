//! The documents' words as plain Rust, reckoned with the same decimals.

use peer_common::case::Case;
use peer_common::due::Due;
use peer_common::peer::{All, Peer};
use policy_benches::by_hand;
use policy_benches::enterprise::Enterprise;
use policy_benches::screen::DAY;
use rust_decimal::Decimal;

use crate::{enterprise, money};

/// The rules, which are compiled into the program.
pub struct ByHand;

impl Peer for ByHand {
    const NAME: &'static str = "by hand, rust_decimal";
    const EXPLAINS: bool = false;
    type Input = Enterprise;
    type Money = Decimal;

    fn load() -> ByHand {
        ByHand
    }

    fn prepare(&self, case: &Case) -> Enterprise {
        enterprise(case)
    }

    fn assess(&self, enterprise: &Enterprise) -> All<Decimal> {
        by_hand::screen(enterprise, DAY.year()).map(|due| match due {
            by_hand::Due::Refused => Due::Refused,
            by_hand::Due::Paid(amount) => Due::Paid(amount),
            by_hand::Due::UpTo(ceiling) => Due::UpTo(ceiling),
        })
    }

    fn fen(yuan: Decimal) -> i64 {
        money::fen(yuan)
    }
}
