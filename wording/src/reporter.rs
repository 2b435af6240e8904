//! One report after another: what did not change is not put into words again.

use std::rc::Rc;

use jiff::civil::Date;
use policy_engine::assess::{Assessment, Outcome};
use policy_engine::case::Case;
use policy_engine::catalog::Catalog;
use policy_engine::day;
use policy_engine::fact::Answers;

use crate::disclaimer::disclaimer;
use crate::headline::{Headline, headline};
use crate::report::{Report, program};
use crate::totals;

/// Puts one assessment after another of the same catalogue into headlines.
#[derive(Default)]
pub struct Reporter<'a> {
    /// Each headline of the report before, in the order of the catalogue, with what it tells.
    last: Vec<(Rc<Outcome<'a>>, Rc<Headline>)>,
}

impl<'a> Reporter<'a> {
    /// Puts an assessment into headlines; that of a program whose outcome is that of the assessment
    /// before is that of the report before.
    pub fn report(
        &mut self,
        catalog: &Catalog,
        answers: &Answers,
        assessment: &Assessment<'a>,
        today: Date,
    ) -> Report<Headline> {
        let case = Case::new(&catalog.questionnaire, answers, assessment.date);
        self.last.truncate(assessment.outcomes.len());
        for (index, outcome) in assessment.outcomes.iter().enumerate() {
            let told = |(told, _): &(Rc<Outcome>, _)| Rc::ptr_eq(told, outcome);
            if self.last.get(index).is_some_and(told) {
                continue;
            }
            let told = (outcome.clone(), Rc::new(headline(&case, outcome)));
            match self.last.get_mut(index) {
                Some(last) => *last = told,
                None => self.last.push(told),
            }
        }
        let headlines = self.last.iter().map(|(_, headline)| headline.clone());
        in_order(catalog, assessment, today, headlines.collect(), |of| of)
    }
}

/// Puts an assessment into words, with all that an official would check.
pub fn report(
    catalog: &Catalog,
    answers: &Answers,
    assessment: &Assessment,
    today: Date,
) -> Report {
    let case = Case::new(&catalog.questionnaire, answers, assessment.date);
    let outcomes = assessment.outcomes.iter();
    let programs = outcomes.map(|outcome| Rc::new(program(&case, outcome)));
    in_order(catalog, assessment, today, programs.collect(), |of| of)
}

/// The report on programs in the order of the catalogue: the nearest to money come first.
fn in_order<P>(
    catalog: &Catalog,
    assessment: &Assessment,
    today: Date,
    mut programs: Vec<Rc<P>>,
    headline: fn(&P) -> &Headline,
) -> Report<P> {
    programs.sort_by_key(|program| headline(program).state);
    Report {
        date: day::written(assessment.date),
        totals: totals::totals(assessment),
        unstated: totals::unstated(assessment),
        disclaimer: disclaimer(catalog, today),
        programs,
    }
}
