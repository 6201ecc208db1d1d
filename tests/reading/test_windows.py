"""Windows cover a document once, and end where a reader would pause."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.reading.encoder.windows import Window, WindowOptions, cut_windows, end_qualities

WORDS = st.lists(st.sampled_from(["He", "said", ".", "”", "\n\n", "so"]), max_size=120)


def windows_of(words: list[str], options: WindowOptions, per_word: int = 1) -> list[Window]:
    first = np.arange(len(words) + 1, dtype=np.int32) * per_word
    return cut_windows(first, end_qualities(words), options)


@given(WORDS, st.integers(1, 3), st.integers(0, 8))
def test_every_word_is_owned_once(words: list[str], per_word: int, context: int) -> None:
    options = WindowOptions(pieces=20, context=context)
    owned = [
        place
        for window in windows_of(words, options, per_word)
        for place in range(window.own, window.end)
    ]
    assert owned == list(range(len(words)))


@given(WORDS, st.integers(1, 3), st.integers(0, 8))
def test_no_window_is_too_long(words: list[str], per_word: int, context: int) -> None:
    options = WindowOptions(pieces=20, context=context)
    for window in windows_of(words, options, per_word):
        assert window.start <= window.own < window.end
        assert (window.end - window.start) * per_word <= options.pieces
        assert (window.own - window.start) * per_word <= context


def test_a_window_ends_at_a_line_break() -> None:
    words = ["He", "said", "so", ".", "She", "denied", "it", ".", "\n\n", "They", "left", "."]
    first, second = windows_of(words, WindowOptions(pieces=11, context=0))
    assert (first.end, second.own) == (9, 9)


def test_the_next_window_sees_the_sentence_before() -> None:
    words = ["He", "said", "so", ".", "She", "denied", "it", ".", "They", "left", "."]
    windows = windows_of(words, WindowOptions(pieces=9, context=5))
    assert (windows[1].start, windows[1].own) == (4, 8)


@pytest.mark.parametrize("words", [[], ["word"], ["\n\n"]], ids=["nothing", "one word", "a break"])
def test_small_documents(words: list[str]) -> None:
    assert len(windows_of(words, WindowOptions())) == len(words)
