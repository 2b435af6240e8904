//! Words for what the engine found, shared by the page and the command line.
//!
//! The texts themselves stand in `locales/`; this crate only fills them in.

pub mod advice;
pub mod calculation;
pub mod comparison;
pub mod condition;
pub mod coverage;
pub mod disclaimer;
pub mod doubt;
pub mod error;
pub mod headline;
pub mod money;
pub mod number;
pub mod outcome;
pub mod place;
pub mod report;
pub mod reporter;
pub mod stakes;
pub mod text;
pub mod totals;
pub mod unit;
pub mod working;

#[cfg(feature = "whole")]
pub use text::english;
pub use text::{
    cited, command_texts, complete, fill, in_short, labelled, language, noted, speak, texts,
};
