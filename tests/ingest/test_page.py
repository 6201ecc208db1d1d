"""Pages of several outlets' kinds: the article stays, everything around it goes and is counted."""

from pathlib import Path

import pytest

from claimgraph.errors import InputFileError
from claimgraph.ingest import Drop, Ingested, ingest

PAGES = Path(__file__).parent / "pages"

P = (
    "The defence ministry said on Friday that militiamen had blown up the bridge at Orvana. The "
    "brigade denied it, and its spokesman called the charge absurd. "
)


def page(name: str) -> Ingested:
    return ingest(PAGES / f"{name}.html")


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("northern-courier", id="a daily: JSON-LD, cookies, comments, related links"),
        pytest.param("belgar-evening", id="an old page: nested tables, breaks, Windows-1252"),
        pytest.param("ilsa-free-radio", id="divs, entities, hidden text, JSON-LD as a graph"),
        pytest.param("korvath-today", id="a live blog"),
        pytest.param("orvana-weekly", id="a blog: captions, pull quote, footnotes, tags"),
        pytest.param("sham-dispatch", id="malformed, and cut off"),
        pytest.param("ministry-release", id="one pre, wrapped at a column"),
    ],
)
def test_the_article_is_what_a_person_would_copy(name: str) -> None:
    found = page(name)
    expected = (PAGES / f"{name}.txt").read_text(encoding="utf-8").removesuffix("\n")
    assert found.document.text == expected
    account = found.account
    size = (PAGES / f"{name}.html").stat().st_size
    assert account.bytes == size
    assert account.characters == account.kept + account.dropped_in_all
    assert account.length == len(expected)


def test_what_surrounds_an_article_is_counted_by_kind() -> None:
    account = page("northern-courier").account
    source = (PAGES / "northern-courier.html").read_text(encoding="utf-8")
    comments = (
        "Comments (2)riverman said: they always deny it, and everyone in the town knows who did "
        "this.anna_k said: wait for the monitor, please."
    )
    banner = (
        "We value your privacy. The editors said that cookies help us to understand how you read "
        "our journalism.Accept allReject allAdvertisement"
    )
    bare = len(comments.replace(" ", "")), len(banner.replace(" ", ""))
    assert (account.dropped[Drop.COMMENTS], account.dropped[Drop.NOTICES]) == bare
    assert account.dropped[Drop.SCRIPTS] > source.count("dataLayer") > 0
    assert account.dropped[Drop.CAPTIONS] == len(
        "Rescuers at the Orvana bridge on Friday. Photograph: Ilsa Press Agency".replace(" ", "")
    )
    assert account.added == 0


@pytest.mark.parametrize(
    ("name", "title", "publisher", "published", "url", "language"),
    [
        (
            "northern-courier",
            "Ministry and militia trade blame for Orvana bridge blast",
            "Northern Courier",
            "2024-03-09 05:15:00",
            "https://courier.example/world/2024/mar/09/orvana-bridge",
            "en-GB",
        ),
        ("belgar-evening", "Bridge at Orvana destroyed", "Belgar Evening", "2024-03-09", "", "en"),
        (
            "ilsa-free-radio",
            "Leak: command knew of the charge & said nothing",
            "Ilsa Free Radio",
            "2024-03-10",
            "https://ifr.example/p/77",
            "en",
        ),
        (
            "korvath-today",
            "LIVE: Orvana bridge – what we know",
            "Korvath Today",
            "2024-03-09 05:00:00",
            "https://today.example/live/orvana",
            "en-US",
        ),
        (
            "orvana-weekly",
            "What the river keeps",
            "Orvana Weekly",
            "2024-03-15 06:00:00",
            "",
            "en-GB",
        ),
        ("sham-dispatch", "Dispatch – Villagers return", "The Dispatch", "2024-03-09", "", "en"),
        (
            "ministry-release",
            "Press service of the Ministry of Defence",
            "",
            "2024-03-09",
            "",
            "en",
        ),
    ],
)
def test_a_page_says_what_it_is(
    name: str, title: str, publisher: str, published: str, url: str, language: str
) -> None:
    document = page(name).document
    assert (document.title, document.publisher) == (title, publisher)
    assert (str(document.published), document.url) == (published, url)
    assert document.language == language


