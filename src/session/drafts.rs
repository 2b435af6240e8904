//! The form as plain drafts: what every way out of the page and into it takes.

use policy_engine::fact::Ask;
use policy_engine::form::Drafts;
use policy_engine::input::Draft;

use super::{Entry, RowEntry, Session};

impl Session {
    /// Everything that was typed, a sum with the unit that it counts in.
    pub fn drafts(&self) -> Drafts {
        let full = |ask: &Ask| Some((*ask, self.full_entry(*ask)?.draft()));
        self.entries.keys().filter_map(full).collect()
    }

    /// Puts drafts into the form, in the place of what the page began with.
    pub(super) fn take_over(&mut self, drafts: Drafts) {
        self.entries.clear();
        self.read.clear();
        self.in_wan.clear();
        for (ask, draft) in drafts {
            let entry = self.entry_of(draft);
            self.set(ask, entry);
        }
    }

    fn entry_of(&mut self, draft: Draft) -> Entry {
        match draft {
            Draft::Text(text) => Entry::Text(text),
            Draft::Picks(picks) => Entry::Picks(picks),
            Draft::Unsure => Entry::Unsure(None),
            Draft::Rows { rows, more } => {
                let keys = self.next_row..;
                let rows = keys.zip(rows).map(|(key, cells)| RowEntry {
                    key,
                    cells,
                    visited: true,
                });
                let rows: Vec<_> = rows.collect();
                self.next_row = rows.last().map_or(self.next_row, |row| row.key + 1);
                Entry::Rows { rows, more }
            }
        }
    }
}
