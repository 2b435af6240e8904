//! The session as Yew keeps it, and what of it is kept on the device.

use std::rc::Rc;

use yew::{Callback, Reducible, UseReducerDispatcher, hook, use_effect_with};

use super::arrival::{self, Arrival, By};
use super::device::{Device, Written};
use super::host;
use super::parts::{If, ask, fill_in};
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
    /// What came by a link or from a file.
    pub arrival: Option<Arrival>,
    /// What the address asks for and could not get.
    pub wrong_options: Rc<[String]>,
    device: Device,
    /// How often something was done; before the first time nothing is written to the device.
    done: u32,
}

/// What there is to say about kept answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// There are some, kept at this time: are they to be taken over?
    Found(Option<String>),
    /// They were taken over.
    Restored,
    /// They could not be read.
    Corrupt,
    /// They cannot be kept here.
    CannotSave,
    /// There are others than this page's, kept at this time: which are to stay?
    Others(Option<String>),
    /// Another page erased them.
    Erased,
}

/// What changes the store.
pub enum Change {
    /// A person did something in the questionnaire.
    Do(Action),
    /// Agreed, or no longer agreed, to keep the answers.
    Keep(bool),
    /// Took over what is kept.
    Restore,
    /// Kept what is on the page in the place of what is kept.
    Overwrite,
    /// Erased what is kept, not what is on the page.
    EraseKept,
    /// Erased everything and began anew.
    EraseAll,
    /// Closed the notice; what is kept stays.
    CloseNotice,
    /// Brought answers by a link or from a file.
    Arrive(By, String),
    /// Had them replace what is on the page.
    TakeArrived,
    /// Left them, or has read what became of them.
    CloseArrival,
    /// Has read what the address asks for and could not get.
    CloseOptions,
}

impl Change {
    /// Whether it fills something in.
    fn fills_in(&self) -> bool {
        use Action as A;
        let Change::Do(action) = self else {
            return false;
        };
        match action {
            A::Type(..) | A::Pick(..) | A::PickNone(_) | A::Unsure(..) | A::Clear(_) => true,
            A::AddRow(_) | A::RemoveRow(..) | A::NoRows(..) | A::More(..) => true,
            A::CopyRows { .. } | A::InWan(..) | A::Keep(_) | A::Date(_) => true,
            A::Enter(_) | A::Leave(_) | A::Open(..) | A::Sort(_) | A::Look(_) => false,
            A::Pin(_) | A::Swap | A::Identify(_) | A::Speak(_) | A::Guide(_) => false,
            A::Go(_) | A::Skip(_) | A::Try(_) | A::Adopt | A::StartAnew => false,
        }
    }

    /// Whether it can be done before all of the page's code is there.
    fn is_early(&self) -> bool {
        use Action as A;
        let small = matches!(
            self,
            Change::Do(A::Enter(_) | A::Leave(_) | A::Open(..) | A::Sort(_) | A::Look(_))
        );
        small || self.fills_in() || matches!(self, Change::CloseOptions)
    }

    /// Hands the change to a store, as soon as it can be done.
    pub fn hand_to(self, store: &UseReducerDispatcher<Store>) {
        let store = store.clone();
        if self.fills_in() {
            fill_in();
        }
        if self.is_early() {
            return store.dispatch(self);
        }
        let when = match self {
            Change::Do(Action::Guide(_)) => If::Idle,
            _ => If::Always,
        };
        ask(when, move || store.dispatch(self));
    }
}

/// Hands an action to the store.
pub type Dispatch = Callback<Action>;

impl Store {
    /// The store of a page that just opened: with what a stopped page left; what is kept is offered.
    pub fn open() -> Store {
        host::watch_pointer();
        host::watch_leaving();
        let mut session = Session::new(policy_catalog::catalog(), host::today());
        session.apply(Action::Speak(host::language()));
        let wrong_options = session.begin_with(&host::options());
        wrong_options
            .iter()
            .for_each(|wrong| host::tell_wrong(wrong));
        let mut store = Store {
            session: Rc::new(session),
            keep: false,
            notice: None,
            changes: None,
            arrival: None,
            wrong_options: wrong_options.into(),
            device: Device::default(),
            done: 0,
        };
        match host::take_rescued() {
            Some(json) => store.rescue(&json),
            None => {
                store.offer();
                if let Some(kept) = host::saved() {
                    Rc::make_mut(&mut store.session).restore_look(&kept);
                }
            }
        }
        if let Some(code) = arrival::in_address() {
            store.arrive(By::Address, &code);
            let refused = store
                .arrival
                .as_ref()
                .and_then(|arrival| arrival.refusal(By::Address));
            refused.into_iter().for_each(host::tell_wrong);
        }
        store
    }

    /// Puts other answers in the place of those on the page, and on the device where those were kept.
    pub(super) fn replace(&mut self, session: Session) {
        self.session = Rc::new(session);
        self.changes = None;
        self.notice.take_if(|notice| *notice == Notice::Restored);
        self.save();
    }

