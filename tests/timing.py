"""How long something takes, as steadily as a busy machine can tell."""

import gc
import time
from collections.abc import Callable

#: What takes less time than this, in seconds, is no measure of anything.
NOISE = 1e-3


def seconds(work: Callable[[], object]) -> float:
    """Processor time of the fastest of three runs: what else the machine does makes it slower."""
    best = float("inf")
    for _ in range(3):
        gc.collect()
        gc.disable()
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
        gc.enable()
    return best


def is_within(times: float, few: Callable[[], object], many: Callable[[], object]) -> bool:
    """Whether much work takes at most so many times as long as a little of it.

    A busy machine gets five tries. What is quadratic would need luck in both of a try's measures.
    """
    return any(seconds(many) < times * max(seconds(few), NOISE) for _ in range(5))
