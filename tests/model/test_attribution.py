"""Attributions have parts in order, claims have evidence, and unnamed sources a document."""

from collections.abc import Callable

import pytest

from claimgraph import Affiliation, Attribution, Claim, Document, Place, Source, Span
from claimgraph.errors import RecordError

DOCUMENT = Document(text="SANA reported 107 cases.")
SANA, REPORTED, CASES = DOCUMENT.span(0, 4), DOCUMENT.span(5, 13), DOCUMENT.span(14, 23)


@pytest.mark.parametrize("part", ["source", "cue", "content"])
@pytest.mark.parametrize(
    "spans",
    [
        pytest.param((CASES, SANA), id="out of order"),
        pytest.param((CASES, CASES), id="twice"),
        pytest.param((DOCUMENT.span(14, 20), DOCUMENT.span(17, 23)), id="overlapping"),
    ],
)
def test_pieces_of_a_part_stand_in_order(part: str, spans: tuple[Span, ...]) -> None:
    whole = {"document_id": DOCUMENT.id, "cue": (REPORTED,), part: spans}
    with pytest.raises(RecordError, match=f"{part}: .* out of order"):
        Attribution.model_validate(whole)


def test_pieces_may_touch() -> None:
    pieces = (DOCUMENT.span(14, 17), DOCUMENT.span(17, 23))
    assert Attribution(document_id=DOCUMENT.id, content=pieces).content == pieces


def test_a_source_alone_is_no_attribution() -> None:
    with pytest.raises(RecordError, match="needs a cue or a content"):
        Attribution(document_id=DOCUMENT.id, source=(SANA,))


def test_a_silence_needs_no_content() -> None:
    silence = Attribution(document_id=DOCUMENT.id, cue=(REPORTED,), act="no_statement")
    assert silence.content == ()
    assert silence.form is None


def test_reading_again_with_a_better_model_keeps_the_id() -> None:
    plain = Attribution(document_id=DOCUMENT.id, source=(SANA,), cue=(REPORTED,), content=(CASES,))
    better = plain.replace(act="report", form="indirect", confidence={"cue": 0.9})
    assert better.id == plain.id
    assert plain.replace(content=()).id != plain.id


@pytest.mark.parametrize(
    "naming", ["described", "unnamed", "pronoun"], ids=lambda naming: f"a {naming} source"
)
def test_a_source_without_a_name_belongs_to_its_document(naming: str) -> None:
    with pytest.raises(RecordError, match="needs the document_id it belongs to"):
        Source(name="a rebel alliance", naming=naming)
    here = Source(name="a rebel alliance", naming=naming, document_id="doc_1")
    there = Source(name="a rebel alliance", naming=naming, document_id="doc_2")
    assert here.id != there.id


@pytest.mark.parametrize(
    "name", ["SANA", "the SANA", "Sana", "S.A.N.A."], ids=lambda name: f"as {name}"
)
def test_a_named_source_is_the_same_everywhere(name: str) -> None:
    assert Source(name=name).id == Source(name="SANA", kind="media", aliases=("agency",)).id


def test_names_of_signs_alone_differ() -> None:
    assert Source(name="@@@").id != Source(name="###").id


def test_nobody_speaks_for_themselves() -> None:
    with pytest.raises(RecordError, match="affiliated with itself"):
        Affiliation(member_id="src_1", organisation_id="src_1")


def test_two_terms_of_office_are_two_affiliations() -> None:
    ends = {"member_id": "src_1", "organisation_id": "src_2"}
    first = Affiliation.model_validate(ends | {"during": "2012"})
    second = Affiliation.model_validate(ends | {"during": "2018"})
    assert first.id != second.id != Affiliation.model_validate(ends).id


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda: Claim(attribution_id="att_1", text="", spans=(CASES,)), id="no words"),
        pytest.param(lambda: Claim(attribution_id="att_1", text="107", spans=()), id="no evidence"),
    ],
)
def test_a_claim_has_words_and_evidence(make: Callable[[], Claim]) -> None:
    with pytest.raises(RecordError, match=r"Claim: (text|spans)"):
        make()


def test_what_is_thought_of_a_claim_does_not_change_its_id() -> None:
    claim = Claim(attribution_id="att_1", text="107 cases", spans=(CASES,))
    assert claim.replace(polarity="negative", place=Place(name="Aleppo")).id == claim.id
    assert claim.replace(text="170 cases").id != claim.id
