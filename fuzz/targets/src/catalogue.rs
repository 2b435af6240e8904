//! A catalogue that a page loads in the place of its own.

use std::sync::LazyLock;

use policy_catalog::{pack, sealed, unpack};

use crate::authors::GOOD;

/// The first byte says what the others are: `f` a file, `b` what a file seals; otherwise changes to a
/// good file under its seal, three bytes each, the place and what is to stand there.
pub fn attack(bytes: &[u8]) {
    let file = match bytes.split_first() {
        Some((b'f', file)) => file.to_vec(),
        Some((b'b', body)) => sealed(body),
        Some((_, changes)) => sealed(&changed(changes)),
        None => return,
    };
    if let Ok(packed) = unpack(&file) {
        assert_eq!(unpack(&pack(&packed)), Ok(packed), "read otherwise");
    }
}

/// What a good file seals.
static GOOD_BODY: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let file = pack(&(GOOD.clone(), vec!["a text".to_owned()]));
    file[sealed(&[]).len()..].to_vec()
});

/// A good catalogue with some bytes changed.
fn changed(changes: &[u8]) -> Vec<u8> {
    let mut body = GOOD_BODY.clone();
    for change in changes.chunks_exact(3) {
        let place = usize::from(u16::from_be_bytes([change[0], change[1]]));
        let length = body.len();
        body[place % length] = change[2];
    }
    body
}
