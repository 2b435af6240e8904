//! What a condition or measure is made of, for checks over a whole document.

use crate::case::{FactRef, Source};
use crate::policy::bound::Limit;
use crate::policy::condition::{Condition, Test};
use crate::policy::measure::Measure;
use crate::quantity::Quantity;

/// A leaf of a condition or measure.
pub enum Part<'a> {
    /// A fact that is named.
    Fact(FactRef),
    /// A figure that must stand in the document.
    Figure(&'a Quantity),
}

impl Condition {
    /// Visits every leaf.
    pub fn parts<'a>(&'a self, visit: &mut dyn FnMut(Part<'a>)) {
        match &self.test {
            Test::Is(of, _) | Test::OneOf(of, _) | Test::Includes(of, _) | Test::Within(of, _) => {
                source(*of, visit);
            }
            Test::YearFrom { from, years } => {
                visit(Part::Fact(*from));
                visit(Part::Figure(years));
            }
            Test::Compare(measure, limits) => {
                measure.parts(visit);
                for (_, limit) in limits {
                    if let Limit::Figure(figure) = limit {
                        visit(Part::Figure(figure));
                    }
                }
            }
            Test::All(parts) | Test::Any(parts) => {
                for part in parts {
                    part.parts(visit);
                }
            }
            Test::Not(part) => part.parts(visit),
            Test::Some { rows, only } => {
                visit(Part::Fact(*rows));
                only.parts(visit);
            }
        }
    }
}

impl Measure {
    /// Visits every leaf; a divisor is a convention of counting, not a figure of the document.
    pub fn parts<'a>(&'a self, visit: &mut dyn FnMut(Part<'a>)) {
        match self {
            Measure::Figure(figure) => visit(Part::Figure(figure)),
            Measure::Value(of) => source(*of, visit),
            Measure::Total { rows, of, only } => {
                visit(Part::Fact(*rows));
                of.parts(visit);
                if let Some(only) = only {
                    only.parts(visit);
                }
            }
            Measure::Count { rows, only } => {
                visit(Part::Fact(*rows));
                only.parts(visit);
            }
            Measure::Product(parts) => {
                for part in parts {
                    part.parts(visit);
                }
            }
            Measure::Rounded { of, divided_by: _ } => of.parts(visit),
            Measure::Excess { of, over } => {
                of.parts(visit);
                visit(Part::Figure(over));
            }
            Measure::Ratio { of, to } => {
                of.parts(visit);
                to.parts(visit);
            }
            Measure::DaysInYear { .. } => {}
            Measure::Choose { by, of } => {
                source(*by, visit);
                for branch in of {
                    branch.parts(visit);
                }
            }
            Measure::Banded(banded) => {
                visit(Part::Fact(banded.rows));
                for band in &banded.bands {
                    for (_, limit) in band.from.iter().chain(&band.to) {
                        visit(Part::Figure(limit));
                    }
                    visit(Part::Figure(&band.price));
                }
                if let Some(beyond) = &banded.beyond {
                    visit(Part::Figure(beyond));
                }
            }
        }
    }
}

fn source<'a>(of: Source, visit: &mut dyn FnMut(Part<'a>)) {
    if let Source::Fact(reference) = of {
        visit(Part::Fact(reference));
    }
}
