"""The blocks of a Markdown text: paragraphs, headings, items, rows, lines of code.

A light reading of CommonMark for prose: indentation never makes code, because articles indent
paragraphs; numbers of items stay, because "2018. A year …" begins a paragraph in the news.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from claimgraph.ingest.account import Drop
from claimgraph.ingest.ledger import Ledger

#: Stands for a character that is dropped already.
GONE = "\0"

_QUOTE = re.compile(r"[ \t]{0,8}+>(?:[ \t]*+>)*+[ \t]?")
_BULLET = re.compile(r"[ \t]*+[-*+](?:[ \t]++(?:\[[ xX]\][ \t]++)?|$)")
_NUMBER = re.compile(r"[ \t]*+\d{1,3}[.)][ \t]")
_FENCE = re.compile(r"[ \t]*+(?P<marks>`{3,}+|~{3,}+)(?P<about>[^`]*+)$")
_HEADING = re.compile(r"[ \t]{0,3}+(#{1,6}+)(?:[ \t]++|$)")
_CLOSING_HASHES = re.compile(r"(?<![^ \t])#++[ \t]*+$")
_UNDERLINE = re.compile(r"[ \t]*+(?P<mark>=++|-++)[ \t]*+")
_TABLE_RULE = re.compile(r"[ \t:|-]++")
_DEFINITION = re.compile(r"[ \t]*+\[(?!\^)([^\[\]]{1,200}+)\]:[ \t]*+\S.*+")
_NOTE = re.compile(r"[ \t]*+\[\^[^\]\s]{1,60}+\]:[ \t]*+")
_ATTRIBUTES = re.compile(r"[ \t]*+\{:[^{}]*+\}[ \t]*+")
_TAGS = re.compile(rf"[ \t{GONE}]*+(?:</?[A-Za-z][^<>]*+>[ \t{GONE}]*+)++")
_PIPE = re.compile(r"(?<![ \t])[ \t]*+(?<!\\)\|[ \t]*+")

Kind = Literal["text", "title", "heading", "item", "number", "row", "code"]


@dataclass
class Line:
    """A line, or what is left of it without its marks: from ``start`` to before ``end``."""

    start: int
    end: int
    depth: int = 0


@dataclass
class Block:
    """Lines that make one paragraph, heading, item, row or line of code."""

    kind: Kind
    lines: list[Line]


class Blocks:
    """Goes through the lines of a text once, and drops what only marks blocks."""

    def __init__(self, body: str, start: int, ledger: Ledger) -> None:
        """Begin.

        Args:
            body: The text, with ``GONE`` for what is dropped already.
            start: Where the text begins.
            ledger: Is told what is dropped.
        """
        self.body = body
        self.ledger = ledger
        self.links: set[str] = set()
        #: The marks of a block of code that was opened; "" outside of one.
        self.fence = ""
        self._lines = list(self._unquoted(start))
        self._rows = self._lines_of_tables()
        self._open: Block | None = None

    def __iter__(self) -> Iterator[Block]:
        for line in self._lines:
            yield from self._take(line)
        yield from self._close()

    def _take(self, line: Line) -> Iterator[Block]:
        """The blocks that are complete with this line."""
        text = self.body[line.start : line.end]
        if self._open is not None and self._open.lines[-1].depth != line.depth:
            yield from self._close()
        if self.fence or _FENCE.match(text):
            yield from self._close()
            yield from self._code(line, text)
        elif not text.strip(" \t" + GONE):
            yield from self._close()
        elif line.start in self._rows:
            yield from self._close()
            if self._rows[line.start]:
                self._cells(line)
                yield Block("row", [line])
            else:
                self.ledger.drop(line.start, line.end, Drop.MARKUP)
        elif self._open is not None and (underline := _UNDERLINE.fullmatch(text)):
            self.ledger.drop(line.start, line.end, Drop.MARKUP)
            if self._open.kind == "text":
                self._open.kind = "title" if underline["mark"][0] == "=" else "heading"
            yield from self._close()
        elif _is_rule(text) or _ATTRIBUTES.fullmatch(text) or _TAGS.fullmatch(text):
            yield from self._close()
            self.ledger.drop(line.start, line.end, Drop.MARKUP)
        elif definition := _DEFINITION.fullmatch(text):
            self.links.add(label(definition[1]))
            yield from self._close()
            self.ledger.drop(line.start, line.end, Drop.LINKS)
        else:
            yield from self._words(line, text)

    def _words(self, line: Line, text: str) -> Iterator[Block]:
        """A heading, the beginning of an item or a paragraph, or one more line of it."""
        if mark := _HEADING.match(text):
            yield from self._close()
            if closing := _CLOSING_HASHES.search(text, mark.end()):
                self._shorten(line, at_end=len(text) - closing.start())
            self._shorten(line, at_start=mark.end())
            yield Block("title" if len(mark[1]) == 1 else "heading", [line])
        elif bullet := _BULLET.match(text):
            yield from self._close()
            self._shorten(line, at_start=bullet.end())
            self._open = Block("item", [line])
        elif _NUMBER.match(text) and (self._open is None or self._open.kind != "text"):
            yield from self._close()
            self._open = Block("number", [line])
        elif note := _NOTE.match(text):
            yield from self._close()
            self._shorten(line, at_start=note.end())
            self._open = Block("text", [line])
        elif self._open is not None:
            self._open.lines.append(line)
        else:
            self._open = Block("text", [line])

    def _code(self, line: Line, text: str) -> Iterator[Block]:
        mark = _FENCE.match(text)
        if not self.fence and mark:
            self.fence = mark["marks"]
        elif mark and mark["marks"].startswith(self.fence) and not mark["about"].strip():
            self.fence = ""
        else:
            if text.strip():
                yield Block("code", [line])
            return
        self.ledger.drop(line.start, line.end, Drop.MARKUP)

    def _close(self) -> Iterator[Block]:
        if self._open is not None:
            yield self._open
        self._open = None

    def _shorten(self, line: Line, *, at_start: int = 0, at_end: int = 0) -> None:
        self.ledger.drop(line.start, line.start + at_start, Drop.MARKUP)
        self.ledger.drop(line.end - at_end, line.end, Drop.MARKUP)
        line.start, line.end = line.start + at_start, line.end - at_end

    def _cells(self, line: Line) -> None:
        """Leave one bar with a space on each side between the cells of a row, and none outside."""
        for bar in _PIPE.finditer(self.body, line.start, line.end):
            start, end = bar.span()
            if start == line.start or end == line.end:
                self.ledger.drop(start, end, Drop.MARKUP)
                continue
            at = self.body.index("|", start)
            self.ledger.drop(start, max(start, at - 1), Drop.WHITE_SPACE)
            self.ledger.drop(min(end, at + 2), end, Drop.WHITE_SPACE)
            if at == start:
                self.ledger.insert(at, " ")
            if at + 1 == end:
                self.ledger.insert(end, " ")

    def _unquoted(self, start: int) -> Iterator[Line]:
        """All lines, without the marks of quotations before them."""
        while start <= len(self.body):
            end = self.body.find("\n", start)
            end = len(self.body) if end < 0 else end
            mark = _QUOTE.match(self.body, start, end)
            if mark is None:
                yield Line(start, end)
            else:
                self.ledger.drop(start, mark.end(), Drop.MARKUP)
                yield Line(mark.end(), end, mark[0].count(">"))
            start = end + 1

    def _lines_of_tables(self) -> dict[int, bool]:
        """Where lines of tables begin, and whether they are rows, or the rule under the head."""
        found: dict[int, bool] = {}
        inside = False
        before, last = "", 0
        for line in self._lines:
            text = self.body[line.start : line.end]
            has_bar = "|" in text
            if has_bar and "|" in before and "-" in text and _TABLE_RULE.fullmatch(text):
                found[last] = True
                found[line.start] = False
                inside = True
            elif inside and has_bar:
                found[line.start] = True
            else:
                inside = False
            before, last = text, line.start
        return found


def label(name: str) -> str:
    """The name of a link, as links are compared.

    >>> label("The  Monitor") == label("the monitor")
    True
    """
    return " ".join(name.split()).casefold()


def _is_rule(text: str) -> bool:
    marks = "".join(text.split())
    return len(marks) >= 3 and marks[0] in "-*_" and not marks.strip(marks[0])
