"""Time grows with the size of a file, whatever is in it."""

import time
from collections.abc import Callable
from functools import partial

import pytest

from claimgraph.errors import ClaimGraphError
from claimgraph.ingest import ingest
from claimgraph.ingest.article import Kind
from claimgraph.ingest.markdown import from_markdown
from claimgraph.ingest.metadata import candidates
from claimgraph.ingest.plain import from_plain
from claimgraph.ingest.scanning import scan
from tests.timing import is_within

P = "The defence ministry said on Monday that shells had been fired from the hill of Orvana. "


#: Each of three doublings may cost 2.3 times as much; what is quadratic costs four.
LIMIT = 2.3**3


def pumped(work: Callable[[str], object], pump: str, size: int) -> Callable[[], object]:
    return partial(work, pump * (size // len(pump)))


def is_linear(work: Callable[[str], object], pump: str) -> bool:
    return is_within(LIMIT, partial(pumped, work, pump), 4_000, 32_000)


def scanned(page: str) -> None:
    warnings: list[str] = []
    list(candidates(page, scan(page), warnings.append))


@pytest.mark.parametrize(
    "pump",
    [
        "*", "* ", "**a", "*a **b* ", "_a", "~~", "[", "]", "![", "[a](", '[a](b "', "[a][", "[^",
        "`", "`` ` ", "<", "<a ", "<!", "<!-- ", "</", "&", "&a", "&#", "{{", "{%", "\\", "|", " |",
        " ", "\t", "\n", "> ", "> a\n", "- ", "- a\n", "1. a\n", "# a\n", "# #", "#", "```\n",
        "~~~", "a|b\n-|-\n", "[a]: b\n", "[^a]: b\n", "---\n", "===\n", "a\n", "a  \n", "a\\\n",
        "<b>\n", "<script>", "---\na: b\n", P, P + "\n\n",
    ],
)  # fmt: skip
def test_markdown_takes_time_in_proportion(pump: str) -> None:
    assert is_linear(from_markdown, pump)


@pytest.mark.parametrize(
    "pump",
    [
        "<", "</", "<a", "<a ", "<a b", "<a b=", '<a b="', "<a b='\">", "<!", "<!--", "<!---",
        "-->", "<?", "<p>", "</p>", "<p></p>", "<b><i></b>", "<script>", "</script", "<title>",
        "<h1>a b c ", "<time>", "<meta name=date content=x>", "<nav>", "<li>a", "&", "&amp;",
        "&#1", P, "<head>", "<a href=x>a</a> ", '<script type="ld+json">{', "<link rel=canonical>",
        "<div class=x>",
    ],
)  # fmt: skip
def test_scanning_takes_time_in_proportion(pump: str) -> None:
    assert is_linear(scanned, pump)


@pytest.mark.parametrize("pump", ["a", " ", "\n", " \n", "a\n", P, P[:71] + "\n", "- " * 30 + "\n"])
def test_plain_text_takes_time_in_proportion(pump: str) -> None:
    assert is_linear(from_plain, pump)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("kind", "size", "head", "pump"),
    [
        pytest.param("html", 3, "<html><body><article>", f"<p>%d: {P}</p>", id="paragraphs"),
        pytest.param("html", 1, "<html><body>", f"%d: {P}<br><br>", id="breaks"),
        pytest.param("html", 1, f"<p>{P * 9}</p><ul>", "<li>%d buses came, he said.", id="items"),
        pytest.param("html", 1, "<html><body>", f"<div><span>%d: {P}</span></div>", id="divs"),
        pytest.param("markdown", 1, "# Blast\n\n", f"%d: {P}\n\n", id="Markdown"),
        pytest.param("text", 1, "", f"%d: {P}\n", id="plain text"),
    ],
)
def test_megabytes_take_seconds(kind: Kind, size: int, head: str, pump: str) -> None:
    source = head + "".join(pump % number for number in range(size * 1_000_000 // len(pump)))
    start = time.process_time()
    found = ingest(source, kind=kind)
    assert time.process_time() - start < 6 * size
    assert found.account.characters == len(source)
    assert found.account.kept > 0.5 * len(source)


@pytest.mark.parametrize("name", ["div", "b", "table><tr><td", "ul><li", "span"])
def test_deep_nesting_is_read_or_refused_at_once(name: str) -> None:
    start = time.perf_counter()
    with pytest.raises(ClaimGraphError, match="nested deeper"):
        ingest(f"<html><body>{f'<{name}>' * 100_000}{P}", kind="html")
    assert time.perf_counter() - start < 20
