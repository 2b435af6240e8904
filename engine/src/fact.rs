//! What can be asked, and what was answered.

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::industry::Industry;
use crate::ordered::Map;
use crate::region::RegionCode;
use crate::unit::Unit;
use crate::usual::Usual;

/// A fact's place in the catalogue; the order is the order in which facts are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct FactId(pub u16);

/// A column's place in its list of rows.
pub type ColumnId = u8;

/// A group of questions with a heading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// The identifier used in `facts.toml`.
    pub id: String,
    /// The heading.
    pub title: String,
}

/// One thing that an enterprise can be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// The identifier used in policy and answer files: `operator.main_base`.
    pub id: String,
    /// Earlier identifiers of the same fact, the oldest first.
    pub was: Vec<String>,
    /// The index of its group.
    pub group: u8,
    /// The question, in words.
    pub ask: String,
    /// The short name used in explanations: 主运行基地.
    pub label: String,
    /// What to count and what not, where it is not plain.
    pub help: Option<String>,
    /// What a valid answer is.
    pub kind: Kind,
    /// Whether each calendar year has its own answer.
    pub per_year: bool,
    /// Whether an enterprise can come to another choice (取得认定): else it is stated, never advised.
    pub attainable: bool,
    /// For a list: one more row like one that is there, in words (再有一笔同样的贷款).
    pub again: Option<String>,
    /// For a choice: the industries by which its options are searched, none for most.
    pub industries: Vec<Industry>,
    /// A number that this one is a part of, so that more than it is asked back.
    pub not_over: Option<FactId>,
}

/// What a valid answer is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// 是 or 否.
    YesNo,
    /// One option of several.
    OneOf(Vec<Choice>),
    /// Any number of options, none included.
    SeveralOf(Vec<Choice>),
    /// A place.
    Region,
    /// A number with a unit.
    Quantity(Measured),
    /// A day.
    Date,
    /// A list of rows.
    Rows(Vec<Column>),
}

/// An option of a choice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// The identifier used in policy and answer files.
    pub id: String,
    /// Earlier identifiers of the same option, the oldest first.
    pub was: Vec<String>,
    /// The words shown.
    pub label: String,
}

impl Choice {
    /// Whether the option has this identifier, or had it earlier.
    pub fn is_called(&self, id: &str) -> bool {
        self.id == id || self.was.iter().any(|was| was == id)
    }
}

/// The unit and the limits of a number. The limits refuse slips of the keyboard; they are never
/// shown as what an enterprise can get.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measured {
    /// The unit of the value.
    pub unit: Unit,
    /// The unit as shown at the field: 元, 万元, %.
    pub shown: String,
    /// The least value accepted, in base units; also the low end while unanswered.
    pub at_least: Decimal,
    /// The greatest value accepted, in base units.
    pub at_most: Decimal,
    /// How many decimals may be typed in the unit shown.
    pub decimals: u8,
    /// Whether a share below 1 is asked back: 0.6% or 60%?
    pub ask_back_below_one: bool,
    /// One more of it, in base units, where an enterprise can have more (再飞1小时); else a number is
    /// stated, never advised.
    pub more: Option<Decimal>,
    /// What is usual; what lies outside is asked back, and counts.
    pub usual: Option<Usual>,
}

/// A column of a list of rows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// The identifier used in policy and answer files: `max_takeoff_mass`.
    pub id: String,
    /// Earlier identifiers of the same column, the oldest first.
    pub was: Vec<String>,
    /// The words shown.
    pub label: String,
    /// What to enter, where it is not plain.
    pub help: Option<String>,
    /// What a valid entry is; never rows.
    pub kind: Kind,
    /// Shown only where another column's choice is one of these options.
    pub when: Option<(ColumnId, Vec<u16>)>,
    /// What a new row starts with, as it would be typed.
    pub preset: Option<String>,
    /// The limit counts once for each unit of another column (hours of all aircraft of a row).
    pub at_most_each: Option<ColumnId>,
    /// Whether the number counts days of the calendar year that the list is for.
    pub days_of_year: bool,
    /// Whether an enterprise can come to another choice (取证): else it is stated, never advised.
    pub attainable: bool,
    /// A date that must lie after another column's.
    pub after: Option<ColumnId>,
}

