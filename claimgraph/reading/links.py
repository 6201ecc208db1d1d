"""Which source belongs to which cue, and which content: candidates, where they stand, scores."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Range = tuple[int, int]

_GAPS = (0, 1, 2, 4, 8, 16, 32, 64)
_GAP_COUNT = len(_GAPS) + 1
_COUNT = 4
LINK_FEATURES = 2 * _GAP_COUNT + 5 * _COUNT
"""Distance by direction; then, capped at three: sources, cues, contents, line breaks and sentence
ends between the two spans."""


class Between:
    """Counts what lies between two places of a document, in logarithmic time."""

    def __init__(self, *positions: Sequence[int]) -> None:
        self._positions = [sorted(group) for group in positions]

    def __call__(self, start: int, end: int) -> list[int]:
        """Per group, how many positions fall into ``start`` to ``end``, capped at three."""
        return [
            min(bisect_left(group, end) - bisect_left(group, start), _COUNT - 1)
            for group in self._positions
        ]


def link_features(left: Range, right: Range, between: Between) -> list[int]:
    """Indices of the active features of a pair of spans."""
    before = right[0] < left[0]
    start, end = (right[1], left[0]) if before else (left[1], right[0])
    gap = bisect_left(_GAPS, max(end - start, 0))
    active = [gap + (_GAP_COUNT if before else 0)]
    offset = 2 * _GAP_COUNT
    for count in between(start, max(end, start)):
        active.append(offset + count)
        offset += _COUNT
    return active


def nearest(span: Range, others: Sequence[Range], each_side: int) -> list[int]:
    """Indices of the ``each_side`` nearest spans before and after ``span``; ``others`` sorted."""
    place = bisect_right(others, span)
    return list(range(max(0, place - each_side), min(len(others), place + each_side)))


def span_vector(words: NDArray[np.float32], span: Range) -> NDArray[np.float32]:
    """First word, last word and mean of a span, side by side."""
    start, end = span
    return np.concatenate((words[start], words[end - 1], words[start:end].mean(axis=0)))
