//! What a program, a condition or a measure is made of.

use crate::case::{FactRef, Source};
use crate::fact::FactId;
use crate::ordered::Set;
use crate::policy::bands::Band;
use crate::policy::bound::Limit;
use crate::policy::class::Classes;
use crate::policy::condition::{Condition, Test};
use crate::policy::measure::Measure;
use crate::policy::named::Name;
use crate::policy::{Award, Program};
use crate::quantity::Quantity;

/// A leaf of a condition or measure.
pub enum Part<'a> {
    /// A fact that is named.
    Fact(FactRef),
    /// A figure that must stand in the document.
    Figure(&'a Quantity),
    /// A shared figure, whose own figures stand elsewhere.
    Shared(&'a Name),
}

impl Program {
    /// Visits every leaf of its conditions, its amount and what it shows; of no other readings.
    pub fn parts<'a>(&'a self, visit: &mut dyn FnMut(Part<'a>)) {
        self.requires.iter().for_each(|part| part.parts(visit));
        if let Award::Formula { amount, .. } = &self.award {
            amount.parts(visit);
        }
        self.shows.iter().for_each(|shown| shown.parts(visit));
    }

    /// Every fact that anything said of the program can rest on.
    pub fn facts(&self) -> Set<FactId> {
        let mut facts = Set::default();
        let visit: &mut dyn FnMut(Part) = &mut |part| {
            if let Part::Fact(reference) = part {
                facts.insert(reference.fact);
            }
        };
        self.parts(visit);
        if let Some(classes) = &self.classes {
            classes.parts(visit);
        }
        let compares = self.compares.iter().map(|comparison| &comparison.amount);
        let readings = self.readings.iter().map(|reading| &reading.alternative);
        let others = readings.clone().filter_map(|other| other.amount.as_ref());
        compares
            .chain(others)
            .for_each(|amount| amount.parts(visit));
        let with = readings.flat_map(|other| &other.with);
        with.for_each(|condition| condition.parts(visit));
        facts
    }
}

impl Classes {
    /// Visits every leaf; its figures stand in the clauses that it names itself.
    fn parts<'a>(&'a self, visit: &mut dyn FnMut(Part<'a>)) {
        visit(Part::Shared(&self.name));
        let conditions = self.classes.iter().flat_map(|class| &class.when);
        conditions.for_each(|condition| condition.parts(&mut facts_only(visit)));
    }
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
            Test::InClass(classes, _) => classes.parts(visit),
            Test::Choose(by, of) => {
                source(*by, visit);
                of.iter().for_each(|branch| branch.parts(visit));
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
            Measure::Difference { of, minus } => {
                of.parts(visit);
                minus.parts(visit);
            }
            Measure::Growth(growth) => growth.of.iter().for_each(|year| year.parts(visit)),
            Measure::Points(points) => {
                points.of.parts(visit);
                points.bands.iter().for_each(|one| band(one, visit));
            }
            Measure::Best(best) => {
                for way in &best.ways {
                    way.requires.iter().for_each(|part| part.parts(visit));
                    way.of.parts(visit);
                }
            }
            Measure::Named(named) => {
                visit(Part::Shared(&named.0));
                named.1.parts(&mut facts_only(visit));
            }
            Measure::Sum(parts) | Measure::Product(parts) => {
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
                banded.bands.iter().for_each(|one| band(one, visit));
                if let Some(only) = &banded.only {
                    only.parts(visit);
                }
                if let Some(beyond) = &banded.beyond {
                    visit(Part::Figure(beyond));
                }
            }
        }
    }
}

fn band<'a>(band: &'a Band, visit: &mut dyn FnMut(Part<'a>)) {
    for (_, limit) in band.from.iter().chain(&band.to) {
        visit(Part::Figure(limit));
    }
    visit(Part::Figure(&band.price));
}

/// What a shared figure is made of: its figures stand in the clauses that it names itself.
fn facts_only<'a>(visit: &mut dyn FnMut(Part<'a>)) -> impl FnMut(Part<'a>) {
    |part| {
        if !matches!(part, Part::Figure(_)) {
            visit(part);
        }
    }
}

fn source<'a>(of: Source, visit: &mut dyn FnMut(Part<'a>)) {
    if let Source::Fact(reference) = of {
        visit(Part::Fact(reference));
    }
}
