"""Markdown to prose: the words stay, the marks go, and every character is accounted for.

Everything that a reader of the page would see is kept: headings, items of lists, rows of tables
and lines of code stand on lines of their own, quotations and links keep their words. Marks,
addresses of links, images, comments, scripts and front matter are dropped. Lines that were only
wrapped are joined.
"""

import re
from bisect import bisect_right
from itertools import pairwise

from claimgraph.ingest.account import Drop, Prose
from claimgraph.ingest.blocks import GONE, Block, Blocks, Kind, Line, label
from claimgraph.ingest.front_matter import front_matter
from claimgraph.ingest.inline import inline_marks
from claimgraph.ingest.ledger import Ledger

_SCRIPT = re.compile(r"<!--|<(?P<name>script|style)\b", re.IGNORECASE)
_ENDS = {name: re.compile(rf"</{name}[^<>]*+>", re.IGNORECASE) for name in ("script", "style")} | {
    "": re.compile("-->")
}

#: Blocks that follow their like on the next line; items of a list in a list do, too.
_TOGETHER = ("item", "number", "row", "code")
_ITEMS = ("item", "number")


def from_markdown(source: str) -> Prose:
    r"""The words of a Markdown text.

    Args:
        source: A text without control characters, and with line feeds as its only line ends.

    >>> prose = from_markdown("# Blast\nThe *ministry*\nsaid [so](https://a.example).\n- 1\n- 2\n")
    >>> prose.text
    'Blast\n\nThe ministry said so.\n\n1\n2'
    >>> prose.about
    (('title', 'Blast'),)
    """
    ledger = Ledger(source)
    front = front_matter(source)
    ledger.drop(0, front.end, Drop.FRONT_MATTER)
    warnings = []
    body, whole = _without_scripts(source, front.end, ledger)
    if not whole:
        warnings.append("a comment or script is never closed: what follows it is kept as text")
    blocks = Blocks(body, front.end, ledger)
    # Links may be defined below the paragraphs that use them.
    in_order = list(blocks)
    writer = _Writer(body, ledger, blocks.links, front.end)
    for block in in_order:
        writer.write(block)
    ledger.drop(writer.end, len(source), Drop.WHITE_SPACE)
    if blocks.fence:
        warnings.append("a block of code is never closed: the text may be cut off")
    about = [*front.candidates(), *(("title", title) for title in writer.titles())]
    return Prose(ledger.text(), ledger.account(), tuple(about), tuple(warnings))


class _Writer:
    """Writes one block after another: drops inline marks, joins lines, parts paragraphs."""

    def __init__(self, body: str, ledger: Ledger, links: set[str], start: int) -> None:
        self.body = body
        self.ledger = ledger
        self.links = links
        self.end = start
        self._before: Kind | None = None
        self._title: tuple[int, int] | None = None

    def write(self, block: Block) -> None:
        """Write a block, with what parts it from the one before."""
        instead = {} if block.kind == "code" else self._inline(block)
        places = [place for line in block.lines if (place := self._trimmed(line, instead))]
        if not places:
            return
        self._part(places[0][0], block.kind)
        for (_, end), (start, _) in pairwise(places):
            self._join(end, start)
        first, last = places[0][0], places[-1][1]
        for at, written in sorted(instead.items()):
            # A break counts between words only.
            if written != "\n" or first < at < last:
                self.ledger.insert(at, written)
        self._before, self.end = block.kind, last
        if block.kind == "title" and self._title is None:
            self._title = first, last

    def titles(self) -> list[str]:
        """The words of the first heading of the first level, if there is one."""
        return [self.ledger.text(*self._title)] if self._title else []

    def _inline(self, block: Block) -> dict[int, str]:
        """Drop the marks inside a block; what is to be written in their place, and where."""
        text = "\n".join(self.body[line.start : line.end] for line in block.lines)
        starts = [0]
        for line in block.lines:
            starts.append(starts[-1] + line.end - line.start + 1)

        def place(at: int) -> int:
            number = bisect_right(starts, at, hi=len(block.lines)) - 1
            return block.lines[number].start + at - starts[number]

        instead: dict[int, str] = {}
        for mark in inline_marks(text, lambda name: label(name) in self.links):
            start, end = place(mark.start), place(mark.end - 1) + 1
            self.ledger.drop(start, end, mark.reason)
            if mark.instead:
                instead[start] = mark.instead
            if mark.instead == "\n" or (mark.whole and self.body[start - 1 : start] == " "):
                # Two spaces with nothing between them are one; a line begins with none.
                self._drop_space(end, end + 1)
        return instead

    def _trimmed(self, line: Line, instead: dict[int, str]) -> tuple[int, int] | None:
        """Where the words of a line begin and end; ``None`` if it has none."""

        def shows(at: int) -> bool:
            if at in instead:
                return bool(instead[at].strip())
            return self.ledger.is_open(at) and not self.body[at].isspace()

        start, end = line.start, line.end
        while start < end and not shows(start):
            start += 1
        while start < end and not shows(end - 1):
            end -= 1
        self.ledger.drop(line.start, start, Drop.WHITE_SPACE)
        self.ledger.drop(end, line.end, Drop.WHITE_SPACE)
        return (start, end) if start < end else None

    def _part(self, start: int, kind: Kind) -> None:
        """Let one line end, or two, stand before a block; those of the source first."""
        missing = 1 if kind == self._before and kind in _TOGETHER else 2
        if kind in _ITEMS and self._before in _ITEMS and self.body.count("\n", self.end, start) < 2:
            missing = 1
        if self._before is None:
            missing = 0
        at = self.end
        while missing and (at := self.body.find("\n", at, start)) >= 0:
            if self.ledger.is_open(at):
                self.ledger.as_line_feed(at)
                missing -= 1
            at += 1
        self.ledger.drop(self.end, start, Drop.WHITE_SPACE)
        if missing:
            self.ledger.insert(start, "\n" * missing)

    def _join(self, end: int, start: int) -> None:
        """Put a space between two lines, or a line end where the text asks for one."""
        at = self.body.find("\n", end, start)
        asked = self.body[end : at if at >= 0 else end].startswith("  ")
        if self.body[end - 1] == "\\" and self.ledger.is_open(end - 1):
            self.ledger.drop(end - 1, end, Drop.MARKUP)
            asked = True
        if at < 0 or not self.ledger.is_open(at):
            self.ledger.insert(start, "\n" if asked else " ")
        elif asked:
            self.ledger.as_line_feed(at)
        else:
            self.ledger.as_space(at)
        self.ledger.drop(end, start, Drop.WHITE_SPACE)

    def _drop_space(self, start: int, end: int) -> None:
        if self.body[start:end] in (" ", "\t"):
            self.ledger.drop(start, end, Drop.WHITE_SPACE)


def _without_scripts(source: str, start: int, ledger: Ledger) -> tuple[str, bool]:
    """The text with ``GONE`` in place of comments and scripts, and whether all of them end."""
    pieces = []
    at = 0
    whole = True
    while opening := _SCRIPT.search(source, max(at, start)):
        name = (opening["name"] or "").lower()
        closing = _ENDS[name].search(source, opening.end())
        if closing is None:
            whole = False
            break
        begin, end = opening.start(), closing.end()
        ledger.drop(begin, end, Drop.SCRIPTS if name else Drop.MARKUP)
        if source[begin - 1 : begin] == " " == source[end : end + 1]:
            ledger.drop(end, end + 1, Drop.WHITE_SPACE)
        pieces += [source[at:begin], GONE * (end - begin)]
        at = end
    pieces.append(source[at:])
    return "".join(pieces), whole
