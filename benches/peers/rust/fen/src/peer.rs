//! The integers as a peer.

use peer_common::case::Case;
use peer_common::peer::{All, Peer};

use crate::enterprise::Enterprise;
use crate::rules;

/// The rules, which are compiled into the program.
pub struct Fen;

impl Peer for Fen {
    const NAME: &'static str = "fen";
    const EXPLAINS: bool = false;
    type Input = Enterprise;
    type Money = i64;

    fn load() -> Fen {
        Fen
    }

    fn prepare(&self, case: &Case) -> Enterprise {
        Enterprise::new(case)
    }

    fn assess(&self, enterprise: &Enterprise) -> All<i64> {
        rules::screen(enterprise)
    }

    fn fen(money: i64) -> i64 {
        money
    }
}
