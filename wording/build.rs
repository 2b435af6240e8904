//! Turns `locales/zh.toml` and `locales/en.toml` into structs of texts, so that a missing text is a
//! compile error, and refuses texts that the two languages do not have alike.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// The language that texts are written in first.
const FIRST: &str = "zh";
/// The language that follows it.
const SECOND: &str = "en";

/// How the names of the texts begin that only the command line says: the page does not carry them.
const COMMAND: &str = "cli_";

/// The texts of one language by the names of their fields, `section_key`, in order.
struct Locale {
    file: String,
    texts: Vec<(String, String)>,
}

fn main() {
    match locales() {
        Ok(code) => {
            let out = env::var_os("OUT_DIR").expect("set by cargo");
            let out = PathBuf::from(out).join("texts.rs");
            fs::write(out, code).expect("the build folder can be written");
        }
        Err(mistakes) => {
            for mistake in mistakes {
                println!("cargo::error={mistake}");
            }
        }
    }
}

fn locales() -> Result<String, Vec<String>> {
    let (first, second) = (read(FIRST)?, read(SECOND)?);
    let mistakes = differences(&first, &second);
    if !mistakes.is_empty() {
        return Err(mistakes);
    }
    let both = [("ZH", first), ("EN", second)];
    let command = |name: &str| name.starts_with(COMMAND);
    let page = table("Texts", "", &both, |name| !command(name));
    Ok(page + &table("CommandTexts", "_COMMAND", &both, command))
}

/// A struct of some of the texts, and a constant of it in each language.
fn table(
    name: &str,
    ending: &str,
    locales: &[(&str, Locale)],
    wanted: impl Fn(&str) -> bool,
) -> String {
    let texts = |locale: &Locale| {
        let texts = locale.texts.iter().filter(|(name, _)| wanted(name));
        texts.cloned().collect::<Vec<_>>()
    };
    let mut code = format!("/// Texts of the interface.\npub struct {name} {{\n");
    for (field, text) in texts(&locales[0].1) {
        writeln!(code, "/// {text:?}\npub {field}: &'static str,").expect("memory");
    }
    code.push_str("}\n");
    for (language, locale) in locales {
        writeln!(code, "static {language}{ending}: {name} = {name} {{").expect("memory");
        for (field, text) in texts(locale) {
            writeln!(code, "{field}: {text:?},").expect("memory");
        }
        code.push_str("};\n");
    }
    code
}

/// Reads a file of sections of texts.
fn read(language: &str) -> Result<Locale, Vec<String>> {
    let file = format!("locales/{language}.toml");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(&file);
    println!("cargo::rerun-if-changed={}", path.display());
    let mistake = |what: &dyn std::fmt::Display| vec![format!("{file}: {what}")];
    let text = fs::read_to_string(path).map_err(|error| mistake(&error))?;
    let sections: toml::Table = text.parse().map_err(|error| mistake(&error))?;
    let mut texts = Vec::new();
    for (section, entries) in &sections {
        let entries = entries.as_table().ok_or_else(|| mistake(section))?;
        for (key, text) in entries {
            let name = format!("{section}.{key}");
            let text = text.as_str().ok_or_else(|| mistake(&name))?;
            texts.push((name.replace('.', "_"), text.to_owned()));
        }
    }
    Ok(Locale { file, texts })
}

/// The texts that one language has and the other has not, or with other gaps to fill.
fn differences(first: &Locale, second: &Locale) -> Vec<String> {
    let mut found = Vec::new();
    for (one, other) in [(first, second), (second, first)] {
        for (name, _) in &one.texts {
            if other.texts.iter().all(|(known, _)| known != name) {
                let (one, other) = (&one.file, &other.file);
                found.push(format!("{other}: `{name}` is missing; {one} has it"));
            }
        }
    }
    for (name, text) in &first.texts {
        let twin = second.texts.iter().find(|(known, _)| known == name);
        if twin.is_some_and(|(_, twin)| gaps(twin) != gaps(text)) {
            let (one, other) = (&first.file, &second.file);
            found.push(format!(
                "{other}: `{name}` has other {{gaps}} than in {one}"
            ));
        }
    }
    found
}

/// The names between braces.
fn gaps(text: &str) -> BTreeSet<&str> {
    let after = text.split('{').skip(1);
    after.filter_map(|rest| rest.split('}').next()).collect()
}
