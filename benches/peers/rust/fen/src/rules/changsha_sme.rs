//! 长政办发〔2022〕4号: 一, and the sentence on quality awards.

use peer_common::due::Due;

use super::company_size::is_small_or_medium;
use super::place::in_changsha;
use super::{divided, is_new, yuan};
use crate::enterprise::Enterprise;

/// 一、(一): 3% of the loans by their days over 365, in the three years from the recognition, up to 50万元.
pub fn loan_interest(enterprise: &Enterprise) -> Due<i64> {
    let loans = enterprise.loans.iter().filter(|loan| loan.days > 0);
    let (total, by_days) = loans.fold((0, 0), |(total, by_days), loan| {
        (total + loan.principal, by_days + loan.principal * loan.days)
    });
    let since = enterprise.year - enterprise.city_year;
    let holds = in_changsha(enterprise.region)
        && enterprise.honours.city_little_giant
        && (0..3).contains(&since)
        && total >= yuan(3_000_000);
    Due::paid_if(holds, || divided(by_days * 3, 36_500).min(yuan(500_000)))
}

/// 一、(二): 10% of the cost where it reaches 3% of the revenue, once, up to 50万元.
pub fn rd_subsidy(enterprise: &Enterprise) -> Due<i64> {
    let (cost, revenue) = (enterprise.rd_cost, enterprise.main_revenue);
    let holds = in_changsha(enterprise.region)
        && enterprise.honours.city_little_giant
        && !enterprise.rd_subsidy_received
        && revenue > 0
        && cost * 100 >= revenue * 3;
    Due::paid_if(holds, || divided(cost, 10).min(yuan(500_000)))
}

/// 一、(三): 50万元 for a 中小微 that is newly a national little giant.
pub fn national_little_giant(enterprise: &Enterprise) -> Due<i64> {
    let holds = in_changsha(enterprise.region)
        && enterprise.honours.little_giant
        && is_small_or_medium(enterprise)
        && is_new(enterprise.national_year, enterprise.year);
    Due::paid_if(holds, || yuan(500_000))
}

/// 一、(三): 100万元 for each new champion product of a 中小微.
pub fn champion_products(enterprise: &Enterprise) -> Due<i64> {
    let products = enterprise.champion_products.iter();
    let new: i64 = products
        .map(|when| i64::from(is_new(*when, enterprise.year)))
        .sum();
    let holds = in_changsha(enterprise.region)
        && enterprise.honours.champion_product
        && is_small_or_medium(enterprise)
        && new > 0;
    Due::paid_if(holds, || new * yuan(1_000_000))
}

/// 200万元 for the award, else 100万元 for the nomination.
pub fn quality_award(enterprise: &Enterprise) -> Due<i64> {
    let (award, nomination) = (
        enterprise.honours.quality_award,
        enterprise.honours.quality_nomination,
    );
    let holds = in_changsha(enterprise.region)
        && (award || nomination)
        && is_new(enterprise.quality_year, enterprise.year);
    Due::paid_if(holds, || {
        if award {
            yuan(2_000_000)
        } else {
            yuan(1_000_000)
        }
    })
}
