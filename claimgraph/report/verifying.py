"""Checks a written report against the records: everything that it says still leads to its words.

Only the files of the report are read, so it does not matter who made them, when, and what happened
to them since. See ``claimgraph verify``.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from claimgraph.errors import InputFileError
from claimgraph.ids import name_key
from claimgraph.markup.html import neutral
from claimgraph.model import Claim, Document
from claimgraph.model.base import Id
from claimgraph.report.shown import (
    Range,
    Shown,
    ShownClaim,
    ShownMark,
    ShownPlace,
    ShownText,
    of_report,
)
from claimgraph.views.framing import bare
from claimgraph.views.wording import counted, quoted, shortened


@dataclass(frozen=True)
class Known:
    """What a graph knows of the records that a report names.

    Attributes:
        documents: By id.
        claims: By id, as they can be seen now.
        stand_in: The document of each claim.
        said_by: The entity that each claim is from, where somebody is named.
        decided: What people decided that keeps a claim, or changes it, in words: "rejected by Ann,
            2026-11-26: not said".
    """

    documents: Mapping[Id, Document] = field(default_factory=dict)
    claims: Mapping[Id, Claim] = field(default_factory=dict)
    stand_in: Mapping[Id, Id] = field(default_factory=dict)
    said_by: Mapping[Id, Id] = field(default_factory=dict)
    decided: Mapping[Id, str] = field(default_factory=dict)


#: Finds claims and documents by their ids.
Lookup = Callable[[Collection[Id], Collection[Id]], Known]


@dataclass(frozen=True)
class Verified:
    """What checking a report has found. It is true where all of it resolves.

    Attributes:
        path: The file.
        pages: How many files were read.
        statements: How many statements were checked.
        claims: How many claims.
        texts: How many articles.
        characters: How many characters were compared with those of the records.
        problems: What does not resolve, each on a line that names the place.
    """

    path: Path
    pages: int
    statements: int
    claims: int
    texts: int
    characters: int
    problems: tuple[str, ...]

    def __bool__(self) -> bool:
        return not self.problems

    def __str__(self) -> str:
        checked = ", ".join(
            (
                counted(self.statements, "statement"),
                counted(self.claims, "claim"),
                counted(self.texts, "text"),
                counted(self.characters, "character"),
            )
        )
        if self.problems:
            return f"{self.path}: {counted(len(self.problems), 'problem')} among {checked}"
        return f"{self.path}: all of it leads to its words: {checked} checked"


def verify(path: str | Path, lookup: Lookup) -> Verified:
    """Check a report, as HTML with all its pages or as JSON, against the records.

    Args:
        path: The file to open first.
        lookup: Finds the records.

    Raises:
        InputFileError: The file is no report of claimgraph, or cannot be read.
        ReportError: The JSON says something without evidence.
    """
    path = Path(path)
    shown = _shown(path)
    known = lookup(
        {claim.claim_id for claim in shown.claims},
        {
            *(claim.document_id for claim in shown.claims),
            *(text.document_id for text in shown.texts),
            *(place.document_id for place in shown.places),
        },
    )
    check = _Check(path.name, shown, known)
    problems = (*shown.problems, *check.problems())
    return Verified(
        path=path,
        pages=shown.pages,
        statements=len(shown.statements) + len(shown.places),
        claims=len(shown.claims),
        texts=len({text.document_id for text in shown.texts}),
        characters=check.characters,
        problems=tuple(neutral(" ".join(problem.split())) for problem in problems),
    )


def _shown(path: Path) -> Shown:
    ending = path.suffix.lower()
    if ending == ".json":
        from claimgraph.report.as_json import load

        return of_report(load(path), path.name)
    if ending in {".html", ".htm"}:
        from claimgraph.report.reading_pages import read_pages

        return read_pages(path)
    raise InputFileError(f"{path}: what can be verified is a report as .html or .json")


class _Check:
    """Compares what is shown with what is known, and counts the characters."""

    def __init__(self, name: str, shown: Shown, known: Known) -> None:
        self.characters = 0
        self._name = name
        self._shown = shown
        self._known = known
        self._numbers = {claim.number for claim in shown.claims}

    def problems(self) -> Iterator[str]:
        yield from self._numbering()
        for claim in self._shown.claims:
            yield from self._claim(claim)
        yield from self._texts()
        for mark in self._shown.marks:
            yield from self._mark(mark)
        yield from self._marked()
        for statement in self._shown.statements:
            for number in statement.numbers:
                if number not in self._numbers:
                    yield (
                        f"{statement.where}: “{statement.words}” rests on claim {number}, which "
                        "the report does not hold"
                    )
        for place in self._shown.places:
            yield from self._document(place.where, place.document_id, place.sha256)
            yield from self._name_at(place)

    def _numbering(self) -> Iterator[str]:
        """No claim is missing, and none is there twice."""
        if not self._numbers:
            yield f"{self._name}: there is no claim in it; it may be cut off"
            return
        missing = set(range(1, max(self._numbers) + 1)) - self._numbers
        for number in sorted(missing):
            yield f"{self._name}: claim {number} is missing"
        if len(self._numbers) < len(self._shown.claims):
            yield f"{self._name}: two claims have the same number"

    def _claim(self, shown: ShownClaim) -> Iterator[str]:
        where = f"{shown.where}: claim {shown.number} ({shown.claim_id})"
        claim = self._known.claims.get(shown.claim_id)
        decided = self._known.decided.get(shown.claim_id, "")
        since = f"; {decided}" if decided else ""
        if claim is None:
            yield f"{where} is not in the graph{since}"
            return
        if self._known.stand_in.get(shown.claim_id) != shown.document_id:
            yield f"{where} does not stand in {shown.document_id}{since}"
            return
        yield from self._document(where, shown.document_id, shown.sha256)
        spans = tuple((span.start, span.end) for span in claim.spans)
        if spans != shown.spans:
            yield f"{where} stands at {_told(spans)}, not at {_told(shown.spans)}{since}"
        elif shown.words is None:
            yield f"{where} is shown without the words of its article"
        else:
            words = neutral(quoted(claim.spans))
            self.characters += sum(end - start for start, end in spans)
            if neutral(shown.words) != words:
                yield f"{where} quotes {_apart(neutral(shown.words), words)}"
        if shown.text is not None and neutral(shown.text) != neutral(claim.text):
            yield f"{where} says {_apart(neutral(shown.text), neutral(claim.text))}{since}"
        speaker = self._known.said_by.get(shown.claim_id)
        if shown.speaker is not None and speaker not in {None, shown.speaker}:
            yield f"{where} is said by {speaker} now, not by {shown.speaker}{since}"

    def _document(self, where: str, document_id: str, sha256: str) -> Iterator[str]:
        document = self._known.documents.get(document_id)
        if document is None:
            yield f"{where}: the document {document_id!r} is not in the graph"
        elif document.sha256 != sha256:
            yield (
                f"{where}: the text of {document_id} has the sha256 {document.sha256[:12]}…, not "
                f"{sha256[:12]}…"
            )

    def _texts(self) -> Iterator[str]:
        """The parts of each article, put together, are its text."""
        parts: defaultdict[str, list[ShownText]] = defaultdict(list)
        for text in self._shown.texts:
            parts[text.document_id].append(text)
        for document_id, found in parts.items():
            where = found[0].where
            yield from self._document(where, document_id, found[0].sha256)
            document = self._known.documents.get(document_id)
            if document is None:
                continue
            found.sort(key=_part)
            words = neutral("".join(part.words for part in found))
            self.characters += len(words)
            if words != neutral(document.text):
                yield f"{where}: the article reads {_apart(words, neutral(document.text))}"

    def _mark(self, mark: ShownMark) -> Iterator[str]:
        start, end = mark.span
        for number in mark.numbers:
            if number not in self._numbers:
                yield f"{mark.where}: a mark is of claim {number}, which the report does not hold"
        document = self._known.documents.get(mark.document_id)
        if document is not None and neutral(document.text[start:end]) != neutral(mark.words):
            yield (
                f"{mark.where}: the mark of characters {start}–{end} reads "
                f"{_apart(neutral(mark.words), neutral(document.text[start:end]))}"
            )

    def _marked(self) -> Iterator[str]:
        """The words of each claim are marked in its article."""
        marked: defaultdict[int, list[Range]] = defaultdict(list)
        for mark in self._shown.marks:
            for number in mark.numbers:
                marked[number].append(mark.span)
        for claim in self._shown.claims:
            gap = _uncovered(claim.spans, marked[claim.number])
            if gap is not None:
                yield (
                    f"{claim.where}: characters {gap[0]}–{gap[1]} of claim {claim.number} are not "
                    "marked in its article"
                )

    def _name_at(self, place: ShownPlace) -> Iterator[str]:
        """A name stands where it is said to stand, in any case and with any article."""
        document = self._known.documents.get(place.document_id)
        if document is None:
            return
        for start, end in place.spans:
            there = neutral(document.text[start:end])
            self.characters += len(there)
            if _key(bare(there)) != _key(place.words):
                yield (
                    f"{place.where}: characters {start}–{end} of {place.document_id} are "
                    f"“{shortened(there, 60)}”, not “{shortened(place.words, 60)}”"
                )


def _key(name: str) -> str:
    """A name, or other words, to be compared."""
    return name_key(name) or " ".join(name.split()).strip("“”")


def _part(text: ShownText) -> tuple[int, ...]:
    """The place of a part: "text-3-2" stands behind "text-3"."""
    return tuple(int(step) for step in text.name.split("-") if step.isdigit())


def _uncovered(spans: Sequence[Range], marks: list[Range]) -> Range | None:
    """The first characters that no mark covers."""
    marks.sort()
    for start, end in spans:
        for from_, to in marks:
            if from_ <= start < to:
                start = to
        if start < end:
            return start, end
    return None


def _told(spans: Sequence[Range]) -> str:
    return ", ".join(f"{start}–{end}" for start, end in spans) or "no characters"


def _apart(shown: str, known: str) -> str:
    """Two texts that differ, from a little before the first difference."""
    at = next(
        (place for place, (a, b) in enumerate(zip(shown, known, strict=False)) if a != b),
        min(len(shown), len(known)),
    )
    start = max(0, at - 20)
    before = "…" if start else ""
    one, other = (before + shortened(text[start : at + 60], 60) for text in (shown, known))
    return f"“{one}” where the record has “{other}” (character {at})"
