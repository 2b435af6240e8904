"""长政办发〔2022〕4号"""

from openfisca_core.model_api import YEAR, Variable, min_, where

from entities import Enterprise
from rounding import to_the_fen
from years import is_new


class city_little_giant(Variable):
    value_type = bool
    entity = Enterprise
    definition_period = YEAR
    label = "长沙市级专精特新“小巨人”企业"


class city_year(Variable):
    value_type = int
    entity = Enterprise
    definition_period = YEAR
    label = "市级“小巨人”认定年份"


class loans(Variable):
    value_type = float
    entity = Enterprise
    definition_period = YEAR
    label = "本年度贷款总额"


class loans_by_days(Variable):
    value_type = float
    entity = Enterprise
    definition_period = YEAR
    label = "贷款本金乘以当年天数"


class little_giant_loan_interest_eligible(Variable):
    value_type = bool
    entity = Enterprise
    definition_period = YEAR
    label = "“小巨人”贷款贴息：符合条件"

    def formula(enterprise, period, parameters):
        interest = parameters(period).changsha_sme.loan_interest
        since = period.start.year - enterprise("city_year", period)
        return (
            enterprise("in_changsha", period)
            & enterprise("city_little_giant", period)
            & (since >= 0)
            & (since < interest.years)
            & (enterprise("loans", period) >= interest.loans)
        )


class little_giant_loan_interest(Variable):
    value_type = float
    entity = Enterprise
    definition_period = YEAR
    label = "“小巨人”贷款贴息"

    def formula(enterprise, period, parameters):
        interest = parameters(period).changsha_sme.loan_interest
        due = to_the_fen(enterprise("loans_by_days", period) * interest.rate / 365)
        eligible = enterprise("little_giant_loan_interest_eligible", period)
        return where(eligible, min_(due, interest.ceiling), 0)


class rd_subsidy_received(Variable):
    value_type = bool
    entity = Enterprise
    definition_period = YEAR
    label = "已领取过长沙市“小巨人”研发补贴"


class rd_cost(Variable):
    value_type = float
    entity = Enterprise
    definition_period = YEAR
    label = "研发费用"


class main_revenue(Variable):
    value_type = float
    entity = Enterprise
    definition_period = YEAR
    label = "主营业务收入"


class little_giant_rd_eligible(Variable):
    value_type = bool
    entity = Enterprise
    definition_period = YEAR
    label = "“小巨人”研发补贴：符合条件"

    def formula(enterprise, period, parameters):
        revenue = enterprise("main_revenue", period)
        share = parameters(period).changsha_sme.rd.share
        return (
            enterprise("in_changsha", period)
            & enterprise("city_little_giant", period)
            & ~enterprise("rd_subsidy_received", period)
            & (revenue > 0)
            & (enterprise("rd_cost", period) >= revenue * share)
        )


class little_giant_rd(Variable):
    value_type = float
    entity = Enterprise
    definition_period = YEAR
    label = "“小巨人”研发补贴"

    def formula(enterprise, period, parameters):
        rd = parameters(period).changsha_sme.rd
        due = to_the_fen(enterprise("rd_cost", period) * rd.rate)
        eligible = enterprise("little_giant_rd_eligible", period)
        return where(eligible, min_(due, rd.ceiling), 0)


class little_giant(Variable):
    value_type = bool
    entity = Enterprise
    definition_period = YEAR
    label = "国家级专精特新“小巨人”企业"


class national_year(Variable):
    value_type = int
    entity = Enterprise
    definition_period = YEAR
    label = "国家级“小巨人”认定年份"


class national_little_giant_reward_eligible(Variable):
    value_type = bool
    entity = Enterprise
    definition_period = YEAR
    label = "国家级“小巨人”奖励：符合条件"

    def formula(enterprise, period):
        return (
            enterprise("in_changsha", period)
            & enterprise("little_giant", period)
            & ~enterprise("is_large", period)
            & is_new(enterprise("national_year", period), period)
        )


class national_little_giant_reward(Variable):
    value_type = float
    entity = Enterprise
    definition_period = YEAR
    label = "国家级“小巨人”奖励"

    def formula(enterprise, period, parameters):
        amount = parameters(period).changsha_sme.national_little_giant.amount
        return where(enterprise("national_little_giant_reward_eligible", period), amount, 0)


class champion_product(Variable):
    value_type = bool
    entity = Enterprise
    definition_period = YEAR
    label = "国家级制造业单项冠军产品"


class new_champion_products(Variable):
    value_type = int
    entity = Enterprise
    definition_period = YEAR
    label = "新认定的单项冠军产品数"


class single_champion_product_eligible(Variable):
    value_type = bool
    entity = Enterprise
    definition_period = YEAR
    label = "单项冠军产品奖励：符合条件"

    def formula(enterprise, period):
        return (
            enterprise("in_changsha", period)
            & enterprise("champion_product", period)
            & ~enterprise("is_large", period)
            & (enterprise("new_champion_products", period) > 0)
        )


class single_champion_product(Variable):
    value_type = float
    entity = Enterprise
    definition_period = YEAR
    label = "单项冠军产品奖励"

    def formula(enterprise, period, parameters):
        each = parameters(period).changsha_sme.champion_product.each
        eligible = enterprise("single_champion_product_eligible", period)
        return where(eligible, enterprise("new_champion_products", period) * each, 0)


class quality_award(Variable):
    value_type = bool
    entity = Enterprise
    definition_period = YEAR
    label = "中国质量奖"


class quality_nomination(Variable):
    value_type = bool
    entity = Enterprise
    definition_period = YEAR
    label = "中国质量奖提名奖"


class quality_year(Variable):
    value_type = int
    entity = Enterprise
    definition_period = YEAR
    label = "质量奖首次获评年份"


class china_quality_award_eligible(Variable):
    value_type = bool
    entity = Enterprise
    definition_period = YEAR
    label = "中国质量奖奖励：符合条件"

    def formula(enterprise, period):
        won = enterprise("quality_award", period) | enterprise("quality_nomination", period)
        return (
            enterprise("in_changsha", period)
            & won
            & is_new(enterprise("quality_year", period), period)
        )


class china_quality_award(Variable):
    value_type = float
    entity = Enterprise
    definition_period = YEAR
    label = "中国质量奖奖励"

    def formula(enterprise, period, parameters):
        quality = parameters(period).changsha_sme.quality
        due = where(enterprise("quality_award", period), quality.award, quality.nomination)
        return where(enterprise("china_quality_award_eligible", period), due, 0)
