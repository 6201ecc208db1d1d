"""One forward pass, all decoders: what the model sees in the words of a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from claimgraph.reading.encoder.attributions import Linker, PartFinder, Parts, WordAttribution
from claimgraph.reading.encoder.coreference import Mention, MentionResolver
from claimgraph.reading.encoder.encoder import Encoder, Outputs, Words
from claimgraph.reading.encoder.entities import Entity, EntityDecoder
from claimgraph.reading.encoder.syntax import Syntax, SyntaxDecoder
from claimgraph.reading.encoder.weights import load_weights
from claimgraph.reading.encoder.windows import end_qualities

BLOCK_WORDS = 12_000
"""Longer documents are read in blocks: memory does not grow with the encoder's outputs."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be decoded."""

    syntax: bool = True
    entities: bool = True
    attributions: bool = True


@dataclass(slots=True)
class Analysis:
    """What was found in one document, in words; what was not wanted is empty."""

    attributions: list[WordAttribution] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    syntax: list[Syntax] = field(default_factory=list)
    """One part per block, in order; places count within the block."""


class Engine:
    """The model, ready to read. It changes nothing of itself while it reads."""

    def __init__(
        self,
        model: Path | None = None,
        *,
        providers: Sequence[str] | None = None,
        threads: int | None = None,
    ) -> None:
        """Load the model; see ``Encoder`` for the arguments.

        Raises:
            ModelError: The model is missing or damaged, or a provider is not available.
        """
        weights = load_weights(model)
        self.version = weights.version
        self._encoder = Encoder(weights, providers=providers, threads=threads)
        self._find_parts = PartFinder(weights)
        self._link = Linker(weights)
        self._parse = SyntaxDecoder(weights)
        self._find_entities = EntityDecoder(weights)
        self._find_mentions = MentionResolver(weights)

    def analyse(self, documents: Sequence[Words], wanted: Wanted | None = None) -> list[Analysis]:
        """Read documents together; every document's result depends on that document alone."""
        wanted = wanted or Wanted()
        found = [Analysis() for _ in documents]
        parts = [Parts([], [], []) for _ in documents]
        for group in _grouped(_blocks(documents)):
            encoded = self._encoder.encode([block for _, _, block in group])
            for (number, offset, block), outputs in zip(group, encoded, strict=True):
                self._decode(block, outputs, offset, found[number], parts[number], wanted)
        for document, analysis, spans in zip(documents, found, parts, strict=True):
            analysis.attributions = self._link(document.texts, spans)
        return found

    def _decode(
        self,
        block: Words,
        outputs: Outputs,
        offset: int,
        analysis: Analysis,
        parts: Parts,
        wanted: Wanted,
    ) -> None:
        texts = block.texts
        if not texts:
            return
        if wanted.attributions:
            found = self._find_parts(texts, outputs, offset)
            parts.sources.extend(found.sources)
            parts.cues.extend(found.cues)
            parts.contents.extend(found.contents)
        if wanted.syntax:
            analysis.syntax.append(self._parse(texts, outputs))
        if wanted.entities:
            analysis.entities.extend(self._find_entities(texts, outputs, offset))
            mentions = analysis.mentions
            following = 1 + max((mention.entity for mention in mentions), default=-1)
            mentions.extend(self._find_mentions(outputs, offset, following))


def _blocks(documents: Sequence[Words]) -> Iterator[tuple[int, int, Words]]:
    """Each document whole, or in blocks that end at line breaks where it has some."""
    for number, document in enumerate(documents):
        count = len(document.texts)
        if count <= BLOCK_WORDS:
            yield number, 0, document
            continue
        quality = end_qualities(document.texts)
        start = 0
        while start < count:
            end = _block_end(quality, start, count)
            part = slice(start, end)
            yield (
                number,
                start,
                Words(
                    document.texts[part],
                    document.starts[part],
                    document.spaced[part],
                    document.quotes[part],
                ),
            )
            start = end


def _block_end(quality: NDArray[np.int8], start: int, count: int) -> int:
    end = start + BLOCK_WORDS
    if end >= count:
        return count
    for wanted in (2, 1):
        good = np.flatnonzero(quality[start + BLOCK_WORDS // 2 : end] >= wanted)
        if len(good):
            return start + BLOCK_WORDS // 2 + int(good[-1]) + 1
    return end


def _grouped(
    blocks: Iterable[tuple[int, int, Words]],
) -> Iterator[list[tuple[int, int, Words]]]:
    """Blocks that are encoded together, up to ``BLOCK_WORDS`` words."""
    group: list[tuple[int, int, Words]] = []
    size = 0
    for block in blocks:
        length = len(block[2].texts)
        if group and size + length > BLOCK_WORDS:
            yield group
            group, size = [], 0
        group.append(block)
        size += length
    if group:
        yield group
