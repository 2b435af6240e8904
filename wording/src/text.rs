//! The texts of the interface, in the language that was chosen.

use std::cell::Cell;
use std::sync::OnceLock;

use policy_engine::language::Language;

include!(concat!(env!("OUT_DIR"), "/texts.rs"));

thread_local! {
    /// The language of this thread: the page has but one, and tests do not disturb each other.
    static LANGUAGE: Cell<Language> = const { Cell::new(Language::Chinese) };
}

/// The English texts, once they have come.
static EN: OnceLock<Texts> = OnceLock::new();

/// The English texts as the build wrote them.
#[cfg(feature = "whole")]
pub fn english() -> &'static str {
    include_str!(concat!(env!("OUT_DIR"), "/english.txt"))
}

/// Takes the English texts, as [`english`] has them.
pub fn complete(english: String) {
    EN.get_or_init(|| read(english.leak()));
}

/// The texts of a file, each with its end behind it; one that it lacks stays Chinese.
fn read(english: &'static str) -> Texts {
    let mut texts = ZH.clone();
    for (slot, text) in texts
        .slots()
        .into_iter()
        .zip(english.split_terminator('\0'))
    {
        *slot = text;
    }
    texts
}

/// Chooses the language of all texts from now on.
pub fn speak(language: Language) {
    LANGUAGE.set(language);
}

/// The language that was chosen; Chinese at first.
pub fn language() -> Language {
    LANGUAGE.get()
}

/// The texts in the language that was chosen; in English only once those have come.
pub fn texts() -> &'static Texts {
    if language() == Language::Chinese {
        return &ZH;
    }
    #[cfg(feature = "whole")]
    EN.get_or_init(|| read(english()));
    EN.get().unwrap_or(&ZH)
}

/// The texts that only the command line says.
pub fn command_texts() -> &'static CommandTexts {
    match language() {
        Language::Chinese => &ZH_COMMAND,
        Language::English => &EN_COMMAND,
    }
}

/// A text with its gaps filled: `{name}` becomes the value of that name.
pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let Some((name, after)) = after.split_once('}') else {
            rest = after;
            break;
        };
        let value = values.iter().find(|(known, _)| *known == name);
        out.push_str(value.map_or("", |(_, value)| value));
        rest = after;
    }
    out + rest
}

/// A text from outside as it is said back: its beginning, where it is long.
pub fn in_short(text: &str) -> String {
    const MOST: usize = 60;
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// A name and what belongs to it: 合计：700,000 元.
pub fn labelled(label: &str, text: &str) -> String {
    fill(texts().join_labelled, &[("label", label), ("text", text)])
}

/// A text with a remark behind it: 大型（待核实）.
pub fn noted(text: &str, note: &str) -> String {
    fill(texts().join_noted, &[("text", text), ("note", note)])
}

/// A place in a document: 湘政办发〔2024〕20号　一、第一款.
pub fn cited(document: &str, clause: &str) -> String {
    let values = [("document", document), ("clause", clause)];
    fill(texts().join_cited, &values)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_are_filled_once_and_values_are_not_read_again() {
        assert_eq!(fill("第 {row} 行", &[("row", "2")]), "第 2 行");
        assert_eq!(fill("{a}{b}", &[("a", "{b}"), ("b", "x")]), "{b}x");
        assert_eq!(fill("没有空", &[]), "没有空");
    }

    #[test]
    fn a_long_text_is_said_back_in_short() {
        let sixty = "长".repeat(60);
        assert_eq!(in_short(&sixty), sixty);
        assert_eq!(in_short(&format!("{sixty}沙")), format!("{sixty}…"));
    }

    #[test]
    fn the_language_is_chosen_for_a_thread() {
        speak(Language::English);
        assert_eq!((texts().value_yes, language()), ("Yes", Language::English));
        let other = std::thread::spawn(|| texts().value_yes);
        assert_eq!(other.join().ok(), Some("是"));
        speak(Language::Chinese);
        assert_eq!(texts().value_yes, "是");
    }
}
