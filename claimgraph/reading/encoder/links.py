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

    def counts(self, start: NDArray[np.int64], end: NDArray[np.int64]) -> NDArray[np.int64]:
        """The same for many pairs of places, (groups, pairs)."""
        found = [
            np.searchsorted(group, end) - np.searchsorted(group, start) for group in self._positions
        ]
        return np.minimum(np.stack(found), _COUNT - 1)


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


def feature_rows(
    left: NDArray[np.int64], right: NDArray[np.int64], between: Between
) -> NDArray[np.int64]:
    """``link_features`` of many pairs at once.

    Args:
        left: Starts and ends, (pairs, 2).
        right: Starts and ends, (pairs, 2).
        between: What lies between any two places.

    Returns:
        Indices of active features, (pairs, 6).
    """
    before = right[:, 0] < left[:, 0]
    start = np.where(before, right[:, 1], left[:, 1])
    end = np.maximum(np.where(before, left[:, 0], right[:, 0]), start)
    gap = np.searchsorted(_GAPS, end - start) + np.where(before, _GAP_COUNT, 0)
    counts = between.counts(start, end)
    offsets = 2 * _GAP_COUNT + _COUNT * np.arange(len(counts))
    return np.stack([gap, *(counts + offsets[:, None])], axis=1)


def nearest(span: Range, others: Sequence[Range], each_side: int) -> list[int]:
    """Indices of the ``each_side`` nearest spans before and after ``span``; ``others`` sorted."""
    place = bisect_right(others, span)
    return list(range(max(0, place - each_side), min(len(others), place + each_side)))


def span_vector(words: NDArray[np.float32], span: Range) -> NDArray[np.float32]:
    """First word, last word and mean of a span, side by side."""
    start, end = span
    return np.concatenate((words[start], words[end - 1], words[start:end].mean(axis=0)))


class LinkScorer:
    """Scores pairs of spans with the learned parameters of one kind of link."""

    def __init__(self, heads: dict[str, NDArray[np.float32]], name: str) -> None:
        """Take the parameters called ``name`` (``cue_source`` or ``content_cue``)."""
        self._p = {key.split(".")[1]: v for key, v in heads.items() if key.startswith(f"{name}.")}

    def probabilities(
        self,
        left: Sequence[Range],
        left_vectors: NDArray[np.float32],
        right: Sequence[Range],
        right_vectors: NDArray[np.float32],
        between: Between,
        each_side: int,
    ) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
        """How likely each of ``left`` belongs to none, or to one of the spans near it.

        Args:
            left: Spans that look for a partner.
            left_vectors: One vector per span, see ``span_vector``.
            right: Possible partners, sorted.
            right_vectors: Their vectors.
            between: What lies between any two places.
            each_side: Partners to consider on either side.

        Returns:
            Probabilities (left, 1 + candidates), none first; and the candidates' indices into
            ``right``, -1 where there are fewer.
        """
        width = 2 * each_side
        candidates = np.full((len(left), width), -1, dtype=np.int64)
        scores = np.full((len(left), 1 + width), -np.inf, dtype=np.float32)
        if not left:
            return scores, candidates
        p = self._p
        scores[:, 0] = left_vectors @ p["none"] + p["none_bias"]
        pairs: list[tuple[int, int, int]] = []
        features: list[list[int]] = []
        for i, span in enumerate(left):
            for place, j in enumerate(nearest(span, right, each_side)):
                candidates[i, place] = j
                pairs.append((i, place, j))
                features.append(link_features(span, right[j], between))
        if pairs:
            i, place, j = np.asarray(pairs).T
            hidden = (left_vectors @ p["left"] + p["bias"])[i]
            hidden += (right_vectors @ p["right"])[j]
            hidden += p["where"][np.asarray(features)].sum(axis=1)
            product = np.einsum("pd,pd->p", (left_vectors @ p["bilinear"])[i], right_vectors[j])
            scores[i, 1 + place] = np.maximum(hidden, 0) @ p["out"] + p["out_bias"] + product
        scores -= scores.max(axis=1, keepdims=True)
        exponentials = np.exp(scores)
        return exponentials / exponentials.sum(axis=1, keepdims=True), candidates
