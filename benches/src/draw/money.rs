//! What is spent, borrowed and invested.

use fastrand::Rng;
use jiff::ToSpan;
use jiff::civil::Date;
use rust_decimal::{Decimal, dec};

use super::number::{FEN, ONE, adding_up, any, near, one_of, some_rows};
use crate::enterprise::{Loan, Term};

/// The sales above which an enterprise of some industry is large.
pub const SALES: [Decimal; 8] = [
    dec!(50_000_000),
    dec!(100_000_000),
    dec!(200_000_000),
    dec!(300_000_000),
    dec!(400_000_000),
    dec!(800_000_000),
    dec!(1_000_000_000),
    dec!(2_000_000_000),
];

/// The assets above which an enterprise of some industry is large.
pub const ASSETS: [Decimal; 3] = [dec!(100_000_000), dec!(800_000_000), dec!(1_200_000_000)];

/// Principals whose interest of a whole year is around the cap; at the second, half a fen below it.
const CAPPED: [Decimal; 5] = [
    dec!(16_666_666.49),
    dec!(16_666_666.50),
    dec!(16_666_666.66),
    dec!(16_666_666.67),
    dec!(16_666_667),
];

/// 研发费用 and 主营业务收入: around 3%, or any; the subsidy around its cap, or any.
pub fn research(rng: &mut Rng) -> (Decimal, Decimal) {
    let cost = match rng.u8(..3) {
        // A tenth of 4999999.95 is half a fen below the cap, of 4999999.94 less than that.
        0 => near(rng, &[dec!(5_000_000), dec!(4_999_999.95)], FEN),
        1 => any(rng, dec!(8_000_000), FEN),
        _ => any(rng, dec!(300_000), ONE) * dec!(30),
    };
    // Of a cost of whole threes it is exactly 3%; of another the nearest to it, in fen.
    let at_the_limit = (cost / dec!(0.03)).round_dp(2);
    match rng.u8(..5) {
        0 => (cost, any(rng, dec!(300_000_000), FEN)),
        1 => (cost, Decimal::ZERO),
        2 => (cost, at_the_limit),
        3 => (cost, at_the_limit + FEN),
        _ => (cost, (at_the_limit - FEN).max(Decimal::ZERO)),
    }
}

/// 固定资产投资 and what of it was invested in the first year.
pub fn investment(rng: &mut Rng) -> (Decimal, Decimal) {
    let whole = near(rng, &[dec!(1_000_000_000), dec!(1_700_000_000)], FEN);
    let half = (whole * dec!(0.5)).round_dp(2);
    let in_a_year = match rng.u8(..3) {
        0 => near(rng, &[dec!(800_000_000)], FEN),
        1 => near(rng, &[half], FEN),
        _ => any(rng, whole, FEN),
    };
    (whole, in_a_year.clamp(Decimal::ZERO, whole))
}

/// Up to six loans: around 300万元 in all, around the cap, or any.
pub fn loans(rng: &mut Rng, year: i16) -> Vec<Loan> {
    match rng.u8(..3) {
        0 => {
            let total = near(rng, &[dec!(3_000_000)], FEN);
            let principals = adding_up(rng, total, FEN).into_iter();
            let loans = principals.map(|principal| Loan {
                principal,
                term: term(rng, year),
            });
            loans.collect()
        }
        1 => vec![Loan {
            principal: one_of(rng, &CAPPED),
            term: Term::Days(365),
        }],
        _ => some_rows(rng, |rng| Loan {
            principal: any(rng, dec!(9_000_000), FEN),
            term: term(rng, year),
        }),
    }
}

/// A term that begins or ends at the ends of the year or within it, or lies outside.
fn term(rng: &mut Rng, year: i16) -> Term {
    if rng.u8(..4) == 0 {
        let all = Date::constant(year, 12, 31).day_of_year().unsigned_abs();
        return Term::Days(one_of(rng, &[0, 1, 73, 180, 365, all]));
    }
    let (from, month, day) = one_of(
        rng,
        &[
            (-1, 7, 1),
            (-1, 12, 31),
            (0, 1, 1),
            (0, 1, 1),
            (0, 2, 28),
            (0, 12, 31),
            (1, 1, 1),
        ],
    );
    let start = Date::constant(year + from, month, day);
    let days = match rng.u8(..3) {
        0 => rng.i32(1..1100),
        _ => one_of(rng, &[1, 31, 184, 365, 366, 730]),
    };
    Term::Dates(start, start.saturating_add(days.days()))
}
