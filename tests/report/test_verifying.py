"""A written report is checked from its files alone: what was changed in it, or since, is named."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from claimgraph import ClaimGraph
from claimgraph.errors import InputFileError, ReportError, UnverifiedError
from claimgraph.graph.known import lookup
from claimgraph.interop import records
from claimgraph.report import as_json
from claimgraph.report.verifying import verify
from claimgraph.report.writing import write
from tests.report.handmade import graph_of, report_of, story


@pytest.fixture(scope="module")
def graph() -> Iterator[ClaimGraph]:
    with graph_of(story()) as graph:
        yield graph


@pytest.fixture(scope="module")
def page(graph: ClaimGraph, tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("page") / "dara.html"
    graph.report(path)
    return path.read_bytes().decode("utf-8")


def problems(graph: ClaimGraph, folder: Path, html: str, name: str = "dara.html") -> str:
    """What is found to be wrong with a page, line by line."""
    path = folder / name
    path.write_bytes(html.encode("utf-8"))
    return "\n".join(verify(path, lookup(graph)).problems)


@pytest.mark.parametrize("ending", ["html", "json"])
def test_a_report_that_nobody_touched_holds(ending: str, graph: ClaimGraph, tmp_path: Path) -> None:
    path = tmp_path / f"dara.{ending}"
    graph.report(path)
    found = graph.verify(path)
    assert found
    assert (found.pages, found.claims, found.texts) == (1, 7, 2)
    assert found.statements > 20
    assert found.characters > sum(len(each.text) for each in graph.documents())
    assert str(found).startswith(f"{path}: all of it leads to its words: ")


def once(old: str, new: str) -> Callable[[str], str]:
    """Puts one text in place of another, which is there."""

    def change(html: str) -> str:
        assert old in html, old
        return html.replace(old, new, 1)

    return change


def pattern(old: str, new: str) -> Callable[[str], str]:
    def change(html: str) -> str:
        changed, count = re.subn(old, new, html, count=1, flags=re.DOTALL)
        assert count, old
        return changed

    return change


TAMPERED = [
    pytest.param(
        pattern(r"(<q[^>]*data-quote[^>]*>)around 100 people", r"\1around 900 people"),
        r"claim \d+ \(clm_\w+\) quotes “around 900 people.*where the record has “around 100",
        id="a number in a quotation",
    ),
    pytest.param(
        pattern(r"(<span[^>]*data-text[^>]*>)[^<]*", r"\1nobody was hurt"),
        "says “nobody was hurt” where the record has",
        id="the claim itself",
    ),
    pytest.param(
        pattern(r"(<p id=\"t1-p1\"[^>]*>)Shells hit", r"\1Rockets hit"),
        "the article reads “Rockets hit.*where the record has “Shells hit",
        id="a word of an article",
    ),
    pytest.param(
        pattern(r"(<mark[^>]*>)around 100 people were hurt", r"\1around 100 cats were hurt"),
        "the mark of characters .* reads .*cats were",
        id="a word of a mark",
    ),
    pytest.param(
        pattern(r'data-start="(\d+)" data-end="(\d+)"', r'data-start="1\1" data-end="1\2"'),
        "the mark of characters",
        id="the offsets of a mark",
    ),
    pytest.param(
        pattern(r'(<li id="c1"[^>]*data-spans=")\d+-', r"\g<1>1-"),
        "claim 1 .*stands at .*, not at 1–",
        id="the offset of a claim",
    ),
    pytest.param(
        pattern(r'(<a class="p"[^>]*data-spans=")\d+-', r"\g<1>1-"),
        "characters 1–.* are “.*”, not “",
        id="where a name stands, as offsets",
    ),
    pytest.param(
        pattern(r'(<th[^>]*data-s="Words"[^>]*>“?)\w', r"\1X"), "are “.*”, not “", id="a name"
    ),
    pytest.param(
        pattern(r'data-spans="[^"]*"', r'data-spans="all"'), "no characters", id="no offsets at all"
    ),
    pytest.param(
        pattern(r'(<li id="c1"[^>]*data-sha256=")\w{4}', r"\g<1>beef"),
        "claim 1 .*has the sha256 .*, not beef",
        id="the digest of a claim",
    ),
    pytest.param(
        pattern(r'(<article[^>]*data-sha256=")\w{4}', r"\g<1>beef"),
        "has the sha256 .*, not beef",
        id="the digest of an article",
    ),
    pytest.param(
        pattern(r'data-claim="clm_\w{4}', r'data-claim="clm_0000'),
        r"claim \d+ \(clm_0000\w+\) is not in the graph",
        id="the id of a claim",
    ),
    pytest.param(
        pattern(r'(<li id="c1"[^>]*data-document=")\w+', r"\1doc_1"),
        "claim 1 .*does not stand in doc_1",
        id="the document of a claim",
    ),
    pytest.param(
        pattern(r'(<article[^>]*data-document=")\w+', r"\1doc_1"),
        "the document 'doc_1' is not in the graph",
        id="the id of an article",
    ),
    pytest.param(
        pattern(r'<a class="p"([^>]*)data-document="\w+"', r'<a class="p"\1data-document="doc_1"'),
        "the document 'doc_1' is not in the graph",
        id="where a name stands",
    ),
    pytest.param(
        pattern(r'(data-numbers="\d+[^"]*"[^>]*>\s*<a class="first") href="#c\d+"', r"\1"),
        r"“.*” has no link to claim \d+",
        id="a dropped link",
    ),
    pytest.param(
        once('href="#c2"', 'href="#c200"'),
        "a link leads to '#c200', which is not there",
        id="a link to nothing",
    ),
    pytest.param(
        once('href="#c2"', 'href="elsewhere.html#c2"'),
        "a link leads out of the report, to 'elsewhere.html#c2'",
        id="a link to another file",
    ),
    pytest.param(
        once('href="#c2"', 'href="javascript:alert(1)"'),
        "a link leads to 'javascript:alert",
        id="a link that runs something",
    ),
    pytest.param(
        pattern(r'data-numbers="\d+', r'data-numbers="99'),
        "rests on claim 99, which the report does not hold",
        id="a number that no claim has",
    ),
    pytest.param(
        pattern(r'data-numbers="[^"]*"', r'data-numbers=""'),
        "is said without evidence: data-numbers holds no numbers",
        id="a statement with no numbers",
    ),
    pytest.param(
        pattern(r'<td role="cell" class="empty"[^>]*>.*?</td>', "<td class='empty'>Denies</td>"),
        "“Denies” is said without evidence",
        id="words in an empty cell",
    ),
    pytest.param(
        pattern(r'<li id="c7".*?</div>\s*</li>', ""),
        "rests on claim 7, which the report does not hold",
        id="a claim that was taken out",
    ),
    pytest.param(
        pattern(r'<li id="c3"', '<li id="c33"'), "claim 3 is missing", id="a claim renumbered"
    ),
    pytest.param(
        pattern(r"data-quote", "data-q"), "without the words of its article", id="no quotation"
    ),
    pytest.param(
        pattern(r'<mark id="m1"[^>]*>(.*?)</mark>', r'<i id="m1">\1</i>'),
        "of claim 1 are not marked in its article",
        id="a mark that was taken away",
    ),
    pytest.param(lambda html: html[: len(html) // 2], "the page is cut off", id="half of the page"),
    pytest.param(
        lambda html: html[: html.index("</html>")], "the page is cut off", id="the end is missing"
    ),
    pytest.param(
        pattern(r"<p [^>]*data-x|<h1", "</em><h1"), "</em> ends nothing", id="elements that cross"
    ),
]


@pytest.mark.parametrize(("tamper", "told"), TAMPERED)
def test_whatever_was_changed_is_named_with_its_place(
    tamper: Callable[[str], str], told: str, graph: ClaimGraph, page: str, tmp_path: Path
) -> None:
    found = problems(graph, tmp_path, tamper(page))
    assert re.search(told, found), found
    assert all(re.match(r"dara\.html( line \d+)?: ", line) for line in found.splitlines())


def test_a_statement_of_any_kind_that_loses_its_numbers_is_named(
    graph: ClaimGraph, page: str, tmp_path: Path
) -> None:
    places = [found.span() for found in re.finditer(r' data-numbers="[^"]*"', page)]
    assert len(places) > 12
    for start, end in places:
        without = page[:start] + page[end:]
        line = page[:start].count("\n") + 1
        assert f"line {line}: " in problems(graph, tmp_path, without), page[start - 60 : end]


def test_no_statement_of_a_large_page_goes_unseen_without_its_numbers(tmp_path: Path) -> None:
    with ClaimGraph(compare=False) as seeds:
        seeds.add(records(Path(__file__).parents[2] / "seeds"))
        path = tmp_path / "aleppo.html"
        seeds.report(path)
        page = path.read_bytes().decode("utf-8")
        told = problems(seeds, tmp_path, re.sub(r' data-numbers="[^"]*"', "", page), path.name)
    lines = page.split("\n")
    stating = {number for number, line in enumerate(lines, 1) if " data-numbers=" in line}
    named = {int(line) for line in re.findall(r"^aleppo\.html line (\d+): ", told, re.MULTILINE)}
    assert len(stating) > 250
    assert stating - named == set()


def test_a_statement_of_any_kind_that_loses_its_links_is_named(
    graph: ClaimGraph, page: str, tmp_path: Path
) -> None:
    without = re.sub(r' href="#c\d+"', "", page)
    found = problems(graph, tmp_path, without)
    assert found.count("has no link to claim") == page.count("data-numbers=")


def test_any_changed_character_of_an_article_is_found(
    graph: ClaimGraph, page: str, tmp_path: Path
) -> None:
    doc = page.index('<div class="doc"')
    letters = [
        place
        for place in range(doc, page.index("</div>", doc))
        if page[place] == "e" and page.rfind(">", 0, place) > page.rfind("<", 0, place)
    ]
    for place in letters[::9]:
        changed = page[:place] + "o" + page[place + 1 :]
        assert "where the record has" in problems(graph, tmp_path, changed)


NO_REPORT = [
    pytest.param("<!doctype html><html><body>Hello</body></html>", id="another page"),
    pytest.param("", id="an empty file"),
    pytest.param('<html data-report="2"></html>', id="a report of a later form"),
]


@pytest.mark.parametrize("text", NO_REPORT)
def test_what_is_no_report_is_refused(text: str, graph: ClaimGraph, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(text)
    with pytest.raises(InputFileError, match=r"page.html is (no report|a report of the form '2')"):
        graph.verify(path)


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        pytest.param("no.html", None, "there is no file", id="nothing there"),
        pytest.param("a.html", b"<html data-report='1'>\xff", "is not UTF-8", id="not UTF-8"),
        pytest.param("a.md", b"# Dara", "as .html or .json", id="a format that is not checked"),
        pytest.param("a.json", b"{", "no JSON at character 2", id="broken JSON"),
        pytest.param("a.json", b'{"title": "x"}', "is no report", id="other JSON"),
        pytest.param("a.json", b'{"claimgraph_report": 9}', "reads 1", id="a later JSON"),
    ],
)
def test_what_cannot_be_read_is_refused(
    name: str, content: bytes | None, told: str, graph: ClaimGraph, tmp_path: Path
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(InputFileError, match=told):
        graph.verify(path)


def test_json_whose_words_are_not_those_of_its_text_is_refused(
    graph: ClaimGraph, tmp_path: Path
) -> None:
    path = tmp_path / "dara.json"
    graph.report(path)
    path.write_text(path.read_text().replace('"text":"Shells hit', '"text":"Shells hot', 1))
    with pytest.raises(UnverifiedError, match="where the record has “Shells hit"):
        graph.verify(path)
    path.write_text(path.read_text().replace('"start":', '"start":1', 1))
    with pytest.raises((ReportError, InputFileError)):
        graph.verify(path)


@pytest.mark.parametrize("ending", ["html", "json"])
def test_claims_that_were_rejected_since_are_named_as_such(ending: str, tmp_path: Path) -> None:
    with graph_of(story()) as graph:
        path = tmp_path / f"dara.{ending}"
        graph.report(path)
        claim = next(iter(graph.claims().said_by("Relief Watch")))
        graph.reject(claim, by="Ann", reason="a slip of the pen")
        with pytest.raises(UnverifiedError) as caught:
            graph.verify(path)
        (problem,) = caught.value.problems
        assert f"({claim.id}) is not in the graph; it was rejected by Ann" in problem
        assert "a slip of the pen" in problem


def test_what_goes_with_a_rejected_document_is_named(tmp_path: Path) -> None:
    with graph_of(story()) as graph:
        graph.report(tmp_path / "dara.html")
        wire = next(each for each in graph.documents() if each.publisher == "Dara Wire")
        graph.reject(wire, by="Ann", reason="a forgery")
        with pytest.raises(UnverifiedError) as caught:
            graph.verify(tmp_path / "dara.html")
        told = "\n".join(caught.value.problems)
        assert told.count("its document was rejected by Ann") == 4
        assert f"the document {wire.id!r} is not in the graph" in told


@pytest.mark.parametrize("ending", ["html", "json"])
def test_sources_that_were_merged_since_are_named(ending: str, tmp_path: Path) -> None:
    with graph_of(story()) as graph:
        path = tmp_path / f"dara.{ending}"
        graph.report(path)
        watch, agency = (
            graph.sources().named(n).one() for n in ("Relief Watch", "State News Agency")
        )
        graph.merge(watch, agency, by="Ann", reason="one office")
        with pytest.raises(UnverifiedError) as caught:
            graph.verify(path)
        assert all("its source was merged by Ann" in each for each in caught.value.problems)
        assert caught.value.problems


def test_another_graph_is_told_apart(page: str, tmp_path: Path) -> None:
    with ClaimGraph() as empty:
        found = problems(empty, tmp_path, page)
        assert found.count("is not in the graph") > 7


def test_pages_of_a_long_report_are_followed(
    graph: ClaimGraph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from claimgraph.report.page import layout

    monkeypatch.setattr(layout, "LIMIT", 30_000)
    path = tmp_path / "dara.html"
    written = graph.report(path)
    assert len(written.paths) > 1
    assert graph.verify(path).pages == len(written.paths)
    gone = written.paths[-1]
    gone.unlink()
    with pytest.raises(UnverifiedError, match="the page is missing"):
        graph.verify(path)


def test_hidden_characters_of_an_article_are_compared_as_they_are_shown(tmp_path: Path) -> None:
    def change(text: str) -> str:
        return text + "\u202egpj\x07 \r\n tail"

    with graph_of(story(change)) as graph:
        for ending in ("html", "json"):
            path = tmp_path / f"dara.{ending}"
            write(report_of(story(change)), path)
            assert graph.verify(path)
        assert "\u202e" not in (tmp_path / "dara.html").read_text()
        loaded = as_json.load(tmp_path / "dara.json")
        first = loaded.texts[0].paragraphs[0].pieces[0].text
        assert first.startswith("\u202egpj\x07 \r\n")
