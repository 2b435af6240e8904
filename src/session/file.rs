//! A result in a file, and answers from one.

use policy_engine::assess;
use policy_exchange::{Wrong, csv, file, result};
use policy_wording::report::Report;
use policy_wording::reporter;

use super::{Session, examples};

impl Session {
    /// What follows from the answers, with all that an official would check.
    pub fn report(&self) -> Report {
        let answers = self.answers();
        let assessment = assess(self.catalog, &answers, self.date);
        reporter::report(self.catalog, &answers, &assessment, self.today)
    }

    /// Answers and report as JSON.
    pub fn result_json(&self) -> String {
        let (topics, drafts) = (self.topics(), self.drafts());
        let report = self.report();
        result::json(self.catalog, &topics, &drafts, &report, self.example)
    }

    /// The report on the topics that are open, as a table.
    pub fn result_csv(&self) -> String {
        csv::csv(&self.report(), &self.topics(), &self.catalog.version())
    }

    /// Puts the answers of a file in the place of what was typed, and returns the names that the
    /// catalogue does not know. Nothing changes where the file cannot be read.
    pub fn restore_file(&mut self, text: &str) -> Result<Vec<String>, Wrong> {
        let incoming = file::read(&self.catalog.questionnaire, text)?;
        self.start_anew();
        if let Some(topics) = incoming.topics {
            self.open_named(&topics);
        }
        if let Some(day) = incoming.on {
            self.set_date(day);
        }
        self.take_over(incoming.answers.drafts);
        self.example = incoming.example.and_then(|id| examples::known(&id));
        Ok(incoming.answers.unknown)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::Date;
    use policy_engine::policy::Topic;

    use super::*;
    use crate::session::Action;
    use crate::session::testing::session;

    #[test]
    fn an_exported_result_brings_back_form_day_and_report() {
        let mut sent = session();
        sent.apply(Action::Try("county-manufacturer"));
        sent.apply(Action::Date("2026-03-01".into()));
        sent.apply(Action::Open(Topic::Tax, true));
        let json = sent.result_json();
        let mut opened = Session::new(policy_catalog::catalog(), Date::constant(2027, 5, 5));
        assert_eq!(opened.restore_file(&json), Ok(Vec::new()));
        assert_eq!(opened.drafts(), sent.drafts());
        assert_eq!(opened.date(), sent.date());
        assert_eq!(opened.topics(), sent.topics());
        assert_eq!(opened.result_json(), json);
    }

    #[test]
    fn a_file_that_cannot_be_read_changes_nothing() {
        let mut session = session();
        session.apply(Action::Try("little-giant"));
        let before = session.clone();
        assert_eq!(session.restore_file("[]"), Err(Wrong::Foreign));
        assert_eq!(session, before);
    }
}
