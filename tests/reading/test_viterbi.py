"""The label decoder finds the best valid row."""

from itertools import pairwise, product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from claimgraph.reading.encoder.labels import bio
from claimgraph.reading.encoder.viterbi import (
    MAX_SEGMENT,
    best_labels,
    bio_transitions,
    label_spans,
)

LABELS = bio(("source", "cue"))


def valid(row: tuple[int, ...]) -> bool:
    return all(
        not LABELS[label].startswith("I-")
        or (place > 0 and LABELS[row[place - 1]][2:] == LABELS[label][2:])
        for place, label in enumerate(row)
    )


@st.composite
def emissions(draw: st.DrawFn) -> NDArray[np.float32]:
    count = draw(st.integers(1, 5))
    values = draw(st.lists(st.integers(-9, 9), min_size=5 * count, max_size=5 * count))
    return np.array(values, dtype=np.float32).reshape(count, 5)


@given(emissions())
def test_no_valid_row_scores_higher(table: NDArray[np.float32]) -> None:
    learned = (np.arange(25) / 10).reshape(5, 5).astype(np.float32)
    transitions = bio_transitions(LABELS, learned)
    found = tuple(best_labels(table, np.zeros(len(table), dtype=bool), transitions).tolist())

    def score(row: tuple[int, ...]) -> float:
        steps = sum(float(learned[a, b]) for a, b in pairwise(row))
        return steps + sum(float(table[place, label]) for place, label in enumerate(row))

    assert valid(found)
    best = max(score(row) for row in product(range(5), repeat=len(table)) if valid(row))
    assert abs(score(found) - best) < 1e-3


def test_no_span_crosses_a_line_break() -> None:
    table = np.zeros((5, 5), dtype=np.float32)
    table[:, 2] = 5.0
    table[0, 1] = 5.0
    blocked = np.array([False, False, True, False, False])
    labels = best_labels(table, blocked, bio_transitions(LABELS))
    assert labels[2] == 0
    spans = label_spans(labels, 2)[0]
    assert all(not start < 2 < end for start, end in spans)


def test_long_lines_are_decoded_in_parts() -> None:
    count = 3 * MAX_SEGMENT + 7
    table = np.zeros((count, 5), dtype=np.float32)
    table[:, 3] = 1.0
    labels = best_labels(table, np.zeros(count, dtype=bool), bio_transitions(LABELS))
    assert set(labels.tolist()) == {3}


@given(st.lists(st.integers(0, 4), max_size=12))
def test_spans_cover_what_is_labelled(row: list[int]) -> None:
    if not valid(tuple(row)):
        return
    spans = label_spans(np.array(row, dtype=np.int8), 2)
    covered = {place for group in spans for start, end in group for place in range(start, end)}
    assert covered == {place for place, label in enumerate(row) if label}
