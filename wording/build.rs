//! Turns `locales/zh.toml` and `locales/en.toml` into structs of texts, so that a missing text is a
//! compile error, and refuses texts that the two languages do not have alike. The English texts of the page
//! are a file of their own, which may come later.

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

/// What stands behind each text of the file of English texts: no text has it.
const END: &str = "\0";

/// The texts of one language by the names of their fields, `section_key`, in order.
struct Locale {
    file: String,
    texts: Vec<(String, String)>,
}

fn main() {
    match locales() {
        Ok((code, english)) => {
            let out = env::var_os("OUT_DIR").expect("set by cargo");
            let write = |file: &str, text: String| {
                let out = PathBuf::from(&out).join(file);
                fs::write(out, text).expect("the build folder can be written");
            };
            write("texts.rs", code);
            write("english.txt", english);
        }
        Err(mistakes) => {
            for mistake in mistakes {
                println!("cargo::error={mistake}");
            }
        }
    }
}

/// The code, and the English texts of the page.
fn locales() -> Result<(String, String), Vec<String>> {
    let (first, second) = (read(FIRST)?, read(SECOND)?);
    let mistakes = differences(&first, &second);
    if !mistakes.is_empty() {
        return Err(mistakes);
    }
    let of = |locale: &Locale, command: bool| {
        let texts = locale.texts.iter();
        let texts = texts.filter(|(name, _)| name.starts_with(COMMAND) == command);
        texts.cloned().collect::<Vec<_>>()
    };
    let (page, command) = (of(&first, false), of(&first, true));
    let code = [
        fields("Texts", &page),
        values("ZH", "Texts", &page),
        slots("Texts", &page),
        fields("CommandTexts", &command),
        values("ZH_COMMAND", "CommandTexts", &command),
        values("EN_COMMAND", "CommandTexts", &of(&second, true)),
    ];
    let english = of(&second, false);
    let text = |name: &String| {
        let known = english.iter().find(|(known, _)| known == name);
        known.map(|(_, text)| text.clone() + END)
    };
    let english = page.iter().filter_map(|(name, _)| text(name));
    Ok((code.concat(), english.collect()))
}

/// A struct of texts.
fn fields(name: &str, texts: &[(String, String)]) -> String {
    let mut code = format!("/// Texts of the interface.\n#[derive(Clone)]\npub struct {name} {{\n");
    for (field, text) in texts {
        writeln!(code, "/// {text:?}\npub {field}: &'static str,").expect("memory");
    }
    code + "}\n"
}

/// A constant of such a struct.
fn values(name: &str, of: &str, texts: &[(String, String)]) -> String {
    let mut code = format!("static {name}: {of} = {of} {{\n");
    for (field, text) in texts {
        writeln!(code, "{field}: {text:?},").expect("memory");
    }
    code + "};\n"
}

/// A function that gives the texts of such a struct, to be set.
fn slots(of: &str, texts: &[(String, String)]) -> String {
    let slots = texts
        .iter()
        .map(|(field, _)| format!("&mut self.{field},\n"));
    let (count, slots) = (texts.len(), slots.collect::<String>());
    format!(
        "impl {of} {{\n/// The texts in their order.\n\
         fn slots(&mut self) -> [&mut &'static str; {count}] {{\n[{slots}]\n}}\n}}\n"
    )
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
