//! The sums over programs, each kind of money apart.

use crate::assess::Outcome;
use crate::policy::cumulation::{Cumulation, Kind};
use crate::policy::{Paid, Policy, Program, Topic};
use crate::span::Span;
use crate::verdict::Verdict;

/// The sums over programs in force; kinds of money are never added into one number.
#[derive(Clone, Debug, PartialEq)]
pub struct Totals<'a> {
    /// What is paid year after year, in 元 a year.
    pub yearly: Sum<'a>,
    /// What is paid for some years only: its part in the year of the assessment.
    pub window: Sum<'a>,
    /// What is paid once.
    pub once: Sum<'a>,
    /// The ceilings of programs whose amount cannot be computed or is decided by review.
    pub ceilings: Sum<'a>,
    /// The programs among them that are not simply added.
    pub combined: Vec<Combined<'a>>,
}

/// A kind of money; kinds are never added into one number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Money {
    /// Paid year after year.
    Yearly,
    /// Paid for some years only.
    Window,
    /// Paid once.
    Once,
    /// Known only up to a ceiling.
    Ceilings,
}

/// A sum of amounts, in 元.
#[derive(Clone, Debug, PartialEq)]
pub struct Sum<'a> {
    /// The sum; open where one of its parts is.
    pub span: Span,
    /// The same sum with each open part taken at its least.
    pub bounded: Span,
    /// The programs whose part is open.
    pub unbounded: Vec<&'a Program>,
}

impl<'a> Sum<'a> {
    const NOTHING: Sum<'static> = Sum {
        span: Span::ZERO,
        bounded: Span::ZERO,
        unbounded: Vec::new(),
    };

    fn add(&mut self, program: &'a Program, amount: Span) {
        self.span = self.span.plus(amount);
        let bounded = match amount.high {
            Some(_) => amount,
            None => {
                self.unbounded.push(program);
                Span::exactly(amount.low)
            }
        };
        self.bounded = self.bounded.plus(bounded);
    }
}

/// Programs that exclude each other or share a cap, as far as the enterprise is concerned by them.
#[derive(Clone, Debug, PartialEq)]
pub struct Combined<'a> {
    /// The document.
    pub policy: &'a Policy,
    /// The sum that they are a part of.
    pub money: Money,
    /// What it says of claiming them together.
    pub cumulation: &'a Cumulation,
    /// The amounts taken together, in 元.
    pub span: Span,
    /// The programs that are certain to be left out, because another gives as much or more.
    pub left_out: Vec<&'a Program>,
}

impl<'a> Totals<'a> {
    /// The sums over the outcomes in force.
    pub(crate) fn of(outcomes: &[Outcome<'a>]) -> Totals<'a> {
        let mut totals = Totals {
            yearly: Sum::NOTHING,
            window: Sum::NOTHING,
            once: Sum::NOTHING,
            ceilings: Sum::NOTHING,
            combined: Vec::new(),
        };
        let counted: Vec<&Outcome> = outcomes.iter().filter(|outcome| counts(outcome)).collect();
        for outcome in &counted {
            if group(outcome).is_none() {
                totals
                    .sum(outcome.program)
                    .add(outcome.program, part(outcome));
            }
        }
        for (policy, cumulation) in groups(outcomes) {
            let members = counted
                .iter()
                .filter(|outcome| group(outcome).is_some_and(|own| std::ptr::eq(own, cumulation)));
            let members: Vec<_> = members
                .map(|outcome| (outcome.program, part(outcome)))
                .collect();
            let spans = members.iter().map(|(_, span)| *span);
            let span = cumulation.kind.together(spans);
            if let [(first, _), _, ..] = members[..] {
                totals.sum(first).add(first, span);
                totals.combined.push(Combined {
                    policy,
                    money: money(first),
                    cumulation,
                    span,
                    left_out: left_out(&cumulation.kind, &members),
                });
            } else if let [(only, span)] = members[..] {
                totals.sum(only).add(only, span);
            }
        }
        totals
    }

    /// The sum that a program belongs to.
    fn sum(&mut self, program: &Program) -> &mut Sum<'a> {
        match money(program) {
            Money::Ceilings => &mut self.ceilings,
            Money::Window => &mut self.window,
            Money::Yearly => &mut self.yearly,
            Money::Once => &mut self.once,
        }
    }
}

/// The kind of money that a program gives.
pub fn money(program: &Program) -> Money {
    if program.is_ceiling() {
        Money::Ceilings
    } else if program.window().is_some() {
        Money::Window
    } else if program.paid == Paid::Yearly {
        Money::Yearly
    } else {
        Money::Once
    }
}

/// Whether an outcome is money that can be had on the day assessed.
fn counts(outcome: &Outcome) -> bool {
    outcome.state.in_force()
        && outcome.program.form.topic() == Topic::Funding
        && outcome.now.verdict != Verdict::No
}

/// What an outcome adds to its sum: of a ceiling only the high end is known.
fn part(outcome: &Outcome) -> Span {
    let amount = outcome.now.amount;
    if outcome.program.is_ceiling() {
        Span::up_to(amount.high)
    } else {
        amount
    }
}

/// What keeps a program from being added to others of its document.
fn group<'a>(outcome: &Outcome<'a>) -> Option<&'a Cumulation> {
    let programs = &outcome.policy.programs;
    let is_own = |index: &u8| std::ptr::eq(&programs[usize::from(*index)], outcome.program);
    let mut groups = outcome.policy.cumulation.iter();
    groups.find(|group| group.kind != Kind::Sum && group.programs.iter().any(is_own))
}

/// Every group of programs that are not simply added, with its document.
fn groups<'a>(outcomes: &[Outcome<'a>]) -> Vec<(&'a Policy, &'a Cumulation)> {
    let mut groups: Vec<(&Policy, &Cumulation)> = Vec::new();
    for outcome in outcomes {
        if let Some(group) = group(outcome)
            && !groups.iter().any(|(_, known)| std::ptr::eq(*known, group))
        {
            groups.push((outcome.policy, group));
        }
    }
    groups
}

/// Where only one is paid, the programs that another certainly matches.
fn left_out<'a>(kind: &Kind, members: &[(&'a Program, Span)]) -> Vec<&'a Program> {
    if !matches!(kind, Kind::Highest | Kind::OneOf) {
        return Vec::new();
    }
    let beats = |a: Span, b: Span| a.at_least(b) == Verdict::Yes;
    let best = members
        .iter()
        .position(|(_, own)| members.iter().all(|(_, other)| beats(*own, *other)));
    let Some(best) = best else {
        return Vec::new();
    };
    let others = members
        .iter()
        .enumerate()
        .filter(|(index, _)| *index != best);
    others.map(|(_, (program, _))| *program).collect()
}
