"""Words as the encoder sees them: word pieces, and what lower-cased pieces forget.

The encoder's vocabulary is lower case and knows neither blanks nor paragraphs, so every word also
carries its *shape* (case, digits, whether a blank stands before it) and its *quotation state*.
White space with a line break in it is a piece of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from tokenizers import Tokenizer

PAD, UNKNOWN, CLS, SEP = 0, 100, 101, 102
# Ids of the vocabulary's unused entries.
PARAGRAPH_BREAK, LINE_BREAK, OTHER_SPACE = 2, 3, 4
MAX_PIECES_PER_WORD = 16
MAX_WORD_LENGTH = 100
_MAX_CACHED_WORDS = 200_000

LOWER, TITLE, UPPER, LETTER, MIXED, NUMBER, ALNUM, SYMBOL, SPACE = range(1, 10)
SHAPES = 2 * 10
QUOTE_STATES = 3


def shape_of(word: str) -> int:
    """The class of a word's characters, below 10.

    >>> [shape_of(word) for word in ("said", "Moscow", "SOHR", "I", "iPhone", "107", "F-16", "“")]
    [1, 2, 3, 4, 5, 6, 7, 8]
    """
    if word.isalpha():
        if word.islower():
            return LOWER
        if len(word) == 1:
            return LETTER
        if word.isupper():
            return UPPER
        return TITLE if word[0].isupper() and word[1:].islower() else MIXED
    if word.isspace():
        return SPACE
    if not any(character.isalnum() for character in word):
        return SYMBOL
    if any(character.isalpha() for character in word):
        if word.isupper():
            return ALNUM if any(character.isdigit() for character in word) else UPPER
        if word.islower():
            return LOWER
        return TITLE if word[0].isupper() else MIXED
    return NUMBER


class WordPieces:
    """Cuts words into piece ids, remembering the words it has seen."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer
        self._cache: dict[str, tuple[tuple[int, ...], int]] = {}

    @classmethod
    def from_file(cls, path: str) -> WordPieces:
        """Load a ``tokenizer.json`` of the tokenizers library."""
        from tokenizers import Tokenizer

        tokenizer = Tokenizer.from_file(path)
        tokenizer.no_truncation()
        tokenizer.no_padding()
        return cls(tokenizer)

    def __call__(self, word: str) -> tuple[tuple[int, ...], int]:
        """The piece ids of one word, at least one, and its shape."""
        known = self._cache.get(word)
        if known is not None:
            return known
        entry = (self._cut(word), shape_of(word))
        if len(self._cache) >= _MAX_CACHED_WORDS:
            self._cache.clear()
        self._cache[word] = entry
        return entry

    def _cut(self, word: str) -> tuple[int, ...]:
        if word.isspace():
            breaks = word.count("\n")
            return ((OTHER_SPACE, LINE_BREAK, PARAGRAPH_BREAK)[min(breaks, 2)],)
        if len(word) > MAX_WORD_LENGTH:
            return (UNKNOWN,)
        ids = self._tokenizer.encode(word, add_special_tokens=False).ids
        return tuple(ids[:MAX_PIECES_PER_WORD]) or (UNKNOWN,)


@dataclass(frozen=True, slots=True)
class PieceRows:
    """A document's pieces, flat, in order of its words.

    Attributes:
        ids: Vocabulary id of every piece.
        shapes: Shape of the piece's word, plus 10 where a blank stands before that word.
        quotes: 0 outside quotation marks, 1 inside, 2 at a mark.
        first: Index of each word's first piece; one more entry for the end.
    """

    ids: NDArray[np.int32]
    shapes: NDArray[np.int32]
    quotes: NDArray[np.int32]
    first: NDArray[np.int32]


def piece_rows(
    words: Sequence[str], spaced: Sequence[bool], quotes: Sequence[int], cut: WordPieces
) -> PieceRows:
    """Cut ``words`` into pieces; ``spaced`` says where a blank stands before the word."""
    ids: list[int] = []
    word_shapes: list[int] = []
    lengths: list[int] = []
    for word in words:
        pieces, shape = cut(word)
        ids.extend(pieces)
        word_shapes.append(shape)
        lengths.append(len(pieces))
    counts = np.asarray(lengths, dtype=np.int32)
    shapes = np.asarray(word_shapes, dtype=np.int32) + 10 * np.asarray(spaced, dtype=np.int32)
    first = np.zeros(len(counts) + 1, dtype=np.int32)
    np.cumsum(counts, out=first[1:])
    return PieceRows(
        np.asarray(ids, dtype=np.int32),
        np.repeat(shapes, counts),
        np.repeat(np.asarray(quotes, dtype=np.int32), counts),
        first,
    )


def quote_states(starts: Sequence[int], words: Sequence[str], mask: bytearray) -> NDArray[np.int32]:
    """0 outside quotation marks, 1 inside, 2 at a mark, for every word."""
    if not words:
        return np.zeros(0, dtype=np.int32)
    inside = np.frombuffer(bytes(mask), dtype=np.uint8)[np.asarray(starts, dtype=np.int64)]
    marks = np.fromiter((word in _MARKS for word in words), dtype=bool, count=len(words))
    return np.where(marks, 2, inside).astype(np.int32)


_MARKS = frozenset(("\u201c", "\u201d", '"', "\u00ab", "\u00bb", "\u201e", "''", "``"))
