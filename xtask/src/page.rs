//! The published page: the wasm, bundled by Vite with scripts and styles.

use std::process::Command;

use anyhow::Result;

use crate::paths;
use crate::stamp::Stamp;
use crate::wasm::{self, Profile};

/// What the bundle is made of, beside the wasm.
const SOURCES: [&str; 10] = [
    "index.html",
    "page",
    "embed",
    "styles",
    "locales",
    "vite.config.ts",
    "vite.embed.config.ts",
    "scripts/vite-texts.ts",
    "tsconfig.json",
    "package-lock.json",
];

/// Builds `dist`, or leaves it where nothing changed.
pub fn build() -> Result<()> {
    wasm::build(Profile::Release)?;

    let mut stamp = Stamp::new(paths::web_target().join("dist.stamp"));
    for source in SOURCES {
        stamp.input(&paths::root().join(source))?;
    }
    stamp.input(&paths::pkg())?;
    if stamp.is_current() && paths::dist().join("index.html").is_file() {
        println!("网页没有变化，沿用 dist。");
        return Ok(());
    }

    stamp.clear()?;
    println!("打包网页……");
    for config in ["vite.config.ts", "vite.embed.config.ts"] {
        let mut vite = Command::new("node");
        vite.arg(paths::npm_program("vite/bin/vite.js"))
            .args(["build", "--config", config])
            .current_dir(paths::root());
        wasm::run(&mut vite)?;
    }
    stamp.write()
}
