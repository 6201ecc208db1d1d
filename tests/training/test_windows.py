"""Training windows: every word once, varied but never changed in what is known about it."""

from dataclasses import replace
from random import Random
from typing import Any

import pytest

from claimgraph.training.corpora import Annotated, GoldAttribution
from claimgraph.training.names import NamePool
from claimgraph.training.windows import MAX_PIECES, Variation, cut

PLAIN = Variation(*(0.0,) * 7)


def pieces(word: str) -> tuple[tuple[int, ...], int]:
    """One piece for every three letters."""
    return ((1,) * max(1, len(word) // 3), 1)


def article(sentences: int) -> Annotated:
    words = ("He said that the “deal” had failed . \n\n " * sentences).split(" ")[:-1]
    return Annotated(
        "1",
        words,
        [place > 0 for place in range(len(words))],
        [0] * len(words),
        attributions=[GoldAttribution(((0, 1),), ((1, 2),), ((2, 9),))],
    )


def windows(document: Annotated, variation: Variation, seed: int = 1) -> list[Any]:
    return list(cut(document, pieces, Random(seed), variation))  # type: ignore[arg-type]


@pytest.mark.parametrize("seed", range(8))
def test_every_word_is_shown_once(seed: int) -> None:
    document = article(60)
    shown = [index for window in windows(document, Variation(), seed) for index in window.indices]
    assert len(shown) == len(set(shown))
    hidden = set(range(len(document.words))) - set(shown)
    assert all(document.words[index].isspace() or document.words[index] == "." for index in hidden)


@pytest.mark.parametrize("seed", range(8))
def test_no_window_is_longer_than_the_encoder_sees(seed: int) -> None:
    assert all(w.length <= MAX_PIECES + 2 for w in windows(article(60), Variation(), seed))


def test_windows_end_at_line_breaks() -> None:
    assert all(window.words[-1] == "." for window in windows(article(60), PLAIN))


def test_a_seed_gives_the_same_windows() -> None:
    one, other = (windows(article(60), Variation(), 7) for _ in range(2))
    assert [w.words for w in one] == [w.words for w in other]


def test_straight_marks_take_the_place_of_curly_ones() -> None:
    variation = Variation(0, 0, 0, 1.0, 0, 0, 0)
    assert all("“" not in window.words for window in windows(article(3), variation))


def test_penn_spacing_puts_a_blank_before_every_mark() -> None:
    variation = Variation(1.0, 1.0, 0, 0, 0, 0, 0)
    for window in windows(article(3), variation):
        assert all(
            spaced for word, spaced in zip(window.words, window.spaced, strict=True) if word == "."
        )


def test_hidden_words_are_a_share_of_all_and_never_marks() -> None:
    shown = windows(article(60), replace(PLAIN, hidden_words=0.2))
    hidden = [w.words[place] for w in shown for place in w.hidden]
    assert 0.1 < len(hidden) / sum(len(w.words) for w in shown) < 0.25
    assert all(word.isalpha() for word in hidden)


def test_swapped_names_leave_every_word_in_its_place() -> None:
    labels = ["O"] * 4
    labels[1] = "B-LOC"
    document = Annotated("1", ["In", "Oslo", "too", "."], [True] * 4, [0] * 4, entities=labels)
    variation = replace(PLAIN, swapped_names=1.0)
    pool = NamePool([("LOC", ("Lima",))])
    shown = {
        tuple(window.words)
        for seed in range(40)
        for window in cut(document, pieces, Random(seed), variation, pool)  # type: ignore[arg-type]
    }
    assert ("In", "Lima", "too", ".") in shown
    assert all(words[0] == "In" and words[2:] == ("too", ".") for words in shown)
