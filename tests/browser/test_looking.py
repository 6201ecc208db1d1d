"""What the other tests here would see: each fault that they look for is found where it is."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver.common.keys import Keys

from tests.browser.chrome import Chrome, View
from tests.browser.paper import sheets, wholes

pytestmark = pytest.mark.browser

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>A page</title>{head}</head>
<body><main><h1>A page</h1>{body}</main></body></html>"""

STRICT = """<meta http-equiv="Content-Security-Policy"
content="default-src 'none'; style-src 'unsafe-inline'">"""

ROW = "<tr><th scope='row'>Row</th><td>{}</td></tr>"


@pytest.fixture
def show(chrome: Chrome, tmp_path: Path) -> Callable[..., Chrome]:
    """Open a page with something in it."""

    def opened(body: str = "", head: str = "", view: View | None = None) -> Chrome:
        path = tmp_path / "page.html"
        path.write_text(PAGE.format(head=head, body=body), encoding="utf-8")
        chrome.open(path, view)
        return chrome

    return opened


@pytest.mark.parametrize(
    ("body", "head"),
    [
        pytest.param("<script>console.info('here')</script>", "", id="a script that speaks"),
        pytest.param("<script>let here</script>", STRICT, id="a script that is not allowed"),
        pytest.param("<img alt='' src='https://x.example/'>", STRICT, id="an image from elsewhere"),
        pytest.param("<p onclick='here()'>Here</p>", STRICT, id="a handler"),
    ],
)
def test_what_the_console_says_is_heard(show: Callable[..., Chrome], body: str, head: str) -> None:
    assert show(body, head).said()


def test_requests_are_seen(show: Callable[..., Chrome]) -> None:
    addresses = show("<img alt='' src='https://x.example/a.png'>").requests()
    assert addresses[1:] == ["https://x.example/a.png"]


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        ("<p style='color:#bbb;background:#fff'>Pale words</p>", "color-contrast"),
        ("<img src='data:,'>", "image-alt"),
        ("<table><tr><th></th><td>5</td></tr></table>", "empty-table-header"),
        ("<a href='#x'></a>", "link-name"),
    ],
)
def test_what_axe_finds_is_told(show: Callable[..., Chrome], body: str, rule: str) -> None:
    assert rule in [each.rule for each in show(body).violations()]


@pytest.mark.parametrize(
    ("question", "body"),
    [
        ("sideways().culprits", "<p style='width:500px'>Wide</p>"),
        ("clipped()", "<p style='width:40px;overflow:hidden;white-space:nowrap'>Many words</p>"),
        (
            "pictures(9)",
            "<svg viewBox='0 0 100 20' width='100'><text y='15' x='60'>Outside</text></svg>",
        ),
        (
            "pictures(9)",
            "<svg viewBox='0 0 100 20' width='100'><text y='15'>One</text><text y='15'>Two</text>"
            "</svg>",
        ),
        ("pictures(9)", "<svg viewBox='0 0 900 60' width='100'><text y='30'>Small</text></svg>"),
        ("follow().faults", "<a href='#nowhere'>There</a>"),
        ("follow().faults", "<a href='#p'>There</a><p id='p' hidden>Here</p>"),
        (
            "follow().faults",
            "<a href='#p'>There</a><p id='p'>Here</p>"
            "<div style='position:fixed;inset:0;background:#fff'></div>",
        ),
        (
            "pale()",
            "<svg viewBox='0 0 100 20' width='100'><text y='15' fill='#777'>Pale</text></svg>",
        ),
        ("bright(0.2).areas", "<p style='background:#fff;height:200px'>Bright</p>"),
    ],
)
def test_faults_are_seen(show: Callable[..., Chrome], question: str, body: str) -> None:
    found = show(body, view=View(390, "dark")).ask(question)
    assert len(found) == 1


def test_a_focus_that_does_not_show_is_seen(show: Callable[..., Chrome]) -> None:
    chrome = show("<a href='#x' style='outline:0'>One</a> <a href='#x'>Two</a>")
    assert len(chrome.ask("watch()")) == 2
    chrome.keys(Keys.TAB, Keys.TAB)
    walked: list[dict[str, Any]] = chrome.run("return walked")
    assert [each["stop"] for each in walked] == [0, 1]
    assert [each["shown"] for each in walked] == [False, True]


@pytest.mark.parametrize(("style", "parted"), [("", True), ("tr{break-inside:avoid}", False)])
def test_a_row_on_two_sheets_is_seen(show: Callable[..., Chrome], style: str, parted: bool) -> None:
    rows = ROW.format("one<br>" * 30) + ROW.format("two<br>" * 40)
    table = f"<table><caption>Rows</caption>{rows}</table>"
    content = show(table, f"<style>{style}</style>").pdf()
    paper = sheets(content)
    assert len(paper) == 2
    one, two = wholes(content, paper)
    assert list(one.words) == [0]
    assert list(two.words) == ([0, 1] if parted else [1])
    assert "".join(two.words.values()) == "Row" + "two" * 40


def test_words_at_the_edge_of_the_sheet_are_seen(show: Callable[..., Chrome]) -> None:
    (paper,) = sheets(show("<p style='width:20cm;text-align:right'>Far out</p>").pdf())
    assert paper.right < 10  # the margin is more
