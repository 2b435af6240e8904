//! An enterprise as the cases file has it: money in 元, weights in 吨 and hours are decimal strings,
//! places GB/T 2260 codes.

use serde::{Deserialize, Serialize};

/// What the programs of SCREEN ask of an enterprise in one year.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[expect(
    missing_docs,
    reason = "the names are those of the project's own enterprise"
)]
pub struct Enterprise {
    pub region: i64,
    pub industry: String,
    pub staff: String,
    pub revenue: String,
    pub assets: String,
    pub aviation: Aviation,
    pub main_base: i64,
    pub fleet: Vec<Aircraft>,
    pub sorties: String,
    pub landing_sites: Vec<LandingSite>,
    pub routes: Vec<String>,
    pub honours: Honours,
    pub city_year: i64,
    pub national_year: i64,
    pub champion_products: Vec<i64>,
    pub quality_year: i64,
    pub loans: Vec<Loan>,
    pub rd_subsidy_received: bool,
    pub rd_cost: String,
    pub main_revenue: String,
    pub projects: Projects,
    pub fixed_investment: String,
    pub first_year_investment: String,
    pub high_tech_enterprise: bool,
    pub hnte_year: i64,
    pub hnte_first: bool,
    pub shuimogou: Shuimogou,
    pub labs: String,
}

/// 低空业务.
#[derive(Clone, Copy, Debug, Deserialize, Serialize)]
#[expect(
    missing_docs,
    reason = "the names are those of the project's own enterprise"
)]
pub struct Aviation {
    pub general: bool,
    pub light_sport: bool,
    pub landing_sites: bool,
    pub new_aircraft: bool,
}

/// A row of the fleet.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[expect(
    missing_docs,
    reason = "the names are those of the project's own enterprise"
)]
pub struct Aircraft {
    pub max_takeoff_mass: String,
    pub count: String,
    pub hours: String,
}

/// An airport or landing site.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[expect(
    missing_docs,
    reason = "the names are those of the project's own enterprise"
)]
pub struct LandingSite {
    pub kind: SiteKind,
    pub region: i64,
    pub certified: bool,
}

/// What a landing site is, with what is asked of its kind.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SiteKind {
    /// 运输机场, with 通航年飞行小时.
    Transport(String),
    /// 通用机场, with 通航年飞行小时.
    General(String),
    /// 临时起降场地, with whether it serves the public.
    Temporary(bool),
}

/// 认定和奖项.
#[derive(Clone, Copy, Debug, Deserialize, Serialize)]
#[expect(
    missing_docs,
    reason = "the names are those of the project's own enterprise"
)]
pub struct Honours {
    pub city_little_giant: bool,
    pub little_giant: bool,
    pub single_champion: bool,
    pub champion_product: bool,
    pub quality_award: bool,
    pub quality_nomination: bool,
}

/// A loan.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[expect(
    missing_docs,
    reason = "the names are those of the project's own enterprise"
)]
pub struct Loan {
    pub principal: String,
    pub term: Term,
}

/// For how long a loan runs.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Term {
    /// 起始日 (counted) and 到期日 (not counted).
    Dates(String, String),
    /// 当年天数.
    Days(i64),
}

/// 制造业项目.
#[derive(Clone, Copy, Debug, Deserialize, Serialize)]
#[expect(
    missing_docs,
    reason = "the names are those of the project's own enterprise"
)]
pub struct Projects {
    pub major_project: bool,
    pub tech_upgrade: bool,
    pub industrial_internet: bool,
}

/// 水磨沟区行动计划的情形.
#[derive(Clone, Copy, Debug, Deserialize, Serialize)]
#[expect(
    missing_docs,
    reason = "the names are those of the project's own enterprise"
)]
pub struct Shuimogou {
    pub giant_named: bool,
    pub giant_listed: bool,
    pub national_lab: bool,
}
