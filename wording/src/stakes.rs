//! Why a question is asked, in words.

use policy_engine::assess::{Money, Stake};
use rust_decimal::Decimal;

use crate::money;
use crate::text::{fill, texts};

/// Why a question is asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Why {
    /// In one line: 最多影响每年 1,000,000 元.
    pub says: String,
    /// The programs that rest on the answer.
    pub programs: Vec<String>,
}

/// Why a question is asked.
pub fn why(stake: &Stake) -> Why {
    let t = texts();
    let moves = stake.moves.iter().flat_map(|(kind, by)| {
        let name = money_name(*kind);
        let amount = (!by.by.is_zero()).then(|| moved(name, by.by));
        let open = by.unbounded.then(|| fill(t.why_open, &[("kind", name)]));
        amount.into_iter().chain(open)
    });
    let moves: Vec<_> = moves.collect();
    let count = stake.programs.len().to_string();
    let says = if moves.is_empty() {
        fill(t.why_programs, &[("count", &count)])
    } else {
        let moves = moves.join(t.finding_list_separator);
        fill(t.why_moves, &[("count", count.as_str()), ("moves", &moves)])
    };
    let programs = stake.programs.iter();
    Why {
        says,
        programs: programs.map(|program| program.title.clone()).collect(),
    }
}

/// 每年 1,000,000 元.
fn moved(kind: &str, by: Decimal) -> String {
    let values = [("kind", kind), ("amount", &money::yuan(by))];
    fill(texts().why_moved, &values)
}

/// The name of a kind of money beside a figure.
fn money_name(kind: Money) -> &'static str {
    let t = texts();
    match kind {
        Money::Yearly => t.why_yearly,
        Money::Window => t.why_window,
        Money::Once => t.why_once,
        Money::Ceilings => t.why_ceilings,
    }
}
