//! How to call the command.

use std::fmt::Display;

use jiff::civil::Date;
use policy_engine::assess::{YEARS, serves};
use policy_engine::language::Language;
use policy_wording::{command_texts, fill, language};

/// The usage.
pub fn text() -> &'static str {
    match language() {
        Language::Chinese => include_str!("../../locales/cli.zh.txt"),
        Language::English => include_str!("../../locales/cli.en.txt"),
    }
}

/// A wrong call: what is wrong, then the usage.
pub fn wrong(error: &dyn Display) -> String {
    format!("{error}\n\n{}", text())
}

/// Words that are no command.
pub fn unknown(words: &[&str]) -> String {
    wrong(&fill(
        command_texts().cli_unknown,
        &[("words", &words.join(" "))],
    ))
}

/// A language, given by `--lang`.
pub fn language_named(text: &str) -> Result<Language, String> {
    let wrong = || fill(command_texts().cli_wrong_language, &[("text", text)]);
    Language::named(text).ok_or_else(wrong)
}

/// A date to assess, given by `--on` or by the answer file.
pub fn date(text: &str) -> Result<Date, String> {
    let date = text.parse().ok().filter(|date| serves(*date));
    let [first, last] = [YEARS.start(), YEARS.end()].map(i16::to_string);
    let values = [("text", text), ("first", first.as_str()), ("last", &last)];
    date.ok_or_else(|| fill(command_texts().cli_wrong_date, &values))
}
