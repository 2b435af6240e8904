//! The address that links to the answers lead to.

use super::host;
use crate::session::Session;

/// The address under which others open the page: its own, or where it has none for others, the one
/// that it was given.
pub fn home(session: &Session) -> Option<String> {
    host::public_address().or_else(|| session.home().map(str::to_owned))
}
