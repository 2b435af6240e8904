//! What each question can still move: why it is asked, and how much it matters.

use rust_decimal::Decimal;

use crate::assess::totals::{Money, money, part};
use crate::assess::{Assessment, Outcome};
use crate::exact;
use crate::fact::Ask;
use crate::ordered::Map;
use crate::policy::{Program, Topic};

/// What rests on a question.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stake<'a> {
    /// The programs that rest on it, in the order of the catalogue.
    pub programs: Vec<&'a Program>,
    /// By how much it can still move each kind of money, at most.
    pub moves: Map<Money, Move>,
}

/// By how much a question can move an amount, at most.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Move {
    /// What is bounded of it, in 元.
    pub by: Decimal,
    /// Whether there is more that nothing bounds.
    pub unbounded: bool,
}

/// The weight by which questions are sorted: money without bound, then money of all kinds, then
/// programs. Kinds of money are added here only to sort.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Weight {
    unbounded: bool,
    by: Decimal,
    programs: usize,
}

impl Stake<'_> {
    /// The weight of the question.
    pub fn weight(&self) -> Weight {
        let add = |sum, one: &Move| exact::add(sum, one.by).unwrap_or(sum);
        Weight {
            unbounded: self.moves.values().any(|one| one.unbounded),
            by: self.moves.values().fold(Decimal::ZERO, add),
            programs: self.programs.len(),
        }
    }
}

impl<'a> Assessment<'a> {
    /// What rests on each question of some topics.
    pub fn stakes(&self, topics: &[Topic]) -> Map<Ask, Stake<'a>> {
        let mut stakes: Map<Ask, Stake> = Map::new();
        let outcomes = self.outcomes.iter();
        let outcomes = outcomes.filter(|outcome| topics.contains(&outcome.program.form.topic()));
        for outcome in outcomes {
            for ask in &outcome.questions {
                let stake = stakes.entry(*ask).or_default();
                stake.programs.push(outcome.program);
                if let Some((money, width)) = width(outcome, *ask) {
                    let moves = stake.moves.entry(money).or_default();
                    match width {
                        Some(width) => moves.by = exact::add(moves.by, width).unwrap_or(moves.by),
                        None => moves.unbounded = true,
                    }
                }
            }
        }
        stakes
    }
}

/// The width of the range that a question can still narrow, `None` in it where that is open.
fn width(outcome: &Outcome, ask: Ask) -> Option<(Money, Option<Decimal>)> {
    let is_open = outcome.open.iter().any(|place| place.ask == ask);
    if !is_open || outcome.program.form.topic() != Topic::Funding {
        return None;
    }
    let span = part(outcome);
    let width = match span.high {
        Some(high) => Some(exact::add(high, -span.low)?),
        None => None,
    };
    let moves = width.is_none_or(|width| !width.is_zero());
    moves.then_some((money(outcome.program), width))
}
