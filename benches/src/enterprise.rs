//! An enterprise as plain data: all that the programs of SCREEN ask, and nothing left open.

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// What the programs of SCREEN ask of an enterprise in one year.
///
/// Money in 元, weights in 吨, places as GB/T 2260 codes; what is per year is of the year that the
/// field names.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Enterprise {
    /// 企业注册地.
    pub region: u32,
    /// 所属行业.
    pub industry: Industry,
    /// 从业人员, 上一年度.
    pub staff: Decimal,
    /// 营业收入, 上一年度.
    pub revenue: Decimal,
    /// 资产总额, 上一年度.
    pub assets: Decimal,
    /// 低空业务.
    pub aviation: Aviation,
    /// 主运行基地.
    pub main_base: u32,
    /// 航空器.
    pub fleet: Vec<Aircraft>,
    /// 轻型运动航空器与轻于空气航空器的年飞行架次.
    pub sorties: Decimal,
    /// 机场和起降场地.
    pub landing_sites: Vec<LandingSite>,
    /// 固定航线, each by its 年飞行小时.
    pub routes: Vec<Decimal>,
    /// 认定和奖项.
    pub honours: Honours,
    /// 市级“小巨人”认定年份.
    pub city_year: i16,
    /// 国家级“小巨人”认定年份.
    pub national_year: i16,
    /// 单项冠军产品, each by its 认定年份.
    pub champion_products: Vec<i16>,
    /// 质量奖首次获评年份.
    pub quality_year: i16,
    /// 贷款, 本年度.
    pub loans: Vec<Loan>,
    /// 已领取过长沙市“小巨人”研发补贴.
    pub rd_subsidy_received: bool,
    /// 研发费用, 上一年度.
    pub rd_cost: Decimal,
    /// 主营业务收入, 上一年度.
    pub main_revenue: Decimal,
    /// 制造业项目.
    pub projects: Projects,
    /// 项目固定资产投资.
    pub fixed_investment: Decimal,
    /// 开工一年内完成的投资.
    pub first_year_investment: Decimal,
    /// 高新技术企业（证书在有效期内）.
    pub high_tech_enterprise: bool,
    /// 最近一次认定为高新技术企业的年份.
    pub hnte_year: i16,
    /// Whether it was the first time (首次认定), not again (重新认定).
    pub hnte_first: bool,
    /// 水磨沟区行动计划的情形.
    pub shuimogou: Shuimogou,
    /// 国家级实验室项目数.
    pub labs: Decimal,
}

/// 所属行业, as the size standards name them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Industry {
    /// 农、林、牧、渔业.
    Agriculture,
    /// 工业.
    Industrial,
    /// 建筑业.
    Construction,
    /// 批发业.
    Wholesale,
    /// 零售业.
    Retail,
    /// 交通运输业.
    Transport,
    /// 仓储业.
    Storage,
    /// 邮政业.
    Post,
    /// 住宿业.
    Accommodation,
    /// 餐饮业.
    Catering,
    /// 信息传输业.
    Telecom,
    /// 软件和信息技术服务业.
    Software,
    /// 房地产开发经营.
    RealEstate,
    /// 物业管理.
    Property,
    /// 租赁和商务服务业.
    Leasing,
    /// 其他未列明行业.
    Other,
}

/// 低空业务.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub struct Aviation {
    /// 传统通用航空飞行.
    pub general: bool,
    /// 轻型运动航空器或轻于空气航空器的运营.
    pub light_sport: bool,
    /// 运输机场、通用机场或临时起降场地.
    pub landing_sites: bool,
    /// 新型飞行器的商业化飞行.
    pub new_aircraft: bool,
}

/// A row of the fleet.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub struct Aircraft {
    /// 最大起飞重量, in 吨.
    pub max_takeoff_mass: Decimal,
    /// 架数.
    pub count: Decimal,
    /// 年飞行小时, of all of the row together.
    pub hours: Decimal,
}

/// An airport or landing site.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub struct LandingSite {
    /// What it is.
    pub kind: SiteKind,
    /// 所在地.
    pub region: u32,
    /// 已在民航局取证或备案.
    pub certified: bool,
}

/// What a landing site is, with what is asked of its kind.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SiteKind {
    /// 运输机场, with 通航年飞行小时.
    Transport(Decimal),
    /// 通用机场, with 通航年飞行小时.
    General(Decimal),
    /// 临时起降场地, with whether it serves the public (公共属性业务).
    Temporary(bool),
}

/// 认定和奖项.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub struct Honours {
    /// 长沙市级专精特新“小巨人”企业.
    pub city_little_giant: bool,
    /// 国家级专精特新“小巨人”企业.
    pub little_giant: bool,
    /// 国家级制造业单项冠军企业.
    pub single_champion: bool,
    /// 国家级制造业单项冠军产品.
    pub champion_product: bool,
    /// 中国质量奖.
    pub quality_award: bool,
    /// 中国质量奖提名奖.
    pub quality_nomination: bool,
}

/// A loan.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub struct Loan {
    /// 本金.
    pub principal: Decimal,
    /// For how long.
    pub term: Term,
}

/// For how long a loan runs.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Term {
    /// 起始日 (counted) and 到期日 (not counted), which may lie in other years.
    Dates(Date, Date),
    /// 当年天数.
    Days(u16),
}

/// 制造业项目.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub struct Projects {
    /// 先进制造业重大项目.
    pub major_project: bool,
    /// 工业企业技术改造.
    pub tech_upgrade: bool,
    /// “5G+工业互联网”示范.
    pub industrial_internet: bool,
}

/// 水磨沟区行动计划的情形.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub struct Shuimogou {
    /// 被命名为乌鲁木齐市“科技小巨人”.
    pub giant_named: bool,
    /// 列入市级“科技小巨人企业培育工程”, which is something else.
    pub giant_listed: bool,
    /// 有国家级实验室的项目.
    pub national_lab: bool,
}

impl Industry {
    /// Every industry.
    pub const ALL: [Industry; 16] = [
        Industry::Agriculture,
        Industry::Industrial,
        Industry::Construction,
        Industry::Wholesale,
        Industry::Retail,
        Industry::Transport,
        Industry::Storage,
        Industry::Post,
        Industry::Accommodation,
        Industry::Catering,
        Industry::Telecom,
        Industry::Software,
        Industry::RealEstate,
        Industry::Property,
        Industry::Leasing,
        Industry::Other,
    ];
}
