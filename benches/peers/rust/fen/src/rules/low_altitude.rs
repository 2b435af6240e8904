//! 湘政办发〔2024〕20号, 一 and 二第一款.

use peer_common::due::Due;

use super::place::in_hunan;
use super::{hours, tonnes, yuan};
use crate::enterprise::{Enterprise, LandingSite, SiteKind};

/// 一、第一款: every hour is paid once the enterprise reaches 100, up to 100万元.
pub fn general_aviation_hours(enterprise: &Enterprise) -> Due<i64> {
    // A rate in 元 an hour is one in fen a hundredth of an hour.
    let (flown, amount) = enterprise
        .fleet
        .iter()
        .fold((0, 0), |(flown, amount), aircraft| {
            let rate = hourly(aircraft.max_takeoff_mass);
            (flown + aircraft.hours, amount + aircraft.hours * rate)
        });
    let holds =
        enterprise.aviation.general && in_hunan(enterprise.main_base) && flown >= hours(100);
    Due::paid_if(holds, || amount.min(yuan(1_000_000)))
}

/// The rate of an hour, in 元.
fn hourly(max_takeoff_mass: i64) -> i64 {
    if max_takeoff_mass <= tonnes(1) {
        500
    } else if max_takeoff_mass < tonnes(5) {
        2000
    } else {
        3000
    }
}

/// 一、第二款: 35元 for each sortie beyond 2500, up to 50万元.
pub fn light_sport_sorties(enterprise: &Enterprise) -> Due<i64> {
    let beyond = enterprise.sorties - 2500;
    let holds = enterprise.aviation.light_sport && in_hunan(enterprise.region) && beyond > 0;
    Due::paid_if(holds, || (beyond * yuan(35)).min(yuan(500_000)))
}

/// 一、第三款: 100万元 for each site.
pub fn landing_sites(enterprise: &Enterprise) -> Due<i64> {
    let sites = enterprise.landing_sites.iter();
    let paid: i64 = sites.map(|site| i64::from(is_paid(site))).sum();
    let holds = enterprise.aviation.landing_sites && paid > 0;
    Due::paid_if(holds, || paid * yuan(1_000_000))
}

fn is_paid(site: &LandingSite) -> bool {
    let busy = match site.kind {
        SiteKind::Transport(flown) => flown >= hours(1500),
        SiteKind::General(flown) => flown >= hours(1000),
        SiteKind::Temporary(serves_the_public) => serves_the_public,
    };
    busy && site.certified && in_hunan(site.region)
}

/// 二、第一款: 1000元 for every hour of a route that reaches 100, up to 300万元.
pub fn new_aircraft_routes(enterprise: &Enterprise) -> Due<i64> {
    let routes = enterprise.routes.iter();
    let paid: i64 = routes.filter(|flown| **flown >= hours(100)).sum();
    let holds = enterprise.aviation.new_aircraft && in_hunan(enterprise.region) && paid > 0;
    Due::paid_if(holds, || (paid * 1000).min(yuan(3_000_000)))
}
