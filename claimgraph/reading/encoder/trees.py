"""Dependency trees: the best tree with exactly one root (Chu and Liu 1965, Edmonds 1967)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


def best_tree(scores: Floats) -> NDArray[np.int64]:
    """The head of every word in the tree of the highest total score.

    Args:
        scores: (words, 1 + words): how well column ``h`` fits as the head of a word; column 0 is
            the root, column ``i + 1`` the word ``i``.

    Returns:
        Per word, the column of its head; exactly one is 0.

    >>> best_tree(np.array([[5, 0, 1], [4, 3, 0]], dtype=np.float32)).tolist()
    [0, 1]
    """
    count = len(scores)
    scores = scores.astype(np.float64)
    scores[np.arange(count), np.arange(count) + 1] = -1e9
    heads: NDArray[np.int64] = scores.argmax(axis=1)
    if (heads == 0).sum() == 1 and not _cycle(np.concatenate(([0], heads))):
        return heads
    # Every root arc costs more than all other arcs can gain: the best tree then has only one.
    spread = float(scores.max() - scores[scores > -1e8].min()) if count > 1 else 0.0
    scores[:, 0] -= (spread + 1.0) * count
    full = np.full((count + 1, count + 1), -1e12)
    full[1:] = scores
    found: NDArray[np.int64] = _edmonds(full)[1:]
    return found


def _cycle(heads: NDArray[np.int64]) -> list[int]:
    """The nodes of one cycle, or nothing; node 0 is the root."""
    state = [0] * len(heads)
    state[0] = 2
    for start in range(1, len(heads)):
        node = start
        path = []
        while state[node] == 0:
            state[node] = 1
            path.append(node)
            node = int(heads[node])
        if state[node] == 1:
            return path[path.index(node) :]
        for passed in path:
            state[passed] = 2
    return []


def _edmonds(scores: NDArray[np.float64]) -> NDArray[np.int64]:
    """Heads of the best arborescence; ``scores[d, h]`` for node ``d`` under head ``h``."""
    heads: NDArray[np.int64] = scores.argmax(axis=1)
    heads[0] = 0
    cycle = _cycle(heads)
    if not cycle:
        return heads
    count = len(scores)
    inside = np.zeros(count, dtype=bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    members = np.array(cycle)
    kept = scores[members, heads[members]]
    # Entering the cycle at a node replaces the arc that the node had inside it.
    entering = scores[np.ix_(members, outside)] - kept[:, None]
    leaving = scores[np.ix_(outside, members)]
    size = len(outside)
    smaller = np.full((size + 1, size + 1), -1e12)
    smaller[:size, :size] = scores[np.ix_(outside, outside)]
    smaller[size, :size] = entering.max(axis=0)
    smaller[:size, size] = leaving.max(axis=1)
    found = _edmonds(smaller)
    for place in range(1, size):
        head = int(found[place])
        node = outside[place]
        heads[node] = members[leaving[place].argmax()] if head == size else outside[head]
    into = int(found[size])
    broken = members[entering[:, into].argmax()]
    heads[broken] = outside[into]
    return heads
