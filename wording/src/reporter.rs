//! One report after another: what did not change is not put into words again.

use std::rc::Rc;

use jiff::civil::Date;
use policy_engine::assess::{Assessment, Outcome};
use policy_engine::case::Case;
use policy_engine::catalog::Catalog;
use policy_engine::fact::Answers;

use crate::disclaimer::disclaimer;
use crate::report::{Program, Report, program};
use crate::totals;

/// Puts one assessment after another of the same catalogue into words.
#[derive(Default)]
pub struct Reporter<'a> {
    /// Each program of the report before, in the order of the catalogue, with what it tells.
    last: Vec<(Rc<Outcome<'a>>, Rc<Program>)>,
}

impl<'a> Reporter<'a> {
    /// Puts an assessment into words; a program whose outcome is that of the assessment before is
    /// that of the report before.
    pub fn report(
        &mut self,
        catalog: &Catalog,
        answers: &Answers,
        assessment: &Assessment<'a>,
        today: Date,
    ) -> Report {
        let case = Case::new(&catalog.questionnaire, answers, assessment.date);
        self.last.truncate(assessment.outcomes.len());
        for (index, outcome) in assessment.outcomes.iter().enumerate() {
            let told = |(told, _): &(Rc<Outcome>, _)| Rc::ptr_eq(told, outcome);
            if self.last.get(index).is_some_and(told) {
                continue;
            }
            let told = (outcome.clone(), Rc::new(program(&case, outcome)));
            match self.last.get_mut(index) {
                Some(last) => *last = told,
                None => self.last.push(told),
            }
        }
        let programs = self.last.iter().map(|(_, program)| program.clone());
        let mut programs: Vec<_> = programs.collect();
        programs.sort_by_key(|program| program.state);
        Report {
            date: assessment.date.to_string(),
            totals: totals::totals(assessment),
            unstated: totals::unstated(assessment),
            disclaimer: disclaimer(catalog, today),
            programs,
        }
    }
}

/// Puts an assessment into words.
pub fn report(
    catalog: &Catalog,
    answers: &Answers,
    assessment: &Assessment,
    today: Date,
) -> Report {
    Reporter::default().report(catalog, answers, assessment, today)
}
