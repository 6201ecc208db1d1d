"""One kind of value for all corpora: the words of a document, and what is known about them."""

from __future__ import annotations

from dataclasses import dataclass

Range = tuple[int, int]
"""First word, and past the last word."""


@dataclass(frozen=True, slots=True)
class GoldAttribution:
    """Word ranges of one attribution; every part may be missing."""

    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]


@dataclass(frozen=True, slots=True)
class GoldSyntax:
    """One value per word of the document.

    Attributes:
        sentence: Number of the word's sentence; -1 for line breaks.
        head: Index of the syntactic head in the document; the word itself for a root; -1: none.
    """

    sentence: list[int]
    upos: list[str]
    xpos: list[str]
    lemma: list[str]
    head: list[int]
    relation: list[str]


@dataclass(frozen=True, slots=True)
class GoldMention:
    """A mention's words, its head word, its kind of entity, and the entity it stands for."""

    words: Range
    head: int
    kind: str
    entity: str


@dataclass(frozen=True, slots=True)
class Annotated:
    """A document's words, with the annotations that its corpus has; others are ``None``.

    Attributes:
        spaced: Whether a blank stands before the word.
        quotes: Quotation state of the word, see ``reading.pieces``.
        entities: BIO label per word; "" where it is not known.
    """

    doc_id: str
    words: list[str]
    spaced: list[bool]
    quotes: list[int]
    attributions: list[GoldAttribution] | None = None
    syntax: GoldSyntax | None = None
    entities: list[str] | None = None
    mentions: list[GoldMention] | None = None
