//! The example enterprises, which fill the form in with one click.

use policy_wording::texts;

use super::Session;

/// An example enterprise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Example {
    /// The name of its file under `examples/`.
    pub id: &'static str,
    /// What it is called.
    pub title: &'static str,
}

/// The examples that have a name, in the order in which they are offered.
pub fn examples() -> [Example; 5] {
    let t = texts();
    let example = |id, title| Example { id, title };
    [
        example("general-aviation", t.example_general_aviation),
        example("little-giant", t.example_little_giant),
        example("county-manufacturer", t.example_county_manufacturer),
        example("tech-firm", t.example_tech_firm),
        example("new-aircraft", t.example_new_aircraft),
    ]
}

/// The id of an example, if there is one of that name.
pub(super) fn known(id: &str) -> Option<&'static str> {
    let ids = policy_catalog::examples().iter().map(|(known, _)| *known);
    ids.into_iter().find(|known| *known == id)
}

impl Session {
    /// The example that filled the form in, until the person takes it for a start of the own answers.
    pub fn example(&self) -> Option<Example> {
        let id = self.example?;
        examples().into_iter().find(|example| example.id == id)
    }

    /// Puts the answers of an example in the place of all others.
    pub(super) fn fill_in(&mut self, id: &str) {
        let all = policy_catalog::examples().iter();
        if let Some((_, json)) = all.into_iter().find(|(known, _)| *known == id) {
            self.start_anew();
            // The build wrote it, and a test reads each.
            self.restore(json).ok();
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::Date;
    use policy_engine::assess::State;

    use super::*;
    use crate::session::Action;
    use crate::session::testing::session_on;

    /// On a day that is none of an example.
    fn session() -> Session {
        session_on(Date::constant(2027, 2, 3))
    }

    #[test]
    fn every_example_file_is_offered_and_read_without_a_mistake() {
        assert_eq!(policy_catalog::examples().len(), examples().len());
        for example in examples() {
            let mut session = session();
            session.apply(Action::Try(example.id));
            assert_eq!(session.example(), Some(example));
            assert!(!session.is_empty(), "{}", example.id);
            assert_eq!(session.read.len(), session.entries.len());
            for ask in session.entries.keys() {
                assert!(!session.is_wrong(*ask), "{}: {ask:?}", example.id);
            }
            // Its figures are those of its own day.
            assert_eq!(session.date(), Date::constant(2026, 11, 21));
        }
    }

    #[test]
    fn every_example_gives_what_was_worked_out_for_it() {
        for (id, program, state, amount) in [
            (
                "general-aviation",
                "general-aviation-hours",
                State::Obtainable,
                "700,000 元",
            ),
            (
                "little-giant",
                "little-giant-loan-interest",
                State::Obtainable,
                "300,000 元",
            ),
            (
                "new-aircraft",
                "new-aircraft-routes",
                State::Obtainable,
                "350,000 元",
            ),
            // (500 − 300) × 12%.
            (
                "county-manufacturer",
                "hunan-rd-award",
                State::Obtainable,
                "240,000 元",
            ),
            // (500 − 320 × 100%) × 25% × 20%.
            ("tech-firm", "income-tax", State::Obtainable, "90,000 元"),
            (
                "tech-firm",
                "tech-sme-standard",
                State::Obtainable,
                "不涉及金额",
            ),
        ] {
            let mut session = session();
            session.apply(Action::Try(id));
            let outcome = session.outcome();
            let programs = &outcome.report.programs;
            let found = programs.iter().find(|found| found.id == program);
            let found = found.unwrap_or_else(|| panic!("{program}"));
            assert!(outcome.topics.contains(&found.topic), "{id}: {program}");
            assert_eq!((found.state, found.amount.text.as_str()), (state, amount));
        }
    }

    #[test]
    fn an_example_stays_one_until_it_is_adopted() {
        let mut session = session();
        session.apply(Action::Try("little-giant"));
        let mut restored = self::session();
        assert_eq!(restored.restore(&session.to_json()), Ok(()));
        assert_eq!(restored, session);
        session.apply(Action::Adopt);
        assert_eq!(session.example(), None);
        assert!(!session.is_empty());
        session.apply(Action::Try("little-giant"));
        session.apply(Action::StartAnew);
        assert_eq!(session, self::session());
    }

    #[test]
    fn an_example_stays_one_in_links_and_files() {
        let mut session = session();
        session.apply(Action::Try("general-aviation"));
        let (link, file) = (session.to_fragment(), session.result_json());
        let [mut by_link, mut by_file] = [self::session(), self::session()];
        by_link.restore_fragment(&link).expect("readable");
        by_file.restore_file(&file).expect("readable");
        assert_eq!(by_link.example(), session.example());
        assert_eq!(by_file.example(), session.example());
        session.apply(Action::Adopt);
        by_link
            .restore_fragment(&session.to_fragment())
            .expect("readable");
        by_file
            .restore_file(&session.result_json())
            .expect("readable");
        assert_eq!((by_link.example(), by_file.example()), (None, None));
    }
}
