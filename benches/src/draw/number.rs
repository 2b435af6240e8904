//! Numbers at limits, and numbers that add up to one.

use fastrand::Rng;
use rust_decimal::{Decimal, dec};

/// One of whatever is counted.
pub const ONE: Decimal = Decimal::ONE;
/// The smallest step of money.
pub const FEN: Decimal = dec!(0.01);
/// The most rows of a list.
const MOST_ROWS: usize = 6;

/// One of several, each as likely.
pub fn one_of<T: Copy>(rng: &mut Rng, values: &[T]) -> T {
    values[rng.usize(..values.len())]
}

/// Any number of steps up to a greatest number.
pub fn any(rng: &mut Rng, most: Decimal, step: Decimal) -> Decimal {
    let steps = u64::try_from(most / step).expect("no more steps than fit");
    Decimal::from(rng.u64(..=steps)) * step
}

/// A number at one of several limits, one step beside it, or, one time out of four, any up to twice
/// that limit.
pub fn near(rng: &mut Rng, limits: &[Decimal], step: Decimal) -> Decimal {
    let limit = one_of(rng, limits);
    match rng.u8(..4) {
        0 => limit,
        1 => limit - step,
        2 => limit + step,
        _ => any(rng, limit * dec!(2), step),
    }
}

/// None to six rows.
pub fn some_rows<T>(rng: &mut Rng, row: impl FnMut(&mut Rng) -> T) -> Vec<T> {
    let many = rng.usize(..=MOST_ROWS);
    rows(rng, many, row)
}

/// So many rows.
pub fn rows<T>(rng: &mut Rng, many: usize, mut row: impl FnMut(&mut Rng) -> T) -> Vec<T> {
    (0..many).map(|_| row(rng)).collect()
}

/// One to six numbers of whole steps that add up to a total, the last perhaps finer than a step.
pub fn adding_up(rng: &mut Rng, total: Decimal, step: Decimal) -> Vec<Decimal> {
    let many = rng.usize(..MOST_ROWS);
    let mut rest = total;
    let mut parts = rows(rng, many, |rng| {
        let part = any(rng, (rest / step).trunc() * step, step);
        rest -= part;
        part
    });
    parts.push(rest);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_add_up() {
        let mut rng = Rng::with_seed(1);
        for total in [dec!(100), dec!(99.99), dec!(0.05), dec!(0)] {
            for _ in 0..100 {
                let parts = adding_up(&mut rng, total, dec!(0.1));
                assert_eq!(parts.iter().sum::<Decimal>(), total);
                assert!(
                    parts.iter().all(|part| !part.is_sign_negative()),
                    "{parts:?}"
                );
            }
        }
    }

    #[test]
    fn a_limit_is_hit_and_missed_by_one_step() {
        let mut rng = Rng::with_seed(1);
        let drawn: Vec<_> = (0..100).map(|_| near(&mut rng, &[dec!(5)], FEN)).collect();
        for expected in [dec!(4.99), dec!(5), dec!(5.01)] {
            assert!(drawn.contains(&expected), "{expected}");
        }
    }
}
