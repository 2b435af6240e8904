//! What flies: hours around 100 and around the hours at which the caps are reached.

use fastrand::Rng;
use rust_decimal::{Decimal, dec};

use super::PROVINCES;
use super::number::{ONE, adding_up, any, near, one_of, rows, some_rows};
use crate::enterprise::{Aircraft, LandingSite, SiteKind};

/// Flying hours as they are logged: 64.1.
const TENTH: Decimal = dec!(0.1);
/// The finest that can be entered.
const HUNDREDTH: Decimal = dec!(0.01);

/// Up to six rows: any hours, hours around 100 in all, or hours that are paid around 100万元 in all.
pub fn fleet(rng: &mut Rng) -> Vec<Aircraft> {
    match rng.u8(..3) {
        0 => some_rows(rng, |rng| {
            let hours = any(rng, dec!(900), HUNDREDTH);
            aircraft(rng, hours)
        }),
        1 => {
            let total = dec!(100) + one_of(rng, &[dec!(0), TENTH, -TENTH, HUNDREDTH, -HUNDREDTH]);
            let hours = adding_up(rng, total, TENTH);
            hours
                .into_iter()
                .map(|hours| aircraft(rng, hours))
                .collect()
        }
        _ => at_the_cap(rng),
    }
}

/// Heavier aircraft below the cap, and light ones that fly up to it, or 0.01 hours less or more.
fn at_the_cap(rng: &mut Rng) -> Vec<Aircraft> {
    let heavy = [(dec!(2.5), dec!(2000)), (dec!(7), dec!(3000))];
    let many = rng.usize(..3);
    let mut open = dec!(1_000_000);
    let mut fleet = rows(rng, many, |rng| {
        let (mass, hourly) = one_of(rng, &heavy);
        let hours = any(rng, dec!(160), TENTH);
        open -= hours * hourly;
        Aircraft {
            max_takeoff_mass: mass,
            ..aircraft(rng, hours)
        }
    });
    let hours = open / dec!(500) + one_of(rng, &[dec!(0), HUNDREDTH, -HUNDREDTH]);
    fleet.push(Aircraft {
        max_takeoff_mass: ONE,
        ..aircraft(rng, hours)
    });
    fleet
}

/// A row of the fleet, its weight around one of the limits.
fn aircraft(rng: &mut Rng, hours: Decimal) -> Aircraft {
    Aircraft {
        max_takeoff_mass: near(rng, &[dec!(1), dec!(5)], dec!(0.001)),
        count: Decimal::from(rng.u8(1..=4)),
        hours,
    }
}

/// Sorties around 2500 and around the cap, which 16786 reach, or any.
pub fn sorties(rng: &mut Rng) -> Decimal {
    near(rng, &[dec!(2500), dec!(16785), dec!(16786)], ONE)
}

/// A site with hours around those asked of an airport.
pub fn landing_site(rng: &mut Rng) -> LandingSite {
    let hours = near(rng, &[dec!(1000), dec!(1500)], HUNDREDTH);
    LandingSite {
        kind: match rng.u8(..3) {
            0 => SiteKind::Transport(hours),
            1 => SiteKind::General(hours),
            _ => SiteKind::Temporary(rng.bool()),
        },
        region: one_of(rng, &PROVINCES),
        certified: rng.u8(..4) > 0,
    }
}

/// Up to six routes, each around 100 hours, or around the 3000 in all that reach the cap.
pub fn routes(rng: &mut Rng) -> Vec<Decimal> {
    if rng.bool() {
        let step = one_of(rng, &[TENTH, HUNDREDTH]);
        return some_rows(rng, |rng| near(rng, &[dec!(100)], step));
    }
    let total = dec!(3000) + one_of(rng, &[dec!(0), HUNDREDTH, -HUNDREDTH]);
    adding_up(rng, total, TENTH)
}
