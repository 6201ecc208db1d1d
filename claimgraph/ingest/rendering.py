"""The article in a page, as trafilatura finds it: its paragraphs, in order, as lines."""

import logging
import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claimgraph.errors import InputFileError, MissingExtraError
from claimgraph.ingest.plain import from_plain

if TYPE_CHECKING:
    from lxml.html import HtmlElement

#: Deepest nesting that the parser takes; what lies deeper, it would leave out without a word.
DEEPEST = 2048

#: What stands between the cells of a row.
BAR = " | "

_SPACE = re.compile(r"\s+")
_BLANK_LINES = re.compile(r"\n(?:[ \t]*+\n)++")
_PARAGRAPH_BREAK = re.compile(r"\n(?: *\n)+")
#: Names of trafilatura's elements that stand within a line.
_INLINE = frozenset("hi ref del lb graphic span a b i em strong code".split())
#: Of an article that is shorter than this, trafilatura returns all words of the page in one line;
#: its own limit of 250 characters is more than many a flash of an agency has.
_SHORTEST = 25
_NAVIGATION = ("nav", "menu", "button", "select", "dialog")
#: Navigation inside navigation is looked at to such a depth.
_MOST_NESTED = 4
_CELLS = frozenset(("td", "th"))
_TABLE = _CELLS | {"tr", "tbody", "thead", "tfoot"}
#: A cell, or a ``<pre>``, with more characters than this holds a text.
_TEXT_OF_CELL = 250
#: Blocks that follow their like on the next line.
_TOGETHER = ("item", "row", "code")

# Without a handler of its own, trafilatura's complaints about a page would go to stderr; what
# matters of them is raised, or stands in the account.
logging.getLogger("trafilatura").addHandler(logging.NullHandler())


@dataclass(frozen=True)
class Paragraph:
    """Lines that belong together: a paragraph, heading, item, row or piece of code."""

    kind: str
    lines: tuple[str, ...]


def paragraphs_of(page: str) -> list[Paragraph]:
    """The paragraphs of the article in a page; none where there is no article.

    Args:
        page: HTML without control characters.

    Raises:
        MissingExtraError: trafilatura is not installed.
        InputFileError: The page is nested too deep, or cannot be taken apart.
    """
    tree = _tree(page)
    if tree is None:
        return []
    from trafilatura import bare_extraction
    from trafilatura.settings import DEFAULT_CONFIG

    config = deepcopy(DEFAULT_CONFIG)
    config["DEFAULT"]["MIN_EXTRACTED_SIZE"] = str(_SHORTEST)
    try:
        found = bare_extraction(
            tree,
            include_comments=False,
            include_tables=True,
            with_metadata=False,
            config=config,
        )
    except Exception as error:
        raise InputFileError(
            f"trafilatura cannot find the article in this page ({type(error).__name__}: "
            f"{error}); save its text as .txt"
        ) from error
    return [] if found is None else list(_paragraphs(found.body))


def joined(paragraphs: Iterable[Paragraph]) -> str:
    r"""Paragraphs as one text: a blank line between them, but none inside lists and tables.

    >>> items = [Paragraph("item", ("one bus,",)), Paragraph("item", ("two boats.",))]
    >>> joined([Paragraph("p", ("He saw:",)), *items])
    'He saw:\n\none bus,\ntwo boats.'
    """
    pieces: list[str] = []
    before = ""
    for each in paragraphs:
        if pieces:
            together = each.kind == before and each.kind in _TOGETHER
            pieces.append("\n" if together else "\n\n")
        pieces.append("\n".join(each.lines))
        before = each.kind
    return "".join(pieces)


def _tree(page: str) -> "HtmlElement | None":
    """The page as a tree, without what its own attributes hide; ``None`` where nothing is in it."""
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


_LOWER_STYLE = "translate(@style, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ \t\n', 'abcdefghijklmnopqrstuvwxyz')"
_HIDDEN = (
    f"//*[@hidden or contains({_LOWER_STYLE}, 'display:none') "
    f"or contains({_LOWER_STYLE}, 'visibility:hidden')]"
)


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


def _paragraphs(body: Any) -> Iterator[Paragraph]:
    """The paragraphs of a tree of trafilatura's elements."""
    from lxml import etree

    kinds: list[str] = []
    line: list[str] = []
    rows = 0

    def closed() -> Iterator[Paragraph]:
        written = "".join(line)
        line.clear()
        kind = next((kind for kind in reversed(kinds) if kind not in ("p", "quote")), "p")
        for part in _PARAGRAPH_BREAK.split(written):
            lines = [" ".join(each.split()) for each in part.split("\n")]
            if any(lines):
                yield Paragraph(kind, tuple(each for each in lines if each))

    for event, element in etree.iterwalk(body, events=("start", "end")):
        name = element.tag
        is_block = name not in _INLINE or (name == "code" and not line)
        if event == "start":
            if name == "row":
                yield from closed()
                rows += 1
            elif name == "cell" and any(each.strip() for each in line):
                line.append(BAR)
            elif name == "lb":
                line.append(" " if rows else "\n")
            elif is_block and not rows:
                yield from closed()
            elif is_block:
                line.append(" ")
            if is_block:
                kinds.append(name)
            line.append(_text(element.text, keeps_lines=name == "code" and is_block))
            continue
        if kinds and kinds[-1] == name:
            if name == "row":
                rows -= 1
            if not rows:
                yield from closed()
            else:
                line.append(" ")
            kinds.pop()
        line.append(_text(element.tail))
    yield from closed()


def _text(text: str | None, *, keeps_lines: bool = False) -> str:
    if not text:
        return ""
    return text if keeps_lines else _SPACE.sub(" ", text)
