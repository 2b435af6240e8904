//! The order of the questions: the author's, or by what each could move when the person asked for it.

use std::cmp::Reverse;

use policy_engine::assess;
use policy_engine::assess::Weight;
use policy_engine::fact::Ask;
use policy_engine::ordered::Map;
use policy_engine::policy::Topic;

use super::Session;

/// What each question could move when the order was taken; it stays while answers are typed, so that
/// no question moves away from under the hands.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Order(Map<Ask, Weight>);

impl Order {
    /// The order by what each question can move now.
    pub fn of(session: &Session) -> Order {
        let answers = session.answers();
        let stakes = assess(session.catalog, &answers, session.date).stakes(&Topic::ALL);
        let weights = stakes.iter().map(|(ask, stake)| (*ask, stake.weight()));
        Order(weights.collect())
    }
}

impl Session {
    /// Whether the questions are sorted by what they can move.
    pub fn is_sorted(&self) -> bool {
        self.order.is_some()
    }

    /// Sorts questions of a group, those that could move most first; others keep the author's order
    /// behind them.
    pub fn sort(&self, questions: &mut [Ask]) {
        if let Some(order) = &self.order {
            questions.sort_by_key(|ask| Reverse(order.0.get(ask).copied()));
        }
    }
}