def test_a_moment_without_a_zone_is_told() -> None:
    assert page("ilsa-free-radio").warnings == (
        "a block of JSON-LD is broken: what it says of the article is left out",
        "published: '2024-03-10T21:05' names no time zone; only its day is kept",
    )


def test_a_page_that_is_cut_off_says_so() -> None:
    (warning,) = page("sham-dispatch").warnings
    assert warning == "the page ends before its <article> does: it may be cut off"
    for tail, inside in (("<a href='x", "a tag"), ("<!-- he", "a comment"), ("<script>x", "<scr")):
        found = ingest(f"<html><body><p>{P}</p>{tail}", kind="html")
        assert found.warnings[0].startswith(f"the page ends inside {inside}")
        assert found.document.text == P.strip()
    whole = ingest(f"<html><head><title>Blast</title><body><p>{P}", kind="html")
    assert whole.warnings == ()


def test_a_section_front_is_no_article() -> None:
    with pytest.raises(InputFileError, match="no article is found in this page"):
        page("section-front")


class TestNesting:
    """lxml leaves out, without a word, what lies deeper than 254 levels; we do not."""

    @pytest.mark.parametrize("depth", [10, 250, 254, 260, 300, 1000])
    @pytest.mark.parametrize("name", ["div", "span", "blockquote", "section"])
    def test_deep_words_are_kept(self, depth: int, name: str) -> None:
        deep = f"<html><body>{f'<{name}>' * depth}<p>{P}</p>{f'</{name}>' * depth}<p>After it.</p>"
        found = ingest(deep, kind="html")
        assert P.strip() in found.document.text
        assert found.account.characters == len(deep)

    @pytest.mark.parametrize("depth", [2100, 20_000])
    def test_deeper_than_the_parser_goes_is_refused(self, depth: int) -> None:
        deep = f"<html><body>{'<div>' * depth}<p>{P}</p>"
        with pytest.raises(InputFileError, match="deeper than 2048 levels, and what lies deeper"):
            ingest(deep, kind="html")

    def test_nested_tables_that_lay_out_a_page_are_no_tables(self) -> None:
        page = "<table><tr><td>" * 20 + f"<p>{P}</p><p>{P[::-1]}</p>" + "</td></tr></table>" * 20
        assert ingest(page, kind="html").document.text == f"{P.strip()}\n\n{P[::-1].strip()}"


class TestHidden:
    @pytest.mark.parametrize(
        "attribute",
        [
            pytest.param("hidden", id="hidden"),
            pytest.param('hidden="hidden"', id="hidden with a value"),
            pytest.param('style="display:none"', id="no display"),
            pytest.param('style="color:red; DISPLAY : None !important"', id="spaces and capitals"),
            pytest.param("style='visibility: hidden'", id="no visibility"),
        ],
    )
    def test_hidden_words_are_dropped_and_counted(self, attribute: str) -> None:
        trap = "The minister said that readers must be told otherwise."
        page = f"<article><p>{P}</p><p {attribute}>{trap}</p><p>{P[:80]}</p></article>"
        found = ingest(page, kind="html")
        assert trap not in found.document.text
        assert found.account.dropped[Drop.HIDDEN] == len(trap.replace(" ", ""))

    def test_a_page_that_hides_itself_until_a_script_runs_is_read(self) -> None:
        page = (
            f'<html style="visibility:hidden"><body style="display:none"><p>{P}</p></body></html>'
        )
        assert ingest(page).document.text == P.strip()


