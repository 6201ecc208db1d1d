"""The results as tables in Markdown."""

from collections.abc import Callable, Iterable, Sequence

from bench.results import Bar, Results, Size, rate


def markdown(results: Results) -> str:
    """All tables of one run."""
    parts = [
        f"## Adding, {results.store}",
        _adding(results),
        f"## Asking, {results.store}",
        "Processor time in milliseconds, the median and p95; and records found, on average.",
        _asking(results),
    ]
    for size in results.sizes:
        if size.race is not None:
            parts += [f"## Against networkx, {size.claims:,} claims", _race(size.race)]
    parts += ["## Bars", bars(results.bars())]
    return "\n\n".join(parts) + "\n"


def table(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table: the first column is text, the others are figures.

    >>> print(table(["size", "ms"], [["small", "1"]]))
    | size | ms |
    |---|---:|
    | small | 1 |
    """
    lines = [headers, *rows]
    drawn = ["| " + " | ".join(line) + " |" for line in lines]
    rule = "|---|" + "---:|" * (len(headers) - 1)
    return "\n".join([drawn[0], rule, *drawn[1:]])


_ADDING: list[tuple[str, Callable[[Size], str]]] = [
    ("claims added in a second", lambda size: f"{rate(size):,.0f}"),
    ("microseconds for a claim", lambda size: f"{1e6 / rate(size):.0f}"),
    ("the same in the last tenth", lambda size: f"{size.load['tenths'][-1]:.0f}"),
    ("in the store that is asked", lambda size: _per_claim(size, "add_s")),
    ("raw sqlite3, for a claim", lambda size: _per_claim(size, "raw_add_s")),
    ("of the raw rate", lambda size: _share(size.load["raw_add_s"], size.load["add_s"])),
    ("relations: microseconds for one", lambda size: _per_relation(size, "join_s")),
    ("raw sqlite3, for a relation", lambda size: _per_relation(size, "raw_join_s")),
    ("held memory, most, MB", lambda size: f"{size.load['anonymous_mb']:.0f}"),
    ("with mapped pages of files, MB", lambda size: f"{size.load['peak_mb']:.0f}"),
    ("size of the file, MB", lambda size: _megabytes(size.load["file_mb"])),
    ("seconds on the clock", lambda size: f"{size.load['wall_s']:.0f}"),
]


def _adding(results: Results) -> str:
    headers = ["claims", *(f"{size.claims:,}" for size in results.sizes)]
    return table(
        headers, ([name, *(value(size) for size in results.sizes)] for name, value in _ADDING)
    )


def _asking(results: Results) -> str:
    headers = ["claims", *(f"{size.claims:,}" for size in results.sizes), "p95, last to first"]
    on_the_clock = results.store != "sqlite"
    rows = []
    for number, first in enumerate(results.sizes[0].timings):
        timings = [size.timings[number] for size in results.sizes]
        cells = [
            f"{each['p50_ms']:.1f} / {each['p95_ms']:.1f} ({each['found']:.1f})" for each in timings
        ]
        growth = timings[-1]["p95_ms"] / first["p95_ms"]
        rows.append([first["question"], *cells, f"{growth:.2f}"])
        if on_the_clock:
            clock = [f"{each['wall_p50_ms']:.1f} / {each['wall_p95_ms']:.1f}" for each in timings]
            growth = timings[-1]["wall_p95_ms"] / first["wall_p95_ms"]
            rows.append(["… on the clock, with the server", *clock, f"{growth:.2f}"])
    return table(headers, rows)


def _race(race: dict[str, float]) -> str:
    ways = [
        ("the query", "query_ms"),
        ("networkx: look at every edge", "edges_ms"),
        ("networkx: look at every node for the sources, then follow edges", "nodes_ms"),
        ("networkx: follow edges alone, sources and members known", "follow_ms"),
    ]
    rows = [[name, f"{race[key]:.2f}", f"{race[key] / race['query_ms']:.1f}"] for name, key in ways]
    same = "All ways found the same." if race["same"] else "THE WAYS DID NOT FIND THE SAME."
    graph = (
        f"The graph has {race['nodes']:,} nodes and {race['edges']:,} edges; making it from the "
        f"store takes {race['build_s']:.1f} s. {same}"
    )
    return f"{graph}\n\n{table(['', 'ms, median', 'of the query'], rows)}"


def bars(promises: Iterable[Bar]) -> str:
    """Promises beside what was measured."""
    rows = [
        [
            bar.promise,
            f"{'at least' if bar.at_least else 'at most'} {bar.limit:.3g}",
            f"{bar.measured:.3g}",
            "met" if bar.met else "MISSED",
        ]
        for bar in promises
    ]
    return table(["", "bar", "measured", ""], rows)


def _megabytes(value: float) -> str:
    return f"{value:.0f}" if value else "–"


def _share(part: float, whole: float) -> str:
    return f"{part / whole:.2f}" if part else "–"


def _per_claim(size: Size, name: str) -> str:
    return f"{size.load[name] / size.load['claims'] * 1e6:.0f}" if size.load[name] else "–"


def _per_relation(size: Size, name: str) -> str:
    return f"{size.load[name] / size.load['relations'] * 1e6:.0f}" if size.load[name] else "–"
