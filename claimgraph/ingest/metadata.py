"""What a page says of its article: meta tags, JSON-LD, ``<time>``, its language and address.

Only what is stated is taken. A date that merely stands somewhere on the page is a guess, and the
guess may change from day to day; without a statement there is none.
"""

import json
from bisect import bisect_left
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from html import unescape
from itertools import islice
from typing import Any

from claimgraph.ingest.account import Drop
from claimgraph.ingest.scanning import Element, Scan

#: Names of meta tags, by name, property or itemprop, the best first.
_META = {
    "title": ("og:title", "twitter:title", "dc.title", "headline"),
    "url": ("og:url",),
    "publisher": ("og:site_name", "publisher", "dc.publisher", "application-name"),
    "published": (
        "article:published_time", "og:published_time", "datepublished", "dc.date.issued",
        "dcterms.issued", "dc.date", "dcterms.date", "parsely-pub-date", "sailthru.date",
        "pubdate", "publishdate", "publish-date", "citation_publication_date", "date",
    ),
    "language": ("og:locale", "content-language", "language", "dc.language"),
}  # fmt: skip

#: Objects of JSON-LD that are looked at, to any depth.
_MOST_OBJECTS = 10_000
#: Characters of a headline, and stretches of words in it; an element with more is none.
_LONGEST_HEADLINE, _MOST_PIECES = 300, 100
#: Elements of a kind that are looked at: the first ones of a page speak of its article.
_MOST_ELEMENTS = 100


def candidates(page: str, found: Scan, warn: Callable[[str], None]) -> Iterator[tuple[str, str]]:
    """Fields of an article with what the page says of them, the best first.

    Args:
        page: The page.
        found: Its pieces.
        warn: Gets a sentence where something cannot be read.

    >>> from claimgraph.ingest.scanning import scan
    >>> page = '<html lang=en><meta property="og:site_name" content="Example Wire">'
    >>> list(candidates(page, scan(page), print))
    [('language', 'en'), ('publisher', 'Example Wire')]
    """
    yield from _of_links(found)
    yield from _of_json(page, found, warn)
    meta = _meta(found)
    for field, names in _META.items():
        for name in names:
            if name in meta:
                yield field, meta[name]
    yield from _of_times(page, found)
    for element in _named(found, "title"):
        if not any(each.tag.name == "svg" for each in element.ancestors()):
            yield "title", words_of(page, found, element)


def headline(page: str, found: Scan, stated: Iterable[tuple[str, str]]) -> str:
    """The main heading of a page, where it is surely that of the article.

    Args:
        page: The page.
        found: Its pieces.
        stated: What the page says of the article.

    Returns:
        The words of a first-level heading that the page also gives as its title; where it gives
        none, of its only such heading; else "".

    >>> from claimgraph.ingest.scanning import scan
    >>> page = "<title>Blast kills 12 in Orvana | Wire</title><h1>Blast kills 12 in Orvana</h1>"
    >>> headline(page, scan(page), [("title", "Blast kills 12 in Orvana | Wire")])
    'Blast kills 12 in Orvana'
    """
    titles = [value.casefold() for field, value in stated if field == "title"]
    names = [value.casefold() for field, value in stated if field == "publisher"]
    headings = [
        words_of(page, found, element)
        for element in _named(found, "h1")
        if element.region is not Drop.HIDDEN
    ]
    # A heading that is never closed holds the article.
    headings = [words for words in headings if 0 < len(words) <= _LONGEST_HEADLINE]
    if not titles:
        return headings[0] if len(headings) == 1 else ""
    for words in headings:
        is_name = words.casefold() in names or len(words.split()) < 3
        if not is_name and any(" ".join(words.casefold().split()) in title for title in titles):
            return words
    return ""


def words_of(page: str, found: Scan, element: Element) -> str:
    """The words in an element, on one line.

    >>> from claimgraph.ingest.scanning import scan
    >>> page = "<h1>Blast <em>kills</em> 12 &amp; more</h1>"
    >>> words_of(page, scan(page), scan(page).elements[0])
    'Blast kills 12 & more'

    Of an element that is too long for a headline, only the first words.
    """
    if element.tag.name == "title":
        return " ".join(unescape(page[element.start : element.end]).split())
    first = bisect_left(found.pieces, element.start, key=lambda piece: piece.start)
    words = [
        unescape(page[piece.start : min(piece.end, piece.start + 10 * _LONGEST_HEADLINE)])
        for piece in found.pieces[first : first + _MOST_PIECES]
        if piece.is_text and piece.start < element.end
    ]
    return " ".join("".join(words).split())


