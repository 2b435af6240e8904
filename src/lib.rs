//! 惠企政策自测: the page.

pub mod ui;
