//! An enterprise as CEL's variables: its quantities are doubles, the only fractions CEL has; places and
//! years are ints. A loan's days are reckoned outside, as for every peer.

use cel::{Context, SerializationError};
use peer_common::case::Case;
use peer_common::days::days_in;
use peer_common::enterprise::{self as given, SiteKind};
use serde::Serialize;

#[derive(Serialize)]
struct Aircraft {
    max_takeoff_mass: f64,
    hours: f64,
}

#[derive(Serialize)]
struct LandingSite {
    kind: &'static str,
    hours: f64,
    serves_the_public: bool,
    region: i64,
    certified: bool,
}

#[derive(Serialize)]
struct Loan {
    principal: f64,
    days: f64,
}

/// Adds the enterprise of a case to a context.
pub fn add(context: &mut Context, case: &Case) -> Result<(), SerializationError> {
    let given = &case.enterprise;
    context.add_variable("year", i64::from(case.year))?;
    context.add_variable("region", given.region)?;
    context.add_variable("industry", &given.industry)?;
    context.add_variable("staff", double(&given.staff))?;
    context.add_variable("revenue", double(&given.revenue))?;
    context.add_variable("assets", double(&given.assets))?;
    context.add_variable("aviation", given.aviation)?;
    context.add_variable("main_base", given.main_base)?;
    context.add_variable("fleet", rows(&given.fleet, aircraft))?;
    context.add_variable("sorties", double(&given.sorties))?;
    context.add_variable("landing_sites", rows(&given.landing_sites, landing_site))?;
    context.add_variable("routes", rows(&given.routes, |hours| double(hours)))?;
    context.add_variable("honours", given.honours)?;
    context.add_variable("city_year", given.city_year)?;
    context.add_variable("national_year", given.national_year)?;
    context.add_variable("champion_products", &given.champion_products)?;
    context.add_variable("quality_year", given.quality_year)?;
    context.add_variable("loans", rows(&given.loans, |given| loan(given, case.year)))?;
    context.add_variable("rd_subsidy_received", given.rd_subsidy_received)?;
    context.add_variable("rd_cost", double(&given.rd_cost))?;
    context.add_variable("main_revenue", double(&given.main_revenue))?;
    context.add_variable("projects", given.projects)?;
    context.add_variable("fixed_investment", double(&given.fixed_investment))?;
    context.add_variable(
        "first_year_investment",
        double(&given.first_year_investment),
    )?;
    context.add_variable("high_tech_enterprise", given.high_tech_enterprise)?;
    context.add_variable("hnte_year", given.hnte_year)?;
    context.add_variable("hnte_first", given.hnte_first)?;
    context.add_variable("shuimogou", given.shuimogou)?;
    context.add_variable("labs", double(&given.labs))
}

fn double(decimal: &str) -> f64 {
    decimal.parse().expect("a number")
}

fn rows<Given, Row>(given: &[Given], row: impl Fn(&Given) -> Row) -> Vec<Row> {
    given.iter().map(row).collect()
}

fn aircraft(given: &given::Aircraft) -> Aircraft {
    Aircraft {
        max_takeoff_mass: double(&given.max_takeoff_mass),
        hours: double(&given.hours),
    }
}

fn landing_site(given: &given::LandingSite) -> LandingSite {
    let (kind, hours, serves_the_public) = match &given.kind {
        SiteKind::Transport(hours) => ("transport", double(hours), false),
        SiteKind::General(hours) => ("general", double(hours), false),
        SiteKind::Temporary(public) => ("temporary", 0.0, *public),
    };
    LandingSite {
        kind,
        hours,
        serves_the_public,
        region: given.region,
        certified: given.certified,
    }
}

fn loan(given: &given::Loan, year: i32) -> Loan {
    Loan {
        principal: double(&given.principal),
        days: days_in(&given.term, year) as f64,
    }
}
