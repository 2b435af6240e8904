//! SCREEN as expressions of CEL, evaluated by the `cel` crate, and no explanation.

mod enterprise;
mod peer;
mod rules;
mod sum;

fn main() -> std::io::Result<()> {
    peer_common::run::run::<peer::Cel>()
}
