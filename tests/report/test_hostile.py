"""Text from articles stays text: a thousand payloads in every field, in every format."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from markdown_it import MarkdownIt
from openpyxl import load_workbook

from claimgraph.graph.known import lookup
from claimgraph.markup.html import HARMFUL
from claimgraph.report import as_json
from claimgraph.report.compose import compose
from claimgraph.report.content import Report
from claimgraph.report.markdown import to_markdown
from claimgraph.report.page import pages
from claimgraph.report.tables import COLUMNS, rows
from claimgraph.report.verifying import verify
from claimgraph.report.workbook import to_bytes
from claimgraph.report.writing import write
from claimgraph.text.cells import write_csv
from tests.factories import article, reading
from tests.report.handmade import graph_of, story
from tests.report.payloads import payloads

#: Payloads that one report holds in each of its fields.
TOGETHER = 100
#: What a spreadsheet takes for the beginning of a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

BATCHES = [payloads()[start : start + TOGETHER] for start in range(0, 1000, TOGETHER)]


@dataclass
class Turning:
    """Puts all payloads of a batch before each text, beginning with another one each time."""

    batch: list[str]
    turn: int = 0

    def __call__(self, text: str) -> str:
        self.turn += 1
        first = self.turn % len(self.batch)
        return " ".join((*self.batch[first:], *self.batch[:first], text))

    def address(self, _: str) -> str:
        self.turn += 1
        return self.batch[self.turn % len(self.batch)]


@cache
def hostile(number: int) -> Report:
    """The report of a story in which every text is hostile, and of an article for each payload."""
    change = Turning(BATCHES[number])
    records = story(change, change.address)
    records += [
        reading(article(f"{each} {place}", each, title=each, url=each))
        for place, each in enumerate(BATCHES[number])
    ]
    with graph_of(records) as graph:
        claim = next(iter(graph.claims()))
        graph.confirm(claim, by=BATCHES[number][1], reason=BATCHES[number][2])
        return compose(graph.material(), title=change("Dara"), scope=change("all"))


@cache
def harmless() -> Report:
    """The same without a payload, with texts of the same length."""
    quiet = [re.sub(r"[^\n]", "x", each)[:-1] + str(n) for n, each in enumerate(BATCHES[0])]
    change = Turning(quiet)
    records = story(change, lambda _: "https://e.example/")
    records += [
        reading(article(f"{each} {place}", each, title=each, url="https://e.example/"))
        for place, each in enumerate(quiet)
    ]
    with graph_of(records) as graph:
        return compose(graph.material(), title=change("Dara"), scope=change("all"))


class Elements(HTMLParser):
    """Every element with the names of its attributes, and every address."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: set[tuple[str, str]] = set()
        self.addresses: set[str] = set()
        self.other: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found |= {(tag, name) for name, _ in attrs} | {(tag, "")}
        self.addresses |= {value or "" for name, value in attrs if name in {"href", "src"}}

    def handle_comment(self, data: str) -> None:
        self.other.append(data)

    def handle_pi(self, data: str) -> None:
        self.other.append(data)

    def unknown_decl(self, data: str) -> None:
        self.other.append(data)


def html_of(report: Report) -> str:
    return "".join(page.html for page in pages(report, "dara"))


@cache
def baseline() -> frozenset[tuple[str, str]]:
    """The elements and attributes of harmless reports, one long and one short."""
    with graph_of(story()) as graph:
        short = compose(graph.material())
    # A report of several pages also has links with rel="next".
    several = frozenset({("a", "rel")})
    return several | Elements(html_of(harmless())).found | Elements(html_of(short)).found


EACH = pytest.mark.parametrize("number", range(len(BATCHES)))


def test_there_are_a_thousand_payloads_and_each_is_in_every_field() -> None:
    assert len({each for batch in BATCHES for each in batch}) == 1000
    report = hostile(0)
    text = next(each for each in report.texts if each.numbers)
    whole = "".join(piece.text for each in text.paragraphs for piece in each.pieces)
    for field in (report.title, report.exhibits[0].text, whole):
        shown = " ".join(field.split())
        assert [each for each in BATCHES[0] if " ".join(each.split()) not in shown] == []


