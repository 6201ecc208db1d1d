"""What is known of an article besides its text, and who says so."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace

from claimgraph.ingest.dates import has_time_without_zone
from claimgraph.ingest.dates import published as read_published
from claimgraph.model import Interval

_ADDRESS = re.compile(r"https?://[^\s<>\"]{1,2000}", re.IGNORECASE)
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z0-9]{2,8}))*")
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u00ad\u200b\ufeff\ud800-\udfff]")

#: What people call each field, in the order in which they are believed.
_NAMES = {
    "title": ("title", "headline"),
    "url": ("url", "canonical", "canonical_url", "link", "source_url"),
    "publisher": ("publisher", "site", "site_name", "outlet"),
    "published": ("published", "date", "publish_date", "pubdate", "published_at"),
    "language": ("language", "lang"),
}


@dataclass(frozen=True)
class About:
    """Title, address, publisher, date and language of an article; what is not known is empty."""

    title: str = ""
    url: str = ""
    publisher: str = ""
    published: Interval | None = None
    language: str = ""

    def filled_from(self, other: "About") -> "About":
        """The same, with what ``other`` says where this says nothing.

        >>> page = About(title="Blast kills 12")
        >>> page.filled_from(About(title="Untitled", publisher="Example Wire"))
        About(title='Blast kills 12', url='', publisher='Example Wire', published=None, language='')
        """
        empty = [each.name for each in fields(self) if not getattr(self, each.name)]
        return replace(self, **{name: getattr(other, name) for name in empty})

    def differences(self, other: "About") -> list[str]:
        """What both say, and say differently, in words: ``other`` is a person's."""
        told = []
        for each in fields(self):
            own, given = getattr(self, each.name), getattr(other, each.name)
            if own and given and own != given:
                told.append(
                    f"{each.name}: it says {str(own)!r} itself, so {str(given)!r} is unused"
                )
        return told


def called(values: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """The fields of an article among values of any names, the best first; only texts count.

    >>> list(called({"date": "2018-11-25", "headline": "Blast kills 12", "lang": 7}))
    [('title', 'Blast kills 12'), ('published', '2018-11-25')]
    """
    for field, names in _NAMES.items():
        for name in names:
            value = values.get(name)
            if isinstance(value, str):
                yield field, value


def known_of(values: Mapping[str, object]) -> dict[str, str | Interval]:
    """What others' names for its fields say of an article, where its own names say nothing.

    >>> known_of({"date": "27 July 2016", "outlet": "Example Wire", "publisher": "Wire"}).keys()
    dict_keys(['published'])
    >>> known_of({"date": "soon"})
    {}
    """
    more = [(field, text) for field, text in called(values) if values.get(field) in (None, "")]
    found = about_from(more, lambda _: None)
    return {each.name: known for each in fields(found) if (known := getattr(found, each.name))}


def about_from(candidates: Iterable[tuple[str, str]], warn: Callable[[str], None]) -> About:
    """What texts say of an article: for every field, the first that says something usable.

    Args:
        candidates: Pairs of a field's name and a text, the best first.
        warn: Gets a sentence where a text cannot be used.

    >>> about_from([("language", "en_GB"), ("published", "soon"), ("title", "A  b")], print)
    published: 'soon' is no date that can be read
    About(title='A b', url='', publisher='', published=None, language='en-GB')
    """
    found: dict[str, str | Interval] = {}
    unusable: dict[str, str] = {}
    for name, text in candidates:
        text = " ".join(_UNSEEN.sub(" ", text).split())
        if not text or name in found:
            continue
        value = _READ[name](text)
        if value:
            found[name] = value
            if name == "published" and has_time_without_zone(text):
                warn(f"published: {text!r} names no time zone; only its day is kept")
        else:
            unusable.setdefault(name, text)
    for name, text in unusable.items():
        if name not in found:
            warn(f"{name}: {text[:60]!r} is no {_WANTED[name]} that can be read")
    return About(**found)  # type: ignore[arg-type]


def _line(text: str) -> str:
    return text[:1000]


def _address(text: str) -> str:
    return text if _ADDRESS.fullmatch(text) else ""


def _language(text: str) -> str:
    return text.replace("_", "-") if _LANGUAGE.fullmatch(text) and len(text) <= 35 else ""


_READ: dict[str, Callable[[str], str | Interval | None]] = {
    "title": _line,
    "url": _address,
    "publisher": _line,
    "published": read_published,
    "language": _language,
}
_WANTED = {"url": "web address", "published": "date", "language": "language tag"}
