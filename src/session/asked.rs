//! Which questions are shown, and which of them wait for an answer.

use policy_engine::fact::{Answer, Ask, Kind, Value};
use policy_engine::ordered::Set;
use policy_engine::region::RegionCode;
use policy_engine::verdict::Verdict;

use super::{Outcome, Session};

impl Session {
    /// The questions to show, in order: those that can matter, the one being edited, and those
    /// whose entry cannot be taken; what was typed wrong is never hidden. Elective questions stand
    /// apart.
    pub fn questions(&self, outcome: &Outcome) -> Vec<Ask> {
        let mut shown: Set<Ask> = outcome.questions.iter().copied().collect();
        shown.extend(self.editing.map(|field| field.ask));
        let wrong = self
            .read
            .iter()
            .filter(|(_, read)| !read.problems.is_empty());
        shown.extend(wrong.map(|(ask, _)| *ask));
        shown.retain(|ask| !outcome.elective.contains(ask));
        shown.into_iter().collect()
    }

    /// Whether a question waits for an answer.
    pub fn is_open(&self, outcome: &Outcome, ask: Ask) -> bool {
        let read = self.read.get(&ask);
        let answered =
            read.is_some_and(|read| read.answer.is_some()) && !outcome.coarse.contains(&ask);
        !answered && (outcome.questions.contains(&ask) || read.is_some())
    }

    /// How many questions wait for an answer.
    pub fn open_questions(&self, outcome: &Outcome) -> usize {
        let shown = self.questions(outcome).into_iter();
        shown.filter(|ask| self.is_open(outcome, *ask)).count()
    }

    /// Whether what was entered for a question cannot be taken.
    pub fn is_wrong(&self, ask: Ask) -> bool {
        let read = self.read.get(&ask);
        read.is_some_and(|read| !read.problems.is_empty())
    }

    /// The question where the enterprise is: the first that asks for a place. It is asked before all
    /// others.
    pub fn place(&self) -> Option<Ask> {
        let facts = self.catalog().questionnaire.ids();
        let mut places = facts.filter(|(_, fact)| matches!(fact.kind, Kind::Region));
        let (fact, _) = places.next()?;
        Some(Ask { fact, year: None })
    }

    /// The place, where it was answered and the catalogue has no document of it or of a place around
    /// it, but for those of the whole country.
    pub fn place_without_documents(&self) -> Option<RegionCode> {
        let ask = self.place()?;
        let Answer::Known(Value::Region(place)) = self.read.get(&ask)?.answer.as_ref()? else {
            return None;
        };
        let policies = self.catalog().policies.iter();
        let mut local = policies.filter(|policy| policy.region != RegionCode::NATION);
        let none = local.all(|policy| place.within(policy.region) == Verdict::No);
        none.then_some(*place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::testing::session;
    use crate::session::{Action, Field};

    #[test]
    fn a_place_of_which_no_document_is_known_is_told_apart() {
        let mut session = session();
        let unknown = |session: &Session| session.place_without_documents().is_some();
        assert!(!unknown(&session));
        for (place, expected) in [
            ("长沙", false),
            ("株洲", false),
            ("湖南", false),
            ("江西", true),
        ] {
            let cell = None;
            let ask = session.place().unwrap();
            session.apply(Action::Type(Field { ask, cell }, place.into()));
            assert_eq!(unknown(&session), expected, "{place}");
        }
    }
}
