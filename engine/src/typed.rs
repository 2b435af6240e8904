//! Numbers as people type them: 3,000 万, ¥300, 1.2亿3000万, 1万架次, 叁佰万元整.
//!
//! Documents are read by [`Quantity::read`](crate::quantity::Quantity::read), which takes none of this.

use rust_decimal::Decimal;

use crate::exact;
use crate::quantity::{NotAQuantity, half, is_invisible, number_in};
use crate::unit::{self, Unit};

/// Words for 元 before or after a number.
const CURRENCIES: [&str; 4] = ["¥", "RMB", "CNY", "人民币"];
/// The most significant digits of a sum of parts, so that every product stays exact.
const MOST: i128 = 1_000_000_000_000_000;

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
            let typed = if self.tail.is_empty() { CURRENCIES[0] } else { &self.tail };
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
            Some(if self.value.is_sign_negative() { -cents } else { cents })
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

/// The digit that a character stands for, in any notation.
fn digit_of(c: char) -> Option<u8> {
    const DIGITS: [&str; 10] = [
        "0零〇", "1一壹", "2二贰两", "3三叁", "4四肆", "5五伍", "6六陆", "7七柒", "8八捌", "9九玖",
    ];
    let index = DIGITS.iter().position(|forms| forms.contains(c))?;
    u8::try_from(index).ok()
}

/// A number in digits, in words or in both, read from its beginning.
struct Words<'t> {
    rest: &'t str,
    /// Above 亿, in 亿.
    yi: Option<Decimal>,
    /// Above 万, in 万.
    wan: Option<Decimal>,
    /// Below 万, as far as it has units (千, 百, 十).
    section: Decimal,
    /// The power of the last unit; what follows is smaller.
    last: Option<u32>,
    /// A number that has no unit yet, and whether it stands in digits.
    current: Option<(Decimal, bool)>,
    /// Whether 零 was said before it.
    zero: bool,
    scale: Option<char>,
    /// Whether the last part stands in digits and leaves out places (1亿3000).
    leaves_out: bool,
}

