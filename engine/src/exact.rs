//! Decimal arithmetic that is exact or says that it cannot be.

use rust_decimal::{Decimal, RoundingStrategy};

/// The product, or `None` where it has more digits than a decimal holds.
pub fn mul(a: Decimal, b: Decimal) -> Option<Decimal> {
    let product = |a: Decimal, b: Decimal| {
        let mantissa = match (short(a), short(b)) {
            (Some(a), Some(b)) => i128::from(a) * i128::from(b),
            _ => a.mantissa().checked_mul(b.mantissa())?,
        };
        shortest(mantissa, a.scale() + b.scale())
    };
    product(a, b).or_else(|| product(a.normalize(), b.normalize()))
}

/// The sum, or `None` where it has more digits than a decimal holds.
pub fn add(a: Decimal, b: Decimal) -> Option<Decimal> {
    if a.scale() == b.scale() {
        return shortest(a.mantissa() + b.mantissa(), a.scale());
    }
    let sum = |a: Decimal, b: Decimal| {
        let scale = a.scale().max(b.scale());
        let widen = |x: Decimal| match scale - x.scale() {
            0 => Some(x.mantissa()),
            more => x.mantissa().checked_mul(10_i128.checked_pow(more)?),
        };
        shortest(widen(a)?.checked_add(widen(b)?)?, scale)
    };
    sum(a, b).or_else(|| sum(a.normalize(), b.normalize()))
}

/// The digits, where a word holds them: those of nearly every figure and answer.
fn short(value: Decimal) -> Option<i64> {
    i64::try_from(value.mantissa()).ok()
}

/// The decimal without zeros at its end, or `None` where it has too many digits.
fn shortest(mut mantissa: i128, mut scale: u32) -> Option<Decimal> {
    if let Ok(mut digits) = i64::try_from(mantissa) {
        while scale > 0 && digits % 10 == 0 {
            (digits, scale) = (digits / 10, scale - 1);
        }
        return Decimal::try_new(digits, scale).ok();
    }
    while scale > 0 && mantissa % 10 == 0 {
        (mantissa, scale) = (mantissa / 10, scale - 1);
    }
    Decimal::try_from_i128_with_scale(mantissa, scale).ok()
}

/// `value` times ten to the `power`.
pub fn shift(value: Decimal, power: i32) -> Option<Decimal> {
    let value = value.normalize();
    let scale = i32::try_from(value.scale()).ok()? - power;
    if scale >= 0 {
        return Decimal::try_from_i128_with_scale(value.mantissa(), scale.unsigned_abs()).ok();
    }
    let factor = 10_i128.checked_pow(scale.unsigned_abs())?;
    Decimal::try_from_i128_with_scale(value.mantissa().checked_mul(factor)?, 0).ok()
}

/// The quotient rounded to `places` decimals, half up (四舍五入); of a divisor above 0 only.
///
/// The rounding looks at the exact remainder, so a quotient just below a half is not rounded twice.
pub fn div_half_up(a: Decimal, b: Decimal, places: u32) -> Option<Decimal> {
    if b <= Decimal::ZERO {
        return None;
    }
    let quotient = a.checked_div(b)?;
    let down = quotient.round_dp_with_strategy(places, RoundingStrategy::ToNegativeInfinity);
    let step = Decimal::try_from_i128_with_scale(1, places).ok()?;
    let half = Decimal::try_from_i128_with_scale(5, places + 1).ok()?;
    // a / b >= down + half, asked without dividing.
    let up = a >= mul(add(down, half)?, b)?;
    if up { add(down, step) } else { Some(down) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_decimal::dec;

    #[test]
    fn products_are_exact_or_refused() {
        assert_eq!(mul(dec!(0.1), dec!(3)), Some(dec!(0.3)));
        let long = dec!(1.00000000000001);
        assert_eq!(mul(long, long), Some(dec!(1.0000000000000200000000000001)));
        assert_eq!(mul(mul(long, long).unwrap(), long), None);
        assert_eq!(mul(Decimal::MAX, dec!(2)), None);
        let zeros = dec!(2.000000000000000);
        assert_eq!(
            mul(zeros, zeros).map(|four| four.to_string()),
            Some("4".to_owned())
        );
        assert_eq!(add(dec!(0.1), dec!(64.1)), Some(dec!(64.2)));
        assert_eq!(add(Decimal::MAX, dec!(1)), None);
    }

    #[test]
    fn what_a_word_does_not_hold_is_as_exact() {
        let word = Decimal::from(i64::MAX);
        let tiny = Decimal::new(1, 28);
        let almost_max = dec!(7922816251426433759354395033.5);
        for (sum, a, b) in [
            ("9223372036854775808", word, dec!(1)),
            ("-9223372036854775809", -word, dec!(-2)),
            ("79228162514264337593543950334", Decimal::MAX, dec!(-1)),
            ("1.0000000000000000000000000001", dec!(1), tiny),
            // One digit too many, but for the zero at its end.
            ("7922816251426433759354395034", almost_max, dec!(0.5)),
            ("10", dec!(9.5), dec!(0.5)),
            ("0.3", dec!(-0.20), dec!(0.5)),
            ("0", dec!(-1.25), dec!(1.25)),
        ] {
            let found = add(a, b).map(|sum| sum.to_string());
            assert_eq!(found.as_deref(), Some(sum), "{a} + {b}");
            assert_eq!(add(b, a), add(a, b));
        }
        assert_eq!(add(dec!(10), tiny), None);
        assert_eq!(add(almost_max, dec!(0.4)), None);
        for (product, a, b) in [
            ("18446744073709551614", word, dec!(2)),
            ("-18446744073709551616", Decimal::from(i64::MIN), dec!(2)),
            ("1", dec!(0.25), dec!(4)),
            ("-150", dec!(-1.50), dec!(100)),
            ("0", dec!(-0.00), word),
            (
                "0.0000000000000000000000000001",
                Decimal::new(1, 14),
                Decimal::new(1, 14),
            ),
        ] {
            let found = mul(a, b).map(|product| product.to_string());
            assert_eq!(found.as_deref(), Some(product), "{a} × {b}");
            assert_eq!(mul(b, a), mul(a, b));
        }
        assert_eq!(mul(word, word), None);
        assert_eq!(mul(tiny, dec!(0.1)), None);
    }

    #[test]
    fn shifting_changes_the_unit_not_the_value() {
        assert_eq!(shift(dec!(1.5), 4), Some(dec!(15000)));
        assert_eq!(shift(dec!(3), -2), Some(dec!(0.03)));
        assert_eq!(shift(dec!(1.2345), 2), Some(dec!(123.45)));
    }

    #[test]
    fn half_a_fen_goes_up() {
        let interest = mul(dec!(10000000), dec!(5.46)).unwrap();
        assert_eq!(div_half_up(interest, dec!(365), 2), Some(dec!(149589.04)));
        assert_eq!(div_half_up(dec!(1), dec!(8), 2), Some(dec!(0.13)));
        assert_eq!(div_half_up(dec!(-1), dec!(8), 2), Some(dec!(-0.12)));
        assert_eq!(div_half_up(dec!(1), dec!(0), 2), None);
        assert_eq!(div_half_up(dec!(1), dec!(-8), 2), None);
    }

    #[test]
    fn a_quotient_just_below_a_half_stays_down() {
        // 0.004999…9 repeating beyond 28 digits must not first become 0.005.
        let almost = dec!(0.0349999999999999999999999999);
        assert_eq!(div_half_up(almost, dec!(7), 2), Some(dec!(0.00)));
    }
}
