"""Measure how fast the store and its queries are at several sizes: ``python -m bench --help``.

Writes a table in Markdown and the same as JSON. Each measure runs in a process of its own, one
after the other. Times are processor time of that process, so that other work on the machine
disturbs them little; that of a PostgreSQL server is not in them, so clock times stand beside.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

from bench.results import RACED, Results, Size
from bench.tables import markdown
from tests.cluster import Cluster

#: Up to so many claims a store is filled several times, and the median counts.
SMALL = 10_000


def measure(
    size: int, location: str, raw: Path | None, *, walk: bool, alone: Sequence[float] = ()
) -> Size:
    """Fill a new store with so many claims and ask it everything."""
    loading = [location, str(size), *([] if raw is None else ["--raw", str(raw)])]
    load = _run("bench.load", *loading)
    if raw is None:
        alone = [*alone, load["add_s"] / load["claims"]]
    timings = _run("bench.ask", location)
    race = _run("bench.walk", location) if walk else None
    return Size(claims=size, load=load, timings=timings, race=race, alone_s=median(alone))


def _alone(size: int, store: Path) -> list[float]:
    """Seconds for a claim, with no raw file beside that takes half of the caches.

    Of five fillings where one takes but a second.
    """
    took: list[float] = []
    for _ in range(5 if size <= SMALL else 1):
        load = _run("bench.load", str(store), str(size))
        took.append(load["add_s"] / load["claims"])
        _remove(store)
    return took


def _remove(store: Path) -> None:
    for left in store.parent.glob(f"{store.name}*"):
        left.unlink()


def _run(module: str, *arguments: str) -> Any:
    """What a module prints, as JSON."""
    print(f"{module} {' '.join(arguments)}", file=sys.stderr, flush=True)
    command = [sys.executable, "-m", module, *arguments]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True)
    return json.loads(done.stdout)


@contextmanager
def _folder(given: Path | None) -> Iterator[Path]:
    """A folder for the stores: the one that is given, which stays, or one that goes again."""
    if given is not None:
        given.mkdir(parents=True, exist_ok=True)
        yield given
        return
    made = Path(tempfile.mkdtemp(prefix="claimgraph-bench-"))
    try:
        yield made
    finally:
        shutil.rmtree(made)


def _sqlite(sizes: list[int], folder: Path, raw_to: int) -> list[Size]:
    done: list[Size] = []
    for size in sizes:
        store, raw = folder / f"store-{size}.db", folder / f"raw-{size}.db"
        _remove(store)
        _remove(raw)
        beside = raw if size <= raw_to else None
        alone = _alone(size, store)
        done.append(measure(size, str(store), beside, walk=size == _walked(sizes), alone=alone))
        _remove(raw)
    return done


def _postgresql(sizes: list[int]) -> list[Size]:
    if not Cluster.installed():
        raise SystemExit("PostgreSQL is not installed; on Debian: apt-get install postgresql")
    with Cluster() as cluster:
        return [measure(size, cluster.fresh(), None, walk=size == _walked(sizes)) for size in sizes]


def _walked(sizes: list[int]) -> int:
    """The size at which networkx walks: the one of the promise, or the next one below it."""
    return max((size for size in sizes if size <= RACED), default=min(sizes))


def main() -> None:
    """Measure, write both files, print the table."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--sizes", help="claims, with commas between; three sizes where not given")
    parser.add_argument("--out", type=Path, default=Path("bench/out"), help="folder of the tables")
    parser.add_argument("--store", choices=["sqlite", "postgresql"], default="sqlite")
    parser.add_argument("--raw-to", type=int, default=10**9, help="no raw file above this size")
    parser.add_argument("--scratch", type=Path, help="folder for the stores, which stay there")
    options = parser.parse_args()
    usual = "10000,100000,1000000" if options.store == "sqlite" else "10000,100000"
    sizes = sorted(int(size) for size in (options.sizes or usual).split(","))
    if options.store == "postgresql":
        done = _postgresql(sizes)
    else:
        with _folder(options.scratch) as folder:
            done = _sqlite(sizes, folder, options.raw_to)
    results = Results(store=options.store, sizes=done)
    options.out.mkdir(parents=True, exist_ok=True)
    name = "benchmarks" if options.store == "sqlite" else "benchmarks-postgresql"
    (options.out / f"{name}.json").write_text(results.to_json(), encoding="utf-8")
    table = markdown(results)
    (options.out / f"{name}.md").write_text(table, encoding="utf-8")
    print(table)


if __name__ == "__main__":
    main()
