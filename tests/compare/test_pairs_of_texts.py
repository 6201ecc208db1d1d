"""Texts are read by the reader and compared as an editor would compare them."""

import pytest

from claimgraph import Document
from claimgraph.compare.statement import Statement, statements_of
from claimgraph.compare.texts import verdict_of_pair
from claimgraph.reading.reader import Reader
from tests.compare import pairs_of_texts as texts
from tests.compare.pairs_of_texts import Row


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(own_voice=True)


def labelled(rows: tuple[Row, ...]) -> pytest.MarkDecorator:
    named = [pytest.param(*row, id=f"{row[0][:40]} | {row[1][:40]}") for row in rows]
    return pytest.mark.parametrize(("a", "b", "label"), named)


def check(reader: Reader, a: str, b: str, label: str | None) -> None:
    left, right = (statements(reader, text) for text in (a, b))
    for one, other in ((left, right), (right, left)):
        verdict = verdict_of_pair(one, other)
        kind = None if verdict is None else verdict.kind.value
        if label == "not contradicts":
            assert kind != "contradicts", verdict
        elif label is None:
            assert kind in (None, "not_comparable", "refines"), verdict
        else:
            assert kind == label, verdict


def statements(reader: Reader, text: str) -> list[Statement]:
    return statements_of(reader.read(Document(text=text)))


@labelled(texts.NUMBERS)
def test_numbers_of_one_thing_are_held_against_each_other(
    reader: Reader, a: str, b: str, label: str | None
) -> None:
    check(reader, a, b, label)


@labelled(texts.DENIALS)
def test_a_denial_answers_only_an_accusation_against_its_own_side(
    reader: Reader, a: str, b: str, label: str | None
) -> None:
    check(reader, a, b, label)


@labelled(texts.NEGATIONS)
def test_what_is_so_and_what_is_not(reader: Reader, a: str, b: str, label: str | None) -> None:
    check(reader, a, b, label)


@labelled(texts.OPPOSITES)
def test_opposites_shut_each_other_out(reader: Reader, a: str, b: str, label: str | None) -> None:
    check(reader, a, b, label)


@labelled(texts.APART)
def test_what_is_about_something_else_contradicts_nothing(
    reader: Reader, a: str, b: str, label: str | None
) -> None:
    check(reader, a, b, label)


@labelled(texts.STRUCTURE)
def test_who_did_it_to_whom(reader: Reader, a: str, b: str, label: str | None) -> None:
    check(reader, a, b, label)


@labelled(texts.LATER)
def test_what_was_written_later(reader: Reader, a: str, b: str, label: str | None) -> None:
    check(reader, a, b, label)


@labelled(texts.COMMITMENTS)
def test_what_a_cue_commits_its_writer_to(
    reader: Reader, a: str, b: str, label: str | None
) -> None:
    check(reader, a, b, label)
