//! The day assessed: today, or another that the person chose.

use jiff::civil::Date;
use policy_wording::error;

use super::Session;

impl Session {
    pub(super) fn set_date(&mut self, text: String) {
        let day = text.parse().ok();
        match day.filter(|day| self.catalog.known().contains(day)) {
            Some(day) => {
                self.date = day;
                self.typed_date = None;
            }
            None => self.typed_date = Some(text),
        }
    }

    /// The day assessed.
    pub fn date(&self) -> Date {
        self.date
    }

    /// The day as it stands in its field.
    pub fn date_text(&self) -> String {
        let typed = self.typed_date.clone();
        typed.unwrap_or_else(|| self.date.to_string())
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
