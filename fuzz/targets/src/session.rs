//! What holds of every session, whatever was put into it.

use jiff::civil::{Date, date};
use policy_catalog::in_language;
use policy_check::session::{LONGEST_LINK, Session};
use policy_engine::fact::{Answers, Ask, Kind};
use policy_engine::form::UNSURE;
use policy_engine::input::{self, Draft};
use policy_engine::language::Language;
use policy_exchange::file::LONGEST;

/// The day of every attack.
pub const TODAY: Date = date(2026, 11, 21);

/// A session without answers, in Chinese.
pub fn blank() -> Session {
    policy_wording::speak(Language::Chinese);
    Session::new(in_language(Language::Chinese), TODAY)
}

/// A session in which something was typed.
pub fn begun() -> Session {
    let mut session = blank();
    session
        .restore(r#"{"version":1,"answers":{"company.region":"长沙县","fleet":[{"hours":"9"}]}}"#)
        .expect("a form");
    session
}

/// What the page shows of a session can be worked out, and whatever it writes brings the same back.
pub fn holds(session: &Session) {
    let outcome = session.outcome();
    session.wrong();
    session.answered(&outcome);
    session.steps(&outcome);
    for ask in session.questions(&outcome) {
        session.is_open(&outcome, ask);
    }
    session.identity().code_problem();
    session.date_problem();
    session.result_csv();

    let link = session.to_fragment_of_day();
    if link.len() <= LONGEST_LINK {
        let mut opened = blank();
        let restored = opened.restore_fragment(&link).expect("its own link");
        assert_eq!(restored.left_out, 0);
        let mut sent = session.drafts();
        sent.retain(|ask, draft| is_list(session, *ask) || !matches!(draft, Draft::Rows { .. }));
        assert_eq!(opened.drafts(), sent);
        assert_eq!(opened.topics(), session.topics());
        assert_eq!(opened.date(), session.date());
    }
    let kept = session.to_kept_json("2026-11-21 10:00".into(), Some(&outcome));
    if kept.len() <= LONGEST {
        let mut again = blank();
        again.restore(&kept).expect("its own form");
        same(&again, session);
        assert_eq!(again.identity(), session.identity());
        assert_eq!(again.topics(), session.topics());
        assert_eq!(again.date(), session.date());
        assert_eq!(again.changes_since(&kept), None, "the same catalogue");
    }
    let json = session.result_json();
    if json.len() <= LONGEST {
        let mut opened = blank();
        let unknown = opened.restore_file(&json).expect("its own file");
        assert_eq!(unknown, [""; 0]);
        same(&opened, session);
        assert_eq!(opened.date(), session.date());
    }
}

/// What was read back is what was written; said in other words only where that stood at a question of
/// another shape, or is a word of files, and then no further.
fn same(read: &Session, written: &Session) {
    if written
        .drafts()
        .iter()
        .all(|(ask, draft)| fits(written, *ask, draft))
    {
        assert_eq!(meant(read), meant(written));
    }
    let mut again = blank();
    again.restore(&read.to_json()).expect("its own form");
    assert_eq!(again.drafts(), read.drafts());
}

/// Whether a draft has the shape of its question, and says nothing that files say in another way.
fn fits(session: &Session, ask: Ask, draft: &Draft) -> bool {
    let kind = &session.catalog().questionnaire.fact(ask.fact).kind;
    match (kind, draft) {
        (_, Draft::Unsure) => true,
        (Kind::Rows(_), Draft::Rows { rows, .. }) => {
            rows.iter().flatten().all(|cell| cell != UNSURE)
        }
        (Kind::SeveralOf(_), Draft::Picks(picks)) => picks.iter().all(|pick| pick != UNSURE),
        (Kind::Rows(_) | Kind::SeveralOf(_), _) => false,
        (_, Draft::Text(text)) => text != UNSURE,
        (_, Draft::Rows { .. } | Draft::Picks(_)) => false,
    }
}

fn is_list(session: &Session, ask: Ask) -> bool {
    let kind = &session.catalog().questionnaire.fact(ask.fact).kind;
    matches!(kind, Kind::Rows(_))
}

/// The answers, and every text that is none, by its question.
fn meant(session: &Session) -> (Answers, Vec<(String, Draft)>) {
    let questionnaire = &session.catalog().questionnaire;
    let none = session.drafts().into_iter().filter(|(ask, draft)| {
        let read = input::read(questionnaire, *ask, draft);
        read.answer.is_none()
    });
    let named = none.map(|(ask, draft)| (questionnaire.name_of(ask), draft));
    (session.answers(), named.collect())
}
