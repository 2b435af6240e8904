//! SCREEN as a decision file (JDM) of zen-engine, with the trace off: no explanation.

mod enterprise;
mod peer;

fn main() -> std::io::Result<()> {
    peer_common::run::run::<peer::Zen>()
}
