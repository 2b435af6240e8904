"""湘财企〔2022〕10号: what is open (一定比例) has its ceiling as its amount."""

from openfisca_core.model_api import YEAR, Variable, where

from entities import Enterprise


class major_project(Variable):
    value_type = bool
    entity = Enterprise
    definition_period = YEAR
    label = "先进制造业重大项目"


class fixed_investment(Variable):
    value_type = float
    entity = Enterprise
    definition_period = YEAR
    label = "项目固定资产投资"


class first_year_investment(Variable):
    value_type = float
    entity = Enterprise
    definition_period = YEAR
    label = "开工一年内完成的投资"


class major_project_loan_interest_eligible(Variable):
    value_type = bool
    entity = Enterprise
    definition_period = YEAR
    label = "重大项目贷款贴息：符合条件"

    def formula(enterprise, period, parameters):
        project = parameters(period).advanced_manufacturing.major_project
        whole = enterprise("fixed_investment", period)
        in_a_year = enterprise("first_year_investment", period)
        far_enough = (in_a_year >= whole * project.share_in_a_year) | (
            in_a_year >= project.investment_in_a_year
        )
        return (
            enterprise("in_hunan", period)
            & enterprise("major_project", period)
            & (whole >= project.investment)
            & far_enough
        )


class major_project_loan_interest(Variable):
    value_type = float
    entity = Enterprise
    definition_period = YEAR
    label = "重大项目贷款贴息"

    def formula(enterprise, period, parameters):
        ceiling = parameters(period).advanced_manufacturing.major_project.ceiling
        return where(enterprise("major_project_loan_interest_eligible", period), ceiling, 0)
