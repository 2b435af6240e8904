//! What may be claimed together: programs that exclude each other or share a cap.

use serde::{Deserialize, Serialize};

use crate::quantity::Quantity;
use crate::span::Span;

/// What a document says of claiming several of its programs together (可累计、就高不重复、择一).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cumulation {
    /// How the amounts come together.
    pub kind: Kind,
    /// The programs, as indices into the document's.
    pub programs: Vec<u8>,
    /// The clause that says so, as an index; absent where it rests on reading alone.
    pub clause: Option<u8>,
    /// The same in words.
    pub says: String,
}

/// How amounts come together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// 可累计: all are paid.
    Sum,
    /// 就高不重复: the highest is paid.
    Highest,
    /// 择一: the enterprise takes one.
    OneOf,
    /// All are paid up to a common cap (合计封顶).
    SharedCap(Quantity),
}

impl Kind {
    /// The amounts taken together.
    pub fn together(&self, amounts: impl Iterator<Item = Span>) -> Span {
        match self {
            Kind::Sum => amounts.fold(Span::ZERO, Span::plus),
            Kind::SharedCap(cap) => amounts.fold(Span::ZERO, Span::plus).capped(cap.value),
            Kind::Highest | Kind::OneOf => amounts.reduce(Span::greater).unwrap_or(Span::ZERO),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_decimal::{Decimal, dec};

    fn together(kind: &Kind) -> Span {
        let up_to = |high: Decimal| Span::up_to(Some(high));
        let amounts = [Span::exactly(dec!(200000)), up_to(dec!(300000))];
        kind.together(amounts.into_iter())
    }

    #[test]
    fn amounts_come_together_as_the_document_says() {
        let cap = Kind::SharedCap(Quantity::read("40万元").unwrap());
        for (kind, low, high) in [
            (Kind::Sum, dec!(200000), dec!(500000)),
            (Kind::Highest, dec!(200000), dec!(300000)),
            (Kind::OneOf, dec!(200000), dec!(300000)),
            (cap, dec!(200000), dec!(400000)),
        ] {
            let high = Some(high);
            assert_eq!(together(&kind), Span { low, high }, "{kind:?}");
        }
    }
}
