"""What a report says, apart from how it looks. Every format is made of this, and of nothing else.

Claims are numbered in the order of the articles and of their words: number 12 is the same claim in
every section and in every format. Whatever a section says, it names the numbers that it rests on,
and each number leads to the characters of an article (:class:`Exhibit`, :class:`Proof`).
"""

from claimgraph.report.content.proofs import Exhibit, Place, Proof, Tie, Tone
from claimgraph.report.content.questions import Alone, Card, Cell, Fact, Head, Row, Topic
from claimgraph.report.content.report import Report
from claimgraph.report.content.sections import (
    Blamed,
    Differing,
    Exchange,
    Figure,
    Moment,
    Naming,
    Origin,
    Provenance,
    Saying,
    Scale,
    Wording,
)
from claimgraph.report.content.texts import Mark, Paragraph, Part, Piece, Text

__all__ = [
    "Alone",
    "Blamed",
    "Card",
    "Cell",
    "Differing",
    "Exchange",
    "Exhibit",
    "Fact",
    "Figure",
    "Head",
    "Mark",
    "Moment",
    "Naming",
    "Origin",
    "Paragraph",
    "Part",
    "Piece",
    "Place",
    "Proof",
    "Provenance",
    "Report",
    "Row",
    "Saying",
    "Scale",
    "Text",
    "Tie",
    "Tone",
    "Topic",
    "Wording",
]
