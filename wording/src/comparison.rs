//! Two situations side by side.

use policy_engine::policy::Topic;
use policy_engine::span::Span;

use crate::headline::Headline;
use crate::money;
use crate::report::{Amount, Report};
use crate::text::{fill, texts};
use crate::totals::Total;

/// What differs between two situations.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// The days of the two, where they differ.
    pub dates: Option<(String, String)>,
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
    /// By how much, where both are bounded.
    pub change: Option<String>,
}

/// What differs between two situations, as far as some topics go.
pub fn compare(before: &Report<Headline>, now: &Report<Headline>, topics: &[Topic]) -> Comparison {
    let totals = now.totals.iter().chain(&before.totals);
    let mut seen = Vec::new();
    let mut differing = Vec::new();
    for total in totals {
        if seen.contains(&total.id) {
            continue;
        }
        seen.push(total.id);
        let of = |report: &Report<Headline>| {
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
        let worth = program.shows_amount() || other.shows_amount();
        if !worth || !topics.contains(&program.topic) {
            return None;
        }
        let (old, new) = (shown(other), shown(program));
        (old != new).then(|| difference(&program.title, Some(old), Some(new)))
    });
    Comparison {
        dates: (before.date != now.date).then(|| (before.date.clone(), now.date.clone())),
        programs: programs.collect(),
        totals: differing,
    }
}

/// A figure in words, and as a range where it is one.
type Figure = (String, Span);

fn total_amount(total: &Total) -> Figure {
    (total.amount.text.clone(), span(&total.amount))
}

/// The state, and the amount where it is worth showing.
fn shown(program: &Headline) -> Figure {
    if program.shows_amount() {
        let values = [
            ("state", program.state_name),
            ("amount", program.amount.text.as_str()),
        ];
        (fill(texts().compare_state, &values), span(&program.amount))
    } else {
        (program.state_name.to_owned(), Span::ZERO)
    }
}

fn span(amount: &Amount) -> Span {
    Span {
        low: amount.low,
        high: amount.high,
    }
}

fn difference(name: &str, before: Option<Figure>, now: Option<Figure>) -> Difference {
    let t = texts();
    let nothing = || (t.money_nothing.to_owned(), Span::ZERO);
    let (before, old) = before.unwrap_or_else(nothing);
    let (now, new) = now.unwrap_or_else(nothing);
    Difference {
        name: name.to_owned(),
        before,
        now,
        change: change(old, new),
    }
}

/// 多 100,000 元; of ranges, by how much their high ends differ.
fn change(old: Span, new: Span) -> Option<String> {
    let t = texts();
    let by = new.high?.checked_sub(old.high?)?;
    let exact = old.exact().is_some() && new.exact().is_some();
    let template = match (exact, by.is_sign_negative()) {
        _ if by.is_zero() => return None,
        (true, false) => t.compare_more,
        (true, true) => t.compare_less,
        (false, false) => t.compare_more_at_most,
        (false, true) => t.compare_less_at_most,
    };
    Some(fill(template, &[("by", &money::yuan(by.abs()))]))
}
