//! Every limit is tried by cases: hit exactly, and missed by the smallest step on each side.

use std::collections::BTreeSet;

use policy_engine::case::{Case, FactRef, Source};
use policy_engine::exact;
use policy_engine::fact::{Kind, Value};
use policy_engine::policy::bands::Band;
use policy_engine::policy::bound::Limit;
use policy_engine::policy::condition::{Condition, Test};
use policy_engine::policy::measure::Measure;
use policy_engine::policy::working::{Steps, Working};
use policy_engine::policy::{Award, Program};
use policy_engine::quantity::Quantity;
use policy_engine::questionnaire::Questionnaire;
use rust_decimal::Decimal;

use crate::read;

/// A number, the limit that it is held against, and where.
struct Leaf<'a> {
    program: &'a str,
    measure: &'a Measure,
    limit: Limit,
    /// The list whose rows the number stands in.
    list: Option<FactRef>,
    /// The choices under which it counts.
    under: Vec<(Source, u16)>,
}

/// The limits that no case hits, or misses by the smallest step on one side.
pub fn untried(cases: &[read::Case]) -> Vec<String> {
    let mut leaves = Vec::new();
    for (_, program) in policy_catalog::catalog().programs() {
        of_program(program, &mut leaves);
    }
    let mut seen = BTreeSet::new();
    let open = leaves.iter().filter_map(|leaf| {
        let mut sides = BTreeSet::new();
        for case in cases {
            let questionnaire = &policy_catalog::catalog().questionnaire;
            let case = Case::new(questionnaire, &case.answers, case.on);
            tried(leaf, &case, &mut sides);
        }
        let missing: Vec<_> = [-1, 0, 1]
            .into_iter()
            .filter(|side| !sides.contains(side))
            .map(|side| match side {
                -1 => "just below",
                0 => "on it",
                _ => "just above",
            })
            .collect();
        let text = match &leaf.limit {
            Limit::Figure(figure) => figure.text.clone(),
            Limit::Year(offset) => format!("year {offset}"),
        };
        let line = format!("{}: {text}: no case {}", leaf.program, missing.join(", "));
        (!missing.is_empty() && seen.insert(line.clone())).then_some(line)
    });
    open.collect()
}

fn of_program<'a>(program: &'a Program, leaves: &mut Vec<Leaf<'a>>) {
    let mut finder = Finder {
        program: &program.id,
        list: None,
        under: Vec::new(),
        leaves,
    };
    program
        .requires
        .iter()
        .for_each(|part| finder.condition(part));
    if let Award::Formula { amount, .. } = &program.award {
        finder.measure(amount);
    }
}

struct Finder<'a, 'l> {
    program: &'a str,
    list: Option<FactRef>,
    under: Vec<(Source, u16)>,
    leaves: &'l mut Vec<Leaf<'a>>,
}

impl<'a> Finder<'a, '_> {
    fn leaf(&mut self, measure: &'a Measure, limit: Limit) {
        self.leaves.push(Leaf {
            program: self.program,
            measure,
            limit,
            list: self.list,
            under: self.under.clone(),
        });
    }

    fn condition(&mut self, condition: &'a Condition) {
        match &condition.test {
            Test::Compare(measure, limits) => {
                for (_, limit) in limits {
                    let zero = matches!(limit, Limit::Figure(figure) if figure.value.is_zero());
                    if !zero {
                        self.leaf(measure, limit.clone());
                    }
                }
                self.measure(measure);
            }
            Test::Some { rows, only } => self.inside(*rows, |finder| finder.condition(only)),
            Test::All(parts) | Test::Any(parts) => {
                parts.iter().for_each(|part| self.condition(part));
            }
            Test::Not(part) => self.condition(part),
            Test::Choose(by, parts) => {
                for (option, part) in (0..).zip(parts) {
                    self.under(*by, option, |finder| finder.condition(part));
                }
            }
            Test::InClass(classes, _) => {
                let conditions = classes
                    .classes
                    .iter()
                    .filter_map(|class| class.when.as_ref());
                conditions.for_each(|part| self.condition(part));
            }
            _ => {}
        }
    }

    fn measure(&mut self, measure: &'a Measure) {
        match measure {
            Measure::Points(points) => {
                self.bands(&points.of, &points.bands);
                self.measure(&points.of);
            }
            Measure::Named(named) => self.measure(&named.1),
            Measure::Best(best) => {
                for way in &best.ways {
                    way.requires.iter().for_each(|part| self.condition(part));
                    self.measure(&way.of);
                }
            }
            Measure::Choose { by, of } => {
                for (option, part) in (0..).zip(of) {
                    self.under(*by, option, |finder| finder.measure(part));
                }
            }
            Measure::Sum(parts) | Measure::Product(parts) => {
                parts.iter().for_each(|part| self.measure(part));
            }
            Measure::Rounded { of, .. } => self.measure(of),
            Measure::Excess { of, over } => {
                if !over.value.is_zero() {
                    self.leaf(of, Limit::Figure(over.clone()));
                }
                self.measure(of);
            }
            Measure::Difference { of, minus } => {
                self.measure(of);
                self.measure(minus);
            }
            Measure::Total {
                rows,
                only: Some(only),
                ..
            }
            | Measure::Count { rows, only } => {
                self.inside(*rows, |finder| finder.condition(only));
            }
            _ => {}
        }
    }

    fn bands(&mut self, of: &'a Measure, bands: &'a [Band]) {
        for (_, limit) in bands.iter().filter_map(|band| band.from.as_ref()) {
            self.leaf(of, Limit::Figure(limit.clone()));
        }
    }

    fn inside(&mut self, rows: FactRef, visit: impl FnOnce(&mut Self)) {
        let before = self.list.replace(rows);
        visit(self);
        self.list = before;
    }

    fn under(&mut self, by: Source, option: u16, visit: impl FnOnce(&mut Self)) {
        self.under.push((by, option));
        visit(self);
        self.under.pop();
    }
}

