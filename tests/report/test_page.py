"""The report as HTML: it shows everything, leads everywhere, and nothing in it is ever run."""

from base64 import b64encode
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from hashlib import sha256
from itertools import pairwise
from posixpath import dirname, join, normpath
from typing import Any
from urllib.parse import unquote

import lxml.html
import pytest

from claimgraph.errors import ReportError
from claimgraph.markup.html import neutral
from claimgraph.report.content import Report
from claimgraph.report.page import Page, pages
from claimgraph.report.page.layout import LIMIT
from tests.report.sample import ALEPPO, Article, Words, aleppo, made_of, many
from tests.timing import is_within

#: Several pages at a fraction of their usual size.
SMALL = 60_000


def tree(page: Page | str) -> Any:
    return lxml.html.document_fromstring(page.html if isinstance(page, Page) else page)


def only(report: Report) -> Any:
    (page,) = pages(report)
    return tree(page)


def words(element: Any) -> str:
    return " ".join(element.text_content().split())


def numbers(element: Any, name: str = "data-numbers") -> list[str]:
    return str(element.get(name)).split()


def whole(text_pages: Sequence[Any], number: int) -> str:
    """A text as the pages show it: its paragraphs without the numbers behind the claims."""
    found: list[str] = []
    for page in text_pages:
        for part in page.xpath(
            f"//article[@id='text-{number}' or starts-with(@id,'text-{number}-')]"
        ):
            for paragraph in part.xpath(".//div[contains(@class,'doc')]/p"):
                found += paragraph.xpath(".//text()[not(ancestor::a)]")
    return "".join(found)


@pytest.fixture(name="page", scope="module")
def the_page() -> Any:
    return only(aleppo())


@pytest.fixture(name="split", scope="module")
def a_report_on_several_pages() -> Iterator[tuple[Report, list[Page]]]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("claimgraph.report.page.layout.LIMIT", SMALL + 40_000)
        patch.setattr("claimgraph.report.page.layout.LISTED", 5)
        report = many(12, claims=8)
        yield report, list(pages(report, "a story"))


def test_a_small_report_is_one_page() -> None:
    (page,) = pages(aleppo(), stem="aleppo")
    assert page.path == "aleppo.html"
    assert tree(page).get("data-report") == "1"
    assert tree(page).get("lang") == "en"


def test_a_page_may_load_nothing_and_its_style_is_known_by_its_digest(page: Any) -> None:
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    (style,) = page.xpath("//style")
    digest = b64encode(sha256(style.text.encode()).digest()).decode()
    assert policy.startswith("default-src 'none'; ")
    assert f"style-src 'sha256-{digest}'" in policy
    assert "unsafe" not in policy


def test_a_page_has_no_script_no_style_attribute_and_loads_no_file(page: Any) -> None:
    assert not page.xpath("//script | //img | //iframe | //object | //link | //form | //base")
    assert not page.xpath("//@style | //@src | //@*[starts-with(name(),'on')]")
    assert "url(" not in page.xpath("//style")[0].text


def test_places_on_a_page_have_names_of_their_own(page: Any) -> None:
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))


def test_every_link_and_every_label_leads_to_its_place(page: Any) -> None:
    ids = set(page.xpath("//@id"))
    for address in page.xpath("//a/@href"):
        assert address[1:] in ids or address.startswith("https://example.org")
    for labels in page.xpath("//@aria-labelledby"):
        assert ids.issuperset(labels.split())


def test_each_claim_shows_its_words_and_where_they_stand(page: Any) -> None:
    report = aleppo()
    for exhibit in report.exhibits:
        (entry,) = page.xpath(f"//li[@id='c{exhibit.number}']")
        (quote,) = entry.xpath(".//q[@data-quote]")
        assert quote.text_content() == exhibit.words
        assert entry.xpath(".//*[@data-text]")[0].text_content() == exhibit.text
        assert entry.get("data-speaker") == exhibit.speaker_key
        assert entry.get("data-claim") == exhibit.claim_id
        assert entry.get("data-document") == exhibit.proof.document_id
        assert entry.get("data-sha256") == exhibit.proof.sha256
        spans = [tuple(map(int, each.split("-"))) for each in entry.get("data-spans").split()]
        assert spans == [(span.start, span.end) for span in exhibit.proof.spans]
        assert entry.xpath(f".//a[@href='#m{exhibit.number}']")


