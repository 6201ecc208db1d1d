"""``claimgraph read``: texts in, who said what in them out; no store is needed."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from claimgraph.atomic import replacing
from claimgraph.cli.options import (
    Encoding,
    Json,
    Language,
    Published,
    Publisher,
    Replace,
    Title,
    Url,
    known,
)
from claimgraph.cli.output import plainly, print_json, show
from claimgraph.errors import ClaimGraphError, InputFileError
from claimgraph.interop.attributions import to_row
from claimgraph.model import Document, Reading
from claimgraph.text.dateline import day_told
from claimgraph.text.strict import compact, lines_of, objects
from claimgraph.views.wording import counted

if TYPE_CHECKING:
    from claimgraph.ingest import Ingested, Refused
    from claimgraph.reading.reader import Reader

#: What a row may say of its article, besides the text.
_ABOUT = ("title", "url", "publisher", "published", "language")

#: Articles that are read together.
_BATCH = 32


def read(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(help="Files ending in .txt, .md, .html or .jsonl, or folders of them."),
    ] = None,
    jsonl: Annotated[
        Path | None,
        typer.Option("--jsonl", help='Rows {"doc_id", "text", …}, one article a line; needs -o.'),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Where the readings go, as rows.")
    ] = None,
    publisher: Publisher = "",
    published: Published = "",
    title: Title = "",
    url: Url = "",
    language: Language = "",
    encoding: Encoding = "",
    replace: Replace = False,
    json: Json = False,
    model: Annotated[
        Path | None, typer.Option(help="Folder of another model than the library's own.")
    ] = None,
    provider: Annotated[
        list[str] | None,
        typer.Option(help="Execution provider of ONNX Runtime, such as CUDAExecutionProvider."),
    ] = None,
    threads: Annotated[int | None, typer.Option(min=1, help="Threads of the encoder.")] = None,
    own_voice: Annotated[
        bool, typer.Option("--own-voice", help="Read what the article says itself too.")
    ] = False,
) -> None:
    """Find who said what in every text. A text that cannot be read never stops the others."""
    if (jsonl is None) == (not paths):
        raise typer.BadParameter("name files, or --jsonl IN with -o OUT, and not both")
    if jsonl is not None and output is None:
        raise typer.BadParameter("--jsonl needs -o OUT, where the rows go")
    from claimgraph.ingest import articles
    from claimgraph.reading.reader import Reader

    given = known(publisher, published, title, url, language, encoding, replace)
    found = articles(*(paths or ()), errors="return", **given)
    reader = Reader(model=model, providers=provider, threads=threads, own_voice=own_voice)
    if output is not None:
        rows = read_rows(reader, jsonl) if jsonl else _rows(_read(reader, found))
        total, failed = _write(rows, output)
    elif json:
        total, failed = _print_rows(_rows(_read(reader, found)))
    else:
        total, failed = _tell(_read(reader, found))
    typer.echo(how_many(total, failed), err=True)
    if failed:
        raise typer.Exit(1)


def how_many(total: int, failed: int) -> str:
    """How many of some texts were read: "2 texts read, 1 could not be read"."""
    return f"{counted(total - failed, 'text')} read, {failed} could not be read"


def read_rows(reader: Any, path: Path) -> Iterator[dict[str, Any]]:
    """The row of every reading, in the order of the file.

    Args:
        reader: A ``Reader``.
        path: JSON Lines.

    Yields:
        Rows as ``interop.attributions`` writes them, under the ``doc_id`` of their input. A text
        that cannot be read has no attributions, and the reason as ``"error"``.

    Raises:
        InputFileError: A line is no JSON object with a text.
    """
    for fields, result in readings_of(reader, path, _document):
        yield row_of(fields, result)


def readings_of(
    reader: Any, path: Path, make: Callable[[dict[str, Any], str], Document | str]
) -> Iterator[tuple[dict[str, Any], Reading | ClaimGraphError]]:
    """The fields and the reading of every row, or why there is none, in the order of the file.

    Args:
        reader: A ``Reader``.
        path: JSON Lines. A row without a ``doc_id`` gets the number of its line.
        make: The article of a row, given the row and what errors call it.

    Raises:
        InputFileError: A line is no JSON object with a text.
    """
    from claimgraph.ingest.about import known_of

    waiting: list[dict[str, Any]] = []

    def documents() -> Iterator[Document | str]:
        for number, fields in objects(lines_of(path), str(path)):
            where = f"{path} line {number}"
            if not isinstance(fields.get("text"), str):
                raise InputFileError(f'{where}: the row has no "text"')
            waiting.append({"doc_id": str(number), **fields})
            yield make({**fields, **known_of(fields)}, where)

    for result in reader.pipe(documents(), errors="return"):
        yield waiting.pop(0), result


def row_of(fields: dict[str, Any], result: Reading | ClaimGraphError) -> dict[str, Any]:
    """What is written of a row: its attributions, or why it could not be read."""
    if isinstance(result, Reading):
        return {**to_row(result), "doc_id": fields["doc_id"]}
    return {
        "doc_id": fields["doc_id"],
        "text": fields["text"],
        "attributions": [],
        "error": str(result),
    }


def about(fields: dict[str, Any]) -> dict[str, Any]:
    """What a row says of its article, besides the text."""
    return {name: fields[name] for name in _ABOUT if fields.get(name)}


def _document(fields: dict[str, Any], _where: str) -> Document | str:
    """The article of a row; its bare text where the rest of the row is no record."""
    try:
        known = {"published": day_told(fields["text"]), **about(fields)}
        return Document(text=fields["text"], **known)
    except ClaimGraphError:
        text: str = fields["text"]
        return text


Read = tuple["Ingested | Refused", Reading | ClaimGraphError]


def _read(reader: "Reader", found: "Iterator[Ingested | Refused]") -> Iterator[Read]:
    """Every article with its reading, or with the reason why there is none."""
    from claimgraph.ingest import Refused

    while batch := list(islice(found, _BATCH)):
        documents = [each.document for each in batch if not isinstance(each, Refused)]
        results = reader.pipe(documents, batch_size=_BATCH, errors="return")
        for each in batch:
            yield each, each.error if isinstance(each, Refused) else next(results)


def _rows(read: Iterable[Read]) -> Iterator[dict[str, Any]]:
    """A row for every article: its file, its attributions, and what became of its characters."""
    from claimgraph.ingest import Refused

    for found, result in read:
        if isinstance(found, Refused) or not isinstance(result, Reading):
            row = {"doc_id": found.where, "text": "", "attributions": []}
            yield row | {"file": found.where, "error": str(result)}
        else:
            account = found.account.plain() | {"warnings": list(found.warnings)}
            yield to_row(result) | {"file": found.where, "account": account}


def _write(rows: Iterable[dict[str, Any]], output: Path) -> tuple[int, int]:
    """Write rows to a file, which appears whole or not at all; how many, how many failed."""
    total = failed = 0
    with replacing(output) as file:
        for row in rows:
            total += 1
            failed += "error" in row
            file.write(compact(row) + "\n")
    return total, failed


def _print_rows(rows: Iterable[dict[str, Any]]) -> tuple[int, int]:
    total = failed = 0
    for row in rows:
        total += 1
        failed += "error" in row
        print_json([row])
    return total, failed


def _tell(read: Iterable[Read]) -> tuple[int, int]:
    """Print who said what, article by article."""
    from claimgraph.console.reading import who_said_what
    from claimgraph.ingest import Refused

    total = failed = 0
    for found, result in read:
        total += 1
        if isinstance(found, Refused) or not isinstance(result, Reading):
            failed += 1
            told = str(result)
            plainly(told if found.where in told else f"{found.where}: {told}")
            continue
        plainly(f"{found.where}: {found.account}")
        for warning in found.warnings:
            plainly(f"  note: {warning}")
        show(*who_said_what(result))
    return total, failed
