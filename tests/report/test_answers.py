"""What docs/report.md promises that a reader finds on the page, is on the page."""

import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest

from claimgraph.report.compose import compose
from claimgraph.report.page import pages
from tests.views.seeds import material

DOCUMENT = Path(__file__).parents[2] / "docs" / "report.md"
_ROW = re.compile(r"^\| (.+?\?) \| (.+?) \| (.+?) \|$", re.MULTILINE)
_HIDDEN = frozenset({"style", "title", "desc"})


class Sections(HTMLParser):
    """The text that can be read under each heading of the second rank."""

    def __init__(self) -> None:
        super().__init__()
        self.text: dict[str, str] = {}
        self._heading = ""
        self._in_heading = False
        self._hidden: list[str] = []

    def handle_starttag(self, tag: str, _: list[tuple[str, str | None]]) -> None:
        if tag == "h2":
            self._heading, self._in_heading = "", True
        elif tag in _HIDDEN:
            self._hidden.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag == "h2":
            self._in_heading = False
        elif self._hidden and tag == self._hidden[-1]:
            self._hidden.pop()

    def handle_data(self, data: str) -> None:
        if self._in_heading:
            self._heading += data
        elif not self._hidden:
            self.text[self._heading] = self.text.get(self._heading, "") + data


@cache
def sections() -> dict[str, str]:
    (page,) = pages(compose(material(), title="Aleppo and Korvath"))
    parser = Sections()
    parser.feed(page.html)
    return {name: " ".join(text.split()) for name, text in parser.text.items()}


def promised() -> list[tuple[str, str, str]]:
    rows = _ROW.findall(DOCUMENT.read_text(encoding="utf-8"))
    assert len(rows) > 12
    return rows


@pytest.mark.parametrize(("question", "section", "words"), promised())
def test_the_page_answers(question: str, section: str, words: str) -> None:
    assert section in sections(), f"there is no section {section!r} for {question!r}"
    assert words in sections()[section]
