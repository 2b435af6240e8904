//! Rules about one file: each gives its violations.

use crate::source::{Kind, code_lines, mentions, pieces};

/// What the engine may depend on.
const ENGINE_DEPENDENCIES: [&str; 6] =
    ["jiff", "litemap", "rust_decimal", "serde", "strsim", "toml"];

/// The likeness of two names, for «是不是 `x`？», is the one number that may be a float.
const FLOAT_ALLOWED: (&str, &str) = ("engine/src/author/node.rs", "const ALIKE: f64 = 0.5;");

/// The one file of the app that touches the browser.
const HOST: &str = "src/ui/host";

/// The most lines of a file.
const MOST_LINES: usize = 500;

/// Dependencies of the engine that are not on the list.
pub fn dependencies(manifest: &str) -> Vec<String> {
    let manifest: toml::Table = manifest.parse().expect("a manifest is TOML");
    let names = manifest["dependencies"].as_table().expect("a table").keys();
    names
        .filter(|name| !ENGINE_DEPENDENCIES.contains(&name.as_str()))
        .map(|name| format!("the engine depends on {name}"))
        .collect()
}

/// Mentions of a float type.
pub fn floats(path: &str, text: &str) -> Vec<String> {
    let found = mentioned(path, text, &["f32", "f64"]);
    let allowed = |line: &str| path == FLOAT_ALLOWED.0 && line.trim() == FLOAT_ALLOWED.1;
    let lines: Vec<_> = text.lines().collect();
    let found = found
        .into_iter()
        .filter(|(line, _)| !allowed(lines[line - 1]));
    found.map(|(_, message)| message).collect()
}

/// Mentions of a clock, the network or a browser.
pub fn outside_world(path: &str, text: &str) -> Vec<String> {
    let names = [
        "std::time",
        "std::net",
        "web_sys",
        "js_sys",
        "gloo",
        "wasm_bindgen",
    ];
    messages(mentioned(path, text, &names))
}

/// Mentions of the engine, or of what is made with it.
pub fn engine(path: &str, text: &str) -> Vec<String> {
    let names = ["policy_engine", "policy_catalog", "answers"];
    messages(mentioned(path, text, &names))
}

/// Mentions of the browser outside the one file for it.
pub fn browser(path: &str, text: &str) -> Vec<String> {
    if path.starts_with(HOST) {
        return Vec::new();
    }
    messages(mentioned(path, text, &["web_sys", "js_sys", "gloo"]))
}

/// String literals with Chinese text or punctuation, outside tests.
pub fn chinese(path: &str, text: &str) -> Vec<String> {
    if path.ends_with("/tests.rs") {
        return Vec::new();
    }
    // Tests stand at the end of a file.
    let code = text
        .split("#[cfg(test)]\nmod tests {")
        .next()
        .unwrap_or(text);
    let literals = pieces(code).into_iter();
    let literals =
        literals.filter(|(kind, _, piece)| *kind == Kind::Literal && piece.contains(is_chinese));
    literals
        .map(|(_, line, piece)| format!("{path}:{line}: {piece} belongs in locales/"))
        .collect()
}

/// Ideographs, and the punctuation and full-width forms that go with them.
fn is_chinese(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}')
}

/// Words in the place of a text within markup: `<p>{ "No result" }</p>`.
pub fn words_in_markup(path: &str, text: &str) -> Vec<String> {
    let pieces = pieces(text);
    let mut found = Vec::new();
    let mut before = String::new();
    for (index, (kind, line, piece)) in pieces.iter().enumerate() {
        match kind {
            Kind::Comment => {}
            Kind::Code => before.push_str(piece),
            Kind::Literal => {
                let after = pieces[index + 1..].iter().map(|(.., piece)| *piece);
                let after: String = after.take(3).collect();
                let opens = before.trim_end().ends_with(['{', '>']);
                let opens = opens && !before.trim_end().ends_with("=>");
                let closes = after.trim_start().starts_with(['}', '<']);
                if opens && closes && reads_as_words(piece.trim_matches('"')) {
                    found.push(format!("{path}:{line}: {piece} belongs in locales/"));
                }
                before.clear();
            }
        }
    }
    found
}

