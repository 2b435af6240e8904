"""The tool's results held against what is due."""

import sys
from collections import Counter
from math import floor

SHOWN = 3


def check(name, cases, results):
    """How many results differ of how many; the first differences of each program go to stderr.

    The results of a case are pairs, of eligible and amount, in the order of what is due.
    """
    differ, of = Counter(), 0
    for line, (case, found) in enumerate(zip(cases, results, strict=True), 1):
        for (program, due), (eligible, amount) in zip(case["due"], found, strict=True):
            of += 1
            if same(eligible, amount, due):
                continue
            differ[program] += 1
            if differ[program] <= SHOWN:
                found_here = amount if eligible else None
                print(f"{name}: {program}, line {line}: {found_here}, due {due}", file=sys.stderr)
    for program, many in differ.items():
        print(f"{name}: {program}: {many} differ", file=sys.stderr)
    return differ.total(), of


def same(eligible, amount, due):
    if due == "refused":
        return not eligible and amount == 0
    [expected] = due.values()
    return bool(eligible) and floor(float(amount) * 100 + 0.5) / 100 == float(expected)
