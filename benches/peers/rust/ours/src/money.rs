//! Amounts in 元 as fen.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// An amount in fen.
pub fn fen(yuan: Decimal) -> i64 {
    let fen = yuan * Decimal::ONE_HUNDRED;
    fen.to_i64().expect("no more than there is")
}
