"""What is asked of enterprises, as one array for each input variable."""

from numpy import array
from openfisca_core.indexed_enums import Enum

from rows import of_rows

# The inputs that are answers as they stand.
PLAIN = (
    "region",
    "main_base",
    "industry",
    "staff",
    "revenue",
    "assets",
    "sorties",
    "city_year",
    "rd_subsidy_received",
    "rd_cost",
    "main_revenue",
    "national_year",
    "quality_year",
    "high_tech_enterprise",
    "hnte_year",
    "hnte_first",
    "labs",
    "fixed_investment",
    "first_year_investment",
)

# Those that stand in a group of answers.
GROUPED = {
    "general_aviation": ("aviation", "general"),
    "light_sport": ("aviation", "light_sport"),
    "has_landing_sites": ("aviation", "landing_sites"),
    "new_aircraft": ("aviation", "new_aircraft"),
    "city_little_giant": ("honours", "city_little_giant"),
    "little_giant": ("honours", "little_giant"),
    "champion_product": ("honours", "champion_product"),
    "quality_award": ("honours", "quality_award"),
    "quality_nomination": ("honours", "quality_nomination"),
    "major_project": ("projects", "major_project"),
    "giant_named": ("shuimogou", "giant_named"),
    "national_lab": ("shuimogou", "national_lab"),
}


def inputs(system, cases):
    """The arrays for all of these cases together, in the types of the variables."""
    answers = [answers_of(case) for case in cases]
    names = answers[0].keys()
    return {name: typed(system.get_variable(name), [each[name] for each in answers]) for name in names}


def only(arrays, place):
    """The arrays of one enterprise, out of those of many."""
    return {name: values[place : place + 1] for name, values in arrays.items()}


def answers_of(case):
    enterprise = case["enterprise"]
    plain = {name: enterprise[name] for name in PLAIN}
    grouped = {name: enterprise[group][field] for name, (group, field) in GROUPED.items()}
    return plain | grouped | of_rows(enterprise, case["year"])


def typed(variable, values):
    if variable.value_type is Enum:
        return variable.possible_values.encode(array(values))
    return array(values).astype(variable.dtype)
