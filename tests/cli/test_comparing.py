"""Views on the command line: the same in words and as JSON."""

from pathlib import Path

import pytest

from claimgraph import ClaimGraph
from tests.cli.conftest import SEEDS, Run


def test_two_sources_are_shown_side_by_side(run: Run, filled: Path) -> None:
    outcome = run("compare", "SOHR", "SANA", "--store", filled)
    assert outcome.code == 0
    assert outcome.out.startswith("SOHR and SANA: 0 contradictions, 6 agreements")
    assert "Only SANA\n  SANA counted 170 cases" in outcome.out
    rows = run("compare", "SOHR", "SANA", "--store", filled, "--json").rows
    assert {"question", "relation", "a", "b", "reason"} == set(rows[0])


def test_a_claim_is_traced_to_its_characters(run: Run, filled: Path) -> None:
    claim = run("claims", "--store", filled, "--json", "--said-by", "SANA").rows[0]
    outcome = run("why", claim["id"], "--store", filled)
    assert f"at {claim['start']}:{claim['end']}" in outcome.out
    assert "Syria’s official news agency, SANA" in outcome.out
    (told,) = run("why", claim["id"], "--store", filled, "--json").rows
    assert told["id"] == claim["id"]
    assert {"what", "words"} == set(told["why"][0])


def test_what_both_sources_are_asked_is_told_first(run: Run, filled: Path) -> None:
    out = run("compare", "Russia", "HTS", "--store", filled).out
    asked = out.index("Who carried out the attack on Aleppo?")
    assert "HTS" in out[asked : out.index("Only Russia")]
    rows = run("compare", "Russia", "HTS", "--store", filled, "--json").rows
    assert "Who carried out the attack on Aleppo?" in {row["question"] for row in rows}


def test_a_relation_says_why(run: Run, filled: Path) -> None:
    relation = run("relations", "--store", filled, "--json", "--kind", "contradicts").rows[0]
    out = " ".join(run("why", relation["id"], "--store", filled).out.split())
    assert relation["reason"] in out


def test_an_unknown_id_is_named(run: Run, filled: Path) -> None:
    outcome = run("why", "clm_nothing", "--store", filled)
    assert outcome.code == 1
    assert "clm_nothing" in outcome.err


@pytest.mark.parametrize("view", ["timeline", "matrix", "silent"])
def test_a_view_has_the_rows_of_its_data_frame(view: str, run: Run, filled: Path) -> None:
    outcome = run(view, "--store", filled, "--json")
    with ClaimGraph.open(filled) as graph:
        frame = getattr(graph, view)().to_df()
    assert outcome.code == 0
    assert len(outcome.rows) == len(frame) > 0
    assert list(outcome.rows[0]) == list(frame.columns)


@pytest.mark.parametrize("view", ["timeline", "matrix", "silent"])
def test_a_view_is_narrowed_by_words(view: str, run: Run, filled: Path) -> None:
    everything = run(view, "--store", filled, "--json").rows
    narrowed = run(view, "--store", filled, "--json", "--about", "Korvath").rows
    assert 0 < len(narrowed) < len(everything)


def test_the_silence_of_hts_is_shown_and_never_a_denial(run: Run, filled: Path) -> None:
    out = " ".join(run("silent", "--store", filled).out.split())
    assert "Hayat Tahrir al-Sham, accused by" in out
    assert "“did not immediately issue a statement”" in out
    denials = run("claims", "--store", filled, "--json", "--said-by", "HTS", "--act", "deny").rows
    assert denials == []


def test_the_timeline_starts_with_the_oldest(run: Run, filled: Path) -> None:
    out = run("timeline", "--store", filled).out
    assert out.startswith("Timeline: ")
    assert out.index("2018") < out.index("2023")


def test_columns_of_the_matrix_may_be_sides(run: Run, filled: Path) -> None:
    alone = {row["source"] for row in run("matrix", "--store", filled, "--json").rows}
    sides = run("matrix", "--store", filled, "--json", "--columns", "side").rows
    assert "Igor Konashenkov" in alone
    assert "Igor Konashenkov" not in {row["source"] for row in sides}


def test_the_overview_needs_no_store(run: Run, tmp_path: Path) -> None:
    of_files = run("overview", SEEDS)
    assert of_files.code == 0
    run("add", SEEDS, "--store", tmp_path / "compared.db")
    assert of_files.out == run("overview", "--store", tmp_path / "compared.db").out
    for title in ("Who said what", "Contradictions (", "Not answered (", "Question by question"):
        assert title in of_files.out


@pytest.mark.parametrize("columns", [80, 120])
def test_the_overview_fits_the_width(
    columns: int, run: Run, filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    lines = run("overview", "--store", filled).out.splitlines()
    assert max(map(len, lines)) <= columns
    assert not any(line.endswith(" ") for line in lines)
