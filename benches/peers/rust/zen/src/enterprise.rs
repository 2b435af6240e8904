//! An enterprise as a zen variable: its numbers are decimals, the only ones zen has. A loan's days are
//! reckoned outside, as for every peer.

use peer_common::case::Case;
use peer_common::days::days_in;
use peer_common::enterprise::{Aircraft, LandingSite, Loan, SiteKind};
use rust_decimal::Decimal;
use serde_json::json;
use zen_engine::Variable;
use zen_expression::variable::Symbol;

/// The enterprise of a case.
pub fn variable(case: &Case) -> Variable {
    let given = &case.enterprise;
    object([
        ("year", whole(case.year.into())),
        ("region", whole(given.region)),
        ("industry", text(&given.industry)),
        ("staff", number(&given.staff)),
        ("revenue", number(&given.revenue)),
        ("assets", number(&given.assets)),
        ("aviation", json!(given.aviation).into()),
        ("main_base", whole(given.main_base)),
        ("fleet", rows(&given.fleet, aircraft)),
        ("sorties", number(&given.sorties)),
        ("landing_sites", rows(&given.landing_sites, landing_site)),
        ("routes", rows(&given.routes, |hours| number(hours))),
        ("honours", json!(given.honours).into()),
        ("city_year", whole(given.city_year)),
        ("national_year", whole(given.national_year)),
        (
            "champion_products",
            rows(&given.champion_products, |when| whole(*when)),
        ),
        ("quality_year", whole(given.quality_year)),
        ("loans", rows(&given.loans, |given| loan(given, case.year))),
        (
            "rd_subsidy_received",
            Variable::Bool(given.rd_subsidy_received),
        ),
        ("rd_cost", number(&given.rd_cost)),
        ("main_revenue", number(&given.main_revenue)),
        ("projects", json!(given.projects).into()),
        ("fixed_investment", number(&given.fixed_investment)),
        (
            "first_year_investment",
            number(&given.first_year_investment),
        ),
        (
            "high_tech_enterprise",
            Variable::Bool(given.high_tech_enterprise),
        ),
        ("hnte_year", whole(given.hnte_year)),
        ("hnte_first", Variable::Bool(given.hnte_first)),
        ("shuimogou", json!(given.shuimogou).into()),
        ("labs", number(&given.labs)),
    ])
}

fn aircraft(given: &Aircraft) -> Variable {
    object([
        ("max_takeoff_mass", number(&given.max_takeoff_mass)),
        ("hours", number(&given.hours)),
    ])
}

fn landing_site(given: &LandingSite) -> Variable {
    let of_kind = match &given.kind {
        SiteKind::Transport(hours) => [("kind", text("transport")), ("hours", number(hours))],
        SiteKind::General(hours) => [("kind", text("general")), ("hours", number(hours))],
        SiteKind::Temporary(public) => [
            ("kind", text("temporary")),
            ("serves_the_public", Variable::Bool(*public)),
        ],
    };
    let of_all = [
        ("region", whole(given.region)),
        ("certified", Variable::Bool(given.certified)),
    ];
    object(of_kind.into_iter().chain(of_all))
}

fn loan(given: &Loan, year: i32) -> Variable {
    object([
        ("principal", number(&given.principal)),
        ("days", whole(days_in(&given.term, year))),
    ])
}

fn object(fields: impl IntoIterator<Item = (&'static str, Variable)>) -> Variable {
    let fields = fields.into_iter();
    Variable::from_object(
        fields
            .map(|(name, value)| (Symbol::from_static(name), value))
            .collect(),
    )
}

fn rows<Given>(given: &[Given], row: impl Fn(&Given) -> Variable) -> Variable {
    Variable::from_array(given.iter().map(row).collect())
}

fn text(text: &str) -> Variable {
    Variable::String(text.into())
}

fn whole(number: i64) -> Variable {
    Variable::Number(number.into())
}

fn number(decimal: &str) -> Variable {
    Variable::Number(decimal.parse::<Decimal>().expect("a number"))
}
