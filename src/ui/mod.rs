//! The components, one per file. They draw the session and hand actions back; nothing else.

mod announce;
mod app;
mod arrival;
mod arrival_notice;
mod calendar;
mod changes;
mod chart;
mod choices;
mod combobox;
mod comparison;
mod conditions;
mod confirm;
mod day;
mod device;
mod display;
mod documents;
mod doubt;
mod errors;
mod examples;
mod exchange;
mod field;
mod form;
mod guide;
mod hand_over;
mod home;
mod host;
mod icon;
mod industry;
mod intro;
mod keep;
mod language;
mod message;
mod notice;
mod place;
mod program;
mod question;
mod questionnaire;
mod results;
mod review;
mod rows;
mod running;
mod sheet;
mod source;
mod store;
mod topics;
mod totals;
mod unit;
mod wrong_options;

use policy_catalog::Unreadable;
use policy_wording::{speak, texts};

pub use app::App;

/// Draws the app in the place of what the page was built with: the catalogue for browsers that cannot run it.
///
/// A catalogue that was asked for and cannot be used stops the start: other policies would mislead.
pub fn start() {
    if let Some(bytes) = host::catalogue()
        && let Err(unreadable) = policy_catalog::install(&bytes)
    {
        speak(host::language());
        let t = texts();
        host::refuse_to_start(match unreadable {
            Unreadable::NotOne => t.catalogue_not_one,
            Unreadable::OtherVersion => t.catalogue_other_version,
            Unreadable::Broken => t.catalogue_broken,
        });
    }
    yew::Renderer::<App>::with_root(host::root()).render();
}
