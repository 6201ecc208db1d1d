"""The seeds in a graph, on each database; tests only ask it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from claimgraph.graph import ClaimGraph
from claimgraph.model import Lineage, Question, Reading, Relation
from tests.conftest import MEMORY, POSTGRES

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="session", params=[MEMORY, POSTGRES])
def seeds(request: pytest.FixtureRequest) -> Iterator[ClaimGraph]:
    """The seed articles, with the relations that people gave them and no others."""
    place = None if request.param == MEMORY else request.getfixturevalue("cluster").fresh()
    with ClaimGraph.open(place, compare=False) as graph:
        fill(graph)
        yield graph


def fill(graph: ClaimGraph) -> None:
    """Add the seeds."""
    joining: TypeAdapter[Relation | Question | Lineage] = TypeAdapter(Relation | Question | Lineage)
    graph.add(Reading.model_validate_json(line) for line in _lines("readings.jsonl"))
    graph.add(joining.validate_json(line) for line in _lines("relations.jsonl"))


def _lines(name: str) -> list[str]:
    return (SEEDS / name).read_text(encoding="utf-8").splitlines()
