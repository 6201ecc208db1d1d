"""Articles at the command line: ``add``, ``overview`` and ``read`` take files of any kind."""

import json
import shutil
from pathlib import Path

import pytest

from claimgraph import ClaimGraph
from claimgraph.cli import codes
from tests.cli.conftest import SEEDS, Run

SAID = "SANA said on Monday that 107 people had fallen ill. HTS denied any part in it."
PAGE = (
    '<html><head><meta property="og:site_name" content="Example Wire"><title>Cases rise</title>'
    f"</head><body><nav>Home</nav><article><p>{SAID}</p></article></body></html>"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three articles of three kinds."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.html").write_text(PAGE)
    (folder / "b.txt").write_text(f"{SAID}\r\n")
    (folder / "c.jsonl").write_text(json.dumps({"doc_id": "wire-7", "text": SAID}) + "\n")
    return folder


class TestAdd:
    def test_articles_are_read_and_what_was_dropped_is_told(
        self, run: Run, folder: Path, tmp_path: Path
    ) -> None:
        store = tmp_path / "new.db"
        outcome = run("add", folder, "--store", store, "--published", "2018-11-25")
        assert outcome.code == 0, outcome.err
        first, *lines = outcome.out.splitlines()
        assert first.startswith(f"{store}: 3 documents, ")
        assert lines == [
            f"  {folder}/a.html: 78 characters, 78 of {len(PAGE)} kept; dropped "
            f"{len(PAGE) - 78}: markup 144, head 10, navigation 4",
            "    “Cases rise”, Example Wire, 2018-11-25",
            f"  {folder}/b.txt: 79 characters, 79 of 80 kept; dropped 1: line ends 1",
            "    2018-11-25",
            f"  {folder}/c.jsonl line 1: 78 characters, all kept",
            "    2018-11-25",
        ]
        assert run("add", folder, "--store", store, "--published", "2018-11-25").out.startswith(
            f"{store}: 3 unchanged\n"
        )
        assert run("check", "--store", store).code == codes.OK

    def test_json_has_the_counts_and_then_a_row_for_every_article(
        self, run: Run, folder: Path, tmp_path: Path
    ) -> None:
        rows = run("add", folder, "--store", tmp_path / "new.db", "--json").rows
        assert rows[0]["documents"] == 3
        assert [Path(row["file"]).name for row in rows[1:]] == ["a.html", "b.txt", "c.jsonl line 1"]
        page = rows[1]
        assert page["characters"] == page["kept"] + sum(page["dropped"].values()) == len(PAGE)
        assert (page["publisher"], page["title"]) == ("Example Wire", "Cases rise")

    def test_one_bad_file_adds_nothing_and_makes_no_store(
        self, run: Run, folder: Path, tmp_path: Path
    ) -> None:
        (folder / "b0.txt").write_bytes(b"caf\xe9 au lait")
        outcome = run("add", folder, "--store", tmp_path / "new.db")
        assert outcome.code == codes.ERROR
        assert outcome.out == ""
        assert outcome.err.startswith(f"claimgraph: {folder}/b0.txt: byte 4 is not UTF-8; say what")
        assert outcome.err.count("\n") == 1
        assert not (tmp_path / "new.db").exists()

    def test_all_bad_files_are_named_at_once(self, run: Run, folder: Path, tmp_path: Path) -> None:
        for name in ("d.md", "e.txt", "f.html", "g.txt"):
            (folder / name).touch()
        outcome = run("add", folder, "--store", tmp_path / "new.db")
        assert outcome.code == codes.ERROR
        assert outcome.err.startswith("claimgraph: 4 files or lines cannot be used: ")
        assert "d.md is empty" in outcome.err
        assert outcome.err.endswith("; and 1 more\n")

    def test_bad_files_can_be_left_out(self, run: Run, folder: Path, tmp_path: Path) -> None:
        (folder / "d.md").touch()
        outcome = run("add", folder, "--store", tmp_path / "new.db", "--skip")
        assert outcome.code == 0
        assert outcome.out.startswith(f"{tmp_path / 'new.db'}: 3 documents, ")
        assert outcome.out.endswith(f"  left out: {folder}/d.md is empty\n")
        rows = run("add", folder, "--store", tmp_path / "new.db", "--skip", "--json").rows
        assert {"file": f"{folder}/d.md", "error": f"{folder}/d.md is empty"} in rows

    def test_what_files_do_not_say_can_be_said(
        self, run: Run, folder: Path, tmp_path: Path
    ) -> None:
        (folder / "b.txt").write_bytes("Déjà vu, he said.".encode("cp1252"))
        (folder / "c.jsonl").unlink()
        store = tmp_path / "new.db"
        about = ("--publisher", "B Wire", "--title", "T", "--url", "https://b.example/1")
        how = ("--encoding", "windows-1252", "--language", "en-GB")
        assert run("add", folder, "--store", store, *about, *how).code == 0
        with ClaimGraph.open(store) as graph:
            page, text = sorted(graph.documents(), key=lambda document: document.publisher)[::-1]
        assert (page.publisher, page.title, page.url) == (
            "Example Wire", "Cases rise", "https://b.example/1",
        )  # fmt: skip
        assert (text.publisher, text.title, text.language) == ("B Wire", "T", "en-GB")
        assert text.text == "Déjà vu, he said."

    def test_undecodable_bytes_are_replaced_only_when_asked_for(
        self, run: Run, tmp_path: Path
    ) -> None:
        (tmp_path / "a.txt").write_bytes(b"caf\xe9 au lait, he said")
        store = tmp_path / "new.db"
        assert run("add", tmp_path / "a.txt", "--store", store).code == codes.ERROR
        outcome = run("add", tmp_path / "a.txt", "--store", store, "--replace")
        assert outcome.code == 0
        assert "note: 1 characters stand for bytes that are no text" in outcome.out

    def test_texts_that_are_annotated_beside_them_are_not_read(
        self, run: Run, tmp_path: Path
    ) -> None:
        outcome = run("add", SEEDS, "--store", tmp_path / "new.db")
        assert outcome.out.startswith(f"{tmp_path / 'new.db'}: 7 documents, 192 attributions, ")
        assert outcome.out.endswith(
            "  7 texts are annotated in these files, and were not read again\n"
        )

    def test_they_are_where_that_is_asked_for(self, run: Run, tmp_path: Path) -> None:
        alone = ("--read", "--no-compare")
        outcome = run("add", SEEDS, "--store", tmp_path / "new.db", *alone)
        assert outcome.code == 0
        first, *_, last = outcome.out.splitlines()
        assert first.startswith(f"{tmp_path / 'new.db'}: 7 documents, ")
        assert "relations" not in first
        assert last == "  292 records about the annotation were left out"

    def test_words_of_files_cannot_drive_a_terminal(self, run: Run, tmp_path: Path) -> None:
        title = "x\\u001b[31m\\u2028y"
        (tmp_path / "a.jsonl").write_text(f'{{"text": "He left.", "title": "{title}"}}')
        outcome = run("add", tmp_path / "a.jsonl", "--store", tmp_path / "new.db")
        assert "“x�[31m y”" in outcome.out


