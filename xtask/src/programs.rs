//! The names of documents and programs, for the page that makes the code for a site.

use std::fs;

use anyhow::{Context, Result};
use policy_wording::outcome;
use serde_json::{Value, json};

use crate::paths;

/// Writes `target/web/programs.json`: every document with its programs, by id and title.
pub fn write() -> Result<()> {
    let policies = policy_catalog::catalog().policies.iter();
    let documents = policies.filter(|policy| !policy.programs.is_empty()).map(|policy| {
        let programs = policy.programs.iter();
        let programs: Vec<Value> = programs
            .map(|program| json!({ "id": program.id, "title": program.title }))
            .collect();
        json!({ "id": policy.id, "name": outcome::name(policy), "title": policy.title, "programs": programs })
    });
    let file = paths::programs();
    fs::create_dir_all(paths::web_target())?;
    fs::write(&file, Value::Array(documents.collect()).to_string())
        .with_context(|| format!("写不了 {}", file.display()))
}
