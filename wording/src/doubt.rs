//! Questions back about values that count, but are probably a slip.

use policy_engine::fact::Measured;
use policy_engine::language::Language;
use policy_engine::typed;
use policy_engine::unit::Unit;
use policy_engine::usual::Usual;
use rust_decimal::Decimal;

use crate::number::{as_shown, in_wan, number};
use crate::text::{fill, language, texts};

/// A question back, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// What is asked.
    pub says: String,
    /// What was probably meant: the words for it, and the text that it takes the place of.
    pub instead: Option<(String, String)>,
    /// The words for keeping the value, where that ends the question.
    pub keep: Option<String>,
}

/// A value far from what is usual, with the number and the unit that were probably meant.
pub fn odd(
    label: &str,
    value: Decimal,
    measured: &Measured,
    usual: Usual,
    meant: Option<(Decimal, &str)>,
) -> Doubt {
    let t = texts();
    let said = |value| said(value, measured);
    let value = said(value);
    let instead = meant.map(|(count, unit)| {
        let text = format!("{}{unit}", count.normalize());
        let words = meant_in_words(count, unit, &text, measured);
        (fill(t.typed_instead, &[("value", &words)]), text)
    });
    let values = [
        ("value", value.as_str()),
        ("label", label),
        ("least", &said(usual.least)),
        ("most", &said(usual.most)),
    ];
    Doubt {
        says: fill(t.typed_odd, &values),
        instead,
        keep: Some(fill(t.typed_keep, &[("value", &value)])),
    }
}

/// A part that is more than its whole.
pub fn over(labels: [&str; 2], values: [Decimal; 2], measured: &Measured) -> Doubt {
    let values = values.map(|value| said(value, measured));
    let values = [
        ("label", labels[0]),
        ("whole", labels[1]),
        ("value", &values[0]),
        ("most", &values[1]),
    ];
    Doubt {
        says: fill(texts().typed_over, &values),
        instead: None,
        keep: None,
    }
}

/// What was probably meant: with the unit it was to have, or in another language as the value it is.
fn meant_in_words(count: Decimal, unit: &str, text: &str, measured: &Measured) -> String {
    match (language(), typed::read(text, &measured.shown)) {
        (Language::English, Ok(value)) => said(value, measured),
        _ => format!("{} {unit}", number(count)),
    }
}

/// A value as people say it.
fn said(value: Decimal, measured: &Measured) -> String {
    if measured.unit == Unit::YUAN {
        in_wan(value)
    } else {
        as_shown(value, measured)
    }
}
