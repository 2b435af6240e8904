//! Checks every policy file and transcodes the catalogue; a bad file fails the build.

use std::path::{Path, PathBuf};
use std::{env, fs, process};

use policy_engine::author;

fn main() {
    let policies = Path::new(env!("CARGO_MANIFEST_DIR")).join("../policies");
    println!("cargo::rerun-if-changed={}", policies.display());
    let sources = author::files::sources(&policies).unwrap_or_else(|error| {
        println!("cargo::error=policies/: {error}");
        process::exit(1);
    });
    let catalog = author::read(&sources).unwrap_or_else(|mistakes| {
        for mistake in mistakes {
            println!("cargo::error=policies/{mistake}");
        }
        process::exit(1);
    });
    let bytes = postcard::to_allocvec(&catalog).expect("a catalogue is plain data");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("set by cargo")).join("catalog.bin");
    fs::write(out, bytes).expect("the build folder can be written");
}
