"""Reads a report as anybody could: from its files alone."""

from collections.abc import Mapping
from pathlib import Path
from posixpath import dirname

from claimgraph.errors import InputFileError
from claimgraph.report.page_parser import Page
from claimgraph.report.shown import Shown

#: The form of pages that is read: ``<html data-report="1">``.
VERSION = "1"


def read_pages(path: Path) -> Shown:
    """What a report shows: its first page, and all that belong to it.

    Args:
        path: The page to open first. Further pages lie in the folder ``…_files`` beside it.

    Raises:
        InputFileError: It is no report of claimgraph, or cannot be read.
    """
    shown = Shown(pages=0)
    pages: dict[str, Page] = {}
    waiting = [path.name]
    while waiting:
        name = waiting.pop()
        page = pages[name] = Page(name, shown)
        text = _text_of(path.parent / name)
        if text is None:
            if name == path.name:
                raise InputFileError(f"there is no file {path}")
            shown.problems.append(f"{name}: the page is missing")
            continue
        shown.pages += 1
        page.feed(text)
        page.close()
        if page.version != VERSION:
            if name == path.name:
                raise InputFileError(_not_ours(path, page.version))
            shown.problems.append(f"{name}: the page is none of this report")
        page.finish()
        for link in page.links:
            if _belongs(link.page, path) and link.page not in pages and link.page not in waiting:
                waiting.append(link.page)
    _check_links(pages)
    shown.problems.sort(key=_page_and_line)
    return shown


def _not_ours(path: Path, version: str | None) -> str:
    if version is None:
        return f"{path} is no report of claimgraph: its <html> has no data-report"
    return (
        f"{path} is a report of the form {version!r}, and this claimgraph reads {VERSION!r}; "
        "check it with the claimgraph that made it, or make it anew"
    )


def _text_of(path: Path) -> str | None:
    """The text of a file; ``None`` where there is none."""
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputFileError(f"{path}: byte {error.start + 1} is not UTF-8") from None
    except FileNotFoundError:
        return None
    except OSError as error:
        raise InputFileError(f"cannot read {path}: {error.strerror or error}") from error


def _belongs(page: str, path: Path) -> bool:
    return page == path.name or dirname(page) == f"{path.stem}_files"


def _check_links(pages: Mapping[str, Page]) -> None:
    """Every link leads to a place that is there."""
    for page in pages.values():
        for link in page.links:
            target = pages.get(link.page)
            if target is None:
                page.problem(link.line, f"a link leads out of the report, to {link.address!r}")
            elif target.version and link.place and link.place not in target.places:
                page.problem(link.line, f"a link leads to {link.address!r}, which is not there")


def _page_and_line(problem: str) -> tuple[str, int]:
    where = problem.partition(": ")[0]
    name, _, line = where.rpartition(" line ")
    return (name, int(line)) if line.isdigit() and name else (where, 0)
