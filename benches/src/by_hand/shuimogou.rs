//! 水政办〔2018〕66号, 五（六）22 and 23. All of it of 水磨沟区, by the title and 「辖区企业」.
//!
//! The plan ended in 2020: these are the amounts that it would give in another year.

use rust_decimal::dec;

use super::place::in_shuimogou;
use super::{Due, is_new};
use crate::enterprise::Enterprise;

/// 22: 「对被命名的乌鲁木齐市“科技小巨人”的辖区企业给予一次性奖励后补助资金10万元。」
pub fn giant_award(enterprise: &Enterprise) -> Due {
    let holds = in_shuimogou(enterprise.region) && enterprise.shuimogou.giant_named;
    Due::paid_if(holds, || dec!(100_000))
}

/// 22: 「对新认定的国家高新技术企业给予一次性奖励20万元」
///
/// Only the first recognition is new: the same sentence speaks of those renewed.
pub fn hnte_new(enterprise: &Enterprise, year: i16) -> Due {
    let holds = is_recognised(enterprise, year) && enterprise.hnte_first;
    Due::paid_if(holds, || dec!(200_000))
}

/// 22: 「对3年后复核通过的国家高新技术企业给予一次性奖励5万元。」
///
/// 复核 is what is now 重新认定, after the three years of the certificate.
pub fn hnte_renewed(enterprise: &Enterprise, year: i16) -> Due {
    let holds = is_recognised(enterprise, year) && !enterprise.hnte_first;
    Due::paid_if(holds, || dec!(50_000))
}

fn is_recognised(enterprise: &Enterprise, year: i16) -> bool {
    in_shuimogou(enterprise.region)
        && enterprise.high_tech_enterprise
        && is_new(enterprise.hnte_year, year)
}

/// 23: 「对获得国家工程实验室、国家重点实验室、国家地方联合实验室的项目给予一次性奖励20万元」
///
/// For each project.
pub fn national_labs(enterprise: &Enterprise) -> Due {
    let holds = in_shuimogou(enterprise.region) && enterprise.shuimogou.national_lab;
    Due::paid_if(holds, || enterprise.labs * dec!(200_000))
}
