"""Comparing the claims of real news: ``python -m bench.comparing_news ARTICLES.jsonl...``.

The articles are read, the article's own voice too, and what was read is kept beside the tables, so
that the next run goes on from there. Where there are not enough for the claims wanted, they come
again with other names and numbers: see :mod:`bench.news_files`. Each size runs in a process of its
own, which fills a new SQLite file as ``ClaimGraph.add`` does, and then reads and adds some more
articles, one by one. Times are processor time.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

from sqlalchemy import func, select

from bench.comparing import BATCH, Measure, take_in, watched
from bench.memory import megabytes
from bench.news_files import News
from bench.results import Bar
from bench.tables import bars, table
from claimgraph.compare.comparer import OwnComparer
from claimgraph.graph import ClaimGraph
from claimgraph.model import Document, Reading
from claimgraph.reading.reader import Reader
from claimgraph.store.schema import relation

#: Articles that are added one by one to the full store.
MORE = 20

#: Reading an article and adding it, of reading it alone.
WHOLE = 1.5


@dataclass
class Found:
    """What came of one size.

    Attributes:
        filled: What adding and comparing took.
        read_s: What reading these articles took.
        words: How many words they have.
        kinds: How many relations of each kind there are.
        more: Of each article that was added afterwards: its claims, the relations that it brought,
            seconds of reading it, and of adding it.
    """

    filled: Measure
    read_s: float = 0.0
    words: int = 0
    kinds: dict[str, int] = field(default_factory=dict)
    more: list[tuple[int, int, float, float]] = field(default_factory=list)

    @property
    def whole(self) -> float:
        """Reading and adding one more article, of reading it: the median."""
        return median((read + add) / read for _, _, read, add in self.more)


def measure(folder: Path, paths: Sequence[Path], kept: Path, claims: int) -> Found:
    """Fill a store with so many claims, and add some articles more."""
    comparer = watched(OwnComparer(), remembers=False)
    found = Found(Measure())
    took = found.filled
    location = folder / "store.db"
    with ClaimGraph.open(location, compare=False) as graph:
        for readings in _batches(kept, claims, found):
            before = (took.claims, took.pairs)
            take_in(graph, comparer, readings, took)
            if took.claims >= claims * (len(took.tenths) + 1) / 10:
                took.tenths.append((took.pairs - before[1]) / (took.claims - before[0]))
    took.verdict_s, took.peak_mb = comparer.seconds, megabytes("VmHWM")
    took.file_mb = location.stat().st_size / 2**20
    more = News(paths, aside=MORE).aside()
    with ClaimGraph.open(location) as graph:
        kind = relation.c.kind
        by_kind = select(kind, func.count()).group_by(kind).order_by(func.count().desc())
        found.kinds = {
            str(name): int(count) for name, count in map(tuple, graph.store.rows(by_kind))
        }
        found.more = list(_one_by_one(graph, more))
    return found


def _one_by_one(
    graph: ClaimGraph, documents: Sequence[Document]
) -> Iterator[tuple[int, int, float, float]]:
    reader = Reader(threads=1, own_voice=True)
    reader.read("Loading the model, she said, takes a second.")
    for document in documents:
        begin = process_time()
        reading = reader.read(document)
        middle = process_time()
        added = graph.add(reading)
        yield added.claims, added.relations, middle - begin, process_time() - middle


def _batches(kept: Path, claims: int, found: Found) -> Iterator[list[Reading]]:
    """The readings of so many claims, parsed before they are measured."""
    so_far = 0
    batch = []
    for seconds, reading in _kept(kept):
        found.read_s += seconds
        found.words += len(reading.document.text.split())
        so_far += len(reading.claims)
        batch.append(reading)
        if len(batch) == BATCH or so_far >= claims:
            yield batch
            batch = []
        if so_far >= claims:
            return


def _kept(path: Path) -> Iterator[tuple[float, Reading]]:
    with path.open(encoding="utf-8") as lines:
        for line in islice(lines, 1, None):
            row = json.loads(line)
            yield row["read_s"], Reading.model_validate(row["reading"])


def read(paths: Sequence[Path], kept: Path, claims: int) -> None:
    """See to it that readings of so many claims are kept, reading what is missing."""
    reader = Reader(threads=1, own_voice=True)
    news = News(paths, aside=MORE)
    digest = blake2b(digest_size=16)
    for path in paths:
        digest.update(path.read_bytes())
    head = {"articles": digest.hexdigest(), "reader": reader.version}
    known = _known(kept, head)
    if known is None:
        kept.write_text(json.dumps(head) + "\n", encoding="utf-8")
    there, so_far = known or (0, 0)
    with kept.open("a", encoding="utf-8") as file:
        for document in islice(news, there, None):
            if so_far >= claims:
                return
            begin = process_time()
            reading = reader.read(document)
            row = {"read_s": process_time() - begin, "reading": reading.model_dump(mode="json")}
            file.write(json.dumps(row) + "\n")
            so_far += len(reading.claims)


def _known(kept: Path, head: dict[str, str]) -> tuple[int, int] | None:
    """How many readings are kept, and their claims; ``None`` where they are of something else."""
    if not kept.exists():
        return None
    with kept.open(encoding="utf-8") as lines:
        if json.loads(next(lines, "null")) != head:
            return None
        counts = [len(json.loads(line)["reading"]["claims"]) for line in lines]
    return len(counts), sum(counts)


def promises(found: Sequence[Found]) -> Iterator[Bar]:
    """What is promised, and what came out."""
    for each in found:
        name = f"reading an article and adding it to {each.filled.claims:,} claims, of reading it"
        yield Bar(name, WHOLE, each.whole, False)


def markdown(found: Sequence[Found]) -> str:
    """The tables."""
    headers = ["claims", *(f"{each.filled.claims:,}" for each in found)]
    columns = [list(_cells(each)) for each in found]
    rows = [
        [name, *(column[at][1] for column in columns)] for at, (name, _) in enumerate(columns[0])
    ]
    kinds = sorted({kind for each in found for kind in each.kinds})
    by_kind = [[kind, *(f"{each.kinds.get(kind, 0):,}" for each in found)] for kind in kinds]
    return (
        f"## Comparing real news\n\n{table(headers, rows)}\n\n"
        f"### Relations\n\n{table(headers, by_kind)}\n\n### Bars\n\n{bars(promises(found))}\n"
    )


def _cells(each: Found) -> Iterator[tuple[str, str]]:
    took = each.filled

    def per_claim(seconds: float) -> str:
        return f"{seconds / took.claims * 1e6:,.0f}"

    yield "documents", f"{took.documents:,}"
    yield "words", f"{each.words:,}"
    yield "reading: µs for a claim", per_claim(each.read_s)
    yield "adding", per_claim(took.add_s)
    yield "comparing", per_claim(took.compare_s)
    yield "the comparer alone", per_claim(took.verdict_s)
    yield (
        "reading, adding, comparing: seconds",
        (f"{each.read_s:,.0f}, {took.add_s:,.0f}, {took.compare_s:,.0f}"),
    )
    yield "pairs", f"{took.pairs:,}"
    yield "pairs for a claim", f"{took.pairs / took.claims:.1f}"
    yield "the same in the last tenth", f"{took.tenths[-1]:.1f}"
    yield "left out for a claim, by full blocks", f"{took.left_out / took.claims:.0f}"
    yield "held memory, most, MB", f"{took.held_mb:.0f}"
    yield "with mapped pages of the file, MB", f"{took.peak_mb:.0f}"
    yield "size of the file, MB", f"{took.file_mb:.0f}"
    yield "one more article: its claims", f"{median(more[0] for more in each.more):.0f}"
    yield "reading it: ms", f"{median(more[2] for more in each.more) * 1e3:.0f}"
    yield "adding it, with comparing: ms", f"{median(more[3] for more in each.more) * 1e3:.0f}"
    worst = max((read + add) / read for _, _, read, add in each.more)
    yield "both, of reading it: median, most", f"{each.whole:.2f}, {worst:.2f}"


def main() -> None:
    """Read what is missing, measure, write both files, print the tables."""
    parser = argparse.ArgumentParser(prog="python -m bench.comparing_news", description=__doc__)
    parser.add_argument("articles", type=Path, nargs="+", help="JSON Lines with a text on each")
    parser.add_argument("--sizes", default="10000,100000", help="claims, with commas between")
    parser.add_argument("--out", type=Path, default=Path("bench/out"), help="folder of the tables")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    kept = options.out / "readings.jsonl"
    if options.one:
        with tempfile.TemporaryDirectory(prefix="claimgraph-bench-") as folder:
            found = measure(Path(folder), options.articles, kept, options.one)
        print(json.dumps(asdict(found)))
        return
    options.out.mkdir(parents=True, exist_ok=True)
    sizes = sorted(int(size) for size in options.sizes.split(","))
    read(options.articles, kept, sizes[-1])
    done = [_apart(options.articles, options.out, size) for size in sizes]
    written: dict[str, Any] = {
        "sizes": [asdict(each) for each in done],
        "bars": [asdict(bar) | {"met": bar.met} for bar in promises(done)],
    }
    (options.out / "comparing_news.json").write_text(json.dumps(written, indent=2), "utf-8")
    (options.out / "comparing_news.md").write_text(markdown(done), "utf-8")
    print(markdown(done))


def _apart(paths: Sequence[Path], out: Path, size: int) -> Found:
    """One size, in a process of its own."""
    print(f"{size:,} claims", file=sys.stderr, flush=True)
    command = [sys.executable, "-m", "bench.comparing_news", *map(str, paths)]
    command += ["--out", str(out), "--one", str(size)]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True)
    fields = json.loads(done.stdout)
    return Found(**{**fields, "filled": Measure(**fields["filled"])})


if __name__ == "__main__":
    main()
