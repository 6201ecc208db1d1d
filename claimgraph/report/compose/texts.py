"""The articles, with source, cue and content of each claim marked."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from claimgraph.model import Claim, Span
from claimgraph.model.base import Id
from claimgraph.report.compose.numbering import Numbered
from claimgraph.report.content import Mark, Paragraph, Part, Piece, Text, Tone
from claimgraph.views.called import headline
from claimgraph.views.when import written

#: A paragraph goes on to the last of the line breaks behind it.
_PARAGRAPH = re.compile(r"[^\n]*(?:\n\s*|$)")


def texts(of: Numbered) -> tuple[Text, ...]:
    """Every article of a report."""
    claims: defaultdict[Id, list[Claim]] = defaultdict(list)
    for claim in of.claims:
        claims[of.material.attribution_of(claim).document_id].append(claim)
    return tuple(
        Text(
            number=of.text_number(document.id),
            document_id=document.id,
            sha256=document.sha256,
            title=headline(document),
            publisher=document.publisher,
            published=written(document.published) if document.published else "",
            url=document.url,
            paragraphs=paragraphs(document.text, _marked(of, claims[document.id])),
            numbers=tuple(of.number[claim.id] for claim in claims[document.id]),
        )
        for document in of.documents
    )


@dataclass(frozen=True)
class Marked:
    """Characters that are part of a claim."""

    start: int
    end: int
    number: int
    part: Part
    tone: Tone
    ends: bool = False


def _marked(of: Numbered, claims: Iterable[Claim]) -> list[Marked]:
    found: list[Marked] = []
    for claim in claims:
        item = of.material.attribution_of(claim)
        number, tone = of.number[claim.id], of.tone(claim)
        for part, spans in (
            (Part.CONTENT, claim.spans),
            (Part.SOURCE, item.source),
            (Part.CUE, item.cue),
        ):
            last = max((span.end for span in spans), default=0)
            found += [_mark(span, number, part, tone, last) for span in spans]
    return found


def _mark(span: Span, number: int, part: Part, tone: Tone, last: int) -> Marked:
    return Marked(span.start, span.end, number, part, tone, ends=span.end == last)


def paragraphs(text: str, marks: Sequence[Marked]) -> tuple[Paragraph, ...]:
    r"""A text in paragraphs, cut where marks begin and end.

    >>> [[piece.text for piece in each.pieces] for each in paragraphs("One.\n\nHTS denied.", [
    ...     Marked(6, 9, 1, Part.SOURCE, Tone.DENIES)])]
    [['One.\n\n'], ['HTS', ' denied.']]
    """
    breaks = [match.end() for match in _PARAGRAPH.finditer(text) if match.group()]
    cuts = sorted({0, *breaks, *(each.start for each in marks), *(each.end for each in marks)})
    # Marks in the order of their beginning; those that are open are carried along.
    waiting = sorted(marks, key=lambda each: (each.start, -each.end, each.number, each.part))
    opened: list[Marked] = []
    at = 0
    made: list[Paragraph] = []
    pieces: list[Piece] = []
    ends = set(breaks)
    for start, end in pairwise(cuts):
        opened = [each for each in opened if each.end > start]
        while at < len(waiting) and waiting[at].start <= start:
            opened.append(waiting[at])
            at += 1
        pieces.append(Piece(start, text[start:end], tuple(_pieces_marks(opened, end))))
        if end in ends:
            made.append(Paragraph(len(made) + 1, tuple(pieces)))
            pieces = []
    return tuple(made)


def _pieces_marks(opened: Iterable[Marked], end: int) -> Iterator[Mark]:
    """The marks of a piece that ends somewhere, the widest first."""
    for each in sorted(opened, key=lambda mark: (mark.start - mark.end, mark.number, mark.part)):
        yield Mark(each.number, each.part, each.tone, ends=each.ends and each.end == end)
