//! The questions to show for a program.

use crate::assess::{InYear, Outcome};
use crate::case::{Case, Place};
use crate::fact::{Ask, Value};
use crate::ordered::Set;
use crate::verdict::Verdict;

impl InYear<'_> {
    /// The questions to show for this year: the answered ones that it rests on, and those still
    /// open up to the first condition that waits for an answer.
    fn questions(&self, case: &Case, show: &mut Set<Ask>) {
        let answered = |place: Place, show: &mut Set<Ask>| {
            // Most places are those of a question that was met before.
            if !show.contains(&place.ask) && case.answers.answered(place.ask) {
                show.insert(place.ask);
            }
        };
        for finding in &self.findings {
            finding.each_place(case, false, &mut |place| answered(place, show));
        }
        if let Some(class) = &self.class {
            let findings = class.findings.iter();
            for finding in findings {
                finding.each_place(case, false, &mut |place| answered(place, show));
            }
            class.open(case, &mut |place| {
                show.insert(place.ask);
            });
        }
        if self.verdict == Verdict::No {
            return;
        }
        for finding in &self.findings {
            let mut waits = false;
            finding.open(case, &mut |place| {
                // A place that is known but too coarse waits for a finer one.
                let coarse = matches!(case.answers.known(place.ask), Some(Value::Region(_)));
                waits |= coarse || !case.answers.answered(place.ask);
                show.insert(place.ask);
            });
            if waits {
                return;
            }
        }
        if let Some(working) = &self.working {
            working.each_place(case, false, &mut |place| answered(place, show));
            if self.whole.exact().is_none() {
                working.open(case, &mut |place| {
                    show.insert(place.ask);
                });
            }
        }
    }
}

impl Outcome<'_> {
    /// The questions to show: the answered ones that the year of the assessment rests on, and those
    /// still open.
    pub(super) fn questions_in(&self, case: &Case) -> Set<Ask> {
        let mut show = Set::default();
        self.now.questions(case, &mut show);
        show
    }

    /// The questions that only other years of the calendar rest on.
    pub(super) fn elective_in(&self, case: &Case) -> Set<Ask> {
        let mut show = Set::default();
        for year in &self.calendar {
            year.questions(&case.in_year(year.year), &mut show);
        }
        show.retain(|ask| !self.questions.contains(ask));
        show
    }
}
