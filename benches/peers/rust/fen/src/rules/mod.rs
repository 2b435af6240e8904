//! The rules of SCREEN, by document.

mod advanced_manufacturing;
mod changsha_sme;
mod company_size;
mod low_altitude;
mod place;
mod shuimogou;

use peer_common::peer::All;

use crate::enterprise::Enterprise;

/// What an enterprise has from each program of SCREEN.
pub fn screen(enterprise: &Enterprise) -> All<i64> {
    [
        low_altitude::general_aviation_hours(enterprise),
        low_altitude::light_sport_sorties(enterprise),
        low_altitude::landing_sites(enterprise),
        low_altitude::new_aircraft_routes(enterprise),
        changsha_sme::loan_interest(enterprise),
        changsha_sme::rd_subsidy(enterprise),
        changsha_sme::national_little_giant(enterprise),
        changsha_sme::champion_products(enterprise),
        changsha_sme::quality_award(enterprise),
        shuimogou::giant_award(enterprise),
        shuimogou::hnte_new(enterprise),
        shuimogou::hnte_renewed(enterprise),
        shuimogou::national_labs(enterprise),
        advanced_manufacturing::major_project(enterprise),
    ]
}

/// So many 元, in fen.
const fn yuan(yuan: i64) -> i64 {
    yuan * 100
}

/// So many hours, in hundredths.
const fn hours(hours: i64) -> i64 {
    hours * 100
}

/// So many 吨, in grams.
const fn tonnes(tonnes: i64) -> i64 {
    tonnes * 1_000_000
}

/// Whether a recognition of `when` is new in `year`: of this year or the one before.
fn is_new(when: i64, year: i64) -> bool {
    when == year || when == year - 1
}

/// A quotient rounded half up, of numbers that are not negative.
const fn divided(dividend: i64, divisor: i64) -> i64 {
    (dividend * 2 + divisor) / (divisor * 2)
}
