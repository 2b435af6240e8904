//! A number in digits, in words or in both: 3000, 1.2亿3000万, 三百万零五.

use rust_decimal::Decimal;

use crate::exact;
use crate::quantity::{NotAQuantity, number_in};

/// The most significant digits of a sum of parts, so that every product stays exact.
const MOST: i128 = 1_000_000_000_000_000;

/// The digit that a character stands for, in any notation.
pub(super) fn digit_of(c: char) -> Option<u8> {
    const DIGITS: [&str; 10] = [
        "0零〇",
        "1一壹",
        "2二贰两",
        "3三叁",
        "4四肆",
        "5五伍",
        "6六陆",
        "7七柒",
        "8八捌",
        "9九玖",
    ];
    let index = DIGITS.iter().position(|forms| forms.contains(c))?;
    u8::try_from(index).ok()
}

/// A number in digits, in words or in both, read from its beginning.
pub(super) struct Words<'t> {
    /// What is still to be read.
    pub rest: &'t str,
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
    /// 万 or 亿, the last that was said.
    pub scale: Option<char>,
    /// Whether the last part stands in digits and leaves out places (1亿3000).
    pub leaves_out: bool,
}

impl<'t> Words<'t> {
    pub fn new(rest: &'t str) -> Words<'t> {
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
    pub fn number(&mut self) -> Result<Decimal, NotAQuantity> {
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
            // 一千零十 is 1010; 零十 is nothing that is said.
            None if power == 1 && (!self.zero || self.last.is_some()) => Decimal::ONE,
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
        let nothing = match self.last {
            Some(last) => self.current.is_none() && last >= 4,
            None => self.current.is_none() && !self.zero,
        };
        if nothing && !again {
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
    use crate::typed::read;
    use rust_decimal::dec;

    fn yuan(text: &str) -> Result<Decimal, NotAQuantity> {
        read(text, "元")
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
            ("0千万", dec!(0)),
            ("〇万", dec!(0)),
            ("一千零十", dec!(1010)),
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
            "零十",
            "百万",
        ] {
            assert_eq!(yuan(typed), Err(NotAQuantity::Ambiguous), "{typed}");
        }
    }
}
