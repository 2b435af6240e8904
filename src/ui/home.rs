//! The address that links to the answers lead to.

use super::host;
use crate::session::Session;

/// The address under which others open the page: its own, or where it has none for others, the one
/// that it was given. In a frame that is not an element's nothing would carry the answers from there
/// into the page.
pub fn home(session: &Session) -> Option<String> {
    let given = || session.home().filter(|_| !host::is_in_plain_frame());
    host::public_address().or_else(|| given().map(str::to_owned))
}
