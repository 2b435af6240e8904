//! Whether a question looks in one state of the form as it does in another.

use policy_engine::fact::{Ask, Kind};

use super::Session;

impl Session {
    /// Whether everything that is shown of a question is the same in another session: its own entry, those
    /// that its list copies from or its value is held against, its unit, and whether it is being edited.
    pub fn asks_alike(&self, other: &Session, ask: Ask) -> bool {
        if !std::ptr::eq(self.catalog, other.catalog) {
            return false;
        }
        let fact = self.catalog.questionnaire.fact(ask.fact);
        let whole = fact.not_over.map(|fact| Ask { fact, ..ask });
        let shown = |of: Ask| of == ask || Some(of) == whole;
        let same_entry = |of: &Ask| self.entries.get(of) == other.entries.get(of);
        let both = [self, other];
        let [units, their_units] = both.map(|of| of.in_wan.iter().filter(|(of, _)| shown(*of)));
        let [kept, their_kept] = both.map(|of| of.kept.iter().filter(|(of, _)| of.ask == ask));
        let [edited, their_edited] = both.map(|of| {
            let here = of.editing.filter(|field| field.ask == ask);
            here.map(|field| (field, of.typing))
        });
        // A row that is added takes the focus by its key.
        let same_list = || {
            self.next_row == other.next_row
                && self.years_with_rows(ask) == other.years_with_rows(ask)
        };
        [Some(ask), whole].iter().flatten().all(same_entry)
            && units.eq(their_units)
            && kept.eq(their_kept)
            && edited == their_edited
            && (!matches!(fact.kind, Kind::Rows(_)) || same_list())
    }
}

#[cfg(test)]
mod tests {
    use policy_engine::fact::{ColumnId, Value};
    use policy_engine::input::Problem;
    use policy_engine::language::Language;
    use policy_wording::doubt::Doubt;

    use super::*;
    use crate::session::testing::{ask, field, session, typed};
    use crate::session::{Action, Entry, Field, RowEntry, RowKey, examples};

    /// What the page draws of a field.
    type OfField = (
        Option<String>,
        Option<Value>,
        Option<Problem>,
        Option<Doubt>,
        bool,
    );

    /// What the page draws of a question, by the methods that it asks.
    #[derive(Debug, PartialEq)]
    struct Shown {
        entry: Option<Entry>,
        fields: Vec<OfField>,
        rows: Vec<Option<Problem>>,
        copied_from: Vec<Ask>,
        next_row: Option<RowKey>,
    }

    fn shown(session: &Session, ask: Ask) -> Shown {
        let fact = session.catalog().questionnaire.fact(ask.fact);
        let rows: &[RowEntry] = match session.entry(ask) {
            Some(Entry::Rows { rows, .. }) => rows,
            _ => &[],
        };
        let columns = ColumnId::try_from(fact.columns().len()).unwrap();
        let cells = rows
            .iter()
            .flat_map(|row| (0..columns).map(|column| Some((row.key, column))));
        let fields = cells.chain([None]).map(|cell| {
            let field = Field { ask, cell };
            (
                session.text(field).map(str::to_owned),
                session.value(field).cloned(),
                session.problem(field).cloned(),
                session.doubt(field),
                session.in_wan(field),
            )
        });
        let rows = rows
            .iter()
            .map(|row| session.row_problem(ask, row).cloned());
        Shown {
            entry: session.entry(ask).cloned(),
            fields: fields.collect(),
            rows: rows.collect(),
            copied_from: session.years_with_rows(ask),
            next_row: matches!(fact.kind, Kind::Rows(_)).then(|| session.next_row_key()),
        }
    }

    /// Every question that the catalogue can ask, and those of other years that were answered.
    fn asks(sessions: [&Session; 2]) -> Vec<Ask> {
        let outcomes = sessions.map(Session::outcome);
        let asked = outcomes.iter().flat_map(|outcome| &outcome.questions);
        let entered = sessions.into_iter().flat_map(|of| of.entries.keys());
        asked.chain(entered).copied().collect()
    }

    /// Does something, and sees that no question that is said to look alike looks otherwise.
    fn after(session: &mut Session, action: Action) {
        let before = session.clone();
        session.apply(action.clone());
        for ask in asks([&before, session]) {
            if before.asks_alike(session, ask) {
                assert_eq!(shown(&before, ask), shown(session, ask), "{action:?}");
            }
        }
    }

    #[test]
    fn what_looks_alike_is_shown_the_same() {
        let mut session = session();
        let revenue = field("company.revenue@2025");
        let part = field("project.first_year_investment");
        let fleet = ask("fleet");
        for example in examples() {
            after(&mut session, Action::Try(example.id));
            let key = session.next_row_key();
            let cell = Field {
                ask: fleet,
                cell: Some((key, 0)),
            };
            for action in [
                Action::Enter(revenue),
                Action::Type(revenue, "3000".into()),
                Action::Leave(revenue),
                Action::Keep(revenue),
                Action::InWan(revenue, true),
                Action::Type(field("project.fixed_investment"), "100".into()),
                Action::Type(part, "200".into()),
                Action::Type(field("project.fixed_investment"), "300".into()),
                Action::Enter(part),
                Action::Type(part, "many".into()),
                Action::Unsure(part.ask, true),
                Action::AddRow(fleet),
                Action::Enter(cell),
                Action::Type(cell, "0".into()),
                Action::Leave(cell),
                Action::RemoveRow(fleet, key),
                Action::AddRow(ask("loans@2024")),
                Action::RemoveRow(ask("loans@2024"), key + 1),
                Action::AddRow(ask("loans@2024")),
                Action::CopyRows {
                    to: ask("loans@2025"),
                    from: ask("loans@2024"),
                },
                Action::Speak(Language::English),
                Action::Date("2024-06-30".into()),
                Action::Speak(Language::Chinese),
                Action::StartAnew,
            ] {
                after(&mut session, action);
            }
        }
    }

    #[test]
    fn a_key_in_one_field_leaves_the_other_questions_alike() {
        let mut session = session();
        session.apply(Action::Enter(field("company.revenue@2025")));
        let before = session.clone();
        typed(&mut session, "company.revenue@2025", "1");
        assert!(!before.asks_alike(&session, ask("company.revenue@2025")));
        for other in ["company.revenue@2024", "company.staff@2025", "fleet"] {
            assert!(before.asks_alike(&session, ask(other)), "{other}");
        }
    }

    #[test]
    fn a_question_is_drawn_again_with_what_its_value_is_held_against() {
        let mut session = session();
        typed(&mut session, "project.first_year_investment", "200");
        let before = session.clone();
        typed(&mut session, "project.fixed_investment", "100");
        assert!(!before.asks_alike(&session, ask("project.first_year_investment")));
    }
}
