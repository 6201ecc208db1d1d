"""Numbers as newspapers print them, digits and words, turned into values.

Everything here reads at one place of a lower-cased text and says where it stopped. Every look is
bounded, so a reader that goes on from there reads a text in linear time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

#: White space inside a phrase: a few blanks, and at most one line break.
GAP = r"(?:[ \t\u00a0\u202f]{1,4}\n?|\n)[ \t\u00a0\u202f]{0,4}"

SMALL = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen".split()
    )
}
TENS = {
    word: 10 * value
    for value, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
    )
}
SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "lakh": 1e5,
    "million": 1e6,
    "crore": 1e7,
    "billion": 1e9,
    "trillion": 1e12,
    "dozen": 12.0,
}
_SCALE_VALUES = frozenset(SCALES.values())
#: Scales that stand directly behind digits.
SHORT_SCALES = {
    "k": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "mln": 1e6,
    "b": 1e9,
    "bn": 1e9,
    "bln": 1e9,
    "tn": 1e12,
    "trn": 1e12,
}
#: A number with more digits than this is a code, not a count.
LONGEST = 15
#: Words of one number: "nine hundred and ninety-nine million nine hundred …" stays below.
MOST_WORDS = 16

_DIGITS = re.compile(
    r"(?P<whole>\d{1,3}(?:,\d{3}){1,4}(?!\d)|\d{1,3}(?:[\u00a0\u202f]\d{3}){1,4}(?!\d)"
    r"|\d{1,3}(?: \d{3}){0,3} 000(?! ?\d)|\d{1,3}(?:\.\d{3}){2,4}(?!\d)|\d+)"
    r"(?P<part>\.\d+(?!\.?\d))?(?P<vulgar>[¼½¾⅓⅔]|(?:[ -]| and )1/2(?![\d/]))?"
)
_SHORT = re.compile(r"(million|billion|trillion|thousand|mln|bln|trn|mn|bn|tn|[kmb])(?!\w)")
_WORD = re.compile(r"[a-z]+")
_NEXT = re.compile(rf"(?:{GAP}|-)([a-z]+)")
_AND_A_HALF = re.compile(rf"(?:{GAP}and{GAP}a{GAP}|-and-a-)half(?!\w)")
_QUARTERS = re.compile(
    rf"(an?|one|three)(?:{GAP}|-)quarters?(?:{GAP}of{GAP}an?{GAP}|-)(million|billion|trillion)(?!\w)"
)
_VULGAR = {"¼": 0.25, "½": 0.5, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
_SEPARATORS = str.maketrans("", "", ", .\u00a0\u202f")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number at one place of a text.

    Attributes:
        end: Offset behind it.
        value: What it says.
        digits: Its integer part as printed, "2,000"; "" where it is written in words.
        decimal: Whether it has a decimal part.
        scale: What its words or letter of scale multiply it with: a million in "5.7 million".
        letter: The letter that was taken for a scale, for those that may be a unit: "5m".
        thousands: The value where its one full stop groups thousands, as in "3.000 people"; else
            ``None``.
    """

    end: int
    value: float
    digits: str = ""
    decimal: bool = False
    scale: float = 1.0
    letter: str = ""
    thousands: float | None = None


def read_digits(text: str, start: int) -> Numeral | None:
    """The number in digits that begins at ``start``, its scale included.

    Args:
        text: Lower-cased text.
        start: Offset of its first digit.

    Returns:
        ``None`` for codes of more than fifteen digits.

    >>> read_digits("5.7  million barrels", 0).value
    5700000.0
    >>> read_digits("3.000 people", 0).value, read_digits("3.000 people", 0).thousands
    (3.0, 3000.0)
    """
    match = _DIGITS.match(text, start)
    if match is None or match.end() - start > 2 * LONGEST:
        return None
    printed = match["whole"]
    digits = printed.translate(_SEPARATORS)
    part = match["part"] or ""
    if not digits.isascii() or not part.isascii() or len(digits) + len(part) > LONGEST + 1:
        return None
    value = float(digits + part)
    if match["vulgar"]:
        value += _VULGAR.get(match["vulgar"], 0.5)
    grouped = len(part) == 4 and len(printed) <= 3 and digits[0] != "0"
    thousands = float(digits + part[1:]) if grouped else None
    decimal = bool(part or match["vulgar"])
    end = match.end()
    if half := _AND_A_HALF.match(text, end):
        value, end, decimal = value + 0.5, half.end(), True
    if letter := _SHORT.match(text, end):
        scale = SHORT_SCALES.get(letter[1]) or SCALES[letter[1]]
        return Numeral(letter.end(), value * scale, printed, decimal, scale, letter[1])
    scale = 1.0
    for _ in range(2):
        following = _NEXT.match(text, end)
        if following is None or following[1] not in SCALES:
            break
        scale, end = scale * SCALES[following[1]], following.end()
    thousands = thousands if scale == 1 else None
    return Numeral(end, value * scale, printed, decimal, scale, thousands=thousands)


