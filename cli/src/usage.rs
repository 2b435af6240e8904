//! How to call the command.

use std::fmt::Display;

use jiff::civil::Date;

/// The usage.
pub const TEXT: &str = include_str!("../../locales/cli.zh.txt");

/// A wrong call: what is wrong, then the usage.
pub fn wrong(error: &dyn Display) -> String {
    format!("{error}\n\n{TEXT}")
}

/// The first and last year that can be assessed.
const YEARS: std::ops::RangeInclusive<i16> = 2000..=2100;

/// A date given by `--on`.
pub fn date(text: &str) -> Result<Date, String> {
    let date = text
        .parse::<Date>()
        .ok()
        .filter(|date| YEARS.contains(&date.year()));
    date.ok_or_else(|| {
        wrong(&format!(
            "--on {text}: YYYY-MM-DD, {}-{}",
            YEARS.start(),
            YEARS.end()
        ))
    })
}
