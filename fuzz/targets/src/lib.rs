//! What is done with hostile input to every parser that takes any.
//!
//! Each target takes any bytes. It panics where the product does, and where the product keeps no word:
//! what was refused changed something, what was accepted is not read back, or cannot be assessed. The
//! fuzzer looks for such bytes (`make fuzz`); the seeds are tried by `cargo test`.

mod address;
mod authors;
mod catalogue;
mod code;
mod number;
mod saved;
mod search;
mod session;
mod typed;

/// A parser under attack.
#[derive(Clone, Copy, Debug)]
pub struct Target {
    /// The name: of its seeds, and of the program that fuzzes it.
    pub name: &'static str,
    /// Tries some bytes.
    pub attack: fn(&[u8]),
}

/// Every target.
pub const TARGETS: [Target; 12] = [
    target("number", number::attack),
    target("answers", typed::attack),
    target("link", address::link),
    target("link_bytes", address::link_bytes),
    target("options", address::options),
    target("kept", saved::kept),
    target("file", saved::file),
    target("search", search::attack),
    target("credit_code", code::attack),
    target("answer_file", authors::answer_file),
    target("policy_file", authors::policy_file),
    target("catalogue", catalogue::attack),
];

const fn target(name: &'static str, attack: fn(&[u8])) -> Target {
    Target { name, attack }
}

/// Tries bytes on the target of a name.
///
/// # Panics
///
/// Where there is no such target, and as the target does.
pub fn attack(name: &str, bytes: &[u8]) {
    let target = TARGETS.iter().find(|target| target.name == name);
    (target.expect("a target of that name").attack)(bytes);
}

/// Bytes as a text: what is no UTF-8 is replaced, as a browser does.
fn text(bytes: &[u8]) -> std::borrow::Cow<'_, str> {
    String::from_utf8_lossy(bytes)
}
