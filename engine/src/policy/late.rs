//! Texts that nothing is worked out from: they may come later than the rest of a catalogue.

use std::fmt::{self, Display, Formatter};
use std::ops::Deref;
use std::sync::OnceLock;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::policy::nesting;

/// A text of a document that is only shown. It is empty until it has come.
///
/// It is no part of what is written of a catalogue: `Catalog::late_texts` has them all, and
/// `Catalog::fill` puts them back.
#[derive(Clone, Debug, Default, Eq)]
pub struct Late(OnceLock<Box<str>>);

impl Late {
    /// Texts that have come.
    #[cfg(feature = "author")]
    pub(crate) fn all(texts: Vec<String>) -> Vec<Late> {
        texts.into_iter().map(Late::from).collect()
    }

    /// Sets the text; one that has come stays.
    pub(crate) fn fill(&self, text: &str) {
        self.0.get_or_init(|| text.into());
    }
}

impl Deref for Late {
    type Target = str;

    fn deref(&self) -> &str {
        self.0.get().map_or("", |text| text)
    }
}

impl PartialEq for Late {
    fn eq(&self, other: &Late) -> bool {
        **self == **other
    }
}

impl Display for Late {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        f.write_str(self)
    }
}

impl From<String> for Late {
    fn from(text: String) -> Late {
        Late(OnceLock::from(text.into_boxed_str()))
    }
}

impl Serialize for Late {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_unit()
    }
}

impl<'de> Deserialize<'de> for Late {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Late, D::Error> {
        <()>::deserialize(deserializer)?;
        nesting::one_more()?;
        Ok(Late::default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_empty_until_it_has_come_and_then_stays() {
        let late = Late::default();
        assert_eq!(&*late, "");
        late.fill("条文");
        late.fill("别的");
        assert_eq!(&*late, "条文");
        assert_eq!(late, Late::from("条文".to_owned()));
    }
}
