//! The bindings between wasm and the page's scripts, as `wasm-bindgen --target web` makes them.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

/// Writes `policy_check.js`, `policy_check.d.ts` and `policy_check_bg.wasm` for the app's `wasm` into
/// an emptied `folder`. Returns the path of the new wasm file.
pub fn for_page(wasm: &Path, folder: &Path) -> Result<PathBuf> {
    write(
        Bindgen::new().typescript(true),
        wasm,
        folder,
        "policy_check",
    )?;
    Ok(folder.join("policy_check_bg.wasm"))
}

/// Writes `work.js` and `work_bg.wasm` for the benches' `wasm` into an emptied `folder`. Returns the path
/// of the new wasm file.
pub fn for_benches(wasm: &Path, folder: &Path) -> Result<PathBuf> {
    write(&mut Bindgen::new(), wasm, folder, "work")?;
    Ok(folder.join("work_bg.wasm"))
}

/// Writes `tests.js` and `tests_bg.wasm` for a test binary's `wasm` into an emptied `folder`, with
/// the options of `wasm-bindgen-test-runner`: nothing runs by itself, and every export is in reach.
pub fn for_tests(wasm: &Path, folder: &Path) -> Result<()> {
    write(
        Bindgen::new()
            .debug(true)
            .export_wasm(true)
            .emit_start(false),
        wasm,
        folder,
        "tests",
    )
}

fn write(bindgen: &mut Bindgen, wasm: &Path, folder: &Path, name: &str) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("清空不了 {}", folder.display()))?;
    }
    bindgen
        .input_path(wasm)
        .web(true)?
        .out_name(name)
        .generate(folder)
        .with_context(|| format!("无法为 {} 生成绑定", wasm.display()))
}
