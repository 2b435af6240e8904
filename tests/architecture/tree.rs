//! The files of the repository.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Some files: their paths from the root, and their texts.
pub struct Tree(Vec<(String, String)>);

impl Tree {
    /// The text of one file.
    pub fn read(path: &str) -> String {
        fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// The Rust files below a folder.
    pub fn sources(folder: &str) -> Tree {
        Tree::files(folder, "rs")
    }

    /// The files below a folder whose names end this way.
    pub fn files(folder: &str, ending: &str) -> Tree {
        let mut paths = Vec::new();
        collect(&root().join(folder), ending, &mut paths);
        assert!(!paths.is_empty(), "{folder} has no such file");
        let from_root = |path: PathBuf| {
            let path = path.strip_prefix(root()).expect("below the root");
            path.to_string_lossy().replace('\\', "/")
        };
        let paths = paths.into_iter().map(from_root);
        Tree(
            paths
                .map(|path| (path.clone(), Tree::read(&path)))
                .collect(),
        )
    }

    /// The text files that are or may come under version control.
    pub fn tracked() -> Tree {
        let mut git = Command::new("git");
        git.args([
            "ls-files",
            "-z",
            "--cached",
            "--others",
            "--exclude-standard",
        ]);
        let output = git.current_dir(root()).output().expect("git can be run");
        assert!(output.status.success(), "git ls-files failed");
        let paths = String::from_utf8(output.stdout).expect("paths are UTF-8");
        let texts = paths.split_terminator('\0').filter_map(|path| {
            let text = fs::read_to_string(root().join(path)).ok()?;
            Some((path.to_owned(), text))
        });
        Tree(texts.collect())
    }

    /// What a rule says of each file.
    pub fn each(&self, rule: impl Fn(&str, &str) -> Vec<String>) -> Vec<String> {
        let found = self.0.iter().flat_map(|(path, text)| rule(path, text));
        found.collect()
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn collect(folder: &Path, ending: &str, paths: &mut Vec<PathBuf>) {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{folder:?}: {error}"));
    let mut entries: Vec<_> = entries
        .map(|entry| entry.expect("an entry").path())
        .collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            collect(&path, ending, paths);
        } else if path.extension().is_some_and(|own| own == ending) {
            paths.push(path);
        }
    }
}
