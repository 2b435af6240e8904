//! Refuses CSS that Chromium 80 does not know and that the bundler cannot lower.

mod check;
mod parse;
mod unknown;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::paths;
use crate::stamp::sorted_entries;

/// Checks every style sheet of the source and of the built page.
pub fn check_all() -> Result<()> {
    let mut sheets = Vec::new();
    for folder in [paths::root().join("styles"), paths::dist()] {
        if folder.is_dir() {
            collect_sheets(&folder, &mut sheets)?;
        }
    }
    if sheets.is_empty() {
        bail!("没有找到任何样式表");
    }

    let mut refusals = 0;
    for sheet in &sheets {
        let css =
            fs::read_to_string(sheet).with_context(|| format!("读不到 {}", sheet.display()))?;
        let name = sheet.strip_prefix(paths::root()).unwrap_or(sheet).display();
        for refusal in check::check(&css) {
            eprintln!("{name}:{refusal}");
            refusals += 1;
        }
    }
    if refusals > 0 {
        bail!("样式表中有 {refusals} 处写法 Chromium 80 不认识");
    }
    println!("{} 个样式表都能用于 Chromium 80。", sheets.len());
    Ok(())
}

fn collect_sheets(folder: &Path, sheets: &mut Vec<PathBuf>) -> Result<()> {
    for entry in sorted_entries(folder)? {
        if entry.is_dir() {
            collect_sheets(&entry, sheets)?;
        } else if entry
            .extension()
            .is_some_and(|extension| extension == "css")
        {
            sheets.push(entry);
        }
    }
    Ok(())
}
