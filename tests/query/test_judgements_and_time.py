"""Rejections hide, corrections change, merges join; and a graph can be asked as of a time."""

from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from claimgraph.errors import RecordError
from claimgraph.graph import ClaimGraph
from claimgraph.model import Judgement, Reading
from claimgraph.store.schema import microseconds
from claimgraph.vocabulary import Polarity, RelationKind, SpeechAct, Stance
from tests import strategies
from tests.query.plain import Plain
from tests.query.questions import Asked, filters

NAMES = st.sampled_from(strategies.NAMES)
WORDS = st.sampled_from(["around 100 people", "attack", "aleppo strike"])
FIRST = datetime(2026, 1, 1, tzinfo=UTC)


@st.composite
def graphs(draw: st.DrawFn) -> tuple[list[Reading], list[Any], list[Judgement]]:
    """Readings, relations between their claims, and judgements on all of it."""
    readings = {
        each.document.id: each for each in draw(st.lists(strategies.readings(), max_size=3))
    }
    claims = [claim.id for reading in readings.values() for claim in reading.claims]
    relations = []
    if len(claims) > 1:
        relations = draw(st.lists(strategies.relations(claims), max_size=3))
    relations = list({each.id: each for each in relations}.values())
    judgements = [
        judgement
        for number in range(draw(st.integers(0, 4)))
        if (judgement := draw(_judgement(list(readings.values()), relations, number))) is not None
    ]
    return list(readings.values()), relations, judgements


@st.composite
def _judgement(
    draw: st.DrawFn, readings: list[Reading], relations: list[Any], number: int
) -> Judgement | None:
    claims = [each.id for reading in readings for each in reading.claims]
    said = [each.id for reading in readings for each in reading.attributions]
    documents = [each.document.id for each in readings]
    sources = sorted({each.id for reading in readings for each in reading.sources})
    events = [each.id for reading in readings for each in reading.events]
    edges = [each.id for each in relations]
    belongs = [each.id for reading in readings for each in reading.affiliations]
    fields: dict[str, tuple[list[str], Any]] = {
        "stance": (claims, st.sampled_from(Stance).map(str)),
        "polarity": (claims, st.sampled_from(Polarity).map(str)),
        "text": (claims, st.just("around 100 people fell ill")),
        "time": (claims, st.sampled_from([None, {"start": "2018-11-24T00:00:00Z"}])),
        "event_id": (claims, st.sampled_from([None, *events])),
        "participants": (claims, st.sampled_from([[], [{"role": "accused", "name": "HTS"}]])),
        "quantities": (claims, st.just([{"text": "107", "best": 107, "unit": "people"}])),
        "act": (said, st.sampled_from(SpeechAct).map(str)),
        "source_id": (said, st.sampled_from([None, *sources])),
        "targets": (said, st.just([{"role": "accused", "name": "HTS"}])),
        "via": (said, st.sampled_from([[], [{"name": "SOHR"}]])),
        "said": (said, st.just({"start": "2018-11-24T00:00:00Z"})),
        "published": (documents, st.just({"start": "2018-11-24T00:00:00Z"})),
        "publisher": (documents, st.just("Example Wire")),
        "during": (belongs, st.sampled_from([None, {"end": "2017-01-01T00:00:00Z"}])),
        "name": (sources, NAMES),
        "aliases": (sources, st.lists(NAMES, max_size=2, unique=True)),
        "kind": (edges, st.sampled_from(RelationKind).map(str)),
    }
    signed = {"by": "Ann", "reason": "seen the tape", "made": FIRST + timedelta(days=number)}
    everything = [*claims, *said, *documents, *sources, *edges]
    if not everything:
        return None
    match draw(st.sampled_from(["reject", "correct", "merge"])):
        case "reject":
            return Judgement(
                decision="reject", subjects=[draw(st.sampled_from(everything))], **signed
            )
        case "merge" if len(sources) > 1:
            two = draw(st.permutations(sources))[:2]
            return Judgement(decision="merge", subjects=two, **signed)
    field = draw(st.sampled_from(sorted(name for name, (ids, _) in fields.items() if ids)))
    ids, values = fields[field]
    subject, value = draw(st.sampled_from(ids)), draw(values)
    return Judgement(decision="correct", subjects=[subject], field=field, value=value, **signed)


def filled(graph: ClaimGraph, content: tuple[list[Reading], list[Any], list[Judgement]]) -> None:
    """Add it all, but for the judgements that would break a record, and those about a machine's
    relation that gave way to one made by hand.
    """
    readings, relations, judgements = content
    graph.add(readings, relations)
    gone = {each.id for each in relations} - {each.id for each in graph.relations()}
    for judgement in judgements:
        if gone.intersection(judgement.subjects):
            continue
        try:
            graph.add(judgement)
        except RecordError:
            continue


@settings(max_examples=40)
@given(content=graphs(), asked=filters(NAMES, WORDS))
def test_queries_honour_judgements(
    content: tuple[list[Reading], list[Any], list[Judgement]], asked: Asked
) -> None:
    with ClaimGraph() as graph:
        filled(graph, content)
        _same(graph, Plain(graph.store), asked)
        day = microseconds(FIRST) + 86_400_000_000
        seen = graph.as_of("2018-11-24", judged=FIRST.date())
        until = microseconds(datetime(2018, 11, 25, tzinfo=UTC))
        _same(seen, Plain(graph.store, until, day), asked)


def _same(graph: ClaimGraph, plain: Plain, asked: Asked) -> None:
    assert set(graph.claims()) == set(plain.claims.values())
    assert set(graph.attributions()) == set(plain.attributions.values())
    assert set(graph.documents()) == set(plain.documents.values())
    assert set(graph.relations()) == set(plain.relations.values())
    assert {each.id for each in graph.sources()} == {plain.entity[each] for each in plain.sources}
    try:
        found = asked.narrow(graph.claims())
    except LookupError:
        return
    expected = {claim.id for claim in plain.claims.values() if asked.passes(plain, claim)}
    assert {claim.id for claim in found} == expected
