"""Places by their GB/T 2260 codes."""

from openfisca_core.model_api import YEAR, Variable

from entities import Enterprise


class region(Variable):
    value_type = int
    entity = Enterprise
    definition_period = YEAR
    label = "企业注册地"


class main_base(Variable):
    value_type = int
    entity = Enterprise
    definition_period = YEAR
    label = "主运行基地"


class in_hunan(Variable):
    value_type = bool
    entity = Enterprise
    definition_period = YEAR
    label = "在湖南省"

    def formula(enterprise, period):
        return enterprise("region", period) // 10_000 == 43


class main_base_in_hunan(Variable):
    value_type = bool
    entity = Enterprise
    definition_period = YEAR
    label = "主运行基地在湖南省"

    def formula(enterprise, period):
        return enterprise("main_base", period) // 10_000 == 43


class in_changsha(Variable):
    value_type = bool
    entity = Enterprise
    definition_period = YEAR
    label = "在长沙市"

    def formula(enterprise, period):
        return enterprise("region", period) // 100 == 4301


class in_shuimogou(Variable):
    value_type = bool
    entity = Enterprise
    definition_period = YEAR
    label = "在乌鲁木齐市水磨沟区"

    def formula(enterprise, period):
        return enterprise("region", period) == 650_105
