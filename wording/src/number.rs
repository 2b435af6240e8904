//! Numbers with their units.

use policy_engine::exact;
use policy_engine::fact::Measured;
use policy_engine::language::Language;
use policy_engine::quantity::Quantity;
use policy_engine::unit::Unit;
use rust_decimal::Decimal;

use crate::money;
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

/// A sum of money in 元, 万元 or 亿元, as people say it: 300 元, 1,000 万元, 1.5 亿元; in English with its
/// thousands apart.
pub fn in_wan(value: Decimal) -> String {
    if language() == Language::English {
        return money::yuan(value);
    }
    let size = |power: i32| number(exact::shift(value, -power).unwrap_or(value));
    let t = texts();
    let amount = value.abs();
    if amount >= Decimal::from(100_000_000) {
        fill(t.money_larger, &[("number", &size(8))])
    } else if amount >= Decimal::from(10_000) {
        fill(t.money_large, &[("number", &size(4))])
    } else {
        money::yuan(value)
    }
}

const DIGITS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/// A sum of money as it is said: 三百万元, 三百万零五元六角; nothing for parts of a 分.
pub fn in_chinese(value: Decimal) -> Option<String> {
    let value = value.normalize();
    if value.scale() > 2 {
        return None;
    }
    let cents = exact::shift(value.abs(), 2)?.mantissa();
    let (yuan, jiao, fen) = (cents / 100, cents / 10 % 10, cents % 10);
    let mut out = String::from(if value.is_sign_negative() { "负" } else { "" });
    if yuan > 0 || cents == 0 {
        out.push_str(&whole(yuan));
        out.push('元');
    }
    if jiao > 0 {
        out.push(digit(jiao));
        out.push('角');
    } else if fen > 0 && yuan > 0 {
        out.push('零');
    }
    if fen > 0 {
        out.push(digit(fen));
        out.push('分');
    }
    Some(out)
}

fn digit(value: i128) -> char {
    let index = usize::try_from(value).unwrap_or_default();
    DIGITS.get(index).copied().unwrap_or_default()
}

/// A whole number as it is said; 十 at its beginning stands without 一.
fn whole(value: i128) -> String {
    let said = parts(value);
    match said.strip_prefix("一十") {
        Some(rest) => format!("十{rest}"),
        None if said.is_empty() => DIGITS[0].into(),
        None => said,
    }
}

/// Says a whole number from its greatest unit down; 零 stands once for places left out.
fn parts(value: i128) -> String {
    const UNITS: [(i128, char); 5] = [
        (100_000_000, '亿'),
        (10_000, '万'),
        (1000, '千'),
        (100, '百'),
        (10, '十'),
    ];
    let Some((size, name)) = UNITS.into_iter().find(|(size, _)| value >= *size) else {
        return if value > 0 {
            digit(value).into()
        } else {
            String::new()
        };
    };
    let mut out = parts(value / size);
    out.push(name);
    let rest = value % size;
    if rest > 0 {
        if rest < size / 10 {
            out.push(DIGITS[0]);
        }
        out.push_str(&parts(rest));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use policy_engine::typed;
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
    fn sums_are_told_in_the_unit_that_people_use() {
        for (value, text) in [
            (dec!(10000000), "1,000 万元"),
            (dec!(150000000), "1.5 亿元"),
            (dec!(-500000), "-50 万元"),
            (dec!(9999), "9,999 元"),
            (dec!(0.5), "0.50 元"),
        ] {
            assert_eq!(in_wan(value), text);
        }
    }

    #[test]
    fn sums_are_said_as_in_chinese() {
        for (value, text) in [
            (dec!(0), "零元"),
            (dec!(2), "二元"),
            (dec!(10), "十元"),
            (dec!(15), "十五元"),
            (dec!(20), "二十元"),
            (dec!(101), "一百零一元"),
            (dec!(110), "一百一十元"),
            (dec!(1001), "一千零一元"),
            (dec!(1010), "一千零一十元"),
            (dec!(1100), "一千一百元"),
            (dec!(10001), "一万零一元"),
            (dec!(10010), "一万零一十元"),
            (dec!(11000), "一万一千元"),
            (dec!(100000), "十万元"),
            (dec!(100001), "十万零一元"),
            (dec!(110000), "十一万元"),
            (dec!(1010000), "一百零一万元"),
            (dec!(1110000), "一百一十一万元"),
            (dec!(3000000), "三百万元"),
            (dec!(3000005.6), "三百万零五元六角"),
            (dec!(10000000), "一千万元"),
            (dec!(100000000), "一亿元"),
            (dec!(100000010), "一亿零一十元"),
            (dec!(100010000), "一亿零一万元"),
            (dec!(101000000), "一亿零一百万元"),
            (dec!(150000000), "一亿五千万元"),
            (dec!(1000000000), "十亿元"),
            (dec!(1000000000000), "一万亿元"),
            (dec!(1000100000000), "一万零一亿元"),
            (dec!(5.06), "五元零六分"),
            (dec!(5.67), "五元六角七分"),
            (dec!(0.56), "五角六分"),
            (dec!(0.50), "五角"),
            (dec!(0.05), "五分"),
            (dec!(100.60), "一百元六角"),
            (dec!(-500000), "负五十万元"),
        ] {
            assert_eq!(in_chinese(value).as_deref(), Some(text), "{value}");
        }
        assert_eq!(in_chinese(dec!(0.001)), None);
    }

    #[test]
    fn what_is_written_reads_back() {
        let yuan = |text: &str| {
            typed::read(text, "元").unwrap_or_else(|error| panic!("{text}: {error:?}"))
        };
        // A walk over sums of every length, with zeros in every place.
        let mut seed = 7_u64;
        for length in (0..=14).cycle().take(30_000) {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            let holes = 10_u64.pow((seed >> 40) as u32 % 6);
            let cents = (seed >> 8) % 10_u64.pow(length + 1) / holes * holes;
            let value = Decimal::new(i64::try_from(cents).unwrap(), 2);
            let value = if seed.is_multiple_of(5) {
                -value
            } else {
                value
            };
            assert_eq!(yuan(&in_chinese(value).unwrap()), value);
            assert_eq!(yuan(&in_wan(value)), value);
            assert_eq!(yuan(&money::yuan(value)), value);
            assert_eq!(yuan(&number(value)), value);
            assert_eq!(typed::read(&percent(value), "%"), Ok(value));
        }
    }
}