@EACH
def test_a_page_has_no_element_and_no_attribute_more(number: int) -> None:
    html = html_of(hostile(number))
    page = Elements(html)
    assert page.found <= baseline()
    assert page.other == []
    assert not HARMFUL.search(html)
    for address in page.addresses:
        assert re.match(r"https?://[^\s\"'<>]*|#[\w-]*$|[\w/.-]+\.html(#[\w-]+)?$", address), (
            address
        )


@EACH
def test_a_page_shows_every_payload_as_the_characters_that_it_is(
    number: int, tmp_path: Path
) -> None:
    change = Turning(BATCHES[number])
    with graph_of(story(change, change.address)) as graph:
        for name in ("dara.html", "dara.json"):
            write(compose(graph.material()), tmp_path / name)
            assert verify(tmp_path / name, lookup(graph)).problems == ()


@EACH
def test_markdown_has_no_markup_more(number: int) -> None:
    text = to_markdown(hostile(number))
    assert not HARMFUL.search(text)
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    tokens = parser.parse(text)
    assert {token.type for token in tokens} <= {
        *("heading_open", "heading_close", "paragraph_open", "paragraph_close", "inline"),
        *("bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close"),
        *("blockquote_open", "blockquote_close"),
    }
    inner = [child for token in tokens for child in token.children or ()]
    assert {child.type for child in inner} <= {
        *("text", "text_special", "softbreak", "html_inline", "strong_open", "strong_close"),
        *("link_open", "link_close"),
    }
    for child in inner:
        if child.type == "html_inline":
            assert re.fullmatch(r'<a id="(c|q|text-)\d+">|</a>', child.content)
        if child.type == "link_open":
            assert re.match(r"https?://|#(c|text-)\d+$", str(child.attrs["href"]))
    headings = sum(token.type == "heading_open" for token in tokens)
    calm = parser.parse(to_markdown(harmless()))
    assert headings == sum(token.type == "heading_open" for token in calm)
    # What extensions of Markdown take for a link or for a template.
    assert not re.search(r"(?<!\\):(?=//)(?<!https:)(?<!http:)|(?<!\\)\{\{|(?<!\\)\{%", text)


def cells(report: Report) -> Iterator[str]:
    csv.field_size_limit(10**7)
    file = io.StringIO()
    write_csv(rows(report), COLUMNS, file)
    for row in csv.reader(io.StringIO(file.getvalue(), newline="")):
        assert len(row) == len(COLUMNS)
        yield from row


@EACH
def test_no_cell_of_a_csv_file_begins_a_formula(number: int) -> None:
    for cell in cells(hostile(number)):
        assert not cell.startswith(FORMULA)
        assert not HARMFUL.search(cell)


@EACH
def test_no_cell_of_a_workbook_is_a_formula_or_a_link(number: int, tmp_path: Path) -> None:
    path = tmp_path / "dara.xlsx"
    path.write_bytes(to_bytes(hostile(number)))
    with ZipFile(path) as archive:
        names = archive.namelist()
        parts = {name: archive.read(name).decode("utf-8") for name in names if "sheet" in name}
    assert not any("external" in name or "vba" in name.lower() for name in names)
    assert not any("<f>" in part or "hyperlink" in part for part in parts.values())
    for sheet in load_workbook(path):
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type in {"s", "n"}
                if isinstance(cell.value, str):
                    assert not cell.value.startswith(FORMULA)
                    assert len(cell.value) <= 32_767


@EACH
def test_a_picture_has_no_element_that_could_do_anything(number: int, tmp_path: Path) -> None:
    change = Turning(BATCHES[number])
    path = tmp_path / "dara.svg"
    with graph_of(story(change, change.address)) as graph:
        graph.report(path, title=change("Dara"))
    text = path.read_text(encoding="utf-8")
    assert not HARMFUL.search(text)
    for element in ElementTree.fromstring(text).iter():
        assert element.tag.removeprefix("{http://www.w3.org/2000/svg}") in {
            *("svg", "style", "title", "desc", "g", "path", "rect", "circle", "line", "text"),
            *("tspan", "polygon", "defs", "marker", "ellipse"),
        }
        assert not any(name.startswith("on") or "href" in name for name in element.attrib)


@EACH
def test_json_gives_back_the_same_report_and_hides_nothing(number: int) -> None:
    text = as_json.dumps(hostile(number))
    assert not HARMFUL.search(text)
    assert as_json.loads(text) == hostile(number)
