"""Events are listed, are one where articles speak of one, and are joined and parted by people."""

from typing import Any

import pytest

from claimgraph.compare.comparer import OneByOne
from claimgraph.compare.statement import Statement
from claimgraph.compare.verdict import Verdict
from claimgraph.graph import ClaimGraph
from claimgraph.store import Store
from claimgraph.vocabulary import RelationKind
from tests.factories import article, happening, reading, said, source

SIGNED: dict[str, Any] = {"by": "Ann", "reason": "one explosion, told twice"}

SES, KCM = source("SES"), source("KCM")
WIRE = article("The explosion killed 12, SES said.", "Wire", "2018-11-25")
RADIO = article("The blast in Korvath killed 26, KCM said.", "Radio", "2018-11-26")
BLAST = happening("explosion in Korvath", "2018-11-24", "Korvath")
DEPOT = happening("explosion at the depot", "2018-11-24", "depot")
TWELVE = said(WIRE, SES, "explosion killed 12", about=BLAST)
TWENTY_SIX = said(RADIO, KCM, "killed 26", about=DEPOT)


def of_one_event(a: Statement, b: Statement) -> Verdict | None:
    """Claims about one event contradict each other, others are not compared."""
    if a.event is None or b.event is None or a.event.id != b.event.id:
        return None
    return Verdict(
        kind=RelationKind.CONTRADICTS,
        type=None,
        score=0.9,
        reason=f"both are about the {a.event.label}",
        tests=("same event",),
        method="event.v1",
    )


@pytest.fixture
def graph(store: Store) -> ClaimGraph:
    graph = ClaimGraph(store, comparer=OneByOne(of_one_event, "test.1"))
    graph.add(reading(WIRE, TWELVE), reading(RADIO, TWENTY_SIX))
    return graph


def rows(graph: ClaimGraph) -> list[tuple[Any, ...]]:
    names = ("label", "place", "time", "claims", "documents")
    return [tuple(row[name] for name in names) for row in graph.events().plain()]


def test_events_are_listed_with_what_is_said_of_them(graph: ClaimGraph) -> None:
    assert sorted(rows(graph)) == [
        ("explosion at the depot", "depot", "2018-11-24", 1, 1),
        ("explosion in Korvath", "Korvath", "2018-11-24", 1, 1),
    ]


def test_a_rejected_claim_is_not_counted(graph: ClaimGraph) -> None:
    graph.reject(TWELVE.claim, **SIGNED)
    assert ("explosion in Korvath", "Korvath", "2018-11-24", 0, 0) in rows(graph)


def test_events_that_people_join_are_one(graph: ClaimGraph) -> None:
    graph.merge(BLAST, DEPOT, **SIGNED)
    (row,) = rows(graph)
    assert row[2:] == ("2018-11-24", 2, 2)
    assert graph.claims().about(graph.events().one()).count() == 2


def test_comparing_again_knows_that_they_are_one(graph: ClaimGraph) -> None:
    assert graph.relations().count() == 0
    joined = graph.merge(BLAST, DEPOT, **SIGNED)
    graph.recompare()
    assert {graph.relations().one().a, graph.relations().one().b} == {
        TWELVE.claim.id,
        TWENTY_SIX.claim.id,
    }
    graph.withdraw(joined, **SIGNED)
    graph.recompare()
    assert graph.relations().count() == 0


def test_an_event_is_taken_out_again(graph: ClaimGraph) -> None:
    graph.merge(BLAST, DEPOT, **SIGNED)
    graph.split(DEPOT, **SIGNED)
    assert graph.events().count() == 2
    graph.recompare()
    assert graph.relations().count() == 0


@pytest.mark.parametrize(
    ("other", "events"),
    [
        pytest.param(
            "A chemical attack on Aleppo on 24 November 2018 left 107 people ill, SANA said.",
            1,
            id="the same town and day",
        ),
        pytest.param(
            "A chemical attack on Aleppo on 3 May 2018 left 107 people ill, SANA said.",
            2,
            id="another day",
        ),
        pytest.param(
            "A chemical attack on Homs on 24 November 2018 left 107 people ill, SANA said.",
            2,
            id="another town",
        ),
    ],
)
def test_two_articles_tell_of_one_event_by_town_and_day(other: str, events: int) -> None:
    first = "A chemical attack on Aleppo on 24 November 2018 left 100 people ill, police said."
    with ClaimGraph() as graph:
        graph.read(article(first, "Wire", "2018-11-25"))
        graph.read(article(other, "Radio", "2018-11-26"))
        assert graph.events().where(kind="chemical attack").count() == events
