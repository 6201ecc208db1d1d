"""Forms of shared records are counted where there are several, and only there."""

from collections.abc import Iterable
from itertools import permutations

import pytest
from sqlalchemy import select

from claimgraph.model import Affiliation, Attribution, Document, Evidence, Reading, Source
from claimgraph.store import Store, schema
from claimgraph.store.fold import EVIDENCE


def told(number: int, *aliases: str, speaks: bool = True) -> Reading:
    """A document that gives SOHR these aliases, and has it speak or only names it."""
    document = Document(text=f"SOHR counted {number}.")
    source = Source(name="SOHR", kind="organisation", aliases=aliases)
    said = Attribution(document_id=document.id, source_id=source.id, cue=[document.span(5, 12)])
    return Reading(document=document, sources=[source], attributions=[said] if speaks else [])


def counts(store: Store) -> list[int]:
    form = schema.shared_form.c
    return sorted(row[0] for row in store.rows(select(form.count)))


def add_all(store: Store, readings: Iterable[Reading]) -> None:
    store.add(readings)
    assert store.check() == []


def test_a_form_that_all_documents_give_is_not_counted(store: Store) -> None:
    add_all(store, [told(number, "the Observatory") for number in range(3)])
    assert counts(store) == []


@pytest.mark.parametrize("speaks", [True, False])
def test_with_a_second_form_all_documents_before_it_count(store: Store, speaks: bool) -> None:
    add_all(store, [told(number, "the Observatory", speaks=speaks) for number in range(3)])
    add_all(store, [told(3, "the group", speaks=speaks)])
    assert counts(store) == [1, 3]
    add_all(store, [told(4, "the group", speaks=not speaks)])
    assert counts(store) == [2, 3]


def test_several_forms_in_one_batch_count_as_one_after_the_other(store: Store) -> None:
    readings = [told(number, *["the Observatory"] * (number % 2)) for number in range(5)]
    store.add(readings[:1])
    store.add(readings[1:], batch=10)
    assert counts(store) == [2, 3]
    assert store.check() == []


def test_a_form_that_is_left_alone_is_not_counted_any_more(store: Store) -> None:
    lone = told(0, "the group")
    add_all(store, [lone, *(told(number, "the Observatory") for number in (1, 2))])
    assert counts(store) == [1, 2]
    add_all(store, [lone.replace(sources=told(0, "the Observatory").sources)])
    assert counts(store) == []
    add_all(store, [lone])
    assert counts(store) == [1, 2]


@pytest.mark.parametrize("order", list(permutations(range(3)))[::2])
def test_documents_may_be_read_again_in_any_order(store: Store, order: tuple[int, ...]) -> None:
    forms = [("the group",), ("the Observatory",), ()]
    add_all(store, [told(number) for number in range(3)])
    for turn in range(3):
        add_all(store, [told(at, *forms[(at + turn) % 3], speaks=turn != 1) for at in order])
    add_all(store, [told(number).replace(sources=(), attributions=()) for number in order])
    assert counts(store) == []
    assert list(store.rows(select(schema.source.c.id))) == []


@pytest.mark.parametrize(
    "role", ["", "director", '","evidence":[', 'of "documents","evidence":[{"document_id":"', "\\"]
)
def test_an_affiliation_shows_its_first_pieces_of_evidence_whatever_its_role(
    store: Store, role: str
) -> None:
    member, body = Source(name="Rami Abdulrahman", kind="person"), Source(name="SOHR")
    readings = []
    for number in range(EVIDENCE + 4):
        document = Document(text=f"Rami Abdulrahman of SOHR, {number}.")
        belongs = Affiliation(
            member_id=member.id,
            organisation_id=body.id,
            role=role,
            evidence=[Evidence(document_id=document.id, span=document.span(17, 24))],
        )
        readings.append(Reading(document=document, sources=[member, body], affiliations=[belongs]))
    add_all(store, readings)
    (shown,) = store.rows(select(schema.affiliation.c.body))
    pieces = Affiliation.model_validate_json(shown.body).evidence
    wanted = sorted(reading.document.id for reading in readings)[:EVIDENCE]
    assert [piece.document_id for piece in pieces] == wanted
