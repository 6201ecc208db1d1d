"""A reading that exists is whole: everything in it refers to something in it."""

from typing import Any

import pytest

from claimgraph import (
    Affiliation,
    Attribution,
    Claim,
    Document,
    Event,
    Evidence,
    Participant,
    Quantity,
    Reading,
    Reason,
    Relay,
    Source,
    Span,
)
from claimgraph.errors import RecordError, SpanError

DOCUMENT = Document(text="SANA reported 107 cases.")
OTHER = Document(text="Somebody else said so.")
SANA = Source(name="SANA", kind="media")
STRANGER = Source(name="TASS", kind="media")
ATTRIBUTION = Attribution(
    document_id=DOCUMENT.id,
    source_id=SANA.id,
    source=(DOCUMENT.span(0, 4),),
    cue=(DOCUMENT.span(5, 13),),
    content=(DOCUMENT.span(14, 23),),
)
CLAIM = Claim(attribution_id=ATTRIBUTION.id, text="107 cases", spans=ATTRIBUTION.content)
READING = Reading(document=DOCUMENT, sources=(SANA,), attributions=(ATTRIBUTION,), claims=(CLAIM,))
SHIFTED = Span(start=1, end=5, text="SANA")
BEYOND = Span(start=60, end=64, text="SANA")


def with_attribution(**changes: Any) -> dict[str, Any]:
    return {"attributions": (ATTRIBUTION.replace(**changes),), "claims": ()}


def with_claim(**changes: Any) -> dict[str, Any]:
    return {"claims": (CLAIM.replace(**changes),)}


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param(with_attribution(source=(SHIFTED,)), id="a source"),
        pytest.param(with_attribution(cue=(BEYOND,)), id="a cue past the end"),
        pytest.param(with_attribution(content=(SHIFTED,)), id="a content"),
        pytest.param(
            with_attribution(targets=(Participant(role="accused", name="A", spans=(SHIFTED,)),)),
            id="a target",
        ),
        pytest.param(with_attribution(via=(Relay(name="A", spans=(SHIFTED,)),)), id="a relay"),
        pytest.param(
            with_attribution(reasons=(Reason(field="act", rule="cue.report", spans=(SHIFTED,)),)),
            id="a reason",
        ),
        pytest.param(with_claim(spans=(SHIFTED,)), id="a claim"),
        pytest.param(
            with_claim(quantities=(Quantity(text="107", best=107, span=SHIFTED),)), id="a number"
        ),
        pytest.param(
            with_claim(participants=(Participant(role="agent", name="A", spans=(SHIFTED,)),)),
            id="a participant",
        ),
        pytest.param(
            {
                "events": (
                    Event(
                        label="attack",
                        parties=(Participant(role="agent", name="A", spans=(SHIFTED,)),),
                    ),
                )
            },
            id="a party of an event",
        ),
        pytest.param(
            {
                "sources": (SANA, STRANGER),
                "affiliations": (
                    Affiliation(
                        member_id=SANA.id,
                        organisation_id=STRANGER.id,
                        evidence=(Evidence(document_id=DOCUMENT.id, span=SHIFTED),),
                    ),
                ),
            },
            id="the evidence of an affiliation",
        ),
    ],
)
def test_every_span_is_the_text_at_its_offsets(changes: dict[str, Any]) -> None:
    with pytest.raises(SpanError, match="the text at"):
        READING.replace(**changes)


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"sources": ()}, id="the source of an attribution"),
        pytest.param({"attributions": ()}, id="the attribution of a claim"),
        pytest.param(with_claim(event_id="evt_1"), id="the event of a claim"),
        pytest.param(
            with_claim(participants=(Participant(role="agent", name="A", source_id="src_1"),)),
            id="a participant of a claim",
        ),
        pytest.param(with_attribution(parent_id="att_1"), id="a parent"),
        pytest.param(with_attribution(via=(Relay(name="A", source_id="src_1"),)), id="a relay"),
        pytest.param(
            with_attribution(targets=(Participant(role="accused", name="A", source_id="src_1"),)),
            id="a target",
        ),
        pytest.param(
            {"affiliations": (Affiliation(member_id="src_1", organisation_id=SANA.id),)},
            id="a member",
        ),
        pytest.param(
            {"affiliations": (Affiliation(member_id=SANA.id, organisation_id="src_1"),)},
            id="an organisation",
        ),
        pytest.param(
            {
                "events": (
                    Event(
                        label="attack",
                        parties=(Participant(role="agent", name="A", source_id="src_1"),),
                    ),
                )
            },
            id="a party of an event",
        ),
    ],
)
def test_what_is_referred_to_is_in_the_reading(changes: dict[str, Any]) -> None:
    with pytest.raises(RecordError, match="which is not in this reading"):
        READING.replace(**changes)


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"sources": (SANA, SANA)}, id="a source"),
        pytest.param({"attributions": (ATTRIBUTION, ATTRIBUTION)}, id="an attribution"),
        pytest.param({"claims": (CLAIM, CLAIM)}, id="a claim"),
        pytest.param({"events": (Event(label="e"), Event(label="e"))}, id="an event"),
        pytest.param(
            {"claims": (CLAIM, CLAIM.replace(polarity="negative"))}, id="a claim with other content"
        ),
    ],
)
def test_an_id_is_given_once(changes: dict[str, Any]) -> None:
    with pytest.raises(RecordError, match="is given twice"):
        READING.replace(**changes)


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param(with_attribution(document_id=OTHER.id), id="an attribution"),
        pytest.param(
            {
                "sources": (
                    SANA,
                    Source(name="a rebel", naming="described", document_id=OTHER.id),
                )
            },
            id="a source without a name",
        ),
    ],
)
def test_records_of_another_document_stay_out(changes: dict[str, Any]) -> None:
    with pytest.raises(RecordError, match="belongs to"):
        READING.replace(**changes)


def test_attributions_never_hold_each_other_in_a_circle() -> None:
    inner = Attribution(document_id=DOCUMENT.id, cue=(DOCUMENT.span(5, 8),))
    outer = Attribution(document_id=DOCUMENT.id, cue=(DOCUMENT.span(8, 13),))
    circle = (inner.replace(parent_id=outer.id), outer.replace(parent_id=inner.id))
    with pytest.raises(RecordError, match="holds itself through its parents"):
        Reading(document=DOCUMENT, attributions=circle)
    with pytest.raises(RecordError, match="holds itself"):
        Reading(document=DOCUMENT, attributions=(inner.replace(parent_id=inner.id),))


def test_nesting_may_be_deep() -> None:
    document = Document(text="x" * 2000)
    chain: list[Attribution] = []
    for place in range(2000):
        cue = (document.span(place, place + 1),)
        parent = chain[-1].id if chain else None
        chain.append(Attribution(document_id=document.id, cue=cue, parent_id=parent))
    assert len(Reading(document=document, attributions=tuple(chain)).attributions) == 2000


def test_reading_twice_gives_one_id_and_another_find_another() -> None:
    assert READING.replace() == READING
    assert READING.replace().id == READING.id
    assert READING.replace(claims=()).id != READING.id
    assert READING.replace(reader="claimgraph", version="1").id != READING.id
