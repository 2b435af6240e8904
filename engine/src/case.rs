//! The case at hand: one enterprise's answers on one day.

use jiff::civil::Date;

use crate::fact::{Answers, Ask, ColumnId, FactId, Kind, Row, Rows, Value};
use crate::ordered::Map;
use crate::questionnaire::Questionnaire;
use crate::span::Span;

/// What an evaluation looks at.
#[derive(Clone, Copy)]
pub struct Case<'a> {
    /// What can be asked.
    pub questionnaire: &'a Questionnaire,
    /// The answers so far.
    pub answers: &'a Answers,
    /// The assessment date.
    pub date: Date,
    /// The calendar year whose money is assessed (本年度).
    pub year: i16,
    /// The row at hand, inside a list of rows.
    pub row: Option<RowAt<'a>>,
    /// What is assumed of facts that are not known, where anything is.
    pub assumed: Option<&'a Assumed>,
}

/// Keeps what led to a result, where that is asked for.
pub(crate) fn keep<T>(kept: Option<&mut T>, of: impl FnOnce() -> T) {
    if let Some(kept) = kept {
        *kept = of();
    }
}

/// A list for what led to a result, where that is asked for.
pub(crate) fn list<T, K>(kept: &Option<&mut K>, most: usize) -> Option<Vec<T>> {
    kept.is_some().then(|| Vec::with_capacity(most))
}

/// Spans within which facts that are not known are taken to lie.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Assumed(Map<Ask, Span>);

impl Assumed {
    /// Takes a fact to lie within a span, and within any that was assumed before.
    ///
    /// Spans that do not meet are left as they are: each condition says so on its own.
    pub fn narrow(&mut self, ask: Ask, span: Span) {
        let known = self.0.entry(ask).or_insert(span);
        let high = match (known.high, span.high) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
        let low = known.low.max(span.low);
        if high.is_none_or(|high| low <= high) {
            *known = Span { low, high };
        }
    }
}

/// A row of a list.
#[derive(Clone, Copy)]
pub struct RowAt<'a> {
    /// The question whose answer is the list.
    pub ask: Ask,
    /// The row's place in the list.
    pub index: usize,
    /// Its cells.
    pub cells: &'a Row,
}

/// A fact as a policy refers to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct FactRef {
    /// The fact.
    pub fact: FactId,
    /// For a fact that is per year: 0 is 本年度, -1 上一年度.
    pub year: Option<i8>,
}

/// Where a value comes from: an answer, or a cell of the row at hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Source {
    /// An answer.
    Fact(FactRef),
    /// A cell of the row at hand.
    Column(ColumnId),
}

/// A question, or one cell of its answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The question.
    pub ask: Ask,
    /// The row and column, inside a list of rows.
    pub cell: Option<(usize, ColumnId)>,
}

impl Place {
    /// What a valid answer is here.
    pub fn kind(self, questionnaire: &Questionnaire) -> &Kind {
        let fact = questionnaire.fact(self.ask.fact);
        match self.cell {
            Some((_, column)) => &fact.columns()[usize::from(column)].kind,
            None => &fact.kind,
        }
    }
}

