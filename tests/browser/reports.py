"""The reports that the browser opens: by hand, by the reader, small, large, on several pages."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from claimgraph import ClaimGraph
from claimgraph.interop import records
from claimgraph.report.compose import compose
from claimgraph.report.content import Report
from claimgraph.report.page import layout, pages
from tests.browser.sixty import sixty

SEEDS = Path(__file__).parents[2] / "seeds"

BY_HAND = "seeds by hand"
BY_READER = "seeds by the reader"
ONE = "one article"
SIXTY = "sixty articles"
SEVERAL = "sixty articles on several pages"

REPORTS = (BY_HAND, BY_READER, ONE, SIXTY, SEVERAL)


@dataclass(frozen=True)
class Pages:
    """A report in a folder.

    Attributes:
        name: Which one.
        report: What it says.
        paths: Its pages, the first one first.
    """

    name: str
    report: Report
    paths: tuple[Path, ...]

    def __str__(self) -> str:
        return self.name

    @property
    def home(self) -> Path:
        """The first page."""
        return self.paths[0]

    @property
    def is_one(self) -> bool:
        """Whether it is on one page."""
        return len(self.paths) == 1

    @property
    def samples(self) -> tuple[Path, ...]:
        """Its first page, and its last one, where it has more."""
        return tuple(dict.fromkeys((self.paths[0], self.paths[-1])))


def _by_hand(graph: ClaimGraph) -> None:
    graph.add(records(SEEDS))


def _by_reader(graph: ClaimGraph) -> None:
    for path in sorted(SEEDS.glob("*.txt")):
        graph.read(path)


def _one(graph: ClaimGraph) -> None:
    graph.read(SEEDS / "aleppo.txt")


def _sixty(graph: ClaimGraph) -> None:
    graph.add(sixty())


FILLED: dict[str, Callable[[ClaimGraph], None]] = {
    BY_HAND: _by_hand,
    BY_READER: _by_reader,
    ONE: _one,
    SIXTY: _sixty,
    SEVERAL: _sixty,
}


def write(name: str, folder: Path) -> Pages:
    """Make one of the reports, as files in a folder."""
    with ClaimGraph() as graph:
        FILLED[name](graph)
        report = compose(graph.material(), title="" if name == ONE else name.capitalize())
    limit = 300_000 if name == SEVERAL else layout.LIMIT
    paths = []
    with patch.object(layout, "LIMIT", limit):
        for page in pages(report):
            path = folder / page.path
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(page.html.encode())
            paths.append(path)
    return Pages(name, report, tuple(paths))
