//! Quantities as a document writes them: 100万元, 3%, 500元/小时, 5吨.

use std::borrow::Cow;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::exact;
use crate::unit::{self, Unit};

/// A figure of a document: its value in base units (元, 小时 …; 3% is 0.03) and the words it stands in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quantity {
    /// The value in base units.
    pub value: Decimal,
    /// Its unit.
    pub unit: Unit,
    /// The notation of the document, kept for display and for comparing by eye.
    pub text: String,
}

/// Why a text is no quantity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotAQuantity {
    /// No digits where a number is expected.
    NoNumber,
    /// Commas that do not group thousands (1,5).
    Grouping,
    /// More digits than an exact calculation has room for.
    TooLong,
    /// A unit that no document uses.
    UnknownUnit(String),
    /// No unit after the number.
    NoUnit,
    /// A number in words or parts that can be read in several ways (3万5).
    Ambiguous,
}

impl Quantity {
    /// Reads a document's figure; a unit is required.
    pub fn read(text: &str) -> Result<Quantity, NotAQuantity> {
        let (number, unit) = split(text)?;
        let Some((base, power)) = unit::written(&unit) else {
            return Err(NotAQuantity::UnknownUnit(unit));
        };
        if unit.is_empty() {
            return Err(NotAQuantity::NoUnit);
        }
        Ok(Quantity {
            value: exact::shift(number, power).ok_or(NotAQuantity::TooLong)?,
            unit: base,
            text: text.to_owned(),
        })
    }
}

/// The most significant digits a typed or cited number may have, so that every product stays exact.
pub(crate) const MOST_DIGITS: usize = 15;

/// Splits `text` into its number and the unit behind it.
fn split(text: &str) -> Result<(Decimal, String), NotAQuantity> {
    let text = half_width(text);
    let end = text
        .find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '+')))
        .unwrap_or(text.len());
    let (number, unit) = text.split_at(end);
    Ok((number_in(number)?, unit.to_owned()))
}

/// The number that digits, a point, and commas between thousands stand for.
pub(crate) fn number_in(number: &str) -> Result<Decimal, NotAQuantity> {
    if !number.contains(|c: char| c.is_ascii_digit()) {
        return Err(NotAQuantity::NoNumber);
    }
    if !grouped(number) {
        return Err(NotAQuantity::Grouping);
    }
    let number = if number.contains(',') {
        Cow::Owned(number.replace(',', ""))
    } else {
        Cow::Borrowed(number)
    };
    if number.chars().filter(char::is_ascii_digit).count() > MOST_DIGITS {
        return Err(NotAQuantity::TooLong);
    }
    let value = Decimal::from_str_exact(&number).map_err(|_| NotAQuantity::NoNumber)?;
    Ok(value.normalize())
}

/// Commas may only group thousands.
fn grouped(number: &str) -> bool {
    let whole = number.split('.').next().unwrap_or_default();
    let fraction_has_comma = number[whole.len()..].contains(',');
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let rest: Vec<&str> = groups.collect();
    !fraction_has_comma
        && (rest.is_empty() || (!first.is_empty() && rest.iter().all(|group| group.len() == 3)))
}

/// Full-width forms as half-width, white space left out.
pub fn half_width(text: &str) -> String {
    let shown = |c: &char| !c.is_whitespace() && !is_invisible(*c);
    text.chars().filter(shown).map(half).collect()
}

/// Whether a character takes no room at all: a joiner or a mark that was pasted along.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200D}' | '\u{FEFF}')
}

/// A full-width form as half-width.
pub(crate) fn half(c: char) -> char {
    match c {
        '，' => ',',
        '。' | '．' => '.',
        '％' => '%',
        '／' => '/',
        '＋' => '+',
        '－' | '−' | '–' => '-',
        '￥' => '¥',
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => {
            char::from_u32(c as u32 - 0xFEE0).unwrap_or(c)
        }
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_decimal::dec;

    #[test]
    fn full_width_forms_become_half_width() {
        let wide = "＋１２．５％　／－−–￥Ａｚ，。\u{200B}";
        assert_eq!(half_width(wide), "+12.5%/---¥Az,.");
    }

    #[test]
    fn figures_keep_their_notation() {
        let cap = Quantity::read("100万元").unwrap();
        assert_eq!((cap.value, cap.unit), (dec!(1000000), Unit::YUAN));
        assert_eq!(cap.text, "100万元");
        assert_eq!(Quantity::read("3%").unwrap().value, dec!(0.03));
        assert_eq!(Quantity::read("10亿元").unwrap().value, dec!(1000000000));
        assert_eq!(Quantity::read("35元/架次").unwrap().unit.name(), "元/架次");
        assert_eq!(Quantity::read("100"), Err(NotAQuantity::NoUnit));
    }

    #[test]
    fn full_width_forms_are_read_as_half_width() {
        for (typed, meant) in [
            ("６０％", "60%"),
            ("５００元／小时", "500元/小时"),
            ("－５", "-5"),
            ("−5", "-5"),
            ("–5", "-5"),
            ("１，０００。５", "1,000.5"),
            ("Ａ　ｚ", "Az"),
        ] {
            assert_eq!(half_width(typed), meant);
        }
    }
}