impl<'a> Case<'a> {
    /// The answers of one enterprise on a day, outside any row.
    pub fn new(questionnaire: &'a Questionnaire, answers: &'a Answers, date: Date) -> Case<'a> {
        Case {
            questionnaire,
            answers,
            date,
            year: date.year(),
            row: None,
            assumed: None,
        }
    }

    /// The question that a reference stands for in the year at hand.
    pub fn ask(&self, reference: FactRef) -> Ask {
        Ask {
            fact: reference.fact,
            year: reference.year.map(|offset| self.year + i16::from(offset)),
        }
    }

    /// The value that a source stands for, if it is known.
    pub fn value(&self, source: Source) -> Option<&'a Value> {
        match source {
            Source::Fact(reference) => self.answers.known(self.ask(reference)),
            Source::Column(column) => {
                let cell = self.row_at_hand().cells.get(usize::from(column));
                cell.and_then(Option::as_ref)
            }
        }
    }

    /// The place of that value.
    pub fn place(&self, source: Source) -> Place {
        match source {
            Source::Fact(reference) => Place {
                ask: self.ask(reference),
                cell: None,
            },
            Source::Column(column) => {
                let row = self.row_at_hand();
                Place {
                    ask: row.ask,
                    cell: Some((row.index, column)),
                }
            }
        }
    }

    fn row_at_hand(&self) -> &RowAt<'a> {
        let row = self.row.as_ref();
        row.expect("checked: a column stands inside its list")
    }

    /// What there is for the option taken of a choice; what there is for each while it is not known.
    pub(crate) fn possible<'b, T>(&self, by: Source, of: &'b [T]) -> &'b [T] {
        match self.value(by) {
            Some(Value::OneOf(option)) => std::slice::from_ref(&of[usize::from(*option)]),
            _ => of,
        }
    }

    /// Whether anything is assumed at all.
    pub fn assumes_any(&self) -> bool {
        self.assumed.is_some_and(|assumed| !assumed.0.is_empty())
    }

    /// Whether anything is assumed of a fact.
    pub fn assumes(&self, reference: FactRef) -> bool {
        let ask = self.ask(reference);
        self.assumed
            .is_some_and(|assumed| assumed.0.contains_key(&ask))
    }

    /// What is assumed of a place whose value is not known.
    pub fn assumed(&self, place: Place) -> Option<Span> {
        if place.cell.is_some() {
            return None;
        }
        self.assumed?.0.get(&place.ask).copied()
    }

    /// The rows answered to a question, if any were.
    pub fn rows(&self, reference: FactRef) -> (Ask, Option<&'a Rows>) {
        let ask = self.ask(reference);
        match self.answers.known(ask) {
            Some(Value::Rows(rows)) => (ask, Some(rows)),
            _ => (ask, None),
        }
    }

    /// The same case under assumptions.
    pub fn under<'b>(self, assumed: &'b Assumed) -> Case<'b>
    where
        'a: 'b,
    {
        Case {
            assumed: Some(assumed),
            ..self
        }
    }

    /// The same case with another year's money.
    pub fn in_year(self, year: i16) -> Case<'a> {
        Case { year, ..self }
    }

    /// The list whose rows are being looked at.
    pub fn list(&self) -> Option<FactId> {
        self.row.map(|row| row.ask.fact)
    }

    /// The same case inside one row of an answered list.
    pub fn at_row(self, ask: Ask, index: usize) -> Case<'a> {
        match self.answers.known(ask) {
            Some(Value::Rows(rows)) => {
                let row = rows.rows.get(index);
                row.map_or(self, |row| self.in_row(ask, index, row))
            }
            _ => self,
        }
    }

    /// The same case inside a row.
    pub fn in_row(self, ask: Ask, index: usize, cells: &'a Row) -> Case<'a> {
        Case {
            row: Some(RowAt { ask, index, cells }),
            ..self
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fact::FactId;
    use rust_decimal::{Decimal, dec};

    fn narrowed(spans: &[(Decimal, Option<Decimal>)]) -> Span {
        let ask = Ask {
            fact: FactId(0),
            year: None,
        };
        let mut assumed = Assumed::default();
        for (low, high) in spans {
            let (low, high) = (*low, *high);
            assumed.narrow(ask, Span { low, high });
        }
        assumed.0[&ask]
    }

    #[test]
    fn assumptions_meet_where_they_can() {
        let (ten, twenty) = (dec!(10), Some(dec!(20)));
        assert_eq!(
            narrowed(&[(ten, None), (dec!(0), twenty)]),
            Span {
                low: ten,
                high: twenty
            }
        );
        assert_eq!(
            narrowed(&[(dec!(30), None), (dec!(0), twenty)]),
            Span::from_up(dec!(30))
        );
    }
}
