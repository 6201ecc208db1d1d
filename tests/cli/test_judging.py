"""Decisions on the command line are judgements like any other."""

from pathlib import Path

import pytest

from claimgraph import ClaimGraph
from tests.cli.conftest import Run

SIGNED = ("--by", "Ann Roe", "--reason", "read it again")


def claim_ids(run: Run, store: Path, *options: str) -> list[str]:
    return [row["id"] for row in run("claims", "--store", store, "--json", *options).rows]


def test_a_rejected_claim_is_gone_until_the_judgement_is_withdrawn(run: Run, store: Path) -> None:
    before = claim_ids(run, store)
    (made,) = run("judge", "reject", before[0], *SIGNED, "--store", store, "--json").rows
    assert claim_ids(run, store) == before[1:]
    outcome = run("judge", "withdraw", made["id"], *SIGNED, "--store", store)
    assert outcome.out.endswith(f": withdraw {made['id']}\n")
    assert claim_ids(run, store) == before


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        pytest.param("polarity", "negative", "negative", id="plain text"),
        pytest.param("polarity", '"negative"', "negative", id="JSON text"),
        pytest.param("place", '{"name": "Aleppo"}', "Aleppo", id="a JSON object"),
    ],
)
def test_a_field_is_corrected(field: str, value: str, expected: str, run: Run, store: Path) -> None:
    first = claim_ids(run, store)[0]
    change = ("--field", field, "--value", value)
    assert run("judge", "correct", first, *change, *SIGNED, "--store", store).code == 0
    row = run("claims", "--store", store, "--json", "--limit", "1").rows[0]
    assert (row["id"], row[field]) == (first, expected)


def test_sources_are_merged_and_split(run: Run, store: Path) -> None:
    with ClaimGraph.open(store) as graph:
        ids = [graph.sources().named(name).one().id for name in ("SANA", "SOHR")]
    assert run("judge", "merge", *ids, *SIGNED, "--store", store).code == 0
    assert len(claim_ids(run, store, "--said-by", "SANA")) == 10
    assert run("judge", "split", ids[1], *SIGNED, "--store", store).code == 0
    assert len(claim_ids(run, store, "--said-by", "SANA")) == 4


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        pytest.param(("reject", "clm_nothing"), "clm_nothing", id="no such record"),
        pytest.param(("merge", "src_1"), "2 to 1000 subjects", id="a merge of one"),
        pytest.param(("correct", "clm_1"), "a correction needs one", id="a correction of no field"),
    ],
)
def test_a_decision_that_cannot_be_made_is_named(
    arguments: tuple[str, ...], complaint: str, run: Run, store: Path
) -> None:
    outcome = run("judge", *arguments, *SIGNED, "--store", store)
    assert outcome.code == 1
    assert complaint in outcome.err
    assert outcome.err.count("\n") == 1


def test_a_decision_is_signed_and_has_a_reason(run: Run, store: Path) -> None:
    assert run("judge", "reject", "clm_1", "--by", "Ann Roe", "--store", store).code == 2
    assert run("judge", "reject", "clm_1", "--reason", "…", "--store", store).code == 2
