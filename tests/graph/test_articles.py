"""Files and folders read into a graph: what was kept, what was dropped, what was refused."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from claimgraph import ClaimGraph, Document, Reading
from claimgraph.errors import InputFileError, QueryError, RecordError
from claimgraph.ingest import IngestWarning, ingest
from claimgraph.reading.reader import Reader

SAID = "SANA said on Monday that 107 people had fallen ill. HTS denied any part in it."
PAGE = (
    '<html><head><meta property="og:site_name" content="Example Wire"></head><body><nav>Home</nav>'
    f"<p>{SAID}</p></body></html>"
)


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(threads=1)


@pytest.fixture
def graph() -> Iterator[ClaimGraph]:
    with ClaimGraph() as opened:
        yield opened


@pytest.mark.parametrize(
    ("name", "source"),
    [("a.txt", SAID), ("a.md", SAID.replace("HTS", "**HTS**")), ("a.html", PAGE), ("a", SAID)],
)
def test_one_file_of_any_kind_is_read(
    name: str, source: str, graph: ClaimGraph, reader: Reader, tmp_path: Path
) -> None:
    (tmp_path / name).write_text(source)
    reading = graph.read(tmp_path / name, reader=reader)
    assert reading.document.text == SAID
    assert reading.document.publisher == ("Example Wire" if name == "a.html" else "")
    assert reading.attributions
    assert graph.documents().count() == 1


def test_a_text_in_memory_and_a_document_are_read_as_before(
    graph: ClaimGraph, reader: Reader
) -> None:
    text = f"{SAID}\r\n"
    assert graph.read(text, publisher="A", reader=reader).document.text == text
    document = Document(text=SAID, publisher="B")
    assert graph.read(document, reader=reader).document == document
    assert graph.read(ingest(PAGE), reader=reader).document.publisher == "Example Wire"
    assert graph.documents().count() == 3


def test_what_should_be_known_of_a_file_is_a_warning(
    graph: ClaimGraph, reader: Reader, tmp_path: Path
) -> None:
    (tmp_path / "a.html").write_text(PAGE.removesuffix("</p></body></html>") + "<a href='")
    with pytest.warns(IngestWarning, match=r"a\.html: the page ends inside a tag") as caught:
        graph.read(tmp_path / "a.html", reader=reader)
    assert caught[0].filename == __file__


def test_a_file_that_is_missing_or_holds_many_is_named(graph: ClaimGraph, tmp_path: Path) -> None:
    with pytest.raises(InputFileError, match="there is no file"):
        graph.read("nowhere.txt")
    with pytest.raises(InputFileError, match=r"read them all: graph\.read_all"):
        graph.read(tmp_path)
    with pytest.raises(QueryError, match="no time to ask for"):
        graph.read(SAID, published="soon")
    assert graph.stats()["documents"] == 0


def test_a_folder_is_read_and_the_account_tells_of_every_article(
    graph: ClaimGraph, reader: Reader, tmp_path: Path
) -> None:
    (tmp_path / "a.html").write_text(PAGE)
    (tmp_path / "b.txt").write_bytes(b"caf\xe9 au lait")
    (tmp_path / "c.jsonl").write_text(json.dumps({"doc_id": "wire-7", "text": SAID}))
    found = graph.read_all(tmp_path, reader=reader, published="2018-11-25")
    assert [Path(each.where).name for each in found.articles] == [
        "a.html", "b.txt", "c.jsonl line 1",
    ]  # fmt: skip
    page, refused, row = found.articles
    assert (found.read, found.refused) == ((page, row), (refused,))
    assert page.account is not None
    assert page.account.length == len(SAID)
    assert (page.publisher, page.published) == ("Example Wire", "2018-11-25")
    assert page.attributions == row.attributions > 0
    assert row.document_id == "wire-7"
    assert "is not UTF-8" in str(refused)
    assert found.added.documents == graph.documents().count() == 2
    assert repr(found).startswith("ArticlesRead(2 read, 1 refused; 156 characters, ")
    assert "caf" not in found._repr_html_()
    assert "not UTF-8" in found._repr_html_()
    assert json.dumps([each.plain() for each in found.articles])


def test_reading_again_changes_nothing(graph: ClaimGraph, reader: Reader, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SAID)
    first = graph.read_all(tmp_path, tmp_path / "a.txt", reader=reader)
    assert (first.added.documents, first.added.unchanged) == (1, 1)
    assert graph.read_all(tmp_path, reader=reader).added.unchanged == 1


def test_an_article_whose_id_is_taken_stops_no_other(
    graph: ClaimGraph, reader: Reader, tmp_path: Path
) -> None:
    rows = [{"doc_id": "d1", "text": SAID}, {"doc_id": "d1", "text": "x."}, {"text": "HTS left."}]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, rows)))
    found = graph.read_all(tmp_path, reader=reader, batch_size=1)
    assert [each.error is None for each in found.articles] == [True, False, True]
    assert "d1 is in the store with another" in str(found.refused[0])
    assert graph.documents().count() == 2


def test_a_text_that_the_reader_refuses_stops_no_other(graph: ClaimGraph, reader: Reader) -> None:
    huge = Document(text="a " * 10_000_001)
    found = graph.read_all([huge, Document(text=SAID)], reader=reader)
    assert [each.error is None for each in found.articles] == [False, True]
    assert "too long" in str(found.refused[0])


def test_articles_are_taken_as_they_are_read(graph: ClaimGraph, reader: Reader) -> None:
    seen: list[int] = []

    def documents() -> Iterator[Document]:
        for number in range(6):
            seen.append(graph.documents().count())
            yield Document(text=f"SANA reported {number} cases.")

    graph.read_all(documents(), reader=reader, batch_size=2)
    assert seen == [0, 0, 2, 2, 4, 4]


def test_nothing_to_read_needs_no_model(
    graph: ClaimGraph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("claimgraph.graph.adding._own_reader", pytest.fail)
    found = graph.read_all(tmp_path / "gone.txt")
    assert found.read == ()
    assert len(found.refused) == 1


def test_only_the_graph_of_now_is_read_into(graph: ClaimGraph) -> None:
    with pytest.raises(QueryError, match="read in the graph itself"):
        graph.as_of("2018-11-25").read_all("seeds")
    with pytest.raises(RecordError, match="'soon' is no time"):
        graph.read_all("seeds", published="soon")


def test_a_reading_of_the_seeds_has_their_texts(graph: ClaimGraph, reader: Reader) -> None:
    seeds = Path(__file__).parents[2] / "seeds"
    found = graph.read_all(*sorted(seeds.glob("*.txt")), reader=reader)
    assert len(found.read) == 7
    assert all(each.account and each.account.dropped_in_all == 0 for each in found.read)
    lines = (seeds / "readings.jsonl").read_text(encoding="utf-8").splitlines()
    texts = {Reading.model_validate_json(line).document.text for line in lines}
    assert {document.text for document in graph.documents()} == texts
