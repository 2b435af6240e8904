//! Two situations side by side.

use policy_engine::span::Span;
use rust_decimal::Decimal;

use crate::money;
use crate::report::{Amount, Program, Report};
use crate::text::{fill, texts};
use crate::totals::Total;

/// What differs between two situations.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// The sums that differ.
    pub totals: Vec<Difference>,
    /// The programs that differ, in the order of the second situation.
    pub programs: Vec<Difference>,
}

/// A sum or a program in both situations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// What differs.
    pub name: String,
    /// In the first situation.
    pub before: String,
    /// In the second.
    pub now: String,
    /// By how much, where both are exact.
    pub change: Option<String>,
}

/// What differs between two situations.
pub fn compare(before: &Report, now: &Report) -> Comparison {
    let totals = now.totals.iter().chain(&before.totals);
    let mut seen = Vec::new();
    let mut differing = Vec::new();
    for total in totals {
        if seen.contains(&total.id) {
            continue;
        }
        seen.push(total.id);
        let of = |report: &Report| {
            let mut totals = report.totals.iter();
            totals.find(|other| other.id == total.id).map(total_amount)
        };
        let (old, new) = (of(before), of(now));
        if old != new {
            differing.push(difference(&total.heading, old, new));
        }
    }
    let programs = now.programs.iter().filter_map(|program| {
        let mut others = before.programs.iter();
        let other = others.find(|other| other.id == program.id)?;
        let (old, new) = (shown(other), shown(program));
        (old != new).then(|| difference(&program.title, Some(old), Some(new)))
    });
    Comparison {
        programs: programs.collect(),
        totals: differing,
    }
}

/// A figure in words, and as a number where it is exact.
type Figure = (String, Option<Decimal>);

fn total_amount(total: &Total) -> Figure {
    (total.amount.text.clone(), exact(&total.amount))
}

/// The state, and the amount where it is worth showing.
fn shown(program: &Program) -> Figure {
    if program.shows_amount() {
        let values = [
            ("state", program.state_name),
            ("amount", program.amount.text.as_str()),
        ];
        (fill(texts().compare_state, &values), exact(&program.amount))
    } else {
        (program.state_name.to_owned(), Some(Decimal::ZERO))
    }
}

fn exact(amount: &Amount) -> Option<Decimal> {
    let span = Span {
        low: amount.low,
        high: amount.high,
    };
    span.exact()
}

fn difference(name: &str, before: Option<Figure>, now: Option<Figure>) -> Difference {
    let t = texts();
    let nothing = || (t.money_nothing.to_owned(), Some(Decimal::ZERO));
    let (before, old) = before.unwrap_or_else(nothing);
    let (now, new) = now.unwrap_or_else(nothing);
    let change = old.zip(new).and_then(|(old, new)| {
        let by = new.checked_sub(old).filter(|by| !by.is_zero())?;
        let template = if by.is_sign_negative() {
            t.compare_less
        } else {
            t.compare_more
        };
        Some(fill(template, &[("by", &money::yuan(by.abs()))]))
    });
    Difference {
        name: name.to_owned(),
        before,
        now,
        change,
    }
}
