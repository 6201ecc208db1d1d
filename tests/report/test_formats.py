"""The same report as Markdown, as a table, as a workbook: each statement with its evidence."""

import csv
import io
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt
from openpyxl import load_workbook

from claimgraph.report.content import Report
from claimgraph.report.markdown import escaped, to_markdown
from claimgraph.report.statements import statements
from claimgraph.report.tables import COLUMNS, rows
from claimgraph.report.workbook import to_bytes
from claimgraph.text.cells import write_csv
from claimgraph.views.cells import Report as CellReport
from tests.report.handmade import report_of, story


@pytest.fixture(scope="module")
def report() -> Report:
    return report_of(story())


@pytest.fixture(scope="module")
def markdown(report: Report) -> str:
    return to_markdown(report)


def test_every_number_in_markdown_leads_to_a_claim_with_its_characters(
    report: Report, markdown: str
) -> None:
    numbers = set(re.findall(r"\[\[(\d+)\]\]\(#c(\d+)\)", markdown))
    assert {int(shown) for shown, _ in numbers} == {each.number for each in report.exhibits}
    assert all(shown == place for shown, place in numbers)
    for exhibit in report.exhibits:
        at = markdown.index(f'<a id="c{exhibit.number}"></a>')
        entry = markdown[at:].split("\n- ")[0]
        assert exhibit.proof.sha256 in entry
        for span in exhibit.proof.spans:
            assert f"{span.start}–{span.end}" in entry


def test_markdown_has_every_section_and_every_word_of_the_articles(
    report: Report, markdown: str
) -> None:
    headings = re.findall(r"^## (.*)$", markdown, re.MULTILINE)
    assert headings == [
        "At a glance",
        "What each source says to each question",
        "Claims that one source alone makes",
        "Figures",
        "Who accuses whom",
        "Timeline",
        "From how many origins",
        "What the same party is called",
        "Claims",
        "Texts",
        "What a report does not do",
        "Left out",
    ]
    shown = re.sub(r" \[\[\d+\]\]\(#c\d+\)", "", markdown)
    for text in report.texts:
        for paragraph in text.paragraphs:
            whole = " ".join("".join(piece.text for piece in paragraph.pieces).split())
            assert f"> {whole}" in shown


def test_links_of_markdown_lead_somewhere(markdown: str) -> None:
    tokens = MarkdownIt("commonmark").parse(markdown)
    inner = [child for token in tokens for child in token.children or ()]
    targets = {str(child.attrs["href"]) for child in inner if child.type == "link_open"}
    anchors = set(re.findall(r'<a id="([^"]+)">', markdown))
    assert {each for each in targets if each.startswith("#")} == {
        f"#{each}" for each in anchors if not each.startswith("q")
    }
    assert {each for each in targets if not each.startswith("#")} == {
        "https://wire.example/dara",
        "https://agency.example/dara",
    }


@pytest.mark.parametrize(
    "text",
    [
        "# not a heading",
        "1. no list",
        "12) no list",
        "- no list",
        "+ no list",
        "a * b _c_ `d` ~~e~~",
        "[a](https://b.example) ![c](d)",
        "<b>bold</b> &amp; &copy;",
        "a\\",
        "!",
        "wait!",
        "https://b.example/?a=b&c=d",
        "| a | b |",
        "10:30, 50 %, “quoted”, 3.5 – it’s",
    ],
)
def test_any_text_is_shown_as_it_is(text: str) -> None:
    for before in ("", "- ", "> "):
        tokens = MarkdownIt("commonmark").parse(before + escaped(text))
        (inline,) = [token for token in tokens if token.type == "inline"]
        assert "".join(child.content for child in inline.children or ()) == text
        assert {child.type for child in inline.children or ()} <= {"text", "text_special"}


def table(report: Report) -> list[dict[str, str]]:
    file = io.StringIO(newline="")
    write_csv(rows(report), COLUMNS, file)
    return list(csv.DictReader(io.StringIO(file.getvalue(), newline="")))


def test_each_line_of_the_table_has_the_characters_it_rests_on(report: Report) -> None:
    text_of = {
        text.document_id: "".join(p.text for each in text.paragraphs for p in each.pieces)
        for text in report.texts
    }
    found = table(report)
    for line in found:
        if line["label"] == CellReport.NOT_REPORTED.value:
            assert not line["document_id"]
            continue
        start, end = int(line["start"]), int(line["end"])
        assert text_of[line["document_id"]][start:end] == line["characters"]
        if line["section"] != "names":
            exhibit = report.exhibit(int(line["number"]))
            assert (line["claim_id"], line["sha256"]) == (exhibit.claim_id, exhibit.proof.sha256)
    sections = {line["section"] for line in found}
    assert sections == {
        *("at a glance", "questions", "one source alone", "figures", "accusations"),
        *("timeline", "origins", "names", "claims"),
    }


def test_no_statement_is_missing_from_the_table(report: Report) -> None:
    lines = Counter(line["section"] for line in table(report))
    wanted = Counter[str]()
    for said in statements(report):
        wanted[said.section] += max(1, sum(len(proof.spans) for _, proof in said.evidence))
    assert lines == wanted


def test_silence_and_nothing_reported_are_told_apart_in_the_table(report: Report) -> None:
    labels = {
        (line["source"], line["label"]) for line in table(report) if line["section"] == "questions"
    }
    assert ("Harbour Group", "No statement") in labels
    assert any(label == "not reported" for _, label in labels)


@pytest.fixture(scope="module")
def workbook(report: Report, tmp_path_factory: pytest.TempPathFactory) -> Any:
    path: Path = tmp_path_factory.mktemp("workbook") / "dara.xlsx"
    path.write_bytes(to_bytes(report))
    return load_workbook(path)


def test_a_workbook_has_a_sheet_for_each_section(workbook: Any) -> None:
    assert workbook.sheetnames == [
        *("About", "At a glance", "Questions", "One source alone", "Figures", "Accusations"),
        *("Timeline", "Origins", "Names", "Claims", "Texts", "Left out"),
    ]
    for sheet in workbook:
        assert sheet.freeze_panes == "A2"
        assert sheet.max_row > 1, sheet.title


def test_numbers_of_a_workbook_are_numbers_and_lead_to_its_claims(
    workbook: Any, report: Report
) -> None:
    claims = list(workbook["Claims"].iter_rows(min_row=2, values_only=True))
    assert [row[0] for row in claims] == [each.number for each in report.exhibits]
    heads = [cell.value for cell in workbook["Claims"][1]]
    for row, exhibit in zip(claims, report.exhibits, strict=True):
        told = dict(zip(heads, row, strict=True))
        assert told["claim_id"] == exhibit.claim_id
        assert told["sha256"] == exhibit.proof.sha256
        assert told["characters"] == ", ".join(
            f"{span.start}–{span.end}" for span in exhibit.proof.spans
        )
    figures = list(workbook["Figures"].iter_rows(min_row=2, values_only=True))
    assert {row[7] for row in figures} == {100, 107}


def test_a_workbook_holds_the_articles(workbook: Any, report: Report) -> None:
    told = "".join(row[7] or "" for row in workbook["Texts"].iter_rows(min_row=2, values_only=True))
    whole = "".join(
        piece.text for text in report.texts for each in text.paragraphs for piece in each.pieces
    )
    assert told == whole


def test_the_same_report_makes_the_same_workbook(report: Report) -> None:
    assert to_bytes(report) == to_bytes(report)
