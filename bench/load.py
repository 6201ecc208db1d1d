"""Fill a store with synthetic news, and beside it a raw SQLite file with the same rows.

A process of its own for each size, so that its memory can be told: ``python -m bench.load --help``.
The news comes through a pipe from another process; making it costs this one nothing.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from time import perf_counter, process_time

from bench.memory import megabytes
from bench.raw import Raw
from claimgraph.interop.jsonl import KINDS
from claimgraph.model import Lineage, Reading, Relation
from claimgraph.store.store import Store

#: Readings in one transaction, on both sides.
BATCH = 1000


@dataclass
class Load:
    """What filling a store took.

    Attributes:
        claims: How many it has.
        documents: How many it has.
        relations: Relations and lineages.
        add_s: Processor time of checking the JSON of readings and adding them.
        raw_add_s: Of inserting the same rows, ready made, with ``sqlite3``; 0 where it is not run.
        join_s: Of checking and adding relations and lineages.
        raw_join_s: Of inserting their rows.
        wall_s: Time on the clock of adding and joining.
        tenths: Processor time of adding a claim, in microseconds, in each tenth of the way.
        ratios: The rate of adding against the raw rate, in each tenth of the way.
        anonymous_mb: The most memory that the process held.
        peak_mb: The same with mapped pages of the files.
        file_mb: The size of the store.
    """

    claims: int = 0
    documents: int = 0
    relations: int = 0
    add_s: float = 0.0
    raw_add_s: float = 0.0
    join_s: float = 0.0
    raw_join_s: float = 0.0
    wall_s: float = 0.0
    tenths: list[float] = field(default_factory=list)
    ratios: list[float] = field(default_factory=list)
    anonymous_mb: float = 0.0
    peak_mb: float = 0.0
    file_mb: float = 0.0


def fill(location: str, size: int, raw_path: Path | None, batch: int = BATCH) -> Load:
    """Add ``size`` claims to a new store, and their rows to a raw file if one is wanted."""
    load = Load()
    store = Store.open(location)
    raw = None if raw_path is None else Raw(raw_path, Path(location))
    before = (0, 0.0, 0.0)
    for lines in batches(size, batch):
        given = _add(store, lines, batch, load)
        joining = _join(store, lines, load)
        if raw is not None:
            start = raw.seconds
            raw.add(map(Reading.model_validate_json, given))
            middle = raw.seconds
            raw.join(joining)
            load.raw_add_s += middle - start
            load.raw_join_s += raw.seconds - middle
        load.anonymous_mb = max(load.anonymous_mb, megabytes("RssAnon"))
        if load.claims >= size * (len(load.tenths) + 1) / 10:
            claims, added, raw_added = before
            load.tenths.append((load.add_s - added) / (load.claims - claims) * 1e6)
            load.ratios.append((load.raw_add_s - raw_added) / (load.add_s - added))
            before = (load.claims, load.add_s, load.raw_add_s)
    load.peak_mb = megabytes("VmHWM")
    store.close()
    if raw is not None:
        raw.close()
    if "://" not in location:
        parts = (Path(location), Path(f"{location}-wal"))
        load.file_mb = sum(part.stat().st_size for part in parts if part.exists()) / 2**20
    return load


def _add(store: Store, lines: list[str], batch: int, load: Load) -> list[str]:
    """Check and add the readings among the lines; only this is timed."""
    given = [line for line in lines if kind_of_line(line) == "reading"]
    wall, begin = perf_counter(), process_time()
    added = store.add(map(Reading.model_validate_json, given), batch=batch)
    load.add_s += process_time() - begin
    load.wall_s += perf_counter() - wall
    load.claims += added.claims
    load.documents += added.documents
    return given


def _join(store: Store, lines: list[str], load: Load) -> list[Relation | Lineage]:
    others = [line for line in lines if kind_of_line(line) != "reading"]
    wall, begin = perf_counter(), process_time()
    records = [KINDS[kind_of_line(line)].model_validate_json(line) for line in others]
    joining = [each for each in records if isinstance(each, Relation | Lineage)]
    added = store.join(joining)
    load.join_s += process_time() - begin
    load.wall_s += perf_counter() - wall
    load.relations += added.relations + added.lineages
    return joining


def kind_of_line(line: str) -> str:
    """The value of ``record``, which stands behind the id at the beginning of each line."""
    return line[:80].split('"record":"', 1)[1].partition('"')[0]


def batches(size: int, batch: int) -> Iterator[list[str]]:
    """The lines of so many readings, with what joins them, from another process."""
    command = [sys.executable, "-m", "bench.news", str(size)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        lines: list[str] = []
        readings = 0
        for line in process.stdout:
            is_reading = kind_of_line(line) == "reading"
            if is_reading and readings == batch:
                yield lines
                lines, readings = [], 0
            readings += is_reading
            lines.append(line)
        yield lines
    if process.returncode:
        raise SystemExit(f"making the news failed with {process.returncode}")


def main() -> None:
    """Fill one store; print what it took as JSON."""
    parser = argparse.ArgumentParser(prog="python -m bench.load", description=__doc__)
    parser.add_argument("location", help="an SQLite file that is not there yet, or an address")
    parser.add_argument("size", type=int, help="how many claims")
    parser.add_argument("--raw", type=Path, help="where to put a raw file with the same rows")
    parser.add_argument("--batch", type=int, default=BATCH, help="readings in a transaction")
    options = parser.parse_args()
    load = fill(options.location, options.size, options.raw, options.batch)
    print(json.dumps(asdict(load)))


if __name__ == "__main__":
    main()
