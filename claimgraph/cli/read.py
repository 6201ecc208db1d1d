"""``claimgraph read``: JSON Lines of texts in, the same with their attributions out."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from claimgraph.errors import ClaimGraphError, InputFileError
from claimgraph.interop.atomic import replacing
from claimgraph.interop.attributions import to_row
from claimgraph.model import Document, Reading
from claimgraph.text.strict import compact, lines_of, objects

#: What a row may say of its article, besides the text.
_ABOUT = ("title", "url", "publisher", "published", "language")


def read(
    jsonl: Annotated[
        Path, typer.Option("--jsonl", help='Rows {"doc_id", "text", …}, one article a line.')
    ],
    output: Annotated[Path, typer.Option("--output", "-o", help="Where the readings go.")],
    model: Annotated[
        Path | None, typer.Option(help="Folder of another model than the library's own.")
    ] = None,
    provider: Annotated[
        list[str] | None,
        typer.Option(help="Execution provider of ONNX Runtime, such as CUDAExecutionProvider."),
    ] = None,
    threads: Annotated[int | None, typer.Option(min=1, help="Threads of the encoder.")] = None,
) -> None:
    """Find who said what in every text. A text that cannot be read never stops the others."""
    from claimgraph.reading.reader import Reader

    reader = Reader(model=model, providers=provider, threads=threads)
    failed = total = 0
    with replacing(output) as file:
        for row in read_rows(reader, jsonl):
            total += 1
            failed += "error" in row
            file.write(compact(row) + "\n")
    typer.echo(f"{total} texts read, {failed} could not be read", err=True)
    if failed:
        raise typer.Exit(1)


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
    waiting: list[dict[str, Any]] = []

    def documents() -> Iterator[Document | str]:
        for number, fields in objects(lines_of(path), path.name):
            if not isinstance(fields.get("text"), str):
                raise InputFileError(f'{path.name} line {number}: the row has no "text"')
            waiting.append({"doc_id": str(number), **fields})
            yield _document(fields)

    for result in reader.pipe(documents(), errors="return"):
        fields = waiting.pop(0)
        if isinstance(result, Reading):
            yield {**to_row(result), "doc_id": fields["doc_id"]}
        else:
            yield {
                "doc_id": fields["doc_id"],
                "text": fields["text"],
                "attributions": [],
                "error": str(result),
            }


def _document(fields: dict[str, Any]) -> Document | str:
    """The article of a row; its bare text where the rest of the row is no record."""
    about = {name: fields[name] for name in _ABOUT if fields.get(name)}
    try:
        return Document(text=fields["text"], **about)
    except ClaimGraphError:
        text: str = fields["text"]
        return text
