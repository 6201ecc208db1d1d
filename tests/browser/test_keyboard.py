"""A report without a mouse."""

from itertools import product
from typing import Any

import pytest
from selenium.webdriver.common.keys import Keys

from tests.browser.chrome import Chrome, View
from tests.browser.reports import ONE, Pages

pytestmark = pytest.mark.browser

#: Stops in a row that are walked in a large report: at its head, in its middle, at its end.
SOME = 40

#: Whether the order of stops is that of the page.
REORDERED = (
    'return document.querySelectorAll(\'[tabindex]:not([tabindex="0"],[tabindex="-1"])\').length'
)


def walk(chrome: Chrome, steps: int, *, back: bool = False) -> list[dict[str, Any]]:
    """Where the focus is after each step."""
    chrome.run("walked.length = 0")
    chrome.keys(*[Keys.TAB] * steps, shift=back)
    walked: list[dict[str, Any]] = chrome.run("return walked")
    return walked


@pytest.mark.parametrize("width", [1280, 390])
def test_it_reaches_everything(chrome: Chrome, pages: Pages, width: int) -> None:
    for path, forced in product(pages.samples, (False, True)):
        if forced and pages.name != ONE:
            continue
        chrome.open(path, View(width, forced_colors=forced))
        if pages.name == ONE:
            chrome.ask("openAll()")
        assert chrome.run(REORDERED) == 0
        count = len(chrome.ask("watch()"))
        assert count
        if count <= 3 * SOME or pages.name == ONE:
            starts, steps = [0], count
        else:
            starts, steps = [0, count // 2, count - SOME], SOME
        for start in starts:
            # From the stop before; that one may be inside of another.
            if start:
                chrome.run("stops[arguments[0]].focus()", start - 1)
            walked = walk(chrome, steps)
            expected = list(range(start, start + steps))
            assert [each["stop"] for each in walked] == expected
            assert [each["name"] for each in walked if not each["shown"]] == []
            assert [each["name"] for each in walked if not each["inSight"]] == []
            # And back again: there is no trap.
            back = walk(chrome, steps - 1, back=True)
            assert [each["stop"] for each in back] == expected[-2::-1]


def test_it_unfolds_what_is_folded(chrome: Chrome, pages: Pages) -> None:
    chrome.open(pages.home)
    folded = "document.querySelector('main details:not([open]) > summary')"
    assert chrome.run(f"{folded}.focus(); return document.activeElement.matches('summary')")
    chrome.keys(Keys.ENTER)
    assert chrome.run("return document.activeElement.parentElement.open")


def test_it_skips_to_what_matters(chrome: Chrome, pages: Pages) -> None:
    """The first stop leads past the head of the page."""
    for path in pages.samples:
        chrome.open(path)
        chrome.keys(Keys.TAB)
        assert chrome.run("return document.activeElement.textContent").startswith("Skip to")
        chrome.keys(Keys.ENTER)
        chrome.keys(Keys.TAB)
        assert chrome.run("return Boolean(document.activeElement.closest('main'))")
