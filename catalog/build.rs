//! Checks every policy and example file and the translation, and transcodes them; a bad file fails the
//! build.

use std::fmt::Display;
use std::hash::{DefaultHasher, Hasher};
use std::path::{Path, PathBuf};
use std::{env, fs, process};

use policy_engine::author;
use policy_engine::author::answers::{self, AnswerFile};
use policy_engine::author::node::File;
use policy_engine::catalog::Catalog;
use policy_engine::form::written;
use policy_engine::policy::Topic;
use policy_engine::questionnaire::Questionnaire;
use serde_json::json;

/// The texts in English.
const ENGLISH: &str = "en.toml";

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let shape = shape(&root.join("engine/src"));
    println!("cargo::rustc-env=CATALOGUE_SHAPE={shape:016x}");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("set by cargo"));
    let policies = root.join("policies");
    println!("cargo::rerun-if-changed={}", policies.display());
    let catalog = catalog(&policies);
    let english = english(&policies, &catalog);
    let write = |name: &str, bytes: postcard::Result<Vec<u8>>| {
        let bytes = bytes.expect("a catalogue is plain data");
        fs::write(out.join(name), bytes).expect("the build folder can be written");
    };
    write("catalog.bin", postcard::to_allocvec(&catalog));
    let later = (catalog.late_texts(), english);
    write("later.bin", postcard::to_allocvec(&later));
    let examples = examples(&root.join("examples"), &catalog.questionnaire);
    let code = format!("&{examples:?}");
    fs::write(out.join("examples.rs"), code).expect("the build folder can be written");
}

/// A hash of the engine's sources: as long as they stay the same, so does the shape of a catalogue.
fn shape(folder: &Path) -> u64 {
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut hasher = DefaultHasher::new();
    each_file(folder, &mut |path| {
        hasher.write(&fs::read(path).expect("a source can be read"))
    });
    hasher.finish()
}

/// Visits every file below a folder, in the order of their names.
fn each_file(folder: &Path, visit: &mut dyn FnMut(&Path)) {
    let entries = fs::read_dir(folder).expect("a folder can be read");
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            each_file(&path, visit);
        } else {
            visit(&path);
        }
    }
}

/// Every policy file, checked.
fn catalog(policies: &Path) -> Catalog {
    let sources = author::files::sources(policies).unwrap_or_else(|error| fail([error]));
    author::read(&sources).unwrap_or_else(|mistakes| fail(mistakes))
}

/// The texts of the catalogue in English, all of them.
fn english(policies: &Path, catalog: &Catalog) -> Vec<String> {
    let text = fs::read_to_string(policies.join(ENGLISH)).unwrap_or_else(|error| fail([error]));
    let file = File {
        name: ENGLISH,
        text: &text,
    };
    let texts = author::translation::translation(catalog, file);
    texts.unwrap_or_else(|mistakes| fail(mistakes))
}

/// Stops the build with what is wrong below `policies/`.
fn fail(mistakes: impl IntoIterator<Item = impl Display>) -> ! {
    for mistake in mistakes {
        println!("cargo::error=policies/{mistake}");
    }
    process::exit(1);
}

/// Every example file by its name, in the form that the page saves.
fn examples(folder: &Path, questionnaire: &Questionnaire) -> Vec<(String, String)> {
    println!("cargo::rerun-if-changed={}", folder.display());
    let entries = fs::read_dir(folder).expect("examples/ can be read");
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "toml"));
    paths.sort();
    let example = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let text = fs::read_to_string(path).expect("an example can be read");
        let file = File {
            name: &name,
            text: &text,
        };
        let read = answers::read(file, questionnaire, &|error| format!("{error:?}"));
        let read = read.unwrap_or_else(|mistake| {
            println!("cargo::error=examples/{mistake}");
            process::exit(1);
        });
        let id = name.trim_end_matches(".toml").to_owned();
        let form = form(&id, &read, questionnaire);
        (id, form.to_string())
    };
    paths.iter().map(example).collect()
}

/// The form of a session that was filled in by an example.
fn form(id: &str, read: &AnswerFile, questionnaire: &Questionnaire) -> serde_json::Value {
    let topics = read.topics.clone().unwrap_or_else(|| vec![Topic::Funding]);
    let topics: Vec<_> = topics.into_iter().map(Topic::id).collect();
    json!({
        "version": 1,
        "topics": topics,
        "answers": written(questionnaire, &read.drafts),
        "example": id,
        "on": read.on.map(|day| day.to_string()),
    })
}
