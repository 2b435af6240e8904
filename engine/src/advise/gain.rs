//! What one more of something brings, and how much more until the cap.

use rust_decimal::Decimal;

use crate::advise::change::{Growing, each_once, is_past, with_row_again};
use crate::assess::{InYear, Outcome, gives};
use crate::case::{Case, Place};
use crate::fact::Answers;
use crate::policy::{Award, Program};
use crate::span::Span;

/// What one more of something brings in the year of the assessment.
#[derive(Clone, Debug, PartialEq)]
pub struct Gain<'a> {
    /// One more of what.
    pub of: More<'a>,
    /// The amount after it, in 元.
    pub after: Span,
}

/// One more of something.
#[derive(Clone, Debug, PartialEq)]
pub enum More<'a> {
    /// One more of a number; and how much more reaches the cap, in base units, where that is certain.
    Number(Growing<'a>, Option<Decimal>),
    /// One more row like this one.
    Row(Place),
}

/// What one more of each thing brings that a program pays by; nothing where the amount is not known
/// exactly or the program is at its cap.
pub fn gains<'a>(case: &Case<'a>, outcome: &Outcome<'a>) -> Vec<Gain<'a>> {
    let (program, now) = (outcome.program, &outcome.now);
    let Some(amount) = now.amount.exact().filter(|_| outcome.state.in_force()) else {
        return Vec::new();
    };
    let after = |answers: &Answers| gives(&Case { answers, ..*case }, program).1;
    let brings = |span: &Span| span.low > amount;
    let numbers = growing(case, now).into_iter().filter_map(|number| {
        let after = Some(after(&number.more(case.answers, number.one)?)).filter(brings)?;
        let until = until_cap(case, program, &number);
        let of = More::Number(number, until);
        Some(Gain { of, after })
    });
    let mut gains: Vec<_> = numbers.collect();
    let rows = rows(case, now).into_iter().filter_map(|row| {
        let after = Some(after(&with_row_again(case.answers, row)?)).filter(brings)?;
        let of = More::Row(row);
        Some(Gain { of, after })
    });
    gains.extend(rows);
    gains
}

/// The numbers that a result rests on and that an enterprise can have more of.
fn growing<'a>(case: &Case<'a>, year: &InYear<'a>) -> Vec<Growing<'a>> {
    let places = places(case, year).into_iter();
    places.filter_map(|at| Growing::at(case, at)).collect()
}

/// The rows that a result rests on, of lists of which an enterprise can have one more.
fn rows<'a>(case: &Case<'a>, year: &InYear<'a>) -> Vec<Place> {
    let mut rows: Vec<Place> = Vec::new();
    for at in places(case, year) {
        let Some((index, _)) = at.cell else { continue };
        let again = case.questionnaire.fact(at.ask.fact).again.is_some();
        let row = Place {
            cell: Some((index, 0)),
            ..at
        };
        if again && !is_past(case, at.ask) && !rows.contains(&row) {
            rows.push(row);
        }
    }
    rows
}

/// The places that a result rests on, each once.
fn places(case: &Case, year: &InYear) -> Vec<Place> {
    each_once(|visit| {
        for finding in &year.findings {
            finding.each_place(case, false, visit);
        }
        if let Some(working) = &year.working {
            working.each_place(case, false, visit);
        }
    })
}

/// The least that has to come on top of a number until the cap is reached, in whole ones; nothing
/// where there is no cap or it is out of reach.
fn until_cap(case: &Case, program: &Program, number: &Growing) -> Option<Decimal> {
    let Award::Formula { cap: Some(cap), .. } = &program.award else {
        return None;
    };
    let reaches = |ones: u64| -> Option<bool> {
        let by = number.one.checked_mul(Decimal::from(ones))?;
        let answers = number.more(case.answers, by)?;
        let answers = &answers;
        let (_, amount) = gives(&Case { answers, ..*case }, program);
        Some(amount.low >= cap.value)
    };
    let mut most = 1_u64;
    while !reaches(most)? {
        most = most.checked_mul(2)?;
    }
    let mut least = most / 2;
    while most - least > 1 {
        let middle = least + (most - least) / 2;
        if reaches(middle)? {
            most = middle;
        } else {
            least = middle;
        }
    }
    number.one.checked_mul(Decimal::from(most))
}
