"""Files and folders of articles: in order, one at a time, and a bad one stops no other."""

import json
import os
import shutil
from pathlib import Path

import pytest

from claimgraph import Document
from claimgraph.errors import InputFileError, MissingExtraError, RecordError
from claimgraph.ingest import Ingested, Refused, articles, ingest

PAGES = Path(__file__).parent / "pages"
SAID = "SANA reported 107 cases of breathing difficulties."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with articles of every kind, and with what is none."""
    (tmp_path / "b").mkdir()
    (tmp_path / "a.txt").write_text(SAID)
    (tmp_path / "b" / "c.md").write_text(f"# Cases\n\n{SAID}")
    shutil.copy(PAGES / "northern-courier.html", tmp_path / "b" / "d.HTML")
    rows = [{"doc_id": "wire-7", "text": SAID}, {"text": SAID, "publisher": "Example Wire"}]
    (tmp_path / "e.jsonl").write_text("\n".join(map(json.dumps, rows)))
    (tmp_path / "README.md").write_text("These are articles, the editor said.")
    (tmp_path / ".hidden.txt").write_text("Nobody said this.")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "f.txt").write_text("Nobody said this.")
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    (tmp_path / "old.zip").write_bytes(b"PK\x03\x04")
    return tmp_path


def told(found: list[Ingested | Refused], folder: Path) -> list[str]:
    return [each.where.removeprefix(f"{folder}{os.sep}") for each in found]


def test_a_folder_gives_its_articles_by_name(folder: Path) -> None:
    found = list(articles(folder))
    expected = ["a.txt", "b/c.md", "b/d.HTML", "e.jsonl line 1", "e.jsonl line 2"]
    assert told(list(found), folder) == expected
    assert [each.kind for each in found] == ["text", "markdown", "html", "row", "row"]
    assert found[3].document.id == "wire-7"


def test_articles_come_when_they_are_asked_for(folder: Path) -> None:
    found = articles(folder / "a.txt", folder / "gone.txt")
    assert next(found).document.text == SAID
    with pytest.raises(InputFileError, match=r"gone\.txt"):
        next(found)


def test_a_bad_one_stops_no_other(folder: Path) -> None:
    (folder / "a0.txt").write_bytes(b"caf\xe9 au lait")
    (folder / "a1.html").write_text("<nav>Home</nav>")
    (folder / "a2.md").touch()
    (folder / "a3.txt").symlink_to("nowhere.txt")
    (folder / "a4.txt").write_bytes(b"%PDF-1.7")
    lines = ['{"text": "one"}', '{"text": 7}', '{"doc_id": "a b", "text": "x"}', '{"text": "two"}']
    (folder / "a5.jsonl").write_text("\n".join([*lines, "{", '{"text": "three"}']))
    found = list(articles(folder, errors="return"))
    refused = [each for each in found if isinstance(each, Refused)]
    assert told(list(refused), folder) == [
        "a0.txt", "a1.html", "a2.md", "a3.txt", "a4.txt",
        "a5.jsonl line 2", "a5.jsonl line 3", "a5.jsonl",
    ]  # fmt: skip
    assert [str(each.error).partition(": ")[2] for each in refused[-3:]] == [
        "text: a text belongs here, not '7'",
        "id: String should match pattern '^[!-~]{1,200}$'",
        "no JSON at character 2: Expecting property name enclosed in double quotes",
    ]
    assert sum(isinstance(each, Ingested) for each in found) == 7
    assert refused[2].plain() == {
        "file": str(folder / "a2.md"),
        "error": f"{folder / 'a2.md'} is empty",
    }


def test_links_to_files_are_taken_and_links_to_folders_are_not_followed(folder: Path) -> None:
    (folder / "b" / "loop").symlink_to(folder)
    (folder / "b" / "link.txt").symlink_to(folder / "a.txt")
    found = list(articles(folder))
    assert "b/link.txt" in told(list(found), folder)
    assert len(found) == 6


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names are of POSIX")
def test_a_pipe_in_a_folder_is_refused(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    os.mkfifo(folder / "pipe.jsonl")
    refused = [each for each in articles(folder, errors="return") if isinstance(each, Refused)]
    assert told(list(refused), folder) == ["pipe.jsonl", "pipe.txt"]
    assert all("is no ordinary file" in str(each.error) for each in refused)


def test_a_folder_that_may_not_be_read_is_named_and_stops_no_other(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = os.scandir

    def scandir(path: str) -> object:
        if Path(path).name == "b":
            raise PermissionError(13, "Permission denied", str(path))
        return whole(path)

    monkeypatch.setattr(os, "scandir", scandir)
    refused, *found = articles(folder, errors="return")
    assert isinstance(refused, Refused)
    assert str(refused.error) == f"cannot read {folder / 'b'}: Permission denied"
    assert told(found, folder) == ["a.txt", "e.jsonl line 1", "e.jsonl line 2"]


@pytest.mark.parametrize(
    "name", ["a\0.txt", "a\0.jsonl", "a\0", "x" * 5000, "x" * 5000 + ".jsonl", "x" * 300 + ".txt"]
)
def test_a_name_that_can_be_none_is_not_there(name: str) -> None:
    (refused,) = articles(name, errors="return")
    assert isinstance(refused, Refused)
    assert isinstance(refused.error, InputFileError)


@pytest.mark.parametrize(
    ("name", "complaint"),
    [
        pytest.param("photo.jpg", "has another ending; articles end in .txt", id="an image"),
        pytest.param("old.zip", "archives are not opened", id="an archive"),
        pytest.param("nowhere", "cannot read", id="nothing there"),
        pytest.param("empty", "no article in this folder; they end in .txt", id="empty folder"),
        pytest.param("empty.jsonl", "holds no article: it is empty", id="a file without lines"),
        pytest.param("records.jsonl", "its lines are records: add() them", id="records"),
    ],
)
def test_what_holds_no_article_is_named(name: str, complaint: str, folder: Path) -> None:
    (folder / "empty").mkdir()
    (folder / "empty.jsonl").write_text("\n\n")
    (folder / "records.jsonl").write_text('{"record": "reading", "document": {"text": "x"}}')
    (refused,) = articles(folder / name, errors="return")
    assert isinstance(refused, Refused)
    assert complaint in str(refused.error)


def test_annotated_rows_and_records_in_a_folder_are_no_articles(folder: Path) -> None:
    lines = [{"record": "reading", "document": {"text": "x"}}, {"text": "x", "attributions": []}]
    (folder / "f.jsonl").write_text("\n".join(map(json.dumps, lines)))
    assert len(list(articles(folder))) == 5


def test_documents_and_what_was_ingested_come_as_they_are(folder: Path) -> None:
    document = Document(text=SAID)
    before = ingest(folder / "a.txt")
    found = list(articles([document, before], iter([folder / "a.txt"])))
    assert found[0].document is document
    assert found[1] is before
    assert found[2] == before


def test_what_a_person_knows_fills_in_all_of_them(folder: Path) -> None:
    found = list(articles(folder, publisher="A Wire", published="2024-03-09", language="en-GB"))
    publishers = ["A Wire", "A Wire", "Northern Courier", "A Wire", "Example Wire"]
    assert [each.document.publisher for each in found] == publishers
    assert all(each.document.published for each in found)
    assert not any(each.warnings for each in found)


def test_what_a_person_says_is_checked_before_the_first(folder: Path) -> None:
    with pytest.raises(RecordError, match="'soon' is no time"):
        next(articles(folder, errors="return", published="soon"))


def test_a_missing_extra_is_no_fault_of_a_file(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(MissingExtraError):
        list(articles(folder, errors="return"))


@pytest.mark.parametrize(
    ("fields", "complaint"),
    [
        pytest.param({"text": ""}, 'the row has no "text"', id="an empty text"),
        pytest.param({"text": " \n"}, 'the row has no "text"', id="white space"),
        pytest.param({"title": "x"}, 'the row has no "text"', id="no text"),
        pytest.param({"text": "x\0"}, "a NUL cannot be stored", id="NUL"),
        pytest.param({"text": "x", "published": "soon"}, "published: 'soon' is no date", id="date"),
        pytest.param({"text": "x", "title": ["y"]}, "title: a text belongs here", id="a list"),
    ],
)
def test_a_bad_row_is_named_with_its_line(
    fields: dict[str, object], complaint: str, tmp_path: Path
) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text(json.dumps(fields))
    (refused,) = articles(path, errors="return")
    assert isinstance(refused, Refused)
    assert refused.where == f"{path} line 1"
    assert complaint in str(refused.error)


def test_a_row_may_call_its_fields_as_others_do(tmp_path: Path) -> None:
    row = {
        "text": SAID,
        "date": "2016-07-27",
        "outlet": "Example Wire",
        "headline": "Blast",
        "n": 1,
    }
    (tmp_path / "rows.jsonl").write_text(json.dumps(row))
    (found,) = articles(tmp_path / "rows.jsonl")
    document = found.document
    assert (str(document.published), document.publisher, document.title) == (
        *("2016-07-27", "Example Wire", "Blast"),
    )
    assert not found.warnings


@pytest.mark.parametrize(
    ("more", "published", "warned"),
    [
        pytest.param({"published": "2016-07-28"}, "2016-07-28", False, id="its own name is best"),
        pytest.param({"date": "soon"}, None, True, id="no date"),
        pytest.param({"date": 20160727}, None, False, id="no text"),
    ],
)
def test_what_others_call_a_date_is_used_only_where_it_is_one(
    more: dict[str, object], published: str | None, warned: bool, tmp_path: Path
) -> None:
    row = {"text": SAID, "date": "2016-07-27", **more}
    (tmp_path / "rows.jsonl").write_text(json.dumps(row))
    (found,) = articles(tmp_path / "rows.jsonl")
    day = found.document.published
    assert (day and str(day)) == published
    assert bool(found.warnings) == warned


def test_the_text_of_a_row_stays_to_the_last_character(tmp_path: Path) -> None:
    text = "\ufeffHe said:\r\n\u00adno.\n\n"
    row = {"doc_id": 7, "text": text, "title": None, "published": "9 March 2024", "score": 0.5}
    (tmp_path / "rows.jsonl").write_text(json.dumps(row))
    (found,) = articles(tmp_path / "rows.jsonl")
    assert found.document.text == text
    assert (found.document.id, str(found.document.published)) == ("7", "2024-03-09")
    assert found.account.kept == len(text)
