//! Two situations side by side: one that was taken down, and the one in the form.

use std::collections::BTreeMap;

use policy_engine::assess;
use policy_engine::fact::Ask;
use policy_wording::comparison::{self, Comparison};
use policy_wording::report::{self, Report};

use super::{Entry, Session};

/// What stood in the form when it was taken down.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Situation {
    entries: BTreeMap<Ask, Entry>,
    report: Report,
}

impl Session {
    /// Takes down the form as it stands, with what follows from it, or gives it up.
    pub(super) fn pin(&mut self, pin: bool) {
        self.pins += 1;
        self.pinned = pin.then(|| {
            let answers = self.answers();
            let assessment = assess(self.catalog, &answers, self.date);
            Situation {
                entries: self.entries.clone(),
                report: report::report(self.catalog, &answers, &assessment),
            }
        });
    }

    /// How often a situation was taken down or given up; the outcome rests on it.
    pub fn pins(&self) -> u32 {
        self.pins
    }

    /// Puts the situation that was taken down back into the form.
    pub(super) fn go_back(&mut self) {
        if let Some(pinned) = self.pinned.take() {
            self.pins += 1;
            self.entries.clear();
            self.read.clear();
            for (ask, entry) in pinned.entries {
                self.set(ask, entry);
            }
        }
    }

    /// What differs from the situation that was taken down.
    pub(super) fn compared(&self, now: &Report) -> Option<Comparison> {
        let pinned = self.pinned.as_ref()?;
        Some(comparison::compare(&pinned.report, now))
    }
}
