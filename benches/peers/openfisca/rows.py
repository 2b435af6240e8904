"""What is summed or counted over rows, and by dates: outside of the rules, in OpenFisca's float32.

OpenFisca has members of groups, but one kind of them; an enterprise has five kinds of rows.
"""

from datetime import date

from numpy import array, float32


def of_rows(enterprise, year):
    """The inputs that rows make."""
    fleet = enterprise["fleet"]
    loans = [(loan["principal"], days_in(loan["term"], year)) for loan in enterprise["loans"]]
    running = [loan for loan in loans if loan[1] > 0]
    principals = floats(principal for principal, _ in running)
    days = floats(days for _, days in running)
    routes = floats(enterprise["routes"])
    return {
        "hours_up_to_1_t": hours(fleet, lambda mass: mass <= 1),
        "hours_between_1_t_and_5_t": hours(fleet, lambda mass: 1 < mass < 5),
        "hours_from_5_t": hours(fleet, lambda mass: mass >= 5),
        "paid_landing_sites": sum(is_paid(site) for site in enterprise["landing_sites"]),
        "hours_of_paid_routes": routes[routes >= 100].sum(),
        "loans": principals.sum(),
        "loans_by_days": (principals * days).sum(),
        "new_champion_products": sum(when in (year, year - 1) for when in enterprise["champion_products"]),
    }


def floats(values):
    return array(list(values), dtype=float32)


def hours(fleet, band):
    """The hours of the aircraft whose mass is of a band."""
    of_band = (row["hours"] for row in fleet if band(float32(row["max_takeoff_mass"])))
    return floats(of_band).sum()


def is_paid(site):
    """Whether a landing site is paid for."""
    [(kind, answer)] = site["kind"].items()
    least = {"transport": 1500, "general": 1000}
    busy = float32(answer) >= least[kind] if kind in least else answer
    return bool(busy and site["certified"] and site["region"] // 10_000 == 43)


def days_in(term, year):
    """The days of a year on which a loan runs: the first day counts, the day on which it is due does not."""
    if "days" in term:
        return term["days"]
    start, due = map(date.fromisoformat, term["dates"])
    start = max(start, date(year, 1, 1))
    due = min(due, date(year + 1, 1, 1))
    return max(0, (due - start).days)
