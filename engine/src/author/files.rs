//! The files of a catalogue, from a folder.

use std::path::{Path, PathBuf};
use std::{fs, io};

use crate::author::Sources;

/// Reads the folder `policies/`: `facts.toml`, `regions.toml`, `industries.toml`, `measures.toml` and every
/// document below it, in the order of their names.
pub fn sources(folder: &Path) -> io::Result<Sources> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, &mut paths)?;
        }
    }
    paths.sort();
    let named = |path: &Path| -> io::Result<(String, String)> {
        let name = path.strip_prefix(folder).unwrap_or(path).to_string_lossy();
        Ok((name.replace('\\', "/"), fs::read_to_string(path)?))
    };
    Ok(Sources {
        facts: named(&folder.join("facts.toml"))?,
        regions: named(&folder.join("regions.toml"))?,
        industries: named(&folder.join("industries.toml"))?,
        measures: named(&folder.join("measures.toml"))?,
        documents: paths
            .iter()
            .map(|path| named(path))
            .collect::<Result<_, _>>()?,
    })
}

/// Policy documents below a folder; their cases stand beside them and are read by the tests.
fn collect(folder: &Path, paths: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.to_string_lossy();
        if path.is_dir() {
            collect(&path, paths)?;
        } else if name.ends_with(".toml") && !name.ends_with(".cases.toml") {
            paths.push(path);
        }
    }
    Ok(())
}
