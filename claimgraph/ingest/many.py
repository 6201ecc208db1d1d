"""``articles``: all the articles in files and folders, one at a time; a bad one stops no other."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, overload

from typing_extensions import Unpack

from claimgraph.errors import ClaimGraphError, InputFileError, MissingExtraError
from claimgraph.ingest.about import About
from claimgraph.ingest.account import Account
from claimgraph.ingest.article import (
    ENDINGS,
    MANY,
    Hints,
    Ingested,
    Known,
    read_article,
)
from claimgraph.ingest.opening import ending, files_in, is_there, must_be_ordinary, shown
from claimgraph.ingest.rows import from_row
from claimgraph.model import Document
from claimgraph.text.strict import lines_of, objects

#: What articles can come from.
Source = str | Path | Document | Ingested


@dataclass(frozen=True)
class Refused:
    """A file, or a line of one, that is no article that can be read, and why."""

    where: str
    error: ClaimGraphError

    def plain(self) -> dict[str, Any]:
        """What is wrong, as a JSON object."""
        return {"file": self.where, "error": str(self.error)}


@overload
def articles(
    *what: Source | Iterable[Source], errors: Literal["raise"] = ..., **known: Unpack[Known]
) -> Iterator[Ingested]: ...


@overload
def articles(
    *what: Source | Iterable[Source], errors: Literal["return"], **known: Unpack[Known]
) -> Iterator[Ingested | Refused]: ...


def articles(
    *what: Source | Iterable[Source],
    errors: Literal["raise", "return"] = "raise",
    **known: Unpack[Known],
) -> Iterator[Ingested | Refused]:
    """The articles in files and folders, in order, each when it is asked for.

    Files end in ``.txt``, ``.md`` or ``.html``, as :func:`~claimgraph.ingest.article.ingest` reads
    them, or in ``.jsonl``, with an article on every line. Folders are looked through to the bottom,
    by name; what begins with a dot, a README, other endings and links to folders are left out.

    Args:
        what: Paths. Documents, and what was ingested before, come as they are. Iterables of these
            are taken one by one.
        errors: ``"return"`` gives what cannot be used as a :class:`Refused`, and goes on.
        known: What a person knows of all of them, as for :func:`~claimgraph.ingest.article.ingest`.

    Raises:
        InputFileError: With ``errors="raise"``, something cannot be used.
        RecordError: ``published`` is no time.
        MissingExtraError: HTML needs the extra ``documents``.

    >>> for found in articles("seeds"):
    ...     print(found.where, found.account.length)
    ...     break
    seeds/aleppo-orontes-daily.txt 2119
    """
    for found in _each(what, Hints.of(known)):
        if isinstance(found, Refused) and errors == "raise":
            raise found.error
        yield found


def _each(what: Iterable[Source | Iterable[Source]], hints: Hints) -> Iterator[Ingested | Refused]:
    for each in what:
        if isinstance(each, Ingested):
            yield each
        elif isinstance(each, Document):
            yield Ingested(each, Account.of_all(each.text), each.id, "document")
        elif not isinstance(each, str | Path):
            yield from _each(each, hints)
        elif is_there(Path(each)) and Path(each).is_dir():
            yield from _of_folder(Path(each), hints)
        else:
            yield from _of_file(Path(each), hints)


def _of_folder(folder: Path, hints: Hints) -> Iterator[Ingested | Refused]:
    paths, unreadable = files_in(folder, (*ENDINGS, *MANY))
    for error in unreadable:
        yield Refused(shown(folder), error)
    found = bool(unreadable)
    for path in paths:
        for item in _of_file(path, hints, in_folder=True):
            found = True
            yield item
    if not found:
        yield Refused(
            shown(folder),
            InputFileError(f"{shown(folder)}: no article in this folder; they end in {_endings()}"),
        )


def _of_file(path: Path, hints: Hints, *, in_folder: bool = False) -> Iterator[Ingested | Refused]:
    where = shown(path)
    if ending(path) in MANY:
        yield from _of_lines(path, hints.about, in_folder=in_folder)
        return
    try:
        if ending(path) not in ENDINGS and is_there(path):
            raise InputFileError(
                f"{where} has another ending; articles end in {_endings()}, and archives are not "
                "opened"
            )
        yield read_article(path, None, hints)
    except MissingExtraError:
        raise
    except ClaimGraphError as error:
        yield Refused(where, error)


def _of_lines(path: Path, given: About, *, in_folder: bool) -> Iterator[Ingested | Refused]:
    """The articles of a file of rows. Records and annotated rows are none."""
    others = found = 0
    try:
        if in_folder:
            # Whoever names a pipe wants to wait for it.
            must_be_ordinary(path)
        for number, fields in objects(lines_of(path), str(path)):
            where = f"{shown(path)} line {number}"
            if "record" in fields or "attributions" in fields:
                others += 1
                continue
            found += 1
            try:
                yield from_row(fields, where, given)
            except ClaimGraphError as error:
                yield Refused(where, error)
    except ClaimGraphError as error:
        yield Refused(shown(path), error)
        return
    if not found and not (others and in_folder):
        detail = "its lines are records: add() them" if others else "it is empty"
        yield Refused(shown(path), InputFileError(f"{shown(path)} holds no article: {detail}"))


def _endings() -> str:
    return ", ".join((*ENDINGS, *MANY))
