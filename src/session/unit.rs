//! The unit that a field counts in: 元, or 万元 where the person chose it.
//!
//! The box keeps what was typed; what leaves the box (to be read, kept, shared) carries the unit, so
//! that 300 in 万元 is 300万元 everywhere.

use policy_engine::fact::{Ask, ColumnId, Kind};
use policy_engine::typed::{with_unit, without_unit};

use super::{Entry, Field, Session};

/// The unit that can be chosen instead of 元.
pub const WAN: &str = "万元";
/// The unit of the fields that have the choice.
const YUAN: &str = "元";

/// A field as its unit is chosen: all rows of a column count in one.
pub(super) type Place = (Ask, Option<ColumnId>);

fn place(field: Field) -> Place {
    (field.ask, field.cell.map(|(_, column)| column))
}

impl Session {
    /// What a field accepts.
    pub fn kind(&self, field: Field) -> &'static Kind {
        let fact = self.catalog.questionnaire.fact(field.ask.fact);
        match field.cell {
            Some((_, column)) => &fact.columns()[usize::from(column)].kind,
            None => &fact.kind,
        }
    }

    /// Whether the unit of a field can be chosen.
    pub fn chooses_unit(&self, field: Field) -> bool {
        matches!(self.kind(field), Kind::Quantity(measured) if measured.shown == YUAN)
    }

    /// Whether a field counts in 万元.
    pub fn in_wan(&self, field: Field) -> bool {
        self.in_wan.contains(&place(field))
    }

    pub(super) fn count_in_wan(&mut self, field: Field, wan: bool) {
        if wan && self.chooses_unit(field) {
            self.in_wan.insert(place(field));
        } else {
            self.in_wan.remove(&place(field));
        }
        self.read_again(field.ask);
    }

    /// What was typed or chosen, with the units that were chosen: what is read, kept and shared.
    pub fn full_entry(&self, ask: Ask) -> Option<Entry> {
        let entry = self.entries.get(&ask)?.clone();
        Some(self.each_in_wan(ask, entry, |text| with_unit(text, WAN)))
    }

    /// An entry from outside, as it stands in the boxes.
    pub(super) fn boxed(&self, ask: Ask, entry: Entry) -> Entry {
        self.each_in_wan(ask, entry, |text| {
            without_unit(text, WAN).unwrap_or(text).to_owned()
        })
    }

    fn each_in_wan(&self, ask: Ask, mut entry: Entry, change: impl Fn(&str) -> String) -> Entry {
        for (_, column) in self.in_wan.iter().filter(|(of, _)| *of == ask) {
            match (&mut entry, column) {
                (Entry::Text(text), None) => *text = change(text),
                (Entry::Rows { rows, .. }, Some(column)) => {
                    let cells = rows.iter_mut();
                    let cells = cells.filter_map(|row| row.cells.get_mut(usize::from(*column)));
                    cells.for_each(|cell| *cell = change(cell));
                }
                _ => {}
            }
        }
        entry
    }

    /// Copies the choices of one list to another of the same fact.
    pub(super) fn copy_units(&mut self, to: Ask, from: Ask) {
        self.forget_units(to);
        let of_from = self.in_wan.iter().filter(|(ask, _)| *ask == from);
        let copied: Vec<Place> = of_from.map(|(_, column)| (to, *column)).collect();
        self.in_wan.extend(copied);
    }

    /// Has a question count in 元 again: what comes from outside says its units itself.
    pub(super) fn forget_units(&mut self, ask: Ask) {
        self.in_wan.retain(|(of, _)| *of != ask);
    }

    /// The name under which a choice is kept: `company.revenue@2025`, `loans@2026.principal`.
    pub(super) fn unit_names(&self) -> Vec<String> {
        let questionnaire = &self.catalog.questionnaire;
        let name = |(ask, column): &Place| {
            let name = questionnaire.name_of(*ask);
            match column {
                Some(column) => {
                    let column = &questionnaire.fact(ask.fact).columns()[usize::from(*column)];
                    format!("{name}.{}", column.id)
                }
                None => name,
            }
        };
        self.in_wan.iter().map(name).collect()
    }

    /// Chooses 万元 for what a kept name stands for; a name that is not known is left out.
    pub(super) fn choose_wan(&mut self, name: &str) {
        let questionnaire = &self.catalog.questionnaire;
        let whole = questionnaire.ask_named(name).map(|ask| (ask, None));
        let cell = || {
            let (list, column) = name.rsplit_once('.')?;
            let ask = questionnaire.ask_named(list)?;
            let columns = questionnaire.fact(ask.fact).columns();
            let index = columns
                .iter()
                .position(|known| known.names().any(|known| known == column))?;
            Some((ask, Some((0, ColumnId::try_from(index).ok()?))))
        };
        if let Some((ask, cell)) = whole.or_else(cell) {
            self.count_in_wan(Field { ask, cell }, true);
            if let Some(entry) = self.entries.remove(&ask) {
                let entry = self.boxed(ask, entry);
                self.set(ask, entry);
            }
        }
    }
}
