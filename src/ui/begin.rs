//! The start, a step at a time: between two steps the browser has its turn.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use policy_catalog::Unreadable;
use policy_engine::language::Language;
use policy_wording::{speak, texts};
use wasm_bindgen::prelude::wasm_bindgen;

use super::app::{App, Props};
use super::host;
use super::parts::is_whole;
use super::store::Store;
use crate::session::{Calculator, is_code};

/// What the page opens with, worked out before it is drawn; nothing once it was taken.
#[derive(Clone, Default)]
pub struct Opened(Rc<RefCell<Option<Store>>>, Rc<RefCell<Option<Calculator>>>);

impl PartialEq for Opened {
    fn eq(&self, other: &Opened) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Opened {
    /// Opens the store and works out what follows from it.
    fn now() -> Opened {
        let store = Store::open();
        // Before they are assessed: a trap cannot take the answers along that a stopped page left.
        host::mirror(&store.session.to_json());
        let mut calculator = None;
        store.session.outcome_by(&mut calculator);
        let store = Rc::new(RefCell::new(Some(store)));
        Opened(store, Rc::new(RefCell::new(calculator)))
    }

    /// Whether it begins with what only the later part of the code can draw: one question at a time.
    fn is_guided(&self) -> bool {
        let store = self.0.borrow();
        store
            .as_ref()
            .is_some_and(|store| store.session.is_guided())
    }

    /// The store, opened now if it was not.
    pub fn store(&self) -> Store {
        let opened = self.0.take();
        opened.unwrap_or_else(Store::open)
    }

    /// What is kept of the first outcome, for the next.
    pub fn calculator(&self) -> Option<Calculator> {
        self.1.take()
    }
}

/// How far the start is.
#[derive(Default)]
enum Step {
    #[default]
    Loaded,
    Read,
    Opened(Opened),
    Drawn,
}

thread_local! {
    /// How far the start of this page is.
    static STEP: Cell<Step> = Cell::default();
}

/// What the page is to do after a step of the start.
#[wasm_bindgen]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// Begin the next step.
    Step,
    /// Begin it once all of the code is there.
    Rest,
    /// Nothing: the app is drawn.
    Done,
}

/// Does the next step of the start.
///
/// The last one draws the app in the place of what the page was built with: the catalogue for browsers
/// that cannot run it. A catalogue that was asked for and cannot be used stops the start: other policies
/// would mislead.
#[wasm_bindgen]
pub fn begin() -> Next {
    let (step, next) = match STEP.take() {
        Step::Loaded if needs_rest() => (Step::Loaded, Next::Rest),
        Step::Loaded => {
            read();
            (Step::Read, Next::Step)
        }
        Step::Read => (Step::Opened(Opened::now()), Next::Step),
        Step::Opened(opened) if opened.is_guided() && !is_whole() => {
            (Step::Opened(opened), Next::Rest)
        }
        Step::Opened(opened) => {
            let props = Props { opened };
            yew::Renderer::<App>::with_root_and_props(host::root(), props).render();
            (Step::Drawn, Next::Done)
        }
        Step::Drawn => (Step::Drawn, Next::Done),
    };
    STEP.set(step);
    next
}

/// Whether the page begins with answers from before or in another language, which takes all of the code.
fn needs_rest() -> bool {
    let other_language = host::language() != Language::default();
    !is_whole() && (other_language || host::brings_answers(is_code))
}

/// Reads the catalogue.
fn read() {
    if let Some(bytes) = host::catalogue()
        && let Err(unreadable) = policy_catalog::install(&bytes)
    {
        speak(host::language());
        let t = texts();
        host::refuse_to_start(match unreadable {
            Unreadable::NotOne => t.catalogue_not_one,
            Unreadable::OtherVersion => t.catalogue_other_version,
            Unreadable::Broken => t.catalogue_broken,
        });
    }
    policy_catalog::in_language(host::language());
}
