"""What leads to the characters of articles: claims with their numbers, and where they stand."""

from dataclasses import dataclass
from enum import StrEnum

from claimgraph.model import Span
from claimgraph.model.base import Id


class Tone(StrEnum):
    """How a cell, a mark or a card looks: what its source does."""

    SAYS = "says"
    ACCUSES = "accuses"
    DENIES = "denies"
    FIGURE = "figure"
    SILENT = "silent"
    OWN_VOICE = "own voice"


@dataclass(frozen=True)
class Proof:
    """Characters of an article that something rests on; they can be checked.

    Attributes:
        document_id: The article.
        sha256: Of its text.
        spans: The characters, in their order; at least one span.
    """

    document_id: Id
    sha256: str
    spans: tuple[Span, ...]


@dataclass(frozen=True)
class Tie:
    """What a claim is to another one of the report.

    Attributes:
        kind: In words: "contradicts", "agrees with", "updates", "not comparable with".
        number: Of the other claim.
        reason: Why, in words.
        relation_id: The record.
    """

    kind: str
    number: int
    reason: str
    relation_id: Id


@dataclass(frozen=True)
class Exhibit:
    """A numbered claim with what it rests on.

    Attributes:
        number: From 1, in the order of the articles and of their words.
        claim_id: The record.
        attribution_id: Who said it, as a record.
        text: The claim, in words that stand alone.
        words: The article's own words; "…" between pieces.
        speaker: Who says it: a source, or the article itself.
        speaker_key: The entity of the speaker.
        tone: What the speaker does.
        label: The same in a word or two: "Denies", "Holds back".
        form: "direct quotation", "reported speech", "partly quoted"; "" where there is no cue.
        via: Who passed it on, the one nearest the reader last.
        when: When it was said, else published; "" where nothing is known.
        text_number: The text that it stands in: ``Text.number``.
        how: How this was found, line by line: ("speaker", "“he” is Igor Konashenkov: …").
        ties: What it is to other claims, contradictions first.
        proof: Its characters.
    """

    number: int
    claim_id: Id
    attribution_id: Id
    text: str
    words: str
    speaker: str
    speaker_key: str
    tone: Tone
    label: str
    form: str
    via: tuple[str, ...]
    when: str
    text_number: int
    how: tuple[tuple[str, str], ...]
    ties: tuple[Tie, ...]
    proof: Proof


@dataclass(frozen=True)
class Place:
    """Characters of one of the texts, with where a reader finds them.

    Attributes:
        text_number: ``Text.number``.
        paragraph: Of that text, from 1: ``Paragraph.number``.
        proof: The characters.
    """

    text_number: int
    paragraph: int
    proof: Proof
