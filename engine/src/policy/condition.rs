//! Conditions, and what was found of each.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::case::{Case, FactRef, Place, Source};
use crate::exact;
use crate::fact::{Ask, Value};
use crate::policy::bound::{Bound, Limit};
use crate::policy::class::{ClassFound, Classes};
use crate::policy::measure::Measure;
use crate::policy::working::{Working, visit_if, visit_list};
use crate::quantity::Quantity;
use crate::region::RegionCode;
use crate::span::Span;
use crate::verdict::Verdict;

/// A condition of a clause.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(remote = "Self")]
pub struct Condition {
    /// The name by which a reading refers to it.
    pub id: Option<String>,
    /// The condition in words, where the generated words would not serve.
    pub says: Option<String>,
    /// Whether its figures rest on the data of others and are to be verified (待核实).
    pub unverified: bool,
    /// What must hold.
    pub test: Test,
}

/// What must hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Test {
    /// A yes/no answer.
    Is(Source, bool),
    /// A choice is one of these options.
    OneOf(Source, Vec<u16>),
    /// A choice of several includes this option.
    Includes(Source, u16),
    /// A place lies in this one.
    Within(Source, RegionCode),
    /// The class is one of these.
    InClass(Classes, Vec<u16>),
    /// One condition for each option of a choice.
    Choose(Source, Vec<Condition>),
    /// A number keeps to its limits.
    Compare(Measure, Vec<(Bound, Limit)>),
    /// The year at hand is one of so many years, counted from an answered year.
    YearFrom {
        /// The first year.
        from: FactRef,
        /// How many years.
        years: Quantity,
    },
    /// Some row of a list meets a condition.
    Some {
        /// The list.
        rows: FactRef,
        /// What the row must meet.
        only: Box<Condition>,
    },
    /// All must hold.
    All(Vec<Condition>),
    /// One must hold.
    Any(Vec<Condition>),
    /// It must not hold.
    Not(Box<Condition>),
}

/// What was found of a condition: its twin.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding<'a> {
    /// The condition.
    pub of: &'a Condition,
    /// Whether it holds.
    pub verdict: Verdict,
    /// What led to the verdict, as far as the case is explained.
    pub grounds: Grounds<'a>,
}

/// What led to a verdict.
#[derive(Clone, Debug, PartialEq)]
pub enum Grounds<'a> {
    /// An answer, if it is known.
    Answer(Place, Option<Value>),
    /// The classes that are still possible.
    Class(ClassFound<'a>),
    /// The choice, and the conditions still possible.
    Choice(Place, Vec<Finding<'a>>),
    /// A number, and what it lacks or exceeds.
    Number(Working<'a>, Option<Gap>),
    /// The findings of the parts.
    Parts(Vec<Finding<'a>>),
    /// The finding of each row entered; `None` where the list was not answered.
    Rows(Ask, Option<Vec<Finding<'a>>>),
}

/// How far a number is from a limit that it misses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The limit missed.
    pub bound: Bound,
    /// The least distance to the limit, in base units.
    pub by: Decimal,
}

impl Condition {
    /// Evaluates the condition and keeps why.
    pub fn evaluate<'a>(&'a self, case: &Case) -> Finding<'a> {
        let (verdict, grounds) = match &self.test {
            Test::Is(source, wanted) => answer(case, *source, |value| match value {
                Value::YesNo(is) => (is == wanted).into(),
                _ => Verdict::Unknown,
            }),
            Test::OneOf(source, wanted) => answer(case, *source, |value| match value {
                Value::OneOf(option) => wanted.contains(option).into(),
                _ => Verdict::Unknown,
            }),
            Test::Includes(source, wanted) => answer(case, *source, |value| match value {
                Value::SeveralOf(options) => options.contains(wanted).into(),
                _ => Verdict::Unknown,
            }),
            Test::Within(source, target) => answer(case, *source, |value| match value {
                Value::Region(place) => place.within(*target),
                _ => Verdict::Unknown,
            }),
            Test::YearFrom { from, years } => {
                answer(case, Source::Fact(*from), |value| match value {
                    Value::Quantity(first) => {
                        let since = Decimal::from(case.year) - first;
                        (!since.is_sign_negative() && since < years.value).into()
                    }
                    _ => Verdict::Unknown,
                })
            }
            Test::InClass(classes, wanted) => {
                let found = classes.evaluate(case);
                (found.is_one_of(wanted), Grounds::Class(found))
            }
            Test::Choose(by, of) => {
                let (place, value) = case.look_up(*by);
                let branches: Vec<_> = match value {
                    Some(Value::OneOf(option)) => vec![of[usize::from(*option)].evaluate(case)],
                    _ => of.iter().map(|branch| branch.evaluate(case)).collect(),
                };
                let verdicts = branches.iter().map(|branch| branch.verdict);
                let verdict = verdicts.reduce(Verdict::either);
                let verdict = verdict.unwrap_or(Verdict::Unknown);
                (verdict, Grounds::Choice(place, branches))
            }
            Test::Compare(measure, limits) => {
                let working = measure.evaluate(case);
                let mut verdict = Verdict::Yes;
                let mut gap = None;
                for (bound, limit) in limits {
                    let limit = limit.value(case);
                    let kept = working.keeps_to(*bound, limit);
                    if case.explained && kept == Verdict::No && gap.is_none() {
                        gap = distance(&working, *bound, limit);
                    }
                    verdict = verdict.and(kept);
                }
                (verdict, Grounds::Number(working, gap))
            }
            Test::Some { rows, only } => {
                let (ask, answered) = case.rows(*rows);
                let rest = match answered {
                    Some(rows) if !rows.more => Verdict::No,
                    _ => Verdict::Unknown,
                };
                let mut verdict = rest;
                let rows = answered.map(|rows| {
                    let rows = rows.rows.iter().enumerate();
                    let rows =
                        rows.map(|(index, row)| only.evaluate(&case.in_row(ask, index, row)));
                    case.keep(rows, |row| {
                        verdict = verdict.or(row.verdict);
                        verdict == Verdict::Yes
                    })
                });
                (verdict, Grounds::Rows(ask, rows))
            }
            Test::All(parts) => {
                let (verdict, parts) = all(case, parts);
                (verdict, Grounds::Parts(parts))
            }
            Test::Any(parts) => {
                let mut verdict = Verdict::No;
                let parts = parts.iter().map(|part| part.evaluate(case));
                let parts = case.keep(parts, |part| {
                    verdict = verdict.or(part.verdict);
                    verdict == Verdict::Yes
                });
                (verdict, Grounds::Parts(parts))
            }
            Test::Not(part) => {
                let part = part.evaluate(case);
                let verdict = !part.verdict;
                let parts = case.keep([part].into_iter(), |_| true);
                (verdict, Grounds::Parts(parts))
            }
        };
        Finding {
            of: self,
            verdict,
            grounds,
        }
    }
}

fn answer<'a>(
    case: &Case,
    source: Source,
    judge: impl Fn(&Value) -> Verdict,
) -> (Verdict, Grounds<'a>) {
    let (place, value) = case.look_up(source);
    let verdict = value.map_or(Verdict::Unknown, judge);
    let value = value.filter(|_| case.explained);
    (verdict, Grounds::Answer(place, value.cloned()))
}

