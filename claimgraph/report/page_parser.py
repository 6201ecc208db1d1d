"""What one page of a report shows, taken out of it with Python's own HTML parser."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from claimgraph.report.shown import (
    Range,
    Shown,
    ShownClaim,
    ShownMark,
    ShownPlace,
    ShownStatement,
    ShownText,
)
from claimgraph.views.wording import shortened

_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_SPAN = re.compile(r"([0-9]{1,12})-([0-9]{1,12})")
_NUMBER = re.compile(r"[0-9]{1,12}")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_WEB = ("https://", "http://")
_LINKING = ("href", "src", "xlink:href", "action", "formaction")

#: What an empty cell may say.
_NOTHING = frozenset({"", "–", "–not reported", "–none reported"})


@dataclass(frozen=True)
class Link:
    """A link within a report.

    Attributes:
        line: Where it stands.
        address: As it is written.
        page: The page that it leads to, by its path from the first page.
        place: The place on that page; "" for the page itself.
    """

    line: int
    address: str
    page: str
    place: str


@dataclass
class _Element:
    """An element that is open. ``text`` is gathered where somebody will ask for it."""

    tag: str
    attributes: Mapping[str, str]
    line: int
    text: list[str] | None = None
    links: list[Link] = field(default_factory=list)
    has_evidence: bool = False

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()

    @property
    def words(self) -> str:
        return "".join(self.text or ())


class Page(HTMLParser):
    """A page that is read with ``feed``, ``close`` and ``finish``.

    Attributes:
        name: Its path from the first page.
        version: What its ``<html>`` says of the form; ``None`` where that is no report's.
        links: Where it leads, within the report.
        places: What a link can lead to, each with its line.

    Args:
        name: See above.
        shown: Gets what the page shows, and what is wrong with it.
    """

    def __init__(self, name: str, shown: Shown) -> None:
        super().__init__(convert_charrefs=True)
        self.name = name
        self.version: str | None = None
        self.links: list[Link] = []
        self.places: dict[str, int] = {}
        self._shown = shown
        self._open: list[_Element] = []
        self._article: _Element | None = None
        self._paragraphs: list[str] = []
        self._told: dict[str, str] = {}
        self._name = ""
        self._ended = False

    def problem(self, line: int, what: str) -> None:
        """Note that something is wrong."""
        self._shown.problems.append(f"{self.at(line)}: {what}")

    def at(self, line: int) -> str:
        """A line as messages call it."""
        return f"{self.name} line {line}"

    def finish(self) -> None:
        """To be called after the last character."""
        if self.version is not None and not self._ended:
            self.problem(self.getpos()[0], "the page is cut off: it has no </html>")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        element = _Element(tag, {name: value or "" for name, value in attrs}, self.getpos()[0])
        self._begin(element)
        if tag not in _VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element without content."""
        self._begin(_Element(tag, {name: value or "" for name, value in attrs}, self.getpos()[0]))

    def handle_endtag(self, tag: str) -> None:
        """An element ends, and with it those in it."""
        self._ended = self._ended or tag == "html"
        if all(element.tag != tag for element in self._open):
            self.problem(self.getpos()[0], f"</{tag}> ends nothing")
            return
        element = self._open.pop()
        self._end(element)
        while element.tag != tag:
            element = self._open.pop()
            self._end(element)

    def handle_data(self, data: str) -> None:
        """Characters."""
        for element in reversed(self._open):
            if element.tag == "a" and "id" in element.classes:
                return  # the number of a claim behind its words is none of the article's
            if element.text is not None:
                element.text.append(data)

    def _begin(self, element: _Element) -> None:
        attributes = element.attributes
        if element.tag == "html":
            self.version = attributes.get("data-report")
        place = attributes.get("id")
        if place is not None:
            if place in self.places:
                self.problem(element.line, f"the place {place!r} is there twice")
            self.places[place] = element.line
        for name in _LINKING:
            if name in attributes:
                self._link(element, attributes[name])
        if element.tag == "article" and "data-document" in attributes:
            self._article = element
        if {"data-numbers", "data-spans"} & attributes.keys():
            for each in self._open:
                each.has_evidence = True
        if _is_asked_for(element, self._open):
            element.text = []

    def _link(self, element: _Element, address: str) -> None:
        if address.lower().startswith(_WEB):
            return
        if _SCHEME.match(address):
            self.problem(element.line, f"a link leads to {address[:60]!r}")
            return
        file, _, place = address.partition("#")
        page = normpath(join(dirname(self.name), unquote(file))) if file else self.name
        link = Link(element.line, address, page, unquote(place))
        self.links.append(link)
        for each in (*self._open, element):
            each.links.append(link)

    def _end(self, element: _Element) -> None:
        attributes = element.attributes
        if element is self._article:
            self._article = None
            self._end_article(element)
        elif self._article is not None and _is_paragraph(element, self._open):
            self._paragraphs.append(element.words)
        elif element.tag == "mark" and "data-start" in attributes:
            self._end_mark(element)
        for name in ("data-quote", "data-text"):
            if name in attributes:
                self._told[name] = element.words
        if _is_name(element):
            self._name = element.words
        if "data-claim" in attributes:
            self._end_claim(element)
        elif "data-spans" in attributes:
            self._end_place(element)
        if "data-numbers" in attributes:
            self._end_statement(element)
        elif _states(element, self._open) and not element.has_evidence:
            self._end_unproved(element)

    def _end_article(self, element: _Element) -> None:
        attributes = element.attributes
        self._shown.texts.append(
            ShownText(
                where=self.at(element.line),
                name=attributes.get("id", ""),
                document_id=attributes["data-document"],
                sha256=attributes.get("data-sha256", ""),
                words="".join(self._paragraphs),
            )
        )
        self._paragraphs = []

    def _end_mark(self, element: _Element) -> None:
        attributes = element.attributes
        span = self._ranges(element, f"{attributes['data-start']}-{attributes.get('data-end')}")
        if self._article is None:
            self.problem(element.line, "a mark stands outside of the articles")
        elif span:
            document_id = self._article.attributes["data-document"]
            numbers = self._numbers(element, "data-claims")
            self._shown.marks.append(
                ShownMark(self.at(element.line), document_id, span[0], element.words, numbers)
            )

    def _end_claim(self, element: _Element) -> None:
        attributes = element.attributes
        number = attributes.get("id", "").removeprefix("c")
        told, self._told = self._told, {}
        if not _NUMBER.fullmatch(number):
            self.problem(element.line, f"the claim {attributes['data-claim']} has no number")
            return
        self._shown.claims.append(
            ShownClaim(
                where=self.at(element.line),
                number=int(number),
                claim_id=attributes["data-claim"],
                document_id=attributes.get("data-document", ""),
                sha256=attributes.get("data-sha256", ""),
                spans=self._ranges(element, attributes.get("data-spans", "")),
                words=told.get("data-quote"),
                text=told.get("data-text"),
                speaker=attributes.get("data-speaker"),
            )
        )

    def _end_place(self, element: _Element) -> None:
        attributes = element.attributes
        self._shown.places.append(
            ShownPlace(
                where=self.at(element.line),
                words=self._name,
                document_id=attributes.get("data-document", ""),
                sha256=attributes.get("data-sha256", ""),
                spans=self._ranges(element, attributes["data-spans"]),
            )
        )

    def _end_statement(self, element: _Element) -> None:
        numbers = self._numbers(element, "data-numbers")
        words = shortened(element.words, 80)
        if numbers and all(link.place != f"c{numbers[0]}" for link in element.links):
            self.problem(element.line, f"“{words}” has no link to claim {numbers[0]}")
        self._shown.statements.append(ShownStatement(self.at(element.line), words, numbers))

    def _end_unproved(self, element: _Element) -> None:
        words = "".join(element.words.split())
        if "empty" in element.classes and words.replace("reported", " reported") in _NOTHING:
            return
        self.problem(
            element.line, f"“{shortened(element.words, 80)}” is said without evidence: no claim"
        )

    def _numbers(self, element: _Element, name: str) -> tuple[int, ...]:
        parts = element.attributes.get(name, "").split()
        if not parts or not all(map(_NUMBER.fullmatch, parts)):
            self.problem(
                element.line,
                f"“{shortened(element.words, 80)}” is said without evidence: {name} holds no "
                "numbers",
            )
            return ()
        return tuple(map(int, parts))

    def _ranges(self, element: _Element, text: str) -> tuple[Range, ...]:
        found = [_SPAN.fullmatch(part) for part in text.split()]
        spans = [(int(each[1]), int(each[2])) for each in found if each]
        if not spans or len(spans) < len(found) or any(start >= end for start, end in spans):
            self.problem(element.line, f"{text!r} are no characters of a text")
            return ()
        return tuple(spans)


