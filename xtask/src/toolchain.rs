//! The Rust toolchain that compiles to wasm: one with the standard library's source.

use std::collections::HashMap;
use std::fs;
use std::process::Command;

use anyhow::{Context, Result};

use crate::paths;

/// A cargo and a rustc with the standard library's source beside them.
///
/// `scripts/setup.sh` chooses them and records them in `target/web/toolchain`, one `name=path` a
/// line: rustup's, when it has `rust-src`, else Debian's `rustc-web`.
pub struct Toolchain {
    cargo: String,
    rustc: String,
}

impl Toolchain {
    /// Reads what `scripts/setup.sh` recorded.
    pub fn recorded() -> Result<Self> {
        let path = paths::web_target().join("toolchain");
        let text = fs::read_to_string(&path)
            .with_context(|| format!("读不到 {}，请先运行 make setup", path.display()))?;
        let mut tools = pairs(&text);
        let mut take = |name: &str| {
            tools
                .remove(name)
                .with_context(|| format!("{} 中没有 {name}，请重新运行 make setup", path.display()))
        };
        Ok(Self {
            cargo: take("cargo")?,
            rustc: take("rustc")?,
        })
    }

    /// Cargo with this toolchain, free of what the cargo that runs the xtask left in the environment.
    pub fn cargo(&self) -> Command {
        let mut cargo = Command::new(&self.cargo);
        for (name, _) in std::env::vars_os() {
            let Some(name) = name.to_str() else { continue };
            if is_left_by_cargo(name) {
                cargo.env_remove(name);
            }
        }
        // The source build of std is an unstable feature, which this variable opens on a stable rustc.
        cargo
            .env("RUSTC", &self.rustc)
            .env("RUSTC_BOOTSTRAP", "1")
            .current_dir(paths::root());
        cargo
    }
}

fn pairs(text: &str) -> HashMap<String, String> {
    text.lines()
        .filter_map(|line| line.split_once('='))
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect()
}

/// Whether an outer `cargo run`, or rustup's proxy before it, set this variable for its child.
fn is_left_by_cargo(name: &str) -> bool {
    const PREFIXES: [&str; 4] = ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_", "RUSTUP_"];
    const NAMES: [&str; 6] = [
        "CARGO",
        "LD_LIBRARY_PATH",
        "RUSTFLAGS",
        "CARGO_ENCODED_RUSTFLAGS",
        "CARGO_TARGET_DIR",
        "RUST_RECURSION_COUNT",
    ];
    NAMES.contains(&name) || PREFIXES.iter().any(|prefix| name.starts_with(prefix))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_one_pair_a_line() {
        let tools = pairs("cargo=/a/cargo\nrustc=/a=b/rustc\n\n");
        assert_eq!(tools["cargo"], "/a/cargo");
        assert_eq!(tools["rustc"], "/a=b/rustc");
    }

    #[test]
    fn keeps_the_users_own_settings() {
        assert!(is_left_by_cargo("CARGO_PKG_NAME"));
        assert!(is_left_by_cargo("LD_LIBRARY_PATH"));
        assert!(!is_left_by_cargo("CARGO_HOME"));
        assert!(!is_left_by_cargo("CARGO_HTTP_PROXY"));
        assert!(!is_left_by_cargo("PATH"));
    }
}
