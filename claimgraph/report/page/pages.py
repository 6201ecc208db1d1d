"""A report as pages: one file that can be sent, or several where it is too large for one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from claimgraph.errors import ReportError
from claimgraph.report.content import Report
from claimgraph.report.page.anchors import resolved
from claimgraph.report.page.layout import LISTED, Layout, Sheet, laid_out
from claimgraph.report.page.paper import page, style
from claimgraph.report.page.sections import Section, joined, sections

_NO_NAME = re.compile(r"[\x00-\x1f/\\]|^\.{0,2}$")


@dataclass(frozen=True)
class Page:
    """A page of a report.

    Attributes:
        path: Where it belongs, beside the first page; folders are parted by "/".
        html: What it holds. To be written in UTF-8, line ends as they are.
    """

    path: str
    html: str


def pages(report: Report, stem: str = "report") -> Iterator[Page]:
    """The pages of a report; the first one is ``<stem>.html``.

    A report that fits in 2 MB is one page. Of a larger one the texts stand on pages of their own
    in the folder ``<stem>_files``, then whatever else takes most room; the first page leads to
    all of them, and each link leads to the page where its place is.

    A page loads nothing, runs no script, and needs no other file but those that it links to.

    Args:
        report: What it says.
        stem: The name of the first page, without ``.html``.

    Raises:
        ReportError: ``stem`` is no name of a file.
    """
    if _NO_NAME.search(stem):
        raise ReportError(f"{stem!r} is no name of a file; give one without folders")
    made = sections(report)
    home, folder = f"{stem}.html", f"{stem}_files"
    longest = len(f"../{quote(folder, safe='')}/questions-0000.html#exchange-00000000")
    layout = laid_out(made, folder, longest, len(style().encode()))
    where = _places(layout, home)
    yield Page(home, resolved(_first(report, made, layout), home, where))
    for place, sheet in enumerate(layout.sheets):
        around = (
            layout.sheets[place - 1] if place else None,
            *layout.sheets[place + 1 : place + 2],
        )
        html = page(
            kind="sheet",
            report=report,
            sheet=sheet,
            before=around[0],
            after=around[1] if len(around) > 1 else None,
            body=joined(sheet.items),
        )
        yield Page(sheet.path, resolved(html, sheet.path, where))


def _first(report: Report, made: tuple[Section, ...], layout: Layout) -> str:
    parts: list[tuple[Section, object, tuple[Sheet, ...]]] = [
        (section, joined(section.items), ())
        if section in layout.home
        else (section, "", layout.sheets_of(section))
        for section in made
    ]
    return page(kind="home", report=report, parts=parts, listed=LISTED, several=bool(layout.sheets))


def _places(layout: Layout, home: str) -> dict[str, str]:
    """On which page each place is."""
    found = {section.key: home for section in layout.home}
    for sheet in layout.sheets:
        found[sheet.section.key] = home
    for section in layout.home:
        found.update((place, home) for item in section.items for place in item.places)
    for sheet in layout.sheets:
        found[sheet.place] = sheet.path
        found.update((place, sheet.path) for item in sheet.items for place in item.places)
    return found
