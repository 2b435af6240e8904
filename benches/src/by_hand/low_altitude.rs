//! 湘政办发〔2024〕20号, 一 and 二第一款.

use rust_decimal::{Decimal, dec};

use super::Due;
use super::place::in_hunan;
use crate::enterprise::{Enterprise, LandingSite, SiteKind};

/// 一、第一款: 「对于主运行基地设在湖南的通航企业年飞行小时达到100小时,按照最大起飞重量1吨(含)以下的航空器
/// 予以500元/小时、最大起飞重量1吨(不含)—5吨(不含)的航空器予以2000元/小时、最大起飞重量5吨(含)以上的航空器
/// 予以3000元/小时的运行补助,单个企业每年补助最高不超过100万元」
///
/// The 100 hours are the enterprise's; once they are reached, every hour is paid.
pub fn general_aviation_hours(enterprise: &Enterprise) -> Due {
    let hours: Decimal = enterprise.fleet.iter().map(|aircraft| aircraft.hours).sum();
    let holds = enterprise.aviation.general && in_hunan(enterprise.main_base) && hours >= dec!(100);
    Due::paid_if(holds, || {
        let each = enterprise.fleet.iter();
        let each = each.map(|aircraft| aircraft.hours * hourly(aircraft.max_takeoff_mass));
        each.sum::<Decimal>().min(dec!(1_000_000))
    })
}

/// The rate of an hour, in 元.
fn hourly(max_takeoff_mass: Decimal) -> Decimal {
    if max_takeoff_mass <= dec!(1) {
        dec!(500)
    } else if max_takeoff_mass < dec!(5) {
        dec!(2000)
    } else {
        dec!(3000)
    }
}

/// 一、第二款: 「对于滑翔伞、动力伞等轻型运动航空器和热气球、飞艇等轻于空气航空器的运营企业,年飞行超过2500架次
/// 给予运营补贴,超出部分按照35元/架次给予补贴,单个企业每年补助最高不超过50万元」
///
/// Of 湖南, by the document's title.
pub fn light_sport_sorties(enterprise: &Enterprise) -> Due {
    let beyond = enterprise.sorties - dec!(2500);
    let holds =
        enterprise.aviation.light_sport && in_hunan(enterprise.region) && beyond > Decimal::ZERO;
    Due::paid_if(holds, || (beyond * dec!(35)).min(dec!(500_000)))
}

/// 一、第三款: 「对在民航局取证或备案且通航年飞行小时达到1500小时以上的运输机场、飞行小时达到1000小时的通用机场及
/// 开展应急救援、医疗救助等公共属性业务的临时起降场地,每年给予100万元运行补助」
///
/// For each site in 湖南; all three kinds need 取证或备案; 1500小时以上 includes 1500.
pub fn landing_sites(enterprise: &Enterprise) -> Due {
    let sites = enterprise.landing_sites.iter();
    let paid = sites.filter(|site| is_paid(site)).count();
    let holds = enterprise.aviation.landing_sites && paid > 0;
    Due::paid_if(holds, || Decimal::from(paid) * dec!(1_000_000))
}

fn is_paid(site: &LandingSite) -> bool {
    let busy = match site.kind {
        SiteKind::Transport(hours) => hours >= dec!(1500),
        SiteKind::General(hours) => hours >= dec!(1000),
        SiteKind::Temporary(serves_the_public) => serves_the_public,
    };
    busy && site.certified && in_hunan(site.region)
}

/// 二、第一款: 「对于利用垂直起降航空器(eVTOL)、飞行汽车等新型飞行器开展商业化飞行的企业,每开通一条固定飞行航线且
/// 年飞行小时达到100小时,按照1000元/小时给予运营补贴,单个企业每年补贴最高不超过300万元」
///
/// The 100 hours are those of a route; every hour of a route that reaches them is paid. Of 湖南, by the
/// document's title.
pub fn new_aircraft_routes(enterprise: &Enterprise) -> Due {
    let routes = enterprise.routes.iter();
    let paid: Decimal = routes.filter(|hours| **hours >= dec!(100)).sum();
    let holds =
        enterprise.aviation.new_aircraft && in_hunan(enterprise.region) && paid > Decimal::ZERO;
    Due::paid_if(holds, || (paid * dec!(1000)).min(dec!(3_000_000)))
}
