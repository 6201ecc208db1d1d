"""No evidence, no report: what must hold before anything is written."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimgraph.errors import ReportError
from claimgraph.views.cells import Report as CellReport

if TYPE_CHECKING:
    from claimgraph.report.content import Report

Statement = tuple[str, tuple[int, ...]]


def require_evidence(report: "Report") -> None:
    """Refuse a report that would say something without leading to the characters it comes from.

    Raises:
        ReportError: A statement names no claim, or one that the report does not hold; a claim
            has no characters, or not those that its text has there.
    """
    _require_numbers(report)
    _require_characters(report)
    known = range(1, len(report.exhibits) + 1)
    for what, numbers in _statements(report):
        if not numbers:
            raise ReportError(f"{what} rests on no claim; a report shows nothing without evidence")
        for number in numbers:
            if number not in known:
                raise ReportError(f"{what} rests on claim {number}, which the report does not hold")


def _statements(report: "Report") -> Iterator[Statement]:
    """Everything that the report says, with the claims that it rests on."""
    for card in report.cards:
        yield f"the card “{card.title}”", card.numbers
    for row in report.rows.values():
        for cell in (*row.cells, *row.others):
            if cell.report is not CellReport.NOT_REPORTED:
                yield f"the cell of {cell.source} in “{row.question}”", cell.numbers
    for alone in report.alone:
        yield f"what {alone.source} alone says", alone.numbers
    for scale in report.scales:
        for figure in scale.figures:
            yield f"the figure “{figure.words}”", (figure.number,)
    for exchange in report.exchanges:
        for saying in (*exchange.accusations, *exchange.answers, *exchange.silences):
            yield f"what {saying.speaker} {saying.label}", saying.numbers
    for differing in report.differing:
        for blamed in differing.blamed:
            yield f"that {differing.side} blames {blamed.party}", blamed.numbers
    for moment in report.moments:
        yield f"“{moment.text}” at {moment.when}", moment.numbers
    for provenance in report.provenances:
        for origin in provenance.origins:
            yield f"an origin of “{provenance.title}”", origin.numbers


def _require_numbers(report: "Report") -> None:
    for place, exhibit in enumerate(report.exhibits, 1):
        if exhibit.number != place:
            raise ReportError(f"claim {exhibit.number} stands at place {place}")
    for place, text in enumerate(report.texts, 1):
        if text.number != place:
            raise ReportError(f"text {text.number} stands at place {place}")


def _require_characters(report: "Report") -> None:
    """Each claim's characters, and those of each wording, are those of its text."""
    whole = [
        "".join(piece.text for paragraph in text.paragraphs for piece in paragraph.pieces)
        for text in report.texts
    ]
    proofs = [(f"claim {each.number}", each.text_number, each.proof) for each in report.exhibits]
    proofs += [
        (f"the wording “{wording.words}”", place.text_number, place.proof)
        for naming in report.namings
        for wording in naming.wordings
        for place in wording.places
    ]
    for what, text_number, proof in proofs:
        if not 1 <= text_number <= len(whole):
            raise ReportError(
                f"{what} stands in text {text_number}, which the report does not hold"
            )
        text = report.texts[text_number - 1]
        if (proof.document_id, proof.sha256) != (text.document_id, text.sha256):
            raise ReportError(f"{what} is said to stand in another text than {text.title!r}")
        if not proof.spans:
            raise ReportError(f"{what} has no characters; a report shows nothing without evidence")
        for span in proof.spans:
            if whole[text_number - 1][span.start : span.end] != span.text:
                raise ReportError(
                    f"{what}: characters {span.start}–{span.end} of {text.title!r} are not "
                    f"{span.text!r}"
                )
    for naming in report.namings:
        for wording in naming.wordings:
            if not wording.places:
                raise ReportError(f"the wording “{wording.words}” has no characters")
