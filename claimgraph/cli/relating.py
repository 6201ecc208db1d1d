"""``claimgraph relate``: articles in, what their claims are to each other out; no store needed."""

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TextIO

import typer

from claimgraph.atomic import replacing
from claimgraph.cli.comparing_files import Judge, Model, Provider, Threads, day, judge_named
from claimgraph.cli.pairs import Comparer
from claimgraph.cli.read import about, how_many, readings_of, row_of
from claimgraph.errors import InputFileError, RecordError
from claimgraph.model import Document, Reading
from claimgraph.text.dateline import day_told
from claimgraph.text.strict import compact
from claimgraph.views.wording import counted

if TYPE_CHECKING:
    from claimgraph.compare.articles import Found
    from claimgraph.compare.judge import PairJudge
    from claimgraph.compare.statement import Statement
    from claimgraph.reading.reader import Reader


def relate(
    jsonl: Annotated[
        Path, typer.Option("--jsonl", help='Rows {"doc_id", "text", …}, one article a line.')
    ],
    readings: Annotated[Path, typer.Option(help="Where the readings go, as rows.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="Where the relations go.")],
    own_voice: Annotated[
        bool, typer.Option("--own-voice", help="Compare what the articles say themselves, too.")
    ] = False,
    judge: Judge = "",
    model: Model = None,
    provider: Provider = None,
    threads: Threads = None,
) -> None:
    """Find what the claims of some articles are to each other, across them and within each."""
    from claimgraph.reading.reader import Reader

    asked = judge_named(judge)
    reader = Reader(model=model, providers=provider, threads=threads, own_voice=own_voice)
    total, failed, found = relate_rows(reader, jsonl, readings, output, judge=asked)
    typer.echo(f"{how_many(total, failed)}; {counted(found, 'relation')} found", err=True)
    if failed:
        raise typer.Exit(1)


def relate_rows(
    reader: "Reader",
    path: Path,
    readings: Path,
    output: Path,
    *,
    judge: "PairJudge | None" = None,
    comparer: Comparer | None = None,
) -> tuple[int, int, int]:
    """Write the readings of some articles, and what their claims are to each other.

    Args:
        reader: Reads the articles.
        path: Rows ``{"doc_id", "text", …}``, as for ``claimgraph read --jsonl``.
        readings: Gets the rows that ``claimgraph read --jsonl`` writes.
        output: Gets rows ``{"a", "b", "kind", "type", "score", "reason", "method"}``. Both files
            appear whole or not at all.
        judge: What is asked where comparing says nothing.
        comparer: What compares the gists of two claims; by default all comparators.

    Returns:
        How many texts there are, how many of them could not be read, and how many relations were
        found.

    Raises:
        InputFileError: A line is no such row, its date is none, or its ``doc_id`` stands on another
            line too.
        ModelError: The judge's answers cannot be used.
    """
    from claimgraph.compare.articles import relations_among
    from claimgraph.compare.pairs import compare

    if readings.resolve() == output.resolve():
        raise InputFileError(f"readings and relations cannot both go to {output}")
    statements: list[Statement] = []
    keys: list[str] = []
    with ExitStack() as files:
        read_file, found_file = (
            files.enter_context(replacing(each)) for each in (readings, output)
        )
        total, failed = _read(reader, path, read_file, statements, keys)
        found = relations_among(statements, comparer=comparer or compare, judge=judge)
        for each in found:
            found_file.write(compact(_row(each, keys)) + "\n")
    return total, failed, len(found)


def _read(
    reader: "Reader",
    path: Path,
    file: TextIO,
    statements: list["Statement"],
    keys: list[str],
) -> tuple[int, int]:
    """Write every reading, and keep its statements with the names that relations give them."""
    from claimgraph.compare.statement import statements_of

    total = failed = 0
    for fields, result in readings_of(reader, path, _Articles()):
        total += 1
        file.write(compact(row_of(fields, result)) + "\n")
        if not isinstance(result, Reading):
            failed += 1
            continue
        for statement in statements_of(result):
            statements.append(statement)
            keys.append(f"{fields['doc_id']}#{statement.attribution.id}")
    return total, failed


class _Articles:
    """Makes the articles of rows, and refuses a ``doc_id`` that comes again."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    def __call__(self, fields: dict[str, Any], where: str) -> Document | str:
        if "doc_id" in fields:
            before = self._known.setdefault(str(fields["doc_id"]), where)
            if before != where:
                raise InputFileError(
                    f"{where}: the doc_id {fields['doc_id']!r} stands on {before} too; relations "
                    "could not tell the two apart"
                )
        text = fields["text"]
        if not text:  # which the reader names in the row's error
            return ""
        published = day(fields.get("published"), f"{where}: published") or day_told(text)
        try:
            return Document(text=text, **{**about(fields), "published": published})
        except RecordError as error:
            raise InputFileError(f"{where}: {error}") from error


def _row(found: "Found", keys: list[str]) -> dict[str, Any]:
    verdict = found.verdict
    return {
        "a": keys[found.a],
        "b": keys[found.b],
        "kind": verdict.kind.value,
        "type": verdict.type.value if verdict.type else None,
        "score": round(verdict.score, 4),
        "reason": verdict.reason,
        "method": verdict.method,
    }
