"""SCREEN in OpenFisca: checked against the cases and timed, one by one and as vectors."""

import sys

from cases import read_cases
from check import check
from evaluate import evaluate
from inputs import inputs, only
from system import Screen
from timing import first, once, per_second, timed, took
from trap import trap

CYCLE = 256


def main(path):
    system = Screen()
    cases = read_cases(path)
    [(eligible, amount), *_] = evaluate(system, inputs(system, [trap(cases[0])]))
    due = f"eligible {eligible[0]}, {amount[0]}"
    print(f"OpenFisca-core: 0.1 + 64.1 + 35.8 hours: {due}, due 235650", file=sys.stderr)

    everything = inputs(system, cases)
    cycle = {name: values[:CYCLE] for name, values in everything.items()}
    each = [only(everything, place) for place in range(len(cases))]
    of_cycle = min(CYCLE, len(cases))
    to_first = first(__file__, path)

    def one_by_one(some):
        return [evaluate(system, arrays) for arrays in some]

    report(
        "OpenFisca-core",
        check("OpenFisca-core", cases, by_case(one_by_one(each))),
        to_first,
        once(lambda: one_by_one(each[:CYCLE]), of_cycle),
        per_second(lambda: one_by_one(each), len(cases)),
    )
    # Loading is the same for vectors, and once is of a vector of 256.
    report(
        "OpenFisca-core, vectors",
        check("OpenFisca-core, vectors", cases, by_case([evaluate(system, everything)])),
        to_first,
        once(lambda: evaluate(system, cycle), of_cycle),
        per_second(lambda: evaluate(system, everything), len(cases)),
    )


def by_case(evaluations):
    """The pairs of eligible and amount of each case, out of evaluations of one or of many."""
    for programs in evaluations:
        pairs = [zip(eligible, amount, strict=True) for eligible, amount in programs]
        yield from zip(*pairs, strict=True)


def report(name, checked, *times):
    print(name, *checked, *(f"{time:.1f}" for time in times), "no", sep="\t")


def time_first(path):
    """Prints the time from the rules' files to the first enterprise's result."""
    system, loading = timed(Screen)
    arrays = inputs(system, read_cases(path, 1))
    print(loading + took(lambda: evaluate(system, arrays)))


if __name__ == "__main__":
    if sys.argv[1] == "--first":
        time_first(sys.argv[2])
    else:
        main(sys.argv[1])
