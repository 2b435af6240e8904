//! What an enterprise can do about an outcome: the nearest way to a program that is refused, and what
//! more of something brings.

pub mod change;
pub mod curve;
pub mod gain;
pub mod nearest;
