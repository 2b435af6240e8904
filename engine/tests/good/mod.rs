//! The files of a small catalogue, all good.

use std::path::Path;

use policy_engine::author::Sources;
use policy_engine::author::files::sources;

/// The files in `fixtures/good/`, by their names there.
pub fn good() -> Sources {
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/good"))
        .expect("the fixtures can be read")
}
