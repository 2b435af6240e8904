//! Numbers as people type them: 3,000 万, ¥300, 1.2亿3000万, 1万架次, 叁佰万元整.
//!
//! Documents are read by [`Quantity::read`](crate::quantity::Quantity::read), which takes none of this.

mod words;

use rust_decimal::Decimal;

use crate::exact;
use crate::quantity::{MOST_DIGITS, NotAQuantity, half, is_invisible};
use crate::unit::{self, Unit};
use words::{Words, digit_of};

/// Words for 元 before or after a number.
const CURRENCIES: [&str; 4] = ["¥", "RMB", "CNY", "人民币"];

/// Reads what a person typed where `default` (元, 万元, %, 小时) is the unit shown at the field.
///
/// Returns the value in base units. A text with its own unit, or with 万 or 亿, wins over `default`.
pub fn read(text: &str, default: &str) -> Result<Decimal, NotAQuantity> {
    let typed = Typed::of(text)?;
    let (expected, power) =
        unit::written(default).ok_or_else(|| NotAQuantity::UnknownUnit(default.to_owned()))?;
    if !typed.tail.is_empty() || typed.currency {
        return typed.in_unit(expected);
    }
    match typed.scale {
        // There is no 万 of shares.
        Some(scale) if expected == Unit::NONE => Err(NotAQuantity::UnknownUnit(scale.into())),
        // 万 takes the place of the 万 of 万元.
        Some(_) if expected == Unit::YUAN => Ok(typed.value),
        _ => exact::shift(typed.value, power).ok_or(NotAQuantity::TooLong),
    }
}

/// A number without a unit of its own, without 万 and 亿, given a unit: `300` as `300万元`; any other
/// text as it is.
pub fn with_unit(text: &str, unit: &str) -> String {
    let bare = |typed: Typed| typed.tail.is_empty() && typed.scale.is_none() && !typed.currency;
    if Typed::of(text).is_ok_and(bare) {
        format!("{}{unit}", text.trim())
    } else {
        text.to_owned()
    }
}

/// The unit that a number was typed in, where it is told from `default`: 3000万 in 万元.
pub fn unit_in(text: &str, default: &str) -> String {
    let own = Typed::of(text).ok().and_then(|typed| {
        let money = unit::written(default).is_some_and(|(unit, _)| unit == Unit::YUAN);
        match typed.scale {
            Some(scale) if money => Some(format!("{scale}元")),
            _ if typed.currency => Some("元".to_owned()),
            _ => Some(typed.tail).filter(|tail| !tail.is_empty()),
        }
    });
    own.unwrap_or_else(|| default.to_owned())
}

/// The number of a text that [`with_unit`] gave a unit, as it was typed before.
pub fn without_unit<'t>(text: &'t str, unit: &str) -> Option<&'t str> {
    let number = text.strip_suffix(unit)?;
    (with_unit(number, unit) == text).then_some(number)
}

/// A text taken apart.
struct Typed {
    /// The number, with its scale.
    value: Decimal,
    /// 万 or 亿, where the number says one.
    scale: Option<char>,
    /// Whether a currency stands before the number.
    currency: bool,
    /// What follows the number.
    tail: String,
}

impl Typed {
    fn of(text: &str) -> Result<Typed, NotAQuantity> {
        if let Some(value) = plain(text) {
            return Ok(Typed {
                value,
                scale: None,
                currency: false,
                tail: String::new(),
            });
        }
        let text = closed_up(text);
        let (negative, rest) = sign(&text);
        let (currency, rest) = match currency_in(rest) {
            Some(length) => (true, &rest[length..]),
            None => (false, rest),
        };
        let (still_negative, rest) = if negative { (true, rest) } else { sign(rest) };
        let mut words = Words::new(rest);
        let value = words.number()?;
        // 1亿3000 may be 1.3亿; only a unit behind it says that nothing is left out.
        if words.leaves_out && words.rest.is_empty() {
            return Err(NotAQuantity::Ambiguous);
        }
        Ok(Typed {
            value: if still_negative { -value } else { value },
            scale: words.scale,
            currency,
            tail: words.rest.to_owned(),
        })
    }

    fn in_unit(&self, expected: Unit) -> Result<Decimal, NotAQuantity> {
        let unknown = || {
            let typed = if self.tail.is_empty() {
                CURRENCIES[0]
            } else {
                &self.tail
            };
            NotAQuantity::UnknownUnit(typed.to_owned())
        };
        if expected == Unit::YUAN {
            return self.yuan().unwrap_or_else(|| Err(unknown()));
        }
        let lower = || unit::written(&self.tail.to_ascii_lowercase());
        match unit::written(&self.tail).or_else(lower) {
            Some((unit, power)) if unit == expected && !self.currency => {
                exact::shift(self.value, power).ok_or(NotAQuantity::TooLong)
            }
            _ => Err(unknown()),
        }
    }

