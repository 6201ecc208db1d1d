"""Ids that come from content: the same input has the same ids on every machine, in every run."""

import re
import unicodedata
from datetime import date
from hashlib import sha256

#: Hexadecimal digits of an id. 80 bits: two of 10^9 collide once in a million.
DIGITS = 20

#: How many of them a day takes: 9999-12-31 is 37b9db.
_DAY = 6

_OURS = re.compile(rf"[a-z]{{3}}_([0-9a-f]{{{DIGITS}}})")


def content_id(prefix: str, *parts: object, within: str | None = None) -> str:
    """An id that depends on nothing but ``parts`` and ``within``.

    Every part is written with its length before it, so that ``("ab", "c")`` and ``("a", "bc")``
    differ. ``None`` differs from the empty string.

    Args:
        prefix: What kind of record this is, three letters.
        parts: Strings, numbers or ``None``, in a fixed order.
        within: The id of the record that holds this one. The first half of the digits is taken
            from it: the records of one document stand side by side in every index of a store, and
            a reader sees that they belong together.

    Returns:
        The prefix, an underscore and 20 hexadecimal digits.

    >>> content_id("src", "SOHR")
    'src_36f6837401529e0dc6cb'
    >>> content_id("src", "SOHR") == content_id("src", "SOHR", None)
    False
    >>> content_id("att", "0-4", within="doc_36f6837401529e0dc6cb")[:14]
    'att_36f6837401'
    """
    digest = _digits(*parts) if within is None else _digits(within, *parts)
    if within is None:
        return f"{prefix}_{digest}"
    ours = _OURS.fullmatch(within)
    family = ours.group(1) if ours else _digits(within)
    return f"{prefix}_{family[: DIGITS // 2]}{digest[: DIGITS // 2]}"


def dated_id(prefix: str, day: date | None, *parts: object) -> str:
    """An id that begins with a day, so that ids sort by it.

    What comes in day by day goes to the end of every index of a store, which stays as fast as it
    was when it was small; ids without order would go everywhere.

    Args:
        prefix: What kind of record this is, three letters.
        day: Its day in UTC, or the moment of it; ``None`` sorts before all days.
        parts: What else the id depends on: strings, numbers or ``None``, in a fixed order.

    Returns:
        The prefix, an underscore, the number of the day since the year 1 in 6 hexadecimal digits,
        and 14 digits of the parts.

    >>> dated_id("doc", date(2018, 11, 24), "SANA reported 107 cases.")
    'doc_0b3efe37f698416a02de'
    """
    number = 0 if day is None else day.toordinal()
    return f"{prefix}_{number:0{_DAY}x}{_digits(*parts)[: DIGITS - _DAY]}"


def _digits(*parts: object) -> str:
    texts = ["-" if part is None else f"{len(text := str(part))}:{text}" for part in parts]
    return sha256("|".join(texts).encode("utf-8")).hexdigest()[:DIGITS]


def text_digest(text: str) -> str:
    """The SHA-256 of a text in UTF-8, as 64 hexadecimal digits.

    >>> text_digest("HTS did not issue a statement.")[:16]
    'b0d28182dc581886'
    """
    return sha256(text.encode("utf-8")).hexdigest()


def folded(text: str) -> str:
    """A text without case and accents.

    >>> folded("Ibrāhīm"), folded("Straße")
    ('ibrahim', 'strasse')
    """
    if text.isascii():  # as most text is, and there is nothing to look for in it
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign)).casefold()


_APOSTROPHES = str.maketrans("", "", ".'’ʼ`´")
_NOT_A_WORD = re.compile(r"[\W_]+")
_ARTICLE = re.compile(r"(?:the|a|an) (?=.)")


def name_key(name: str) -> str:
    """A name without what does not tell names apart: case, accents, punctuation, a leading article.

    >>> name_key("The U.S. State Department"), name_key("Ibrāhīm  al-Jafari")
    ('us state department', 'ibrahim al jafari')
    >>> name_key("the A")
    'a'
    """
    words = _NOT_A_WORD.sub(" ", folded(name.translate(_APOSTROPHES))).strip()
    return _ARTICLE.sub("", words, count=1) if _ARTICLE.match(words) else words
