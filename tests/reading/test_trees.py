"""The decoder finds the best tree, and only trees."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from claimgraph.reading.encoder.trees import best_tree

Scores = NDArray[np.float32]


def is_tree(heads: tuple[int, ...]) -> bool:
    """One root, and every word reaches it."""
    if sum(head == 0 for head in heads) != 1:
        return False
    for word in range(len(heads)):
        passed = set()
        while heads[word] != 0:
            if word in passed:
                return False
            passed.add(word)
            word = heads[word] - 1
    return True


def total(scores: Scores, heads: tuple[int, ...]) -> float:
    return float(sum(scores[word, head] for word, head in enumerate(heads)))


@st.composite
def score_tables(draw: st.DrawFn, most: int = 5) -> Scores:
    count = draw(st.integers(1, most))
    values = draw(
        st.lists(st.integers(-20, 20), min_size=count * (count + 1), max_size=count * (count + 1))
    )
    return np.array(values, dtype=np.float32).reshape(count, count + 1)


@given(score_tables())
def test_no_other_tree_scores_higher(scores: Scores) -> None:
    found = tuple(best_tree(scores).tolist())
    assert is_tree(found)
    trees = (heads for heads in product(range(len(scores) + 1), repeat=len(scores)))
    best = max(total(scores, heads) for heads in trees if is_tree(heads))
    assert total(scores, found) == pytest.approx(best)


@given(score_tables(most=40))
def test_long_sentences_are_trees_too(scores: Scores) -> None:
    assert is_tree(tuple(best_tree(scores).tolist()))


def test_two_would_be_roots_become_one() -> None:
    scores = np.array([[9, 0, 1], [8, 1, 0]], dtype=np.float32)
    assert best_tree(scores).tolist() == [0, 1]
