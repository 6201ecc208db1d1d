"""A report on paper: A4, nothing cut, nothing missing."""

from collections import Counter

import pytest

from claimgraph.markup.html import neutral
from tests.browser.chrome import Chrome
from tests.browser.paper import Sheet, Whole, sheets, squeezed, wholes
from tests.browser.reports import Pages

pytestmark = pytest.mark.browser

Printed = tuple[list[Sheet], list[Whole]]


@pytest.fixture(scope="module")
def printed(chrome: Chrome, pages: Pages) -> Printed:
    """The sheets of its pages, and the rows and points; of several pages, the first and last."""
    every: Printed = ([], [])
    for path in pages.samples:
        chrome.show(path)
        content = chrome.pdf()
        found = sheets(content)
        every[0].extend(found)
        every[1].extend(wholes(content, found))
    return every


def test_it_is_printed_on_a4(printed: Printed) -> None:
    for sheet in printed[0]:
        assert sorted((sheet.width, sheet.height)) == pytest.approx([210, 297], abs=1)


def test_nothing_runs_out_of_the_sheet(printed: Printed) -> None:
    for sheet in printed[0]:
        assert sheet.left > 8
        assert sheet.right > 8


def test_no_sheet_is_empty(printed: Printed) -> None:
    assert [place for place, sheet in enumerate(printed[0], 1) if not sheet.words] == []


def test_no_row_and_no_point_is_parted(pages: Pages, printed: Printed) -> None:
    kinds = Counter(each.kind for each in printed[1])
    assert kinds["/TR"] >= len(pages.report.rows) or not pages.is_one
    assert kinds["/LI"] >= len(pages.report.exhibits) or not pages.is_one
    assert [each for each in printed[1] if len(each.words) > 1] == []


def test_the_words_of_each_claim_are_printed(pages: Pages, printed: Printed) -> None:
    """Hyphens are left out: one at the end of a line is not told from one that printing puts in.

    Of writing from right to left a PDF gives the letters in the order in which they are drawn.
    """
    words = _alike("".join(sheet.words for sheet in printed[0]))
    missing = [
        exhibit.text
        for exhibit in pages.report.exhibits
        if pages.is_one and exhibit.text.isascii() and _alike(exhibit.text) not in words
    ]
    assert missing == []


def _alike(text: str) -> str:
    return squeezed(neutral(text)).replace("-", "").casefold()
