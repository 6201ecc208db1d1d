"""The best row of BIO labels under hard and learned transitions (Viterbi 1967)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

_FORBIDDEN = np.float32(-1e6)
MAX_SEGMENT = 512
"""Longer rows without a line break are decoded in parts: time stays linear."""


def bio_transitions(labels: Sequence[str], learned: Floats | None = None) -> Floats:
    """Scores from label to label; an I that continues nothing is forbidden.

    >>> bio_transitions(("O", "B-cue", "I-cue")).tolist()
    [[0.0, 0.0, -1000000.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
    """
    count = len(labels)
    scores = np.zeros((count, count), dtype=np.float32) if learned is None else learned.copy()
    for column, label in enumerate(labels):
        if label.startswith("I-"):
            for row, before in enumerate(labels):
                if before == "O" or before[2:] != label[2:]:
                    scores[row, column] = _FORBIDDEN
    return scores


def best_labels(
    emissions: Floats, blocked: NDArray[np.bool_], transitions: Floats
) -> NDArray[np.int8]:
    """The best label of every word.

    Args:
        emissions: (words, labels); label 0 is O.
        blocked: Words that are O in any case: line breaks. No span crosses them.
        transitions: See ``bio_transitions``.
    """
    labels = np.zeros(len(emissions), dtype=np.int8)
    segments = _segments(blocked)
    segments.sort(key=lambda segment: segment[1] - segment[0])
    for group in _groups(segments):
        _decode(emissions, group, transitions, labels)
    return labels


def _segments(blocked: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Runs of words between line breaks, cut where they are too long."""
    edges = np.flatnonzero(np.diff(np.concatenate(([True], blocked, [True])).astype(np.int8)))
    found: list[tuple[int, int]] = []
    for start, end in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        found.extend((at, min(at + MAX_SEGMENT, end)) for at in range(start, end, MAX_SEGMENT))
    return found


def _groups(segments: list[tuple[int, int]], size: int = 64) -> list[list[tuple[int, int]]]:
    return [segments[at : at + size] for at in range(0, len(segments), size)]


def _decode(
    emissions: Floats,
    segments: list[tuple[int, int]],
    transitions: Floats,
    labels: NDArray[np.int8],
) -> None:
    """Viterbi over segments of like length, written into ``labels``."""
    starts = np.array([start for start, _ in segments])
    lengths = np.array([end - start for start, end in segments])
    longest = int(lengths.max())
    steps = np.minimum(starts[:, None] + np.arange(longest), len(emissions) - 1)
    table = emissions[steps]
    # Before and after a segment stands an O: a line break, or the text's edge.
    score = table[:, 0] + np.where(transitions[0] <= _FORBIDDEN, _FORBIDDEN, 0.0)
    back = np.zeros((longest, *score.shape), dtype=np.int8)
    for step in range(1, longest):
        paths = score[:, :, None] + transitions
        best = paths.argmax(axis=1)
        following = np.take_along_axis(paths, best[:, None], axis=1)[:, 0] + table[:, step]
        running = (step < lengths)[:, None]
        back[step] = np.where(running, best, np.arange(score.shape[1]))
        score = np.where(running, following, score)
    current = score.argmax(axis=1)
    rows = np.arange(len(segments))
    for step in range(longest - 1, -1, -1):
        inside = step < lengths
        labels[starts[inside] + step] = current[inside]
        current = back[step, rows, current]


def label_spans(labels: NDArray[np.int8], kinds: int) -> list[list[tuple[int, int]]]:
    """Word ranges per kind in a row of valid BIO labels.

    >>> label_spans(np.array([1, 2, 0, 1, 1], dtype=np.int8), 1)
    [[(0, 2), (3, 4), (4, 5)]]
    """
    spans: list[list[tuple[int, int]]] = [[] for _ in range(kinds)]
    padded = np.append(labels, 0)
    starts = np.flatnonzero(labels % 2 == 1)
    continues = (padded % 2 == 0) & (padded > 0)
    stops = np.flatnonzero(~continues)
    for start in starts.tolist():
        end = int(stops[np.searchsorted(stops, start + 1)])
        spans[(int(labels[start]) - 1) // 2].append((start, end))
    return spans
