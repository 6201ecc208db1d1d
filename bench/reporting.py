"""Reports of real news: ``python -m bench.reporting STORE.db``.

The store holds articles that were read, such as ``claimgraph read --own-voice`` and ``add`` make.
Reports are written of its first articles, twice as many each time, and of all; each size runs in a
process of its own. Times are processor time, and do not count the reading.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import pairwise
from pathlib import Path
from time import process_time

from bench.memory import megabytes
from bench.results import Bar
from bench.tables import bars, table
from claimgraph.graph import ClaimGraph
from claimgraph.report.compose import compose
from claimgraph.report.page import pages

#: The smallest report, in articles.
FEWEST = 60

#: What is promised: seconds for 500 articles, bytes of a page, and time against twice the articles.
SECONDS, BYTES, TWICE = 60.0, 2_000_000.0, 2.5


@dataclass(frozen=True)
class Written:
    """One report.

    Attributes:
        articles: How many it tells of.
        claims: How many claims they have.
        fetch_s: Getting the records out of the store, with the questions that they answer.
        compose_s: Working out what the report says.
        write_s: The pages.
        pages: How many there are.
        largest: Bytes of the largest page.
        megabytes: Of all of them.
        peak_mb: The most memory that the process took.
    """

    articles: int
    claims: int
    fetch_s: float
    compose_s: float
    write_s: float
    pages: int
    largest: int
    megabytes: float
    peak_mb: float

    @property
    def seconds(self) -> float:
        """All of it."""
        return self.fetch_s + self.compose_s + self.write_s


def measure(store: Path, articles: int) -> Written:
    """Write the report of the first articles of a store."""
    with ClaimGraph.open(store) as graph, tempfile.TemporaryDirectory() as folder:
        begin = process_time()
        chosen = graph.claims()
        documents = graph.documents().order_by("published")
        last = documents.offset(articles - 1).first()
        if last is not None and last.published is not None and articles < documents.count():
            chosen = chosen.published_between(None, last.published.end)
        material = graph.material(chosen)
        fetched = process_time()
        report = compose(material, title=f"{articles} articles")
        composed = process_time()
        sizes = [_write(Path(folder, page.path), page.html) for page in pages(report)]
        written = process_time()
    return Written(
        articles=len(material.documents),
        claims=len(material.claims),
        fetch_s=fetched - begin,
        compose_s=composed - fetched,
        write_s=written - composed,
        pages=len(sizes),
        largest=max(sizes),
        megabytes=sum(sizes) / 2**20,
        peak_mb=megabytes("VmHWM"),
    )


def _write(path: Path, html: str) -> int:
    path.parent.mkdir(parents=True, exist_ok=True)
    return path.write_bytes(html.encode())


def promises(done: Sequence[Written]) -> list[Bar]:
    """What is held to the issue's bars."""
    last = done[-1]
    found = [
        Bar(f"seconds beyond reading, {last.articles:,} articles", SECONDS, last.seconds, False),
        Bar("bytes of the largest page", BYTES, max(each.largest for each in done), False),
    ]
    for less, more in pairwise(done):
        if more.claims >= 1.8 * less.claims:
            grown = (more.compose_s + more.write_s) / (less.compose_s + less.write_s)
            named = f"rendering, {more.claims:,} claims against {less.claims:,}"
            found.append(Bar(named, TWICE * more.claims / less.claims / 2, grown, False))
    return found


def markdown(done: Sequence[Written]) -> str:
    """The tables."""
    headers = ["", *(f"{each.articles:,} articles" for each in done)]
    columns = [dict(_figures(each)) for each in done]
    rows = ([name, *(column[name] for column in columns)] for name in columns[0])
    return f"{table(headers, rows)}\n\n{bars(promises(done))}\n"


def _figures(each: Written) -> Iterator[tuple[str, str]]:
    yield "claims", f"{each.claims:,}"
    yield "records out of the store: s", f"{each.fetch_s:.1f}"
    yield "what the report says: s", f"{each.compose_s:.1f}"
    yield "pages: s", f"{each.write_s:.1f}"
    yield "all of it: s", f"{each.seconds:.1f}"
    yield "milliseconds for a claim", f"{1e3 * each.seconds / each.claims:.2f}"
    yield "pages", f"{each.pages:,}"
    yield "the largest, MB", f"{each.largest / 1e6:.2f}"
    yield "all of them, MB", f"{each.megabytes:.1f}"
    yield "most memory, MB", f"{each.peak_mb:.0f}"


def main() -> None:
    """Measure, write both files, print the tables."""
    parser = argparse.ArgumentParser(prog="python -m bench.reporting", description=__doc__)
    parser.add_argument("store", type=Path, help="a store with articles that were read")
    parser.add_argument("--out", type=Path, default=Path("bench/out"), help="folder of the tables")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        # Another process asks for this.
        print(json.dumps(asdict(measure(options.store, options.one))))
        return
    with ClaimGraph.open(options.store) as graph:
        most = graph.documents().count()
    sizes = [most]
    while sizes[0] // 2 >= FEWEST:
        sizes.insert(0, sizes[0] // 2)
    done = [_apart(options.store, size) for size in sizes]
    options.out.mkdir(parents=True, exist_ok=True)
    written = {
        "sizes": [asdict(each) for each in done],
        "bars": [asdict(bar) | {"met": bar.met} for bar in promises(done)],
    }
    (options.out / "reporting.json").write_text(json.dumps(written, indent=2), "utf-8")
    (options.out / "reporting.md").write_text(markdown(done), "utf-8")
    print(markdown(done))


def _apart(store: Path, size: int) -> Written:
    """One size, in a process of its own."""
    print(f"{size:,} articles", file=sys.stderr, flush=True)
    command = [sys.executable, "-m", "bench.reporting", str(store), "--one", str(size)]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True)
    return Written(**json.loads(done.stdout))


if __name__ == "__main__":
    main()
