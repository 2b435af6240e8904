//! 湘财企〔2022〕10号, 二、(一)1.

use peer_common::due::Due;

use super::place::in_hunan;
use super::yuan;
use crate::enterprise::Enterprise;

/// Up to 1000万元 for 10亿元, half of it or 8亿元 of it in the first year.
pub fn major_project(enterprise: &Enterprise) -> Due<i64> {
    let (whole, in_a_year) = (
        enterprise.fixed_investment,
        enterprise.first_year_investment,
    );
    let holds = in_hunan(enterprise.region)
        && enterprise.projects.major_project
        && whole >= yuan(1_000_000_000)
        && (in_a_year * 2 >= whole || in_a_year >= yuan(800_000_000));
    if holds {
        Due::UpTo(yuan(10_000_000))
    } else {
        Due::Refused
    }
}
