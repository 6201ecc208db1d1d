"""How long something takes, as steadily as a busy machine can tell."""

import gc
import multiprocessing
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import cache

#: What takes less time than this, in seconds, is no measure of anything.
NOISE = 5e-4

#: Makes, for a size, the work whose time is taken: a function of a module, or a partial of one.
Maker = Callable[[int], Callable[[], object]]


def seconds(work: Callable[[], object]) -> float:
    """Processor time of the fastest of three runs: what else the machine does makes it slower.

    What takes long is a steady measure by itself, and runs once.
    """
    best = float("inf")
    for _ in range(3):
        gc.collect()
        gc.disable()
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
        gc.enable()
        if best > 0.5:
            break
    return best


def is_within(times: float, make: Maker, few: int, many: int) -> bool:
    """Whether much work takes at most so many times as long as a little of it.

    It is measured in a process of its own. Behind thousands of other tests, memory is full of
    holes: what fills many of them is slowed down more than what fills few, twice in all, and that
    says nothing of the work.
    """
    return _alone().submit(_is_within, times, make, few, many).result()


def _is_within(times: float, make: Maker, few: int, many: int) -> bool:
    """A busy machine gets three tries; what is quadratic would need luck in all its measures."""
    small, large = make(few), make(many)
    return any(seconds(large) < times * max(seconds(small), NOISE) for _ in range(3))


@cache
def _alone() -> ProcessPoolExecutor:
    return ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn"))