/// Adds the sides of the limit (-1, 0, 1) that a case tries.
fn tried(leaf: &Leaf, case: &Case, sides: &mut BTreeSet<i8>) {
    let Some(list) = leaf.list else {
        one(leaf, case, sides);
        return;
    };
    let (ask, rows) = case.rows(list);
    for (index, row) in rows.iter().flat_map(|rows| rows.rows.iter().enumerate()) {
        one(leaf, &case.in_row(ask, index, row), sides);
    }
}

fn one(leaf: &Leaf, case: &Case, sides: &mut BTreeSet<i8>) {
    let inside = |(by, option): &(Source, u16)| {
        let in_row = matches!(by, Source::Column(_)) && case.row.is_none();
        !in_row && matches!(case.value(*by), Some(Value::OneOf(taken)) if taken == option)
    };
    if !leaf.under.iter().all(inside) {
        return;
    }
    let working = leaf.measure.evaluate(case);
    if let Some((beyond, step)) = beyond(&working, leaf.limit.value(case), case) {
        if beyond.is_zero() {
            sides.insert(0);
        } else if beyond.abs() <= step {
            sides.insert(if beyond.is_sign_negative() { -1 } else { 1 });
        }
    }
}

/// How far a number lies beyond a limit, and the smallest step that its answers can make, where it
/// is known.
fn beyond(working: &Working, limit: Decimal, case: &Case) -> Option<(Decimal, Decimal)> {
    match (working.of, &working.steps) {
        (Measure::Named(_), Steps::Parts(parts)) => beyond(&parts[0], limit, case),
        (_, Steps::Choice(_, branch)) => beyond(branch.as_ref()?, limit, case),
        (Measure::Ratio { .. }, Steps::Parts(parts)) => {
            let (of, to) = (parts[0].span.exact()?, parts[1].span.exact()?);
            if to.is_zero() {
                return None;
            }
            let beyond = exact::add(of, -exact::mul(limit, to)?)?;
            let step = step(parts[0].of, case).max(step(parts[1].of, case) * limit);
            Some((beyond, step))
        }
        // Growth is known to six decimals.
        (Measure::Growth(_), _) => {
            let value = working.span.exact()?;
            Some((value - limit, Decimal::new(1, 5)))
        }
        _ => Some((working.span.exact()? - limit, step(working.of, case))),
    }
}

/// The smallest step of a number: of the finest answer that it rests on.
fn step(measure: &Measure, case: &Case) -> Decimal {
    let questionnaire = case.questionnaire;
    let many = |parts: &[Measure]| {
        let steps = parts.iter().map(|part| step(part, case));
        steps.max().unwrap_or(Decimal::ONE)
    };
    match measure {
        Measure::Value(Source::Fact(reference)) => {
            of_kind(&questionnaire.fact(reference.fact).kind)
        }
        Measure::Value(Source::Column(column)) => match case.list() {
            Some(list) => of_kind(&questionnaire.fact(list).columns()[usize::from(*column)].kind),
            None => Decimal::ONE,
        },
        Measure::Total { rows, of, .. } => of_total(questionnaire, *rows, of),
        Measure::Sum(parts) => many(parts),
        Measure::Product(parts) => parts
            .iter()
            .map(|part| match part {
                Measure::Figure(figure) => figure.value,
                other => step(other, case),
            })
            .product(),
        Measure::Difference { of, .. }
        | Measure::Rounded { of, .. }
        | Measure::Excess { of, .. } => step(of, case),
        Measure::Named(named) => step(&named.1, case),
        Measure::Choose { of, .. } => many(of),
        Measure::Best(best) => best
            .ways
            .iter()
            .map(|way| step(&way.of, case))
            .max()
            .unwrap_or(Decimal::ONE),
        // Points go from band to band.
        Measure::Points(points) => {
            let gives = points.bands.iter().map(|band| band.price.value);
            let gives: Vec<_> = gives.collect();
            let steps = gives.windows(2).map(|pair| (pair[1] - pair[0]).abs());
            steps.max().unwrap_or(Decimal::ONE)
        }
        _ => Decimal::ONE,
    }
}

fn of_total(questionnaire: &Questionnaire, rows: FactRef, of: &Measure) -> Decimal {
    match of {
        Measure::Value(Source::Column(column)) => {
            of_kind(&questionnaire.fact(rows.fact).columns()[usize::from(*column)].kind)
        }
        _ => Decimal::ONE,
    }
}

fn of_kind(kind: &Kind) -> Decimal {
    match kind {
        Kind::Quantity(measured) => {
            let shown = Quantity::read(&format!("1{}", measured.shown));
            let shown = shown.map_or(Decimal::ONE, |shown| shown.value);
            shown * Decimal::new(1, measured.decimals.into())
        }
        _ => Decimal::ONE,
    }
}
