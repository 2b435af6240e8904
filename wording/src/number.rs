//! Numbers with their units.

use policy_engine::exact;
use policy_engine::fact::Measured;
use policy_engine::language::Language;
use policy_engine::quantity::Quantity;
use policy_engine::unit::Unit;
use rust_decimal::Decimal;

use crate::text::{fill, language, texts};
use crate::unit;

/// A number with thousands separators and no superfluous zeros.
pub fn number(value: Decimal) -> String {
    let text = value.normalize().to_string();
    let (sign, digits) = text
        .strip_prefix('-')
        .map_or(("", &*text), |rest| ("-", rest));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let mut out = String::from(sign);
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push('.');
        out.push_str(fraction);
    }
    out
}

/// A quantity in base units: 200 小时; a share as 3%; a calendar year as 2026 年.
pub fn quantity(value: Decimal, unit: Unit) -> String {
    if unit == Unit::NONE {
        return percent(value);
    }
    if unit == Unit::YUAN {
        return fill(texts().money_yuan, &[("number", &number(value))]);
    }
    // A calendar year, not a span of years.
    if unit == Unit::YEAR && value > Decimal::ONE_THOUSAND {
        let year = value.normalize().to_string();
        return fill(texts().unit_calendar_year, &[("number", &year)]);
    }
    let values = [
        ("number", number(value)),
        ("unit", unit::name(unit, value.abs() == Decimal::ONE)),
    ];
    let values = values.each_ref().map(|(name, text)| (*name, text.as_str()));
    fill(texts().unit_quantity, &values).trim_end().to_owned()
}

/// A figure of a document: in its own notation, which is Chinese, or in the words of another language.
pub fn figure(figure: &Quantity) -> String {
    match language() {
        Language::Chinese => figure.text.clone(),
        Language::English => quantity(figure.value, figure.unit),
    }
}

/// A difference of shares in points of a percentage: 0.01 is 1.
pub fn percent_points(value: Decimal) -> String {
    number(exact::shift(value, 2).unwrap_or(value))
}

/// A share as a percentage.
pub fn percent(value: Decimal) -> String {
    format!("{}%", percent_points(value))
}

/// A value in the unit shown at its field: 800 in 元, 3 in %.
pub fn as_shown(value: Decimal, measured: &Measured) -> String {
    quantity(value, measured.unit)
}

/// A sum of money in 万元 or 亿元, from ten thousand up; in English with its thousands apart.
pub fn in_wan(value: Decimal) -> Option<String> {
    if language() == Language::English {
        let large = value >= Decimal::from(10_000);
        return large.then(|| quantity(value, Unit::YUAN));
    }
    let size = |power: i32, name: &str| {
        exact::shift(value, -power).map(|value| format!("{} {name}", number(value)))
    };
    if value >= Decimal::from(100_000_000) {
        size(8, "亿元")
    } else if value >= Decimal::from(10_000) {
        size(4, "万元")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_decimal::dec;

    #[test]
    fn thousands_are_grouped() {
        for (value, text) in [
            (dec!(0), "0"),
            (dec!(999), "999"),
            (dec!(1000), "1,000"),
            (dec!(1234567.80), "1,234,567.8"),
            (dec!(-1234), "-1,234"),
        ] {
            assert_eq!(number(value), text);
        }
    }

    #[test]
    fn units_follow_their_numbers() {
        let hours = policy_engine::quantity::Quantity::read("1小时")
            .unwrap()
            .unit;
        assert_eq!(quantity(dec!(2500), hours), "2,500 小时");
        assert_eq!(quantity(dec!(2025), Unit::YEAR), "2025 年");
        assert_eq!(quantity(dec!(0.0299), Unit::NONE), "2.99%");
    }

    #[test]
    fn in_english_units_are_words_and_one_is_one() {
        let read = |text| policy_engine::quantity::Quantity::read(text).unwrap();
        crate::speak(Language::English);
        for (typed, said) in [
            ("100小时", "100 h"),
            ("500元/小时", "500 CNY/h"),
            ("1000万元", "CNY 10,000,000"),
            ("1架次", "1 sortie"),
            ("2500架次", "2,500 sorties"),
            ("3年", "3 years"),
            ("2025年", "2025"),
            ("2个", "2"),
            ("20%", "20%"),
        ] {
            assert_eq!(figure(&read(typed)), said);
        }
    }

    #[test]
    fn large_sums_are_read_back() {
        assert_eq!(in_wan(dec!(10000000)).as_deref(), Some("1,000 万元"));
        assert_eq!(in_wan(dec!(150000000)).as_deref(), Some("1.5 亿元"));
        assert_eq!(in_wan(dec!(9999)), None);
    }
}
