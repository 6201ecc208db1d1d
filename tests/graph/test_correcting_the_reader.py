"""What people decide about a reading wins over the reader, also when it reads again."""

import pytest

import claimgraph as cg
from claimgraph.model import Document, Reading
from claimgraph.reading.reader import Reader

TEXT = (
    "Police chief Anna Holm said two men had died. Mayor Peter Brandt said the bridge was safe. "
    "“Nobody was warned,” he added.\n\nThe Halden Observatory said ten people were hurt."
)
WHO, WHY = "an editor", "asked the reporter"


@pytest.fixture(scope="module")
def reading() -> Reading:
    document = Document(text=TEXT, published="2024-03-01", publisher="Example Wire")
    return Reader(threads=1).read(document)


@pytest.fixture
def graph(reading: Reading) -> cg.ClaimGraph:
    made = cg.ClaimGraph()
    made.add(reading)
    return made


def read_again(graph: cg.ClaimGraph, reading: Reading) -> None:
    """As a later version of the reader would, with the same findings."""
    later = reading.replace(version=f"{reading.version} and later")
    assert graph.add(later).superseded == 1


def words_of(graph: cg.ClaimGraph, name: str) -> set[str]:
    return {claim.text for claim in graph.claims().said_by(name, members=False)}


def test_he_is_somebody_else(graph: cg.ClaimGraph, reading: Reading) -> None:
    added = next(item for item in reading.attributions if item.cue[0].text == "added")
    holm = next(source for source in reading.sources if source.name == "Anna Holm")
    assert "nobody was warned" in words_of(graph, "Peter Brandt")
    graph.correct(added, "source_id", holm.id, by=WHO, reason=WHY)
    assert "nobody was warned" in words_of(graph, "Anna Holm")
    read_again(graph, reading)
    assert "nobody was warned" in words_of(graph, "Anna Holm")
    assert "nobody was warned" not in words_of(graph, "Peter Brandt")


def test_a_new_name_stays(graph: cg.ClaimGraph, reading: Reading) -> None:
    observatory = next(s for s in reading.sources if s.name == "Halden Observatory")
    graph.correct(observatory, "name", "Halden Observatory for Human Rights", by=WHO, reason=WHY)
    read_again(graph, reading)
    assert "Halden Observatory for Human Rights" in {source.name for source in graph.sources()}
    assert "Halden Observatory" not in {source.name for source in graph.sources()}


def test_joined_sources_stay_joined(graph: cg.ClaimGraph, reading: Reading) -> None:
    holm = next(source for source in reading.sources if source.name == "Anna Holm")
    brandt = next(source for source in reading.sources if source.name == "Peter Brandt")
    graph.merge(holm, brandt, by=WHO, reason=WHY)
    read_again(graph, reading)
    assert words_of(graph, "Anna Holm") == words_of(graph, "Peter Brandt")
    graph.split(brandt.id, by=WHO, reason=WHY)
    assert words_of(graph, "Anna Holm").isdisjoint(words_of(graph, "Peter Brandt"))


def test_a_rejected_attribution_stays_away(graph: cg.ClaimGraph, reading: Reading) -> None:
    added = next(item for item in reading.attributions if item.cue[0].text == "added")
    graph.reject(added, by=WHO, reason=WHY)
    read_again(graph, reading)
    assert "nobody was warned" not in {claim.text for claim in graph.claims()}


def test_every_field_says_why(graph: cg.ClaimGraph) -> None:
    claim = graph.claims().about("warned").one()
    told = str(graph.why(claim))
    assert "source_id: " in told
    assert "act: " in told
    assert "“he”" in told
