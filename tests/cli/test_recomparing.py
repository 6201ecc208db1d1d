"""``claimgraph recompare``, and claims that are compared as they are added."""

from pathlib import Path

import pytest

from claimgraph.compare.comparer import OneByOne
from claimgraph.interop import jsonl
from tests.cli.conftest import Run
from tests.graph.test_comparing import A, B, by_numbers


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two readings with different figures, and a comparer that tells them apart."""
    numbers = OneByOne(by_numbers, "test.1")
    monkeypatch.setattr("claimgraph.compare.comparer.OwnComparer", lambda: numbers)
    path = tmp_path / "readings.jsonl"
    jsonl.dump([A, B], path)
    return path


def test_claims_are_compared_as_they_are_added(run: Run, files: Path, tmp_path: Path) -> None:
    store = tmp_path / "new.db"
    outcome = run("add", files, "--store", store)
    assert outcome.out == f"{store}: 2 documents, 2 attributions, 2 claims, 1 relation\n"
    assert run("add", files, "--store", store).out == f"{store}: 2 unchanged\n"
    (row,) = run("relations", "--store", store, "--json").rows
    told = " ".join(run("why", row["id"], "--store", store).out.split())
    for words in (
        "contradicts",
        "Syrian Observatory for Human Rights (state): 100 people choked in Aleppo",
        "SANA (state): 107 people choked in Aleppo",
        "same place: Aleppo",
        "SANA says 107",
        "numbers v1, score 0.90",
    ):
        assert words in told
    (json,) = run("why", row["id"], "--store", store, "--json").rows
    assert [line["what"] for line in json["why"]] == [
        "kind", "type", "a", "b", "reason", "test", "method",
    ]  # fmt: skip


def test_claims_are_compared_later_where_somebody_asks(
    run: Run, files: Path, tmp_path: Path
) -> None:
    store = tmp_path / "new.db"
    assert "relations" not in run("add", files, "--store", store, "--no-compare").out
    outcome = run("recompare", "--store", store)
    assert outcome.out == (
        f"{store}: 2 documents, 1 pair of claims compared (0 left out); "
        "relations: 1 new, 0 unchanged, 0 removed\n"
    )
    (row,) = run("recompare", "--store", store, "--json").rows
    assert (row["documents"], row["relations"], row["unchanged"]) == (2, 0, 1)


def test_an_exported_store_that_was_compared_makes_the_same_store(
    run: Run, files: Path, tmp_path: Path
) -> None:
    first, second = tmp_path / "first.jsonl", tmp_path / "second.jsonl"
    for given, store, written in ((files, "a.db", first), (first, "b.db", second)):
        assert run("add", given, "--store", tmp_path / store).code == 0
        assert run("export", written, "--store", tmp_path / store).code == 0
    assert '"contradicts"' in first.read_text(encoding="utf-8")
    assert second.read_bytes() == first.read_bytes()


def test_a_store_that_is_not_there_is_named(run: Run, tmp_path: Path) -> None:
    outcome = run("recompare", "--store", tmp_path / "none.db")
    assert outcome.code == 1
    assert "there is no store at" in outcome.err
