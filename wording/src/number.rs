//! Numbers with their units.

use policy_engine::exact;
use policy_engine::fact::Measured;
use policy_engine::unit::Unit;
use rust_decimal::Decimal;

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
    let number = if unit == Unit::YEAR {
        value.normalize().to_string()
    } else {
        number(value)
    };
    format!("{number} {}", unit.name())
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

/// A sum of money in 万元 or 亿元, from ten thousand up.
pub fn in_wan(value: Decimal) -> Option<String> {
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
    fn large_sums_are_read_back() {
        assert_eq!(in_wan(dec!(10000000)).as_deref(), Some("1,000 万元"));
        assert_eq!(in_wan(dec!(150000000)).as_deref(), Some("1.5 亿元"));
        assert_eq!(in_wan(dec!(9999)), None);
    }
}
