"""From the encoder's outputs to attributions: label rows, spans, and which belong together."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from claimgraph.reading.encoder.encoder import Outputs
from claimgraph.reading.encoder.labels import ATTRIBUTION_PARTS
from claimgraph.reading.encoder.links import Between, LinkScorer, Range, span_vector
from claimgraph.reading.encoder.viterbi import best_labels, bio_transitions, label_spans
from claimgraph.reading.encoder.weights import Weights
from claimgraph.reading.encoder.windows import SENTENCE_ENDS

#: Words of the longest line without a final mark that is taken for a heading.
LONGEST_HEADING = 14
_LINE_ENDS = SENTENCE_ENDS | frozenset(
    ("\u201d", '"', "\u2019", "'", ":", ";", ",", ")", "\u2026", "...")
)


@dataclass(frozen=True, slots=True)
class PartSpan:
    """A source, a cue or a piece of content, not yet linked.

    Attributes:
        words: First word, and past the last.
        vector: What the link scorer sees of it.
        certain: Mean probability of the labels of its words.
    """

    words: Range
    vector: NDArray[np.float32]
    certain: float


@dataclass(frozen=True, slots=True)
class Parts:
    """The spans of a stretch of text, each group in order."""

    sources: list[PartSpan]
    cues: list[PartSpan]
    contents: list[PartSpan]


@dataclass(frozen=True, slots=True)
class WordAttribution:
    """One attribution in words: ranges of its parts, and how sure the model is of each.

    Attributes:
        source: At most one range.
        cue: One range.
        content: The pieces of the content, in order.
        source_confidence: Mean probability of the labels of its words; ``None`` without a source.
        link_confidence: Probability of the link from cue to source.
    """

    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]
    source_confidence: float | None
    cue_confidence: float
    content_confidence: float | None
    link_confidence: float


@dataclass(frozen=True, slots=True)
class LinkOptions:
    """How far links reach.

    Attributes:
        sources_each_side: Sources before and after a cue that it may belong to.
        cues_each_side: Cues before and after a content that it may belong to.
    """

    sources_each_side: int = 6
    cues_each_side: int = 6


class PartFinder:
    """Finds sources, cues and contents in the encoder's outputs."""

    def __init__(self, weights: Weights) -> None:
        self._transitions = bio_transitions(weights.labels["attribution"], weights.heads["crf"])

    def __call__(self, texts: Sequence[str], outputs: Outputs, offset: int = 0) -> Parts:
        """The spans of some words; ``offset`` is added to their places."""
        blocked = np.fromiter((text.isspace() for text in texts), dtype=bool, count=len(texts))
        emissions = outputs["attribution"]
        labels = best_labels(emissions, blocked, self._transitions)
        certain = _label_probabilities(emissions, labels)
        link = outputs["link"]
        groups = [
            [
                PartSpan(
                    (start + offset, end + offset),
                    span_vector(link, (start, end)),
                    float(certain[start:end].mean()),
                )
                for start, end in group
            ]
            for group in label_spans(labels, len(ATTRIBUTION_PARTS))
        ]
        return Parts(*groups)


class Linker:
    """Joins sources, cues and contents to attributions."""

    def __init__(self, weights: Weights, options: LinkOptions | None = None) -> None:
        self._cue_source = LinkScorer(weights.heads, "cue_source")
        self._content_cue = LinkScorer(weights.heads, "content_cue")
        self._options = options or LinkOptions()

    def __call__(self, texts: Sequence[str], parts: Parts) -> list[WordAttribution]:
        """The attributions of one document, in order of their cues."""
        if not parts.cues:
            return []
        between = Between(
            [span.words[0] for span in parts.sources],
            [span.words[0] for span in parts.cues],
            [span.words[0] for span in parts.contents],
            [place for place, text in enumerate(texts) if text.isspace()],
            [place for place, text in enumerate(texts) if text in SENTENCE_ENDS],
        )
        ranges = [[span.words for span in group] for group in _groups(parts)]
        vectors = [_stack(group) for group in _groups(parts)]
        options = self._options
        to_source, source_of = self._cue_source.probabilities(
            ranges[1], vectors[1], ranges[0], vectors[0], between, options.sources_each_side
        )
        to_cue, cue_of = self._content_cue.probabilities(
            ranges[2], vectors[2], ranges[1], vectors[1], between, options.cues_each_side
        )
        lines = _Lines(texts)
        owned: list[list[PartSpan]] = [[] for _ in parts.cues]
        for number, choice in enumerate(to_cue.argmax(axis=1).tolist()):
            content = ranges[2][number]
            owner = int(cue_of[number, choice - 1]) if choice else -1
            if owner >= 0 and not lines.is_heading_of_others(content, ranges[1][owner]):
                owned[owner].append(parts.contents[number])
        found = []
        for number, choice in enumerate(to_source.argmax(axis=1).tolist()):
            cue = parts.cues[number]
            source = parts.sources[int(source_of[number, choice - 1])] if choice else None
            pieces = owned[number]
            found.append(
                WordAttribution(
                    (source.words,) if source else (),
                    (cue.words,),
                    tuple(piece.words for piece in pieces),
                    source.certain if source else None,
                    cue.certain,
                    _mean_certain(pieces),
                    float(to_source[number, choice]),
                )
            )
        return found


class _Lines:
    """The lines of a document: which of them are headings."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        breaks = [place for place, text in enumerate(texts) if text.isspace() and "\n" in text]
        self._edges = [-1, *breaks, len(texts)]

    def is_heading_of_others(self, content: Range, cue: Range) -> bool:
        """Whether a content stands in a heading, and its cue on another line.

        "Islamic State" above the paragraph that the Observatory is quoted in was said by nobody.
        """
        place = bisect_right(self._edges, content[0])
        before, after = self._edges[place - 1], self._edges[place]
        if before < cue[0] < after or after - before - 1 > LONGEST_HEADING:
            return False
        return self._texts[after - 1] not in _LINE_ENDS


def _groups(parts: Parts) -> tuple[list[PartSpan], list[PartSpan], list[PartSpan]]:
    return parts.sources, parts.cues, parts.contents


def _stack(spans: Sequence[PartSpan]) -> NDArray[np.float32]:
    return np.stack([span.vector for span in spans]) if spans else np.zeros((0, 0), np.float32)


def _mean_certain(spans: Sequence[PartSpan]) -> float | None:
    """Mean over the words of all pieces."""
    lengths = [span.words[1] - span.words[0] for span in spans]
    if not lengths:
        return None
    total = sum(span.certain * length for span, length in zip(spans, lengths, strict=True))
    return total / sum(lengths)


def _label_probabilities(
    emissions: NDArray[np.float32], labels: NDArray[np.int8]
) -> NDArray[np.float32]:
    """How likely the chosen label of each word is, its neighbours left aside."""
    shifted = np.exp(emissions - emissions.max(axis=1, keepdims=True))
    chosen: NDArray[np.float32] = shifted[np.arange(len(labels)), labels] / shifted.sum(axis=1)
    return chosen
