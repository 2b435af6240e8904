//! What the address of the page brings: a link's code behind the `#`, options behind the `?`.

use policy_check::session::{self, Session};

use crate::session::{begun, blank, holds};

/// The code of a link, as it stands in the address or was pasted.
pub fn link(bytes: &[u8]) {
    let text = crate::text(bytes);
    session::is_code(&text);
    open(&text);
}

/// What stands in a link, with the checksum that belongs to it: no chance would find that.
pub fn link_bytes(bytes: &[u8]) {
    open(&Session::fragment_of(bytes.to_vec()));
}

fn open(link: &str) {
    let mut session = begun();
    let before = session.clone();
    match session.restore_fragment(link) {
        Ok(_) => holds(&session),
        Err(_) => assert_eq!(session, before, "refused, and changed something"),
    }
}

/// Options, one in each line: `name=value`.
pub fn options(bytes: &[u8]) {
    let text = crate::text(bytes);
    let pairs = text.lines().filter_map(|line| line.split_once('='));
    let options: Vec<_> = pairs
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    let mut session = blank();
    let wrong = session.begin_with(&options);
    assert!(wrong.len() <= options.len());
    assert!(session.is_empty(), "nothing was typed yet");
    if let Some(home) = session.home() {
        assert!(home.starts_with("https://") || home.starts_with("http://"));
        assert!(!home.contains(['#', '"', '<', '>', '\\', ' ']));
    }
    session.outcome();
}
