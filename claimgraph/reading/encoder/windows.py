"""Cuts the words of a document into windows that the encoder can see at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

MAX_PIECES = 254
"""Pieces of a window, without the two marks at its ends."""

SENTENCE_ENDS = frozenset((".", "!", "?"))
_CLOSERS = frozenset(("\u201d", '"', "\u2019", "'", ")"))


@dataclass(frozen=True, slots=True)
class WindowOptions:
    """How windows are cut.

    Attributes:
        pieces: The most pieces of a window; up to 254.
        context: Pieces before a window's own words that it sees again, so that "he" is known.
    """

    pieces: int = MAX_PIECES
    context: int = 40


@dataclass(frozen=True, slots=True)
class Window:
    """Words ``start`` to ``end`` are shown; the outputs count from ``own`` on."""

    start: int
    own: int
    end: int


def end_qualities(words: Sequence[str]) -> NDArray[np.int8]:
    r"""How good it is to cut after each word: 2 at a line break, 1 at a sentence's end, else 0.

    >>> end_qualities(["He", "left", ".", "”", "She", "too", "\n"]).tolist()
    [0, 0, 0, 1, 0, 2, 2]
    """
    quality = np.zeros(len(words), dtype=np.int8)
    last = len(words) - 1
    for place, word in enumerate(words):
        if word.isspace() or place == last or words[place + 1].isspace():
            quality[place] = 2
        elif word in SENTENCE_ENDS:
            quality[place] = words[place + 1] not in _CLOSERS
        elif word in _CLOSERS:
            quality[place] = place > 0 and words[place - 1] in SENTENCE_ENDS
    return quality


def cut_windows(
    first_piece: NDArray[np.int32], quality: NDArray[np.int8], options: WindowOptions
) -> list[Window]:
    """Windows whose own words cover the document once, in order; time is linear.

    Args:
        first_piece: Index of each word's first piece, and the number of all pieces.
        quality: See ``end_qualities``.
        options: Sizes.
    """
    count = len(first_piece) - 1
    windows: list[Window] = []
    own = 0
    while own < count:
        start = _context_start(first_piece, quality, own, options.context)
        limit = int(first_piece[start]) + options.pieces
        end = int(np.searchsorted(first_piece, limit, side="right")) - 1
        end = max(min(end, count), own + 1)
        if end < count:
            end = _good_end(quality, own, end)
        windows.append(Window(start, own, end))
        own = end
    return windows


def _context_start(
    first_piece: NDArray[np.int32], quality: NDArray[np.int8], own: int, context: int
) -> int:
    """The earliest sentence start in reach before ``own``; else the earliest word."""
    if own == 0 or context == 0:
        return own
    limit = int(first_piece[own]) - context
    earliest = int(np.searchsorted(first_piece, limit, side="left"))
    good = np.flatnonzero(quality[max(earliest - 1, 0) : own - 1])
    return earliest + int(good[0]) if len(good) else earliest


def _good_end(quality: NDArray[np.int8], own: int, end: int) -> int:
    """The last line break of the window's second half, or the last sentence end, or ``end``."""
    middle = own + (end - own) // 2
    breaks = np.flatnonzero(quality[middle:end] == 2)
    if len(breaks):
        return middle + int(breaks[-1]) + 1
    stops = np.flatnonzero(quality[own:end])
    return own + int(stops[-1]) + 1 if len(stops) else end