/// Whether all of several conditions hold, and what was found of each.
pub(crate) fn all<'a>(case: &Case, parts: &'a [Condition]) -> (Verdict, Vec<Finding<'a>>) {
    let mut verdict = Verdict::Yes;
    let parts = parts.iter().map(|part| part.evaluate(case));
    let parts = case.keep(parts, |part| {
        verdict = verdict.and(part.verdict);
        verdict == Verdict::No
    });
    (verdict, parts)
}

/// How far the nearest value of a span is from a limit that the whole span misses; nothing where it
/// lies on the limit (超过2500 at 2500), or nearer than a share is shown.
fn distance(working: &Working, bound: Bound, limit: Decimal) -> Option<Gap> {
    let Span { low, high } = working.span;
    let by = if bound.is_lower() {
        exact::add(limit, -high?)?
    } else {
        exact::add(low, -limit)?
    };
    (!by.is_zero()).then_some(Gap { bound, by })
}

impl Finding<'_> {
    /// Visits every place that could still decide the condition, in the order of the clause.
    pub fn open(&self, case: &Case, visit: &mut dyn FnMut(Place)) {
        if self.verdict == Verdict::Unknown {
            self.each_place(case, true, visit);
        }
    }

    /// Visits every place that the condition rests on, or with `only_open` those not yet known.
    pub fn each_place(&self, case: &Case, only_open: bool, visit: &mut dyn FnMut(Place)) {
        match &self.grounds {
            // A known answer may still be too coarse: a province where a city is asked.
            Grounds::Answer(place, _) if self.verdict == Verdict::Unknown => visit(*place),
            Grounds::Answer(place, _) => visit_if(case, *place, only_open, visit),
            Grounds::Number(working, _) => working.each_place(case, only_open, visit),
            Grounds::Class(found) => {
                let open = |finding: &&Finding| !only_open || finding.verdict == Verdict::Unknown;
                for finding in found.findings.iter().filter(open) {
                    finding.each_place(case, only_open, visit);
                }
            }
            Grounds::Choice(place, branches) => {
                visit_if(case, *place, only_open, visit);
                if let [branch] = &branches[..] {
                    branch.each_place(case, only_open, visit);
                }
            }
            Grounds::Rows(ask, rows) => {
                visit_list(case, *ask, only_open, visit);
                for row in rows.iter().flatten() {
                    if !only_open || row.verdict == Verdict::Unknown {
                        row.each_place(case, only_open, visit);
                    }
                }
            }
            Grounds::Parts(parts) => {
                for part in parts {
                    if !only_open || part.verdict == Verdict::Unknown {
                        part.each_place(case, only_open, visit);
                    }
                }
            }
        }
    }
}
