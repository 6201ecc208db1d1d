"""A report as a table for spreadsheets: CSV, one line for each piece of evidence.

A statement that rests on two claims has two lines, one that rests on a claim of two pieces as
well. Line by line, what is said stands beside the characters that it comes from.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from claimgraph.markup.html import neutral
from claimgraph.report.content import Exhibit, Proof, Report, Text
from claimgraph.report.statements import Statement, statements

#: The columns: what is said, the claim that it rests on, and the characters.
COLUMNS = (
    "section",
    "about",
    "source",
    "label",
    "words",
    "when",
    "number",
    "claim_id",
    "document_id",
    "sha256",
    "start",
    "end",
    "characters",
    "publisher",
    "title",
    "published",
    "url",
)


def rows(report: Report) -> Iterator[Mapping[str, Any]]:
    """The lines of the table. Where a source is not reported, the evidence is empty."""
    texts = {text.document_id: text for text in report.texts}
    for statement in statements(report):
        said = _said(statement)
        found = False
        for exhibit, proof in statement.evidence:
            for evidence in _evidence(exhibit, proof, texts[proof.document_id]):
                found = True
                yield said | evidence
        if not found:
            yield said | dict.fromkeys(COLUMNS[len(said) :], "")


def _said(statement: Statement) -> dict[str, Any]:
    told = (
        *(statement.section, statement.about, statement.source),
        *(statement.label, statement.words, statement.when),
    )
    return dict(zip(COLUMNS, map(neutral, told), strict=False))


def _evidence(exhibit: Exhibit | None, proof: Proof, text: Text) -> Iterator[dict[str, Any]]:
    """The cells of each of the pieces that a claim, or a wording, is."""
    for span in proof.spans:
        yield {
            "number": exhibit.number if exhibit else None,
            "claim_id": exhibit.claim_id if exhibit else "",
            "document_id": proof.document_id,
            "sha256": proof.sha256,
            "start": span.start,
            "end": span.end,
            "characters": neutral(span.text),
            "publisher": neutral(text.publisher),
            "title": neutral(text.title),
            "published": text.published,
            "url": neutral(text.url),
        }