impl<'t> Words<'t> {
    fn new(rest: &'t str) -> Words<'t> {
        Words {
            rest,
            yi: None,
            wan: None,
            section: Decimal::ZERO,
            last: None,
            current: None,
            zero: false,
            scale: None,
            leaves_out: false,
        }
    }

    /// Reads as far as there is a number.
    fn number(&mut self) -> Result<Decimal, NotAQuantity> {
        let start = self.rest;
        while let Some(c) = self.rest.chars().next() {
            let length = match c {
                '0'..='9' | '.' | ',' | '-' | '+' => self.digits()?,
                '十' => self.unit(1).map(|()| c.len_utf8())?,
                '百' => self.unit(2).map(|()| c.len_utf8())?,
                '千' => self.unit(3).map(|()| c.len_utf8())?,
                '万' | '亿' => self.scale(c).map(|()| c.len_utf8())?,
                _ => match digit_of(c) {
                    Some(digit) => self.digit(digit).map(|()| c.len_utf8())?,
                    None => break,
                },
            };
            self.rest = &self.rest[length..];
        }
        if self.rest.len() == start.len() {
            return Err(no_number(start));
        }
        let most = self.wan.map(|_| 4).or(self.yi.map(|_| 8));
        let below = self.below(most)?;
        let scaled = |part: Option<Decimal>, power| exact::shift(part.unwrap_or_default(), power);
        let sum = scaled(self.yi, 8).zip(scaled(self.wan, 4));
        let sum = sum.and_then(|(yi, wan)| exact::add(exact::add(yi, wan)?, below));
        let sum = sum.filter(|sum| {
            let mut digits = sum.mantissa();
            while digits != 0 && digits % 10 == 0 {
                digits /= 10;
            }
            digits < MOST
        });
        sum.ok_or(NotAQuantity::TooLong)
    }

    /// Takes a number in digits and returns its length.
    fn digits(&mut self) -> Result<usize, NotAQuantity> {
        let other = |c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '+'));
        let length = self.rest.find(other).unwrap_or(self.rest.len());
        if self.current.is_some() {
            return Err(NotAQuantity::Ambiguous);
        }
        // A sign stands before the whole number only.
        if self.rest.starts_with(['-', '+']) {
            return Err(NotAQuantity::NoNumber);
        }
        self.current = Some((number_in(&self.rest[..length])?, true));
        Ok(length)
    }

    /// Takes a digit in words.
    fn digit(&mut self, digit: u8) -> Result<(), NotAQuantity> {
        match (digit, self.current) {
            // 三零 and 三五 are not read as 30 and 35.
            (_, Some(_)) => Err(NotAQuantity::Ambiguous),
            (0, None) => {
                self.zero = true;
                Ok(())
            }
            (_, None) => {
                self.current = Some((digit.into(), false));
                Ok(())
            }
        }
    }

    /// Takes 十, 百 or 千: 1 to 9 of it in words, or a number in digits.
    fn unit(&mut self, power: u32) -> Result<(), NotAQuantity> {
        let count = match self.current.take() {
            Some((count, _)) => count,
            None if power == 1 => Decimal::ONE,
            None => return Err(NotAQuantity::Ambiguous),
        };
        let times = i32::try_from(power).unwrap_or_default();
        let value = exact::shift(count, times).ok_or(NotAQuantity::TooLong)?;
        if !self.fits(value) {
            return Err(NotAQuantity::Ambiguous);
        }
        self.section = exact::add(self.section, value).ok_or(NotAQuantity::TooLong)?;
        self.last = Some(power);
        self.zero = false;
        Ok(())
    }

    /// Takes 万 or 亿, which count all that stands before them since the last scale.
    fn scale(&mut self, scale: char) -> Result<(), NotAQuantity> {
        // 1万亿: the second scale counts the first.
        let again = scale == '亿' && self.wan.is_some();
        if self.yi.is_some() && scale == '亿' || self.wan.is_some() && !again {
            return Err(NotAQuantity::Ambiguous);
        }
        if self.current.is_none() && self.section.is_zero() && !again {
            return Err(NotAQuantity::NoNumber);
        }
        // A part that has a scale of its own leaves nothing out.
        if !again {
            self.last = self.last.filter(|last| *last < 4);
        }
        let part = self.below((again || self.yi.is_some()).then_some(4))?;
        if self.leaves_out {
            return Err(NotAQuantity::Ambiguous);
        }
        if scale == '万' {
            self.wan = Some(part);
            self.last = Some(4);
        } else {
            let wan = exact::shift(self.wan.take().unwrap_or_default(), 4);
            let part = wan.and_then(|wan| exact::add(wan, part));
            self.yi = Some(part.ok_or(NotAQuantity::TooLong)?);
            self.last = Some(8);
        }
        self.scale = Some(scale);
        self.section = Decimal::ZERO;
        Ok(())
    }

    /// What stands below the last scale: less than ten to the power `most`, and no place is left out
    /// unless 零 says so.
    fn below(&mut self, most: Option<u32>) -> Result<Decimal, NotAQuantity> {
        let mut sum = self.section;
        if let Some((number, in_digits)) = self.current.take() {
            let places = self.last.map(|last| last - 1);
            let short = places.is_some_and(|places| number_below(number, places));
            let short = short && !self.zero && !number.is_zero();
            // 3万5 and 三万五 are 35000 to many; 3万500元 is plain.
            if short && (!in_digits || number_below(number, 1)) || !self.fits(number) {
                return Err(NotAQuantity::Ambiguous);
            }
            self.leaves_out = short;
            sum = exact::add(sum, number).ok_or(NotAQuantity::TooLong)?;
        } else if self.zero && self.last.is_some() {
            return Err(NotAQuantity::Ambiguous);
        }
        self.zero = false;
        match most {
            // 1亿20000万 does not fall.
            Some(power) if !number_below(sum, power) => Err(NotAQuantity::Ambiguous),
            _ => Ok(sum),
        }
    }

    /// Whether a part is smaller than one of the last unit.
    fn fits(&self, part: Decimal) -> bool {
        self.last.is_none_or(|last| number_below(part, last))
    }
}

