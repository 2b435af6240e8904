//! Two situations side by side: one that was taken down, and the one in the form.

use jiff::civil::Date;
use policy_engine::assess;
use policy_engine::fact::Ask;
use policy_engine::ordered::{Map, Set};
use policy_wording::comparison::{self, Comparison};
use policy_wording::headline::Headline;
use policy_wording::report::Report;
use policy_wording::reporter::Reporter;

use super::unit::Place;
use super::{Entry, Session};

/// What stood in the form when it was taken down.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Situation {
    date: Date,
    entries: Map<Ask, Entry>,
    in_wan: Set<Place>,
    report: Report<Headline>,
}

impl Session {
    /// The form as it stands, with what follows from it.
    fn situation(&self) -> Situation {
        let answers = self.answers();
        let assessment = assess(self.catalog, &answers, self.date);
        Situation {
            date: self.date,
            entries: self.entries.clone(),
            in_wan: self.in_wan.clone(),
            report: Reporter::default().report(self.catalog, &answers, &assessment, self.today),
        }
    }

    /// Takes the form down as it stands, or gives the comparison up.
    pub(super) fn pin(&mut self, pin: bool) {
        self.pins += 1;
        self.pinned = pin.then(|| self.situation());
    }

    /// Puts the situation that was taken down into the words of the language now chosen.
    pub(super) fn pin_again(&mut self) {
        let Some(pinned) = self.pinned.take() else {
            return;
        };
        let mut other = self.clone();
        other.pinned = Some(pinned);
        other.swap();
        self.pinned = Some(other.situation());
    }

    /// Puts the situation that was taken down into the form, and takes down what stood there.
    pub(super) fn swap(&mut self) {
        let now = self.situation();
        let Some(other) = self.pinned.replace(now) else {
            self.pinned = None;
            return;
        };
        self.pins += 1;
        self.date = other.date;
        self.typed_date = None;
        self.entries.clear();
        self.read.clear();
        self.in_wan = other.in_wan;
        for (ask, entry) in other.entries {
            self.set(ask, entry);
        }
    }

    /// How often a situation was taken down, exchanged or given up; the outcome rests on it.
    pub fn pins(&self) -> u32 {
        self.pins
    }

    /// What differs from the situation that was taken down.
    pub(super) fn compared(&self, now: &Report<Headline>) -> Option<Comparison> {
        let pinned = self.pinned.as_ref()?;
        Some(comparison::compare(&pinned.report, now, &self.topics()))
    }
}
