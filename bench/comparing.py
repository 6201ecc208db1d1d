"""How comparing grows with the store: ``python -m bench.comparing --help``.

The synthetic news of :mod:`bench.news` is added to a new store, and each document's claims are
compared with all that came before, as ``ClaimGraph.add`` does it. At small sizes every pair of
claims about one event is counted as well, and how many of them were looked at. Each size runs in a
process of its own; times are its processor time.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from itertools import combinations
from math import log
from pathlib import Path
from time import process_time
from typing import Any
from unittest.mock import patch

from bench.load import batches, kind_of_line
from bench.memory import megabytes
from bench.results import Bar
from bench.tables import bars, table
from claimgraph.compare.comparer import Comparer, OneByOne, OwnComparer, Pair, Sketched, Sketching
from claimgraph.compare.statement import Statement
from claimgraph.compare.verdict import Verdict
from claimgraph.graph import ClaimGraph
from claimgraph.graph.comparing import Compared, compare_documents
from claimgraph.model import Reading
from claimgraph.store.comparing import Comparing

#: Readings that are added, and then compared.
BATCH = 32

#: The greatest size at which all pairs are counted.
COUNTED = 10_000

LONGEST_GROWTH = 1.25
RECALL = 0.95


@dataclass
class Measure:
    """What comparing took at one size.

    Attributes:
        claims: How many there are.
        documents: How many there are.
        pairs: Pairs of claims that were looked at.
        left_out: Claims that a claim was not held against.
        relations: Relations that were found.
        add_s: Processor time of adding, without comparing.
        compare_s: Of comparing, everything in it.
        candidates_s: Of putting claims into blocks and looking up candidates.
        verdict_s: Of the comparer alone.
        tenths: Pairs for a claim in each tenth of the way.
        wanted: Pairs of claims about one event; 0 where they were not counted.
        found: Those of them that were looked at.
        held_mb: The most memory that the process itself held, after any batch.
        peak_mb: The same with the mapped pages of the file, which the system takes back at need.
        file_mb: The size of the store.
    """

    claims: int = 0
    documents: int = 0
    pairs: int = 0
    left_out: int = 0
    relations: int = 0
    add_s: float = 0.0
    compare_s: float = 0.0
    candidates_s: float = 0.0
    verdict_s: float = 0.0
    tenths: list[float] = field(default_factory=list)
    wanted: int = 0
    found: int = 0
    held_mb: float = 0.0
    peak_mb: float = 0.0
    file_mb: float = 0.0


class Watched:
    """A comparer that is timed, and remembers which pairs about one event it was given."""

    def __init__(self, inner: Comparer, *, remembers: bool) -> None:
        self._inner = inner
        self._remembers = remembers
        self.seconds = 0.0
        self.seen: set[tuple[str, str]] = set()

    @property
    def version(self) -> str:
        """That of the comparer inside."""
        return self._inner.version

    def verdicts(self, pairs: Sequence[Pair], /) -> Sequence[Verdict | None]:
        """What the comparer inside says."""
        if self._remembers:
            self.seen |= {
                (min(a.id, b.id), max(a.id, b.id))
                for a, b in pairs
                if a.event is not None and a.claim.event_id == b.claim.event_id
            }
        begin = process_time()
        verdicts = self._inner.verdicts(pairs)
        self.seconds += process_time() - begin
        return verdicts


class WatchedSketching(Watched):
    """The same of a comparer that passes over most pairs by sketches."""

    def __init__(self, inner: Sketching, *, remembers: bool) -> None:
        super().__init__(inner, remembers=remembers)
        self._sketching = inner

    def sketch(self, statement: Statement, /) -> str:
        """What the comparer inside writes down."""
        begin = process_time()
        written = self._sketching.sketch(statement)
        self.seconds += process_time() - begin
        return written

    def may_relate(self, pairs: Sequence[Sketched], /) -> Sequence[bool]:
        """What the comparer inside says."""
        begin = process_time()
        found = self._sketching.may_relate(pairs)
        self.seconds += process_time() - begin
        return found


class PassedOver(Watched):
    """Says nothing of any pair, so that finding them is all that is done. Its sketch of a claim is
    the id, and so it knows which pairs it passes over.
    """

    def __init__(self, *, remembers: bool) -> None:
        super().__init__(OneByOne(lambda _a, _b: None, "nothing.2"), remembers=remembers)

    def sketch(self, statement: Statement, /) -> str:
        """The id of the claim."""
        return statement.id

    def may_relate(self, pairs: Sequence[Sketched], /) -> Sequence[bool]:
        """None of them."""
        if self._remembers:
            self.seen |= {(min(a, b), max(a, b)) for a, b, _, same_event in pairs if same_event}
        return [False] * len(pairs)


def watched(comparer: Comparer, *, remembers: bool) -> Watched:
    """A comparer that is timed, and works as it does."""
    if isinstance(comparer, Sketching):
        return WatchedSketching(comparer, remembers=remembers)
    return Watched(comparer, remembers=remembers)


@contextmanager
def timed(took: Measure) -> Iterator[None]:
    """Inside the block, the time that blocks take is counted."""

    def counting(work: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*given: Any) -> Any:
            begin = process_time()
            done = work(*given)
            took.candidates_s += process_time() - begin
            return done

        return counted

    finds, puts = counting(Comparing.candidates), counting(Comparing.put_into_blocks)
    with (
        patch.object(Comparing, "candidates", finds),
        patch.object(Comparing, "put_into_blocks", puts),
    ):
        yield


def measure(location: str, size: int, *, judged: bool = True) -> Measure:
    """Add so many claims to a new store, comparing them as they come.

    Args:
        location: An SQLite file that is not there yet, or an address.
        size: How many claims.
        judged: Whether the library's comparer says what they are to each other.
    """
    took = Measure()
    counts = size <= COUNTED
    seen = watched(OwnComparer(), remembers=counts) if judged else PassedOver(remembers=counts)
    events: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    before = (0, 0)
    with timed(took), ClaimGraph.open(location, compare=False) as graph:
        for readings in _readings(size):
            take_in(graph, seen, readings, took)
            if counts:
                _group(events, readings)
            if took.claims >= size * (len(took.tenths) + 1) / 10:
                took.tenths.append((took.pairs - before[1]) / (took.claims - before[0]))
                before = (took.claims, took.pairs)
                _tell(took)
    took.verdict_s = seen.seconds
    wanted = {
        (min(a, b), max(a, b))
        for claims in events.values()
        for (a, said), (b, also_said) in combinations(claims, 2)
        if said != also_said
    }
    took.wanted, took.found = len(wanted), len(wanted & seen.seen)
    took.peak_mb = megabytes("VmHWM")
    if "://" not in location:
        took.file_mb = Path(location).stat().st_size / 2**20
    return took


def _tell(took: Measure) -> None:
    """One line of how far it has come: the greatest size takes an hour."""
    print(
        f"  {took.claims:,} claims: {took.tenths[-1]:.1f} pairs for a claim in this tenth; so far "
        f"{took.add_s + took.compare_s:.0f} s, {took.candidates_s:.0f} of them finding "
        f"candidates, and {took.held_mb:.0f} MB at most",
        file=sys.stderr,
        flush=True,
    )


def take_in(graph: ClaimGraph, comparer: Comparer, readings: list[Reading], took: Measure) -> None:
    """Add some readings and compare them, as ``ClaimGraph.add`` does, and count what it took."""
    begin = process_time()
    added = graph.store.add(readings, batch=BATCH, to_compare=True)
    middle = process_time()
    ids = [each.document.id for each in readings]
    done = compare_documents(graph, comparer, ids, readings)
    took.add_s += middle - begin
    took.compare_s += process_time() - middle
    took.held_mb = max(took.held_mb, megabytes("RssAnon"))
    _count(took, added.claims, done)


def _readings(size: int) -> Iterator[list[Reading]]:
    for lines in batches(size, BATCH):
        given = (line for line in lines if kind_of_line(line) == "reading")
        yield [Reading.model_validate_json(line) for line in given]


def _count(took: Measure, claims: int, done: Compared) -> None:
    took.claims += claims
    took.documents += done.documents
    took.pairs += done.pairs
    took.left_out += done.left_out
    took.relations += done.relations


def _group(events: dict[str, list[tuple[str, str]]], readings: list[Reading]) -> None:
    """Put the claims about each event together, each with the attribution that it is part of."""
    for reading in readings:
        for claim in reading.claims:
            if claim.event_id is not None:
                events[claim.event_id].append((claim.id, claim.attribution_id))


def promises(measures: Sequence[Measure]) -> Iterator[Bar]:
    """What is promised, and what came out."""
    first, last = measures[0], measures[-1]
    if first is not last:
        span = f"from {first.claims:,} to {last.claims:,} claims"
        for name, small, large in (
            ("pairs", first.pairs, last.pairs),
            ("time of finding candidates", first.candidates_s, last.candidates_s),
        ):
            exponent = log(large / small) / log(last.claims / first.claims)
            yield Bar(f"{name}: growth exponent {span}", LONGEST_GROWTH, exponent, False)
    for each in measures:
        if each.wanted:
            promise = f"pairs of one event that are looked at, {each.claims:,} claims"
            yield Bar(promise, RECALL, each.found / each.wanted, True)


def markdown(measures: Sequence[Measure]) -> str:
    """Both tables."""
    rows: list[tuple[str, Callable[[Measure], str]]] = [
        ("documents", lambda each: f"{each.documents:,}"),
        ("pairs for a claim", lambda each: f"{each.pairs / each.claims:.1f}"),
        ("the same in the last tenth", lambda each: f"{each.tenths[-1]:.1f}"),
        ("left out for a claim, by full blocks", lambda each: f"{each.left_out / each.claims:.0f}"),
        ("pairs of one event looked at", _recall),
        ("relations", lambda each: f"{each.relations:,}"),
        ("adding: µs for a claim", lambda each: f"{each.add_s / each.claims * 1e6:.0f}"),
        ("comparing: µs for a claim", lambda each: f"{each.compare_s / each.claims * 1e6:.0f}"),
        ("finding candidates alone", lambda each: f"{each.candidates_s / each.claims * 1e6:.0f}"),
        ("the comparer alone", lambda each: f"{each.verdict_s / each.claims * 1e6:.0f}"),
        ("held memory, most, MB", lambda each: f"{each.held_mb:.0f}"),
        ("with mapped pages of the file, MB", lambda each: f"{each.peak_mb:.0f}"),
        ("size of the file, MB", lambda each: f"{each.file_mb:.0f}"),
    ]  # fmt: skip
    headers = ["claims", *(f"{each.claims:,}" for each in measures)]
    drawn = table(headers, ([name, *(value(each) for each in measures)] for name, value in rows))
    return f"## Comparing\n\n{drawn}\n\n### Bars\n\n{bars(promises(measures))}\n"


def _recall(each: Measure) -> str:
    return f"{each.found / each.wanted:.3f} of {each.wanted:,}" if each.wanted else "–"


def main() -> None:
    """Measure, write both files, print the table."""
    parser = argparse.ArgumentParser(prog="python -m bench.comparing", description=__doc__)
    parser.add_argument("--sizes", default="10000,100000", help="claims, with commas between")
    parser.add_argument("--out", type=Path, default=Path("bench/out"), help="folder of the tables")
    parser.add_argument(
        "--candidates-only", action="store_true", help="pairs are looked at, and nothing said"
    )
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        with tempfile.TemporaryDirectory(prefix="claimgraph-bench-") as folder:
            path = str(Path(folder) / "store.db")
            took = measure(path, options.one, judged=not options.candidates_only)
            print(json.dumps(asdict(took)))
        return
    more = ["--candidates-only"] if options.candidates_only else []
    sizes = sorted(int(size) for size in options.sizes.split(","))
    measures = [_apart(size, more) for size in sizes]
    options.out.mkdir(parents=True, exist_ok=True)
    written: dict[str, Any] = {
        "sizes": [asdict(each) for each in measures],
        "bars": [asdict(bar) | {"met": bar.met} for bar in promises(measures)],
    }
    (options.out / "comparing.json").write_text(json.dumps(written, indent=2), encoding="utf-8")
    (options.out / "comparing.md").write_text(markdown(measures), encoding="utf-8")
    print(markdown(measures))


def _apart(size: int, more: list[str]) -> Measure:
    """One size, in a process of its own."""
    print(f"{size:,} claims", file=sys.stderr, flush=True)
    command = [sys.executable, "-m", "bench.comparing", "--one", str(size), *more]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True)
    return Measure(**json.loads(done.stdout))


if __name__ == "__main__":
    main()
