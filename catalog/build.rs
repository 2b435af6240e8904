//! Checks every policy file and transcodes the catalogue and its translation; a bad file fails the build.

use std::fmt::Display;
use std::path::{Path, PathBuf};
use std::{env, fs, process};

use policy_engine::author;
use policy_engine::author::node::File;

/// The texts in English.
const ENGLISH: &str = "en.toml";

fn main() {
    let policies = Path::new(env!("CARGO_MANIFEST_DIR")).join("../policies");
    println!("cargo::rerun-if-changed={}", policies.display());
    let sources = author::files::sources(&policies).unwrap_or_else(|error| fail([error]));
    let catalog = author::read(&sources).unwrap_or_else(|mistakes| fail(mistakes));
    let text = fs::read_to_string(policies.join(ENGLISH)).unwrap_or_else(|error| fail([error]));
    let file = File {
        name: ENGLISH,
        text: &text,
    };
    let english = author::translation::translation(&catalog, file);
    let english = english.unwrap_or_else(|mistakes| fail(mistakes));
    write("catalog.bin", postcard::to_allocvec(&catalog));
    write("english.bin", postcard::to_allocvec(&english));
}

/// Stops the build with what is wrong below `policies/`.
fn fail(mistakes: impl IntoIterator<Item = impl Display>) -> ! {
    for mistake in mistakes {
        println!("cargo::error=policies/{mistake}");
    }
    process::exit(1);
}

fn write(name: &str, bytes: postcard::Result<Vec<u8>>) {
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("set by cargo")).join(name);
    let bytes = bytes.expect("a catalogue is plain data");
    fs::write(out, bytes).expect("the build folder can be written");
}
