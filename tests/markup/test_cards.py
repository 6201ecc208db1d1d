"""Cards and marked texts: what comes from an article stays text, and marks stand where they are."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.markup.card import Card, Passage, trimmed
from claimgraph.markup.html import neutral
from claimgraph.markup.passage import PARTS, Mark, marked_text
from tests.markup.payloads import HOSTILE
from tests.markup.test_html import Parsed
from tests.strategies import texts


def card(text: str) -> Card:
    passage = Passage(text, (Mark(0, 1, "content"),), text)
    return Card("claim", text, text, "says", text, (passage,), ((text, text),), text)


@pytest.mark.parametrize("payload", HOSTILE)
def test_no_text_becomes_markup(payload: str) -> None:
    plain, made = Parsed(card("word").html()), Parsed(card(payload).html())
    assert made.elements == plain.elements
    assert made.attributes == plain.attributes
    if len(payload) < 60:
        assert "".join(made.text).count(neutral(payload)) >= 5


def test_a_card_of_long_words_stays_a_card() -> None:
    made = replace(card("x" * 10_000), kind="claim", id="clm_1")
    assert len(made.html()) < 12_000
    assert len(str(made)) < 5_000


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    text = draw(texts.filter(bool))
    places = st.integers(0, len(text))
    marks = st.builds(
        Mark, places, places, st.sampled_from(PARTS), st.none() | st.integers(1, 99), texts
    )
    return text, draw(st.lists(marks, max_size=8))


@given(marked())
def test_marks_change_no_character(made: tuple[str, list[Mark]]) -> None:
    text, marks = made
    without = [Mark(mark.start, mark.end, mark.part, None, mark.tip) for mark in marks]
    shown = "".join(Parsed(marked_text(text, without)).text)
    assert shown.replace("\r", "\n") == neutral(text).replace("\r", "\n")


@given(marked())
def test_each_number_is_shown_once_for_each_place_where_it_ends(
    made: tuple[str, list[Mark]],
) -> None:
    text, marks = made
    shown = Parsed(marked_text(text, marks)).elements.count("sup")
    inside = {(mark.end, mark.number) for mark in marks if mark.start < mark.end and mark.number}
    assert shown == len(inside)


def test_what_is_said_within_something_said_is_told_apart() -> None:
    made = marked_text("A said B said it", [Mark(7, 16, "content"), Mark(14, 16, "content")])
    assert '<mark class="cg-content">B said </mark>' in made
    assert '<mark class="cg-content cg-within">it</mark>' in made


def test_a_card_is_read_as_text_too() -> None:
    passage = Passage("SANA counted 107 cases.", (Mark(13, 22, "content"),))
    made = Card("claim", "SANA", "says", passages=(passage,), facts=(("place", ""), ("by", "hand")))
    assert str(made) == "SANA (says)\n  words  SANA counted [107 cases].\n  by     hand"


def test_a_passage_that_is_too_long_is_cut_and_its_marks_with_it() -> None:
    made = trimmed(Passage("x" * 5_000, (Mark(10, 4_000, "content"), Mark(4_000, 4_100, "cue"))))
    assert len(made.text) == 1_200
    assert made.text.endswith("…")
    assert made.marks == (Mark(10, 1_199, "content"),)
