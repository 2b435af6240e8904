//! `policy pack`.

use std::fmt::Display;
use std::fs;
use std::path::Path;

use policy_catalog::pack;
use policy_engine::author;
use policy_engine::author::node::File;
use policy_wording::{command_texts, fill};

/// The English texts of a folder of policies; a folder may go without.
const ENGLISH: &str = "en.toml";

/// Checks a folder of policies and writes it as one file, which a page of the same version can load.
pub fn run(folder: &str, file: &str) -> Result<String, String> {
    let policies = Path::new(folder);
    let sources = author::files::sources(policies).map_err(|error| failed(folder, &error))?;
    let catalog = author::read(&sources).map_err(|mistakes| listed(&mistakes))?;
    let english = policies.join(ENGLISH);
    let english = if english.exists() {
        let text = fs::read_to_string(&english).map_err(|error| failed(ENGLISH, &error))?;
        let name = ENGLISH;
        let read = author::translation::translation(&catalog, File { name, text: &text });
        read.map_err(|mistakes| listed(&mistakes))?
    } else {
        Vec::new()
    };
    let values = [
        ("file", file.to_owned()),
        ("policies", catalog.policies.len().to_string()),
        ("programs", catalog.programs().count().to_string()),
        ("version", catalog.version()),
    ];
    fs::write(file, pack(&(catalog, english))).map_err(|error| failed(file, &error))?;
    let values = values.each_ref().map(|(name, text)| (*name, text.as_str()));
    Ok(fill(command_texts().cli_packed, &values))
}

fn listed(mistakes: &[impl Display]) -> String {
    let lines: Vec<_> = mistakes.iter().map(ToString::to_string).collect();
    lines.join("\n")
}

fn failed(path: &str, error: &dyn Display) -> String {
    format!("{path}: {error}")
}
