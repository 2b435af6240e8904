//! The session as Yew keeps it.

use std::rc::Rc;

use yew::{Callback, Reducible};

use super::host;
use crate::session::{Action, Session};

/// The session and whether the user agreed to keep it.
#[derive(Clone)]
pub struct Store {
    /// The session.
    pub session: Rc<Session>,
    /// Whether the answers are kept on this device.
    pub keep: bool,
    /// What there is to say about kept answers.
    pub notice: Option<Notice>,
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
        let saved = host::saved();
        let keep = saved.is_some();
        let notice = match host::take_rescued().or(saved) {
            None => None,
            Some(json) if session.restore(&json).is_ok() => Some(Notice::Restored),
            Some(_) => Some(Notice::Corrupt),
        };
        Store {
            session: Rc::new(session),
            keep: keep && notice != Some(Notice::Corrupt),
            notice,
        }
    }

    fn save(&mut self) {
        if self.keep && !host::save(&self.session.to_json()) {
            self.keep = false;
            self.notice = Some(Notice::CannotSave);
        }
    }
}

impl Reducible for Store {
    type Action = Change;

    fn reduce(self: Rc<Self>, change: Change) -> Rc<Self> {
        let mut store = Rc::unwrap_or_clone(self);
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
                store.notice = None;
            }
            Change::CloseNotice => store.notice = None,
        }
        Rc::new(store)
    }
}
