//! SCREEN reckoned by hand: each document's words as plain Rust, without the engine.
//!
//! It is what one would write instead of the engine, so it is also what the engine's speed is held
//! against; and as it shares no code with the engine, both giving the same is evidence for both. Where
//! a clause can be read in two ways, the reading is the one that the policy file records. Money is
//! rounded half up to the fen, the one rule here that no document states.

mod advanced_manufacturing;
mod changsha_sme;
mod company_size;
mod low_altitude;
mod place;
mod shuimogou;

use rust_decimal::{Decimal, RoundingStrategy};
use serde::Serialize;

use crate::enterprise::Enterprise;
use crate::screen::PROGRAMS;

/// What an enterprise has from a program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Due {
    /// Nothing: it does not meet the conditions.
    Refused,
    /// This amount, in 元.
    Paid(Decimal),
    /// An amount that the document leaves open, up to this ceiling, in 元.
    UpTo(Decimal),
}

impl Due {
    /// The amount, if the conditions hold.
    fn paid_if(holds: bool, amount: impl FnOnce() -> Decimal) -> Due {
        if holds {
            Due::Paid(amount())
        } else {
            Due::Refused
        }
    }
}

/// What an enterprise has from each program of SCREEN in a year, in the order of SCREEN.
pub fn screen(enterprise: &Enterprise, year: i16) -> [Due; PROGRAMS] {
    [
        low_altitude::general_aviation_hours(enterprise),
        low_altitude::light_sport_sorties(enterprise),
        low_altitude::landing_sites(enterprise),
        low_altitude::new_aircraft_routes(enterprise),
        changsha_sme::loan_interest(enterprise, year),
        changsha_sme::rd_subsidy(enterprise),
        changsha_sme::national_little_giant(enterprise, year),
        changsha_sme::champion_products(enterprise, year),
        changsha_sme::quality_award(enterprise, year),
        shuimogou::giant_award(enterprise),
        shuimogou::hnte_new(enterprise, year),
        shuimogou::hnte_renewed(enterprise, year),
        shuimogou::national_labs(enterprise),
        advanced_manufacturing::major_project(enterprise),
    ]
}

/// Whether a recognition of `when` is new (新认定) in `year`: of this year or the one before.
fn is_new(when: i16, year: i16) -> bool {
    when == year || when == year - 1
}

/// Rounded half up to the fen, of an amount that is not negative.
fn to_the_fen(amount: Decimal) -> Decimal {
    amount.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero)
}
