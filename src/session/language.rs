//! The language of questions, results and interface.

use policy_engine::language::Language;

use super::Session;

impl Session {
    /// The language of questions, results and interface.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The name of the language in what is kept or shared; Chinese leaves it to the page that opens it.
    pub(super) fn language_id(&self) -> Option<&'static str> {
        (self.language != Language::Chinese).then(|| self.language.id())
    }

    /// Goes on in a language: answers are kept by indices that are the same in every one.
    pub(super) fn speak(&mut self, language: Language) {
        policy_wording::speak(language);
        self.catalog = self.in_language(language);
        self.language = language;
        // What is wrong with an entry names columns and options.
        let asks: Vec<_> = self.entries.keys().copied().collect();
        asks.into_iter().for_each(|ask| self.read_again(ask));
        self.pin_again();
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use policy_wording::texts;

    use super::*;
    use crate::session::{Action, Field};

    fn session() -> Session {
        let mut session = Session::new(policy_catalog::catalog(), date(2026, 11, 21));
        for (name, text) in [
            ("company.region", "长沙"),
            ("operator.main_base", "长沙"),
            ("light_sport.sorties", "3000"),
        ] {
            let ask = session.catalog().questionnaire.ask_named(name).expect(name);
            session.apply(Action::Type(Field { ask, cell: None }, text.into()));
        }
        session
    }

    #[test]
    fn the_same_answers_give_the_same_amounts_in_both_languages() {
        let mut session = session();
        let chinese = session.outcome().report;
        session.apply(Action::Speak(Language::English));
        let english = session.outcome().report;
        assert_eq!(texts().value_yes, "Yes");
        assert_eq!(chinese.programs.len(), english.programs.len());
        for (one, other) in chinese.programs.iter().zip(&english.programs) {
            let figures = |program: &policy_wording::headline::Headline| {
                (
                    program.id.clone(),
                    program.state,
                    program.amount.low,
                    program.amount.high,
                )
            };
            assert_eq!(figures(one), figures(other));
            assert_ne!(one.title, other.title);
        }
    }

    #[test]
    fn nothing_typed_is_lost_and_messages_change_their_language() {
        let mut session = session();
        let ask = session
            .catalog()
            .questionnaire
            .ask_named("company.industry");
        let field = Field {
            ask: ask.expect("asked"),
            cell: None,
        };
        session.apply(Action::Type(field, "飞行".into()));
        let (before, entries) = (session.clone(), session.entries.clone());
        session.apply(Action::Speak(Language::English));
        assert_eq!(session.entries, entries);
        assert_ne!(session, before, "every part of the page is drawn again");
        let problem = session.problem(field).expect("no such option");
        let message = policy_wording::error::message(&problem.error);
        assert!(
            message.starts_with("Choose one of: Agriculture"),
            "{message}"
        );
        session.apply(Action::Speak(Language::Chinese));
        assert_eq!(session, before);
    }

    #[test]
    fn a_situation_that_was_taken_down_is_compared_in_the_same_language() {
        let mut session = session();
        session.apply(Action::Pin(true));
        session.apply(Action::Speak(Language::English));
        let comparison = session.outcome().comparison.expect("taken down");
        assert!(comparison.totals.is_empty() && comparison.programs.is_empty());
    }

    #[test]
    fn what_is_kept_and_what_is_shared_bring_their_language() {
        let mut session = session();
        let chinese = (session.to_json(), session.to_fragment());
        session.apply(Action::Speak(Language::English));
        let english = (session.to_json(), session.to_fragment());
        let opened = |(form, link): &(String, String), language| {
            let mut by_form = Session::new(policy_catalog::catalog(), date(2026, 11, 21));
            by_form.apply(Action::Speak(language));
            let mut by_link = by_form.clone();
            by_form.restore(form).expect("readable");
            by_link.restore_fragment(link).expect("readable");
            (by_form.language(), by_link.language())
        };
        let (zh, en) = (Language::Chinese, Language::English);
        assert_eq!(opened(&english, zh), (en, en));
        // What is Chinese says nothing of its language, and leaves it to the page.
        assert_eq!(opened(&chinese, zh), (zh, zh));
        assert_eq!(opened(&chinese, en), (en, en));
    }
}
