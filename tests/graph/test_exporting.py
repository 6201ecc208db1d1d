"""A graph as a file for other programs: each opens it, and finds what the graph has."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import networkx as nx
import pandas as pd
import pytest
import rdflib
import spacy
from spacy.tokens import DocBin

from claimgraph import ClaimGraph, Document
from claimgraph.errors import OutputFileError, QueryError
from claimgraph.graph.exporting import Exported, export
from claimgraph.interop import jsonl
from claimgraph.interop.formats import Format
from claimgraph.text.cells import plain
from tests.factories import article, reading, said, source
from tests.query.conftest import fill

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")

#: A file, or a folder, of each format.
PLACES = {each: f"out.{each}" for each in Format} | {
    Format.TABLES: "out/",
    Format.PARQUET_TABLES: "tables",
}


@pytest.fixture(scope="module")
def graph() -> Iterator[ClaimGraph]:
    with ClaimGraph(compare=False) as made:
        fill(made)
        yield made


def write(graph: ClaimGraph, format_: Format, folder: Path) -> Path:
    """Export to a place of the format in a folder."""
    place = f"{folder}/{PLACES[format_]}"
    done = graph.export(place, None if "." in PLACES[format_] else format_)
    assert done.format is format_
    return done.path


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_networkx_opens_gexf_graphml_and_json(graph: ClaimGraph, tmp_path: Path) -> None:
    data = json.loads(write(graph, Format.JSON, tmp_path).read_text(encoding="utf-8"))
    opened: list[Any] = [
        nx.read_gexf(write(graph, Format.GEXF, tmp_path)),
        nx.read_graphml(write(graph, Format.GRAPHML, tmp_path), force_multigraph=True),
        nx.node_link_graph(data, edges="edges"),
    ]
    for each in opened:
        claims = {node for node, kind in each.nodes(data="type") if kind == "claim"}
        assert claims == {claim.id for claim in graph.claims()}
    assert len({each.number_of_edges() for each in opened}) == 1


def test_pandas_opens_parquet_with_what_to_df_gives(graph: ClaimGraph, tmp_path: Path) -> None:
    frame = pd.read_parquet(write(graph, Format.PARQUET, tmp_path))
    expected = graph.claims().to_df()
    assert list(frame.columns) == list(expected.columns)
    assert frame["claim"].tolist() == expected["claim"].tolist()
    assert frame["start"].tolist() == expected["start"].tolist()


def test_rdflib_opens_json_ld(graph: ClaimGraph, tmp_path: Path) -> None:
    found = rdflib.Graph().parse(write(graph, Format.JSONLD, tmp_path), format="json-ld")
    claim = rdflib.URIRef("http://schema.org/Claim")
    silences = rdflib.URIRef("urn:claimgraph:term:Silence")
    subjects = [*found.subjects(rdflib.RDF.type, claim), *found.subjects(None, silences)]
    assert len(set(subjects)) == graph.claims().count()


def test_spacy_opens_its_docbin(graph: ClaimGraph, tmp_path: Path) -> None:
    found = DocBin().from_disk(write(graph, Format.SPACY, tmp_path))
    docs = list(found.get_docs(spacy.blank("en").vocab))
    assert {doc.text for doc in docs} == {document.text for document in graph.documents()}
    cues = sum(len(doc.spans["cues"]) for doc in docs)
    assert cues == sum(len(item.cue) for item in graph.attributions())


def test_json_lines_make_the_same_graph(graph: ClaimGraph, tmp_path: Path) -> None:
    path = write(graph, Format.JSONL, tmp_path)
    with ClaimGraph(compare=False) as again:
        again.add(jsonl.load(path))
        assert again.stats() == graph.stats()


def test_tables_can_be_joined_by_their_ids(graph: ClaimGraph, tmp_path: Path) -> None:
    folder = write(graph, Format.TABLES, tmp_path)
    tables = {path.stem: rows_of(path) for path in folder.iterdir()}
    assert len(tables["claims"]) == graph.claims().count()
    ids = {name: {row.get("id") for row in rows} for name, rows in tables.items()}
    for row in tables["claims"]:
        assert row["attribution_id"] in ids["attributions"]
        assert row["document_id"] in ids["documents"]
        assert row["source_id"] in {"", *ids["sources"]}
        assert row["event_id"] in {"", *ids["events"]}
    for row in tables["participants"]:
        assert row["source_id"] in {"", *ids["sources"]}
        assert row["record_id"] in ids["claims"] | ids["attributions"] | ids["events"]
    for row in tables["answers"]:
        assert row["claim_id"] in ids["claims"]
        assert row["question_id"] in ids["questions"]
    text = {row["id"]: plain(row["text"]) for row in tables["documents"]}
    for row in tables["spans"]:
        words = text[row["document_id"]][int(row["start"]) : int(row["end"])]
        assert words == plain(row["text"])


def test_tables_are_the_same_as_csv_and_as_parquet(graph: ClaimGraph, tmp_path: Path) -> None:
    as_csv = write(graph, Format.TABLES, tmp_path)
    as_parquet = write(graph, Format.PARQUET_TABLES, tmp_path)
    names = {path.stem for path in as_csv.iterdir()}
    assert {path.stem for path in as_parquet.iterdir()} == names
    for name in names:
        rows = rows_of(as_csv / f"{name}.csv")
        frame = pd.read_parquet(as_parquet / f"{name}.parquet")
        assert len(frame) == len(rows), name
        if "id" in frame:
            assert frame["id"].tolist() == [row["id"] for row in rows]


@pytest.mark.parametrize("format_", list(Format))
def test_an_empty_graph_can_be_written_as_anything(format_: Format, tmp_path: Path) -> None:
    with ClaimGraph() as empty:
        assert write(empty, format_, tmp_path).exists()


@pytest.mark.parametrize("format_", [each for each in Format if each is not Format.JSONL])
def test_a_graph_as_of_a_time_writes_what_was_known_then(format_: Format, tmp_path: Path) -> None:
    early = article("SANA reported 107 cases.", published="2018-11-24")
    late = article("SOHR counted a hundred, later.", published="2018-11-26")
    with ClaimGraph(compare=False) as graph:
        graph.add(reading(early, said(early, source("SANA"), "107 cases", cue="reported")))
        graph.add(reading(late, said(late, source("SOHR"), "a hundred", cue="counted")))
        path = write(graph.as_of("2018-11-25"), format_, tmp_path)
    found = [path] if path.is_file() else list(path.iterdir())
    if format_ in {Format.PARQUET, Format.PARQUET_TABLES}:
        text = " ".join(pd.read_parquet(each).to_csv() for each in found)
    elif format_ is Format.SPACY:
        docs = DocBin().from_disk(path).get_docs(spacy.blank("en").vocab)
        text = " ".join(doc.text for doc in docs)
    else:
        text = " ".join(each.read_text(encoding="utf-8") for each in found)
    assert "107 cases" in text
    assert "hundred" not in text
    assert "SOHR" not in text


def test_json_lines_of_a_time_are_refused(graph: ClaimGraph, tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="as of no time"):
        graph.as_of("2018-11-25").export(tmp_path / "out.jsonl")


@pytest.mark.parametrize("format_", list(Format))
def test_what_was_there_stands_until_all_is_written(format_: Format, tmp_path: Path) -> None:
    """The store fails in the middle: nothing new is there, and nothing is lost."""
    place = tmp_path / PLACES[format_].rstrip("/")
    is_folder = format_ in {Format.TABLES, Format.PARQUET_TABLES}
    old = place / "claims.csv" if is_folder else place
    old.parent.mkdir(exist_ok=True)
    old.write_text("before")
    before = sorted(tmp_path.rglob("*"))

    def failing(items: Any, doing: str) -> Any:
        raise ZeroDivisionError(doing)

    with ClaimGraph() as graph, pytest.raises(ZeroDivisionError):
        export(graph, place, format_, watch=failing)
    assert sorted(tmp_path.rglob("*")) == before
    assert old.read_text() == "before"


def test_a_folder_with_other_files_is_left_alone(graph: ClaimGraph, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("precious")
    with pytest.raises(OutputFileError, match=r"notes\.txt"):
        graph.export(tmp_path)
    assert [each.name for each in tmp_path.iterdir()] == ["notes.txt"]


def test_tables_take_the_place_of_those_from_before(graph: ClaimGraph, tmp_path: Path) -> None:
    first = graph.export(tmp_path / "out", "tables")
    second = graph.export(tmp_path / "out", "parquet")
    assert second.counts == first.counts
    assert {path.suffix for path in (tmp_path / "out").iterdir()} == {".parquet"}


def test_no_cell_of_a_table_can_start_a_formula(tmp_path: Path) -> None:
    wire = Document(text="=1+1 said @x and +2 fell.", title="=cmd()", publisher="-2")
    claim = said(wire, source("@x"), "+2 fell", cue="=1+1 said", named="@x")
    with ClaimGraph(compare=False) as graph:
        graph.add(reading(wire, claim))
        graph.export(tmp_path / "out", "tables")
    for path in (tmp_path / "out").iterdir():
        for row in rows_of(path):
            assert not [cell for cell in row.values() if cell.startswith(("=", "+", "-", "@"))]


def test_an_export_says_what_it_wrote(graph: ClaimGraph, tmp_path: Path) -> None:
    done = graph.export(tmp_path / "claims.csv")
    assert done == Exported(tmp_path / "claims.csv", Format.CSV, {"claims": graph.claims().count()})
    assert str(done).endswith(f"claims.csv: {graph.claims().count():,} claims")
