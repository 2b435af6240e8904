//! 湘财企〔2022〕10号, 二、(一)1.

use rust_decimal::dec;

use super::Due;
use super::place::in_hunan;
use crate::enterprise::Enterprise;

/// 「对固定资产投资不低于10 亿元(不含土地成本),且开工一年内固定资产投资完成50%或不低于8 亿元的项目,对项目新增贷款
/// 按照贷款市场报价利率(LPR)的一定比例给予贴息,最高不超过1000 万元。」
///
/// 10亿元, and either of the two that 「或」 joins. What share is paid stays open (一定比例): no more than the
/// ceiling can be told. Of 湖南, by the title.
pub fn major_project(enterprise: &Enterprise) -> Due {
    let (whole, in_a_year) = (
        enterprise.fixed_investment,
        enterprise.first_year_investment,
    );
    let far_enough = in_a_year >= whole * dec!(0.50) || in_a_year >= dec!(800_000_000);
    let holds = in_hunan(enterprise.region)
        && enterprise.projects.major_project
        && whole >= dec!(1_000_000_000)
        && far_enough;
    if holds {
        Due::UpTo(dec!(10_000_000))
    } else {
        Due::Refused
    }
}
