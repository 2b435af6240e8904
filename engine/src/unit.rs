//! Units as exponents of base units, so that 元/小时 times 小时 is 元.

use serde::{Deserialize, Serialize};

/// The base units that policy documents count in, with the word a document uses.
const BASES: [&str; Unit::BASES] = [
    "元", "小时", "架次", "吨", "人", "项", "天", "年", "架", "个", "分",
];

/// The word for the unit of money.
pub const YUAN: &str = "元";
/// The word for ten thousand of it.
pub const WAN_YUAN: &str = "万元";

/// A unit of measurement: one exponent per base unit; all zero is a pure number or share.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Unit([i8; Unit::BASES]);

impl Unit {
    /// How many base units there are: 元, 小时, 架次, 吨, 人, 项, 天, 年, 架, 个, 分.
    pub const BASES: usize = 11;
    /// A pure number, also used for shares (3% is 0.03).
    pub const NONE: Unit = Unit([0; Unit::BASES]);
    /// 元.
    pub const YUAN: Unit = Unit::base(0);
    /// 天.
    pub const DAY: Unit = Unit::base(6);
    /// 年, a span of years or a calendar year.
    pub const YEAR: Unit = Unit::base(7);

    /// 分, the points of an evaluation.
    pub const POINT: Unit = Unit::base(10);

    const fn base(index: usize) -> Unit {
        let mut exponents = [0; Unit::BASES];
        exponents[index] = 1;
        Unit(exponents)
    }

    /// The unit of a product of two quantities.
    pub fn times(self, other: Unit) -> Unit {
        Unit(std::array::from_fn(|i| self.0[i] + other.0[i]))
    }

    /// The unit of a quotient of two quantities.
    pub fn per(self, other: Unit) -> Unit {
        Unit(std::array::from_fn(|i| self.0[i] - other.0[i]))
    }

    /// The unit in a document's words (元/小时); a pure number has none.
    pub fn name(self) -> String {
        self.name_in(BASES)
    }

    /// The unit in other words for the base units.
    pub fn name_in(self, words: [&str; Unit::BASES]) -> String {
        let names = |sign: i8| {
            let mut out = String::new();
            for (exponent, name) in self.0.iter().zip(words) {
                for _ in 0..(exponent * sign).max(0) {
                    if !out.is_empty() {
                        out.push('·');
                    }
                    out.push_str(name);
                }
            }
            out
        };
        match (names(1), names(-1)) {
            (up, down) if down.is_empty() => up,
            (up, down) => format!("{up}/{down}"),
        }
    }
}

/// A unit as written, with the power of ten and the unit it stands for: 万元 is 10⁴ 元.
pub fn written(text: &str) -> Option<(Unit, i32)> {
    if let Some((up, down)) = text.split_once('/') {
        let ((up, up_power), (down, down_power)) = (single(up)?, single(down)?);
        return Some((up.per(down), up_power - down_power));
    }
    single(text)
}

fn single(text: &str) -> Option<(Unit, i32)> {
    let (name, power) = match text {
        "%" => return Some((Unit::NONE, -2)),
        "" => return Some((Unit::NONE, 0)),
        "万元" => ("元", 4),
        "亿元" => ("元", 8),
        "公斤" | "千克" | "kg" => ("吨", -3),
        "t" => ("吨", 0),
        "h" => ("小时", 0),
        "日" => ("天", 0),
        _ => (text, 0),
    };
    let index = BASES.iter().position(|base| *base == name)?;
    Some((Unit::base(index), power))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_times_its_quantity_is_money() {
        let (rate, _) = written("元/小时").unwrap();
        let (hours, _) = written("小时").unwrap();
        assert_eq!(rate.times(hours), Unit::YUAN);
        assert_eq!(rate.name(), "元/小时");
        assert_eq!(Unit::YUAN.times(Unit::YUAN).name(), "元·元");
        assert_eq!(Unit::NONE.per(Unit::YUAN.times(Unit::DAY)).name(), "/元·天");
        assert_eq!(Unit::YUAN.times(Unit::DAY).per(Unit::DAY), Unit::YUAN);
    }

    #[test]
    fn scales_are_powers_of_ten() {
        assert_eq!(written("亿元"), Some((Unit::YUAN, 8)));
        assert_eq!(written("%"), Some((Unit::NONE, -2)));
        assert_eq!(written("公里"), None);
    }

    #[test]
    fn short_and_other_words_are_the_same_units() {
        for (short, long) in [
            ("t", "吨"),
            ("h", "小时"),
            ("日", "天"),
            ("kg", "公斤"),
            ("千克", "公斤"),
        ] {
            assert!(written(long).is_some());
            assert_eq!(written(short), written(long), "{short}");
        }
    }

    #[test]
    fn the_powers_of_a_rate_are_taken_apart() {
        let (yuan, _) = written("元").unwrap();
        let (ton, _) = written("吨").unwrap();
        assert_eq!(written("万元/公斤"), Some((yuan.per(ton), 7)));
        assert_eq!(written("公斤/万元"), Some((ton.per(yuan), -7)));
    }

    #[test]
    fn powers_repeat_their_unit() {
        let square = Unit::YUAN.times(Unit::YUAN);
        assert_eq!(square.name(), "元·元");
        assert_eq!(square.times(Unit::DAY).name(), "元·元·天");
        assert_eq!(Unit::DAY.per(square).name(), "天/元·元");
        assert_eq!(Unit::NONE.per(Unit::DAY).name(), "/天");
    }
}
