"""The pieces of an HTML page: every character belongs to one, and each knows what holds it.

A tokenizer after the HTML standard (13.2.5), for accounts and metadata and not for trees: it never
fails, keeps offsets, and takes time in proportion to the page. What a parser silently leaves out,
it has seen.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

from claimgraph.ingest.account import Drop
from claimgraph.ingest.regions import region_of

#: What begins a tag, a comment or a declaration; any other "<" is a character.
_OPENING = re.compile(r"<(?:[A-Za-z!?]|/(?=.))", re.DOTALL)
_NAME = re.compile(r"[A-Za-z][^\s/>]*+")
_SPACE = re.compile(r"[\s/]*+")
_ATTRIBUTE = re.compile(r"([^\s/>][^\s/>=]*+)(\s*+=\s*+)?")
_BARE_VALUE = re.compile(r"[^\s>]*+")
_COMMENT_END = re.compile(r"--!?>")

#: Elements whose content is characters up to their own end tag, with what it is.
_RAW = {
    "script": Drop.SCRIPTS,
    "style": Drop.SCRIPTS,
    "title": Drop.HEAD,
    "textarea": Drop.FORMS,
    "xmp": Drop.OTHER,
    "iframe": Drop.SCRIPTS,
    "noembed": Drop.SCRIPTS,
    "noframes": Drop.SCRIPTS,
}
_RAW_ENDS = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in _RAW}

#: Elements without content.
VOID = frozenset(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source "
    "track wbr".split()
)

#: What may stand in the head; anything else ends it.
_IN_HEAD = frozenset("base link meta noscript script style template title".split())
#: Elements that may do without an end tag.
_OMITTED = frozenset(
    "html head body p li dt dd option optgroup tr td th thead tbody tfoot colgroup rt rp".split()
)


@dataclass(frozen=True, slots=True)
class Tag:
    """A start tag: its name in lower case, and its attributes, the first of each name."""

    name: str
    attributes: dict[str, str]

    def get(self, name: str) -> str:
        """The value of an attribute; "" where it is not there."""
        return unescape(self.attributes.get(name, ""))


@dataclass(slots=True)
class Element:
    """An element that was opened.

    Attributes:
        tag: Its start tag.
        parent: What holds it; ``None`` at the top.
        region: What its name, role or class says of the words in it.
        start, end: Where its content begins and ends.
    """

    tag: Tag
    parent: "Element | None"
    region: Drop | None
    start: int
    end: int = 0

    def ancestors(self) -> Iterator["Element"]:
        """What holds it, from the inside."""
        holder = self.parent
        while holder is not None:
            yield holder
            holder = holder.parent


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a page.

    Attributes:
        start, end: Where it stands.
        is_text: Whether it is words, and no tag, comment or script.
        reason: Why it is no text, where it is none.
        holder: The innermost element that holds it; ``None`` at the top.
    """

    start: int
    end: int
    is_text: bool
    reason: Drop
    holder: Element | None


@dataclass
class Scan:
    """What was found in a page.

    Attributes:
        pieces: In order and without gaps, they cover the page.
        elements: In the order of their start tags, those without content too.
        unfinished: What the page ends in the middle of; "" where it ends between tags.
        unclosed: An element that was opened and never closed, though it must be; "" if none.
    """

    pieces: list[Piece] = field(default_factory=list)
    elements: list[Element] = field(default_factory=list)
    unfinished: str = ""
    unclosed: str = ""


def scan(page: str) -> Scan:
    """Take a page apart.

    >>> found = scan("<p>Nobody <!-- yet --><b class='x'>spoke</p><nav>Home</nav>")
    >>> [(piece.start, piece.end) for piece in found.pieces if piece.is_text]
    [(3, 10), (35, 40), (49, 53)]
    >>> [element.tag.name for element in found.elements], found.elements[-1].region.value
    (['p', 'b', 'nav'], 'navigation')
    >>> scan("<p>Nobody <a href='").unfinished
    'a tag'
    """
    return _Scanner(page).scanned()


