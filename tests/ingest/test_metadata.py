"""What a page says of its article, and which of two statements is believed."""

import pytest

from claimgraph.ingest.about import About, about_from
from claimgraph.ingest.dates import published
from claimgraph.ingest.metadata import candidates
from claimgraph.ingest.scanning import scan


def about(page: str) -> tuple[About, list[str]]:
    warnings: list[str] = []
    return about_from(candidates(page, scan(page), warnings.append), warnings.append), warnings


def ld(*objects: str) -> str:
    return "".join(f'<script type="application/ld+json">{each}</script>' for each in objects)


@pytest.mark.parametrize(
    ("page", "day"),
    [
        pytest.param(
            ld('{"@type": "NewsArticle", "datePublished": "2024-03-09T23:30:00-05:00"}')
            + '<meta property="article:published_time" content="2020-01-01">',
            "2024-03-10 04:30:00",
            id="JSON-LD first, with its zone",
        ),
        pytest.param(
            '<meta property="article:published_time" content="2024-03-09T08:00Z">'
            '<meta name="date" content="2020-01-01">',
            "2024-03-09 08:00:00",
            id="then Open Graph",
        ),
        pytest.param(
            '<meta itemprop="datePublished" content="2024-03-09">', "2024-03-09", id="microdata"
        ),
        pytest.param(
            '<span itemprop="datePublished" content="2024-03-09">Saturday</span>',
            "2024-03-09",
            id="microdata in the text",
        ),
        pytest.param('<meta name="DC.date.issued" content="2024-03">', "2024-03", id="Dublin Core"),
        pytest.param(
            '<article><time datetime="2024-03-09">Saturday</time></article>',
            "2024-03-09",
            id="time",
        ),
        pytest.param(
            "<article><time>9 March 2024</time></article>", "2024-03-09", id="time in words"
        ),
        pytest.param(
            '<aside><time datetime="2020-01-01"></time></aside><article>'
            '<time datetime="2024-03-09"></time><time datetime="2024-03-10"></time></article>',
            "2024-03-09",
            id="the first time of the article, not of what stands beside it",
        ),
        pytest.param(
            '<time datetime="2020-01-01"></time><time datetime="2024-03-09"></time>',
            None,
            id="times that may be anybody's",
        ),
        pytest.param(
            '<div class="comments"><time datetime="2020-01-01"></time></div>',
            None,
            id="a comment's",
        ),
        pytest.param("<p>On 9 March 2024 the bridge fell.</p>", None, id="a date in the text"),
    ],
)
def test_when_it_came_out(page: str, day: str | None) -> None:
    found, _ = about(page)
    assert (str(found.published) if found.published else None) == day


@pytest.mark.parametrize(
    ("page", "publisher"),
    [
        pytest.param(
            ld('{"@type": "NewsArticle", "publisher": {"name": "A Wire"}}'), "A Wire", id="object"
        ),
        pytest.param(ld('{"@type": "Article", "publisher": "A Wire"}'), "A Wire", id="text"),
        pytest.param(
            ld('{"@type": ["Article"], "publisher": [{"name": "A Wire"}, {"name": "B"}]}'),
            "A Wire",
            id="the first of several",
        ),
        pytest.param(
            ld(
                '[{"@id": "#o", "name": "A Wire"}, {"@type": "Report", "publisher": {"@id": "#o"}}]'
            ),
            "A Wire",
            id="by reference",
        ),
        pytest.param(
            ld('{"@type": "NewsArticle", "publisher": {"@id": "#gone"}}')
            + '<meta property="og:site_name" content="B Wire">',
            "B Wire",
            id="a reference to nothing",
        ),
        pytest.param(
            ld('{"@type": "WebSite", "publisher": {"name": "A"}}')
            + '<meta name="application-name" content="B Wire">',
            "B Wire",
            id="the publisher of something else",
        ),
        pytest.param(
            ld('<!-- {"@type": "NewsArticle", "publisher": {"name": "A &amp; B"}} -->'),
            "A & B",
            id="in a comment, with entities",
        ),
        pytest.param(ld('{"@type": "NewsArticle", "publisher": 7}'), "", id="a number"),
    ],
)
def test_who_published_it(page: str, publisher: str) -> None:
    assert about(page)[0].publisher == publisher


