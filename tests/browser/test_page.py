"""A report in a browser: it is silent, asks for nothing, and is of use however it is looked at."""

import re
from itertools import product
from urllib.parse import unquote

import pytest
from selenium.webdriver.common.keys import Keys

from tests.browser.chrome import Chrome, View
from tests.browser.reports import Pages

pytestmark = pytest.mark.browser

#: A screen and a phone, by day and by night.
VIEWS = [View(width, scheme) for width, scheme in product((1280, 390), ("light", "dark"))]

#: What tells a page what it may load.
POLICY = "return document.querySelector('meta[http-equiv=Content-Security-Policy]').content"


def test_it_says_nothing_to_the_console_and_asks_for_nothing(chrome: Chrome, pages: Pages) -> None:
    for path in pages.paths:
        chrome.open(path)
        assert chrome.run(POLICY).startswith("default-src 'none'")
        assert (
            chrome.run("return document.querySelectorAll('script:not([type*=json])').length") == 0
        )
        assert chrome.said() == []
        assert chrome.requests() == [path.as_uri()]


@pytest.mark.parametrize("view", VIEWS, ids=str)
def test_axe_finds_nothing_wrong(chrome: Chrome, pages: Pages, view: View) -> None:
    for path in pages.paths:
        chrome.open(path, view)
        found = chrome.violations()
        assert not found, f"{path.name}\n" + "\n".join(map(str, found))
        assert chrome.ask("pale()") == []


def test_axe_finds_nothing_wrong_where_all_is_unfolded(chrome: Chrome, pages: Pages) -> None:
    chrome.open(pages.home)
    chrome.ask("openAll()")
    found = chrome.violations()
    assert not found, "\n".join(map(str, found))


def test_links_lead_to_what_can_be_seen(chrome: Chrome, pages: Pages) -> None:
    for path in pages.paths:
        for view in (View(), View(390)):
            chrome.open(path, view)
            chrome.ask("openAll()")
            found = chrome.ask("follow()")
            assert found["faults"] == []
            assert found["followed"] or not pages.is_one


def test_links_to_other_pages_lead_to_places_that_are_there(chrome: Chrome, pages: Pages) -> None:
    places, links = {}, set()
    for path in pages.paths:
        chrome.open(path)
        places[path.resolve()] = set(chrome.ask("places()"))
        for address in chrome.ask("links()"):
            if not re.match("#|https?://", address):
                page, _, place = address.partition("#")
                links.add(((path.parent / unquote(page)).resolve(), unquote(place)))
    assert bool(links) is not pages.is_one
    for target, place in links:
        assert target in places, target
        assert not place or place in places[target], f"{target.name}#{place}"


@pytest.mark.parametrize("width", [1280, 640, 390, 320])
def test_it_fits_the_window(chrome: Chrome, pages: Pages, width: int) -> None:
    """640 pixels is a window of 1280 whose content is twice as large."""
    for path in pages.paths:
        chrome.open(path, View(width))
        chrome.ask("openAll()")
        assert chrome.ask("sideways()") == {"over": 0, "culprits": []}
        assert chrome.ask("clipped()") == []


@pytest.mark.parametrize("width", [1280, 390])
def test_letters_of_twice_the_size_fit_the_window(chrome: Chrome, pages: Pages, width: int) -> None:
    """As people set it in their browsers, or on their phones."""
    chrome.open(pages.home, View(width))
    size = "return parseFloat(getComputedStyle(document.querySelector('main p, main li')).fontSize)"
    before = chrome.run(size)
    chrome.run("document.documentElement.style.fontSize = '200%'")
    assert chrome.run(size) == pytest.approx(2 * before, rel=0.05)
    assert chrome.ask("sideways()") == {"over": 0, "culprits": []}
    assert chrome.ask("clipped()") == []


