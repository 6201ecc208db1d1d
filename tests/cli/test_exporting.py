"""``claimgraph export``: what a store becomes, and what is refused."""

import csv
import json
from pathlib import Path

import networkx as nx
import pytest

from claimgraph.interop.formats import OF_FOLDERS, Format
from tests.cli.conftest import Run


def test_a_table_holds_every_claim(run: Run, store: Path, tmp_path: Path) -> None:
    outcome = run("export", tmp_path / "claims.csv", "--store", store, "--json")
    with (tmp_path / "claims.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert outcome.rows[0]["claims"] == len(rows) > 0
    assert {row["id"] for row in rows} == {
        row["id"] for row in run("claims", "--store", store, "--json").rows
    }


def test_the_network_is_read_by_networkx(run: Run, store: Path, tmp_path: Path) -> None:
    for name in ("graph.graphml", "graph.json"):
        assert run("export", tmp_path / name, "--store", store).code == 0
    graphml = nx.read_graphml(tmp_path / "graph.graphml")
    data = json.loads((tmp_path / "graph.json").read_text(encoding="utf-8"))
    node_link = nx.node_link_graph(data, edges="edges")
    assert set(graphml) == set(node_link)
    assert len(graphml) > 0


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        pytest.param(("graph.pdf",), "the ending names no format", id="another ending"),
        pytest.param(("nowhere/graph.csv",), "cannot write", id="a folder that is not there"),
        pytest.param(("a.jsonl", "--as-of", "2018-11-24"), "leave out --as-of", id="jsonl as of"),
    ],
)
def test_what_cannot_be_written_is_named(
    arguments: tuple[str, ...], complaint: str, run: Run, store: Path, tmp_path: Path
) -> None:
    outcome = run("export", tmp_path / arguments[0], *arguments[1:], "--store", store)
    assert outcome.code == 1
    assert complaint in outcome.err
    assert {path.name for path in tmp_path.iterdir()} <= {
        "seeds.db",
        "seeds.db-wal",
        "seeds.db-shm",
    }


def test_a_format_may_be_named(run: Run, store: Path, tmp_path: Path) -> None:
    assert run("export", tmp_path / "claims", "--to", "csv", "--store", store).code == 0
    assert (tmp_path / "claims").read_text(encoding="utf-8").startswith("id,source,claim")


@pytest.mark.parametrize("format_", [each for each in Format if each not in OF_FOLDERS])
def test_the_ending_says_what_a_file_becomes(
    format_: Format, run: Run, store: Path, tmp_path: Path
) -> None:
    path = tmp_path / f"out.{format_}"
    outcome = run("export", path, "--store", store, "--json")
    assert outcome.code == 0
    (row,) = outcome.rows
    assert (row["path"], row["format"]) == (str(path), format_)
    assert path.stat().st_size > 0


@pytest.mark.parametrize(
    ("arguments", "ending"),
    [
        pytest.param(("out/",), ".csv", id="a folder"),
        pytest.param(("out", "--to", "tables"), ".csv", id="tables"),
        pytest.param(("out/", "--to", "parquet"), ".parquet", id="a folder of Parquet"),
        pytest.param(("out", "--to", "parquet-tables"), ".parquet", id="tables as Parquet"),
    ],
)
def test_a_folder_gets_all_tables(
    arguments: tuple[str, ...], ending: str, run: Run, store: Path, tmp_path: Path
) -> None:
    place, *more = arguments
    outcome = run("export", f"{tmp_path}/{place}", *more, "--store", store)
    assert outcome.code == 0
    assert " claims, " in outcome.out
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert {f"{name}{ending}" for name in ("claims", "sources", "spans", "judgements")} <= names
    assert {Path(name).suffix for name in names} == {ending}


def test_a_format_that_is_not_known_is_wrong_usage(run: Run, store: Path, tmp_path: Path) -> None:
    outcome = run("export", tmp_path / "out", "--to", "pdf", "--store", store)
    assert outcome.code == 2
    assert "gexf" in outcome.err
