//! `policy pack`: the same catalogue in a file, and what is wrong with a folder.

use std::fs;
use std::path::{Path, PathBuf};

use crate::{prints, refuses};

/// A file for a test, in the build folder.
fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(name)
}

#[test]
fn a_packed_folder_is_the_catalogue_that_was_built_in() {
    let file = path("own.catalog");
    let said = prints(&["pack", "policies", file.to_str().expect("UTF-8")]);
    let embedded = policy_catalog::catalog();
    assert!(said.contains(&embedded.version()), "{said}");
    let bytes = fs::read(&file).expect("written");
    let (catalog, english) = policy_catalog::unpack(&bytes).expect("just packed");
    assert_eq!(&catalog, embedded);
    assert!(!english.is_empty());
}

#[test]
fn a_folder_without_policies_is_named() {
    let said = refuses(&["pack", "no-such-folder", "no-such.catalog"]);
    assert!(said.starts_with("no-such-folder: "), "{said}");
    let said = refuses(&["pack", "examples", "no-such.catalog"]);
    assert!(
        !Path::new("no-such.catalog").exists() && !said.is_empty(),
        "{said}"
    );
}
