"""The articles with what was found in them."""

from dataclasses import dataclass
from enum import StrEnum

from claimgraph.model.base import Id
from claimgraph.report.content.proofs import Tone


class Part(StrEnum):
    """What characters of an article are in an attribution."""

    SOURCE = "source"
    CUE = "cue"
    CONTENT = "content"


@dataclass(frozen=True)
class Mark:
    """What a piece of a text is part of.

    Attributes:
        number: The claim.
        part: Source, cue or content of it.
        tone: How it looks.
        ends: The last piece of this part: its number is to be shown behind it.
    """

    number: int
    part: Part
    tone: Tone
    ends: bool


@dataclass(frozen=True)
class Piece:
    """Characters of a text that belong to the same marks; no marks: plain text.

    Attributes:
        start: The first character, counted in the whole text.
        text: The characters.
        marks: What it is part of, the widest first.
    """

    start: int
    text: str
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of a text: its pieces cover it, in their order.

    Attributes:
        number: From 1, in its text.
        pieces: At least one.
    """

    number: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Text:
    """An article, with source, cue and content of each claim marked.

    Attributes:
        number: From 1, by the time of publication.
        document_id: The record.
        sha256: Of the whole text.
        title: Its headline, or its first words.
        publisher: "" where it is not known.
        published: "25 Nov 2018"; "" where it is not known.
        url: "" where it is not known; may be anything.
        paragraphs: The text, from its first character to its last.
        numbers: The claims in it.
    """

    number: int
    document_id: Id
    sha256: str
    title: str
    publisher: str
    published: str
    url: str
    paragraphs: tuple[Paragraph, ...]
    numbers: tuple[int, ...]
