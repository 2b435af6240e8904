//! What stands beside every sum: that an authority decides, and that a copy has grown old.

use jiff::civil::Date;
use policy_engine::catalog::Catalog;
use policy_engine::day;

use crate::text::{fill, texts};

/// How many days after the newest comparison with the documents a copy is old.
const FRESH: i64 = 180;

/// What stands beside every sum of a catalogue that is used on a day.
pub fn disclaimer(catalog: &Catalog, today: Date) -> String {
    let t = texts();
    let days = day::between(catalog.checked, today);
    if days <= FRESH {
        return t.app_disclaimer.to_owned();
    }
    let values = [
        ("day", day::written(catalog.checked)),
        ("days", days.to_string()),
    ];
    let values = values.each_ref().map(|(name, text)| (*name, text.as_str()));
    let old = fill(t.app_old_copy, &values);
    [t.app_disclaimer, &old].join(t.finding_sentence_separator)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_copy_says_that_it_is_old_from_the_181st_day_on() {
        let catalog = Catalog {
            checked: date(2026, 1, 1),
            ..Catalog::default()
        };
        let fresh = texts().app_disclaimer;
        assert_eq!(disclaimer(&catalog, date(2025, 1, 1)), fresh);
        assert_eq!(disclaimer(&catalog, date(2026, 6, 30)), fresh);
        let old = disclaimer(&catalog, date(2026, 7, 1));
        assert!(
            old.starts_with(fresh) && old.contains("2026-01-01") && old.contains("181 天"),
            "{old}"
        );
    }
}
