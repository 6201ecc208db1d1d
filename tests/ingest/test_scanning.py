"""The pieces of a page cover it, whatever it looks like."""

import pytest
from hypothesis import given

from claimgraph.ingest import Drop
from claimgraph.ingest.scanning import scan
from tests.ingest.markup import pages


def texts(page: str) -> list[str]:
    return [page[piece.start : piece.end] for piece in scan(page).pieces if piece.is_text]


@pytest.mark.parametrize(
    ("page", "words"),
    [
        pytest.param("<p>a</p>b", ["a", "b"], id="tags"),
        pytest.param("a < b <3 c", ["a < b <3 c"], id="signs that open nothing"),
        pytest.param("a</>b</ x>c", ["a", "b", "c"], id="end tags of nothing"),
        pytest.param("a<!-- <p>x</p> -->b<!>c<?x y?>d", ["a", "b", "c", "d"], id="comments"),
        pytest.param("a<!-->b<!--->c", ["a", "b", "c"], id="comments that end at once"),
        pytest.param("a<![CDATA[b]]>c", ["a", "c"], id="CDATA is a comment in HTML"),
        pytest.param("<a title='>' x=\">\">b</a>", ["b"], id="signs in attributes"),
        pytest.param("<a href=x/y>b</a>", ["b"], id="bare values"),
        pytest.param("<script>a</p>if (a<b)</script>c", ["c"], id="scripts"),
        pytest.param("<STYLE>a</style >b", ["b"], id="capitals"),
        pytest.param("<textarea><p>a</textarea>b", ["b"], id="characters up to the end tag"),
        pytest.param("<a href='x>y</a>", [], id="a quotation mark that never closes"),
        pytest.param("<p", [], id="a tag that never closes"),
    ],
)
def test_words_are_what_a_browser_shows(page: str, words: list[str]) -> None:
    assert texts(page) == words


def test_the_first_attribute_of_a_name_counts_and_entities_are_characters() -> None:
    tag = scan("<P Class=a CLASS=b title='x &amp; y' hidden>").elements[0].tag
    assert tag.name == "p"
    assert (tag.get("class"), tag.get("title"), tag.get("hidden")) == ("a", "x & y", "")


@pytest.mark.parametrize(
    ("page", "region"),
    [
        ("<nav>x", Drop.NAVIGATION),
        ("<div role=navigation>x", Drop.NAVIGATION),
        ("<div class='post-comments'>x", Drop.COMMENTS),
        ("<div id=cookieConsent class='cookie-bar'>x", Drop.NOTICES),
        ("<div class='related-links'>x", Drop.ASIDES),
        ("<p style='display : none'>x", Drop.HIDDEN),
        ("<figcaption>x", Drop.CAPTIONS),
        ("<div class='headline commentary'>x", None),
        ("<body class='with-sidebar'>x", None),
        ("<article class='promo'>x", None),
    ],
)
def test_regions_have_names(page: str, region: Drop | None) -> None:
    holder = scan(page).pieces[-1].holder
    assert holder is not None
    assert holder.region is region


def test_elements_that_were_never_closed_are_told_where_that_is_wrong() -> None:
    assert scan("<html><body><ul><li>a<li>b</ul><p>c").unclosed == ""
    assert scan("<html><body><article><p>c").unclosed == "article"
    assert scan("<html><body><article><p>c</body></html>").unclosed == ""


@given(pages)
def test_the_pieces_cover_the_page(page: str) -> None:
    at = 0
    for piece in scan(page).pieces:
        assert piece.start == at < piece.end
        at = piece.end
    assert at == len(page)
