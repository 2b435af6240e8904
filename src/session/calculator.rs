//! From the answers to what follows from them, again and again as they change.

use policy_engine::assess::Assessor;
use policy_engine::catalog::Catalog;
use policy_wording::reporter::Reporter;
use policy_wording::stakes;

use super::{Outcome, Session};

/// Works out what follows from answers. It keeps what the next change cannot touch.
pub struct Calculator {
    catalog: &'static Catalog,
    assessor: Assessor<'static>,
    reporter: Reporter<'static>,
}

impl Calculator {
    /// For the programs of a catalogue, in its language.
    fn new(catalog: &'static Catalog) -> Calculator {
        Calculator {
            catalog,
            assessor: Assessor::new(catalog),
            reporter: Reporter::default(),
        }
    }
}

impl Session {
    /// What follows from the answers.
    pub fn outcome(&self) -> Outcome {
        self.outcome_by(&mut None)
    }

    /// What follows from the answers, with what is left in a calculator from the time before.
    pub fn outcome_by(&self, calculator: &mut Option<Calculator>) -> Outcome {
        let own = calculator.take();
        let own = own.filter(|own| std::ptr::eq(own.catalog, self.catalog));
        let own = calculator.insert(own.unwrap_or_else(|| Calculator::new(self.catalog)));
        let answers = self.answers();
        let assessment = own.assessor.assess(&answers, self.date);
        let topics = self.topics();
        let reporter = &mut own.reporter;
        let report = reporter.report(self.catalog, &answers, &assessment, self.today);
        let stakes = assessment.stakes(&topics);
        let why = stakes.iter().map(|(ask, stake)| (*ask, stakes::why(stake)));
        let coarse = assessment.coarse(&answers, &topics);
        Outcome {
            comparison: self.compared(&report),
            report,
            why: why.collect(),
            questions: assessment.questions(&topics),
            elective: assessment.elective(&topics),
            topics,
            coarse,
            begun: !answers.0.is_empty() && !self.is_empty(),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use policy_engine::language::Language;

    use super::*;
    use crate::session::testing::{ask, session, typed};
    use crate::session::{Action, examples};

    /// Does something, and sees that what is left of before changes nothing.
    fn after(
        session: &mut Session,
        calculator: &mut Option<Calculator>,
        act: impl FnOnce(&mut Session),
    ) -> Outcome {
        act(session);
        let outcome = session.outcome_by(calculator);
        assert_eq!(outcome, session.outcome());
        let report = session.report();
        let headlines = report.programs.iter().map(|program| &program.headline);
        assert!(headlines.eq(outcome.report.programs.iter().map(Rc::as_ref)));
        assert_eq!(outcome.report.totals, report.totals);
        outcome
    }

    #[test]
    fn what_is_left_of_before_changes_nothing() {
        let (mut session, mut calculator) = (session(), None);
        let mut then = |act: &dyn Fn(&mut Session)| {
            after(&mut session, &mut calculator, |session| act(session));
        };
        for example in examples() {
            then(&|session| session.apply(Action::Try(example.id)));
            then(&|session| typed(session, "company.revenue@2025", "1"));
            then(&|session| typed(session, "company.region", "长沙"));
            then(&|session| typed(session, "company.region", ""));
            then(&|session| session.apply(Action::Unsure(ask("company.industry"), true)));
            then(&|session| session.apply(Action::Speak(Language::English)));
            then(&|session| session.apply(Action::Date("2024-06-30".into())));
            then(&|session| session.apply(Action::Speak(Language::Chinese)));
            then(&|session| session.apply(Action::StartAnew));
        }
    }

    #[test]
    fn nothing_is_worked_out_from_texts_that_come_later() {
        // Written and read, a catalogue has none of them.
        let written = serde_json::to_string(policy_catalog::catalog()).unwrap();
        let bare: Catalog = serde_json::from_str(&written).unwrap();
        assert!(bare.late_texts().iter().all(|text| text.is_empty()));
        let bare: &'static Catalog = Box::leak(Box::new(bare));
        let mut whole = session();
        for example in examples() {
            whole.apply(Action::Try(example.id));
            let mut early = Session::new(bare, whole.today);
            early.restore(&whole.to_json()).unwrap();
            assert_eq!(early.outcome(), whole.outcome(), "{}", example.id);
        }
    }

    #[test]
    fn only_what_an_answer_touches_is_worked_out_again() {
        let (mut session, mut calculator) = (session(), None);
        session.apply(Action::Try("general-aviation"));
        let before = session.outcome_by(&mut calculator).report.programs;
        let sorties = |session: &mut Session| typed(session, "light_sport.sorties", "3000");
        let now = after(&mut session, &mut calculator, sorties)
            .report
            .programs;
        let same = |id: &str| {
            let of = |programs: &[Rc<_>]| {
                let mut programs = programs.iter();
                programs
                    .find(|program: &&Rc<policy_wording::headline::Headline>| program.id == id)
                    .expect(id)
                    .clone()
            };
            Rc::ptr_eq(&of(&before), &of(&now))
        };
        assert!(same("general-aviation-hours"));
        assert!(!same("light-sport-sorties"));
    }
}
