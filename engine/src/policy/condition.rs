//! Conditions, and what was found of each.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::case::{Case, FactRef, Place, Source, list};
use crate::exact;
use crate::fact::{Ask, Value};
use crate::policy::bound::{Bound, Limit};
use crate::policy::class::{ClassFound, Classes};
use crate::policy::common::Common;
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
    InClass(Common<Classes>, Vec<u16>),
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
    /// What led to the verdict.
    pub grounds: Grounds<'a>,
}

/// What led to a verdict.
#[derive(Clone, Debug, PartialEq)]
pub enum Grounds<'a> {
    /// An answer, if it is known.
    Answer(Place, Option<Value>),
    /// The classes that are still possible.
    Class(ClassFound<'a>),
    /// The choice, and what was found of the condition that it leads to, where it is known.
    Choice(Place, Option<Box<Finding<'a>>>),
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
    /// Whether the condition holds, with nothing kept of why.
    pub fn holds(&self, case: &Case) -> Verdict {
        self.judge(case, None)
    }

    /// Whether the condition holds; what was found of it joins the others, where they are kept. Where
    /// they are not, nothing is looked at after what decides.
    pub(crate) fn judge<'a>(
        &'a self,
        case: &Case,
        mut found: Option<&mut Vec<Finding<'a>>>,
    ) -> Verdict {
        match &self.test {
            Test::Is(source, wanted) => self.answer(case, *source, found, |value| match value {
                Value::YesNo(is) => (is == wanted).into(),
                _ => Verdict::Unknown,
            }),
            Test::OneOf(source, wanted) => self.answer(case, *source, found, |value| match value {
                Value::OneOf(option) => wanted.contains(option).into(),
                _ => Verdict::Unknown,
            }),
            Test::Includes(source, wanted) => {
                self.answer(case, *source, found, |value| match value {
                    Value::SeveralOf(options) => options.contains(wanted).into(),
                    _ => Verdict::Unknown,
                })
            }
            Test::Within(source, target) => {
                self.answer(case, *source, found, |value| match value {
                    Value::Region(place) => place.within(*target),
                    _ => Verdict::Unknown,
                })
            }
            Test::YearFrom { from, years } => {
                self.answer(case, Source::Fact(*from), found, |value| match value {
                    Value::Quantity(first) => {
                        let since = Decimal::from(case.year) - first;
                        (!since.is_sign_negative() && since < years.value).into()
                    }
                    _ => Verdict::Unknown,
                })
            }
            Test::InClass(classes, wanted) => {
                let class = classes.find(case, found.is_some());
                let verdict = class.is_one_of(wanted);
                self.keep(found, verdict, || Grounds::Class(class))
            }
            Test::Choose(by, of) => {
                let mut branch = None;
                let verdict = match case.possible(*by, of) {
                    [only] => {
                        let verdict = only.judge(case, found.as_deref_mut());
                        branch = found.as_mut().and_then(|found| found.pop());
                        verdict
                    }
                    several => Verdict::whichever(several.iter().map(|one| one.holds(case))),
                };
                self.keep(found, verdict, || {
                    Grounds::Choice(case.place(*by), branch.map(Box::new))
                })
            }
            Test::Compare(measure, limits) => {
                let mut working = found.is_some().then(|| Working::not_yet(measure));
                let number = measure.find(case, working.as_mut());
                let mut verdict = Verdict::Yes;
                let mut gap = None;
                for (bound, limit) in limits {
                    let limit = limit.value(case);
                    let kept = number.keeps_to(*bound, limit);
                    if kept == Verdict::No && gap.is_none() {
                        let missed = working.as_ref();
                        gap = missed.and_then(|working| distance(working.span, *bound, limit));
                    }
                    verdict = verdict.and(kept);
                }
                if let (Some(found), Some(working)) = (found, working) {
                    found.push(Finding {
                        of: self,
                        verdict,
                        grounds: Grounds::Number(working, gap),
                    });
                }
                verdict
            }
            Test::Some { rows, only } => {
                let (ask, answered) = case.rows(*rows);
                let mut verdict = match answered {
                    Some(rows) if !rows.more => Verdict::No,
                    _ => Verdict::Unknown,
                };
                let rows = answered.map_or(&[][..], |rows| &rows.rows);
                let mut parts = list(&found, rows.len());
                for (index, row) in rows.iter().enumerate() {
                    let row = case.in_row(ask, index, row);
                    verdict = verdict.or(only.judge(&row, parts.as_mut()));
                    if verdict == Verdict::Yes && parts.is_none() {
                        break;
                    }
                }
                self.keep(found, verdict, || Grounds::Rows(ask, answered.and(parts)))
            }
            Test::All(of) => {
                let mut parts = list(&found, of.len());
                let verdict = all(case, of, parts.as_mut());
                self.keep(found, verdict, || Grounds::Parts(parts.unwrap_or_default()))
            }
            Test::Any(of) => {
                let mut parts = list(&found, of.len());
                let verdict = several(Verdict::Yes, case, of, parts.as_mut());
                self.keep(found, verdict, || Grounds::Parts(parts.unwrap_or_default()))
            }
            Test::Not(part) => {
                let mut parts = list(&found, 1);
                let verdict = !part.judge(case, parts.as_mut());
                self.keep(found, verdict, || Grounds::Parts(parts.unwrap_or_default()))
            }
        }
    }

    /// Keeps what was found, where that is asked for.
    fn keep<'a>(
        &'a self,
        found: Option<&mut Vec<Finding<'a>>>,
        verdict: Verdict,
        grounds: impl FnOnce() -> Grounds<'a>,
    ) -> Verdict {
        if let Some(found) = found {
            found.push(Finding {
                of: self,
                verdict,
                grounds: grounds(),
            });
        }
        verdict
    }

    /// The verdict on an answer.
    fn answer<'a>(
        &'a self,
        case: &Case,
        source: Source,
        found: Option<&mut Vec<Finding<'a>>>,
        judge: impl Fn(&Value) -> Verdict,
    ) -> Verdict {
        let value = case.value(source);
        let verdict = value.map_or(Verdict::Unknown, judge);
        self.keep(found, verdict, || {
            Grounds::Answer(case.place(source), value.cloned())
        })
    }
}

