"""From a cell to the words of an article, as a reader goes."""

import pytest

from claimgraph.markup.html import neutral
from claimgraph.views.cells import Report as CellReport
from tests.browser.chrome import Chrome
from tests.browser.paper import squeezed
from tests.browser.reports import Pages

pytestmark = pytest.mark.browser


@pytest.fixture
def cells(pages: Pages) -> list[tuple[int, int]]:
    """Of each claim in the matrix, its row."""
    return [
        (row.number, number)
        for row in pages.report.rows.values()
        for cell in (*row.cells, *row.others)
        if cell.report is not CellReport.NOT_REPORTED
        for number in cell.numbers
    ]


#: The targets of the links in each row, claim by claim; sources without a column stand below it.
ROWS = """return [...document.querySelectorAll("[id^=row-]")].map(row => {
  const below = row.nextElementSibling?.matches(".others") ? [row.nextElementSibling] : [];
  const links = [row, ...below].flatMap(each => [...each.querySelectorAll("a[href*='#']")]);
  return [row.id, links.map(each => each.hash.slice(1))];
})"""

#: The targets of the links in each entry of the list of claims.
ENTRIES = r"""return [...document.querySelectorAll("[id]")].filter(each => /^c\d+$/.test(each.id))
  .map(entry => [
    entry.id, [...entry.querySelectorAll("a[href*='#']")].map(each => each.hash.slice(1))])"""

#: The characters after the beginning of each mark, in its article.
MARKS = r"""return [...document.querySelectorAll("[id]")].filter(each => /^m\d+$/.test(each.id))
  .map(mark => {
    const walker = document.createTreeWalker(mark.closest(".doc"), NodeFilter.SHOW_TEXT, {
      acceptNode: node => node.parentElement.closest("a.id, .sr")
        ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT});
    walker.currentNode = mark;
    let words = "";
    while (words.length < 3000 && walker.nextNode()) words += walker.currentNode.data;
    return [mark.id, words];
  })"""


def test_each_cell_leads_to_its_claim_and_the_claim_to_its_words(
    chrome: Chrome, pages: Pages, cells: list[tuple[int, int]]
) -> None:
    rows: dict[str, list[str]] = {}
    entries: dict[str, list[str]] = {}
    marks: dict[str, str] = {}
    for path in pages.paths:
        chrome.open(path)
        rows |= chrome.run(ROWS)
        entries |= chrome.run(ENTRIES)
        marks |= chrome.run(MARKS)
    assert cells
    for row, number in cells:
        assert f"c{number}" in rows[f"row-{row}"]
    for exhibit in pages.report.exhibits:
        assert f"m{exhibit.number}" in entries[f"c{exhibit.number}"]
        first = squeezed(neutral(exhibit.proof.spans[0].text))
        assert squeezed(marks[f"m{exhibit.number}"]).startswith(first)
