"""What the benchmarks compare is the same on both sides."""

import json
import sqlite3
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

import pytest

from bench.ask import ask
from bench.load import Load, fill
from bench.results import Bar, Results, Size
from bench.samples import draw
from bench.tables import markdown
from bench.walk import race
from claimgraph.graph import ClaimGraph
from claimgraph.store import Store
from claimgraph.store.schema import metadata

SIZE = 2_000


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("bench")


@pytest.fixture(scope="module")
def load(folder: Path) -> Load:
    return fill(str(folder / "store.db"), SIZE, folder / "raw.db", batch=20)


def test_the_raw_file_has_the_same_rows(folder: Path, load: Load) -> None:
    counts = []
    for name in ("store.db", "raw.db"):
        connection = sqlite3.connect(folder / name)
        tables = sorted(metadata.tables)
        counted = {
            table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            for table in (*tables, "claim_words")
        }
        connection.close()
        counts.append(counted)
    assert counts[0] == counts[1]
    assert counts[0]["claim"] == load.claims == SIZE


def test_networkx_and_the_queries_find_the_same(folder: Path, load: Load) -> None:
    found = race(str(folder / "store.db"))
    assert found.same
    assert found.edges > SIZE


def test_questions_find_something(folder: Path, load: Load) -> None:
    with Store.open(folder / "store.db") as store:
        samples = draw(store, 60)
    with ClaimGraph.open(folder / "store.db") as graph:
        timings = ask(graph, samples)
    assert [each.samples > 0 and each.found > 0.5 for each in timings] == [True] * 4


def test_the_table_says_which_bars_are_missed(load: Load) -> None:
    timing = {"question": "q", "found": 1.0, "p50_ms": 1.0, "p95_ms": 2.0}
    slow = timing | {"p95_ms": 9.0}
    sizes = [
        Size(claims=10, load=asdict(load), timings=[timing], race=None),
        Size(claims=100, load=asdict(load), timings=[slow], race=None),
    ]
    results = Results(store="sqlite", sizes=sizes)
    assert "| q: p95, 100 against 10 claims | at most 4 | 4.5 | MISSED |" in markdown(results)
    assert json.loads(results.to_json())["bars"][0]["met"] is False


@pytest.mark.parametrize(
    ("measured", "at_least", "met"),
    [(5, True, True), (4, True, False), (4, False, True), (5.01, False, False)],
)
def test_bars(measured: float, at_least: bool, met: bool) -> None:
    assert Bar("", 5, measured, at_least).met is met


def test_the_command_says_what_it_takes() -> None:
    command = [sys.executable, "-m", "bench", "--help"]
    assert "--sizes" in subprocess.run(command, capture_output=True, text=True, check=True).stdout
