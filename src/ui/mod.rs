//! The components, one per file. They draw the session and hand actions back; nothing else.

mod announce;
mod app;
mod calendar;
mod changes;
mod chart;
mod choices;
mod combobox;
mod comparison;
mod conditions;
mod day;
mod display;
mod documents;
mod doubt;
mod errors;
mod field;
mod host;
mod icon;
mod industry;
mod notice;
mod place;
mod program;
mod question;
mod questionnaire;
mod results;
mod rows;
mod source;
mod store;
mod topics;
mod totals;
mod unit;

pub use app::App;
