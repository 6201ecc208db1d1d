"""Parts of a whole: "half", "two thirds", "one in five", "most of".

A share is a number from 0 to 1, and its unit is called "share".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimgraph.text.numerals import GAP, SMALL, read_digits, read_words

_PARTS = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}
_SOME_PARTS = re.compile(
    rf"(an?|[a-z]+|\d)(?:{GAP}|-)(third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(s?)"
    r"(?![\w-])"
)
_PRINTED = re.compile(rf"(\d{{1,2}})/(\d{{1,2}})(?={GAP}of(?!\w))")
_HALF = re.compile(r"half(?![\w-])")
#: "half the people", "half of them"
_WHOLE_BEHIND = re.compile(
    rf"{GAP}(?:of|the|its|his|her|their|our|all|these|those)(?!\w)|{GAP}(?:were|are)(?!\w)"
)
_OF_BEHIND = re.compile(rf"{GAP}of(?!\w)")
#: "the second half of the match", "the other half".
_NOT_BEFORE_HALF = frozenset(
    "first second other latter better back bottom top front upper lower this that which last final "
    "in and his her its eastern western northern southern".split()
)
_RATIO = re.compile(
    rf"{GAP}((?:in|out{GAP}of|of){GAP}every|in|out{GAP}of|of(?={GAP}(?:10|100|ten){GAP})){GAP}(?=[\da-z])"
)
_MOST = re.compile(
    rf"(?:(most){GAP}of{GAP}(?:the|them|those|these|its|their|his|her|our)|(majority){GAP}of)(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole at one place of a text.

    Attributes:
        end: Offset behind it.
        value: From 0 to 1.
        sure: Whether the words alone say that it is one; "a third" needs "of" or a comparator.
    """

    end: int
    value: float
    sure: bool = True


def read_fraction(text: str, start: int, before: str) -> Share | None:
    """The fraction that begins at ``start`` of a lower-cased text.

    Args:
        text: Lower-cased text.
        start: Offset of its first character.
        before: The word before it: "the second half" is no share.

    >>> read_fraction("two thirds of voters", 0, "").value
    0.6666666666666666
    >>> read_fraction("half the town", 0, "").sure, read_fraction("half-hearted", 0, "")
    (True, None)
    """
    if match := _HALF.match(text, start):
        if before in _NOT_BEFORE_HALF and not (
            before == "and" and _WHOLE_BEHIND.match(text, match.end())
        ):
            return None
        return Share(match.end(), 0.5, sure=_WHOLE_BEHIND.match(text, match.end()) is not None)
    if match := _PRINTED.match(text, start):
        upper, lower = int(match[1]), int(match[2])
        return Share(match.end(), upper / lower) if 0 < upper < lower else None
    match = _SOME_PARTS.match(text, start)
    if match is None:
        return None
    lower = _PARTS[match[2]]
    upper = 1 if match[1] in ("a", "an") else SMALL.get(match[1], 0)
    if match[1].isascii() and match[1].isdigit():
        upper = int(match[1])
    if not 0 < upper < lower or (upper > 1) != bool(match[3]):
        return None
    sure = upper > 1 or match[1] == "one" or _OF_BEHIND.match(text, match.end()) is not None
    return Share(match.end(), upper / lower, sure)


def read_ratio(text: str, end: int, value: float) -> Share | None:
    """The rest of "one in five", "nine out of ten", behind its first number.

    Args:
        text: Lower-cased text.
        end: Offset behind the first number.
        value: The first number.

    >>> read_ratio("one in five people", 3, 1.0)
    Share(end=11, value=0.2, sure=True)
    >>> read_ratio("killed five in 2016", 11, 5.0) is None
    True
    """
    match = _RATIO.match(text, end)
    if match is None:
        return None
    start = match.end()
    whole = read_digits(text, start) if text[start].isdigit() else read_words(text, start)
    if whole is None or whole.decimal or text[whole.end : whole.end + 1].isalnum():
        return None
    if not 0 < value < whole.value:
        return None
    if match[1] == "in" and (
        value > 9 or whole.value not in (3, 4, 5, 6, 7, 8, 9, 10, 20, 100, 1000)
    ):
        return None
    return Share(whole.end, value / whole.value)


def read_most(text: str, start: int) -> int | None:
    """Where "most" or "majority" ends that begins at ``start``; ``None`` if it is no share.

    >>> read_most("most of the dead", 0), read_most("most of all", 0)
    (4, None)
    """
    match = _MOST.match(text, start)
    return match.end(match.lastindex or 0) if match else None
