"""Files of a report appear whole or not at all."""

from pathlib import Path

import pytest

from claimgraph.errors import MissingExtraError, OutputFileError, QueryError
from claimgraph.report import as_json
from claimgraph.report.content import Report
from claimgraph.report.page import layout
from claimgraph.report.writing import Format, format_of, write
from tests.report.handmade import graph_of, report_of, story


@pytest.fixture(scope="module")
def report() -> Report:
    return report_of(story())


@pytest.mark.parametrize("format_", [each for each in Format if each is not Format.SVG])
def test_the_ending_says_what_is_written(format_: Format, report: Report, tmp_path: Path) -> None:
    path = tmp_path / f"dara.{format_.value}"
    written = write(report, path)
    assert written.format is format_
    assert written.paths == (path,)
    assert [each.name for each in tmp_path.iterdir()] == [path.name]
    begins = {
        Format.HTML: b"<!doctype html>",
        Format.MARKDOWN: b"# Dara",
        Format.JSON: b'{\n"claimgraph_report": 1',
        Format.CSV: b"section,about,source",
        Format.XLSX: b"PK",
    }
    assert path.read_bytes().startswith(begins[format_])
    assert str(written) == f"{path}: 2 articles, 7 claims"


def test_a_format_may_be_given_where_the_ending_says_nothing(
    report: Report, tmp_path: Path
) -> None:
    assert write(report, tmp_path / "dara.txt", "json").format is Format.JSON
    assert as_json.load(tmp_path / "dara.txt") == report


@pytest.mark.parametrize("name", ["dara.pdf", "dara", ".html", "html.exe"])
def test_an_unknown_ending_is_refused(name: str) -> None:
    with pytest.raises(QueryError, match=r"names no format; a report is written as \.html, \.md"):
        format_of(Path(name))


def test_a_page_is_called_so_that_its_other_pages_can_lead_back(
    report: Report, tmp_path: Path
) -> None:
    with pytest.raises(QueryError, match=r"ends in \.html: call it .*dara\.html"):
        write(report, tmp_path / "dara.txt", "html")
    assert list(tmp_path.iterdir()) == []


def test_a_picture_needs_the_records(report: Report, tmp_path: Path) -> None:
    with pytest.raises(QueryError, match=r"a picture is drawn from records"):
        write(report, tmp_path / "dara.svg")


def test_a_picture_is_drawn_from_them(tmp_path: Path) -> None:
    path = tmp_path / "dara.svg"
    with graph_of(story()) as graph:
        written = graph.report(path, title="Dara")
    assert written.format is Format.SVG
    text = path.read_text(encoding="utf-8")
    assert text.startswith('<svg xmlns="http://www.w3.org/2000/svg"')
    assert "Valley Front" in text


def test_pages_that_are_no_longer_part_of_a_report_go(
    report: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, folder = tmp_path / "dara.html", tmp_path / "dara_files"
    with monkeypatch.context() as small:
        small.setattr(layout, "LIMIT", 30_000)
        long = write(report, path)
    assert len(long.paths) > 2
    assert all(each.exists() for each in long.paths)
    assert "further pages: 2 articles" in str(long)
    (folder / "notes.html").write_text("<html><p>mine</p></html>")
    (folder / "photo.jpg").write_bytes(b"mine")
    assert write(report, path).paths == (path,)
    assert sorted(each.name for each in folder.iterdir()) == ["notes.html", "photo.jpg"]


def test_a_folder_that_is_no_longer_needed_goes(
    report: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "dara.html"
    with monkeypatch.context() as small:
        small.setattr(layout, "LIMIT", 30_000)
        write(report, path)
    write(report, path)
    assert [each.name for each in tmp_path.iterdir()] == ["dara.html"]


def test_where_a_page_cannot_be_written_the_old_report_stays(
    report: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "dara.html"
    write(report, path)
    before = path.read_bytes()
    (tmp_path / "dara_files").write_text("a file where the folder should be")
    monkeypatch.setattr(layout, "LIMIT", 30_000)
    with pytest.raises(OutputFileError, match=r"cannot write into .*dara_files"):
        write(report, path)
    assert path.read_bytes() == before
    (tmp_path / "dara_files").unlink()
    (tmp_path / "dara_files" / "texts-002.html").mkdir(parents=True)
    with pytest.raises(OutputFileError, match=r"texts-002\.html"):
        write(report, path)
    assert path.read_bytes() == before
    names = {each.name for each in (tmp_path / "dara_files").iterdir()}
    assert names == {"texts-002.html"}


def test_a_folder_that_is_not_there_is_named(report: Report, tmp_path: Path) -> None:
    with pytest.raises(OutputFileError, match=r"cannot write .*nowhere"):
        write(report, tmp_path / "nowhere" / "dara.html")
    with pytest.raises(OutputFileError, match=r"cannot write .*nowhere"):
        write(report, tmp_path / "nowhere" / "dara.xlsx")


def test_a_workbook_without_its_library_says_what_to_install(
    report: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "xlsxwriter", None)
    with pytest.raises(MissingExtraError, match=r"claimgraph\[tables\]"):
        write(report, tmp_path / "dara.xlsx")
    assert list(tmp_path.iterdir()) == []


def test_a_notebook_shows_a_link_that_cannot_run_anything(
    report: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    written = write(report, "javascript:alert(1)&<b>.json")
    html = written._repr_html_()
    assert html.startswith('<a href="javascript%3Aalert%281%29%26%3Cb%3E.json"')
    assert "&amp;&lt;b&gt;.json</a>: 2 articles, 7 claims" in html