class _Scanner:
    def __init__(self, page: str) -> None:
        self.page = page
        self.found = Scan()
        self._stack: list[Element] = []
        self._open: dict[str, int] = {}
        #: Where the next quotation mark of each kind stands, as far as it was looked for.
        self._marks = {'"': -1, "'": -1}

    def scanned(self) -> Scan:
        at = 0
        while opening := _OPENING.search(self.page, at):
            start = opening.start()
            self._add(at, start, is_text=True)
            at = self._markup(start)
        self._add(at, len(self.page), is_text=True)
        open_names = [element.tag.name for element in self._stack]
        self.found.unclosed = next((name for name in open_names if name not in _OMITTED), "")
        for element in self._stack:
            element.end = len(self.page)
        return self.found

    def _add(
        self, start: int, end: int, *, is_text: bool = False, reason: Drop = Drop.MARKUP
    ) -> None:
        if start < end:
            holder = self._stack[-1] if self._stack else None
            self.found.pieces.append(Piece(start, end, is_text, reason, holder))

    def _markup(self, start: int) -> int:
        """Take what begins at a "<"; where it ends."""
        second = self.page[start + 1]
        if second == "!" or second == "?":
            return self._declaration(start)
        if second == "/":
            return self._end_tag(start)
        name = _NAME.match(self.page, start + 1)
        assert name is not None
        attributes: dict[str, str] = {}
        end = self._attributes(name.end(), attributes)
        if end < 0:
            return self._rest(start, "a tag")
        self._add(start, end)
        return self._opened(Tag(name[0].lower(), attributes), end)

    def _opened(self, tag: Tag, end: int) -> int:
        """Note an element; where it ends, if its content is only characters."""
        if self._stack and self._stack[-1].tag.name == "head" and tag.name not in _IN_HEAD:
            self._close("head", end)
        element = Element(
            tag, self._stack[-1] if self._stack else None, region_of(tag.name, tag.attributes), end
        )
        self.found.elements.append(element)
        if tag.name in VOID:
            element.end = end
            return end
        self._stack.append(element)
        self._open[tag.name] = self._open.get(tag.name, 0) + 1
        if tag.name not in _RAW:
            return end
        closing = _RAW_ENDS[tag.name].search(self.page, end)
        if closing is None:
            return self._rest(end, f"<{tag.name}>", _RAW[tag.name])
        self._add(end, closing.start(), reason=_RAW[tag.name])
        return closing.start()

    def _end_tag(self, start: int) -> int:
        name = _NAME.match(self.page, start + 2)
        end = self._attributes(name.end(), {}) if name else self.page.find(">", start) + 1
        if end <= 0:
            return self._rest(start, "a tag")
        if name:
            self._close(name[0].lower(), start)
        self._add(start, end)
        return end

    def _declaration(self, start: int) -> int:
        if not self.page.startswith("<!--", start):
            end = self.page.find(">", start) + 1
            if end == 0:
                return self._rest(start, "a tag")
        else:
            closing = _COMMENT_END.search(self.page, start + 2)
            if closing is None:
                return self._rest(start, "a comment")
            end = closing.end()
        self._add(start, end)
        return end

    def _rest(self, start: int, unfinished: str, reason: Drop = Drop.MARKUP) -> int:
        """Everything up to the end of the page belongs to something that is not closed."""
        self.found.unfinished = unfinished
        self._add(start, len(self.page), reason=reason)
        return len(self.page)

    def _close(self, name: str, at: int) -> None:
        """Close an element, and those that were opened in it, if it is open at all."""
        while self._open.get(name):
            element = self._stack.pop()
            element.end = at
            self._open[element.tag.name] -= 1
            if element.tag.name == name:
                return

    def _attributes(self, at: int, into: dict[str, str]) -> int:
        """Where a tag ends, behind its ">"; -1 if it does not."""
        page = self.page
        while True:
            space = _SPACE.match(page, at)
            at = space.end() if space else at
            if at >= len(page):
                return -1
            if page[at] == ">":
                return at + 1
            name = _ATTRIBUTE.match(page, at)
            assert name is not None
            at = name.end()
            value = ""
            if name[2] is not None and at < len(page):
                if page[at] in self._marks:
                    closing = self._next_mark(page[at], at + 1)
                    if closing < 0:
                        return -1
                    value, at = page[at + 1 : closing], closing + 1
                elif bare := _BARE_VALUE.match(page, at):
                    value, at = bare[0], bare.end()
            into.setdefault(name[1].lower(), value)

    def _next_mark(self, mark: str, at: int) -> int:
        known = self._marks[mark]
        if known < at:
            known = self.page.find(mark, at)
            self._marks[mark] = len(self.page) if known < 0 else known
        return known if 0 <= known < len(self.page) else -1
