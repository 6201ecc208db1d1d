"""What a run of the benchmarks has measured, and the bars it is held to."""

import json
import os
import platform
import sqlite3
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from typing import Any

#: The question whose time is compared with networkx.
DISPUTED = "contradictions of A and B, topic, time"

#: The size for which that comparison is promised.
RACED = 100_000


@dataclass(frozen=True)
class Size:
    """The measures at one size: what ``bench.load``, ``bench.ask`` and ``bench.walk`` print.

    ``load`` is that of the store that is asked, with a raw file beside it or not; ``alone_s`` the
    processor time of adding a claim to a store with none beside it, the median of all fillings.
    """

    claims: int
    load: dict[str, Any]
    timings: list[dict[str, Any]]
    race: dict[str, Any] | None
    alone_s: float | None = None


@dataclass(frozen=True)
class Bar:
    """A promise, and what was measured. ``measured`` is to be at least, or at most, ``limit``."""

    promise: str
    limit: float
    measured: float
    at_least: bool

    @property
    def met(self) -> bool:
        """Whether the promise holds."""
        return self.measured >= self.limit if self.at_least else self.measured <= self.limit


@dataclass(frozen=True)
class Results:
    """All sizes of one kind of store."""

    store: str
    sizes: list[Size]
    machine: dict[str, Any] = field(default_factory=lambda: machine())

    def to_json(self) -> str:
        """Everything, with the bars."""
        bars = [asdict(bar) | {"met": bar.met} for bar in self.bars()]
        return json.dumps(asdict(self) | {"bars": bars}, indent=2, allow_nan=False) + "\n"

    def bars(self) -> list[Bar]:
        """The promises that these sizes can tell something about."""
        found = list(self._growth())
        for size in self.sizes:
            if size.race is not None and size.claims >= RACED:
                times = size.race["edges_ms"] / size.race["query_ms"]
                found.append(Bar(f"{DISPUTED}: times faster than networkx", 50, times, True))
            if size.load["raw_add_s"]:
                ratio = size.load["raw_add_s"] / size.load["add_s"]
                promise = f"adding {size.claims:,} claims: of the rate of raw sqlite3"
                found.append(Bar(promise, 1 / 3, ratio, True))
        return found

    def _growth(self) -> Iterator[Bar]:
        first, last = self.sizes[0], self.sizes[-1]
        if first is last:
            return
        span = f"{last.claims:,} against {first.claims:,} claims"
        for small, large in zip(first.timings, last.timings, strict=True):
            ratio = large["p95_ms"] / small["p95_ms"]
            yield Bar(f"{small['question']}: p95, {span}", 4, ratio, False)
        ratio = rate(last) / rate(first)
        yield Bar(f"adding: rate, {span}", 0.7, ratio, True)


def rate(size: Size) -> float:
    """Claims added in a second of processor time, to a store that is filled alone if one was."""
    if size.alone_s is not None:
        return 1 / size.alone_s
    return float(size.load["claims"] / size.load["add_s"])


def machine() -> dict[str, Any]:
    """What the figures were measured on; nothing that names the machine."""
    return {
        "cores": os.cpu_count(),
        "system": platform.system(),
        "processor": platform.machine(),
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
    }
