//! The sums over programs, each kind of money apart.

use std::rc::Rc;

use crate::assess::{Outcome, places};
use crate::case::Case;
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
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
    /// The bounded sum if clauses were read the other way, each program the way that gives it least
    /// and most.
    pub otherwise: Span,
    /// Whether places are open that exclude each other: the sum is that of the best of them.
    pub best_place: bool,
}

/// What a program, or several that are not simply added, bring to a sum.
#[derive(Clone, Debug)]
pub(super) struct Item<'a> {
    /// The program, or the first of several.
    pub outcome: usize,
    program: &'a Program,
    amount: Span,
    otherwise: Span,
}

impl<'a> Sum<'a> {
    /// The sum of items.
    pub(super) fn of<'i>(items: impl Iterator<Item = &'i Item<'a>>) -> Sum<'a>
    where
        'a: 'i,
    {
        let mut sum = Sum {
            span: Span::ZERO,
            bounded: Span::ZERO,
            unbounded: Vec::new(),
            otherwise: Span::ZERO,
            best_place: false,
        };
        for item in items {
            sum.span = sum.span.plus(item.amount);
            if item.amount.high.is_none() {
                sum.unbounded.push(item.program);
            }
            sum.bounded = sum.bounded.plus(bounded(item.amount));
            sum.otherwise = sum.otherwise.plus(bounded(item.otherwise));
        }
        sum
    }
}

/// An open span at its least.
fn bounded(span: Span) -> Span {
    match span.high {
        Some(_) => span,
        None => Span::exactly(span.low),
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
    pub(crate) fn of(case: &Case, outcomes: &[Rc<Outcome<'a>>]) -> Totals<'a> {
        let (items, combined) = items(outcomes);
        let places = places::open(case, outcomes);
        let sum = |wanted: Money| {
            let items = items.iter().filter(|item| money(item.program) == wanted);
            places::best(&places, &items.collect::<Vec<_>>())
        };
        Totals {
            yearly: sum(Money::Yearly),
            window: sum(Money::Window),
            once: sum(Money::Once),
            ceilings: sum(Money::Ceilings),
            combined,
        }
    }
}

/// What each program in force brings, those that are not simply added as one.
fn items<'a>(outcomes: &[Rc<Outcome<'a>>]) -> (Vec<Item<'a>>, Vec<Combined<'a>>) {
    let counted = outcomes.iter().enumerate();
    let counted: Vec<_> = counted.filter(|(_, outcome)| counts(outcome)).collect();
    let (mut items, mut combined) = (Vec::new(), Vec::new());
    for document in counted.chunk_by(|(_, a), (_, b)| std::ptr::eq(a.policy, b.policy)) {
        let alone = { document.iter() }.filter(|(_, outcome)| group(outcome).is_none());
        items.extend(alone.map(|(index, outcome)| Item {
            outcome: *index,
            program: outcome.program,
            amount: part(outcome),
            otherwise: otherwise(outcome),
        }));
        let (_, outcome) = document[0];
        for cumulation in &outcome.policy.cumulation {
            let members = document.iter().filter(|(_, outcome)| {
                group(outcome).is_some_and(|own| std::ptr::eq(own, cumulation))
            });
            let members: Vec<_> = members.copied().collect();
            if let Some((one, together)) = as_one(cumulation, &members) {
                items.push(one);
                combined.extend(together);
            }
        }
    }
    (items, combined)
}

/// What programs that are not simply added bring as one; and how, where several of them pay.
fn as_one<'a>(
    cumulation: &'a Cumulation,
    members: &[(usize, &Rc<Outcome<'a>>)],
) -> Option<(Item<'a>, Option<Combined<'a>>)> {
    let (first, outcome) = members.first()?;
    let together = |part: fn(&Outcome) -> Span| {
        let parts = members.iter().map(|(_, outcome)| part(outcome));
        cumulation.kind.together(parts)
    };
    let span = together(part);
    let item = Item {
        outcome: *first,
        program: outcome.program,
        amount: span,
        otherwise: together(otherwise),
    };
    let paid: Vec<_> = members
        .iter()
        .filter(|(_, outcome)| outcome.now.verdict != Verdict::No)
        .map(|(_, outcome)| (outcome.program, part(outcome)))
        .collect();
    let combined = (paid.len() > 1).then(|| Combined {
        policy: outcome.policy,
        money: money(outcome.program),
        cumulation,
        span,
        left_out: left_out(&cumulation.kind, &paid),
    });
    Some((item, combined))
}

/// What a program brings at least and at most if its clauses are read the other way, one at a time.
///
/// Where the amount is known, a reading for which something else would have to be known tells nothing.
fn otherwise(outcome: &Outcome) -> Span {
    let own = part(outcome);
    let ceiling = outcome.program.is_ceiling();
    let others = outcome.alternatives.iter();
    let known = own.exact().is_some();
    let others = others.filter(|other| ceiling || !known || !other.waits);
    others.fold(own, |span, other| {
        span.hull(if ceiling {
            Span::up_to(other.amount.high)
        } else {
            other.amount
        })
    })
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

/// Whether an outcome is money that can be had on the day assessed, or certainly could under another
/// reading that is not about the place.
fn counts(outcome: &Outcome) -> bool {
    let mut others = outcome.alternatives.iter();
    let otherwise = !outcome.is_elsewhere() && others.any(|other| other.verdict == Verdict::Yes);
    outcome.state.in_force()
        && outcome.program.form.topic() == Topic::Funding
        && (outcome.now.verdict != Verdict::No || otherwise)
}

/// What an outcome adds to its sum: of a ceiling only the high end is known.
pub(super) fn part(outcome: &Outcome) -> Span {
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
