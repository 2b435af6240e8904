//! SCREEN by the engine with its explanation and without, and by hand in decimals without one.

mod by_hand;
mod engine;
mod money;

use peer_common::case::Case;
use policy_benches::enterprise::Enterprise;

fn main() -> std::io::Result<()> {
    peer_common::run::run::<engine::Engine>()?;
    peer_common::run::run::<engine::Screening>()?;
    peer_common::run::run::<by_hand::ByHand>()
}

/// The enterprise of a case, whose fields have the same names.
fn enterprise(case: &Case) -> Enterprise {
    let json = serde_json::to_value(&case.enterprise);
    let enterprise = json.and_then(serde_json::from_value);
    enterprise.expect("the benches wrote the cases")
}
