//! Days as numbers in the compact catalogue and as text everywhere else, so that no parser for times is
//! shipped.

use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

/// Reads a day as ISO 8601 writes it: 2026-01-31.
pub fn read(text: &str) -> Option<Date> {
    let (year, rest) = text.split_once('-')?;
    let (month, day) = rest.split_once('-')?;
    let day = Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    day.ok().filter(|day| written(*day) == text)
}

/// A day as ISO 8601 writes it.
pub fn written(day: Date) -> String {
    format!("{:04}-{:02}-{:02}", day.year(), day.month(), day.day())
}

/// The days from one day to another, fewer than none where that lies before.
pub fn between(first: Date, last: Date) -> i64 {
    last.duration_since(first).as_hours() / 24
}

/// Writes a day as year, month, day.
pub fn serialize<S: Serializer>(day: &Date, serializer: S) -> Result<S::Ok, S::Error> {
    (day.year(), day.month(), day.day()).serialize(serializer)
}

/// Reads year, month, day.
pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
    let (year, month, day) = Deserialize::deserialize(deserializer)?;
    Date::new(year, month, day).map_err(D::Error::custom)
}

/// The same for a day that may be absent.
pub mod option {
    use super::{Date, Deserialize, Deserializer, Serialize, Serializer};

    #[derive(Serialize, Deserialize)]
    struct Day(#[serde(with = "super")] Date);

    /// Writes the day, if there is one.
    pub fn serialize<S: Serializer>(day: &Option<Date>, serializer: S) -> Result<S::Ok, S::Error> {
        day.map(Day).serialize(serializer)
    }

    /// Reads the day, if there is one.
    pub fn deserialize<'de, D: Deserializer<'de>>(d: D) -> Result<Option<Date>, D::Error> {
        Ok(Option::<Day>::deserialize(d)?.map(|Day(day)| day))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_day_is_read_as_it_is_written() {
        for text in ["2026-01-31", "2024-02-29", "0999-12-01"] {
            assert_eq!(read(text).map(written).as_deref(), Some(text));
        }
        for text in [
            "",
            "2026",
            "2026-01",
            "2026-1-31",
            "2026-02-30",
            "2025-02-29",
            "2026-01-31x",
            "+026-01-31",
            "2026-01-+1",
            "26-01-31",
            "2026-01-31T00",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn days_are_counted_over_leap_years_and_backwards() {
        let first = date(2024, 2, 28);
        assert_eq!(between(first, date(2024, 3, 1)), 2);
        assert_eq!(between(first, date(2025, 2, 28)), 366);
        assert_eq!(between(date(2025, 2, 28), first), -366);
    }
}
