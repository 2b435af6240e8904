//! Values that count but are probably a slip: they are asked back, not refused.

use policy_engine::fact::{Ask, Kind, Value};
use policy_engine::typed;
use policy_wording::doubt::{self, Doubt};
use rust_decimal::Decimal;

use super::unit::WAN;
use super::{Entry, Field, Session};

impl Session {
    /// What to ask back of a field that is not being edited.
    pub fn doubt(&self, field: Field) -> Option<Doubt> {
        if self.editing == Some(field) {
            return None;
        }
        self.odd(field).or_else(|| self.over(field))
    }

    /// A value far from what is usual, unless the person said that it is right.
    fn odd(&self, field: Field) -> Option<Doubt> {
        let value = self.number(field)?;
        let Kind::Quantity(measured) = self.kind(field) else {
            return None;
        };
        let usual = measured.usual.filter(|usual| usual.is_odd(value))?;
        if self.kept.get(&field) == Some(&value) {
            return None;
        }
        let shown = if self.in_wan(field) { WAN } else { &measured.shown };
        let typed = typed::unit_in(self.text(field)?, shown);
        let meant = usual.meant(value, &typed);
        Some(doubt::odd(self.label(field), value, measured, usual, meant))
    }

    /// A part that is more than its whole.
    fn over(&self, field: Field) -> Option<Doubt> {
        let Field { ask, cell: None } = field else {
            return None;
        };
        let whole = self.catalog.questionnaire.fact(ask.fact).not_over?;
        let whole = Field {
            ask: Ask { fact: whole, ..ask },
            cell: None,
        };
        let (value, most) = (self.number(field)?, self.number(whole)?);
        let Kind::Quantity(measured) = self.kind(field) else {
            return None;
        };
        let labels = [self.label(field), self.label(whole)];
        (value > most).then(|| doubt::over(labels, [value, most], measured))
    }

    /// Takes a field's value as right, however unusual.
    pub(super) fn keep_value(&mut self, field: Field) {
        if let Some(value) = self.number(field) {
            self.kept.insert(field, value);
        }
    }

    fn number(&self, field: Field) -> Option<Decimal> {
        match self.value(field)? {
            Value::Quantity(value) => Some(*value),
            _ => None,
        }
    }

    /// The text that stands in a field.
    pub fn text(&self, field: Field) -> Option<&str> {
        match (self.entries.get(&field.ask)?, field.cell) {
            (Entry::Text(text), None) => Some(text),
            (entry @ Entry::Rows { rows, .. }, Some((key, column))) => {
                let row = &rows[entry.row_index(key)?];
                row.cells.get(usize::from(column)).map(String::as_str)
            }
            _ => None,
        }
    }

    /// The short name of a field.
    pub fn label(&self, field: Field) -> &'static str {
        let fact = self.catalog.questionnaire.fact(field.ask.fact);
        match field.cell {
            Some((_, column)) => &fact.columns()[usize::from(column)].label,
            None => &fact.label,
        }
    }
}