class TestShortArticles:
    """A flash of an agency has a sentence, and the page around it much more."""

    SAID = "SANA said on Monday that 107 people had fallen ill."

    @pytest.mark.parametrize(
        "page",
        [
            pytest.param(
                "<header><a href=/>Wire</a> <a href=/w>World</a></header><main><p>{}</p></main>"
                "<footer>© Wire 2024. All rights reserved.</footer>",
                id="header and footer",
            ),
            pytest.param(
                "<nav><a href=/>Home</a></nav><p>{}</p><button>Share</button>", id="menu and button"
            ),
            pytest.param(
                "<div class=header><a href=/>Wire</a></div><div class=content><p>{}</p></div><div "
                "class=sidebar><h3>Most read</h3><ul><li><a href=/x>Grain</a></ul></div>",
                id="divs with classes",
            ),
            pytest.param(
                "<div id=cookie-banner><p>We use cookies.</p></div><article><p>{}</p></article>"
                "<section id=comments><p>old_miller: he said so in 2019.</p></section>",
                id="cookies and comments",
            ),
        ],
    )
    def test_a_sentence_is_found_without_what_is_around_it(self, page: str) -> None:
        whole = f"<html><body>{page.format(self.SAID)}</body></html>"
        found = ingest(whole)
        assert found.document.text == self.SAID
        assert found.account.kept == len(self.SAID)

    def test_paragraphs_stay_paragraphs(self) -> None:
        page = f"<article><h1>Cases rise in Aleppo</h1><p>{self.SAID}</p><p>HTS denied it.</p>"
        text = ingest(page, kind="html").document.text
        assert text == f"Cases rise in Aleppo\n\n{self.SAID}\n\nHTS denied it."

    def test_navigation_that_is_never_closed_does_not_swallow_the_article(self) -> None:
        page = f"<nav><a href=/>Home</a><article><h1>Cases rise in Aleppo</h1><p>{P}</p></article>"
        text = ingest(page, kind="html").document.text
        assert text == f"Cases rise in Aleppo\n\n{P.strip()}"


class TestStructure:
    def test_entities_are_characters(self) -> None:
        coded = "&ldquo;5&nbsp;&lt;&nbsp;6 &amp; more&#8230;&rdquo; &#xe9;&eacute; &bogus; AT&T"
        page = f"<p>{P}{coded}</p>"
        text = ingest(page, kind="html").document.text
        assert text == f"{P}“5 < 6 & more…” éé &bogus; AT&T"

    def test_two_breaks_part_paragraphs_and_one_parts_lines(self) -> None:
        text = ingest(f"<div>{P}<br>He left.<br/> <br>She stayed.</div>", kind="html").document.text
        assert text == f"{P.strip()}\nHe left.\n\nShe stayed."

    def test_source_lines_that_are_wrapped_are_joined(self) -> None:
        page = f"<p>{P}\n   He\n\tsaid\nso.</p>"
        assert ingest(page, kind="html").document.text == f"{P}He said so."

    def test_lists_and_tables_are_lines(self) -> None:
        page = (
            f"<article><p>{P}</p><ul><li>One bus,<li>two <b>boats</b>.</ul><p>{P[:60]}.</p>"
            "<table><tr><th>Town</th><th>Dead</th></tr><tr><td>Orvana</td><td>12</td></tr></table>"
            "</article>"
        )
        text = ingest(page, kind="html").document.text
        assert "\n\nOne bus,\ntwo boats.\n\n" in text
        assert text.endswith("\n\nTown | Dead\nOrvana | 12")

    def test_a_headline_outside_the_article_is_put_in_front(self) -> None:
        page = (
            "<html><head><title>Bridge blown up at Orvana | Wire</title></head><body>"
            f"<div class=top><h1>Bridge blown up at Orvana</h1></div><main><article><p>{P}</p>"
            f"<p>{P}{P}</p></article></main></body></html>"
        )
        found = ingest(page)
        assert found.document.text.startswith("Bridge blown up at Orvana\n\nThe defence")
        assert found.document.text.count("blown up at Orvana\n") == 1
        assert found.document.title == "Bridge blown up at Orvana"

    def test_the_name_of_a_site_is_no_headline(self) -> None:
        page = (
            "<html><head><title>Blast kills twelve | The Orvana Evening Wire</title>"
            '<meta property="og:site_name" content="The Orvana Evening Wire"></head>'
            f"<h1>The Orvana Evening Wire</h1><article><h2>Blast</h2><p>{P}</p></article></html>"
        )
        found = ingest(page)
        assert not found.document.text.startswith("The Orvana")
        assert found.document.title == "Blast kills twelve | The Orvana Evening Wire"

    def test_an_article_that_only_a_script_holds_is_told(self) -> None:
        page = (
            '<html><script type="application/ld+json">{"@type": "NewsArticle", "articleBody": '
            f'"{P}{P}{P}"}}</script><body><div id="root"></div></body></html>'
        )
        found = ingest(page)
        assert found.document.text.startswith(P)
        assert found.account.kept < found.account.added
        assert "do not stand in what the page shows" in found.warnings[0]
