"""水政办〔2018〕66号"""

from openfisca_core.model_api import YEAR, Variable, where

from entities import Enterprise
from years import is_new


class giant_named(Variable):
    value_type = bool
    entity = Enterprise
    definition_period = YEAR
    label = "被命名为乌鲁木齐市“科技小巨人”"


class shuimogou_giant_award_eligible(Variable):
    value_type = bool
    entity = Enterprise
    definition_period = YEAR
    label = "“科技小巨人”奖励：符合条件"

    def formula(enterprise, period):
        return enterprise("in_shuimogou", period) & enterprise("giant_named", period)


class shuimogou_giant_award(Variable):
    value_type = float
    entity = Enterprise
    definition_period = YEAR
    label = "“科技小巨人”奖励"

    def formula(enterprise, period, parameters):
        amount = parameters(period).shuimogou.giant.amount
        return where(enterprise("shuimogou_giant_award_eligible", period), amount, 0)


class high_tech_enterprise(Variable):
    value_type = bool
    entity = Enterprise
    definition_period = YEAR
    label = "高新技术企业（证书在有效期内）"


class hnte_year(Variable):
    value_type = int
    entity = Enterprise
    definition_period = YEAR
    label = "最近一次认定为高新技术企业的年份"


class hnte_first(Variable):
    value_type = bool
    entity = Enterprise
    definition_period = YEAR
    label = "首次认定"


class hnte_recognised(Variable):
    value_type = bool
    entity = Enterprise
    definition_period = YEAR
    label = "新近认定为高新技术企业"

    def formula(enterprise, period):
        return (
            enterprise("in_shuimogou", period)
            & enterprise("high_tech_enterprise", period)
            & is_new(enterprise("hnte_year", period), period)
        )


class shuimogou_hnte_new_eligible(Variable):
    value_type = bool
    entity = Enterprise
    definition_period = YEAR
    label = "新认定高新技术企业奖励：符合条件"

    def formula(enterprise, period):
        return enterprise("hnte_recognised", period) & enterprise("hnte_first", period)


class shuimogou_hnte_new(Variable):
    value_type = float
    entity = Enterprise
    definition_period = YEAR
    label = "新认定高新技术企业奖励"

    def formula(enterprise, period, parameters):
        amount = parameters(period).shuimogou.hnte_new.amount
        return where(enterprise("shuimogou_hnte_new_eligible", period), amount, 0)


class shuimogou_hnte_renewed_eligible(Variable):
    value_type = bool
    entity = Enterprise
    definition_period = YEAR
    label = "复核通过高新技术企业奖励：符合条件"

    def formula(enterprise, period):
        return enterprise("hnte_recognised", period) & ~enterprise("hnte_first", period)


class shuimogou_hnte_renewed(Variable):
    value_type = float
    entity = Enterprise
    definition_period = YEAR
    label = "复核通过高新技术企业奖励"

    def formula(enterprise, period, parameters):
        amount = parameters(period).shuimogou.hnte_renewed.amount
        return where(enterprise("shuimogou_hnte_renewed_eligible", period), amount, 0)


class national_lab(Variable):
    value_type = bool
    entity = Enterprise
    definition_period = YEAR
    label = "有国家级实验室的项目"


class labs(Variable):
    value_type = int
    entity = Enterprise
    definition_period = YEAR
    label = "国家级实验室项目数"


class shuimogou_national_labs_eligible(Variable):
    value_type = bool
    entity = Enterprise
    definition_period = YEAR
    label = "国家级实验室奖励：符合条件"

    def formula(enterprise, period):
        return enterprise("in_shuimogou", period) & enterprise("national_lab", period)


class shuimogou_national_labs(Variable):
    value_type = float
    entity = Enterprise
    definition_period = YEAR
    label = "国家级实验室奖励"

    def formula(enterprise, period, parameters):
        each = parameters(period).shuimogou.national_labs.each
        eligible = enterprise("shuimogou_national_labs_eligible", period)
        return where(eligible, enterprise("labs", period) * each, 0)
