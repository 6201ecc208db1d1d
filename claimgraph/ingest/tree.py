"""A page as a tree, without what surrounds and hides, and with paragraphs where it has none."""

import re
from typing import TYPE_CHECKING, Any

from claimgraph.errors import InputFileError, MissingExtraError
from claimgraph.ingest.plain import from_plain

if TYPE_CHECKING:
    from lxml.html import HtmlElement

#: Deepest nesting that the parser takes; what lies deeper, it would leave out without a word.
DEEPEST = 2048

_BLANK_LINES = re.compile(r"\n(?:[ \t]*+\n)++")
_NAVIGATION = ("nav", "menu", "button", "select", "dialog")
#: Navigation inside navigation is looked at to such a depth.
_MOST_NESTED = 4
_CELLS = frozenset(("td", "th"))
_TABLE = _CELLS | {"tr", "tbody", "thead", "tfoot"}
#: A cell, or a ``<pre>``, with more characters than this holds a text.
_TEXT_OF_CELL = 250
_LOWER_STYLE = "translate(@style, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ \t\n', 'abcdefghijklmnopqrstuvwxyz')"
_HIDDEN = (
    f"//*[@hidden or contains({_LOWER_STYLE}, 'display:none') "
    f"or contains({_LOWER_STYLE}, 'visibility:hidden')]"
)


def tree_of(page: str) -> "HtmlElement | None":
    """The page as a tree, made ready for the extractor; ``None`` where nothing is in it.

    Args:
        page: HTML without control characters.

    Raises:
        MissingExtraError: The extra ``documents`` is not installed.
        InputFileError: The page is nested too deep.
    """
    try:
        import trafilatura  # noqa: F401 - lxml alone is not enough
        from lxml import etree, html
    except ImportError:
        raise MissingExtraError("reading HTML", extra="documents") from None

    parser = html.HTMLParser(
        encoding="utf-8",
        huge_tree=True,
        collect_ids=False,
        default_doctype=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        tree = html.document_fromstring(page.encode("utf-8"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        # Nothing but comments, or nothing at all.
        return None
    if any(entry.level_name == "FATAL" for entry in parser.error_log):
        raise InputFileError(
            f"its elements are nested deeper than {DEEPEST} levels, and what lies deeper would be "
            "lost; save its text as .txt"
        )
    _without_hidden(tree)
    _without_navigation(tree)
    _without_layout(tree)
    _with_paragraphs(tree)
    return tree


def _without_hidden(tree: "HtmlElement") -> None:
    """Take out what the page's own attributes hide."""
    for element in tree.xpath(_HIDDEN):
        # A page that hides itself until a script runs is not hidden from its readers.
        if element.tag not in ("html", "body") and element.getparent() is not None:
            element.drop_tree()


def _without_navigation(tree: "HtmlElement") -> None:
    """Take out menus and buttons, which the extractor keeps where an article is short.

    An element of navigation that was never closed may hold the article, and stays.
    """
    from lxml import etree

    depth = 0
    around: list[Any] = []
    for event, element in etree.iterwalk(tree, events=("start", "end"), tag=_NAVIGATION):
        if event == "end":
            depth -= 1
            continue
        depth += 1
        if depth <= _MOST_NESTED and not _may_hold_an_article(element):
            around.append(element)
    for element in around:
        if element.getparent() is not None:
            element.drop_tree()


def _may_hold_an_article(element: Any) -> bool:
    if element.xpath("boolean(.//article or .//main or .//h1)"):
        return True
    words = sum(len(each.text_content()) for each in element.iter("p"))
    return bool(words > _TEXT_OF_CELL)


def _without_layout(tree: "HtmlElement") -> None:
    """Make tables that only lay out a page, as old ones do, into plain blocks.

    Such a table holds another one, or a cell with a whole text.
    """
    from lxml import etree

    tables: list[Any] = []
    cells: list[int] = []
    members: dict[Any, list[Any]] = {}
    layout: set[Any] = set()
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        name = element.tag
        if event == "start":
            if name == "table":
                layout.update(tables[-1:])
                tables.append(element)
                members[element] = [element]
            elif tables and name in _TABLE:
                members[tables[-1]].append(element)
            if name in _CELLS:
                cells.append(0)
            if cells:
                cells[-1] += len(element.text or "")
            continue
        if name == "table" and tables:
            tables.pop()
        elif name in _CELLS and cells and cells.pop() > _TEXT_OF_CELL:
            layout.update(tables[-1:])
        if cells:
            cells[-1] += len(element.tail or "")
    for table in layout:
        for element in members[table]:
            element.tag = "div"


def _with_paragraphs(tree: "HtmlElement") -> None:
    """Make whole texts that stand in ``<pre>`` into paragraphs, as those of plain text are."""
    from lxml.html import builder

    for element in list(tree.iter("pre")):
        text = str(element.text_content())
        if len(text) <= _TEXT_OF_CELL or element.getparent() is None:
            continue
        block = builder.DIV()
        for part in _BLANK_LINES.split(from_plain(text).text.strip("\n")):
            first, *others = part.split("\n")
            paragraph = builder.P(first)
            for line in others:
                following = builder.BR()
                following.tail = line
                paragraph.append(following)
            block.append(paragraph)
        block.tail = element.tail
        element.getparent().replace(element, block)
