//! The page's wasm: what the page calls of it is `ui::begin`.

use policy_check as _;

fn main() {}
