//! Decimal arithmetic that is exact or says that it cannot be.

use rust_decimal::{Decimal, RoundingStrategy};

/// The product, or `None` where it has more digits than a decimal holds.
pub fn mul(a: Decimal, b: Decimal) -> Option<Decimal> {
    let product = |a: Decimal, b: Decimal| {
        let mantissa = a.mantissa().checked_mul(b.mantissa())?;
        Decimal::try_from_i128_with_scale(mantissa, a.scale() + b.scale()).ok()
    };
    shortest(product, a, b)
}

/// The sum, or `None` where it has more digits than a decimal holds.
pub fn add(a: Decimal, b: Decimal) -> Option<Decimal> {
    let sum = |a: Decimal, b: Decimal| {
        let scale = a.scale().max(b.scale());
        let widen = |x: Decimal| match scale - x.scale() {
            0 => Some(x.mantissa()),
            more => x.mantissa().checked_mul(10_i128.checked_pow(more)?),
        };
        Decimal::try_from_i128_with_scale(widen(a)?.checked_add(widen(b)?)?, scale).ok()
    };
    shortest(sum, a, b)
}

/// The result without zeros at its end; such zeros of the operands are left out where there is no
/// room for them.
fn shortest(
    of: impl Fn(Decimal, Decimal) -> Option<Decimal>,
    a: Decimal,
    b: Decimal,
) -> Option<Decimal> {
    let result = of(a, b).or_else(|| of(a.normalize(), b.normalize()));
    result.map(|result| result.normalize())
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
