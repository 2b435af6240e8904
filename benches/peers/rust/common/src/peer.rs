//! What a tool has to offer to be measured.

use crate::case::Case;
use crate::due::{Due, PROGRAMS};

/// What a tool has from each program, in the order of [`PROGRAMS`].
pub type All<Money> = [Due<Money>; PROGRAMS.len()];

/// A tool with the rules of SCREEN loaded.
pub trait Peer: Sized {
    /// Its name.
    const NAME: &'static str;
    /// Whether what is measured says why.
    const EXPLAINS: bool;
    /// An enterprise in the tool's own form.
    type Input;
    /// What the tool counts money with, in 元 or fen.
    type Money: Copy;

    /// Parses and compiles the rules.
    fn load() -> Self;

    /// The enterprise of a case in the tool's own form.
    fn prepare(&self, case: &Case) -> Self::Input;

    /// What an enterprise has from each program.
    fn assess(&self, input: &Self::Input) -> All<Self::Money>;

    /// An amount in fen.
    fn fen(money: Self::Money) -> i64;

    /// What an enterprise has from each program, in fen.
    fn assess_in_fen(&self, input: &Self::Input) -> All<i64> {
        self.assess(input).map(|due| due.map(Self::fen))
    }
}
