//! The components, one per file. They draw the session and hand actions back; nothing else.

mod announce;
mod app;
mod calendar;
mod changes;
mod chart;
mod choices;
mod comparison;
mod conditions;
mod confirm;
mod day;
mod device;
mod display;
mod documents;
mod errors;
mod examples;
mod field;
mod form;
mod guide;
mod host;
mod icon;
mod intro;
mod keep;
mod language;
mod notice;
mod program;
mod question;
mod questionnaire;
mod results;
mod review;
mod rows;
mod running;
mod source;
mod store;
mod topics;
mod totals;

pub use app::App;
