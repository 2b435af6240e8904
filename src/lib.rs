//! 惠企政策自测: the page. A plain-Rust session under a thin Yew shell.

pub mod session;
pub mod ui;
