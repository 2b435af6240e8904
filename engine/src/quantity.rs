//! Quantities as a document writes them: 100万元, 3%, 500元/小时, 5吨.

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

/// Reads what a person typed where `default` (万元, %, 小时) is the unit shown at the field.
///
/// Returns the value in base units. 万 and 亿 alone stand before 元; full-width digits, spaces and
/// thousands separators are understood.
pub fn read_answer(text: &str, default: &str) -> Result<Decimal, NotAQuantity> {
    let (number, typed) = split(text)?;
    let meant = match typed.as_str() {
        "" => default,
        "万" => "万元",
        "亿" => "亿元",
        typed => typed,
    };
    match (unit::written(meant), unit::written(default)) {
        (Some((unit, power)), Some((expected, _))) if unit == expected => {
            exact::shift(number, power).ok_or(NotAQuantity::TooLong)
        }
        _ => Err(NotAQuantity::UnknownUnit(typed)),
    }
}

/// The most significant digits a typed or cited number may have, so that every product stays exact.
const MOST_DIGITS: usize = 15;

/// Splits `text` into its number and the unit behind it.
fn split(text: &str) -> Result<(Decimal, String), NotAQuantity> {
    let text = half_width(text);
    let end = text
        .find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '+')))
        .unwrap_or(text.len());
    let (number, unit) = text.split_at(end);
    if !number.contains(|c: char| c.is_ascii_digit()) {
        return Err(NotAQuantity::NoNumber);
    }
    if !grouped(number) {
        return Err(NotAQuantity::Grouping);
    }
    let number = number.replace(',', "");
    if number.chars().filter(char::is_ascii_digit).count() > MOST_DIGITS {
        return Err(NotAQuantity::TooLong);
    }
    let value = Decimal::from_str_exact(&number).map_err(|_| NotAQuantity::NoNumber)?;
    Ok((value.normalize(), unit.to_owned()))
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
    text.chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '\u{200B}'..='\u{200D}' | '\u{FEFF}'))
        .map(|c| match c {
            '，' => ',',
            '。' | '．' => '.',
            '％' => '%',
            '／' => '/',
            '－' | '−' | '–' => '-',
            '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => {
                char::from_u32(c as u32 - 0xFEE0).unwrap_or(c)
            }
            _ => c,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_decimal::dec;

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
    fn people_type_in_many_ways() {
        for typed in [
            "1000000",
            "１００万",
            "100 万元",
            "1,000,000元",
            "１，０００，０００",
        ] {
            assert_eq!(read_answer(typed, "元"), Ok(dec!(1000000)), "{typed}");
        }
        assert_eq!(read_answer("3", "%"), Ok(dec!(0.03)));
        assert_eq!(read_answer("800公斤", "吨"), Ok(dec!(0.8)));
        assert_eq!(read_answer("-5", "小时"), Ok(dec!(-5)));
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

    #[test]
    fn fifteen_digits_are_read_and_sixteen_are_not() {
        let read = |text: &str| read_answer(text, "元");
        assert_eq!(read("123456789012345"), Ok(dec!(123456789012345)));
        assert_eq!(read("1234567890123456"), Err(NotAQuantity::TooLong));
    }

    #[test]
    fn what_is_no_number_is_said() {
        assert_eq!(read_answer("abc", "元"), Err(NotAQuantity::NoNumber));
        assert_eq!(read_answer("", "元"), Err(NotAQuantity::NoNumber));
        assert_eq!(read_answer("1.2.3", "元"), Err(NotAQuantity::NoNumber));
        assert_eq!(read_answer("1-2", "元"), Err(NotAQuantity::NoNumber));
        assert_eq!(read_answer("1,5", "元"), Err(NotAQuantity::Grouping));
        assert_eq!(
            read_answer("3吨", "元"),
            Err(NotAQuantity::UnknownUnit("吨".into()))
        );
        assert_eq!(
            read_answer("1234567890123456", "元"),
            Err(NotAQuantity::TooLong)
        );
    }
}
