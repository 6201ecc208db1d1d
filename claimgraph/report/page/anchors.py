"""Links between places of a report, before it is known on which page each place will stand.

A template writes a link as a place between two marks; when the pages are laid out, the marks are
replaced by an address. The mark is a control character: text from an article cannot hold it, since
:func:`claimgraph.markup.html.neutral` makes all of them visible.
"""

import re
from collections.abc import Mapping
from urllib.parse import quote

from markupsafe import Markup

from claimgraph.errors import ReportError

_MARK = "\x01"
_LINK = re.compile(f"{_MARK}([^{_MARK}]*){_MARK}")


def to(kind: str, *numbers: int) -> Markup:
    r"""The link to a place: a claim ``c``, its mark in a text ``m``, a text, a row, a section.

    >>> to("c", 12), to("figures")
    (Markup('\x01c12\x01'), Markup('\x01figures\x01'))
    """
    return Markup(f"{_MARK}{kind}{'-'.join(map(str, numbers))}{_MARK}")  # noqa: S704 - ours


def size(html: str, longest: int) -> int:
    """How many bytes a piece has at most, when no address is longer than ``longest``."""
    return len(html.encode()) + len(_LINK.findall(html)) * longest


def resolved(html: str, here: str, pages: Mapping[str, str]) -> str:
    """A page with an address in each link.

    Args:
        html: The page.
        here: Its own path.
        pages: The path of the page that each place is on.

    Raises:
        ReportError: A link leads to a place that no page has.
    """

    def address(match: re.Match[str]) -> str:
        place = match[1]
        try:
            page = pages[place]
        except KeyError:
            raise ReportError(
                f"a link leads to {place!r}, which no page of the report has"
            ) from None
        fragment = f"#{place}" if place and not place.startswith("page:") else ""
        return fragment if page == here and fragment else relative(here, page) + fragment

    return _LINK.sub(address, html)


def relative(here: str, page: str) -> str:
    """The way from one page to another; folders are one level deep.

    >>> relative("report.html", "report_files/texts-001.html")
    'report_files/texts-001.html'
    >>> relative("report_files/texts-001.html", "report_files/texts-002.html")
    'texts-002.html'
    >>> relative("report_files/texts-001.html", "report.html")
    '../report.html'
    """
    folder, _, _ = here.rpartition("/")
    other, _, name = page.rpartition("/")
    if folder == other:
        return quote(name, safe="")
    down = f"{quote(other, safe='')}/" if other else ""
    return ("../" if folder else "") + down + quote(name, safe="")
