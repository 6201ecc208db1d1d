"""Words that may take another's place in a text that a teacher is asked about.

A neighbour has the same part of speech, and a word piece whose published vector is among the
nearest: "said" gives way to "told" or "added", "mayor" to "governor". A teacher judges what
comes of it, so a neighbour need not mean the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from random import Random

import numpy as np
from numpy.typing import NDArray

from claimgraph.reading.encoder.pieces import WordPieces
from claimgraph.training.corpora import Annotated

OPEN = frozenset("NN NNS VB VBD VBG VBN VBP VBZ JJ JJR JJS RB".split())
"""Tags of the words that give way."""
NEAREST = 12
OFTEN = 3
"""How often a word must have a tag to take another's place."""


class Neighbours:
    """For words and tags, the words that may take their place."""

    def __init__(self, near: dict[tuple[str, str], list[str]]) -> None:
        self._near = near

    @classmethod
    def of(
        cls, documents: Iterable[Annotated], pieces: WordPieces, vectors: NDArray[np.float32]
    ) -> Neighbours:
        """Those of the words that tagged documents hold.

        Args:
            documents: Documents with or without tags.
            pieces: Cuts words; only words of one piece are neighbours.
            vectors: One row per word piece.
        """
        counts = Counter(
            (word.lower(), tag)
            for document in documents
            if document.syntax is not None
            for word, tag in zip(document.words, document.syntax.xpos, strict=True)
            if tag in OPEN and word.isalpha()
        )
        by_tag: dict[str, list[str]] = {}
        for (word, tag), count in sorted(counts.items()):
            if count >= OFTEN and len(pieces(word)[0]) == 1:
                by_tag.setdefault(tag, []).append(word)
        near: dict[tuple[str, str], list[str]] = {}
        for tag, words in by_tag.items():
            rows = vectors[[pieces(word)[0][0] for word in words]]
            rows = rows - rows.mean(0)
            rows /= np.linalg.norm(rows, axis=1, keepdims=True) + 1e-9
            nearest = np.argsort(-(rows @ rows.T), axis=1, kind="stable")[:, 1 : NEAREST + 1]
            for word, places in zip(words, nearest, strict=True):
                near[word, tag] = [words[place] for place in places]
        return cls(near)

    def replace(
        self, words: Sequence[str], tags: Sequence[str], share: float, rng: Random
    ) -> list[str]:
        """The words with a ``share`` of those that have neighbours replaced, in their case.

        Example:
            >>> near = Neighbours({("said", "VBD"): ["told"]})
            >>> near.replace(["She", "said", "no"], ["PRP", "VBD", "UH"], 1.0, Random(1))
            ['She', 'told', 'no']
        """
        changed = list(words)
        for place, (word, tag) in enumerate(zip(words, tags, strict=True)):
            if tag not in OPEN or rng.random() >= share:
                continue
            others = self._near.get((word.lower(), tag))
            if others:
                other = rng.choice(others)
                changed[place] = other.capitalize() if word[0].isupper() else other
        return changed
