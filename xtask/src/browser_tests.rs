//! Runs `tests/browser.rs` in a real browser, as `wasm-bindgen-test-runner` would: that program takes
//! minutes to build, and what it does with a browser takes a short script.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::wasm::{self, Profile};
use crate::{bindings, paths};

/// Compiles the tests and runs each in a page of its own. `scripts/browser-tests.mjs` counts them.
pub fn run() -> Result<()> {
    println!("编译浏览器测试……");
    let folder = paths::web_target().join("browser-tests");
    bindings::for_tests(&compile()?, &folder)?;
    let mut script = Command::new("node");
    script
        .arg(paths::root().join("scripts/browser-tests.mjs"))
        .arg(&folder);
    wasm::run(&mut script)
}

/// Compiles the test binary and returns its path.
fn compile() -> Result<PathBuf> {
    let mut cargo = Profile::Dev.cargo_build(wasm::PACKAGE)?;
    cargo.args([
        "--test",
        "browser",
        "--message-format",
        "json-render-diagnostics",
    ]);
    let output = cargo
        .stderr(Stdio::inherit())
        .output()
        .context("无法运行 cargo")?;
    if !output.status.success() {
        bail!("编译浏览器测试失败（{}）", output.status);
    }
    let messages = String::from_utf8(output.stdout).context("cargo 的输出不是 UTF-8")?;
    executable(&messages).context("cargo 没有给出测试程序的路径")
}

/// The test binary among cargo's messages, one message a line. The app's own binary is there too.
fn executable(messages: &str) -> Option<PathBuf> {
    messages.lines().find_map(|line| {
        let message: serde_json::Value = serde_json::from_str(line).ok()?;
        message.pointer("/profile/test")?.as_bool()?.then_some(())?;
        Some(PathBuf::from(message.get("executable")?.as_str()?))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_executable_among_cargos_messages() {
        let messages = r#"{"reason":"compiler-artifact","profile":{"test":false},"executable":null}
{"reason":"compiler-artifact","profile":{"test":false},"executable":"/a/policy-check.wasm"}
{"reason":"compiler-artifact","profile":{"test":true},"executable":"/a/browser-1.wasm"}
{"reason":"build-finished","success":true}"#;
        assert_eq!(
            executable(messages),
            Some(PathBuf::from("/a/browser-1.wasm"))
        );
        assert_eq!(executable("no message"), None);
    }
}
