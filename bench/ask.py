"""Ask a filled store the four questions, many times each, and tell how long each took.

``python -m bench.ask --help``. The time of a question includes everything: finding out whom a
name means, the SQL, and the records as users get them.
"""

import argparse
import json
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from statistics import mean, quantiles
from time import perf_counter, process_time
from typing import Any, TypeVar

from bench.samples import Dispute, Samples, draw
from claimgraph.graph import ClaimGraph
from claimgraph.store import Store

A = TypeVar("A")

#: Each question so often, after some that warm up and are not counted.
SAMPLES = 250
WARM_UP = 25


@dataclass(frozen=True)
class Timing:
    """How long a question took, in milliseconds.

    Attributes:
        question: In words.
        samples: How often it was asked, each time about something else.
        found: Records found, on average.
        p50_ms: Processor time of this process, the median.
        p95_ms: Of 95 in 100, at most.
        wall_p50_ms: The same on the clock.
        wall_p95_ms: The same on the clock.
    """

    question: str
    samples: int
    found: float
    p50_ms: float
    p95_ms: float
    wall_p50_ms: float
    wall_p95_ms: float


def claims_of_members(graph: ClaimGraph, name: str) -> int:
    """Everything an organisation said, and those who spoke for it at the time."""
    return len(list(graph.claims().said_by(name)))


def contradictions_of(graph: ClaimGraph, claim_id: str) -> int:
    """The claims that contradict one claim."""
    return len(list(graph.claims().contradicting(claim_id)))


def disputed(graph: ClaimGraph, dispute: Dispute) -> int:
    """Contradictions between two sources about a topic in a time."""
    found = (
        graph.relations()
        .contradictions()
        .between(dispute.a, dispute.b)
        .about(dispute.topic)
        .published_between(dispute.start, dispute.end)
    )
    return len(list(found))


def provenance(graph: ClaimGraph, claim_id: str) -> int:
    """The way of one claim: characters, speaker, relays, article, origin."""
    return len(graph.trace(claim_id).rows)


def ask(graph: ClaimGraph, samples: Samples) -> list[Timing]:
    """All four questions."""
    return [
        timed("claims of a source and its members", graph, claims_of_members, samples.bodies),
        timed("contradictions of a claim", graph, contradictions_of, samples.contradicted),
        timed("contradictions of A and B, topic, time", graph, disputed, samples.disputes),
        timed("provenance of a claim", graph, provenance, samples.claims),
    ]


def timed(
    question: str, graph: ClaimGraph, asks: Callable[[ClaimGraph, A], int], about: Iterable[A]
) -> Timing:
    """Ask a question about each of these; the first few are not counted."""
    cost: list[float] = []
    wall: list[float] = []
    found: list[int] = []
    for each in about:
        started, begin = perf_counter(), process_time()
        found.append(asks(graph, each))
        cost.append((process_time() - begin) * 1000)
        wall.append((perf_counter() - started) * 1000)
    kept = cost[WARM_UP:]
    return Timing(
        question,
        samples=len(kept),
        found=mean(found[WARM_UP:]),
        p50_ms=quantile(kept, 50),
        p95_ms=quantile(kept, 95),
        wall_p50_ms=quantile(wall[WARM_UP:], 50),
        wall_p95_ms=quantile(wall[WARM_UP:], 95),
    )


def quantile(values: list[float], percent: int) -> float:
    """The value that so many per cent do not exceed."""
    return quantiles(values, n=100, method="inclusive")[percent - 1]


def main() -> None:
    """Ask one store; print the timings as JSON."""
    parser = argparse.ArgumentParser(prog="python -m bench.ask", description=__doc__)
    parser.add_argument("location", help="a filled store")
    options = parser.parse_args()
    with Store.open(options.location) as store:
        samples = draw(store, SAMPLES + WARM_UP)
    with ClaimGraph.open(options.location) as graph:
        timings: list[dict[str, Any]] = [asdict(each) for each in ask(graph, samples)]
    print(json.dumps(timings))


if __name__ == "__main__":
    main()
