//! Advice in words: the nearest way to a program, what more brings, and the amount over a number.

use policy_engine::advise::change::Growing;
use policy_engine::advise::curve::{Curve, curves};
use policy_engine::advise::gain::{Gain, More, gains};
use policy_engine::advise::nearest::{Change, Step, Way};
use policy_engine::assess::Outcome;
use policy_engine::case::{Case, Place};
use policy_engine::fact::{Kind, Value};
use policy_engine::policy::{Award, Program, Topic};
use policy_engine::verdict::Verdict;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::number::{figure, quantity};
use crate::text::{fill, texts};
use crate::{money, outcome, place};

/// What more of something would bring, beside a program that gives money.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Advice {
    /// One line for each thing of which one more brings something.
    pub gains: Vec<String>,
    /// The amount over each number that the program pays by.
    pub charts: Vec<Chart>,
}

/// The amount over a number, as a chart and as a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart {
    /// What the amount is over: 航空器第 1 行的年飞行小时.
    pub over: String,
    /// The points where the line bends or jumps, and its ends.
    pub points: Vec<Point>,
    /// Where the enterprise is.
    pub here: Point,
    /// The cap, where the line reaches it.
    pub cap: Option<Mark>,
}

/// A point of a chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// The number in words.
    pub number: String,
    /// The amount in words.
    pub amount: String,
    /// How far across, in thousandths of the chart.
    pub across: u16,
    /// How far up, in thousandths of the chart.
    pub up: u16,
}

/// A height of a chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The amount in words.
    pub amount: String,
    /// How far up, in thousandths of the chart.
    pub up: u16,
}

/// The full width and height of a chart.
pub const FULL: u16 = 1000;

/// What more would bring to a program.
pub fn advice(case: &Case, outcome: &Outcome) -> Advice {
    Advice {
        gains: gains(case, outcome)
            .iter()
            .map(|one| gain(case, outcome.program, one))
            .collect(),
        charts: curves(case, outcome)
            .iter()
            .map(|curve| chart(case, curve))
            .collect(),
    }
}

/// A way to a program: 航空器年飞行小时再多 12 小时，可得 50,000 元.
pub fn way(case: &Case, program: &Program, way: &Way) -> String {
    let t = texts();
    let steps: Vec<_> = way.steps.iter().map(|one| step(case, one)).collect();
    let steps = steps.join(t.advice_and);
    let amount = outcome::span_of(program, way.amount);
    let template = match (&program.award, way.verdict) {
        _ if program.form.topic() == Topic::Recognition => t.advice_then_holds,
        (Award::Unstated, _) => t.advice_then_holds,
        (_, Verdict::Unknown) => t.advice_then_maybe,
        _ if program.is_ceiling() => t.advice_then_ceiling,
        _ if way.amount.exact().is_none() => t.advice_then_by_place,
        _ => t.advice_then,
    };
    fill(template, &[("steps", steps.as_str()), ("amount", &amount)])
}

fn step(case: &Case, step: &Step) -> String {
    let t = texts();
    match &step.change {
        Change::More(places, by) => {
            let what = match &places[..] {
                [only] => place::place(case.questionnaire, only.at),
                _ => places
                    .first()
                    .map_or_else(String::new, |one| column(case, one.at)),
            };
            let by = amount_of(places.first(), *by);
            fill(t.advice_more, &[("what", what.as_str()), ("by", &by)])
        }
        Change::Take(at, value) => {
            let what = place::place(case.questionnaire, *at);
            let kind = at.kind(case.questionnaire);
            let value = match (kind, value, case.answers.known(at.ask)) {
                // Of several, only what comes on top.
                (Kind::SeveralOf(_), Value::SeveralOf(after), Some(Value::SeveralOf(before))) => {
                    let new = after.iter().filter(|option| !before.contains(option));
                    let new: Vec<_> = new.copied().collect();
                    place::value(case.questionnaire, kind, &Value::SeveralOf(new))
                }
                _ => place::value(case.questionnaire, kind, value),
            };
            let template = match kind {
                Kind::SeveralOf(_) => t.advice_add,
                _ => t.advice_take,
            };
            fill(template, &[("what", what.as_str()), ("value", &value)])
        }
    }
}

/// The name of a column, whatever the row: 航空器的年飞行小时.
fn column(case: &Case, at: Place) -> String {
    let fact = place::ask(case.questionnaire, at.ask);
    match at.cell {
        Some((_, column)) => {
            let columns = case.questionnaire.fact(at.ask.fact).columns();
            let values = [
                ("fact", fact.as_str()),
                ("column", &columns[usize::from(column)].label),
            ];
            fill(texts().advice_column, &values)
        }
        None => fact,
    }
}

fn amount_of(number: Option<&Growing>, value: Decimal) -> String {
    number.map_or_else(String::new, |number| quantity(value, number.measured.unit))
}

/// 航空器第 1 行的年飞行小时再多 1 小时：50,500 元（多 500 元）；再多 1,900 小时，到封顶.
fn gain(case: &Case, program: &Program, gain: &Gain) -> String {
    let t = texts();
    let after = money::span(gain.after);
    match &gain.of {
        More::Number(number, until) => {
            let what = place::place(case.questionnaire, number.at);
            let one = amount_of(Some(number), number.one);
            let values = [("what", what.as_str()), ("by", &one), ("after", &after)];
            let line = fill(t.advice_gain, &values);
            match (until, &program.award) {
                (Some(until), Award::Formula { cap: Some(cap), .. }) if *until > number.one => {
                    let until = amount_of(Some(number), *until);
                    let values = [("by", until.as_str()), ("cap", &figure(cap))];
                    line + &fill(t.advice_until, &values)
                }
                _ => line,
            }
        }
        More::Row(at) => {
            let again = case.questionnaire.fact(at.ask.fact).again.as_deref();
            let row = at.cell.map_or(0, |cell| cell.0) + 1;
            let values = [
                ("again", again.unwrap_or_default()),
                ("fact", &place::ask(case.questionnaire, at.ask)),
                ("row", &row.to_string()),
                ("after", &after),
            ];
            fill(t.advice_again, &values)
        }
    }
}

fn chart(case: &Case, curve: &Curve) -> Chart {
    let widest = curve.points.iter().map(|point| point.0).max();
    let highest = curve.points.iter().map(|point| point.1).max();
    let share = |value: Decimal, of: Option<Decimal>| {
        let of = of.filter(|of| !of.is_zero())?;
        let share = value.checked_mul(FULL.into())?.checked_div(of)?;
        share.round().to_u16()
    };
    let point = |(number, amount): (Decimal, Decimal)| Point {
        number: amount_of(Some(&curve.over), number),
        amount: money::yuan(amount),
        across: share(number, widest).unwrap_or_default(),
        up: share(amount, highest).unwrap_or_default(),
    };
    Chart {
        over: place::place(case.questionnaire, curve.over.at),
        points: curve.points.iter().copied().map(point).collect(),
        here: point((curve.over.value, curve.amount)),
        cap: curve.cap.map(|cap| Mark {
            amount: money::yuan(cap),
            up: share(cap, highest).unwrap_or_default(),
        }),
    }
}
