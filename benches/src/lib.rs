//! The engine held against a second reckoning, and how long both take.
//!
//! [`screen`] names the work: fourteen programs of four documents. [`enterprise`] is what they ask of
//! an enterprise, [`draw`] draws one at random, [`answers`] fills the form with it, and [`by_hand`]
//! reckons the same fourteen programs from the documents' words, in plain Rust and without the engine.
//! [`work`] is what is measured of the engine, [`growth`] more of everything.

pub mod answers;
pub mod by_hand;
pub mod draw;
pub mod enterprise;
pub mod growth;
pub mod screen;
pub mod table;
pub mod work;
