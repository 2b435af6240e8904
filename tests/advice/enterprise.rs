//! An enterprise by its answers, in the form of answer files.

use jiff::civil::{Date, date};
use policy_engine::assess::{Assessment, Outcome};
use policy_engine::author::answers;
use policy_engine::author::node::File;
use policy_engine::case::Case;
use policy_engine::fact::{Answers, Ask};
use policy_wording::error;

/// The day assessed.
const DAY: Date = date(2026, 11, 21);

pub struct Enterprise(Answers);

impl Enterprise {
    pub fn new(text: &str) -> Enterprise {
        let file = File {
            name: "answers",
            text,
        };
        let questionnaire = &policy_catalog::catalog().questionnaire;
        let read = answers::read(file, questionnaire, &error::message);
        Enterprise(read.unwrap_or_else(|mistake| panic!("{mistake}")).answers)
    }

    pub fn assess(&self) -> Assessment<'_> {
        policy_engine::assess(policy_catalog::catalog(), &self.0, DAY)
    }

    pub fn answers(&self) -> &Answers {
        &self.0
    }

    pub fn ask(&self, name: &str) -> Ask {
        let questionnaire = &policy_catalog::catalog().questionnaire;
        questionnaire.ask_named(name).expect(name)
    }

    /// Looks at one program.
    pub fn with<T>(&self, program: &str, look: impl FnOnce(&Case, &Outcome) -> T) -> T {
        self.with_on(DAY, program, look)
    }

    /// Looks at one program on another day.
    pub fn with_on<T>(
        &self,
        day: Date,
        program: &str,
        look: impl FnOnce(&Case, &Outcome) -> T,
    ) -> T {
        let questionnaire = &policy_catalog::catalog().questionnaire;
        let case = Case::new(questionnaire, &self.0, day);
        let assessment = policy_engine::assess(policy_catalog::catalog(), &self.0, day);
        let outcomes = assessment.outcomes.iter();
        let outcome = { outcomes }.find(|outcome| outcome.program.id == program);
        look(&case, outcome.expect(program))
    }
}
