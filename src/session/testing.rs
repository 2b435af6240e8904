//! What the tests of the session begin with.

use jiff::civil::{Date, date};
use policy_engine::fact::Ask;

use super::{Action, Field, Session};

/// The day of the tests.
pub const TODAY: Date = date(2026, 11, 21);

/// A session without answers.
pub fn session() -> Session {
    session_on(TODAY)
}

/// A session without answers on another day.
pub fn session_on(day: Date) -> Session {
    Session::new(policy_catalog::catalog(), day)
}

/// The question of a name.
pub fn ask(name: &str) -> Ask {
    let questionnaire = &policy_catalog::catalog().questionnaire;
    questionnaire.ask_named(name).expect(name)
}

/// The field of a question.
pub fn field(name: &str) -> Field {
    let ask = ask(name);
    Field { ask, cell: None }
}

/// Types an answer.
pub fn typed(session: &mut Session, name: &str, text: &str) {
    session.apply(Action::Type(field(name), text.into()));
}
