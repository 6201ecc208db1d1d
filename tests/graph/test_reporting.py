"""Reports of a graph: of all of it, of some sources, about something, since a time, of two."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from claimgraph import ClaimGraph
from claimgraph.errors import (
    ClaimGraphError,
    EmptyReportError,
    QueryError,
    ReportError,
    UnknownSourceError,
)
from claimgraph.report import as_json
from claimgraph.report.content import Report
from claimgraph.report.writing import Format
from tests.factories import article, reading
from tests.report.handmade import graph_of, story


@pytest.fixture(scope="module")
def graph() -> Iterator[ClaimGraph]:
    with graph_of(story()) as graph:
        yield graph


@pytest.fixture
def made(graph: ClaimGraph, tmp_path: Path) -> Callable[..., Report]:
    """Writes a report of the graph as JSON, and reads it back."""

    def report(seen: ClaimGraph = graph, **asked: Any) -> Report:
        path = tmp_path / "dara.json"
        written = seen.report(path, **asked)
        assert written.format is Format.JSON
        seen.verify(path)
        return as_json.load(path)

    return report


def speakers(report: Report) -> set[str]:
    return {exhibit.speaker for exhibit in report.exhibits}


def test_all_of_a_graph(made: Callable[..., Report]) -> None:
    report = made(title="Gas at Dara")
    assert (report.title, report.scope) == ("Gas at Dara", "")
    assert len(report.exhibits) == 7


@pytest.mark.parametrize(
    ("asked", "expected", "scope"),
    [
        pytest.param(
            {"sources": "Relief Watch"},
            {"Relief Watch"},
            "said by Relief Watch",
            id="one source, by its name",
        ),
        pytest.param(
            {"sources": ["RW", "State News Agency"]},
            {"Relief Watch", "State News Agency"},
            "said by RW and State News Agency",
            id="two sources, one by its acronym",
        ),
        pytest.param(
            {"sources": "Northland"},
            {"Ivan Petrov"},
            "said by Northland",
            id="who speaks for a source",
        ),
        pytest.param(
            {"about": "oxygen"}, {"Relief Watch"}, "about oxygen", id="words of the claims"
        ),
        pytest.param(
            {"since": "2018-11-26"},
            {"State News Agency", "Ivan Petrov", "Harbour Group"},
            "published since 2018-11-26",
            id="since a day",
        ),
        pytest.param(
            {"sources": "Northland", "about": "gas", "since": "2018-11-26"},
            {"Ivan Petrov"},
            "said by Northland; about gas; published since 2018-11-26",
            id="all three",
        ),
    ],
)
def test_a_part_of_a_graph_says_what_it_is_made_of(
    asked: dict[str, Any], expected: set[str], scope: str, made: Callable[..., Report]
) -> None:
    report = made(**asked)
    assert speakers(report) == expected
    assert report.scope == scope
    assert report.left_out


def test_sources_may_be_given_as_records(graph: ClaimGraph, made: Callable[..., Report]) -> None:
    watch = graph.sources().named("RW").one()
    assert speakers(made(sources=watch)) == speakers(made(sources=[watch])) == {"Relief Watch"}
    assert made(sources=watch).scope == "said by Relief Watch"


def test_a_graph_as_it_was_says_so(graph: ClaimGraph, made: Callable[..., Report]) -> None:
    report = made(graph.as_of("2018-11-25"))
    assert {text.publisher for text in report.texts} == {"Dara Wire"}
    assert report.scope == "as of 2018-11-25"


def test_two_sources_side_by_side(graph: ClaimGraph, tmp_path: Path) -> None:
    path = tmp_path / "two.json"
    written = graph.compare("RW", "State News Agency").report(path)
    report = as_json.load(path)
    assert report.title == "RW and State News Agency: who says what"
    assert report.scope == "said by RW and State News Agency"
    assert speakers(report) == {"Relief Watch", "State News Agency"}
    assert written.claims == len(report.exhibits) == 3
    assert graph.verify(path)


EMPTY = [
    pytest.param(
        {"about": "zeppelins"}, "no claim is about zeppelins; ask for less", id="about nothing"
    ),
    pytest.param(
        {"sources": "RW", "since": "2019"},
        "no claim is said by RW and published since 2019; ask for less",
        id="too late",
    ),
]


@pytest.mark.parametrize(("asked", "told"), EMPTY)
def test_a_selection_without_claims_is_told_and_nothing_is_written(
    asked: dict[str, Any], told: str, graph: ClaimGraph, tmp_path: Path
) -> None:
    with pytest.raises(EmptyReportError, match=told) as caught:
        graph.report(tmp_path / "dara.html", **asked)
    assert isinstance(caught.value, (ReportError, ValueError))
    assert list(tmp_path.iterdir()) == []


def test_an_empty_graph_says_what_to_do(tmp_path: Path) -> None:
    with ClaimGraph() as empty:
        with pytest.raises(EmptyReportError, match=r"add articles first: graph\.read_all"):
            empty.report(tmp_path / "dara.html")
        empty.add(reading(article("It rained.")))
        with pytest.raises(EmptyReportError, match="nobody is quoted in them"):
            empty.report(tmp_path / "dara.html")


def test_what_nobody_is_called_is_told_with_what_is_near(graph: ClaimGraph, tmp_path: Path) -> None:
    with pytest.raises(UnknownSourceError, match="did you mean 'Relief Watch'"):
        graph.report(tmp_path / "dara.html", sources=["Relief Wach"])


@pytest.mark.parametrize(
    "asked", [{"since": "yesterday"}, {"format": "pdf"}, {"about": ""}], ids=str
)
def test_what_cannot_be_asked_is_our_error(
    asked: dict[str, Any], graph: ClaimGraph, tmp_path: Path
) -> None:
    with pytest.raises(ClaimGraphError):
        graph.report(tmp_path / "dara.html", **asked)
    assert list(tmp_path.iterdir()) == []


def test_a_comparison_without_a_graph_says_how_to_get_one(tmp_path: Path) -> None:
    from claimgraph.graph.comparison import compare

    with pytest.raises(QueryError, match=r"graph\.compare"):
        compare(("a", "b"), [], {}, {}).report(tmp_path / "two.html")


@pytest.mark.parametrize("ending", ["html", "json"])
def test_the_seeds_hold(ending: str, tmp_path: Path) -> None:
    from claimgraph.interop import records

    with ClaimGraph(compare=False) as seeds:
        seeds.add(records(Path(__file__).parents[2] / "seeds"))
        path = tmp_path / f"aleppo.{ending}"
        written = seeds.report(path)
        found = seeds.verify(path)
        assert (written.articles, written.claims) == (found.texts, found.claims) == (7, 216)
        assert found.statements > 300
