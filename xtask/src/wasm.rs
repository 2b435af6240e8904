//! Compiles the app to wasm that the oldest supported browsers accept.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::optimise::Names;
use crate::stamp::Stamp;
use crate::toolchain::Toolchain;
use crate::{bindings, optimise, paths, split};

/// The wasm features of Chromium 80, and no others. `optimise::FEATURES` names the same.
///
/// The stock target also emits reference types and multi-value, which Chromium 80 refuses; so std
/// is compiled from source with these flags too.
const TARGET_FLAGS: &str = "-Ctarget-cpu=mvp \
    -Ctarget-feature=+mutable-globals,+bulk-memory,+sign-ext,+nontrapping-fptoint";

/// The app's package, and its program.
pub const PACKAGE: &str = "policy-check";

/// The name of the app's wasm.
const APP: &str = "policy-check.wasm";

/// What makes the released wasm small: a panic traps at once, and carries neither text nor place.
const SMALL_FLAGS: &str =
    "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none";

/// How to compile.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Profile {
    /// Small, for the page as it is published.
    Release,
    /// Quick to compile, with messages of panics: for `make dev` and for the tests in a browser.
    Dev,
}

impl Profile {
    /// The folder under the target folder.
    fn folder(self) -> &'static str {
        match self {
            Self::Release => "release",
            Self::Dev => "debug",
        }
    }

    /// `cargo build` of a package for wasm in this profile, std included.
    pub fn cargo_build(self, package: &str) -> Result<Command> {
        let mut cargo = Toolchain::recorded()?.cargo();
        cargo.args([
            "build",
            "--package",
            package,
            "--target",
            "wasm32-unknown-unknown",
        ]);
        cargo.arg("--target-dir").arg(paths::web_target());
        match self {
            Self::Release => {
                cargo.args(["--release", "-Z", "build-std=std,panic_abort"]);
                cargo.args(["-Z", "build-std-features=optimize_for_size"]);
                cargo.env("RUSTFLAGS", format!("{TARGET_FLAGS} {SMALL_FLAGS}"));
            }
            Self::Dev => {
                // `test`, which the tests need, here too: so that they and the app share a build.
                cargo.args(["-Z", "build-std=std,panic_abort,test"]);
                cargo.args(["--config", "profile.dev.debug=false"]);
                cargo.env("RUSTFLAGS", TARGET_FLAGS);
            }
        }
        Ok(cargo)
    }

    /// Where `cargo_build` puts its output.
    pub fn output(self) -> PathBuf {
        paths::web_target()
            .join("wasm32-unknown-unknown")
            .join(self.folder())
    }
}

/// Compiles the app and writes the wasm and its bindings to `target/web/pkg`.
pub fn build(profile: Profile) -> Result<()> {
    println!("编译 wasm（{}）……", profile.folder());
    let mut cargo = profile.cargo_build(PACKAGE)?;
    cargo.args(["--bin", PACKAGE]);
    if profile == Profile::Release {
        // The texts that come later are in the later part.
        cargo.arg("--no-default-features");
    }
    run(&mut cargo)?;

    let wasm = profile.output().join(APP);
    let mut stamp = Stamp::new(paths::web_target().join("pkg.stamp"));
    stamp.setting(profile);
    stamp.input(&wasm)?;
    // How it is made smaller and cut.
    for steps in ["xtask/src/optimise.rs", "xtask/src/split"] {
        stamp.input(&paths::root().join(steps))?;
    }
    stamp.setting(split::texts());
    stamp.input(&paths::npm_program("binaryen/package.json"))?;
    if stamp.is_current() && paths::pkg().is_dir() {
        println!("wasm 没有变化，沿用已生成的绑定。");
        return Ok(());
    }

    stamp.clear()?;
    println!("生成绑定……");
    let bound = bindings::for_page(&wasm, &paths::pkg())?;
    if profile == Profile::Release {
        println!("优化 wasm 体积，分成两部分……");
        optimise::shrink(&bound, Names::Kept)?;
        split::split(&bound, &paths::rest())?;
    }
    stamp.write()
}

/// The app as it was last compiled for release, before anything is made smaller.
pub fn compiled() -> PathBuf {
    Profile::Release.output().join(APP)
}

/// Runs a program to its end; an error if it fails.
pub fn run(command: &mut Command) -> Result<()> {
    let program = command.get_program().to_string_lossy().into_owned();
    let status = command
        .status()
        .with_context(|| format!("无法运行 {program}"))?;
    if !status.success() {
        bail!("{program} 失败（{status}）");
    }
    Ok(())
}
