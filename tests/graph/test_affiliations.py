"""Who speaks for whom, and when: members count for what they said while they were."""

from typing import Any

import pytest

from claimgraph.graph import ClaimGraph
from claimgraph.model import Affiliation, Interval
from claimgraph.store import Store
from tests.factories import article, person, reading, said, source

STATE = source("Russia", "state", "Moscow")
MINISTRY = source("Russian defence ministry")
SPOKESMAN = person("Igor Konashenkov")
SIGNED: dict[str, Any] = {"by": "Ann", "reason": "looked it up"}


def member(of: str, who: str, start: str | None = None, end: str | None = None) -> Affiliation:
    during = None if start is None and end is None else Interval(start=start, end=end)
    return Affiliation(member_id=who, organisation_id=of, during=during)


@pytest.fixture
def graph(store: Store) -> ClaimGraph:
    """A spokesman from 2016 to 2018, who said something in 2015, 2017 and 2019."""
    graph = ClaimGraph(store)
    for year in ("2015", "2017", "2019"):
        text = f"Planes flew, Konashenkov said in {year}."
        words = said(article(text, published=year), SPOKESMAN, "Planes flew", cue="said")
        graph.add(
            reading(
                words.document,
                words,
                MINISTRY,
                STATE,
                member(STATE.id, MINISTRY.id),
                member(MINISTRY.id, SPOKESMAN.id, "2016-01-01T00:00:00Z", "2018-01-01T00:00:00Z"),
                # A circle: it ends.
                member(MINISTRY.id, STATE.id),
            )
        )
    return graph


def years(graph: ClaimGraph, name: str, **options: bool) -> list[str]:
    claims = graph.claims().said_by(name, **options).order_by("published")
    return [str(claim.document.published) for claim in claims]


def test_members_count_while_they_are_members(graph: ClaimGraph) -> None:
    assert years(graph, "Igor Konashenkov") == ["2015", "2017", "2019"]
    assert years(graph, "Russian defence ministry") == ["2017"]
    assert years(graph, "Moscow") == ["2017"]
    assert years(graph, "Moscow", members=False) == []


def test_what_was_said_long_before_counts_by_when_it_was_said(graph: ClaimGraph) -> None:
    claim = graph.claims().published_between("2019").one()
    graph.correct(claim.attribution_id, "said", {"start": "2017-05-01T00:00:00Z"}, **SIGNED)
    assert [str(each.document.published) for each in graph.claims().said_between("2017", None)] == [
        "2019"
    ]


def test_a_corrected_or_rejected_affiliation_is_followed_as_people_say(graph: ClaimGraph) -> None:
    dated = next(each for each in graph.material().affiliations if each.member_id == SPOKESMAN.id)
    judgement = graph.correct(dated.id, "during", None, **SIGNED)
    assert years(graph, "Moscow") == ["2015", "2017", "2019"]
    graph.withdraw(judgement, **SIGNED)
    assert years(graph, "Moscow") == ["2017"]
    graph.reject(dated.id, **SIGNED)
    assert years(graph, "Moscow") == []


def test_members_are_listed(graph: ClaimGraph) -> None:
    names = [each.name for each in graph.sources().members_of("Moscow")]
    assert names == ["Igor Konashenkov", "Russian defence ministry"]
