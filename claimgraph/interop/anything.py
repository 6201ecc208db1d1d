"""Whatever a file holds that the library can read, as records."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from claimgraph.errors import InputFileError, RecordError
from claimgraph.interop import brat, jsonl
from claimgraph.interop.attributions import from_row
from claimgraph.model import Judgement, Reading
from claimgraph.text.strict import lines_of, objects

#: What files may be, by the ending of their names.
ENDINGS = {".jsonl": "JSON Lines of records or rows", ".ann": "brat standoff"}


def records(*paths: str | Path, **about: str) -> Iterator[jsonl.TopRecord]:
    """The records of files and folders, in an order in which they can be added.

    Args:
        paths: See :func:`files`.
        about: See :func:`load`.

    Raises:
        InputFileError: A path is not there or holds nothing, or a line is broken.

    >>> from claimgraph import ClaimGraph
    >>> with ClaimGraph() as graph:
    ...     print(graph.add(records("seeds")).documents)
    7
    """
    found = files(map(Path, paths))
    return in_order(record for path in found for record in load(path, **about))


def files(paths: Iterable[Path]) -> list[Path]:
    """The files to read: those that are named, and in folders every one with a known ending.

    Args:
        paths: Files and folders. Folders are looked through to the bottom, by name.

    Raises:
        InputFileError: A path is not there, a file has another ending, or a folder holds none.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            inside = [each for each in sorted(path.rglob("*")) if each.suffix in ENDINGS]
            if not inside:
                raise InputFileError(f"{path}: no file in this folder ends in {_endings()}")
            found.update(dict.fromkeys(inside))
        elif path.suffix in ENDINGS:
            found[path] = None
        else:
            problem = "has another ending" if path.exists() else "is not there"
            raise InputFileError(f"{path} {problem}; files to add end in {_endings()}")
    return list(found)


def load(path: Path, **about: str) -> Iterator[jsonl.TopRecord]:
    """The records of one file, one at a time.

    A line of JSON Lines that has no ``record`` but ``attributions`` is a row of the shape of
    :mod:`claimgraph.interop.attributions`.

    Args:
        path: A file with one of the ``ENDINGS``.
        about: What to note of documents in brat standoff, which says nothing of them:
            ``publisher``, ``published``, ``title``, ``url``.

    Raises:
        InputFileError: The file cannot be read; with line and field.
    """
    if path.suffix == ".ann":
        yield from brat.load(path, **about)
        return
    for number, fields in objects(lines_of(path), str(path)):
        yield from_fields(fields, f"{path} line {number}")


def from_fields(fields: dict[str, Any], where: str) -> jsonl.TopRecord:
    """The record, or the reading of an annotated row, that the fields of a line make.

    Args:
        fields: The JSON object of the line.
        where: What errors call it: "readings.jsonl line 3".

    Raises:
        InputFileError: They make none.
    """
    if "record" in fields:
        return jsonl.record(fields, where)
    if "attributions" in fields:
        try:
            return from_row(fields)
        except RecordError as error:
            raise InputFileError(f"{where}: {error}") from error
    if "text" in fields:
        raise InputFileError(f"{where}: it is a text to be read, and no record: graph.read_all(…)")
    return jsonl.record(fields, where)


def in_order(records: Iterable[jsonl.TopRecord]) -> Iterator[jsonl.TopRecord]:
    """The same records in an order in which they can be added: what joins records comes after all
    readings, and judgements last. Readings are passed on as they come; the others wait in memory.
    """
    joining: list[jsonl.TopRecord] = []
    judgements: list[Judgement] = []
    for record in records:
        if isinstance(record, Reading):
            yield record
        elif isinstance(record, Judgement):
            judgements.append(record)
        else:
            joining.append(record)
    yield from joining
    yield from judgements


def _endings() -> str:
    return " or ".join(ENDINGS)
