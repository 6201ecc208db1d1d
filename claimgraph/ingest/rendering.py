"""The article in a page, as trafilatura finds it: its paragraphs, in order, as lines."""

import logging
import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from claimgraph.errors import InputFileError
from claimgraph.ingest.tree import tree_of

#: What stands between the cells of a row.
BAR = " | "

_SPACE = re.compile(r"\s+")
_PARAGRAPH_BREAK = re.compile(r"\n(?: *\n)+")
#: Names of trafilatura's elements that stand within a line.
_INLINE = frozenset("hi ref del lb graphic span a b i em strong code".split())
#: Of an article that is shorter than this, trafilatura returns all words of the page in one line;
#: its own limit of 250 characters is more than many a flash of an agency has.
_SHORTEST = 25
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
    tree = tree_of(page)
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
