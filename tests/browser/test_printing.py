"""A report on paper: A4, nothing cut, nothing missing."""

from collections import Counter
from itertools import pairwise

import pytest

from claimgraph.markup.html import neutral
from tests.browser.chrome import Chrome, View
from tests.browser.paper import Sheet, sheets, squeezed
from tests.browser.reports import Pages

pytestmark = pytest.mark.browser

#: What is not to be parted, by its name in PDF.
KINDS = {"TR": "tr:has(> td)", "LI": "li"}


@pytest.fixture(scope="module")
def printed(chrome: Chrome, pages: Pages) -> list[Sheet]:
    """The sheets of its pages; of several, of the first and the last."""
    found = []
    for path in pages.samples:
        chrome.show(path)
        found += sheets(chrome.pdf())
    return found


def test_it_is_printed_on_a4(printed: list[Sheet]) -> None:
    for sheet in printed:
        assert sorted((sheet.width, sheet.height)) == pytest.approx([210, 297], abs=1)


def test_nothing_runs_out_of_the_sheet(printed: list[Sheet]) -> None:
    for sheet in printed:
        assert sheet.left > 8
        assert sheet.right > 8


def test_no_sheet_is_empty(printed: list[Sheet]) -> None:
    assert [place for place, sheet in enumerate(printed, 1) if len(sheet.words) < 40] == []


def test_no_row_and_no_point_is_parted(chrome: Chrome, pages: Pages, printed: list[Sheet]) -> None:
    expected: Counter[str] = Counter()
    for path in pages.samples:
        chrome.show(path, View(media="print"))
        for kind, selector in KINDS.items():
            expected[kind] += len(chrome.ask(f"printed('{selector}')"))
    found = sum((sheet.pieces for sheet in printed), Counter[str]())
    breaks = [(end.words[-50:], start.words[:50]) for end, start in pairwise(printed)]
    assert {kind: found[kind] for kind in KINDS} == dict(expected), breaks


def test_the_words_of_each_claim_are_printed(pages: Pages, printed: list[Sheet]) -> None:
    """Hyphens are left out: one at the end of a line is not told from one that printing puts in.

    Of writing from right to left a PDF gives the letters in the order in which they are drawn.
    """
    words = _alike("".join(sheet.words for sheet in printed))
    missing = [
        exhibit.text
        for exhibit in pages.report.exhibits
        if pages.is_one and exhibit.text.isascii() and _alike(exhibit.text) not in words
    ]
    assert missing == []


def _alike(text: str) -> str:
    return squeezed(neutral(text)).replace("-", "").casefold()
