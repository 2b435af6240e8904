//! The published page: the wasm, bundled by Vite with scripts and styles, as a folder and as one file.

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use crate::catalogue;
use crate::paths;
use crate::programs;
use crate::size;
use crate::stamp::Stamp;
use crate::wasm::{self, Profile};

/// What the bundle is made of, beside the wasm.
const SOURCES: [&str; 18] = [
    "index.html",
    "page",
    "embed",
    "styles",
    "locales",
    "vite.config.ts",
    "vite.embed.config.ts",
    "scripts/bundle.ts",
    "scripts/compress.mjs",
    "scripts/products.mjs",
    "scripts/vite-catalogue.ts",
    "scripts/vite-form.ts",
    "scripts/vite-integrity.ts",
    "scripts/vite-service-worker.ts",
    "scripts/vite-single-file.ts",
    "scripts/vite-texts.ts",
    "tsconfig.json",
    "package-lock.json",
];

/// Builds what Vite bundles: the wasm with its bindings, and the prerendered catalogue.
pub fn parts(profile: Profile) -> Result<()> {
    catalogue::write()?;
    programs::write()?;
    wasm::build(profile)
}

/// What Vite makes: the folder, which empties `dist` first, and beside it the pages and the
/// script for other sites and the single file.
const FORMS: [&[&str]; 4] = [
    &["build"],
    &["build", "--mode", "sites"],
    &["build", "--mode", "single"],
    &["build", "--config", "vite.embed.config.ts"],
];

/// Builds `dist`, or leaves it where nothing changed, and lists what is in it.
pub fn build() -> Result<()> {
    parts(Profile::Release)?;

    let mut stamp = Stamp::new(paths::web_target().join("dist.stamp"));
    for source in SOURCES {
        stamp.input(&paths::root().join(source))?;
    }
    stamp.input(&paths::pkg())?;
    stamp.input(&paths::catalogue())?;
    stamp.input(&paths::programs())?;
    if stamp.is_current() && paths::dist().join("index.html").is_file() {
        println!("网页没有变化，沿用 dist。");
        list_products()?;
        return size::check();
    }

    stamp.clear()?;
    println!("打包网页……");
    for form in FORMS {
        let mut vite = node(&paths::npm_program("vite/bin/vite.js"));
        wasm::run(vite.args(form))?;
    }
    // After everything else is written: it stands beside what it is made of.
    println!("压缩……");
    wasm::run(node(&paths::root().join("scripts/compress.mjs")).arg(paths::dist()))?;
    list_products()?;
    size::check()?;
    stamp.write()
}

/// Writes the list of what is in `dist`, with sizes and hashes, and prints it.
fn list_products() -> Result<()> {
    wasm::run(&mut node(&paths::root().join("scripts/products.mjs")))
}

/// A program to be run with Node, at the workspace's root.
fn node(script: &Path) -> Command {
    let mut node = Command::new("node");
    node.arg(script).current_dir(paths::root());
    node
}
