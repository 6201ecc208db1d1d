"""Word pieces, with what lower-cased pieces forget."""

import numpy as np
import pytest

from claimgraph.reading.encoder.pieces import (
    LINE_BREAK,
    MAX_PIECES_PER_WORD,
    PARAGRAPH_BREAK,
    UNKNOWN,
    WordPieces,
    piece_rows,
    quote_states,
)
from claimgraph.reading.encoder.weights import MODEL_FOLDER
from claimgraph.text.quotes import quoted_mask


@pytest.fixture(scope="module")
def cut() -> WordPieces:
    return WordPieces.from_file(str(MODEL_FOLDER / "tokenizer.json"))


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        pytest.param("\n", LINE_BREAK, id="line break"),
        pytest.param(" \n\n ", PARAGRAPH_BREAK, id="paragraph"),
        pytest.param("x" * 5000, UNKNOWN, id="a word of 5,000 letters"),
        pytest.param("\u0301", UNKNOWN, id="a mark that stands alone"),
    ],
)
def test_odd_words_are_one_piece(cut: WordPieces, word: str, expected: int) -> None:
    assert cut(word)[0] == (expected,)


def test_a_word_has_the_same_pieces_in_any_case(cut: WordPieces) -> None:
    assert cut("Konashenkov")[0] == cut("KONASHENKOV")[0]
    assert cut("Konashenkov")[1] != cut("KONASHENKOV")[1]


def test_no_word_fills_a_window(cut: WordPieces) -> None:
    assert 1 <= len(cut("!" * 99)[0]) <= MAX_PIECES_PER_WORD


def test_every_word_has_its_place(cut: WordPieces) -> None:
    rows = piece_rows(["SOHR", "said", "so"], [False, True, True], [0, 0, 0], cut)
    assert rows.first[0] == 0
    assert rows.first[-1] == len(rows.ids) == len(rows.shapes) == len(rows.quotes)
    assert (np.diff(rows.first) > 0).all()


def test_no_words_are_no_pieces(cut: WordPieces) -> None:
    assert piece_rows([], [], [], cut).first.tolist() == [0]


def test_quotation_states() -> None:
    text = "He “did” it"
    words, starts = ["He", "“", "did", "”", "it"], [0, 3, 4, 7, 9]
    assert quote_states(starts, words, quoted_mask(text)).tolist() == [0, 2, 1, 2, 0]
