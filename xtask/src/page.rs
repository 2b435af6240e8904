//! The published page: the wasm, bundled by Vite with scripts and styles.

use std::process::Command;

use anyhow::Result;

use crate::catalogue;
use crate::paths;
use crate::stamp::Stamp;
use crate::wasm::{self, Profile};

/// What the bundle is made of, beside the wasm.
const SOURCES: [&str; 10] = [
    "index.html",
    "page",
    "styles",
    "locales",
    "vite.config.ts",
    "scripts/compress.mjs",
    "scripts/vite-catalogue.ts",
    "scripts/vite-texts.ts",
    "tsconfig.json",
    "package-lock.json",
];

/// Builds what Vite bundles: the wasm with its bindings, and the prerendered catalogue.
pub fn parts(profile: Profile) -> Result<()> {
    catalogue::write()?;
    wasm::build(profile)
}

/// Builds `dist`, or leaves it where nothing changed.
pub fn build() -> Result<()> {
    parts(Profile::Release)?;

    let mut stamp = Stamp::new(paths::web_target().join("dist.stamp"));
    for source in SOURCES {
        stamp.input(&paths::root().join(source))?;
    }
    stamp.input(&paths::pkg())?;
    stamp.input(&paths::catalogue())?;
    if stamp.is_current() && paths::dist().join("index.html").is_file() {
        println!("网页没有变化，沿用 dist。");
        return Ok(());
    }

    stamp.clear()?;
    println!("打包网页……");
    let mut vite = Command::new("node");
    vite.arg(paths::npm_program("vite/bin/vite.js"))
        .arg("build")
        .current_dir(paths::root());
    wasm::run(&mut vite)?;
    // After everything else is written: it stands beside what it is made of.
    println!("压缩……");
    let mut compress = Command::new("node");
    compress
        .arg("scripts/compress.mjs")
        .arg(paths::dist())
        .current_dir(paths::root());
    wasm::run(&mut compress)?;
    stamp.write()
}
