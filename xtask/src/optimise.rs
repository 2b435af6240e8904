//! Makes the wasm smaller with binaryen's `wasm-opt`, from npm.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::{paths, wasm};

/// The features that `wasm::TARGET_FLAGS` allows: with more, wasm-opt may emit what Chromium 80 refuses.
const FEATURES: [&str; 5] = [
    "--mvp-features",
    "--enable-mutable-globals",
    "--enable-bulk-memory",
    "--enable-sign-ext",
    "--enable-nontrapping-float-to-int",
];

/// Which names a smaller wasm keeps.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Names {
    /// None, as it is published.
    Stripped,
    /// Those of its functions, to tell what is in it.
    Kept,
}

/// Replaces `file` with a smaller one that does the same.
pub fn shrink(file: &Path, names: Names) -> Result<()> {
    let smaller = file.with_extension("opt.wasm");
    let mut wasm_opt = Command::new("node");
    wasm_opt
        .arg(paths::npm_program("binaryen/bin/wasm-opt"))
        .arg("-Oz")
        .args(FEATURES);
    wasm_opt.args(["--strip-producers", "--strip-target-features"]);
    // It cuts the catalogue at each run of zeros, into thousands of pieces that compress worse.
    wasm_opt.args(["--skip-pass", "memory-packing"]);
    wasm_opt.arg(match names {
        Names::Stripped => "--strip-debug",
        Names::Kept => "--debuginfo",
    });
    wasm_opt.arg(file).arg("--output").arg(&smaller);
    wasm::run(&mut wasm_opt)?;
    fs::rename(&smaller, file).with_context(|| format!("写不了 {}", file.display()))
}