@pytest.mark.parametrize(
    "broken",
    ["{", "", "[" * 100_000, '{"a": NaN', '"\\ud800"', "{'a': 1}", '{"@type": {"@type": []}}', "7"],
)
def test_broken_json_ld_stops_nothing(broken: str) -> None:
    page = ld(broken) + '<meta property="og:site_name" content="A Wire"><title>Blast</title>'
    found, _ = about(page)
    assert (found.publisher, found.title) == ("A Wire", "Blast")


@pytest.mark.parametrize(
    ("page", "url"),
    [
        pytest.param('<link rel="canonical" href="https://a.example/1">'
                     '<meta property="og:url" content="https://a.example/2">',
                     "https://a.example/1", id="canonical first"),
        pytest.param('<link rel="canonical" href="/1">'
                     '<meta property="og:url" content="https://a.example/2">',
                     "https://a.example/2", id="a relative one is none"),
        pytest.param('<link rel="canonical" href="javascript:x()">', "", id="a script is none"),
        pytest.param(ld('{"@type":"NewsArticle","mainEntityOfPage":{"@id":"https://a.example/3"}}'),
                     "https://a.example/3", id="JSON-LD"),
    ],
)  # fmt: skip
def test_where_it_was_published(page: str, url: str) -> None:
    assert about(page)[0].url == url


@pytest.mark.parametrize(
    ("page", "language"),
    [
        pytest.param('<html lang="en-GB">', "en-GB", id="the page's"),
        pytest.param('<html lang="en_GB">', "en-GB", id="with an underline"),
        pytest.param('<html lang="{{lang}}"><meta property="og:locale" content="de_AT">', "de-AT",
                     id="a template that was not filled"),
        pytest.param('<p lang="fr">Oui</p>', "", id="that of a word is not the page's"),
    ],
)  # fmt: skip
def test_what_it_is_written_in(page: str, language: str) -> None:
    assert about(page)[0].language == language


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("2024-03-09", "2024-03-09"),
        ("2024-03", "2024-03"),
        ("2024", "2024"),
        ("20240309", "2024-03-09"),
        ("2024-03-09T07:15:00+02:00", "2024-03-09 05:15:00"),
        ("2024-03-09T07:15:00+0200", "2024-03-09 05:15:00"),
        ("2024-03-09 07:15:00 +02:00", "2024-03-09 05:15:00"),
        ("2024-03-09T05:15:00.000Z", "2024-03-09 05:15:00"),
        ("2024-03-09 05:15 UTC", "2024-03-09 05:15:00"),
        ("2024-03-09T07:15", "2024-03-09"),
        ("Sat, 09 Mar 2024 07:15:00 +0200", "2024-03-09 05:15:00"),
        ("Sat, 09 Mar 2024 05:15:00 GMT", "2024-03-09 05:15:00"),
        ("Sat, 09 Mar 2024 05:15:00 XYZ", "2024-03-09"),
        ("9 March 2024", "2024-03-09"),
        ("Saturday 9th March 2024", "2024-03-09"),
        ("March 9, 2024", "2024-03-09"),
        ("Sept. 9, 2024", "2024-09-09"),
        ("09/03/2024", None),
        ("31 February 2024", None),
        ("2024-13-01", None),
        ("2024-02-30T00:00:00Z", None),
        ("yesterday", None),
        ("12345678", None),
        ("9 Floréal 2024", None),
        ("9999-12-31T23:59:59Z", None),
        ("x" * 100_000, None),
        ("", None),
    ],
)
def test_dates_are_read_or_left(text: str, read: str | None) -> None:
    found = published(text)
    assert (str(found) if found else None) == read
