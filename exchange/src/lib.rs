//! What page and command line hand on, and read again: a result as JSON and CSV, answers as JSON.
//!
//! The forms are described in `docs/result-format.md`.

pub mod answers;
pub mod csv;
pub mod file;
pub mod result;
pub mod table;
pub mod wrong;

pub use wrong::Wrong;