fn number_below(number: Decimal, power: u32) -> bool {
    number < Decimal::from(10_u64.pow(power))
}

/// What is wrong with a text that begins with no number: another currency, or no number at all.
fn no_number(text: &str) -> NotAQuantity {
    match text.find(|c: char| c.is_ascii_digit()) {
        Some(first) if first > 0 => NotAQuantity::UnknownUnit(text[..first].to_owned()),
        _ => NotAQuantity::NoNumber,
    }
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
    }

    #[test]
    fn parts_fall_and_add_up() {
        for (typed, value) in [
            ("1.2亿3000万", dec!(150000000)),
            ("1亿2千万", dec!(120000000)),
            ("1亿2000万3000元", dec!(120003000)),
            ("1千万", dec!(10000000)),
            ("3百万", dec!(3000000)),
            ("1千5百万", dec!(15000000)),
            ("5十万", dec!(500000)),
            ("1万2000", dec!(12000)),
            ("3万500元", dec!(30500)),
            ("1万零500", dec!(10500)),
            ("12000万", dec!(120000000)),
            ("1.2万亿", dec!(1200000000000)),
            ("1万2000亿", dec!(1200000000000)),
            ("-50万元", dec!(-500000)),
            ("¥-300", dec!(-300)),
            ("-¥300", dec!(-300)),
        ] {
            assert_eq!(yuan(typed), Ok(value), "{typed}");
        }
    }

    #[test]
    fn words_are_read_as_they_are_said() {
        for (typed, value) in [
            ("三百万", dec!(3000000)),
            ("叁佰万元整", dec!(3000000)),
            ("两亿", dec!(200000000)),
            ("十五万", dec!(150000)),
            ("二十", dec!(20)),
            ("一百一十", dec!(110)),
            ("一百零五", dec!(105)),
            ("一千〇五十", dec!(1050)),
            ("十万零一", dec!(100001)),
            ("一万零一亿", dec!(1000100000000)),
            ("一亿零一万", dec!(100010000)),
            ("三万五千六百七十八元", dec!(35678)),
            ("三百万零五元六角", dec!(3000005.6)),
            ("五元六角七分", dec!(5.67)),
            ("五元零六分", dec!(5.06)),
            ("5角", dec!(0.5)),
            ("五角三分", dec!(0.53)),
            ("负五角三分", dec!(-0.53)),
            ("五分", dec!(0.05)),
            ("零元", dec!(0)),
            ("负一元五角", dec!(-1.5)),
        ] {
            assert_eq!(yuan(typed), Ok(value), "{typed}");
        }
    }

    #[test]
    fn what_can_be_read_in_several_ways_is_refused() {
        for typed in [
            "3万5",
            "3万5元",
            "三万五",
            "三万五元",
            "3千5",
            "二百五",
            "1亿3",
            "1亿3000",
            "3万500",
            "1亿20000万",
            "1万20000",
            "3000万1亿2万",
            "1万2万",
            "1亿2亿",
            "1百2千",
            "三五万",
            "三〇〇万",
            "三百零",
            "百万",
        ] {
            assert_eq!(yuan(typed), Err(NotAQuantity::Ambiguous), "{typed}");
        }
    }

    #[test]
    fn what_is_no_number_is_said() {
        let unknown = |unit: &str| Err(NotAQuantity::UnknownUnit(unit.into()));
        for typed in ["abc", "", "1.2.3", "1-2", "--5", "万", "元", "-", "¥", "1万-5"] {
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
        assert_eq!(read("¥300", "小时"), unknown("¥"));
        assert_eq!(read("3万", "%"), unknown("万"));
        assert_eq!(read("3元", "%"), unknown("元"));
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
        assert_eq!(read("1亿", "万元"), Ok(dec!(100000000)));
        assert_eq!(read("¥300", "万元"), Ok(dec!(300)));
    }
}
