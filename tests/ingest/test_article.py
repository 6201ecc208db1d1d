"""One article in any form becomes a document; what cannot be used is named, with the next step."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from claimgraph.errors import InputFileError, MissingExtraError, RecordError
from claimgraph.ingest import Drop, articles, ingest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SAID = "SANA reported 107 cases of breathing difficulties.\n"


def test_plain_text_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "wire.txt"
    path.write_text(SAID, encoding="utf-8")
    found = ingest(path)
    assert found.document.text == SAID
    assert (found.kind, found.encoding, found.where) == ("text", "utf-8", str(path))
    assert str(found.account) == f"{len(SAID)} characters, all kept"
    assert found.account.bytes == len(SAID)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        pytest.param("a.txt", "text", id="plain text"),
        pytest.param("a.TXT", "text", id="capitals do not matter"),
        pytest.param("a.text", "text", id="a rarer ending"),
        pytest.param("a.md", "markdown", id="Markdown"),
        pytest.param("a.markdown", "markdown", id="Markdown in full"),
        pytest.param("a.html", "html", id="HTML"),
        pytest.param("a.htm", "html", id="HTML as DOS has it"),
        pytest.param("a.XHTML", "html", id="XHTML"),
        pytest.param("a.story", "text", id="another ending is plain text"),
        pytest.param("a", "text", id="no ending is plain text"),
    ],
)
def test_the_ending_says_what_a_file_is(name: str, kind: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(f"<p>{SAID}</p>" if kind == "html" else SAID, encoding="utf-8")
    assert ingest(path).kind == kind
    assert ingest(str(path)).document.text.strip() == SAID.strip()


def test_a_file_without_an_ending_that_begins_as_a_page_is_one(tmp_path: Path) -> None:
    path = tmp_path / "saved"
    path.write_text(f"\n<!-- saved -->\n<!DOCTYPE html><p>{SAID}</p>", encoding="utf-8")
    assert ingest(path).kind == "html"
    assert ingest(path.read_bytes()).kind == "html"
    assert ingest(path.read_text(encoding="utf-8")).kind == "html"


def test_a_text_in_memory_stays_as_it_is_to_the_last_character() -> None:
    text = "He said:\r\n\u00adno.\ufeff\x0b\n\n\n"
    found = ingest(text)
    assert found.document.text == text
    assert found.account.dropped_in_all == found.account.added == 0
    assert ingest("Mentions <html> and <p> only.").kind == "text"


def test_a_text_in_memory_can_be_said_to_be_markdown() -> None:
    assert ingest("# Blast\nHe *denied* it.", kind="markdown").document.text == (
        "Blast\n\nHe denied it."
    )


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        pytest.param("“Déjà vu”, he said.".encode(), "utf-8", id="UTF-8"),
        pytest.param("“Déjà vu”, he said.".encode("utf-8-sig"), "utf-8", id="UTF-8 with a mark"),
        pytest.param("“Déjà vu”, he said.".encode("utf-16"), "utf-16-le", id="UTF-16"),
        pytest.param(
            b"\xfe\xff" + "“Déjà vu”, he said.".encode("utf-16-be"), "utf-16-be", id="big-endian"
        ),
        pytest.param("“Déjà vu”, he said.".encode("utf-32"), "utf-32-le", id="UTF-32"),
    ],
)
def test_marks_tell_the_encoding(data: bytes, encoding: str) -> None:
    found = ingest(data)
    assert found.document.text == "“Déjà vu”, he said."
    assert found.encoding == encoding
    has_mark = not data.startswith("“".encode())
    assert found.account.dropped == ({Drop.BYTE_ORDER_MARK: 1} if has_mark else {})


@pytest.mark.parametrize(
    "declaration",
    [
        pytest.param('<meta charset="windows-1251">', id="meta charset"),
        pytest.param("<META CHARSET=cp1251 />", id="without quotation marks, another label"),
        pytest.param(
            '<meta http-equiv="Content-Type" content="text/html; charset=Windows-1251">', id="http"
        ),
    ],
)
def test_a_page_declares_its_encoding(declaration: str) -> None:
    page = f"<!doctype html><html><head>{declaration}</head><p>Россия said so on Sunday.</p></html>"
    found = ingest(page.encode("cp1251"))
    assert found.document.text == "Россия said so on Sunday."
    assert found.encoding == "cp1251"


def test_pages_that_declare_latin_1_mean_windows_1252() -> None:
    page = '<html><meta charset="iso-8859-1"><p>“He denied it”, she said.</p></html>'
    found = ingest(page.encode("cp1252"), kind="html")
    assert found.document.text == "“He denied it”, she said."


def test_a_byte_order_mark_comes_before_a_declaration() -> None:
    page = '<html><meta charset="windows-1251"><p>“He denied it”, she said.</p></html>'
    assert ingest(page.encode("utf-8-sig"), kind="html").document.text.startswith("“He")


def test_a_person_comes_before_a_declaration() -> None:
    page = '<html><meta charset="utf-8"><p>“He denied it”, she said.</p></html>'
    found = ingest(page.encode("cp1252"), kind="html", encoding="windows-1252")
    assert found.document.text.startswith("“He")


@pytest.mark.parametrize(
    ("data", "kind", "complaint"),
    [
        pytest.param(b"caf\xe9 au lait", "text", "byte 4 is not UTF-8; say what it is", id="latin"),
        pytest.param(
            b'<html><meta charset="utf-8"><p>caf\xe9 au lait', "html", "as it declares", id="page"
        ),
        pytest.param(
            b'<html><meta charset="klingon"><p>x', "html", "'klingon', which is not known", id="lie"
        ),
        pytest.param(
            b'<html><meta charset="rot13"><p>x', "html", "'rot13', which is not known", id="rot13"
        ),
        pytest.param("naï".encode()[:-1], "text", "ends in the middle of a character", id="cut"),
        pytest.param(
            "no mark".encode("utf-16-le"), "text", 'encoding="utf-16-le"', id="UTF-16 without mark"
        ),
        pytest.param(
            "нет знака".encode("utf-16-le"), "text", "encoding=", id="Cyrillic UTF-16 without mark"
        ),
        pytest.param(b"%PDF-1.7 \xff", "text", "it is a PDF", id="a PDF"),
        pytest.param(b"PK\x03\x04 docx", "text", "it is an archive or an office", id="an archive"),
        pytest.param(b"\x1f\x8b\x08 gz", "html", "it is a compressed file", id="compressed"),
        pytest.param(b"\x89PNG\r\n\x1a\n", "html", "it is an image", id="an image"),
        pytest.param(b"\x00\x01\x02" * 40, "text", "it is no text", id="other bytes"),
        pytest.param(b" \r\n\t ", "text", "it holds no text", id="only white space"),
        pytest.param(b"---\ntitle: x\n---\n", "markdown", "no text is left", id="front matter"),
        pytest.param(b"![bridge](b.jpg)\n", "markdown", "no text is left", id="an image alone"),
        pytest.param(b"<html></html>", "html", "no article is found", id="an empty page"),
        pytest.param(b"<!-- said -->", "html", "no article is found", id="a comment alone"),
        pytest.param(
            b"<html><script>x = 'he said'</script>", "html", "no article is found", id="a script"
        ),
    ],
)
def test_what_cannot_be_used_is_named(data: bytes, kind: str, complaint: str) -> None:
    with pytest.raises(InputFileError) as caught:
        ingest(data, kind=kind)  # type: ignore[arg-type]
    assert complaint in str(caught.value)
    assert str(caught.value).startswith("text: ")


def test_undecodable_bytes_are_replaced_only_when_asked_for_and_are_counted() -> None:
    found = ingest(b"caf\xe9 au lait, \xe9 and \xef\xbf\xbd", undecodable="replace")
    assert found.document.text == "caf\ufffd au lait, \ufffd and \ufffd"
    assert found.account.undecodable == 2
    assert "2 characters stand for bytes that are no text" in found.warnings


def test_a_stray_control_character_is_dropped_and_counted() -> None:
    found = ingest(b"The ministry\x00 said \x08on Monday that the shells came from the hill.")
    assert found.document.text == "The ministry said on Monday that the shells came from the hill."
    assert found.account.dropped == {Drop.CONTROL_CHARACTERS: 2}


def test_half_a_surrogate_pair_is_named() -> None:
    with pytest.raises(InputFileError, match="character 4 is half a surrogate pair"):
        ingest("abc\ud800", kind="markdown")


def test_a_nul_in_a_text_in_memory_is_named() -> None:
    with pytest.raises(RecordError, match="a NUL cannot be stored"):
        ingest("SANA\0 said")


@pytest.mark.parametrize("what", [None, 107, ["a.txt", "b.txt"], {"text": SAID}])
def test_what_can_be_no_article_is_named(what: Any) -> None:
    with pytest.raises(InputFileError, match=f"a text, not {type(what).__name__}; .*read_all"):
        ingest(what)


class TestFiles:
    def test_a_missing_file_is_not_taken_for_a_text(self) -> None:
        with pytest.raises(InputFileError, match=r"there is no file nowhere/aleppo\.txt"):
            ingest("nowhere/aleppo.txt")
        with pytest.raises(InputFileError, match="cannot read nowhere: No such file"):
            ingest(Path("nowhere"))

    def test_an_empty_file_is_named(self, tmp_path: Path) -> None:
        (tmp_path / "a.txt").touch()
        with pytest.raises(InputFileError, match=r"a\.txt is empty"):
            ingest(tmp_path / "a.txt")

    @pytest.mark.parametrize("name", ["texts.jsonl", "folder"])
    def test_what_holds_many_articles_is_not_one(self, name: str, tmp_path: Path) -> None:
        (tmp_path / "folder").mkdir()
        (tmp_path / "texts.jsonl").write_text("{}")
        with pytest.raises(InputFileError, match="many articles; read them all"):
            ingest(tmp_path / name)

    def test_a_link_is_followed_and_a_broken_one_is_named(self, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_text(SAID)
        (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
        (tmp_path / "c.txt").symlink_to(tmp_path / "gone.txt")
        (tmp_path / "d.txt").symlink_to(tmp_path / "d.txt")
        assert ingest(tmp_path / "b.txt").document.text == SAID
        for name in ("c.txt", "d.txt"):
            with pytest.raises(InputFileError, match=f"cannot read .*{name}"):
                ingest(tmp_path / name)

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names are of POSIX")
    def test_a_pipe_is_not_waited_for(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "a.txt")
        with pytest.raises(InputFileError, match="is no ordinary file"):
            ingest(tmp_path / "a.txt")

    @pytest.mark.skipif(not Path("/dev/zero").exists(), reason="devices are of POSIX")
    def test_an_endless_device_is_not_read(self) -> None:
        with pytest.raises(InputFileError, match="is no ordinary file"):
            ingest(Path("/dev/zero"))

    def test_a_huge_file_is_refused_before_it_is_decoded(self, tmp_path: Path) -> None:
        path = tmp_path / "a.txt"
        with path.open("wb") as file:
            file.truncate(20_000_001)
        with pytest.raises(InputFileError, match="larger than 20,000,000 bytes; split it"):
            ingest(path)

    @pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads all")
    def test_a_file_that_may_not_be_read_is_named(self, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_text(SAID)
        (tmp_path / "a.txt").chmod(0)
        with pytest.raises(InputFileError, match="Permission denied"):
            ingest(tmp_path / "a.txt")

    def test_a_name_that_is_no_text_can_be_told(self, tmp_path: Path) -> None:
        name = os.fsencode(tmp_path) + b"/caf\xe9.txt"
        try:
            Path(os.fsdecode(name)).write_text(SAID)
        except OSError:
            pytest.skip("this file system has only names that are text")
        found = ingest(Path(os.fsdecode(name)))
        assert found.where.encode("utf-8").endswith(b"caf\\udce9.txt")


class TestKnown:
    PAGE = (
        '<html lang="en-GB"><head><meta property="og:site_name" content="Example Wire">'
        "</head><body><p>SANA reported 107 cases of breathing difficulties.</p></body></html>"
    )

    def test_what_an_article_says_comes_first_and_the_rest_is_filled_in(self) -> None:
        found = ingest(self.PAGE, publisher="Another Wire", published="2018-11-25", title="Cases")
        document = found.document
        assert (document.publisher, document.title) == ("Example Wire", "Cases")
        assert (str(document.published), document.language) == ("2018-11-25", "en-GB")
        assert found.warnings == (
            "publisher: it says 'Example Wire' itself, so 'Another Wire' is unused",
        )

    def test_another_language_than_the_readers_is_told(self) -> None:
        found = ingest("Der Sprecher bestritt das.", language="de")
        assert found.warnings == ("language: it is 'de'; the library's reader knows English",)

    def test_what_a_person_says_is_checked(self) -> None:
        with pytest.raises(RecordError, match="'soon' is no time"):
            ingest(SAID, published="soon")
        with pytest.raises(InputFileError, match="the encoding 'klingon' is not known"):
            ingest(SAID.encode(), encoding="klingon")


def test_html_without_the_extra_says_which(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'claimgraph\[documents\]'"):
        ingest("<html><p>SANA reported 107 cases.</p></html>")


def test_ingesting_text_needs_nothing_heavy() -> None:
    code = (
        "import sys; from claimgraph.ingest import ingest; "
        "ingest('# A\\nb', kind='markdown'); print(*sys.modules)"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    ).stdout.split()
    assert {"spacy", "numpy", "sqlalchemy", "lxml", "trafilatura"}.isdisjoint(loaded)


def test_the_same_bytes_give_the_same_document_in_every_process() -> None:
    code = (
        "import sys; from pathlib import Path; from claimgraph.ingest import ingest\n"
        "for path in sorted(Path(sys.argv[1]).glob('[!s]*.html')):\n"
        "    found = ingest(path); print(found.document.id, found.account, found.warnings)"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", code, str(HERE / "pages")],
            capture_output=True,
            text=True,
            check=True,
            cwd=ROOT,
            env=os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C.UTF-8"},
        ).stdout
        for seed, zone in (("0", "UTC"), ("1", "Asia/Tokyo"), ("2", "America/Lima"))
    }
    assert len(runs) == 1
    assert runs.pop().count("\n") == 6


def test_a_day_at_the_head_is_the_day_where_nobody_gives_one(tmp_path: Path) -> None:
    text = f"25 November 2018 – {SAID}"
    told = ingest(text).document.published
    assert told is not None
    assert (str(told), told.text) == ("2018-11-25", "25 November 2018")
    row = tmp_path / "rows.jsonl"
    row.write_text(json.dumps({"doc_id": "a", "text": text}), encoding="utf-8")
    [found] = articles(row)
    assert found.document.published == told


def test_a_day_that_is_given_goes_before_one_at_the_head() -> None:
    given = ingest(f"25 November 2018 – {SAID}", published="2018-11-26").document.published
    assert given is not None
    assert (str(given), given.text) == ("2018-11-26", "")
