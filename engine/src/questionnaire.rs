//! Everything that can be asked.

use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

use crate::fact::{Ask, Fact, FactId, Group};
use crate::region::Regions;

/// The years that an answer can be for.
pub const YEARS: RangeInclusive<i16> = 1900..=2200;

/// The questions with their headings, and the places that answer some of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Questionnaire {
    /// The headings, in order.
    pub groups: Vec<Group>,
    /// The questions, in the order in which they are asked.
    pub facts: Vec<Fact>,
    /// The places.
    pub regions: Regions,
}

impl Questionnaire {
    /// The fact with this id.
    pub fn fact(&self, id: FactId) -> &Fact {
        &self.facts[usize::from(id.0)]
    }

    /// Every fact with its id, in order.
    pub fn ids(&self) -> impl Iterator<Item = (FactId, &Fact)> {
        (0..).map(FactId).zip(&self.facts)
    }

    /// The fact with this name.
    pub fn fact_named(&self, name: &str) -> Option<FactId> {
        self.ids()
            .find(|(_, fact)| fact.id == name)
            .map(|(id, _)| id)
    }

    /// The fact that has this name, or had it earlier (`was`).
    pub fn fact_once_named(&self, name: &str) -> Option<FactId> {
        let earlier = || {
            let was = |fact: &Fact| fact.was.iter().any(|was| was == name);
            self.ids().find(|(_, fact)| was(fact)).map(|(id, _)| id)
        };
        self.fact_named(name).or_else(earlier)
    }

    /// The question that `name` or `name@2025` stands for, or stood for earlier.
    pub fn ask_named(&self, name: &str) -> Option<Ask> {
        let (name, year) = match name.split_once('@') {
            Some((name, year)) => (name, Some(year_named(year)?)),
            None => (name, None),
        };
        let fact = self.fact_once_named(name)?;
        (self.fact(fact).per_year == year.is_some()).then_some(Ask { fact, year })
    }

    /// The name of a question: `rd.eligible_cost@2025`.
    pub fn name_of(&self, ask: Ask) -> String {
        let id = &self.fact(ask.fact).id;
        match ask.year {
            Some(year) => format!("{id}@{year}"),
            None => id.clone(),
        }
    }
}

/// The year that a name stands for, where an answer can be for it.
pub fn year_named(name: &str) -> Option<i16> {
    name.parse().ok().filter(|year| YEARS.contains(year))
}
