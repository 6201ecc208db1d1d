import pytest

from claimgraph.errors import ConflictError, UnknownRecordError
from claimgraph.model import Lineage
from claimgraph.views.material import Material
from tests.factories import Piece, article, contradicts, gather, happening, said, source

WIRE = article("SOHR said around 100 people struggled to breathe.")
SOHR = source("SOHR")
COUNT = said(WIRE, SOHR, "around 100 people struggled to breathe", cue="said", named="SOHR")


def test_records_are_kept_once_in_one_order() -> None:
    other = article("SANA said nothing.", by="Example Daily")
    forth = Material(documents=(WIRE, other, WIRE))
    back = Material(documents=(other, WIRE))
    assert forth == back
    assert len(forth.documents) == 2


def test_one_id_with_two_contents_is_refused() -> None:
    with pytest.raises(ConflictError, match="given twice"):
        Material(sources=(SOHR, SOHR.replace(aliases=("the Observatory",), id=SOHR.id)))


def test_a_claim_needs_its_attribution_and_that_its_document() -> None:
    with pytest.raises(UnknownRecordError, match="rests on"):
        Material(claims=(COUNT.claim,))
    with pytest.raises(UnknownRecordError, match="stands in"):
        Material(attributions=(COUNT.attribution,))


def test_an_event_that_was_merged_is_found_under_the_one_that_stands_for_it() -> None:
    attack = happening("gas attack on Aleppo")
    incident = happening("incident in Aleppo")
    count = said(WIRE, SOHR, "around 100 people", about=incident)
    material = gather(count, attack, entities={incident.id: attack.id})
    assert material.event_of(count.claim) == attack


def test_a_claim_of_an_event_that_is_not_given_has_none() -> None:
    count = said(WIRE, SOHR, "around 100 people", event_id="evt_rejected")
    assert gather(count).event_of(count.claim) is None


def test_relations_and_lineages_that_lead_outside_are_passed_over() -> None:
    other = said(WIRE, SOHR, "people struggled")
    leads_out: list[Piece] = [
        contradicts(COUNT, other),
        Lineage(from_id=COUNT.attribution.id, to_id="doc_elsewhere", kind="cites", reason="so"),
    ]
    material = gather(COUNT, *leads_out)
    assert (material.inner_relations, material.inner_lineages) == ((), ())
    assert len(material.relations) == len(material.lineages) == 1


def test_who_names_nobody_speaks_as_the_article() -> None:
    own = said(WIRE, None, "around 100 people")
    speaker = gather(own).speaker(own.claim)
    assert (speaker.name, speaker.is_voice) == ("Example Wire", True)


def test_a_source_that_was_rejected_speaks_as_the_article() -> None:
    material = gather(COUNT)
    without = Material(
        documents=material.documents, attributions=material.attributions, claims=material.claims
    )
    assert without.speaker(COUNT.claim).is_voice


def test_identities_of_unknown_records_are_dropped() -> None:
    assert gather(COUNT, entities={"src_gone": SOHR.id, SOHR.id: SOHR.id}).entities == {}
