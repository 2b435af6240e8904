//! The engine: policies as data, answers in, an explained assessment out.
//!
//! No browser, clock, network or float: the same answers on the same date give the same result
//! everywhere. In the order below, a module imports only what stands above it:
//! ordered, language, exact, day, unit, quantity, typed, credit_code, verdict, span, find, region, usual, industry,
//! fact, questionnaire, input, form, case, policy, catalog, translation, assess, advise, author.

pub mod advise;
pub mod assess;
#[cfg(feature = "author")]
pub mod author;
pub mod case;
pub mod catalog;
pub mod credit_code;
pub mod day;
pub mod exact;
pub mod fact;
pub mod find;
pub mod form;
pub mod industry;
pub mod input;
pub mod language;
pub mod ordered;
pub mod policy;
pub mod quantity;
pub mod questionnaire;
pub mod region;
pub mod span;
pub mod translation;
pub mod typed;
pub mod unit;
pub mod usual;
pub mod verdict;

pub use assess::assess;
