"""中小企业划型标准规定: large is who reaches every limit of the industry."""

from openfisca_core.model_api import YEAR, Enum, Variable, select

from entities import Enterprise


class Industry(Enum):
    agriculture = "农、林、牧、渔业"
    industrial = "工业"
    construction = "建筑业"
    wholesale = "批发业"
    retail = "零售业"
    transport = "交通运输业"
    storage = "仓储业"
    post = "邮政业"
    accommodation = "住宿业"
    catering = "餐饮业"
    telecom = "信息传输业"
    software = "软件和信息技术服务业"
    real_estate = "房地产开发经营"
    property = "物业管理"
    leasing = "租赁和商务服务业"
    other = "其他未列明行业"


class industry(Variable):
    value_type = Enum
    possible_values = Industry
    default_value = Industry.other
    entity = Enterprise
    definition_period = YEAR
    label = "所属行业"


class staff(Variable):
    value_type = int
    entity = Enterprise
    definition_period = YEAR
    label = "从业人员"


class revenue(Variable):
    value_type = float
    entity = Enterprise
    definition_period = YEAR
    label = "营业收入"


class assets(Variable):
    value_type = float
    entity = Enterprise
    definition_period = YEAR
    label = "资产总额"


class is_large(Variable):
    value_type = bool
    entity = Enterprise
    definition_period = YEAR
    label = "大型企业"

    def formula(enterprise, period, parameters):
        limits = parameters(period).company_size
        staff = enterprise("staff", period)
        revenue = enterprise("revenue", period)
        assets = enterprise("assets", period)
        large = {
            Industry.agriculture: revenue >= limits.agriculture.revenue,
            Industry.industrial: (staff >= limits.industrial.staff) & (revenue >= limits.industrial.revenue),
            Industry.construction: (revenue >= limits.construction.revenue) & (assets >= limits.construction.assets),
            Industry.wholesale: (staff >= limits.wholesale.staff) & (revenue >= limits.wholesale.revenue),
            Industry.retail: (staff >= limits.retail.staff) & (revenue >= limits.retail.revenue),
            Industry.transport: (staff >= limits.transport.staff) & (revenue >= limits.transport.revenue),
            Industry.storage: (staff >= limits.storage.staff) & (revenue >= limits.storage.revenue),
            Industry.post: (staff >= limits.post.staff) & (revenue >= limits.post.revenue),
            Industry.accommodation: (staff >= limits.accommodation.staff) & (revenue >= limits.accommodation.revenue),
            Industry.catering: (staff >= limits.catering.staff) & (revenue >= limits.catering.revenue),
            Industry.telecom: (staff >= limits.telecom.staff) & (revenue >= limits.telecom.revenue),
            Industry.software: (staff >= limits.software.staff) & (revenue >= limits.software.revenue),
            Industry.real_estate: (revenue >= limits.real_estate.revenue) & (assets >= limits.real_estate.assets),
            Industry.property: (staff >= limits.property.staff) & (revenue >= limits.property.revenue),
            Industry.leasing: (staff >= limits.leasing.staff) & (assets >= limits.leasing.assets),
            Industry.other: staff >= limits.other.staff,
        }
        industry = enterprise("industry", period)
        return select([industry == each for each in large], list(large.values()))
