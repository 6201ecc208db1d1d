"""Writes a report to files, whole or not at all; the format follows the file's ending."""

import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from urllib.parse import quote

from markupsafe import Markup

from claimgraph.atomic import replacing, replacing_bytes
from claimgraph.errors import OutputFileError, QueryError
from claimgraph.markup.html import safe
from claimgraph.report.content import Report
from claimgraph.views.material import Material
from claimgraph.views.wording import counted


class Format(StrEnum):
    """What a report can be written as; the names are the endings of files."""

    HTML = "html"
    MARKDOWN = "md"
    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"
    SVG = "svg"


#: Other endings that people use.
_ALSO = {"markdown": Format.MARKDOWN}

#: How a page of ours begins.
_OURS = re.compile(rb"<html\b[^>]*\bdata-report=")
_BEGINNING = 2_000


@dataclass(frozen=True, repr=False)
class Written:
    """The files of a report. ``str()`` says what they hold; a notebook shows a link.

    Attributes:
        path: The file to open.
        format: What it is.
        paths: All files, the one to open first: a long report has further pages beside it.
        articles: How many articles it is made of.
        claims: How many claims it shows.
    """

    path: Path
    format: Format
    paths: tuple[Path, ...]
    articles: int
    claims: int

    def __str__(self) -> str:
        return f"{self.path}{self._more}: {self._contents}"

    def __repr__(self) -> str:
        return f"Written({self})"

    def _repr_html_(self) -> str:
        address = self.path
        with suppress(ValueError):
            address = address.resolve().relative_to(Path.cwd())
        return Markup('<a href="{}" target="_blank" rel="noopener">{}</a>{}: {}').format(
            quote(address.as_posix()), safe(self.path.name), self._more, self._contents
        )

    @property
    def _more(self) -> str:
        more = len(self.paths) - 1
        return f" and {counted(more, 'further page')}" if more else ""

    @property
    def _contents(self) -> str:
        return f"{counted(self.articles, 'article')}, {counted(self.claims, 'claim')}"


def format_of(path: Path, name: str | None = None) -> Format:
    """The format that a file's ending names, or that is given.

    Raises:
        QueryError: There is no such format.

    >>> format_of(Path("aleppo.md")), format_of(Path("aleppo"), "html")
    (<Format.MARKDOWN: 'md'>, <Format.HTML: 'html'>)
    """
    asked = (path.suffix if name is None else name).lower().removeprefix(".")
    asked = _ALSO.get(asked, asked)
    if asked not in set(Format):
        known = ", ".join(f".{each.value}" for each in Format)
        what = f"{path.name}: the ending names no format" if name is None else f"{name!r} is none"
        raise QueryError(f"{what}; a report is written as {known}")
    return Format(asked)


def write(
    report: Report,
    path: str | Path,
    format: str | None = None,  # noqa: A002 - what it is
    *,
    material: Material | None = None,
) -> Written:
    """Write a report to a file, and further pages of a long one into a folder beside it.

    Nothing that was there is lost when this fails: every file is written beside its place, and put
    there when all are whole, the one to open last. Pages of an earlier report that this one has no
    more are removed.

    Args:
        report: What it says.
        path: The file to open: ``aleppo.html`` has its further pages in ``aleppo_files``.
        format: One of :class:`Format`; the ending of ``path`` says it, where it is not given.
        material: The records, which only the picture (svg) is drawn from.

    Raises:
        QueryError: The ending names no format, or the material for a picture is missing.
        OutputFileError: A file cannot be written; what was there is untouched.
        MissingExtraError: A workbook needs the extra ``tables``.
    """
    path = Path(path)
    chosen = format_of(path, format)
    if chosen is Format.HTML:
        paths = _pages(report, path)
    elif chosen is Format.XLSX:
        from claimgraph.report.workbook import to_bytes

        made = to_bytes(report)
        with replacing_bytes(path) as binary:
            binary.write(made)
        paths = (path,)
    elif chosen is Format.CSV:
        from claimgraph.report.tables import COLUMNS, rows
        from claimgraph.text.cells import write_csv

        with replacing(path) as file:
            write_csv(rows(report), COLUMNS, file)
        paths = (path,)
    else:
        text = _text(report, chosen, material)
        with replacing(path) as file:
            file.write(text)
        paths = (path,)
    return Written(path, chosen, paths, len(report.texts), len(report.exhibits))


def _text(report: Report, chosen: Format, material: Material | None) -> str:
    """The text of a format that is made at once."""
    if chosen is Format.MARKDOWN:
        from claimgraph.report.markdown import to_markdown

        return to_markdown(report)
    if chosen is Format.JSON:
        from claimgraph.report.as_json import dumps

        return dumps(report)
    if material is None:
        raise QueryError("a picture is drawn from records; call graph.report(), or give material=")
    from claimgraph.views.network_picture import network_picture

    return network_picture(material, title=report.title).svg


def _pages(report: Report, path: Path) -> tuple[Path, ...]:
    """Write the pages of a report; the index first in what is returned, and last on the disk."""
    from claimgraph.report.page import pages

    if path.suffix != ".html":
        # Further pages lead back to it by this name.
        raise QueryError(f"the name of a page ends in .html: call it {path.with_suffix('.html')}")
    stem = path.stem
    made = {path.parent / page.path: page.html for page in pages(report, stem)}
    folder = path.parent / f"{stem}_files"
    with _folder(folder, wanted=len(made) > 1), ExitStack() as files:
        # What is opened first is put in its place last.
        for each, html in made.items():
            files.enter_context(replacing(each)).write(html)
    for old in _older(folder):
        if old not in made:
            with suppress(OSError):
                old.unlink()
    with suppress(OSError):
        folder.rmdir()  # which fails where anything is in it
    return tuple(made)


@contextmanager
def _folder(path: Path, *, wanted: bool) -> Iterator[None]:
    """Make a folder, and take it away again when the block fails and nothing is in it."""
    try:
        if wanted:
            path.mkdir(exist_ok=True)
    except OSError as error:
        reason = error.strerror or error
        raise OutputFileError(f"cannot write into {path}: {reason}; nothing was changed") from error
    try:
        yield
    except BaseException:
        with suppress(OSError):
            path.rmdir()
        raise


def _older(folder: Path) -> Iterator[Path]:
    """Pages of a report in a folder; what a browser or a person has put there is none."""
    if not folder.is_dir():
        return
    for path in sorted(folder.glob("*.html")):
        with suppress(OSError), path.open("rb") as file:
            if _OURS.search(file.read(_BEGINNING)):
                yield path