/// Whether a text is a sentence or a heading, and no id, class or number.
fn reads_as_words(text: &str) -> bool {
    let word = |word: &str| word.len() > 1 && word.chars().all(|c| c.is_ascii_alphabetic());
    let capital = text.starts_with(|c: char| c.is_ascii_uppercase());
    let words = text.split_whitespace().filter(|one| word(one)).count();
    words > 1 || (capital && words == 1)
}

/// Lines of a script with Chinese text, or that show a text which is written in them.
pub fn script_texts(path: &str, text: &str) -> Vec<String> {
    let shows = |line: &str| {
        let shown = line.split_once("textContent = ");
        shown.is_some_and(|(_, shown)| shown.starts_with(['\'', '"', '`']))
    };
    let comment = |line: &str| line.trim_start().starts_with(['/', '*']);
    let lines = (1..).zip(text.lines());
    lines
        .filter(|(_, line)| !comment(line) && (line.contains(is_chinese) || shows(line)))
        .map(|(number, line)| format!("{path}:{number}: {} belongs in locales/", line.trim()))
        .collect()
}

/// Files that are too long.
pub fn length(path: &str, text: &str) -> Vec<String> {
    let lines = text.lines().count();
    if lines > MOST_LINES {
        vec![format!("{path}: {lines} lines, more than {MOST_LINES}")]
    } else {
        Vec::new()
    }
}

/// Paths and sources that only one machine has.
pub fn machine(path: &str, text: &str) -> Vec<String> {
    let private = concat!("/wo", "rk");
    let part_of_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.');
    let is_private = |line: &str| {
        line.match_indices(private).any(|(at, _)| {
            let before = line[..at].chars().next_back();
            let after = line[at + private.len()..].chars().next();
            !before.is_some_and(part_of_name) && !after.is_some_and(|c| part_of_name(c) && c != '.')
        })
    };
    let registry = match path.rsplit('/').next() {
        Some("Cargo.lock") => Some((
            "source = \"",
            "registry+https://github.com/rust-lang/crates.io-index\"",
        )),
        Some("package-lock.json") => Some(("\"resolved\": \"", "https://registry.npmjs.org/")),
        _ => None,
    };
    let foreign = |line: &str| {
        registry.is_some_and(|(key, public)| {
            let from = line.split_once(key);
            from.is_some_and(|(_, from)| !from.starts_with(public))
        })
    };
    let lines = (1..).zip(text.lines());
    lines
        .filter(|(_, line)| is_private(line) || foreign(line))
        .map(|(number, line)| format!("{path}:{number}: {}", line.trim()))
        .collect()
}

/// The lines of code that mention a name, and what to say of each.
fn mentioned(path: &str, text: &str, names: &[&str]) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (line, code) in code_lines(text) {
        for name in names {
            if mentions(&code, name) {
                found.push((line, format!("{path}:{line}: mentions {name}")));
            }
        }
    }
    found
}

