//! The days of a year on which a loan runs: every peer is given them, as not each of them has dates.

use crate::enterprise::Term;

/// The days of a year on which a loan runs: the first day counts, the day on which it is due does not.
pub fn days_in(term: &Term, year: i32) -> i64 {
    match term {
        Term::Days(days) => *days,
        Term::Dates(start, due) => (days_before(due, year) - days_before(start, year)).max(0),
    }
}

/// How many days of a year lie before a day such as `2026-07-01`.
fn days_before(day: &str, year: i32) -> i64 {
    let mut parts = day.split('-').map(|part| part.parse::<i64>());
    let mut part = || parts.next().and_then(Result::ok).expect("a date");
    let (of, month, day) = (part(), part(), part());
    let february = if is_leap(year) { 29 } else { 28 };
    let months = [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    match of.cmp(&i64::from(year)) {
        std::cmp::Ordering::Less => 0,
        std::cmp::Ordering::Equal => {
            (1..month).zip(months).map(|(_, days)| days).sum::<i64>() + day - 1
        }
        std::cmp::Ordering::Greater => months.iter().sum(),
    }
}

fn is_leap(year: i32) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_those_of_the_year() {
        let from = |start: &str, due: &str, year| {
            days_in(&Term::Dates(start.to_owned(), due.to_owned()), year)
        };
        assert_eq!(from("2026-01-01", "2027-01-01", 2026), 365);
        assert_eq!(from("2024-01-01", "2025-01-01", 2024), 366);
        assert_eq!(from("2026-12-31", "2027-12-31", 2026), 1);
        assert_eq!(from("2025-07-01", "2026-01-01", 2026), 0);
        assert_eq!(from("2026-02-28", "2026-03-01", 2026), 1);
        assert_eq!(from("2025-07-01", "2028-07-01", 2026), 365);
        assert_eq!(from("2027-01-01", "2028-01-01", 2026), 0);
        assert_eq!(days_in(&Term::Days(180), 2026), 180);
    }
}
