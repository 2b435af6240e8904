//! The rules' text: an expression a program, and two that several places share.

use peer_common::due::PROGRAMS;

/// An expression for each program, in the order of SCREEN.
const RULES: [&str; PROGRAMS.len()] = [
    include_str!("../rules/general-aviation-hours.cel"),
    include_str!("../rules/light-sport-sorties.cel"),
    include_str!("../rules/landing-sites.cel"),
    include_str!("../rules/new-aircraft-routes.cel"),
    include_str!("../rules/little-giant-loan-interest.cel"),
    include_str!("../rules/little-giant-rd.cel"),
    include_str!("../rules/national-little-giant-reward.cel"),
    include_str!("../rules/single-champion-product.cel"),
    include_str!("../rules/china-quality-award.cel"),
    include_str!("../rules/shuimogou-giant-award.cel"),
    include_str!("../rules/shuimogou-hnte-new.cel"),
    include_str!("../rules/shuimogou-hnte-renewed.cel"),
    include_str!("../rules/shuimogou-national-labs.cel"),
    include_str!("../rules/major-project-loan-interest.cel"),
];

/// What is written in capitals stands for another expression, as CEL has no definitions.
const SHARED: [(&str, &str); 2] = [
    ("PAID_SITE", include_str!("../rules/paid-site.cel")),
    (
        "SMALL_OR_MEDIUM",
        include_str!("../rules/small-or-medium.cel"),
    ),
];

/// The whole text of each program's expression.
pub fn sources() -> [String; PROGRAMS.len()] {
    RULES.map(|rule| {
        SHARED.iter().fold(rule.to_owned(), |rule, (name, shared)| {
            rule.replace(name, &format!("({shared})"))
        })
    })
}
