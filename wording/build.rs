//! Turns `locales/zh.toml` into a struct of texts, so that a missing text is a compile error.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() {
    let locale = Path::new(env!("CARGO_MANIFEST_DIR")).join("../locales/zh.toml");
    println!("cargo::rerun-if-changed={}", locale.display());
    let text = fs::read_to_string(&locale).expect("locales/zh.toml can be read");
    let sections: toml::Table = match text.parse() {
        Ok(sections) => sections,
        Err(error) => {
            println!("cargo::error=locales/zh.toml: {error}");
            return;
        }
    };
    let mut fields = String::new();
    let mut values = String::new();
    for (section, entries) in &sections {
        let entries = entries
            .as_table()
            .expect("locales/zh.toml holds sections of texts");
        for (key, text) in entries {
            let text = text
                .as_str()
                .expect("every entry of locales/zh.toml is a text");
            let name = format!("{section}_{key}");
            writeln!(fields, "/// {text:?}\npub {name}: &'static str,").expect("memory");
            writeln!(values, "{name}: {text:?},").expect("memory");
        }
    }
    let code = format!(
        "/// Every text of the interface.\npub struct Texts {{\n{fields}}}\n\
         /// 中文.\npub static ZH: Texts = Texts {{\n{values}}};\n"
    );
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("set by cargo")).join("texts.rs");
    fs::write(out, code).expect("the build folder can be written");
}