def _is_asked_for(element: _Element, around: Sequence[_Element]) -> bool:
    """Whether somebody will ask for the text of an element."""
    named = {"data-numbers", "data-quote", "data-text", "data-start"} & element.attributes.keys()
    return (
        bool(named)
        or _is_name(element)
        or _is_paragraph(element, around)
        or _states(element, around)
    )


def _is_name(element: _Element) -> bool:
    """Whether an element is what somebody is called, before the places where that stands."""
    return element.tag == "th" and element.attributes.get("data-s") == "Words"


def _is_paragraph(element: _Element, around: Sequence[_Element]) -> bool:
    """Whether an element is a paragraph of an article."""
    return element.tag == "p" and bool(around) and "doc" in around[-1].classes


def _states(element: _Element, around: Sequence[_Element]) -> bool:
    """Whether an element says something, so that it, or what is in it, has to name claims."""
    match element.tag:
        case "div" | "details":
            return bool({"card", "alone"} & {*element.classes})
        case "li":
            inside = around[-1].classes if around else ()
            return "strip" in element.classes or "tl" in inside or "origins" in inside
        case "td":
            return _in_table(around, "matrix")
        case "tr":
            return _in_table(around, "plain") and around[-1].tag == "tbody"
        case _:
            return False


def _in_table(around: Sequence[_Element], name: str) -> bool:
    for element in reversed(around):
        if element.tag == "table":
            return name in element.classes
    return False