    /// The sum in 元 with its 角 and 分; nothing where the tail is no money.
    fn yuan(&self) -> Option<Result<Decimal, NotAQuantity>> {
        let tail = self.tail.as_str();
        if tail.is_empty() || currency_in(tail) == Some(tail.len()) {
            return Some(Ok(self.value));
        }
        let cents = |text: &str| {
            let cents = fraction(text.trim_end_matches(['整', '正']))?;
            Some(if self.value.is_sign_negative() {
                -cents
            } else {
                cents
            })
        };
        let value = if let Some(rest) = tail.strip_prefix('元') {
            if rest.is_empty() || currency_in(rest) == Some(rest.len()) {
                Some(self.value)
            } else {
                exact::add(self.value, cents(rest).filter(|_| self.value.is_integer())?)
            }
        } else if let Some(rest) = tail.strip_prefix('角') {
            // 五角三分: what follows 角 counts 分.
            let rest = cents(rest).filter(|rest| rest.abs() < Decimal::new(1, 1))?;
            exact::shift(self.value, -1).and_then(|first| exact::add(first, rest))
        } else if tail == "分" {
            exact::shift(self.value, -2)
        } else {
            return None;
        };
        Some(value.ok_or(NotAQuantity::TooLong))
    }
}

/// A number of digits and at most a point, as tables write it; nothing for any other text.
fn plain(text: &str) -> Option<Decimal> {
    let (mut value, mut digits, mut decimals) = (0_i64, 0, None);
    for byte in text.trim().bytes() {
        match byte {
            b'0'..=b'9' if digits < MOST_DIGITS => {
                value = value * 10 + i64::from(byte - b'0');
                digits += 1;
                decimals = decimals.map(|decimals| decimals + 1);
            }
            b'.' if digits > 0 && decimals.is_none() => decimals = Some(0),
            _ => return None,
        }
    }
    let complete = digits > 0 && decimals != Some(0);
    complete.then(|| Decimal::new(value, decimals.unwrap_or(0)).normalize())
}

/// 角 and 分 behind 元: 六角, 零五分, 6角5分; nothing for any other text.
fn fraction(text: &str) -> Option<Decimal> {
    let mut rest = text.trim_start_matches(['零', '〇']);
    let mut value = Decimal::ZERO;
    for (name, scale) in [('角', 1), ('分', 2)] {
        let mut digits = rest.chars();
        let digit = digits.next().and_then(digit_of);
        if let (Some(digit), Some(rest_after)) = (digit, digits.as_str().strip_prefix(name)) {
            value += Decimal::new(digit.into(), scale);
            rest = rest_after.trim_start_matches(['零', '〇']);
        }
    }
    rest.is_empty().then_some(value)
}

/// Full-width forms as half-width and old forms as new ones, white space left out; between two
/// digits it groups thousands, as a comma does.
fn closed_up(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.chars().filter(|c| !is_invisible(*c)) {
        if c.is_whitespace() {
            gap = true;
            continue;
        }
        let c = match half(c) {
            '萬' | 'w' | 'W' => '万',
            '億' => '亿',
            '圆' | '圓' => '元',
            '拾' => '十',
            '佰' => '百',
            '仟' => '千',
            c => c,
        };
        let between = gap && c.is_ascii_digit();
        if between && out.ends_with(|last: char| last.is_ascii_digit()) {
            out.push(',');
        }
        gap = false;
        out.push(c);
    }
    out
}

fn sign(text: &str) -> (bool, &str) {
    match text.strip_prefix(['-', '负']) {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    }
}

