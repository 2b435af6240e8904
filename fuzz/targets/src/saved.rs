//! JSON that brings answers: the form kept on the device, and files.

use crate::session::{begun, blank, holds};

/// The form that a page kept.
pub fn kept(bytes: &[u8]) {
    let json = crate::text(bytes);
    let kept_at = blank().kept_at(&json);
    blank().restore_look(&json);
    let mut session = begun();
    let before = session.clone();
    match session.restore(&json) {
        Ok(()) => {
            assert!(kept_at.is_ok(), "taken, and yet not offered");
            session.changes_since(&json);
            holds(&session);
        }
        Err(corrupt) => {
            assert_eq!(kept_at, Err(corrupt), "offered, and yet not taken");
            assert_eq!(session, before, "refused, and changed something");
        }
    }
}

/// A file that a person opens.
pub fn file(bytes: &[u8]) {
    let json = crate::text(bytes);
    let mut session = begun();
    let before = session.clone();
    match session.restore_file(&json) {
        Ok(_) => holds(&session),
        Err(wrong) => {
            assert!(!wrong.message().is_empty());
            assert_eq!(session, before, "refused, and changed something");
        }
    }
}
