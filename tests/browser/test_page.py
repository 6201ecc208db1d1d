"""A report in a browser: it is silent, asks for nothing, and is of use however it is looked at."""

import re
from itertools import product
from urllib.parse import unquote

import pytest

from tests.browser.chrome import Chrome, View
from tests.browser.reports import BY_READER, ONE, SEVERAL, Pages

pytestmark = pytest.mark.browser

#: A screen and a phone, by day and by night.
VIEWS = [View(width, scheme) for width, scheme in product((1280, 390), ("light", "dark"))]

#: Of reports that are made as another one is; axe takes its time.
FEWER = {BY_READER: VIEWS[2:3], SEVERAL: VIEWS[::3]}

#: What tells a page what it may load.
POLICY = "return document.querySelector('meta[http-equiv=Content-Security-Policy]').content"

SCRIPTS = "return document.querySelectorAll('script:not([type*=json])').length"

#: Elements that move by themselves.
MOVING = """return [...document.querySelectorAll("*")].filter(each => {
    const style = getComputedStyle(each);
    return style.scrollBehavior === "smooth" || style.animationName !== "none"
      || parseFloat(style.transitionDuration) > 0;
  }).length"""

#: More room between letters, words, lines and paragraphs.
SPACED = """const sheet = new CSSStyleSheet();
  sheet.replaceSync("* {line-height: 1.5 !important; letter-spacing: .12em !important;"
    + "word-spacing: .16em !important} p {margin-bottom: 2em !important}");
  document.adoptedStyleSheets = [sheet];"""

#: How large most words are, in pixels.
SIZE = "return parseFloat(getComputedStyle(document.querySelector('main p, main li')).fontSize)"


def test_it_says_nothing_to_the_console_and_asks_for_nothing(chrome: Chrome, pages: Pages) -> None:
    for path in pages.paths:
        chrome.open(path)
        assert chrome.run(POLICY).startswith("default-src 'none'")
        assert chrome.run(SCRIPTS) == 0
        assert chrome.said() == []
        assert chrome.requests() == [path.as_uri()]


def test_axe_finds_nothing_wrong(chrome: Chrome, pages: Pages) -> None:
    wrong = []
    for path, view in product(pages.samples, FEWER.get(pages.name, VIEWS)):
        chrome.show(path, view)
        wrong += [f"{path.name} {view}: {each}" for each in chrome.violations()]
        wrong += [f"{path.name} {view}: pale: {each}" for each in chrome.ask("pale()")]
    assert not wrong, "\n".join(wrong)


def test_axe_finds_nothing_wrong_where_all_is_unfolded(chrome: Chrome, pages: Pages) -> None:
    if pages.name == ONE:
        chrome.open(pages.home)
        chrome.ask("openAll()")
        wrong = chrome.violations()
        assert not wrong, "\n".join(map(str, wrong))


@pytest.mark.parametrize("width", [1280, 640, 390, 320])
def test_it_fits_the_window(chrome: Chrome, pages: Pages, width: int) -> None:
    """640 pixels is a window of 1280 whose content is twice as large."""
    for path in pages.samples:
        chrome.show(path, View(width))
        assert chrome.ask("sideways()") == {"over": 0, "culprits": []}
        assert chrome.ask("clipped()") == []
        for region in chrome.ask("regions()"):
            # What scrolls by itself can be reached, and says what it is.
            assert region["tabindex"] == "0", region
            assert region["role"] in ("region", "group"), region
            assert region["label"], region


@pytest.mark.parametrize("width", [1280, 390])
def test_words_in_pictures_can_be_read(chrome: Chrome, pages: Pages, width: int) -> None:
    for path in pages.samples:
        chrome.show(path, View(width))
        assert chrome.ask("pictures(9)") == []


def test_it_is_dark_where_the_reader_wants_it_dark(chrome: Chrome, pages: Pages) -> None:
    for path, width in product(pages.samples, (1280, 390)):
        chrome.show(path, View(width, "dark"))
        dark = chrome.ask("bright(0.2)")
        assert dark["page"] < 0.05
        assert dark["areas"] == []
    chrome.show(pages.home)
    assert chrome.ask("bright(0.2)")["page"] > 0.8


def test_it_moves_nothing_for_who_wants_it_still(chrome: Chrome, pages: Pages) -> None:
    chrome.show(pages.home)
    assert chrome.run("return matchMedia('(prefers-reduced-motion: reduce)').matches")
    assert chrome.run(MOVING) == 0


def test_links_to_other_pages_lead_to_places_that_are_there(chrome: Chrome, pages: Pages) -> None:
    places, links = {}, set()
    for path in pages.paths:
        chrome.show(path)
        places[path.resolve()] = set(chrome.ask("places()"))
        for address in chrome.ask("links()"):
            if not re.match("#|https?://", address):
                page, _, place = address.partition("#")
                links.add(((path.parent / unquote(page)).resolve(), unquote(place)))
    assert bool(links) is not pages.is_one
    for target, place in links:
        assert target in places, target
        assert not place or place in places[target], f"{target.name}#{place}"


def test_links_lead_to_what_can_be_seen(chrome: Chrome, pages: Pages) -> None:
    for path in pages.samples:
        chrome.open(path, View(1280 if pages.name != ONE else 390))
        found = chrome.ask("follow()")
        assert found["faults"] == []
        assert found["followed"]


@pytest.mark.parametrize("width", [1280, 390])
def test_letters_of_twice_the_size_fit_the_window(chrome: Chrome, pages: Pages, width: int) -> None:
    """As people set it in their browsers, or on their phones."""
    chrome.show(pages.home, View(width))
    usual = chrome.run(SIZE)
    chrome.look(View(width, letters=32))
    assert chrome.run(SIZE) == pytest.approx(2 * usual, rel=0.05)
    assert chrome.ask("sideways()") == {"over": 0, "culprits": []}
    assert chrome.ask("clipped()") == []


def test_spaced_letters_fit_the_window(chrome: Chrome, pages: Pages) -> None:
    """As people set it who could not read it otherwise (WCAG 1.4.12)."""
    chrome.open(pages.home, View(390))
    chrome.run(SPACED)
    assert chrome.ask("sideways()") == {"over": 0, "culprits": []}
    assert chrome.ask("clipped()") == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_can_be_read_in_the_colours_of_the_system(
    chrome: Chrome, pages: Pages, scheme: str
) -> None:
    chrome.show(pages.home, View(1280, scheme, forced_colors=True))
    assert chrome.run("return matchMedia('(forced-colors: active)').matches")
    assert chrome.ask("pale()") == []
    if pages.name == ONE:
        wrong = chrome.violations()
        assert not wrong, "\n".join(map(str, wrong))