impl Column {
    /// The identifier, then the earlier ones.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let names = std::iter::once(&self.id).chain(&self.was);
        names.map(String::as_str)
    }
}

/// One question: a fact, and the calendar year where the fact has one answer a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ask {
    /// The fact.
    pub fact: FactId,
    /// The calendar year, for a fact that is per year.
    pub year: Option<i16>,
}

/// A valid answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// 是 (true) or 否.
    YesNo(bool),
    /// The index of the option taken.
    OneOf(u16),
    /// The indices of the options taken, ascending.
    SeveralOf(Vec<u16>),
    /// The place.
    Region(RegionCode),
    /// The number in base units.
    Quantity(Decimal),
    /// The day.
    Date(Date),
    /// The rows.
    Rows(Rows),
}

/// A list as far as it was entered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rows {
    /// The rows; a list without rows that is complete means 没有.
    pub rows: Vec<Row>,
    /// Whether rows are still to come (还有未填).
    pub more: bool,
}

/// One row: its cells in the order of the columns, `None` where not known.
pub type Row = Vec<Option<Value>>;

/// An answer to a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// What was answered.
    Known(Value),
    /// 不清楚: asked, and not known.
    Unsure,
}

/// The answers of one enterprise; a question without an entry was not answered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers(pub Map<Ask, Answer>);

impl Answers {
    /// The value answered, if it is known.
    pub fn known(&self, ask: Ask) -> Option<&Value> {
        let answers = self.0.as_slice();
        // A fact has answers for few years: the fact is searched for, and then the year beside it.
        let first = answers.partition_point(|(other, _)| other.fact < ask.fact);
        let mut of_fact = answers[first..].iter();
        match of_fact.find(|(other, _)| *other >= ask) {
            Some((found, Answer::Known(value))) if *found == ask => Some(value),
            _ => None,
        }
    }

    /// Answers some questions as others do.
    pub(crate) fn take_over(&mut self, asks: &[Ask], others: &Answers) {
        for ask in asks {
            match others.0.get(ask) {
                Some(answer) => self.0.insert(*ask, answer.clone()),
                None => self.0.remove(ask),
            };
        }
    }

    /// Whether the question was answered, be it with 不清楚.
    pub fn answered(&self, ask: Ask) -> bool {
        self.0.contains_key(&ask)
    }
}

impl Fact {
    /// The columns of a list of rows, none for other facts.
    pub fn columns(&self) -> &[Column] {
        match &self.kind {
            Kind::Rows(columns) => columns,
            _ => &[],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_that_of_its_own_fact_and_year() {
        let ask = |fact, year| Ask {
            fact: FactId(fact),
            year,
        };
        let asks = [(1, None), (3, Some(2024)), (3, Some(2026)), (4, None)];
        let answers = asks.map(|(fact, year)| {
            let taken = fact + year.map_or(0, i16::unsigned_abs);
            (ask(fact, year), Answer::Known(Value::OneOf(taken)))
        });
        let mut answers = Answers(answers.into_iter().collect());
        for (fact, year) in asks {
            let taken = fact + year.map_or(0, i16::unsigned_abs);
            let known = answers.known(ask(fact, year));
            assert_eq!(known, Some(&Value::OneOf(taken)));
        }
        for (fact, year) in [(0, None), (2, None), (3, None), (3, Some(2025)), (5, None)] {
            assert_eq!(answers.known(ask(fact, year)), None);
        }
        answers.0.insert(ask(1, None), Answer::Unsure);
        assert_eq!(answers.known(ask(1, None)), None);
        assert_eq!(Answers::default().known(ask(1, None)), None);
    }
}
