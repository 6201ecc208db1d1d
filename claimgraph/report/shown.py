"""What a written report shows, as it stands in its files: the claims, the texts, the statements."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from claimgraph.model import Span
from claimgraph.report.content import Report
from claimgraph.report.statements import statements

#: Characters of a text: the first, and one past the last.
Range = tuple[int, int]


@dataclass(frozen=True)
class ShownClaim:
    """A numbered claim with its evidence.

    Attributes:
        where: The file, and the line or the number.
        number: Its number.
        claim_id: The record.
        document_id: The article.
        sha256: Of the article's text.
        spans: The characters.
        words: The article's words, as they are shown; ``None`` where they are missing.
        text: The claim, where the file tells it so that it can be checked.
        speaker: The entity that says it, likewise.
    """

    where: str
    number: int
    claim_id: str
    document_id: str
    sha256: str
    spans: tuple[Range, ...]
    words: str | None
    text: str | None = None
    speaker: str | None = None


@dataclass(frozen=True)
class ShownText:
    """An article, or a part of a long one.

    Attributes:
        where: The file, and the line or the number.
        name: What orders the parts: "text-3", "text-3-2".
        document_id: The article.
        sha256: Of the whole text.
        words: The characters of the part.
    """

    where: str
    name: str
    document_id: str
    sha256: str
    words: str


@dataclass(frozen=True)
class ShownMark:
    """A marked piece of an article: where it says that it stands, and what it holds."""

    where: str
    document_id: str
    span: Range
    words: str
    numbers: tuple[int, ...]


@dataclass(frozen=True)
class ShownStatement:
    """Something that is said, and the numbers of the claims that it rests on."""

    where: str
    words: str
    numbers: tuple[int, ...]


@dataclass(frozen=True)
class ShownPlace:
    """Characters of an article that are a name: evidence without a claim.

    Attributes:
        where: The file, and the line or the section.
        words: The name, as it is shown.
        document_id: The article.
        sha256: Of its text.
        spans: The characters.
    """

    where: str
    words: str
    document_id: str
    sha256: str
    spans: tuple[Range, ...]


@dataclass
class Shown:
    """All that a report shows.

    Attributes:
        pages: How many files it has.
        claims: The claims.
        texts: The articles.
        marks: What is marked in them.
        statements: What is said.
        places: Where names stand.
        problems: What is wrong with the files themselves.
    """

    pages: int = 1
    claims: list[ShownClaim] = field(default_factory=list)
    texts: list[ShownText] = field(default_factory=list)
    marks: list[ShownMark] = field(default_factory=list)
    statements: list[ShownStatement] = field(default_factory=list)
    places: list[ShownPlace] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


def of_report(report: Report, name: str) -> Shown:
    """What a report shows that was read from a file.

    Args:
        report: The report.
        name: The file.
    """
    shown = Shown()
    for each in report.exhibits:
        proof = each.proof
        shown.claims.append(
            ShownClaim(
                where=name,
                number=each.number,
                claim_id=each.claim_id,
                document_id=proof.document_id,
                sha256=proof.sha256,
                spans=_ranges(proof.spans),
                words=each.words,
                text=each.text,
                speaker=each.speaker_key,
            )
        )
    for text in report.texts:
        where = f"{name}: text {text.number}"
        pieces = [piece for paragraph in text.paragraphs for piece in paragraph.pieces]
        words = "".join(piece.text for piece in pieces)
        shown.texts.append(
            ShownText(where, f"text-{text.number}", text.document_id, text.sha256, words)
        )
        for piece in pieces:
            if piece.marks:
                span = piece.start, piece.start + len(piece.text)
                numbers = tuple(dict.fromkeys(mark.number for mark in piece.marks))
                shown.marks.append(ShownMark(where, text.document_id, span, piece.text, numbers))
    for said in statements(report):
        where = f"{name}: {said.section}"
        if said.exhibits:
            numbers = tuple(exhibit.number for exhibit in said.exhibits)
            shown.statements.append(ShownStatement(where, said.words or said.label, numbers))
        else:
            shown.places += [
                ShownPlace(where, said.words, proof.document_id, proof.sha256, _ranges(proof.spans))
                for proof in said.proofs
            ]
    return shown


def _ranges(spans: Iterable[Span]) -> tuple[Range, ...]:
    return tuple((span.start, span.end) for span in spans)
