//! Makes the wasm smaller with binaryen's `wasm-opt`, from npm.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::{paths, wasm};

/// The features that `wasm::TARGET_FLAGS` allows: with more, wasm-opt may emit what Chromium 80 refuses.
pub const FEATURES: [&str; 5] = [
    "--mvp-features",
    "--enable-mutable-globals",
    "--enable-bulk-memory",
    "--enable-sign-ext",
    "--enable-nontrapping-float-to-int",
];

/// Replaces `file` with a smaller one that does the same.
pub fn shrink(file: &Path) -> Result<()> {
    let smaller = file.with_extension("opt.wasm");
    let mut wasm_opt = Command::new("node");
    wasm_opt
        .arg(paths::npm_program("binaryen/bin/wasm-opt"))
        .arg("-Oz")
        .args(FEATURES);
    wasm_opt.args([
        "--strip-debug",
        "--strip-producers",
        "--strip-target-features",
    ]);
    wasm_opt.arg(file).arg("--output").arg(&smaller);
    wasm::run(&mut wasm_opt)?;
    fs::rename(&smaller, file).with_context(|| format!("写不了 {}", file.display()))
}
