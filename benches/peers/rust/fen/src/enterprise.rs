//! An enterprise in whole numbers.

use peer_common::case::Case;
use peer_common::days::days_in;
use peer_common::enterprise::{self as given, Aviation, Honours, Projects, Shuimogou};
use peer_common::fixed::fixed;

/// An enterprise: money in fen, hours in hundredths, weights in grams.
pub struct Enterprise {
    pub year: i64,
    pub region: i64,
    pub industry: Industry,
    pub staff: i64,
    pub revenue: i64,
    pub assets: i64,
    pub aviation: Aviation,
    pub main_base: i64,
    pub fleet: Vec<Aircraft>,
    pub sorties: i64,
    pub landing_sites: Vec<LandingSite>,
    pub routes: Vec<i64>,
    pub honours: Honours,
    pub city_year: i64,
    pub national_year: i64,
    pub champion_products: Vec<i64>,
    pub quality_year: i64,
    pub loans: Vec<Loan>,
    pub rd_subsidy_received: bool,
    pub rd_cost: i64,
    pub main_revenue: i64,
    pub projects: Projects,
    pub fixed_investment: i64,
    pub first_year_investment: i64,
    pub high_tech_enterprise: bool,
    pub hnte_year: i64,
    pub hnte_first: bool,
    pub shuimogou: Shuimogou,
    pub labs: i64,
}

/// 所属行业.
#[derive(Clone, Copy)]
pub enum Industry {
    Agriculture,
    Industrial,
    Construction,
    Wholesale,
    Retail,
    Transport,
    Storage,
    Post,
    Accommodation,
    Catering,
    Telecom,
    Software,
    RealEstate,
    Property,
    Leasing,
    Other,
}

/// A row of the fleet.
pub struct Aircraft {
    pub max_takeoff_mass: i64,
    pub hours: i64,
}

/// An airport or landing site.
pub struct LandingSite {
    pub kind: SiteKind,
    pub region: i64,
    pub certified: bool,
}

/// What a landing site is, with its hours or with whether it serves the public.
pub enum SiteKind {
    Transport(i64),
    General(i64),
    Temporary(bool),
}

/// A loan with its days in the year.
pub struct Loan {
    pub principal: i64,
    pub days: i64,
}

fn fen(yuan: &str) -> i64 {
    fixed(yuan, 2)
}

fn hundredths(hours: &str) -> i64 {
    fixed(hours, 2)
}

fn grams(tonnes: &str) -> i64 {
    fixed(tonnes, 6)
}

fn whole(count: &str) -> i64 {
    fixed(count, 0)
}

impl Enterprise {
    /// The enterprise of a case.
    pub fn new(case: &Case) -> Enterprise {
        let given = &case.enterprise;
        Enterprise {
            year: case.year.into(),
            region: given.region,
            industry: Industry::named(&given.industry),
            staff: whole(&given.staff),
            revenue: fen(&given.revenue),
            assets: fen(&given.assets),
            aviation: given.aviation,
            main_base: given.main_base,
            fleet: given.fleet.iter().map(Aircraft::new).collect(),
            sorties: whole(&given.sorties),
            landing_sites: given.landing_sites.iter().map(LandingSite::new).collect(),
            routes: given.routes.iter().map(|hours| hundredths(hours)).collect(),
            honours: given.honours,
            city_year: given.city_year,
            national_year: given.national_year,
            champion_products: given.champion_products.clone(),
            quality_year: given.quality_year,
            loans: given
                .loans
                .iter()
                .map(|loan| Loan::new(loan, case.year))
                .collect(),
            rd_subsidy_received: given.rd_subsidy_received,
            rd_cost: fen(&given.rd_cost),
            main_revenue: fen(&given.main_revenue),
            projects: given.projects,
            fixed_investment: fen(&given.fixed_investment),
            first_year_investment: fen(&given.first_year_investment),
            high_tech_enterprise: given.high_tech_enterprise,
            hnte_year: given.hnte_year,
            hnte_first: given.hnte_first,
            shuimogou: given.shuimogou,
            labs: whole(&given.labs),
        }
    }
}

impl Aircraft {
    fn new(given: &given::Aircraft) -> Aircraft {
        Aircraft {
            max_takeoff_mass: grams(&given.max_takeoff_mass),
            hours: hundredths(&given.hours),
        }
    }
}

impl LandingSite {
    fn new(given: &given::LandingSite) -> LandingSite {
        LandingSite {
            kind: match &given.kind {
                given::SiteKind::Transport(hours) => SiteKind::Transport(hundredths(hours)),
                given::SiteKind::General(hours) => SiteKind::General(hundredths(hours)),
                given::SiteKind::Temporary(public) => SiteKind::Temporary(*public),
            },
            region: given.region,
            certified: given.certified,
        }
    }
}

impl Loan {
    fn new(given: &given::Loan, year: i32) -> Loan {
        Loan {
            principal: fen(&given.principal),
            days: days_in(&given.term, year),
        }
    }
}

impl Industry {
    fn named(name: &str) -> Industry {
        match name {
            "agriculture" => Industry::Agriculture,
            "industrial" => Industry::Industrial,
            "construction" => Industry::Construction,
            "wholesale" => Industry::Wholesale,
            "retail" => Industry::Retail,
            "transport" => Industry::Transport,
            "storage" => Industry::Storage,
            "post" => Industry::Post,
            "accommodation" => Industry::Accommodation,
            "catering" => Industry::Catering,
            "telecom" => Industry::Telecom,
            "software" => Industry::Software,
            "real_estate" => Industry::RealEstate,
            "property" => Industry::Property,
            "leasing" => Industry::Leasing,
            "other" => Industry::Other,
            _ => panic!("{name}: no such industry"),
        }
    }
}
