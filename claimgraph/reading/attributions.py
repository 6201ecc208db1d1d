"""From the encoder's outputs to attributions: label rows, spans, and which belong together."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from claimgraph.reading.encoder import Outputs, Words
from claimgraph.reading.labels import ATTRIBUTION_PARTS
from claimgraph.reading.links import Between, LinkScorer, Range
from claimgraph.reading.viterbi import best_labels, bio_transitions, label_spans
from claimgraph.reading.weights import Weights
from claimgraph.reading.windows import SENTENCE_ENDS


@dataclass(frozen=True, slots=True)
class WordAttribution:
    """One attribution in words: ranges of its parts, and how sure the model is of each.

    Attributes:
        source: At most one range.
        cue: At most one range.
        content: The pieces of the content, in order.
        source_confidence: Mean probability of the labels of its words; ``None`` without a source.
        link_confidence: Probability of the link from cue to source.
    """

    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]
    source_confidence: float | None = None
    cue_confidence: float | None = None
    content_confidence: float | None = None
    link_confidence: float | None = None


@dataclass(frozen=True, slots=True)
class AttributionOptions:
    """How attributions are decoded.

    Attributes:
        sources_each_side: Sources before and after a cue that it may belong to.
        cues_each_side: Cues before and after a content that it may belong to.
    """

    sources_each_side: int = 6
    cues_each_side: int = 6


class AttributionDecoder:
    """Finds the attributions in the encoder's outputs."""

    def __init__(
        self, weights: Weights, options: AttributionOptions = AttributionOptions()
    ) -> None:
        self._transitions = bio_transitions(weights.labels["attribution"], weights.heads["crf"])
        self._cue_source = LinkScorer(weights.heads, "cue_source")
        self._content_cue = LinkScorer(weights.heads, "content_cue")
        self._options = options

    def __call__(self, words: Words, outputs: Outputs) -> list[WordAttribution]:
        """The attributions of one document, in order of their first words."""
        texts = words.texts
        if not texts:
            return []
        blocked = np.fromiter((text.isspace() for text in texts), dtype=bool, count=len(texts))
        emissions = outputs["attribution"]
        labels = best_labels(emissions, blocked, self._transitions)
        sources, cues, contents = label_spans(labels, len(ATTRIBUTION_PARTS))
        if not cues:
            return []
        between = Between(
            [start for start, _ in sources],
            [start for start, _ in cues],
            [start for start, _ in contents],
            [place for place, text in enumerate(texts) if text.isspace()],
            [place for place, text in enumerate(texts) if text in SENTENCE_ENDS],
        )
        link = outputs["link"]
        to_source, source_of = self._cue_source.probabilities(
            link, cues, sources, between, self._options.sources_each_side
        )
        to_cue, cue_of = self._content_cue.probabilities(
            link, contents, cues, between, self._options.cues_each_side
        )
        owned: list[list[Range]] = [[] for _ in cues]
        for number, choice in enumerate(to_cue.argmax(axis=1).tolist()):
            if choice:
                owned[int(cue_of[number, choice - 1])].append(contents[number])
        certain = _label_probabilities(emissions, labels)
        found = []
        for number, choice in enumerate(to_source.argmax(axis=1).tolist()):
            source = (sources[int(source_of[number, choice - 1])],) if choice else ()
            content = tuple(owned[number])
            found.append(
                WordAttribution(
                    source,
                    (cues[number],),
                    content,
                    _mean(certain, source),
                    _mean(certain, (cues[number],)),
                    _mean(certain, content),
                    float(to_source[number, choice]),
                )
            )
        return found


def _label_probabilities(
    emissions: NDArray[np.float32], labels: NDArray[np.int8]
) -> NDArray[np.float32]:
    """How likely the chosen label of each word is, its neighbours left aside."""
    shifted = np.exp(emissions - emissions.max(axis=1, keepdims=True))
    chosen: NDArray[np.float32] = shifted[np.arange(len(labels)), labels] / shifted.sum(axis=1)
    return chosen


def _mean(certain: NDArray[np.float32], ranges: tuple[Range, ...]) -> float | None:
    if not ranges:
        return None
    return float(np.concatenate([certain[start:end] for start, end in ranges]).mean())
