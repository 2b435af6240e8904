"""湘政办发〔2024〕20号"""

from openfisca_core.model_api import YEAR, Variable, min_, where

from entities import Enterprise


class general_aviation(Variable):
    value_type = bool
    entity = Enterprise
    definition_period = YEAR
    label = "传统通用航空飞行"


class hours_up_to_1_t(Variable):
    value_type = float
    entity = Enterprise
    definition_period = YEAR
    label = "最大起飞重量1吨（含）以下的年飞行小时"


class hours_between_1_t_and_5_t(Variable):
    value_type = float
    entity = Enterprise
    definition_period = YEAR
    label = "最大起飞重量1吨（不含）—5吨（不含）的年飞行小时"


class hours_from_5_t(Variable):
    value_type = float
    entity = Enterprise
    definition_period = YEAR
    label = "最大起飞重量5吨（含）以上的年飞行小时"


class hours(Variable):
    value_type = float
    entity = Enterprise
    definition_period = YEAR
    label = "年飞行小时"

    def formula(enterprise, period):
        return (
            enterprise("hours_up_to_1_t", period)
            + enterprise("hours_between_1_t_and_5_t", period)
            + enterprise("hours_from_5_t", period)
        )


class general_aviation_hours_eligible(Variable):
    value_type = bool
    entity = Enterprise
    definition_period = YEAR
    label = "通航企业运行补助：符合条件"

    def formula(enterprise, period, parameters):
        least = parameters(period).low_altitude.general_aviation.hours
        return (
            enterprise("general_aviation", period)
            & enterprise("main_base_in_hunan", period)
            & (enterprise("hours", period) >= least)
        )


class general_aviation_hours(Variable):
    value_type = float
    entity = Enterprise
    definition_period = YEAR
    label = "通航企业运行补助"

    def formula(enterprise, period, parameters):
        aviation = parameters(period).low_altitude.general_aviation
        by_hours = (
            enterprise("hours_up_to_1_t", period) * aviation.rate_up_to_1_t
            + enterprise("hours_between_1_t_and_5_t", period) * aviation.rate_between_1_t_and_5_t
            + enterprise("hours_from_5_t", period) * aviation.rate_from_5_t
        )
        eligible = enterprise("general_aviation_hours_eligible", period)
        return where(eligible, min_(by_hours, aviation.ceiling), 0)


class light_sport(Variable):
    value_type = bool
    entity = Enterprise
    definition_period = YEAR
    label = "轻型运动航空器或轻于空气航空器的运营"


class sorties(Variable):
    value_type = int
    entity = Enterprise
    definition_period = YEAR
    label = "年飞行架次"


class light_sport_sorties_eligible(Variable):
    value_type = bool
    entity = Enterprise
    definition_period = YEAR
    label = "轻型运动航空器运营补贴：符合条件"

    def formula(enterprise, period, parameters):
        beyond = parameters(period).low_altitude.light_sport.sorties
        return (
            enterprise("light_sport", period)
            & enterprise("in_hunan", period)
            & (enterprise("sorties", period) > beyond)
        )


class light_sport_sorties(Variable):
    value_type = float
    entity = Enterprise
    definition_period = YEAR
    label = "轻型运动航空器运营补贴"

    def formula(enterprise, period, parameters):
        light_sport = parameters(period).low_altitude.light_sport
        beyond = enterprise("sorties", period) - light_sport.sorties
        eligible = enterprise("light_sport_sorties_eligible", period)
        return where(eligible, min_(beyond * light_sport.rate, light_sport.ceiling), 0)


class has_landing_sites(Variable):
    value_type = bool
    entity = Enterprise
    definition_period = YEAR
    label = "运输机场、通用机场或临时起降场地"


class paid_landing_sites(Variable):
    value_type = int
    entity = Enterprise
    definition_period = YEAR
    label = "符合条件的机场和起降场地数"


class landing_sites_eligible(Variable):
    value_type = bool
    entity = Enterprise
    definition_period = YEAR
    label = "机场和起降场地运行补助：符合条件"

    def formula(enterprise, period):
        paid = enterprise("paid_landing_sites", period)
        return enterprise("has_landing_sites", period) & (paid > 0)


class landing_sites(Variable):
    value_type = float
    entity = Enterprise
    definition_period = YEAR
    label = "机场和起降场地运行补助"

    def formula(enterprise, period, parameters):
        each = parameters(period).low_altitude.landing_sites.each
        eligible = enterprise("landing_sites_eligible", period)
        return where(eligible, enterprise("paid_landing_sites", period) * each, 0)


class new_aircraft(Variable):
    value_type = bool
    entity = Enterprise
    definition_period = YEAR
    label = "新型飞行器的商业化飞行"


class hours_of_paid_routes(Variable):
    value_type = float
    entity = Enterprise
    definition_period = YEAR
    label = "符合条件的固定航线的年飞行小时"


class new_aircraft_routes_eligible(Variable):
    value_type = bool
    entity = Enterprise
    definition_period = YEAR
    label = "新型飞行器运营补贴：符合条件"

    def formula(enterprise, period):
        return (
            enterprise("new_aircraft", period)
            & enterprise("in_hunan", period)
            & (enterprise("hours_of_paid_routes", period) > 0)
        )


class new_aircraft_routes(Variable):
    value_type = float
    entity = Enterprise
    definition_period = YEAR
    label = "新型飞行器运营补贴"

    def formula(enterprise, period, parameters):
        new_aircraft = parameters(period).low_altitude.new_aircraft
        by_hours = enterprise("hours_of_paid_routes", period) * new_aircraft.rate
        eligible = enterprise("new_aircraft_routes_eligible", period)
        return where(eligible, min_(by_hours, new_aircraft.ceiling), 0)
