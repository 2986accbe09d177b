"""How long work takes in processor time, measured so that it means the same on a busy machine."""

import gc
from collections.abc import Callable
from time import process_time
from typing import Any

SMALL = 3000  # letters; the larger text has four times as many
STEEP = 8  # times as long for four times as much: between linear and square
BRIEF = 0.05  # seconds that are not judged: what is square takes ten times that here
TRIES = 6


def is_linear(work: Callable[[str], object], unit: str) -> bool:
    """Tell whether four times a text takes about four times as long.

    Whatever disturbs a measurement makes it longer, so the best of up to six tries counts for either text:
    a run at full speed beside five slow ones is what the work takes.
    """
    return grows_evenly(work, *((unit * (n // len(unit) + 1))[:n] for n in (SMALL, 4 * SMALL)))


def grows_evenly(work: Callable[[Any], object], one: object, four: object) -> bool:
    """Tell whether the work on the second, four times as much as the first, takes about four times as long.

    The work is done again and again: it must not remember what it did.
    """
    least_one = least_four = float("inf")
    for _ in range(TRIES):
        least_one = min(least_one, seconds(lambda: work(one)))
        least_four = min(least_four, seconds(lambda: work(four)))
        if least_four < max(BRIEF, STEEP * least_one):
            return True
    return False


def seconds(work: Callable[[], object]) -> float:
    """Measure once, without the collector: late in a run of all tests it goes through a heap of theirs."""
    gc.disable()
    try:
        begun = process_time()
        work()
        return process_time() - begun
    finally:
        gc.enable()
