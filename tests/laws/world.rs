//! What the catalogue tells about likely answers: what conditions ask for, and where limits lie.

use std::collections::BTreeMap;

use policy_engine::case::Source;
use policy_engine::catalog::Catalog;
use policy_engine::fact::{ColumnId, FactId, Value};
use policy_engine::policy::bound::Limit;
use policy_engine::policy::condition::{Condition, Test};
use policy_engine::policy::measure::Measure;
use policy_engine::policy::parts::Part;
use policy_engine::policy::{Award, Policy, Program};
use policy_engine::region::RegionCode;
use policy_engine::unit::Unit;
use rust_decimal::Decimal;

/// A fact, or a column of a list.
pub type Slot = (FactId, Option<ColumnId>);

/// The catalogue, and the answers and figures that its conditions name.
pub struct World {
    /// The catalogue.
    pub catalog: &'static Catalog,
    /// For each program a catalogue of it alone.
    pub single: Vec<Catalog>,
    /// The answers that some condition asks for.
    wanted: BTreeMap<Slot, Vec<Value>>,
    /// The places that conditions name.
    pub places: Vec<RegionCode>,
    /// The figures that a fact is held against.
    limits: BTreeMap<FactId, Vec<Decimal>>,
    /// The figures of the documents.
    figures: Vec<(Unit, Decimal)>,
}

impl World {
    /// Looks through every condition and amount, those of readings too.
    pub fn new(catalog: &'static Catalog) -> World {
        let mut world = World {
            catalog,
            single: catalog.programs().map(alone(catalog)).collect(),
            wanted: BTreeMap::new(),
            places: Vec::new(),
            limits: BTreeMap::new(),
            figures: Vec::new(),
        };
        for (_, program) in catalog.programs() {
            world.program(program);
        }
        world
    }

    /// The answers that some condition asks for.
    pub fn wanted(&self, slot: Slot) -> &[Value] {
        self.wanted.get(&slot).map_or(&[], Vec::as_slice)
    }

    /// The figures that a fact of a unit is held against, or else all of that unit.
    pub fn limits(&self, fact: FactId, unit: Unit) -> Vec<Decimal> {
        let own = self.limits.get(&fact);
        own.cloned().unwrap_or_else(|| self.figures(unit))
    }

    /// The figures of a unit.
    pub fn figures(&self, unit: Unit) -> Vec<Decimal> {
        let of_unit = self.figures.iter().filter(|(known, _)| *known == unit);
        of_unit.map(|(_, value)| *value).collect()
    }

    fn program(&mut self, program: &Program) {
        let others = program.readings.iter().map(|reading| &reading.alternative);
        for condition in &program.requires {
            self.condition(condition);
        }
        for other in others {
            other.with.iter().for_each(|part| self.condition(part));
            other.amount.iter().for_each(|part| self.amount(part));
        }
        if let Award::Formula { amount, cap, .. } = &program.award {
            self.amount(amount);
            let cap = cap.iter().map(|cap| (cap.unit, cap.value));
            self.figures.extend(cap);
        }
    }

    fn condition(&mut self, condition: &Condition) {
        let figures = &mut self.figures;
        condition.parts(&mut |part| figure(part, figures));
        self.wishes(condition, None);
    }

    fn amount(&mut self, amount: &Measure) {
        let figures = &mut self.figures;
        amount.parts(&mut |part| figure(part, figures));
        self.wishes_of(amount);
    }

    fn wishes(&mut self, condition: &Condition, list: Option<FactId>) {
        match &condition.test {
            Test::Is(source, is) => self.wish(*source, list, Value::YesNo(*is)),
            Test::OneOf(source, options) => {
                for option in options {
                    self.wish(*source, list, Value::OneOf(*option));
                }
            }
            Test::Within(source, region) => {
                self.places.push(*region);
                self.wish(*source, list, Value::Region(*region));
            }
            Test::Some { rows, only } => self.wishes(only, Some(rows.fact)),
            Test::InClass(classes, _) => {
                let conditions = classes
                    .classes
                    .iter()
                    .filter_map(|class| class.when.as_ref());
                conditions.for_each(|part| self.wishes(part, list));
            }
            Test::All(parts) | Test::Any(parts) | Test::Choose(_, parts) => {
                parts.iter().for_each(|part| self.wishes(part, list));
            }
            Test::Not(part) => self.wishes(part, list),
            Test::Compare(Measure::Value(Source::Fact(reference)), limits) => {
                let figures = limits.iter().filter_map(|(_, limit)| match limit {
                    Limit::Figure(figure) => Some(figure.value),
                    Limit::Year(_) => None,
                });
                self.limits
                    .entry(reference.fact)
                    .or_default()
                    .extend(figures);
            }
            Test::Compare(measure, _) => self.wishes_of(measure),
            Test::Includes(..) | Test::YearFrom { .. } => {}
        }
    }

    /// The limits and wishes inside a number.
    fn wishes_of(&mut self, measure: &Measure) {
        match measure {
            Measure::Sum(parts) | Measure::Product(parts) => {
                parts.iter().for_each(|part| self.wishes_of(part));
            }
            Measure::Difference { of, .. }
            | Measure::Rounded { of, .. }
            | Measure::Excess { of, .. } => self.wishes_of(of),
            Measure::Choose { of, .. } => of.iter().for_each(|part| self.wishes_of(part)),
            Measure::Named(named) => self.wishes_of(&named.1),
            Measure::Best(best) => {
                for way in &best.ways {
                    way.requires.iter().for_each(|part| self.wishes(part, None));
                    self.wishes_of(&way.of);
                }
            }
            Measure::Points(points) => {
                if let Measure::Value(Source::Fact(reference)) = points.of {
                    let ends = points.bands.iter().filter_map(|band| band.from.as_ref());
                    let figures = ends.map(|(_, figure)| figure.value);
                    let own = self.limits.entry(reference.fact).or_default();
                    own.extend(figures);
                } else {
                    self.wishes_of(&points.of);
                }
            }
            _ => {}
        }
    }

    fn wish(&mut self, source: Source, list: Option<FactId>, value: Value) {
        let slot = match (source, list) {
            (Source::Fact(reference), _) => (reference.fact, None),
            (Source::Column(column), Some(list)) => (list, Some(column)),
            (Source::Column(_), None) => return,
        };
        self.wanted.entry(slot).or_default().push(value);
    }
}

/// A catalogue of one program alone.
fn alone(catalog: &Catalog) -> impl Fn((&Policy, &Program)) -> Catalog {
    |(_, program)| catalog.only(std::slice::from_ref(&program.id))
}

fn figure(part: Part, figures: &mut Vec<(Unit, Decimal)>) {
    if let Part::Figure(figure) = part {
        figures.push((figure.unit, figure.value));
    }
}
