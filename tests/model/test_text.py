"""Text that no store and no file can hold never becomes part of a record."""

from collections.abc import Callable
from typing import Any

import pytest

from claimgraph import Document, Event, Judgement, Place, Quantity, Relation, Source
from claimgraph.errors import ClaimGraphError, RecordError

MAKERS: list[Any] = [
    pytest.param(lambda text: Document(text=text), id="a document's text"),
    pytest.param(lambda text: Document(text="a", title=text), id="a title"),
    pytest.param(lambda text: Document(text="a", publisher=text), id="a publisher"),
    pytest.param(lambda text: Source(name=text), id="a source's name"),
    pytest.param(lambda text: Source(name="SANA", aliases=(text,)), id="an alias"),
    pytest.param(lambda text: Event(label=text), id="an event's label"),
    pytest.param(lambda text: Place(name="Idlib", within=(text,)), id="a place around a place"),
    pytest.param(lambda text: Quantity(text=text), id="a number's words"),
    pytest.param(
        lambda text: Relation(a="clm_1", b="clm_2", kind="contradicts", reason=text),
        id="a relation's reason",
    ),
    pytest.param(
        lambda text: Judgement(decision="reject", subjects=("clm_1",), by="Ann", reason=text),
        id="a judgement's reason",
    ),
    pytest.param(
        lambda text: Judgement(
            decision="correct",
            subjects=("clm_1",),
            field="place",
            value={"within": [text]},
            by="Ann",
            reason="a typing error",
        ),
        id="deep inside a judgement's value",
    ),
    pytest.param(
        lambda text: Judgement(
            decision="correct",
            subjects=("clm_1",),
            field="place",
            value={text: 1},
            by="Ann",
            reason="a typing error",
        ),
        id="a key of a judgement's value",
    ),
]


@pytest.mark.parametrize("make", MAKERS)
def test_a_lone_surrogate_is_refused_with_advice(make: Callable[[str], object]) -> None:
    with pytest.raises(RecordError, match=r"lone surrogate .* decode the text as UTF-8"):
        make("broken \ud83d here")


@pytest.mark.parametrize("make", MAKERS)
def test_a_nul_is_refused_with_advice(make: Callable[[str], object]) -> None:
    with pytest.raises(RecordError, match="NUL cannot be stored"):
        make("broken \x00 here")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ibrāhīm", id="accents"),
        pytest.param("👩🏽‍🚒", id="joined emoji"),
        pytest.param("\u202eevil", id="a bidirectional control"),
        pytest.param("a\u2028b", id="a line separator"),
        pytest.param("\ufeffBOM", id="a byte order mark"),
        pytest.param("x" * 100_000, id="a hundred thousand letters"),
    ],
)
def test_every_other_character_is_kept(text: str) -> None:
    document = Document(text=text)
    assert Document.model_validate_json(document.model_dump_json()) == document
    assert document.text == text


def test_a_name_stands_on_one_line() -> None:
    assert Source(name=" Syrian\n Observatory ").name == "Syrian Observatory"
    with pytest.raises(RecordError, match="may not be empty"):
        Source(name=" \n ")


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda: Source(name="SANA", nickname="S"), id="an unknown field"),  # type: ignore[call-arg]
        pytest.param(lambda: Source(), id="a field that is missing"),  # type: ignore[call-arg]
        pytest.param(lambda: Source(name="SANA", kind="agency"), id="a word of no vocabulary"),
        pytest.param(lambda: Source(name=7), id="a number for a name"),
        pytest.param(lambda: Source(id="two words", name="SANA"), id="an id with a space"),
        pytest.param(lambda: Source(id="x" * 201, name="SANA"), id="an id without end"),
        pytest.param(lambda: Source.model_validate({"name": None}), id="from a dictionary"),
        pytest.param(lambda: Source.model_validate_json("{"), id="from broken JSON"),
    ],
)
def test_a_wrong_field_is_our_error_and_a_value_error(make: Callable[[], object]) -> None:
    with pytest.raises(RecordError, match="Source: ") as caught:
        make()
    assert isinstance(caught.value, ClaimGraphError)
    assert isinstance(caught.value, ValueError)


def test_the_error_names_the_first_field_and_counts_the_others() -> None:
    with pytest.raises(RecordError, match=r"Relation: b: Field required \(and 2 more\)"):
        Relation(a="clm_1")  # type: ignore[call-arg]
