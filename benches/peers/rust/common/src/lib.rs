//! What every peer shares: the [`case`]s and what is due in them, the [`mod@check`] against it, and the
//! [`measure`]ments.

pub mod case;
pub mod check;
pub mod days;
pub mod due;
pub mod enterprise;
pub mod fixed;
pub mod measure;
pub mod peer;
pub mod run;
pub mod trap;
