//! Every seed is tried on its target: what the fuzzer begins with, and what it once found.

use std::collections::BTreeSet;
use std::fs;
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};

use policy_fuzz_targets::TARGETS;

#[test]
fn no_seed_finds_anything() {
    let mut found = Vec::new();
    for target in TARGETS {
        for path in entries(&fuzz().join("seeds").join(target.name)) {
            let bytes = fs::read(&path).expect("a seed can be read");
            if catch_unwind(|| (target.attack)(&bytes)).is_err() {
                found.push(path.display().to_string());
            }
        }
    }
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

#[test]
fn every_target_has_seeds_and_a_program_that_fuzzes_it() {
    let names = |folder: &str| -> BTreeSet<String> {
        let entries = entries(&fuzz().join(folder)).into_iter();
        let names = entries.filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()));
        names.collect()
    };
    let targets: BTreeSet<_> = TARGETS
        .iter()
        .map(|target| target.name.to_owned())
        .collect();
    assert_eq!(names("seeds"), targets);
    assert_eq!(names("fuzz_targets"), targets);
    for target in targets {
        let seeds = entries(&fuzz().join("seeds").join(&target));
        assert!(seeds.len() >= 3, "{target} has few seeds");
    }
}

fn fuzz() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder");
    let mut paths: Vec<_> = entries
        .map(|entry| entry.expect("an entry").path())
        .collect();
    paths.sort();
    paths
}
