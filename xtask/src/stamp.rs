//! Stamps: a step whose inputs have not changed since it last succeeded is skipped.

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// A digest of everything that a step's output depends on, and the file that keeps the last one.
pub struct Stamp {
    file: PathBuf,
    digest: DefaultHasher,
}

impl Stamp {
    /// A stamp kept in `file`.
    pub fn new(file: PathBuf) -> Self {
        Self {
            file,
            digest: DefaultHasher::new(),
        }
    }

    /// Takes a setting in.
    pub fn setting(&mut self, value: impl Hash) {
        value.hash(&mut self.digest);
    }

    /// Takes a file in, or every file under a folder. What does not exist counts as such.
    pub fn input(&mut self, path: &Path) -> Result<()> {
        path.hash(&mut self.digest);
        if path.is_dir() {
            for entry in sorted_entries(path)? {
                self.input(&entry)?;
            }
        } else if path.is_file() {
            let bytes = fs::read(path).with_context(|| format!("读不到 {}", path.display()))?;
            bytes.hash(&mut self.digest);
        }
        Ok(())
    }

    /// Whether the step succeeded with these very inputs.
    pub fn is_current(&self) -> bool {
        fs::read_to_string(&self.file).is_ok_and(|kept| kept == self.text())
    }

    /// Forgets the last success: to be called before the step touches its output.
    pub fn clear(&self) -> Result<()> {
        match fs::remove_file(&self.file) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                Err(error).with_context(|| format!("删不掉 {}", self.file.display()))
            }
            _ => Ok(()),
        }
    }

    /// Records that the step succeeded.
    pub fn write(&self) -> Result<()> {
        fs::write(&self.file, self.text())
            .with_context(|| format!("写不了 {}", self.file.display()))
    }

    fn text(&self) -> String {
        format!("{:016x}\n", self.digest.finish())
    }
}

/// The entries of a folder, in the order of their names.
pub fn sorted_entries(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut entries = fs::read_dir(folder)
        .and_then(|entries| {
            entries
                .map(|entry| Ok(entry?.path()))
                .collect::<Result<Vec<_>, _>>()
        })
        .with_context(|| format!("读不到文件夹 {}", folder.display()))?;
    entries.sort();
    Ok(entries)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stamp(folder: &Path) -> Stamp {
        let mut stamp = Stamp::new(folder.join("stamp"));
        stamp.setting("release");
        stamp.input(&folder.join("inputs")).unwrap();
        stamp
    }

    #[test]
    fn is_current_until_an_input_changes() {
        let folder = std::env::temp_dir().join(format!("xtask-stamp-{}", std::process::id()));
        fs::create_dir_all(folder.join("inputs/deep")).unwrap();
        fs::write(folder.join("inputs/deep/a"), "1").unwrap();
        assert!(!stamp(&folder).is_current());
        stamp(&folder).write().unwrap();
        assert!(stamp(&folder).is_current());

        fs::write(folder.join("inputs/deep/a"), "2").unwrap();
        assert!(!stamp(&folder).is_current());
        stamp(&folder).write().unwrap();
        fs::rename(folder.join("inputs/deep/a"), folder.join("inputs/deep/b")).unwrap();
        assert!(!stamp(&folder).is_current());
        stamp(&folder).write().unwrap();
        stamp(&folder).clear().unwrap();
        stamp(&folder).clear().unwrap();
        assert!(!stamp(&folder).is_current());
        fs::remove_dir_all(folder).unwrap();
    }
}
