//! The session as Yew keeps it.

use std::rc::Rc;

use yew::{Callback, Reducible, hook, use_effect_with};

use super::host;
use crate::session::{Action, Changes, Outcome, Session};

/// The session and whether the user agreed to keep it.
#[derive(Clone)]
pub struct Store {
    /// The session.
    pub session: Rc<Session>,
    /// Whether the answers are kept on this device.
    pub keep: bool,
    /// What there is to say about kept answers.
    pub notice: Option<Notice>,
    /// What the catalogue changed since the answers were kept.
    pub changes: Option<Rc<Changes>>,
    /// How often something was done; before the first time nothing is written to the device.
    done: u32,
}

/// What there is to say about kept answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// They were taken over.
    Restored,
    /// They could not be read.
    Corrupt,
    /// They cannot be kept here.
    CannotSave,
}

/// What changes the store.
pub enum Change {
    /// A person did something in the questionnaire.
    Do(Action),
    /// Agreed, or no longer agreed, to keep the answers.
    Keep(bool),
    /// Erased everything and began anew.
    EraseAll,
    /// Closed the notice.
    CloseNotice,
}

/// Hands an action to the store.
pub type Dispatch = Callback<Action>;

impl Store {
    /// The store of a page that just opened: what a stopped page left, or what is kept, or nothing.
    pub fn open() -> Store {
        host::watch_pointer();
        let mut session = Session::new(policy_catalog::catalog(), host::today());
        session.apply(Action::Speak(host::language()));
        let saved = host::saved();
        let keep = saved.is_some();
        let mut changes = None;
        let notice = match host::take_rescued().or(saved) {
            None => None,
            Some(json) if session.restore(&json).is_ok() => {
                // What is compared is assessed, and the answers are handed to the page before.
                host::mirror(&session.to_json());
                changes = session.changes_since(&json).map(Rc::new);
                Some(Notice::Restored)
            }
            Some(_) => Some(Notice::Corrupt),
        };
        Store {
            session: Rc::new(session),
            keep: keep && notice != Some(Notice::Corrupt),
            notice,
            changes,
            done: 0,
        }
    }

    fn close_notice(&mut self) {
        self.notice = None;
        self.changes = None;
    }

    fn save(&mut self) {
        if self.keep && !host::save(&self.session.to_json()) {
            self.keep = false;
            self.notice = Some(Notice::CannotSave);
        }
    }
}

/// Keeps what follows from the answers beside them, once it is known: a later catalogue says by it
/// what it changed. The answers themselves were kept before they were assessed.
#[hook]
pub fn use_kept_outcome(store: &Store, outcome: &Rc<Outcome>) {
    let (session, outcome) = (store.session.clone(), outcome.clone());
    let keep = store.keep && store.done > 0;
    use_effect_with(store.done, move |_| {
        if keep {
            host::save(&session.to_json_with(&outcome));
        }
    });
}

impl Reducible for Store {
    type Action = Change;

    fn reduce(self: Rc<Self>, change: Change) -> Rc<Self> {
        let mut store = Rc::unwrap_or_clone(self);
        store.done += 1;
        match change {
            Change::Do(action) => {
                Rc::make_mut(&mut store.session).apply(action);
                store.save();
            }
            Change::Keep(true) => {
                store.keep = true;
                store.save();
            }
            Change::Keep(false) => {
                store.keep = false;
                host::erase();
            }
            Change::EraseAll => {
                host::erase();
                Rc::make_mut(&mut store.session).apply(Action::StartAnew);
                store.keep = false;
                store.close_notice();
            }
            Change::CloseNotice => {
                store.close_notice();
                store.save();
            }
        }
        Rc::new(store)
    }
}
