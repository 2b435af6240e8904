//! Values that count but are probably a slip: they are asked back, not refused.

use policy_engine::fact::{Ask, Kind, Value};
use policy_engine::typed;
use policy_engine::unit::WAN_YUAN;
use policy_wording::doubt::{self, Doubt};
use rust_decimal::Decimal;

use super::{Entry, Field, Session};

impl Session {
    /// What to ask back of a field that is not being typed in.
    pub fn doubt(&self, field: Field) -> Option<Doubt> {
        if self.typing && self.editing == Some(field) {
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
        let shown = if self.in_wan(field) {
            WAN_YUAN
        } else {
            &measured.shown
        };
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::Action;
    use crate::session::testing::{field, session};

    fn typed(session: &mut Session, field: Field, text: &str) -> Option<Doubt> {
        session.apply(Action::Type(field, text.into()));
        session.doubt(field)
    }

    #[test]
    fn a_value_ten_thousand_times_off_is_asked_back_and_counts() {
        let mut session = session();
        let revenue = field("company.revenue@2025");
        session.apply(Action::Enter(revenue));
        assert_eq!(typed(&mut session, revenue, "3000"), None);
        session.apply(Action::Leave(revenue));
        let doubt = session.doubt(revenue).unwrap();
        assert_eq!(
            doubt.says,
            "是 3,000 元吗？营业收入一般在 10 万元至 1,000 亿元之间。"
        );
        let (words, text) = doubt.instead.unwrap();
        assert_eq!(words, "改为 3,000 万元");
        assert_eq!(session.value(revenue), Some(&Value::Quantity(3000.into())));
        assert_eq!(typed(&mut session, revenue, &text), None);
        let value = Value::Quantity(30_000_000.into());
        assert_eq!(session.value(revenue), Some(&value));
    }

    #[test]
    fn a_value_that_was_kept_is_not_asked_again_until_it_changes() {
        let mut session = session();
        let revenue = field("company.revenue@2025");
        assert!(typed(&mut session, revenue, "3000").is_some());
        session.apply(Action::Keep(revenue));
        assert_eq!(session.doubt(revenue), None);
        assert_eq!(typed(&mut session, revenue, "3,000.00"), None);
        assert!(typed(&mut session, revenue, "3001").is_some());
        assert_eq!(typed(&mut session, revenue, "0"), None);
    }

    #[test]
    fn the_unit_typed_decides_what_is_offered_instead() {
        let mut session = session();
        let profit = field("tax.profit@2025");
        let instead = |doubt: Option<Doubt>| doubt.unwrap().instead.map(|(_, text)| text);
        assert_eq!(
            instead(typed(&mut session, profit, "-50")).as_deref(),
            Some("-50万元")
        );
        session.apply(Action::InWan(profit, true));
        assert_eq!(session.doubt(profit), None);
        assert_eq!(
            instead(typed(&mut session, profit, "80000000")).as_deref(),
            Some("80000000元")
        );
        assert_eq!(instead(typed(&mut session, profit, "0.01")), None);
        assert_eq!(
            instead(typed(&mut session, profit, "600亿")),
            None,
            "no unit is often taken for 亿元"
        );
    }

    #[test]
    fn a_mass_in_kilograms_is_asked_back() {
        let mut session = session();
        let key = session.next_row_key();
        let ask = field("aviation.business").ask;
        session.apply(Action::Pick(ask, "general_aviation".into(), true));
        let ask = field("fleet").ask;
        session.apply(Action::AddRow(ask));
        let cell = Some((key, 0));
        let doubt = typed(&mut session, Field { ask, cell }, "800").unwrap();
        assert_eq!(doubt.instead.unwrap().1, "800公斤");
        assert_eq!(typed(&mut session, Field { ask, cell }, "800公斤"), None);
    }

    #[test]
    fn a_part_larger_than_its_whole_is_asked_back() {
        let mut session = session();
        let part = field("tech.researchers@2025");
        assert_eq!(typed(&mut session, part, "30"), None);
        typed(&mut session, field("tech.staff@2024"), "20");
        assert_eq!(session.doubt(part), None);
        typed(&mut session, field("tech.staff@2025"), "20");
        let doubt = session.doubt(part).unwrap();
        assert_eq!(
            doubt.says,
            "请核对：科技人员数（30 人）不应多于职工总数（20 人）。"
        );
        assert_eq!((doubt.instead, doubt.keep), (None, None));
        typed(&mut session, field("tech.staff@2025"), "30");
        assert_eq!(session.doubt(part), None);
    }

    #[test]
    fn every_usual_span_holds_what_its_limits_accept() {
        let questionnaire = &policy_catalog::catalog().questionnaire;
        let columns = questionnaire.facts.iter().flat_map(|fact| fact.columns());
        let kinds = questionnaire.facts.iter().map(|fact| &fact.kind);
        let kinds = kinds.chain(columns.map(|column| &column.kind));
        let mut spans = 0;
        for kind in kinds {
            if let Kind::Quantity(measured) = kind
                && let Some(usual) = measured.usual
            {
                spans += 1;
                assert!(usual.most <= measured.at_most, "{measured:?}");
                assert!(usual.least > measured.at_least, "{measured:?}");
            }
        }
        assert!(spans > 20);
    }
}
