//! The unit that a field counts in: 元, or 万元 where the person chose it.
//!
//! The box keeps what was typed; what leaves the box (to be read, kept, shared) carries the unit, so
//! that 300 in 万元 is 300万元 everywhere.

use policy_engine::fact::{Ask, ColumnId, Kind};
use policy_engine::typed::{with_unit, without_unit};
use policy_engine::unit::{WAN_YUAN, YUAN};

use super::{Entry, Field, Session};

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
        Some(self.each_in_wan(ask, entry, |text| with_unit(text, WAN_YUAN)))
    }

    /// An entry from outside, as it stands in the boxes.
    pub(super) fn boxed(&self, ask: Ask, entry: Entry) -> Entry {
        self.each_in_wan(ask, entry, |text| {
            without_unit(text, WAN_YUAN).unwrap_or(text).to_owned()
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

    /// Has a question count in 元 again.
    fn forget_units(&mut self, ask: Ask) {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::Action;
    use crate::session::testing::{ask, field, session};
    use policy_engine::fact::Value;

    fn typed(session: &mut Session, field: Field, text: &str) {
        session.apply(Action::Type(field, text.into()));
    }

    fn number(session: &Session, field: Field) -> i64 {
        match session.value(field) {
            Some(Value::Quantity(value)) => i64::try_from(*value).unwrap(),
            other => panic!("{other:?}"),
        }
    }

    /// A loan's principal in a new row.
    fn loan(session: &mut Session, name: &str, principal: &str) -> Field {
        let cell = Some((session.next_row_key(), 0));
        session.apply(Action::AddRow(ask(name)));
        let ask = ask(name);
        typed(session, Field { ask, cell }, principal);
        Field { ask, cell }
    }

    fn restored(json: &str) -> Session {
        let mut session = session();
        session.restore(json).unwrap();
        session
    }

    #[test]
    fn a_bare_number_counts_in_the_unit_chosen() {
        let mut session = session();
        let revenue = field("company.revenue@2025");
        typed(&mut session, revenue, "300");
        assert_eq!(number(&session, revenue), 300);
        session.apply(Action::InWan(revenue, true));
        assert_eq!(number(&session, revenue), 3_000_000);
        assert_eq!(session.text(revenue), Some("300"));
        assert_eq!(
            session.full_entry(revenue.ask),
            Some(Entry::Text("300万元".into()))
        );
        for (text, value) in [("5000元", 5000), ("2亿", 200_000_000), ("1.5", 15_000)] {
            typed(&mut session, revenue, text);
            assert_eq!(number(&session, revenue), value, "{text}");
        }
        let other = field("company.revenue@2024");
        typed(&mut session, other, "300");
        assert_eq!(number(&session, other), 300);
        session.apply(Action::InWan(revenue, false));
        assert_eq!(number(&session, revenue), 1);
    }

    #[test]
    fn only_money_has_the_choice() {
        let mut session = session();
        let staff = field("company.staff@2025");
        assert!(!session.chooses_unit(staff) && session.chooses_unit(field("tax.profit@2025")));
        typed(&mut session, staff, "30");
        session.apply(Action::InWan(staff, true));
        assert!(!session.in_wan(staff));
        assert_eq!(number(&session, staff), 30);
    }

    #[test]
    fn what_is_kept_says_its_unit_and_the_box_comes_back() {
        let mut session = session();
        let revenue = field("company.revenue@2025");
        session.apply(Action::InWan(revenue, true));
        typed(&mut session, revenue, "3,000");
        let first = loan(&mut session, "loans@2026", "500");
        session.apply(Action::InWan(first, true));
        let second = loan(&mut session, "loans@2026", "8000元");
        let json = session.to_json();
        assert!(json.contains("\"3,000万元\"") && json.contains("\"500万元\""));
        let other = restored(&json);
        assert_eq!(other.to_json(), json);
        assert_eq!(other.answers(), session.answers());
        for (field, text) in [(revenue, "3,000"), (first, "500"), (second, "8000元")] {
            assert_eq!(other.text(field), Some(text));
            assert!(other.in_wan(field));
        }
    }

    #[test]
    fn a_reader_without_the_choice_reads_the_same_sums() {
        let mut session = session();
        let revenue = field("company.revenue@2025");
        session.apply(Action::InWan(revenue, true));
        typed(&mut session, revenue, "300");
        let json = session.to_json();
        let bare = "\"in_wan\":[\"company.revenue@2025\"]";
        assert!(json.contains(bare), "{json}");
        for instead in [
            "\"in_wan\":7",
            "\"in_wan\":[\"no.such\",\"loans@2026.no\",\"fleet.\"]",
            "\"later\":[]",
        ] {
            let other = restored(&json.replace(bare, instead));
            assert_eq!(number(&other, revenue), 3_000_000, "{instead}");
            assert_eq!(other.text(revenue), Some("300万元"));
        }
    }

    #[test]
    fn what_comes_from_outside_forgets_the_choice() {
        let mut session = session();
        let revenue = field("company.revenue@2025");
        session.apply(Action::InWan(revenue, true));
        let json = "{\"version\":1,\"answers\":{\"company.revenue@2025\":\"300\"}}";
        session.restore(json).unwrap();
        assert_eq!(number(&session, revenue), 300);
    }

    #[test]
    fn a_copied_list_and_an_exchanged_situation_keep_their_sums() {
        let mut session = session();
        let principal = loan(&mut session, "loans@2026", "500");
        session.apply(Action::InWan(principal, true));
        session.apply(Action::CopyRows {
            to: ask("loans@2025"),
            from: ask("loans@2026"),
        });
        let copied = Field {
            ask: ask("loans@2025"),
            cell: Some((session.next_row_key() - 1, 0)),
        };
        assert_eq!(number(&session, copied), 5_000_000);
        session.apply(Action::Pin(true));
        session.apply(Action::InWan(principal, false));
        assert_eq!(number(&session, principal), 500);
        session.apply(Action::Swap);
        assert_eq!(number(&session, principal), 5_000_000);
        session.apply(Action::Swap);
        assert_eq!(number(&session, principal), 500);
    }

    #[test]
    fn every_text_in_ten_thousands_comes_back_as_typed() {
        let revenue = field("company.revenue@2025");
        for text in [
            "0", "1,5", "三百", "5千", "3万5", "-3", "x", "12.34", "1亿", "¥5",
        ] {
            let mut session = session();
            session.apply(Action::InWan(revenue, true));
            typed(&mut session, revenue, text);
            let other = restored(&session.to_json());
            assert_eq!(other.text(revenue), Some(text));
            assert_eq!(other.answers(), session.answers(), "{text}");
            assert_eq!(other.problem(revenue), session.problem(revenue), "{text}");
        }
    }
}
