//! The languages that a catalogue can be read in.

/// A language of the questions, the programs' titles and the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Language {
    /// 中文, in which policies are written.
    #[default]
    Chinese,
    /// English.
    English,
}

impl Language {
    /// Every language.
    pub const ALL: [Language; 2] = [Language::Chinese, Language::English];

    /// The name that addresses, forms and the command line use: `zh`, `en`.
    pub fn id(self) -> &'static str {
        match self {
            Language::Chinese => "zh",
            Language::English => "en",
        }
    }

    /// The tag by which a page names it (BCP 47).
    pub fn tag(self) -> &'static str {
        match self {
            Language::Chinese => "zh-CN",
            Language::English => "en",
        }
    }

    /// The language that a name or tag means.
    pub fn named(name: &str) -> Option<Language> {
        let is = |language: &Language| [language.id(), language.tag()].contains(&name);
        Language::ALL.into_iter().find(is)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_tags_are_read_back() {
        for language in Language::ALL {
            assert_eq!(Language::named(language.id()), Some(language));
            assert_eq!(Language::named(language.tag()), Some(language));
        }
        assert_eq!(Language::named("fr"), None);
    }
}