def test_spaced_letters_and_lines_fit_the_window(chrome: Chrome, pages: Pages) -> None:
    """WCAG 1.4.12: as people set it who could not read it otherwise."""
    chrome.open(pages.home, View(390))
    chrome.run(
        """const sheet = new CSSStyleSheet();
        sheet.replaceSync("* {line-height: 1.5 !important; letter-spacing: .12em !important;"
          + "word-spacing: .16em !important} p {margin-bottom: 2em !important}");
        document.adoptedStyleSheets = [sheet];"""
    )
    assert chrome.ask("sideways()") == {"over": 0, "culprits": []}
    assert chrome.ask("clipped()") == []


@pytest.mark.parametrize("width", [1280, 390])
def test_words_in_pictures_can_be_read(chrome: Chrome, pages: Pages, width: int) -> None:
    for path in pages.paths:
        chrome.open(path, View(width))
        assert chrome.ask("pictures(9)") == []


@pytest.mark.parametrize("width", [1280, 390])
def test_a_keyboard_reaches_everything(chrome: Chrome, pages: Pages, width: int) -> None:
    chrome.open(pages.home, View(width))
    chrome.ask("openAll()")
    stops = chrome.ask("watch()")
    assert stops
    chrome.keys(*[Keys.TAB] * len(stops))
    walked = chrome.run("return walked")
    assert [each["name"] for each in walked] == stops  # each once, in the order of the page
    assert [each["name"] for each in walked if not each["shown"]] == []
    assert [each["name"] for each in walked if not each["inSight"]] == []
    # And back again: there is no trap.
    chrome.run("walked.length = 0")
    with_shift = [Keys.SHIFT, *[Keys.TAB] * (len(stops) - 1)]
    chrome.keys(*with_shift)
    assert [each["name"] for each in chrome.run("return walked")] == stops[-2::-1]


def test_what_is_folded_unfolds_by_key(chrome: Chrome, pages: Pages) -> None:
    chrome.open(pages.home)
    closed = "details:not([open]) > summary"
    assert chrome.run(
        f"const it = document.querySelector('{closed}'); it.focus(); return Boolean(it)"
    )
    chrome.keys(Keys.ENTER)
    assert chrome.run("return document.activeElement.parentElement.open")


def test_boxes_that_scroll_have_a_name_and_can_be_reached(chrome: Chrome, pages: Pages) -> None:
    for path, width in product(pages.paths, (1280, 390)):
        chrome.open(path, View(width))
        for region in chrome.ask("regions()"):
            assert region["tabindex"] == "0", region
            assert region["role"] in ("region", "group"), region
            assert region["label"], region


def test_it_is_dark_where_the_reader_wants_it_dark(chrome: Chrome, pages: Pages) -> None:
    for path, width in product(pages.paths, (1280, 390)):
        chrome.open(path, View(width, "dark"))
        dark = chrome.ask("bright(0.2)")
        assert dark["page"] < 0.05
        assert dark["areas"] == []
        chrome.look(View(width, "light"))
        assert chrome.ask("bright(0.2)")["page"] > 0.8


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_can_be_read_in_the_colours_of_the_system(
    chrome: Chrome, pages: Pages, scheme: str
) -> None:
    chrome.open(pages.home, View(1280, scheme, forced_colors=True))
    found = chrome.violations()
    assert not found, "\n".join(map(str, found))
    assert chrome.ask("pale()") == []
    stops = chrome.ask("watch()")[:12]
    chrome.keys(*[Keys.TAB] * len(stops))
    assert [each["name"] for each in chrome.run("return walked") if not each["shown"]] == []


def test_it_moves_nothing_for_who_wants_it_still(chrome: Chrome, pages: Pages) -> None:
    chrome.open(pages.home)
    assert chrome.run("return matchMedia('(prefers-reduced-motion: reduce)').matches")
    moving = """return [...document.querySelectorAll("*")].filter(each => {
        const style = getComputedStyle(each);
        return style.scrollBehavior === "smooth" || style.animationName !== "none"
          || parseFloat(style.transitionDuration) > 0;
      }).length"""
    assert chrome.run(moving) == 0
