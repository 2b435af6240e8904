//! Where things lie in the workspace.

use std::path::{Path, PathBuf};

/// The workspace's root folder.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("xtask lies in the workspace")
}

/// Cargo's target folder for wasm, apart from the native one so that neither rebuilds the other.
pub fn web_target() -> PathBuf {
    root().join("target/web")
}

/// The bindings and the wasm which the page loads.
pub fn pkg() -> PathBuf {
    web_target().join("pkg")
}

/// The later part of that wasm.
pub fn rest() -> PathBuf {
    pkg().join("policy_check_rest.wasm")
}

/// The catalogue as HTML, for browsers that cannot run the page.
pub fn catalogue() -> PathBuf {
    web_target().join("catalogue.html")
}

/// The names of documents and programs.
pub fn programs() -> PathBuf {
    web_target().join("programs.json")
}

/// The built page.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// The script of a program that npm installed, to be run with Node.
pub fn npm_program(path: &str) -> PathBuf {
    root().join("node_modules").join(path)
}