    /// Offers what is kept.
    fn offer(&mut self) {
        let notice = |json: String| {
            self.session
                .kept_at(&json)
                .map_or(Notice::Corrupt, Notice::Found)
        };
        self.notice = host::saved().map(notice);
    }

    /// Takes over what a page left that stopped, or made way for a newer; it goes on being kept if it was.
    fn rescue(&mut self, json: &str) {
        if !self.take_over(json) {
            return;
        }
        if self.session.is_empty() {
            // Nothing was typed yet: the page begins as any other, in its language and look.
            return self.offer();
        }
        let kept = self.device.take();
        let mut session = Session::new(self.session.catalog(), host::today());
        let read = kept.is_some_and(|kept| session.restore(&kept).is_ok());
        self.keep = read && session.to_json() == self.session.to_json();
        if !self.keep {
            self.device.leave();
        }
    }

    /// Takes over what is kept, and what the catalogue changed since.
    fn restore(&mut self) {
        match self.device.take() {
            None => self.notice = Some(Notice::Erased),
            Some(json) => {
                self.keep = self.take_over(&json);
                if self.keep {
                    self.changes = self.session.changes_since(&json).map(Rc::new);
                }
            }
        }
    }

    /// Puts a form in the place of what is on the page; returns whether it could be read.
    fn take_over(&mut self, json: &str) -> bool {
        // What is on the page stays where the form cannot be read.
        let mut session = (*self.session).clone();
        session.apply(Action::StartAnew);
        let read = session.restore(json).is_ok();
        if read {
            self.session = Rc::new(session);
        }
        self.notice = Some(if read {
            Notice::Restored
        } else {
            Notice::Corrupt
        });
        // What changed is assessed, and the answers are handed to the page before.
        host::mirror(&self.session.to_json());
        read
    }

    fn act(&mut self, action: Action) {
        let begins = matches!(action, Action::StartAnew);
        if begins || matches!(action, Action::Try(_)) {
            // An example takes nobody's place on the device.
            self.keep = false;
            self.device.leave();
            self.changes = None;
        }
        Rc::make_mut(&mut self.session).apply(action);
        if begins {
            self.offer();
        }
        self.save();
    }

    fn close_notice(&mut self) {
        self.notice = None;
        self.changes = None;
    }

    fn save(&mut self) {
        if !self.keep {
            return;
        }
        let form = self.session.to_kept_json(host::now(), None);
        let notice = match self.device.write(form) {
            Written::Done => return,
            Written::Denied => Notice::CannotSave,
            Written::Other(None) => Notice::Erased,
            Written::Other(Some(json)) => match self.session.kept_at(&json) {
                Ok(time) => Notice::Others(time),
                // Nothing is lost with what nobody can read.
                Err(_) => return self.overwrite(),
            },
        };
        self.keep = false;
        self.notice = Some(notice);
        self.changes = None;
    }

    fn overwrite(&mut self) {
        self.device.take();
        self.keep = true;
        self.save();
    }
}

/// Keeps what follows from the answers beside them, once it is known: a later catalogue says by it
/// what it changed. The answers themselves were kept before they were assessed.
#[hook]
pub fn use_kept_outcome(store: &Store, outcome: &Rc<Outcome>) {
    let (session, outcome) = (store.session.clone(), outcome.clone());
    let device = store.device.clone();
    let keep = store.keep && store.done > 0;
    use_effect_with(store.done, move |_| {
        if keep {
            device.write(session.to_kept_json(host::now(), Some(&outcome)));
        }
    });
}

/// Has the browser ask before the page is left, while it holds answers that are kept nowhere.
#[hook]
pub fn use_unsaved(store: &Store) {
    let session = &store.session;
    let unsaved = !store.keep && !session.is_empty() && session.example().is_none();
    use_effect_with(unsaved, |unsaved| host::set_unsaved(*unsaved));
}

impl Reducible for Store {
    type Action = Change;

    fn reduce(self: Rc<Self>, change: Change) -> Rc<Self> {
        let mut store = Rc::unwrap_or_clone(self);
        // What was only opened is not written again: unread, its changes are told the next time too.
        if !matches!(change, Change::Restore) {
            store.done += 1;
        }
        match change {
            Change::Do(action) => store.act(action),
            Change::Keep(true) => {
                store.notice.take_if(|notice| *notice == Notice::CannotSave);
                store.keep = true;
                store.save();
            }
            Change::Keep(false) => {
                store.keep = false;
                store.device.erase();
            }
            Change::Restore => store.restore(),
            Change::Overwrite => {
                store.close_notice();
                store.overwrite();
            }
            Change::EraseKept => {
                store.device.erase();
                store.close_notice();
            }
            Change::EraseAll => {
                store.device.erase();
                store.act(Action::StartAnew);
                store.close_notice();
            }
            Change::CloseNotice => {
                store.close_notice();
                store.save();
            }
            Change::Arrive(by, text) => store.arrive(by, &text),
            Change::TakeArrived => store.take_arrived(),
            Change::CloseArrival => store.arrival = None,
            Change::CloseOptions => store.wrong_options = Rc::default(),
        }
        Rc::new(store)
    }
}
