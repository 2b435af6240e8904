"""Hours that make 100 by decimals and less by floats: 235650元 are due for them."""

FLEET = [
    {"max_takeoff_mass": "1", "count": "1", "hours": "0.1"},
    {"max_takeoff_mass": "3", "count": "1", "hours": "64.1"},
    {"max_takeoff_mass": "5", "count": "1", "hours": "35.8"},
]


def trap(case):
    """A case with those hours in 湖南, otherwise as the one given."""
    enterprise = case["enterprise"]
    aviation = enterprise["aviation"] | {"general": True}
    return case | {"enterprise": enterprise | {"main_base": 430100, "aviation": aviation, "fleet": FLEET}}