def test_each_mark_holds_exactly_its_characters(page: Any) -> None:
    marks = page.xpath("//mark[@data-start]")
    assert len(marks) > len(ALEPPO.says)
    for mark in marks:
        start, end = int(mark.get("data-start")), int(mark.get("data-end"))
        assert mark.text_content() == ALEPPO.text[start:end]
        assert numbers(mark, "data-claims")


def test_a_link_to_a_claim_in_the_text_leads_to_the_first_piece_of_its_content(page: Any) -> None:
    (mark,) = page.xpath("//*[@id='m2']")
    assert mark.text_content() == "All of the targets were destroyed,"


def test_a_text_is_there_to_its_last_character_line_ends_too(page: Any) -> None:
    assert "\r\n" in ALEPPO.text
    assert whole([page], 1) == ALEPPO.text


def test_whatever_is_said_leads_to_each_claim_that_it_rests_on(page: Any) -> None:
    stated = page.xpath("//*[@data-numbers]")
    assert len(stated) > 15
    for element in stated:
        links = set(element.xpath(".//a/@href"))
        assert links >= {f"#c{number}" for number in numbers(element)}, words(element)


def test_the_words_for_a_party_say_where_they_stand(page: Any) -> None:
    places = page.xpath("//a[@class='p']")
    assert [place.get("href") for place in places] == ["#t1-p2", "#t1-p4"]
    start, end = map(int, places[0].get("data-spans").split("-"))
    assert ALEPPO.text[start:end] == "Hayat Tahrir al-Sham (HTS)"
    assert places[0].get("data-sha256")
    assert places[0].get("data-document")


def test_nothing_reported_does_not_look_like_a_silence(page: Any) -> None:
    (silent,) = page.xpath("//td[@class='silent']")
    empty = page.xpath("//td[@class='empty']")
    assert numbers(silent) == ["6"]
    assert {words(cell) for cell in empty} == {"–not reported"}
    assert all(not cell.xpath(".//a") for cell in empty)


def test_the_own_voice_of_the_articles_is_the_last_column(page: Any) -> None:
    heads = [words(head) for head in page.xpath("//table[contains(@class,'matrix')]//thead//th")]
    assert heads[-1].startswith("the articles themselves")


def test_a_source_without_a_column_stands_under_the_row(page: Any) -> None:
    (below,) = page.xpath("//tr[@class='others']")
    (row,) = below.xpath("./preceding-sibling::tr[1]")
    columns = len(page.xpath("//table[contains(@class,'matrix')]//thead//th"))
    assert row.xpath("./th/@rowspan") == ["2"]
    assert below.xpath("./td/@colspan") == [str(columns - 1)]
    assert numbers(below.xpath(".//li")[0]) == ["5"]
    assert "A rebel alliance" in words(below)


def test_a_question_tells_on_a_phone_of_whom_nothing_is_reported(page: Any) -> None:
    (line,) = page.xpath("//tr[@id='row-2']//*[@class='unheard']")
    assert words(line) == "Not reported: Russia, HTS"


@pytest.mark.parametrize(
    ("part", "place"),
    [
        ("cards", "glance"),
        ("topics", "questions"),
        ("alone", "alone"),
        ("scales", "figures"),
        ("moments", "timeline"),
        ("provenances", "origins"),
        ("namings", "names"),
        ("limits", "limits"),
        ("left_out", "left-out"),
    ],
)
def test_a_section_without_content_is_not_there(part: str, place: str, page: Any) -> None:
    assert page.xpath(f"//section[@aria-labelledby='{place}']")
    without = only(aleppo(**{part: (), "cards": ()} if part == "topics" else {part: ()}))
    assert not without.xpath(f"//section[@aria-labelledby='{place}']")
    ids = set(without.xpath("//@id"))
    assert all(link[1:] in ids for link in without.xpath("//a/@href") if link.startswith("#"))


def test_accusations_are_not_there_when_nobody_is_accused(page: Any) -> None:
    assert page.xpath("//h2[@id='accusations']")
    assert not only(aleppo(exchanges=(), differing=())).xpath("//h2[@id='accusations']")


def test_a_report_of_nothing_is_a_page() -> None:
    page = only(made_of())
    assert words(page.xpath("//h1")[0]) == "Who says what"
    assert not page.xpath("//main//section")


