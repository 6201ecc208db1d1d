"""What a graph can be exported as, and how a path says which."""

import os
from enum import StrEnum
from pathlib import Path

from claimgraph.errors import QueryError


class Format(StrEnum):
    """What can be written; most are the endings of files."""

    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"
    GRAPHML = "graphml"
    GEXF = "gexf"
    JSON = "json"
    JSONLD = "jsonld"
    SPACY = "spacy"
    TABLES = "tables"
    PARQUET_TABLES = "parquet-tables"


#: Those that make a folder.
OF_FOLDERS = frozenset({Format.TABLES, Format.PARQUET_TABLES})

_TABLES = {
    None: Format.TABLES,
    Format.CSV: Format.TABLES,
    Format.PARQUET: Format.PARQUET_TABLES,
}


def format_of(path: str | Path, to: str | None = None) -> Format:
    """The format that a path, or its ending, stands for.

    Args:
        path: A file, by its ending; or a folder: one that is there, or a text that ends in "/".
        to: The format by name, where the path does not say it. "csv" and "parquet" to a folder
            are all tables.

    Raises:
        QueryError: The path names nothing that can be written; or the format is not known, or the
            ending stands for none, and the message lists those that are.

    >>> format_of("claims.csv").value, format_of("out/", "parquet").value
    ('csv', 'parquet-tables')
    >>> format_of("graph.pdf")
    Traceback (most recent call last):
        ...
    claimgraph.errors.QueryError: graph.pdf: the ending names no format; use .jsonl, .csv, .parquet,
    .graphml, .gexf, .json, .jsonld, .spacy, a folder with "/" for tables, or say to which format
    """
    if Path(path).name in {"", ".."}:
        raise QueryError(f"{str(path)!r} names no file, nor a folder that may be replaced")
    if to is not None and to not in set(Format):
        raise QueryError(f"{to!r} is no format to export to; use {', '.join(Format)}")
    named = None if to is None else Format(to)
    ends_as_folder = str(path).endswith(("/", os.sep))
    if (ends_as_folder or Path(path).is_dir()) and named in _TABLES:
        return _TABLES[named]
    if named is None:
        ending = Path(path).suffix.removeprefix(".").lower()
        if ending not in set(Format) - OF_FOLDERS:
            known = ", ".join(f".{each}" for each in Format if each not in OF_FOLDERS)
            raise QueryError(
                f"{Path(path).name}: the ending names no format; use {known}, "
                'a folder with "/" for tables, or say to which format'
            )
        named = Format(ending)
    return named
