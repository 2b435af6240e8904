//! SCREEN in plain integers, without allocating: what is possible at most, and no explanation.

mod enterprise;
mod peer;
mod rules;

fn main() -> std::io::Result<()> {
    peer_common::run::run::<peer::Fen>()
}
