//! The day assessed: today, or another that the person chose.

use jiff::civil::Date;
use policy_engine::day;
use policy_wording::error;

use super::Session;

impl Session {
    pub(super) fn set_date(&mut self, text: String) {
        match self.day_known(&text) {
            Some(day) => {
                self.date = day;
                self.typed_date = None;
            }
            None => self.typed_date = Some(text),
        }
    }

    /// Takes over the day of a saved form, as far as the catalogue knows it.
    pub(super) fn restore_date(&mut self, text: &str) {
        if let Some(day) = self.day_known(text) {
            self.date = day;
        }
    }

    pub(super) fn day_known(&self, text: &str) -> Option<Date> {
        let day = day::read(text)?;
        self.catalog.known().contains(&day).then_some(day)
    }

    /// The day assessed.
    pub fn date(&self) -> Date {
        self.date
    }

    /// The day as it stands in its field.
    pub fn date_text(&self) -> String {
        let typed = self.typed_date.clone();
        typed.unwrap_or_else(|| day::written(self.date))
    }

    /// What is wrong with the day in its field; the result stays that of the last good one.
    pub fn date_problem(&self) -> Option<String> {
        let typed = self.typed_date.as_ref()?;
        Some(error::unknown_day(self.catalog, typed))
    }

    /// Today, where another day is assessed.
    pub fn today_instead(&self) -> Option<Date> {
        (self.date != self.today || self.typed_date.is_some()).then_some(self.today)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::Action;

    #[test]
    fn the_day_chosen_comes_back_and_today_does_not() {
        let mut session = Session::new(policy_catalog::catalog(), Date::constant(2026, 11, 21));
        assert!(!session.to_json().contains("\"on\""));
        session.apply(Action::Date("2025-03-03".into()));
        let json = session.to_json();
        let mut other = Session::new(session.catalog(), Date::constant(2027, 1, 1));
        assert_eq!(other.restore(&json), Ok(()));
        assert_eq!(other.date(), Date::constant(2025, 3, 3));
        // A day of which no document knows is left.
        let unknown = json.replace("2025-03-03", "1999-01-01");
        let mut other = Session::new(session.catalog(), Date::constant(2027, 1, 1));
        assert_eq!(other.restore(&unknown), Ok(()));
        assert_eq!(other.date(), Date::constant(2027, 1, 1));
    }
}
