//! 水政办〔2018〕66号, 五（六）22 and 23.

use peer_common::due::Due;

use super::place::in_shuimogou;
use super::{is_new, yuan};
use crate::enterprise::Enterprise;

/// 22: 10万元 for a 科技小巨人.
pub fn giant_award(enterprise: &Enterprise) -> Due<i64> {
    let holds = in_shuimogou(enterprise.region) && enterprise.shuimogou.giant_named;
    Due::paid_if(holds, || yuan(100_000))
}

/// 22: 20万元 for a 高新技术企业 recognised for the first time.
pub fn hnte_new(enterprise: &Enterprise) -> Due<i64> {
    let holds = is_recognised(enterprise) && enterprise.hnte_first;
    Due::paid_if(holds, || yuan(200_000))
}

/// 22: 5万元 for one recognised again.
pub fn hnte_renewed(enterprise: &Enterprise) -> Due<i64> {
    let holds = is_recognised(enterprise) && !enterprise.hnte_first;
    Due::paid_if(holds, || yuan(50_000))
}

fn is_recognised(enterprise: &Enterprise) -> bool {
    in_shuimogou(enterprise.region)
        && enterprise.high_tech_enterprise
        && is_new(enterprise.hnte_year, enterprise.year)
}

/// 23: 20万元 for each project of a national laboratory.
pub fn national_labs(enterprise: &Enterprise) -> Due<i64> {
    let holds = in_shuimogou(enterprise.region) && enterprise.shuimogou.national_lab;
    Due::paid_if(holds, || enterprise.labs * yuan(200_000))
}