fn messages(found: Vec<(usize, String)>) -> Vec<String> {
    found.into_iter().map(|(_, message)| message).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOTHING: [&str; 0] = [];

    #[test]
    fn a_new_dependency_is_found() {
        let with = |name: &str| {
            format!(
                "[dependencies]\njiff = \"1\"\n{name} = \"1\"\n[dev-dependencies]\nrand = \"1\"\n"
            )
        };
        assert_eq!(dependencies(&with("serde")), NOTHING);
        assert_eq!(
            dependencies(&with("reqwest")),
            ["the engine depends on reqwest"]
        );
    }

    #[test]
    fn a_float_is_found() {
        assert_eq!(floats("a.rs", "// f64\nlet x: u64 = 1;"), NOTHING);
        assert_eq!(
            floats("a.rs", "\nlet x: f64 = 1.0;"),
            ["a.rs:2: mentions f64"]
        );
        assert_eq!(floats("a.rs", "x as f32"), ["a.rs:1: mentions f32"]);
        let likeness = "    const ALIKE: f64 = 0.5;";
        assert_eq!(floats("engine/src/author/node.rs", likeness), NOTHING);
        assert_eq!(floats("engine/src/span.rs", likeness).len(), 1);
    }

    #[test]
    fn the_outside_world_is_found() {
        assert_eq!(outside_world("a.rs", "use std::fmt; // std::time"), NOTHING);
        for name in [
            "std::time::Instant",
            "std::net::TcpStream",
            "web_sys::window",
            "js_sys::Date",
        ] {
            assert_eq!(
                outside_world("a.rs", &format!("use {name};")).len(),
                1,
                "{name}"
            );
        }
    }

    #[test]
    fn the_engine_is_found() {
        assert_eq!(engine("a.rs", "use rust_decimal::Decimal;"), NOTHING);
        for name in ["policy_engine::assess", "crate::answers::Questions"] {
            assert_eq!(engine("a.rs", &format!("use {name};")).len(), 1, "{name}");
        }
    }

    #[test]
    fn the_browser_is_found_outside_its_file() {
        let text = "use web_sys::Storage;";
        assert_eq!(browser("src/ui/host.rs", text), NOTHING);
        assert_eq!(
            browser("src/ui/store.rs", text),
            ["src/ui/store.rs:1: mentions web_sys"]
        );
    }

    #[test]
    fn chinese_text_is_found() {
        let text =
            "//! 说明\n// \"说明\"\nlet a = t.title;\n#[cfg(test)]\nmod tests {\n    \"长沙\"\n}\n";
        assert_eq!(chinese("src/a.rs", text), NOTHING);
        assert_eq!(chinese("src/tests.rs", "let a = \"长沙\";"), NOTHING);
        let found = ["src/a.rs:2: \"长沙\" belongs in locales/"];
        assert_eq!(chinese("src/a.rs", "\nlet a = \"长沙\";"), found);
        assert_eq!(chinese("src/a.rs", "<p>{ r#\"共\"# }</p>").len(), 1);
        assert_eq!(chinese("src/a.rs", "format!(\"{a}：{b}\")").len(), 1);
    }

    #[test]
    fn words_in_markup_are_found() {
        for fine in [
            "html! { <p class=\"pc-a pc-b\">{ t.app_title }</p> }",
            "let is = if a { \"true\" } else { \"false\" };",
            "match key { \"Enter\" => { \"0\" } _ => \"\" }",
            "<a href=\"#results\">{ \" × \" }</a>",
        ] {
            assert_eq!(words_in_markup("a.rs", fine), NOTHING);
        }
        let found = ["a.rs:2: \"No result\" belongs in locales/"];
        assert_eq!(
            words_in_markup("a.rs", "html! {\n<p>{ \"No result\" }</p>"),
            found
        );
        assert_eq!(words_in_markup("a.rs", "<h2>{\"Result\"}</h2>").len(), 1);
        assert_eq!(words_in_markup("a.rs", "<h2>\"see below\"</h2>").len(), 1);
    }

    #[test]
    fn texts_of_scripts_are_found() {
        let fine = "/** 说明 */\n// 说明\nbutton.textContent = texts().crash.copy;\n";
        assert_eq!(script_texts("page/a.ts", fine), NOTHING);
        assert_eq!(script_texts("page/a.ts", "const a = '复制';").len(), 1);
        assert_eq!(
            script_texts("page/a.ts", "a.textContent = 'Copy';").len(),
            1
        );
    }

    #[test]
    fn a_long_file_is_found() {
        assert_eq!(length("a.rs", &"x\n".repeat(500)), NOTHING);
        assert_eq!(
            length("a.rs", &"x\n".repeat(501)),
            ["a.rs: 501 lines, more than 500"]
        );
    }

    #[test]
    fn a_machine_is_found() {
        let private = concat!("/wo", "rk");
        let fine = "cd /workspace; see example.com/work; net/works\n";
        assert_eq!(machine("a.md", fine), NOTHING);
        assert_eq!(machine("a.md", &format!("cd {private}/main")).len(), 1);
        assert_eq!(machine("a.md", &format!("`{private}`")).len(), 1);
        let npm = |host: &str| format!("\"resolved\": \"https://{host}/yew.tgz\",");
        assert_eq!(
            machine("package-lock.json", &npm("registry.npmjs.org")),
            NOTHING
        );
        assert_eq!(
            machine("package-lock.json", &npm("mirror.example")).len(),
            1
        );
        let cargo = |from: &str| format!("source = \"{from}\"");
        let public = "registry+https://github.com/rust-lang/crates.io-index";
        assert_eq!(machine("Cargo.lock", &cargo(public)), NOTHING);
        assert_eq!(
            machine("Cargo.lock", &cargo("registry+https://mirror.example")).len(),
            1
        );
    }
}