def read_words(text: str, start: int) -> Numeral | None:
    """The number in words that begins at ``start``.

    Args:
        text: Lower-cased text.
        start: Offset of its first letter; "a" and "an" belong to "a hundred".

    Returns:
        ``None`` where no number stands.

    >>> read_words("two hundred and twelve people", 0).value
    212.0
    >>> read_words("a million and a half", 0).value, read_words("half a million", 0).value
    (1500000.0, 500000.0)
    """
    match = _WORD.match(text, start)
    if match is None:
        return None
    if quarters := read_quarters(text, start):
        return quarters
    count = _Count()
    end = start
    word = match[0]
    for _ in range(MOST_WORDS):
        if word in ("a", "an", "half") and end == start:
            if word == "half":
                count.current = 0.5
        elif not count.takes(word):
            break
        else:
            end = match.end()
        if end > start and (half := _AND_A_HALF.match(text, match.end())):
            count.add_half()
            end = half.end()
        following = _NEXT.match(text, max(end, match.end()))
        if following is not None and following[1] in ("and", "a") and _joins(count, following[1]):
            following = _NEXT.match(text, following.end())
            # "two hundred and thousands": only a smaller number goes on behind "and".
            if following is None or not (
                following[1] in SMALL or following[1] in TENS or following[1] in SCALES
            ):
                break
        if following is None:
            break
        match, word = following, following[1]
    if end == start:
        return None
    return Numeral(
        end,
        count.total + (count.current or 0.0),
        scale=max(count.last, 1.0) if count.last in _SCALE_VALUES else 1.0,
    )


def read_quarters(text: str, start: int) -> Numeral | None:
    """A number that is put as quarters of a larger one: "a quarter of a million".

    >>> read_quarters("three-quarters of a million", 0).value
    750000.0
    """
    match = _QUARTERS.match(text, start)
    if match is None:
        return None
    scale = SCALES[match[2]]
    return Numeral(match.end(), (3 if match[1] == "three" else 1) * scale / 4, scale=scale)


def _joins(count: _Count, word: str) -> bool:
    """Whether "and", or "a" behind "half", goes on with the number read so far."""
    return count.current == 0.5 if word == "a" else count.last >= 100


class _Count:
    """A number in words while it is read, from left to right."""

    def __init__(self) -> None:
        self.total = 0.0
        self.current: float | None = None
        self.last = 0.0  # the value of the word before, 0 at the beginning
        self.limit = 1e15  # the next scale has to be smaller

    def takes(self, word: str) -> bool:
        """Add one word to the number, or say that it does not belong to it."""
        if word in SMALL or word in TENS:
            return self._add(SMALL[word] if word in SMALL else TENS[word])
        scale = SCALES.get(word)
        if scale is None or scale >= self.limit:
            return False
        if scale == 12.0:
            if self.last >= 100:
                return False
            self.current = (1.0 if self.current is None else self.current) * 12
            self.limit = 0.0
        elif scale == 100.0:
            if self.current is not None and self.current >= 100:
                return False
            self.current = (1.0 if self.current is None else self.current) * 100
        else:
            self.total += (1.0 if self.current is None else self.current) * scale
            self.current = None
            self.limit = scale
        self.last = scale
        return True

    def _add(self, value: int) -> bool:
        fits = (
            self.limit > 0
            and (self.last == 0 or self.last >= 100 or (20 <= self.last < 100 and 0 < value < 10))
            and self.current != 0.5
        )
        if fits:
            self.current = (self.current or 0.0) + value
            self.last = float(value) or 1.0
        return fits

    def add_half(self) -> None:
        """Read "and a half": of the scale before it, or of one."""
        if self.last >= 1000:
            self.total += self.last / 2
        else:
            self.current = (self.current or 0.0) + 0.5
