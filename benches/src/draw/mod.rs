//! Enterprises at random, so that every limit is hit from both sides and exactly.

mod flight;
mod money;
mod number;

use fastrand::Rng;
use rust_decimal::{Decimal, dec};

use crate::enterprise::{Aviation, Enterprise, Honours, Industry, Projects, Shuimogou};
use number::{FEN, ONE, near, one_of, some_rows};

/// Places within one of the documents, in its province only, and outside of each.
const PLACES: [u32; 10] = [
    430_100, 430_104, 430_121, 430_100, 430_200, 433_100, 650_105, 650_105, 650_102, 110_000,
];

/// Places of which only the province matters.
const PROVINCES: [u32; 6] = [430_000, 430_100, 430_104, 430_600, 440_000, 360_000];

/// An enterprise in a year.
pub fn enterprise(rng: &mut Rng, year: i16) -> Enterprise {
    let (rd_cost, main_revenue) = money::research(rng);
    let (fixed_investment, first_year_investment) = money::investment(rng);
    Enterprise {
        region: one_of(rng, &PLACES),
        industry: one_of(rng, &Industry::ALL),
        staff: near(rng, &[dec!(200), dec!(300), dec!(1000), dec!(2000)], ONE),
        revenue: near(rng, &money::SALES, FEN),
        assets: near(rng, &money::ASSETS, FEN),
        aviation: aviation(rng),
        main_base: one_of(rng, &PROVINCES),
        fleet: flight::fleet(rng),
        sorties: flight::sorties(rng),
        landing_sites: some_rows(rng, flight::landing_site),
        routes: flight::routes(rng),
        honours: honours(rng),
        city_year: recent(rng, year),
        national_year: recent(rng, year),
        champion_products: some_rows(rng, |rng| recent(rng, year)),
        quality_year: recent(rng, year),
        loans: money::loans(rng, year),
        rd_subsidy_received: rng.u8(..4) == 0,
        rd_cost,
        main_revenue,
        projects: projects(rng),
        fixed_investment,
        first_year_investment,
        high_tech_enterprise: mostly(rng),
        hnte_year: recent(rng, year),
        hnte_first: rng.bool(),
        shuimogou: shuimogou(rng),
        labs: Decimal::from(rng.u8(1..=6)),
    }
}

/// True three times out of four.
fn mostly(rng: &mut Rng) -> bool {
    rng.u8(..4) > 0
}

/// A year around one, or some years before.
fn recent(rng: &mut Rng, year: i16) -> i16 {
    year + one_of(rng, &[-4, -3, -2, -2, -1, -1, 0, 0, 1])
}

fn aviation(rng: &mut Rng) -> Aviation {
    Aviation {
        general: mostly(rng),
        light_sport: mostly(rng),
        landing_sites: mostly(rng),
        new_aircraft: mostly(rng),
    }
}

fn honours(rng: &mut Rng) -> Honours {
    Honours {
        city_little_giant: mostly(rng),
        little_giant: mostly(rng),
        single_champion: mostly(rng),
        champion_product: mostly(rng),
        quality_award: rng.bool(),
        quality_nomination: rng.bool(),
    }
}

fn projects(rng: &mut Rng) -> Projects {
    Projects {
        major_project: mostly(rng),
        tech_upgrade: rng.bool(),
        industrial_internet: rng.bool(),
    }
}

fn shuimogou(rng: &mut Rng) -> Shuimogou {
    Shuimogou {
        giant_named: rng.bool(),
        giant_listed: rng.bool(),
        national_lab: rng.bool(),
    }
}
