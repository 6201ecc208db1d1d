"""Persons, organisations and places out of the encoder's outputs."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from claimgraph.reading.encoder.encoder import Outputs
from claimgraph.reading.encoder.known_names import nudge
from claimgraph.reading.encoder.labels import ENTITY_KINDS
from claimgraph.reading.encoder.links import Range
from claimgraph.reading.encoder.name_edges import mend_edges
from claimgraph.reading.encoder.viterbi import best_labels, bio_transitions, label_spans
from claimgraph.reading.encoder.weights import Weights

#: What they are called in ``doc.ents``; LOC is any place, states and cities too.
SPACY_NAMES = {"PER": "PERSON", "ORG": "ORG", "LOC": "LOC"}


RESERVE = np.float32(1.25)
"""By how much the score of a name's first word must surpass that of no name.

Without it the network, which has learned from others' doubts, takes too much for names:
``docs/model.md`` has the figures.
"""


@dataclass(frozen=True, slots=True)
class Entity:
    """A name in the text: its words and its kind (PER, ORG, LOC)."""

    words: Range
    kind: str


class EntityDecoder:
    """Finds the names in the encoder's outputs."""

    def __init__(self, weights: Weights) -> None:
        names = weights.labels["entity"]
        self._transitions = bio_transitions(names)
        self._reserve = np.array([RESERVE * name.startswith("B-") for name in names], np.float32)

    def __call__(self, texts: list[str], outputs: Outputs, offset: int = 0) -> list[Entity]:
        """The names among some words, in order; ``offset`` is added to their places."""
        blocked = np.fromiter((text.isspace() for text in texts), dtype=bool, count=len(texts))
        scores = nudge(texts, outputs["entity"]) - self._reserve
        labels = best_labels(scores, blocked, self._transitions)
        spans = label_spans(labels, len(ENTITY_KINDS))
        marked = [
            (words, kind)
            for kind, group in zip(ENTITY_KINDS, spans, strict=True)
            for words in group
        ]
        return [
            Entity((start + offset, end + offset), kind)
            for (start, end), kind in mend_edges(texts, sorted(marked))
        ]
