//! Why a file cannot be read.

use policy_engine::input::MOST;
use policy_wording::{fill, in_short, texts};

/// What is wrong with a file, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// Longer than any that is written.
    TooLong,
    /// No JSON, from this line and column on; or tables in tables without end.
    NotJson(usize, usize),
    /// JSON of something else.
    Foreign,
    /// Written by a newer page.
    Newer,
    /// At this name, something that no answer looks like.
    Shape(String),
    /// At this name, an answer without the year that it is for.
    NoYear(String),
    /// At this name, a number that may have lost digits on its way.
    LongNumber(String),
    /// At this name, more rows or options than can be shown.
    TooMany(String),
    /// This question is answered twice.
    Twice(String),
}

impl Wrong {
    /// The message.
    pub fn message(&self) -> String {
        let t = texts();
        let at = |template: &str, name: &str| fill(template, &[("name", &in_short(name))]);
        match self {
            Wrong::TooLong => t.file_too_long.to_owned(),
            Wrong::NotJson(line, column) => fill(
                t.file_not_json,
                &[
                    ("line", line.to_string().as_str()),
                    ("column", &column.to_string()),
                ],
            ),
            Wrong::Foreign => t.file_foreign.to_owned(),
            Wrong::Newer => t.file_newer.to_owned(),
            Wrong::Shape(name) => at(t.file_shape, name),
            Wrong::NoYear(name) => at(t.file_no_year, name),
            Wrong::LongNumber(name) => at(t.file_long_number, name),
            Wrong::TooMany(name) => {
                let most = MOST.to_string();
                let values = [("name", in_short(name)), ("most", most)];
                fill(
                    t.file_too_many,
                    &values.each_ref().map(|(key, value)| (*key, value.as_str())),
                )
            }
            Wrong::Twice(name) => at(t.file_twice, name),
        }
    }
}