/// Whether a row counts, where not every row does, and why, where there is a list for it: one serves all
/// rows, it is left as it was.
pub(crate) fn counts<'a>(
    case: &Case,
    only: Option<&'a Condition>,
    mut found: Option<&mut Vec<Finding<'a>>>,
) -> (Verdict, Option<Finding<'a>>) {
    let Some(only) = only else {
        return (Verdict::Yes, None);
    };
    let verdict = only.judge(case, found.as_deref_mut());
    (verdict, found.and_then(Vec::pop))
}

/// Whether all of several conditions hold; what was found of each joins the others, where they are kept.
pub(crate) fn all<'a>(
    case: &Case,
    parts: &'a [Condition],
    found: Option<&mut Vec<Finding<'a>>>,
) -> Verdict {
    several(Verdict::No, case, parts, found)
}

/// The verdict of several conditions of which one with a certain verdict decides: for 且 one that
/// fails, for 或 one that holds.
fn several<'a>(
    decides: Verdict,
    case: &Case,
    parts: &'a [Condition],
    mut found: Option<&mut Vec<Finding<'a>>>,
) -> Verdict {
    let mut verdict = !decides;
    for part in parts {
        let part = part.judge(case, found.as_deref_mut());
        verdict = if decides == Verdict::No {
            verdict.and(part)
        } else {
            verdict.or(part)
        };
        if verdict == decides && found.is_none() {
            break;
        }
    }
    verdict
}

/// How far the nearest value of a span is from a limit that the whole span misses; nothing where it
/// lies on the limit (超过2500 at 2500), or nearer than a share is shown.
fn distance(span: Span, bound: Bound, limit: Decimal) -> Option<Gap> {
    let Span { low, high } = span;
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
            Grounds::Choice(place, branch) => {
                visit_if(case, *place, only_open, visit);
                if let Some(branch) = branch {
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