/// The length of the currency that a text begins with.
fn currency_in(text: &str) -> Option<usize> {
    let begins = |name: &&str| {
        let start = text.get(..name.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(name))
    };
    CURRENCIES.into_iter().find(begins).map(str::len)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_decimal::dec;

    fn yuan(text: &str) -> Result<Decimal, NotAQuantity> {
        read(text, "元")
    }

    #[test]
    fn people_type_in_many_ways() {
        for typed in [
            "1000000",
            "１００万",
            "100 万元",
            "1,000,000元",
            "1，000，000",
            "1 000 000",
            "1\u{A0}000\u{A0}000 元",
            "¥1,000,000.00",
            "￥100万",
            "RMB 1,000,000",
            "ｒｍｂ１００万",
            "1000000 CNY",
            "人民币壹佰万元整",
            "1百万",
            "100w",
            "100\u{200B}万",
            "一百万",
            "100萬圓正",
            "+100万",
        ] {
            assert_eq!(yuan(typed), Ok(dec!(1000000)), "{typed}");
        }
        assert_eq!(read("3", "%"), Ok(dec!(0.03)));
        assert_eq!(read("800公斤", "吨"), Ok(dec!(0.8)));
        assert_eq!(read("800 KG", "吨"), Ok(dec!(0.8)));
        assert_eq!(read("-5", "小时"), Ok(dec!(-5)));
        assert_eq!(read("1万架次", "架次"), Ok(dec!(10000)));
        assert_eq!(read("1.2万", "小时"), Ok(dec!(12000)));
        assert_eq!(read("3千人", "人"), Ok(dec!(3000)));
        assert_eq!(read("1万", "公斤"), Ok(dec!(10)));
    }

    #[test]
    fn what_is_no_number_is_said() {
        let unknown = |unit: &str| Err(NotAQuantity::UnknownUnit(unit.into()));
        for typed in [
            "abc", "", "1.2.3", "1-2", "--5", "万", "元", "-", "¥", "1万-5",
        ] {
            assert_eq!(yuan(typed), Err(NotAQuantity::NoNumber), "{typed}");
        }
        for typed in ["1,5", "1 5", "12 34", "1,000,00"] {
            assert_eq!(yuan(typed), Err(NotAQuantity::Grouping), "{typed}");
        }
        assert_eq!(yuan("3吨"), unknown("吨"));
        assert_eq!(yuan("$300"), unknown("$"));
        assert_eq!(yuan("300元左右"), unknown("元左右"));
        assert_eq!(yuan("3.5元6角"), unknown("元6角"));
        assert_eq!(yuan("五角六角"), unknown("角六角"));
        assert_eq!(yuan("五角一角"), unknown("角一角"));
        assert_eq!(read("¥300", "小时"), unknown("¥"));
        assert_eq!(read("3万", "%"), unknown("万"));
        assert_eq!(read("3元", "%"), unknown("元"));
    }

    #[test]
    fn plain_numbers_are_read_as_any_other() {
        for text in [
            "0",
            "007",
            "1.50",
            "000.100",
            "0.00",
            "123456789012345",
            "1234567890.12345",
        ] {
            let read = |number: Option<Decimal>| number.map(|number| number.to_string());
            let other = crate::quantity::number_in(text).ok();
            assert_eq!(read(plain(text)), read(other), "{text}");
        }
        for text in ["", ".", ".5", "5.", "1.2.3", "-1", "1,000", "５", "1 0"] {
            assert_eq!(plain(text), None, "{text}");
        }
        assert_eq!(plain("1234567890123456"), None);
        assert_eq!(plain("0.123456789012345"), None);
    }

    #[test]
    fn fifteen_digits_are_read_and_sixteen_are_not() {
        assert_eq!(yuan("123456789012345"), Ok(dec!(123456789012345)));
        assert_eq!(yuan("1234567890123456"), Err(NotAQuantity::TooLong));
        assert_eq!(yuan("1234567890123亿"), Ok(dec!(123456789012300000000)));
        assert_eq!(yuan("1234567890亿1234567.89元"), Err(NotAQuantity::TooLong));
    }

    #[test]
    fn a_unit_chosen_at_the_field_is_given_to_bare_numbers_only() {
        for (typed, full) in [
            ("300", "300万元"),
            (" 3,000 ", "3,000万元"),
            ("-5", "-5万元"),
            ("三百", "三百万元"),
            ("５千", "５千万元"),
        ] {
            assert_eq!(with_unit(typed, "万元"), full);
            assert_eq!(without_unit(full, "万元"), Some(typed.trim()));
            let ten_thousand = exact::shift(yuan(typed).unwrap(), 4).unwrap();
            assert_eq!(yuan(full), Ok(ten_thousand), "{typed}");
            assert_eq!(read(typed, "万元"), Ok(ten_thousand), "{typed}");
        }
        for typed in ["300元", "3万", "1亿", "¥300", "五角", "3万5", "abc", ""] {
            assert_eq!(with_unit(typed, "万元"), typed);
            assert_eq!(without_unit(typed, "万元"), None);
        }
        assert_eq!(without_unit("¥300万元", "万元"), None);
        for (typed, unit) in [
            ("300", "元"),
            ("3,000 万", "万元"),
            ("3百万元", "万元"),
            ("¥300", "元"),
            ("1亿", "亿元"),
            ("abc", "元"),
        ] {
            assert_eq!(unit_in(typed, "元"), unit, "{typed}");
        }
        assert_eq!(unit_in("800公斤", "吨"), "公斤");
        assert_eq!(unit_in("1万", "架次"), "架次");
        assert_eq!(unit_in("¥300", "万元"), "元");
        assert_eq!(read("1亿", "万元"), Ok(dec!(100000000)));
        assert_eq!(read("¥300", "万元"), Ok(dec!(300)));
    }
}
