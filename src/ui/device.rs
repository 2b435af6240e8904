//! What is kept on this device, as this page last saw it.

use std::cell::RefCell;
use std::rc::Rc;

use super::host;
use crate::session::LONGEST_FORM;

/// The answers on this device as this page wrote or took them. What stands there but is not this was
/// put there by another page, and is not overwritten.
#[derive(Clone, Default)]
pub struct Device(Rc<RefCell<Option<String>>>);

/// What became of a form that was to be kept.
pub enum Written {
    /// It is kept.
    Done,
    /// The browser does not let it be kept.
    Denied,
    /// It was not written, since another page has kept or erased something; what stands there now.
    Other(Option<String>),
}

impl Device {
    /// Takes what is kept.
    pub fn take(&self) -> Option<String> {
        let there = host::saved();
        self.0.replace(there.clone());
        there
    }

    /// Keeps a form, unless another page came before.
    pub fn write(&self, json: String) -> Written {
        let there = host::saved();
        if there != *self.0.borrow() {
            return Written::Other(there);
        }
        // One that is too long could not be read again.
        if json.len() > LONGEST_FORM || !host::save(&json) {
            return Written::Denied;
        }
        self.0.replace(Some(json));
        Written::Done
    }

    /// Erases what is kept.
    pub fn erase(&self) {
        host::erase();
        self.0.replace(None);
    }

    /// Leaves what is kept as it is: it is no longer this page's.
    pub fn leave(&self) {
        self.0.replace(None);
    }
}
