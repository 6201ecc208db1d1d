"""Records and articles from the same files; what is annotated is not read again."""

import json
from pathlib import Path

import pytest

from claimgraph import Reading
from claimgraph.errors import InputFileError, RecordError
from claimgraph.ingest import Ingested, Refused
from claimgraph.interop import records
from claimgraph.interop.gathering import Gathering
from claimgraph.model import Relation

SEEDS = Path(__file__).parents[2] / "seeds"
SAID = "SANA reported 107 cases."
ROW = {"doc_id": "d1", "text": SAID, "attributions": [{"cue": [[5, 13]]}]}
STANDOFF = (
    "T1\tSource 0 4\tSANA\nT2\tCue 5 13\treported\nT3\tContent 14 23\t107 cases\n"
    "E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3\n"
)


def test_the_seeds_are_records_whose_texts_are_not_read_again() -> None:
    gathering = Gathering([SEEDS])
    assert gathering.check() == []
    assert sum(isinstance(each, Reading) for each in gathering.records()) == 7
    assert list(gathering.articles()) == []
    assert len(gathering.annotated) == 7
    assert gathering.left_out == 0


def test_the_texts_of_the_seeds_alone_are_read() -> None:
    gathering = Gathering(sorted(SEEDS.glob("*.txt")))
    assert gathering.check() == []
    assert list(gathering.records()) == []
    assert [each.document.publisher for each in gathering.articles()] == [""] * 7


def test_asked_for_again_the_annotated_documents_are_read_with_what_is_known_of_them() -> None:
    gathering = Gathering([SEEDS], again=True)
    assert gathering.check() == []
    assert list(gathering.records()) == []
    assert gathering.left_out > 250
    found = list(gathering.articles())
    annotated = [each for each in records(SEEDS) if isinstance(each, Reading)]
    assert [each.document for each in found] == [each.document for each in annotated]


def test_a_text_that_differs_from_the_annotated_one_is_read(tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_text(json.dumps(ROW))
    (tmp_path / "same.txt").write_text(SAID)
    (tmp_path / "other.txt").write_text(f"{SAID}\n")
    gathering = Gathering([tmp_path])
    gathering.check()
    assert [Path(each).name for each in gathering.annotated] == ["same.txt"]
    assert [Path(each.where).name for each in gathering.articles()] == ["other.txt"]


def test_the_text_beside_an_annotation_of_brat_is_part_of_it(tmp_path: Path) -> None:
    (tmp_path / "wire.txt").write_text(SAID)
    (tmp_path / "wire.ann").write_text(STANDOFF)
    (tmp_path / "alone.txt").write_text("HTS denied it.")
    kinds = [type(each) for each in Gathering([tmp_path])]
    assert kinds == [Ingested, Reading]
    assert [type(each) for each in Gathering([tmp_path / "wire.txt"])] == [Ingested]


def test_rows_of_texts_stand_beside_records(tmp_path: Path) -> None:
    relation = {"record": "relation", "a": "clm_1", "b": "clm_2", "kind": "updates", "reason": "x"}
    lines = [{"text": "HTS denied it."}, ROW, relation, {"text": "x", "doc_id": "d2"}]
    (tmp_path / "all.jsonl").write_text("\n".join(map(json.dumps, lines)))
    kinds = [type(each) for each in Gathering([tmp_path / "all.jsonl"])]
    assert kinds == [Ingested, Reading, Relation, Ingested]
    with pytest.raises(InputFileError, match="line 1: it is a text to be read, and no record"):
        list(records(tmp_path))


def test_everything_is_checked_and_every_fault_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"record": "relation", "a": "clm_1"}\n')
    (tmp_path / "b.html").write_text("<nav>Home</nav>")
    (tmp_path / "c.txt").write_text(SAID)
    (tmp_path / "d.ann").write_text("T1\tSource 0 4\tSANA\n")
    gathering = Gathering([tmp_path])
    refused = gathering.check()
    assert [Path(each.where).name for each in refused] == ["a.jsonl", "b.html", "d.ann"]
    assert all(isinstance(each, Refused) for each in refused)
    assert [each.document.text for each in gathering.articles()] == [SAID]


@pytest.mark.parametrize(
    ("name", "complaint"),
    [
        pytest.param("nowhere.txt", "nowhere.txt is not there; files to add end in", id="missing"),
        pytest.param("a.zip", "a.zip has another ending", id="an archive"),
        pytest.param("empty", "no file in this folder ends in .jsonl, .ann", id="an empty folder"),
    ],
)
def test_what_is_no_file_of_ours_is_named(name: str, complaint: str, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / "README.md").write_text("Nothing yet.")
    (tmp_path / "a.zip").write_bytes(b"PK")
    with pytest.raises(InputFileError, match=complaint):
        Gathering([tmp_path / name])


def test_what_a_person_says_is_checked_at_once() -> None:
    with pytest.raises(RecordError, match="'soon' is no time"):
        Gathering([SEEDS], published="soon")
