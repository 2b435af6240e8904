//! Answers that came by a link or from a file: what is asked before they replace others, and what
//! became of them.

use policy_engine::day;
use std::rc::Rc;

use policy_wording::texts;

use super::host;
use super::store::Store;
use crate::session::{LinkError, Session, is_code};

/// How answers came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// In the address of the page.
    Address,
    /// As a link or a code put into the box for it.
    Code,
    /// From a file.
    File,
}

/// Answers that came.
#[derive(Clone, Debug, PartialEq)]
pub enum Arrival {
    /// They would replace others: the person is asked.
    Asks(By, Rc<str>),
    /// They were taken over.
    Taken(By, Rc<Taken>),
    /// They cannot be read, for this reason.
    Refused(By, Rc<str>),
}

/// What was taken over.
#[derive(Clone, Debug, PartialEq)]
pub struct Taken {
    /// The day to assess, where it is not today.
    pub day: Option<String>,
    /// How many answers of a link are not known here.
    pub left_out: usize,
    /// The names in a file that are not known here.
    pub unknown: Vec<String>,
}

impl Arrival {
    /// Why answers that came in this way cannot be read.
    pub fn refusal(&self, way: By) -> Option<&str> {
        match self {
            Arrival::Refused(by, message) if *by == way => Some(message),
            _ => None,
        }
    }
}

impl Store {
    /// Takes over answers that came, or asks first where they would replace others.
    pub fn arrive(&mut self, by: By, text: &str) {
        let typed = !self.session.is_empty() && self.session.example().is_none();
        let mut session = (*self.session).clone();
        self.arrival = Some(match taken(&mut session, by, text) {
            Err(message) => Arrival::Refused(by, message.into()),
            Ok(_) if typed => Arrival::Asks(by, text.into()),
            Ok(taken) => {
                self.replace(session);
                Arrival::Taken(by, taken.into())
            }
        });
    }

    /// Takes over answers that were asked about.
    pub fn take_arrived(&mut self) {
        let Some(Arrival::Asks(by, text)) = self.arrival.take() else {
            return;
        };
        let mut session = (*self.session).clone();
        // It could be read when it was asked about.
        if let Ok(taken) = taken(&mut session, by, &text) {
            self.replace(session);
            self.arrival = Some(Arrival::Taken(by, taken.into()));
        }
    }
}

/// Puts answers that came into a session, or says why it cannot be.
fn taken(session: &mut Session, by: By, text: &str) -> Result<Taken, String> {
    let (left_out, unknown) = match by {
        By::File => {
            let unknown = session.restore_file(text);
            (0, unknown.map_err(|wrong| wrong.message())?)
        }
        By::Address | By::Code => {
            let restored = session.restore_fragment(text);
            (restored.map_err(refused)?.left_out, Vec::new())
        }
    };
    let day = session
        .today_instead()
        .map(|_| day::written(session.date()));
    Ok(Taken {
        day,
        left_out,
        unknown,
    })
}

fn refused(error: LinkError) -> String {
    let t = texts();
    let text = match error {
        LinkError::NotALink => t.arrival_not_a_link,
        LinkError::TooLong => t.arrival_too_long,
        LinkError::Newer => t.arrival_newer,
        LinkError::Broken => t.arrival_broken,
    };
    text.to_owned()
}

/// The code of a link in the address of the page.
pub fn in_address() -> Option<String> {
    host::take_code(is_code)
}
