"""``claimgraph judge --jsonl``: pairs of texts in, what they are to each other out."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimgraph.atomic import replacing
from claimgraph.cli.comparing_files import day
from claimgraph.errors import ClaimGraphError, InputFileError, RecordError
from claimgraph.model import Document
from claimgraph.text.dateline import day_told
from claimgraph.text.strict import compact, lines_of, objects
from claimgraph.vocabulary import RelationKind

if TYPE_CHECKING:
    from claimgraph.compare.gist import Gist
    from claimgraph.compare.judge import PairJudge
    from claimgraph.compare.statement import Statement
    from claimgraph.compare.verdict import Verdict
    from claimgraph.reading.reader import Reader

Comparer = Callable[["Gist", "Gist"], "Verdict | None"]

#: Both sides of a row.
SIDES = ("claim_a", "claim_b")
#: What is said of two texts that have nothing in common that could be compared.
NEUTRAL = "neutral"
#: Rows whose pairs are compared together.
_BATCH = 64


@dataclass(frozen=True, slots=True)
class PairRow:
    """A row of a file of pairs.

    Attributes:
        id: As it stands there; the number of the line where it has none.
        where: What errors call it.
        documents: Each text as an article of its own.
        sources: Who is known to have said each, "" for nobody.
    """

    id: Any
    where: str
    documents: tuple[Document, Document]
    sources: tuple[str, str]


def judge_pairs(
    reader: "Reader",
    path: Path,
    output: Path,
    *,
    judge: "PairJudge | None" = None,
    comparer: Comparer | None = None,
) -> int:
    """Write what the two texts of every row are to each other.

    Args:
        reader: Should read the article's own voice too.
        path: Rows ``{"id", "claim_a": {"text", "source"?, "date"?}, "claim_b": {…}}``.
        output: Gets rows ``{"id", "label", "type", "score", "reason", "method"}`` in the same
            order. It appears whole or not at all.
        judge: What is asked where comparing says nothing.
        comparer: What compares the gists of two claims; by default all comparators.

    Returns:
        How many rows there are.

    Raises:
        InputFileError: A line is no such row.
        ModelError: The judge's answers cannot be used.
    """
    rows = list(pair_rows(path))
    with replacing(output) as file:
        for row in _judged(reader, rows, judge, comparer):
            file.write(compact(row) + "\n")
    return len(rows)


def pair_rows(path: Path) -> Iterator[PairRow]:
    """The rows of a file of pairs, checked.

    Raises:
        InputFileError: The file cannot be read, a line is no JSON object, or one of its claims has
            no text or a date that is none; with line and field.
    """
    for number, fields in objects(lines_of(path), str(path)):
        where = f"{path} line {number}"
        documents, sources = [], []
        for side in SIDES:
            document, source = _claim(fields.get(side), f"{where}: {side}", f"{number}.{side}")
            documents.append(document)
            sources.append(source)
        yield PairRow(
            fields.get("id", str(number)),
            where,
            (documents[0], documents[1]),
            (sources[0], sources[1]),
        )


def _claim(fields: Any, where: str, document_id: str) -> tuple[Document, str]:
    """One side of a row: its article, and who is known to have said it."""
    if not isinstance(fields, dict):
        raise InputFileError(f'{where}: an object with a "text" belongs here, not {_shown(fields)}')
    text, source = fields.get("text"), fields.get("source")
    if not isinstance(text, str):
        raise InputFileError(f"{where}.text: a text belongs here, not {_shown(text)}")
    if not text.strip():
        raise InputFileError(f"{where}.text: it is empty")
    if source is not None and not isinstance(source, str):
        raise InputFileError(f"{where}.source: a name belongs here, not {_shown(source)}")
    published = day(fields.get("date"), f"{where}.date") or day_told(text)
    try:
        return Document(id=document_id, text=text, published=published), source or ""
    except RecordError as error:
        raise InputFileError(f"{where}: {error}") from error


def _shown(value: Any) -> str:
    return "nothing" if value is None else repr(value)[:40]


def _judged(
    reader: "Reader",
    rows: Sequence[PairRow],
    judge: "PairJudge | None",
    comparer: Comparer | None,
) -> Iterator[dict[str, Any]]:
    from claimgraph.compare.texts import chosen, compare_asked, compared, pairs_of

    read = _read(reader, rows)
    while some := list(islice(read, _BATCH)):
        pairs = [pairs_of(*sides) for _, sides in some]
        verdicts = iter(
            compared(
                [pair for of_row in pairs for pair in of_row],
                comparer=comparer or compare_asked,
                judge=judge,
                asked=True,
            )
        )
        for (row, sides), of_row in zip(some, pairs, strict=True):
            yield _told(row, sides, chosen([next(verdicts) for _ in of_row]))


Sides = tuple[list["Statement"], list["Statement"]]


def _read(reader: "Reader", rows: Sequence[PairRow]) -> Iterator[tuple[PairRow, Sides]]:
    """Every row with the statements of its two texts."""
    from claimgraph.compare.statement import statements_of
    from claimgraph.compare.texts import spoken_by

    texts = (document for row in rows for document in row.documents)
    readings = reader.pipe(texts, errors="return")
    for row in rows:
        sides = []
        for side, source in zip(SIDES, row.sources, strict=True):
            reading = next(readings)
            if isinstance(reading, ClaimGraphError):
                raise InputFileError(f"{row.where}: {side}: {reading}") from reading
            sides.append(spoken_by(statements_of(reading), source))
        yield row, (sides[0], sides[1])


def _told(row: PairRow, sides: Sides, verdict: "Verdict | None") -> dict[str, Any]:
    if verdict is None:
        empty = [side for side, found in zip(SIDES, sides, strict=True) if not found]
        reason = "nothing that one says can be compared with what the other says"
        if empty:
            reason = f"no claim was found in {' and '.join(empty)}"
        return {
            "id": row.id,
            "label": NEUTRAL,
            "type": None,
            "score": 0.0,
            "reason": reason,
            "method": "",
        }
    # A text that takes the other back is newer than it; there is no label of its own for that.
    retracts = verdict.kind is RelationKind.RETRACTS
    kind = RelationKind.UPDATES if retracts else verdict.kind
    return {
        "id": row.id,
        "label": kind.value,
        "type": verdict.type.value if verdict.type else None,
        "score": round(verdict.score, 4),
        "reason": verdict.reason,
        "method": verdict.method,
    }