def test_headings_tables_and_drawings_can_be_read_aloud(page: Any) -> None:
    levels = [int(each.tag[1]) for each in page.xpath("//h1|//h2|//h3|//h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    for table in page.xpath("//table"):
        assert table.xpath("caption")
        assert table.xpath(".//th[@scope='col']")
        assert table.xpath(".//th[@scope='row']")
    drawings = page.xpath("//svg[@role='img']")
    assert len(drawings) == 4  # two figures, and the exchange in two widths
    assert all(drawing.xpath("title") and drawing.xpath("desc") for drawing in drawings)
    assert page.xpath("//a[@class='skip']/@href") == ["#main"]
    assert page.xpath("//main[@id='main']")
    assert page.xpath("//header")
    assert page.xpath("//footer")


def test_regions_have_names_of_their_own(page: Any, split: tuple[Report, list[Page]]) -> None:
    for each in (page, tree(split[1][0]), tree(split[1][2])):
        regions = each.xpath("//nav | //*[@role='region'] | //section | //article")
        names = [region.get("aria-label") or region.get("aria-labelledby") for region in regions]
        assert all(names)
        assert len(names) == len(set(names))


def _changed(value: Any, hostile: str) -> Any:
    """A part of a report with hostile words in each text that comes from articles."""
    if isinstance(value, tuple):
        return tuple(_changed(each, hostile) for each in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    kept = {"claim_id", "attribution_id", "document_id", "sha256", "proof", "start", "key"}
    kept |= {"speaker_key", "relation_id"}
    new = {}
    for field in fields(value):
        old = getattr(value, field.name)
        if field.name in kept or (field.name == "text" and type(value).__name__ == "Piece"):
            continue
        is_words = type(old) is str
        new[field.name] = hostile + old if is_words else _changed(old, hostile)
        if isinstance(old, tuple) and old and all(type(each) is str for each in old):
            new[field.name] = tuple(hostile + each for each in old)
    return replace(value, **new)


@pytest.mark.parametrize(
    "hostile",
    [
        pytest.param("<script>alert(1)</script>", id="a script"),
        pytest.param('"><img src=x onerror=alert(1)>', id="out of an attribute"),
        pytest.param("'><svg onload=alert(1)>", id="out of an attribute in single quotes"),
        pytest.param("</style></title></textarea>-->", id="ends of elements"),
        pytest.param("{{ 7*7 }}{% raw %}", id="a template"),
        pytest.param("\u202egnp.exe\u2066", id="a turn of direction"),
        pytest.param("\x01c1\x01\x00\x1b", id="control characters, and the mark of our links"),
        pytest.param("javascript:alert(1)//", id="a scheme"),
        pytest.param("&lt;b&gt;&amp;", id="references"),
        pytest.param("x" * 10_000, id="one very long word"),
    ],
)
def test_words_of_articles_stay_words(hostile: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimgraph.report.page.layout.LIMIT", 9 * LIMIT)  # all on one page
    harmless = only(_changed(aleppo(), "a word "))
    found = only(_changed(aleppo(), hostile))
    assert _elements(found) == _elements(harmless)
    assert neutral(hostile) in found.xpath("//h1")[0].text_content()
    assert not set(found.text_content()) & set("\x00\x01\x1b\u202e\u2066")
    for value in found.xpath("//a/@href"):
        assert value.startswith("#"), value


def _elements(page: Any) -> list[tuple[str, list[str]]]:
    """The elements of a page with their attributes; long names take more lines in a drawing."""
    return [(each.tag, sorted(each.keys())) for each in page.iter() if each.tag != "text"]


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", " https://x", "//x.y", "#c1"]
)
def test_only_an_address_in_the_web_is_a_link(url: str) -> None:
    page = only(made_of(replace(ALEPPO, url=url)))
    assert all(address.startswith("#") for address in page.xpath("//a/@href"))
    assert not page.xpath("//p[@class='meta']//a")
    assert url.strip() in words(page.xpath("//p[@class='meta']")[0])


def test_hidden_characters_of_a_text_are_shown_one_for_one() -> None:
    text = "SOHR said \u202e100 hurt\x07 and\u2069 more."
    article = Article(text, [Words("SOHR", "said", "\u202e100 hurt\x07 and")])
    page = only(made_of(article))
    assert whole([page], 1) == "SOHR said �100 hurt� and� more."
    (mark,) = page.xpath("//*[@id='m1']")
    assert mark.text_content() == "�100 hurt� and"
    assert int(mark.get("data-end")) - int(mark.get("data-start")) == len(mark.text_content())


def test_a_piece_that_begins_several_claims_is_a_place_for_each() -> None:
    says = [Words("SOHR", "said", "100 were hurt"), Words("SOHR", "said", "100")]
    page = only(made_of(Article("SOHR said 100 were hurt.", says)))
    for number in (1, 2):
        assert page.xpath(f"//*[@id='m{number}']")
    (mark,) = page.xpath("//mark[.//*[@id='m2'] or @id='m2']")
    assert numbers(mark, "data-claims") == ["1", "2"]
    assert mark.text_content() == "100"


@pytest.mark.parametrize("stem", ["", ".", "..", "a/b", "a\\b", "a\nb"])
def test_a_name_that_is_no_name_is_refused(stem: str) -> None:
    with pytest.raises(ReportError, match="no name of a file"):
        list(pages(aleppo(), stem))


def test_pages_of_a_large_report_are_small_and_have_everything(
    split: tuple[Report, list[Page]],
) -> None:
    report, made = split
    assert made[0].path == "a story.html"
    assert all(page.path.startswith("a story_files/texts-") for page in made[1:])
    assert len(made) > 3
    assert all(len(page.html.encode()) < SMALL + 40_000 for page in made)
    trees = [tree(page) for page in made]
    claims = [each for page in trees for each in page.xpath("//li[@data-claim]/@data-claim")]
    assert claims == [exhibit.claim_id for exhibit in report.exhibits]
    for text in report.texts:
        written = "".join(piece.text for each in text.paragraphs for piece in each.pieces)
        assert whole(trees, text.number) == written


def test_links_lead_from_page_to_page(split: tuple[Report, list[Page]]) -> None:
    _, made = split
    ids = {page.path: set(tree(page).xpath("//@id")) for page in made}
    between = 0
    for page in made:
        for address in tree(page).xpath("//a/@href"):
            if address.startswith("https://"):
                continue
            path, _, place = address.partition("#")
            target = normpath(join(dirname(page.path), unquote(path))) if path else page.path
            assert place in ids[target] if place else target in ids
            between += target != page.path
    assert between > 50


def test_pages_lead_to_the_next_and_the_one_before(split: tuple[Report, list[Page]]) -> None:
    _, made = split
    assert tree(made[2]).xpath("//header//a[@rel='prev']/@href") == ["texts-001.html"]
    assert tree(made[2]).xpath("//header//a[@rel='next']/@href") == ["texts-003.html"]
    assert "a%20story.html#texts" in tree(made[2]).xpath("//header//a/@href")[0]


def test_a_first_page_that_is_too_large_gives_away_other_sections(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("claimgraph.report.page.layout.LIMIT", SMALL)
    report = many(300, claims=2, words=1)
    made = list(pages(report))
    assert {page.path.partition("/")[2][:-9] for page in made[1:]} == {"questions", "texts"}
    rows = [row for page in made for row in tree(page).xpath("//tr/@id")]
    assert rows == [f"row-{number}" for number in range(1, 301)]


def test_one_very_long_text_goes_on_on_further_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimgraph.report.page.layout.LIMIT", 400_000)
    monkeypatch.setattr("claimgraph.report.page.marking.PART", 100_000)
    says = [Words("SOHR", "said", f"{number} were hurt" + " again" * 9_000) for number in range(9)]
    text = "".join(f"SOHR said {each.content[0]}. {'Nobody answered. ' * 3000}" for each in says)
    report = made_of(Article(text, says))
    made = list(pages(report))
    trees = [tree(page) for page in made]
    assert len(made) > 2
    assert whole(trees, 1) == text
    for page in trees:
        for mark in page.xpath("//mark[@data-start]"):
            start, end = int(mark.get("data-start")), int(mark.get("data-end"))
            assert mark.text_content() == text[start:end]
    assert max(len(page.html.encode()) for page in made) <= 400_000


def test_a_page_has_at_most_two_megabytes() -> None:
    assert LIMIT == 2_000_000
    made = list(pages(many(60)))
    assert len(made) > 2
    assert max(len(page.html.encode()) for page in made) <= LIMIT


def made(articles: int) -> Callable[[], object]:
    report = many(articles)
    return lambda: list(pages(report))


def test_four_times_the_articles_take_four_times_the_time() -> None:
    assert is_within(7, made, 25, 100)
