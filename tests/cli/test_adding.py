"""Files go into a store as a whole, and come out of it again."""

import json
from pathlib import Path

import pytest

from claimgraph import ClaimGraph, Document, Reading
from claimgraph.interop import jsonl
from tests.cli.conftest import SEEDS, Run


def test_the_seeds_are_added_once(run: Run, tmp_path: Path) -> None:
    store = tmp_path / "new.db"
    first = run("add", SEEDS, "--store", store)
    assert first.code == 0
    assert first.out.startswith(f"{store}: 7 documents, ")
    again = run("add", SEEDS, "--store", store, "--json").rows[0]
    assert again["documents"] == again["claims"] == again["judgements"] == 0
    assert again["unchanged"] > 0


def test_the_order_of_files_does_not_matter(run: Run, tmp_path: Path) -> None:
    store = tmp_path / "new.db"
    names = ("judgements.jsonl", "relations.jsonl", "readings.jsonl")
    assert run("add", *(SEEDS / name for name in names), "--store", store).code == 0


def test_a_broken_line_adds_nothing_and_makes_no_store(run: Run, tmp_path: Path) -> None:
    broken = tmp_path / "broken.jsonl"
    good = Reading(document=Document(text="SANA reported.")).model_dump_json()
    broken.write_text(f'{good}\n{good}\n{{"record": "relation", "a": "clm_1"}}\n')
    outcome = run("add", broken, "--store", tmp_path / "new.db")
    assert outcome.code == 1
    assert outcome.err.startswith(f"claimgraph: {broken} line 3: b: Field required")
    assert not (tmp_path / "new.db").exists()


def test_a_broken_line_is_named_with_its_folder(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    good = Reading(document=Document(text="SANA reported.")).model_dump_json()
    for folder, content in (("monday", good), ("tuesday", "{oops")):
        Path(folder).mkdir()
        Path(folder, "wire.jsonl").write_text(content)
    outcome = run("add", "monday", "tuesday", "--store", "new.db")
    assert outcome.err.startswith("claimgraph: tuesday/wire.jsonl line 1: no JSON")


def test_a_conflict_names_the_record(run: Run, store: Path, tmp_path: Path) -> None:
    with ClaimGraph.open(store) as graph:
        known = graph.documents().first()
        before = graph.stats()
    assert known is not None
    path = tmp_path / "conflict.jsonl"
    jsonl.dump([Reading(document=Document(id=known.id, text="Something else."))], path)
    outcome = run("add", path, "--store", store)
    assert outcome.code == 1
    assert known.id in outcome.err
    with ClaimGraph.open(store) as graph:
        assert graph.stats() == before


def test_standoff_files_are_added_with_what_they_do_not_say(run: Run, tmp_path: Path) -> None:
    (tmp_path / "wire.txt").write_text("SANA reported 107 cases.", encoding="utf-8")
    (tmp_path / "wire.ann").write_text(
        "T1\tSource 0 4\tSANA\nT2\tCue 5 13\treported\nT3\tContent 14 23\t107 cases\n"
        "E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3\n",
        encoding="utf-8",
    )
    store = tmp_path / "brat.db"
    about = ("--publisher", "Example Wire", "--published", "2018-11-25")
    assert run("add", tmp_path, "--store", store, *about).code == 0
    (row,) = run("claims", "--store", store, "--json").rows
    assert (row["source"], row["claim"]) == ("SANA", "107 cases")
    assert (row["publisher"], row["published"]) == ("Example Wire", "2018-11-25")


def test_rows_of_attributions_are_added(run: Run, tmp_path: Path) -> None:
    row = {"doc_id": "d1", "text": "SANA reported 107 cases.", "attributions": [{"cue": [[5, 13]]}]}
    (tmp_path / "rows.jsonl").write_text(json.dumps(row))
    outcome = run("add", tmp_path / "rows.jsonl", "--store", tmp_path / "rows.db")
    assert outcome.out == f"{tmp_path / 'rows.db'}: 1 document, 1 attribution, 1 claim\n"


def test_an_exported_store_makes_the_same_store(run: Run, store: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "first.jsonl", tmp_path / "second.jsonl"
    assert run("export", first, "--store", store).code == 0
    assert run("add", first, "--store", tmp_path / "copy.db", "--no-compare").code == 0
    assert run("export", second, "--store", tmp_path / "copy.db").code == 0
    assert second.read_bytes() == first.read_bytes()
