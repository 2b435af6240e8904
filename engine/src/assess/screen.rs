//! Screening: what each of many enterprises gets, without saying why.

use jiff::civil::Date;

use crate::assess::{State, in_year, state};
use crate::case::Case;
use crate::catalog::Catalog;
use crate::fact::Answers;
use crate::policy::Program;
use crate::policy::condition::all;
use crate::span::Span;
use crate::verdict::Verdict;

/// What the answers say about one program, with nothing kept of why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Screened {
    /// Where the enterprise stands.
    pub state: State,
    /// Whether all conditions hold.
    pub verdict: Verdict,
    /// The amount as far as it is certain, in 元: 0 where refused, from 0 while unknown.
    pub amount: Span,
}

/// Screens every program of the catalogue on a day, in the order of the catalogue: state, verdict and
/// amount are those of [`assess`](super::assess).
pub fn screen<'a>(
    catalog: &'a Catalog,
    answers: &'a Answers,
    date: Date,
) -> impl Iterator<Item = Screened> + 'a {
    let case = Case::new(&catalog.questionnaire, answers, date);
    catalog.programs().map(move |(policy, program)| {
        let (verdict, amount) = gives(&case, program);
        Screened {
            state: state(date, policy, program, verdict),
            verdict,
            amount,
        }
    })
}

/// Whether all conditions of a program hold in the year at hand, and the amount as far as it is certain:
/// those of [`in_year`].
pub(crate) fn gives(case: &Case, program: &Program) -> (Verdict, Span) {
    let verdict = all(case, &program.requires, None);
    if verdict == Verdict::No {
        return (verdict, Span::ZERO);
    }
    // What is open is narrowed by what the conditions assume together.
    if verdict == Verdict::Unknown {
        let year = in_year(case, program);
        return (year.verdict, year.amount);
    }
    let computed = program.award.measure().map(|amount| amount.span(case));
    (verdict, program.award.whole(computed))
}
