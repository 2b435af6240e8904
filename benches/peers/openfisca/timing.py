"""Times, in microseconds."""

import subprocess
import sys
from math import ceil
from statistics import median
from time import perf_counter_ns

LOADS = 7
ROUNDS = 9
SHORTEST_ROUND = 50_000
SHORTEST_RUN = 1_000_000


def timed(work):
    """What something gives, and the time that it takes."""
    start = perf_counter_ns()
    result = work()
    return result, (perf_counter_ns() - start) / 1000


def took(work):
    """The time that something takes."""
    return timed(work)[1]


def first(script, path):
    """The median time of loading the rules up to the first result.

    Each load has a process of its own, started with `--first`: modules keep what they loaded.
    """
    command = [sys.executable, script, "--first", path]
    return median(float(subprocess.check_output(command)) for _ in range(LOADS))


def once(work, enterprises):
    """The median of the rounds' mean time for one enterprise; `work` evaluates so many of them."""
    passes = max(1, ceil(SHORTEST_ROUND / took(work)))

    def round_of_passes():
        for _ in range(passes):
            work()

    return median(took(round_of_passes) / passes / enterprises for _ in range(ROUNDS))


def per_second(work, enterprises):
    """How many enterprises a second; `work` evaluates so many of them, for a second at least."""
    many, time = 0, 0
    while time < SHORTEST_RUN:
        time += took(work)
        many += enterprises
    return many / time * 1_000_000
