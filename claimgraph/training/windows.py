"""Cuts annotated documents into windows, and varies them so that the model meets more texts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from claimgraph.reading.encoder.pieces import WordPieces
from claimgraph.training.corpora import Annotated
from claimgraph.training.names import NamePool
from claimgraph.training.neighbours import Neighbours

MAX_PIECES = 254
_SENTENCE_ENDS = frozenset((".", "!", "?"))
_CLOSERS = frozenset(("\u201d", '"', "\u2019", "'", ")"))
_STRAIGHT = {"\u201c": '"', "\u201d": '"', "\u2018": "'", "\u2019": "'"}


@dataclass(frozen=True, slots=True)
class Variation:
    """How often a document is changed before it is shown, as shares of all documents."""

    short: float = 0.3
    penn: float = 0.4
    lower_case: float = 0.04
    straight_quotes: float = 0.15
    single_breaks: float = 0.15
    no_breaks: float = 0.15
    no_final_stop: float = 0.1
    swapped_names: float = 0.0
    replaced_words: float = 0.0
    """A share of the open-class words, in every second document: a neighbour stands there."""
    hidden_words: float = 0.0
    """A share of the words of every document: shown as [MASK], though with their shapes."""


@dataclass(frozen=True, slots=True)
class Window:
    """Some words of a document: their indices there, and the forms and blanks to show.

    Attributes:
        hidden: Places in the window whose pieces are shown as [MASK].
    """

    document: Annotated
    indices: list[int]
    words: list[str]
    spaced: list[bool]
    length: int
    hidden: frozenset[int] = frozenset()


def cut(
    document: Annotated,
    pieces: WordPieces,
    rng: Random,
    variation: Variation,
    names: NamePool | None = None,
    neighbours: Neighbours | None = None,
) -> Iterator[Window]:
    """All words of ``document`` in windows that start and end at sentences or line breaks.

    ``names`` are those that take the place of the document's own, where it marks some;
    ``neighbours`` do so for other words, where it has tags.
    """
    words, spaced = _vary(document, rng, variation, names, neighbours)
    kept = list(range(len(words)))
    drops_breaks = document.syntax is not None and rng.random() < variation.no_breaks
    if drops_breaks:
        kept = [index for index in kept if not words[index].isspace()]
    short = rng.random() < variation.short
    penn = short and document.attributions is not None and rng.random() < variation.penn
    if penn:
        spaced = [
            not words[i].isspace() and words[i] != "-" and (i == 0 or words[i - 1] != "-")
            for i in range(len(words))
        ]
    lengths = [len(pieces(words[index])[0]) for index in kept]
    ends = _good_ends(document, words, kept)
    start = 0
    first = True
    while start < len(kept):
        limit = rng.randint(16, 110) if short else MAX_PIECES
        if first and not short:
            limit = rng.randint(60, MAX_PIECES)
        first = False
        end = _choose_end(start, limit, lengths, ends)
        part = kept[start:end]
        start = end
        while part and words[part[0]].isspace():
            part = part[1:]
        while part and words[part[-1]].isspace():
            part = part[:-1]
        if short and len(part) > 3 and rng.random() < variation.no_final_stop:
            part = part[:-1] if words[part[-1]] in _SENTENCE_ENDS else part
        if part:
            yield Window(
                document,
                part,
                [words[index] for index in part],
                [spaced[index] for index in part],
                2 + sum(len(pieces(words[index])[0]) for index in part),
                _hidden(part, words, rng, variation.hidden_words),
            )


def _hidden(part: list[int], words: list[str], rng: Random, share: float) -> frozenset[int]:
    if share <= 0.0:
        return frozenset()
    drawn = (place for place in range(len(part)) if rng.random() < share)
    return frozenset(place for place in drawn if words[part[place]][0].isalnum())


def _vary(
    document: Annotated,
    rng: Random,
    variation: Variation,
    names: NamePool | None,
    neighbours: Neighbours | None,
) -> tuple[list[str], list[bool]]:
    words = document.words
    if neighbours is not None and document.syntax is not None and rng.random() < 0.5:
        tags = document.syntax.xpos
        words = neighbours.replace(words, tags, variation.replaced_words, rng)
    labels = document.entities if variation.swapped_names > 0.0 else None
    if names is not None and labels is not None and rng.random() < variation.swapped_names:
        words = names.swap(words, labels, rng)
    if rng.random() < variation.lower_case:
        words = [word.lower() for word in words]
    if rng.random() < variation.straight_quotes:
        words = [_STRAIGHT.get(word, word) for word in words]
    if rng.random() < variation.single_breaks:
        words = ["\n" if word.isspace() else word for word in words]
    return list(words), document.spaced


def _good_ends(document: Annotated, words: list[str], kept: list[int]) -> list[int]:
    """How good it is to end after each kept word: 2 at a line break, 1 at a sentence end, or 0."""
    syntax = document.syntax
    quality = [0] * len(kept)
    for place, index in enumerate(kept):
        following = kept[place + 1] if place + 1 < len(kept) else None
        if words[index].isspace() or following is None or words[following].isspace():
            quality[place] = 2
        elif syntax is not None:
            quality[place] = int(syntax.sentence[index] != syntax.sentence[following])
        elif words[index] in _SENTENCE_ENDS:
            quality[place] = int(words[following] not in _CLOSERS)
        elif words[index] in _CLOSERS and index and words[index - 1] in _SENTENCE_ENDS:
            quality[place] = 1
    return quality


def _choose_end(start: int, limit: int, lengths: list[int], ends: list[int]) -> int:
    """Past the last word of a window: the last good place of the second half, else the limit."""
    used = 0
    end = start
    while end < len(lengths) and (used + lengths[end] <= limit or end == start):
        used += lengths[end]
        end += 1
    if end == len(lengths):
        return end
    for wanted in (2, 1):
        earliest = start + (end - start) // 2 if wanted == 2 else start
        for place in range(end - 1, earliest, -1):
            if ends[place] >= wanted:
                return place + 1
    # No end in reach: the first one after the limit, as far as the encoder can see.
    while end < len(lengths) and used + lengths[end] <= MAX_PIECES and not ends[end - 1]:
        used += lengths[end]
        end += 1
    return end
