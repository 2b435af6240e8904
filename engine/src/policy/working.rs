//! Workings: how a number followed from the answers; the measure's twin.

use crate::case::{Case, Place};
use crate::fact::{Ask, Value};
use crate::policy::bands::BandedRow;
use crate::policy::best::{self, WayFound};
use crate::policy::condition::Finding;
use crate::policy::measure::Measure;
use crate::span::Span;

/// How a number followed: the measure's twin.
#[derive(Clone, Debug, PartialEq)]
pub struct Working<'a> {
    /// The measure.
    pub of: &'a Measure,
    /// The value, as far as the answers tell, in base units.
    pub span: Span,
    /// What led to it.
    pub steps: Steps<'a>,
}

/// What led to a number.
#[derive(Clone, Debug, PartialEq)]
pub enum Steps<'a> {
    /// A figure of the document: nothing else.
    Figure,
    /// An answer or cell, and whether it is known.
    Value(Place),
    /// Rows: those of the list that may count, and whether the list may go on.
    Rows {
        /// The question whose answer is the list.
        ask: Ask,
        /// The rows entered; `None` where the list was not answered.
        rows: Option<Vec<RowWorking<'a>>>,
    },
    /// The parts: factors, or numerator and denominator, or the one measure inside.
    Parts(Vec<Working<'a>>),
    /// The dates.
    Dates(Place, Place),
    /// The number that points are given for, and the bands that it may fall into, as indices.
    Points(Box<Working<'a>>, Vec<usize>),
    /// The ways to reckon, and the one that is certain to be the best, as an index.
    Ways(Vec<WayFound<'a>>, Option<usize>),
    /// The choice, and the measure that it leads to, where it is known.
    Choice(Place, Option<Box<Working<'a>>>),
    /// Rows priced by band.
    Bands {
        /// The question whose answer is the list.
        ask: Ask,
        /// The rows entered; `None` where the list was not answered.
        rows: Option<Vec<BandedRow<'a>>>,
    },
}

/// What one row adds.
#[derive(Clone, Debug, PartialEq)]
pub struct RowWorking<'a> {
    /// Whether the row counts, where not every row does.
    pub counts: Option<Finding<'a>>,
    /// What it adds; absent where rows are only counted.
    pub adds: Option<Working<'a>>,
    /// What it adds to the sum, in base units.
    pub span: Span,
}

impl<'a> Working<'a> {
    /// Of a measure that was not reckoned yet.
    pub(crate) fn not_yet(of: &'a Measure) -> Working<'a> {
        Working {
            of,
            span: Span::ZERO,
            steps: Steps::Figure,
        }
    }

    /// Visits every place that the number rests on and that could still move it.
    pub fn open(&self, case: &Case, visit: &mut dyn FnMut(Place)) {
        if self.span.exact().is_none() {
            self.each_place(case, true, visit);
        }
    }

    /// Visits every place that the number rests on, or with `only_open` those not yet known.
    pub fn each_place(&self, case: &Case, only_open: bool, visit: &mut dyn FnMut(Place)) {
        match &self.steps {
            Steps::Figure => {}
            Steps::Value(place) => visit_if(case, *place, only_open, visit),
            Steps::Dates(from, until) => {
                visit_if(case, *from, only_open, visit);
                visit_if(case, *until, only_open, visit);
            }
            Steps::Parts(parts) => {
                for part in parts {
                    if !only_open || part.span.exact().is_none() {
                        part.each_place(case, only_open, visit);
                    }
                }
            }
            Steps::Points(of, _) => of.each_place(case, only_open, visit),
            Steps::Ways(ways, _) => {
                if let Measure::Best(best) = self.of {
                    best::each_place(best, self.span, ways, case, only_open, visit);
                }
            }
            Steps::Choice(place, branch) => {
                visit_if(case, *place, only_open, visit);
                if let Some(branch) = branch {
                    branch.each_place(case, only_open, visit);
                }
            }
            Steps::Rows { ask, rows } => {
                visit_list(case, *ask, only_open, visit);
                for row in rows.iter().flatten() {
                    if only_open && row.span.exact().is_some() {
                        continue;
                    }
                    if let Some(counts) = &row.counts {
                        counts.each_place(case, only_open, visit);
                    }
                    if let Some(adds) = &row.adds {
                        adds.each_place(case, only_open, visit);
                    }
                }
            }
            Steps::Bands { ask, rows } => {
                visit_list(case, *ask, only_open, visit);
                let Measure::Banded(banded) = self.of else {
                    return;
                };
                for (index, row) in rows.iter().flatten().enumerate() {
                    if only_open && row.pays.exact().is_some() {
                        continue;
                    }
                    if let Some(counts) = &row.counts {
                        counts.each_place(case, only_open, visit);
                    }
                    for column in [banded.by, banded.of] {
                        let cell = Some((index, column));
                        visit_if(case, Place { ask: *ask, cell }, only_open, visit);
                    }
                }
            }
        }
    }
}

/// A list is open while it was not answered or may go on.
pub(crate) fn visit_list(case: &Case, ask: Ask, only_open: bool, visit: &mut dyn FnMut(Place)) {
    let complete = || matches!(case.answers.known(ask), Some(Value::Rows(rows)) if !rows.more);
    if !(only_open && complete()) {
        visit(Place { ask, cell: None });
    }
}

/// Visits a place, unless only open ones are wanted and it is known.
pub(crate) fn visit_if(case: &Case, place: Place, only_open: bool, visit: &mut dyn FnMut(Place)) {
    let known = || match (case.answers.known(place.ask), place.cell) {
        (Some(Value::Rows(rows)), Some((row, column))) => rows.rows[row]
            .get(usize::from(column))
            .is_some_and(Option::is_some),
        (known, _) => known.is_some(),
    };
    if !(only_open && known()) {
        visit(place);
    }
}
