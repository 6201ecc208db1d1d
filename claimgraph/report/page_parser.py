"""What one page of a report shows, taken out of it with Python's own HTML parser."""

import re
from collections.abc import Sequence
from html.parser import HTMLParser
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from claimgraph.report.page_elements import (
    Element,
    Link,
    is_asked_for,
    is_name,
    is_paragraph,
    states,
)
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
        self._open: list[Element] = []
        self._article: Element | None = None
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
        element = Element(tag, {name: value or "" for name, value in attrs}, self.getpos()[0])
        self._begin(element)
        if tag not in _VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element without content."""
        self._begin(Element(tag, {name: value or "" for name, value in attrs}, self.getpos()[0]))

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

    def _begin(self, element: Element) -> None:
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
        if is_asked_for(element, self._open):
            element.text = []

    def _link(self, element: Element, address: str) -> None:
        if address.lower().startswith(_WEB):
            return
        if _SCHEME.match(address):
            self.problem(element.line, f"a link leads to {address[:60]!r}")
            return
        file, _, place = address.partition("#")
        page = normpath(join(dirname(self.name), unquote(file))) if file else self.name
        link = Link(element.line, address, page, unquote(place))
        self.links.append(link)
        around = (*self._open, element)
        for each in around:
            each.links.append(link)
        self._check_stated(link, around)

    def _check_stated(self, link: Link, around: Sequence[Element]) -> None:
        """What leads to a claim, outside of the articles, is a statement that names it."""
        number = link.place.removeprefix("c")
        if self._article is not None or number == link.place or not _NUMBER.fullmatch(number):
            return
        if all(number not in each.numbers for each in around):
            self.problem(link.line, f"a link to claim {number} is in no statement that rests on it")

    def _end(self, element: Element) -> None:
        attributes = element.attributes
        if element is self._article:
            self._article = None
            self._end_article(element)
        elif self._article is not None and is_paragraph(element, self._open):
            self._paragraphs.append(element.words)
        elif element.tag == "mark" and "data-start" in attributes:
            self._end_mark(element)
        for name in ("data-quote", "data-text"):
            if name in attributes:
                self._told[name] = element.words
        if is_name(element):
            self._name = element.words
        if "data-claim" in attributes:
            self._end_claim(element)
        elif "data-spans" in attributes:
            self._end_place(element)
        if "data-numbers" in attributes:
            self._end_statement(element)
        elif states(element, self._open) and not element.has_evidence:
            self._end_unproved(element)

    def _end_article(self, element: Element) -> None:
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

    def _end_mark(self, element: Element) -> None:
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

    def _end_claim(self, element: Element) -> None:
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

    def _end_place(self, element: Element) -> None:
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

    def _end_statement(self, element: Element) -> None:
        numbers = self._numbers(element, "data-numbers")
        words = shortened(element.words, 80)
        if numbers and all(link.place != f"c{numbers[0]}" for link in element.links):
            self.problem(element.line, f"“{words}” has no link to claim {numbers[0]}")
        self._shown.statements.append(ShownStatement(self.at(element.line), words, numbers))

    def _end_unproved(self, element: Element) -> None:
        words = "".join(element.words.split())
        if "empty" in element.classes and words.replace("reported", " reported") in _NOTHING:
            return
        self.problem(
            element.line, f"“{shortened(element.words, 80)}” is said without evidence: no claim"
        )

    def _numbers(self, element: Element, name: str) -> tuple[int, ...]:
        parts = element.attributes.get(name, "").split()
        if not parts or not all(map(_NUMBER.fullmatch, parts)):
            self.problem(
                element.line,
                f"“{shortened(element.words, 80)}” is said without evidence: {name} holds no "
                "numbers",
            )
            return ()
        return tuple(map(int, parts))

    def _ranges(self, element: Element, text: str) -> tuple[Range, ...]:
        found = [_SPAN.fullmatch(part) for part in text.split()]
        spans = [(int(each[1]), int(each[2])) for each in found if each]
        if not spans or len(spans) < len(found) or any(start >= end for start, end in spans):
            self.problem(element.line, f"{text!r} are no characters of a text")
            return ()
        return tuple(spans)
