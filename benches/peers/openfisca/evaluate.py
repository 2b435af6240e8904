"""One evaluation of SCREEN, of one enterprise or of many as vectors."""

from openfisca_core.periods import period
from openfisca_core.simulations import SimulationBuilder

PROGRAMS = (
    "general_aviation_hours",
    "light_sport_sorties",
    "landing_sites",
    "new_aircraft_routes",
    "little_giant_loan_interest",
    "little_giant_rd",
    "national_little_giant_reward",
    "single_champion_product",
    "china_quality_award",
    "shuimogou_giant_award",
    "shuimogou_hnte_new",
    "shuimogou_hnte_renewed",
    "shuimogou_national_labs",
    "major_project_loan_interest",
)

# The year of the cases.
YEAR = period("2026")


def evaluate(system, arrays):
    """Of each program whether the enterprises are eligible, and their amounts."""
    simulation = SimulationBuilder.build_default_simulation(system, len(arrays["region"]))
    for name, values in arrays.items():
        simulation.set_input(name, YEAR, values)
    return [
        (simulation.calculate(f"{program}_eligible", YEAR), simulation.calculate(program, YEAR))
        for program in PROGRAMS
    ]
