"""Which mentions stand for one and the same: each chooses an earlier one, or none.

Mentions are known by their head words, as in word-level coreference (Dobrovolskii 2021).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from claimgraph.reading.encoder.encoder import Outputs
from claimgraph.reading.encoder.labels import MENTION_KINDS
from claimgraph.reading.encoder.weights import Weights

REACH = 40
"""Earlier mentions that one may stand for."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A word that heads a mention.

    Attributes:
        word: Its place.
        kind: "person", "organization", "place", … (GUM's kinds).
        entity: A number that all mentions of one entity share, within a document.
    """

    word: int
    kind: str
    entity: int


class MentionResolver:
    """Finds mentions and groups them."""

    def __init__(self, weights: Weights) -> None:
        gaps = np.arange(REACH, 0, -1)
        buckets = np.minimum(np.log2(gaps).astype(np.int64), 9)
        self._distance = weights.heads["coreference_distance"][buckets]

    def __call__(self, outputs: Outputs, offset: int = 0, first_entity: int = 0) -> list[Mention]:
        """The mentions of some words; ``offset`` and ``first_entity`` are added to the numbers."""
        kinds = outputs["mention"]
        places = np.flatnonzero(kinds)
        count = len(places)
        if not count:
            return []
        anaphors = outputs["anaphor"][places]
        antecedents = outputs["antecedent"][places]
        # Column c of a row is the mention REACH - c places before it.
        earlier = np.arange(count)[:, None] - np.arange(REACH, 0, -1)
        scores = np.einsum("md,mcd->mc", anaphors, antecedents[np.maximum(earlier, 0)])
        scores = np.where(earlier >= 0, scores + self._distance, -np.inf)
        best = scores.argmax(axis=1)
        linked = scores[np.arange(count), best] > outputs["alone"][places]
        entities: list[int] = []
        following = first_entity
        for number in range(count):
            if linked[number]:
                entities.append(entities[int(earlier[number, best[number]])])
            else:
                entities.append(following)
                following += 1
        return [
            Mention(place + offset, MENTION_KINDS[kind], entity)
            for place, kind, entity in zip(
                places.tolist(), kinds[places].tolist(), entities, strict=True
            )
        ]
