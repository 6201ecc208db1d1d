"""What a notebook shows, in the pages that notebooks are: light and dark, whatever the system."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from claimgraph import ClaimGraph, Reading
from claimgraph.interop import records
from tests.browser.chrome import Chrome, View
from tests.browser.reports import SEEDS

pytestmark = pytest.mark.browser

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>A notebook</title>
<style>body {{margin: 12px; font: 14px sans-serif; color: {ink}; background: {paper}}}</style>
</head><body><main><h1>A notebook</h1>{cells}</main></body></html>"""

CELL = "<section aria-label='Cell {}'>{}</section>"


@pytest.fixture(scope="module")
def snippets() -> Iterator[list[str]]:
    """One of each kind."""
    with ClaimGraph() as graph:
        readings = list(records(SEEDS))
        graph.add(readings)
        claim = graph.claims().said_by("SOHR").first()
        relation = graph.relations().contradictions().first()
        assert claim is not None
        assert relation is not None
        shown = (
            graph,
            claim,
            relation,
            claim.source,
            claim.attribution,
            graph.compare("SOHR", "SANA"),
            graph.claims().about("Aleppo"),
            graph.relations(),
            graph.sources(),
            graph.documents(),
            graph.matrix(graph.claims().about("Aleppo")),
            graph.silent(),
            graph.timeline(),
            graph.agreement(),
            graph.lineage(),
            next(each for each in readings if isinstance(each, Reading)),
            claim.document,
            claim.event,
            claim.why(),
            graph.trace(claim),
            graph.show(claim.document),
            graph.plot(),
            graph.timeline().plot(),
            graph.agreement().plot(),
        )
        assert all(shown)
        yield [each._repr_html_() for each in shown if each is not None]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("ink", "paper"), [("#111", "#fff"), ("#e0e0e0", "#111")])
def test_each_snippet_can_be_read(
    chrome: Chrome, snippets: list[str], tmp_path: Path, ink: str, paper: str, scheme: str
) -> None:
    """A notebook can be dark on a light system, and the other way round."""
    cells = "".join(CELL.format(*each) for each in enumerate(snippets, 1))
    path = tmp_path / "notebook.html"
    path.write_text(PAGE.format(ink=ink, paper=paper, cells=cells), encoding="utf-8")
    for width in (1280, 390):
        chrome.show(path, View(width, scheme))
        wrong = [str(each) for each in chrome.violations()] if width == 1280 else []
        assert not wrong, "\n".join(wrong)
        assert chrome.ask("pale()") == [], chrome.ask("pale()")
        assert chrome.ask("sideways()") == {"over": 0, "culprits": []}
    assert chrome.said() == []
    assert chrome.requests() == [path.as_uri()]
