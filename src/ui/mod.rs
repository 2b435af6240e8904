//! The components, one per file. They draw the session and hand actions back; nothing else.

mod announce;
mod app;
mod calendar;
mod changes;
mod chart;
mod choices;
mod comparison;
mod conditions;
mod day;
mod display;
mod documents;
mod errors;
mod field;
mod host;
mod icon;
mod language;
mod notice;
mod program;
mod question;
mod questionnaire;
mod results;
mod rows;
mod source;
mod store;
mod topics;
mod totals;

pub use app::App;