def _named(found: Scan, name: str) -> Iterator[Element]:
    """The first elements of a name."""
    return islice((each for each in found.elements if each.tag.name == name), _MOST_ELEMENTS)


def _of_links(found: Scan) -> Iterator[tuple[str, str]]:
    for element in found.elements:
        if element.tag.name == "html" and element.tag.get("lang"):
            yield "language", element.tag.get("lang")
        elif element.tag.name == "link" and "canonical" in element.tag.get("rel").lower().split():
            yield "url", element.tag.get("href")


def _meta(found: Scan) -> dict[str, str]:
    """The first content of every meta tag, by its name in lower case."""
    meta: dict[str, str] = {}
    for element in found.elements:
        tag = element.tag
        if tag.name != "meta" and "itemprop" not in tag.attributes:
            continue
        content = tag.get("content") or tag.get("datetime")
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            if content and tag.get(attribute):
                meta.setdefault(tag.get(attribute).lower(), content)
    return meta


def _of_times(page: str, found: Scan) -> Iterator[tuple[str, str]]:
    """What the ``<time>`` of the article says; that of comments and other articles says nothing."""
    of_articles, others = [], []
    for element in _named(found, "time"):
        written = element.tag.get("datetime") or words_of(page, found, element)
        holders = list(element.ancestors())
        if any(each.region in (Drop.COMMENTS, Drop.ASIDES, Drop.HIDDEN) for each in holders):
            continue
        if "pubdate" in element.tag.attributes:
            yield "published", written
        if any(each.tag.name in ("article", "main") for each in holders):
            of_articles.append(written)
        else:
            others.append(written)
    if of_articles:
        yield "published", of_articles[0]
    elif len(set(others)) == 1:
        yield "published", others[0]


def _of_json(page: str, found: Scan, warn: Callable[[str], None]) -> Iterator[tuple[str, str]]:
    """What the first article in the page's JSON-LD says."""
    objects: list[dict[str, Any]] = []
    for element in _named(found, "script"):
        if "ld+json" in element.tag.get("type").lower():
            try:
                value = json.loads(_bare(page[element.start : element.end]), strict=False)
            except (ValueError, RecursionError):
                warn("a block of JSON-LD is broken: what it says of the article is left out")
                continue
            objects.extend(_objects(value))
    named = {str(each["@id"]): each for each in objects if "@id" in each and len(each) > 1}
    article = next((each for each in objects if _is_article(each)), None)
    if article is None:
        return
    values = {
        "title": article.get("headline") or article.get("name"),
        "url": article.get("url") or article.get("mainEntityOfPage"),
        "publisher": article.get("publisher"),
        "published": article.get("datePublished"),
        "language": article.get("inLanguage"),
    }
    for field, value in values.items():
        first = value[0] if isinstance(value, list) and value else value
        if isinstance(first, dict):
            if field == "publisher":
                first = named.get(str(first.get("@id")), first).get("name") or first.get("name")
            else:
                first = first.get("@id") or first.get("name")
        if isinstance(first, str) and first.strip():
            yield field, unescape(first)


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    """All objects in a JSON value, the outer ones first."""
    waiting = deque([value])
    for _ in range(_MOST_OBJECTS):
        if not waiting:
            return
        current = waiting.popleft()
        if isinstance(current, dict):
            yield current
            waiting.extend(each for each in current.values() if isinstance(each, dict | list))
        elif isinstance(current, list):
            waiting.extend(each for each in current if isinstance(each, dict | list))


def _is_article(fields: dict[str, Any]) -> bool:
    types = fields.get("@type")
    named = types if isinstance(types, list) else [types]
    endings = ("Article", "Posting", "Report")
    return any(isinstance(name, str) and name.endswith(endings) for name in named)


def _bare(script: str) -> str:
    """JSON without the comment or CDATA section that some pages put around it."""
    script = script.strip()
    for opening, closing in (("<!--", "-->"), ("//<![CDATA[", "//]]>"), ("<![CDATA[", "]]>")):
        if script.startswith(opening):
            script = script.removeprefix(opening).strip().removesuffix(closing)
    return script