class TestOverview:
    def test_plain_texts_are_read(self, run: Run) -> None:
        outcome = run("overview", *sorted(SEEDS.glob("*.txt")))
        assert outcome.code == 0
        assert outcome.out.startswith("7 articles, ")

    def test_annotated_documents_can_be_read_again(self, run: Run) -> None:
        annotated, again = run("overview", SEEDS), run("overview", SEEDS, "--read")
        assert annotated.out.startswith("7 articles, 192 attributions, 216 claims, ")
        assert again.code == 0
        assert again.out.startswith("7 articles, ")
        assert " 192 attributions" not in again.out

    def test_a_bad_file_is_named(self, run: Run, folder: Path) -> None:
        (folder / "d.md").touch()
        outcome = run("overview", folder)
        assert (outcome.code, outcome.out) == (codes.ERROR, "")
        assert "d.md is empty" in outcome.err


class TestRead:
    def test_files_are_read_and_told(self, run: Run, folder: Path) -> None:
        outcome = run("read", folder)
        assert outcome.code == 0
        assert outcome.err == "3 texts read, 0 could not be read\n"
        assert outcome.out.count("SANA [said] ") == 3
        assert f"{folder}/b.txt: 79 characters, 79 of 80 kept; dropped 1: line ends 1\n" in (
            outcome.out
        )

    def test_json_has_rows_with_the_account(self, run: Run, folder: Path) -> None:
        rows = run("read", folder, "--json", "--published", "2018-11-25").rows
        assert [row["doc_id"] for row in rows][2] == "wire-7"
        for row in rows:
            account, (start, end) = row["account"], row["attributions"][0]["cue"][0]
            assert row["text"][start:end] == "said"
            assert account["characters"] == account["kept"] + sum(account["dropped"].values())
            assert row["published"] == "2018-11-25"
        assert rows[0]["publisher"] == "Example Wire"

    def test_rows_go_to_a_file_that_can_be_added(
        self, run: Run, folder: Path, tmp_path: Path
    ) -> None:
        out = tmp_path / "out.jsonl"
        assert run("read", folder, "-o", out).code == 0
        assert run("add", out, "--store", tmp_path / "new.db").out.startswith(
            f"{tmp_path / 'new.db'}: 3 documents, "
        )

    def test_a_bad_file_stops_no_other(self, run: Run, folder: Path) -> None:
        (folder / "a0.md").touch()
        outcome = run("read", folder)
        assert outcome.code == codes.ERROR
        assert f"{folder}/a0.md is empty\n" in outcome.out
        assert outcome.out.count("SANA [said] ") == 3
        rows = run("read", folder, "--json").rows
        assert ["error" in row for row in rows] == [False, True, False, False]

    @pytest.mark.parametrize(
        ("arguments", "complaint"),
        [
            pytest.param([], "name files, or --jsonl IN with -o OUT", id="nothing"),
            pytest.param(["--jsonl", "a"], "--jsonl needs -o OUT", id="no output"),
            pytest.param(["b.txt", "--jsonl", "a", "-o", "c"], "not both", id="both"),
            pytest.param(["-o", "c"], "name files", id="output alone"),
        ],
    )
    def test_wrong_usage_is_named(self, arguments: list[str], complaint: str, run: Run) -> None:
        outcome = run("read", *arguments)
        assert outcome.code == codes.USAGE
        assert complaint in outcome.err


def test_pages_of_outlets_go_all_the_way(run: Run, tmp_path: Path) -> None:
    pages = Path(__file__).parents[1] / "ingest" / "pages"
    for path in pages.glob("*.html"):
        shutil.copy(path, tmp_path)
    store = tmp_path / "new.db"
    outcome = run("add", tmp_path, "--store", store, "--skip", "--json")
    assert outcome.code == 0
    assert [row["file"] for row in outcome.rows if "error" in row] == [
        f"{tmp_path}/section-front.html"
    ]
    assert outcome.rows[0]["documents"] == 7
    assert run("check", "--store", store).code == codes.OK
