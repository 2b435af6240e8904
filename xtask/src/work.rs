//! The engine's work in Chromium, compiled as the page is.

use std::process::Command;

use anyhow::Result;

use crate::optimise::Names;
use crate::wasm::{self, Profile};
use crate::{bindings, optimise, paths};

/// The package with the work.
const PACKAGE: &str = "policy-benches-wasm";

/// The name of its wasm.
const WASM: &str = "policy_benches_wasm.wasm";

/// Compiles the work and has `scripts/work.mjs` measure it.
pub fn measure() -> Result<()> {
    println!("编译引擎的测量……");
    let mut cargo = Profile::Release.cargo_build(PACKAGE)?;
    wasm::run(&mut cargo)?;
    let folder = paths::web_target().join("work");
    let bound = bindings::for_benches(&Profile::Release.output().join(WASM), &folder)?;
    optimise::shrink(&bound, Names::Stripped)?;
    let mut script = Command::new("node");
    script
        .arg(paths::root().join("scripts/work.mjs"))
        .arg(&folder);
    wasm::run(&mut script)
}
