"""Amounts: a number with its sign of a currency, or two numbers that make a range."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimgraph.text import passing
from claimgraph.text.comparators import RANGES, Bound
from claimgraph.text.found import Page
from claimgraph.text.numerals import GAP, Numeral, read_digits, read_words
from claimgraph.text.units import PREFIX, Unit, money_of, read_attached, read_unit

_PREFIX = re.compile(PREFIX)
_CODE = re.compile(r"[\w.,:/-]*")
#: "4:00", "9/11", "2016's", "1,2", "1.2.3"
_GOES_ON = re.compile(r"[:/,'’](?=\w)(?!_)|\.[0-9]")
_CONNECTION = re.compile(rf"-?{GAP}(?P<word>to|and|or){GAP}|(?:{GAP})?[-–—](?:{GAP})?")
_GOES_ON_WITH_HYPHEN = re.compile(r"[-–][0-9]")
#: "rose from 40 to 50", "fell 12p to 345p": two numbers, and no range.
_TO_A_LEVEL = frozenset(
    "added climbed declined down dropped edged fell from gained jumped lost rose sank slid slipped "
    "soared surged tumbled up".split()
)
_GAP = re.compile(GAP)
_OLD = re.compile(r"-olds?(?!\w)")
_SCORES = frozenset(
    "ballot beat beating beats defeat defeated defeats drew lead led lose losing loss lost score "
    "scored scoring tie tied vote voted votes voting win winning won".split()
)


@dataclass(slots=True)
class Amount:
    """A number, or two that make a range, before anything is known of what it counts."""

    number: Numeral
    end: int
    value: float
    upper: float | None = None
    money: str = ""
    unit: Unit | None = None
    glued: bool = False  # a range that may be a score, if nothing is counted
    later: int | None = None  # where the second number of "from 40 to 50" ends


def read_amount(text: str, start: int) -> Amount | None:
    """The number at ``start``, with the sign of a currency before it and the letters behind it.

    Returns:
        ``None`` where no number stands, or one that is part of a code, a clock time or an ordinal.

    >>> read_amount("us$5m", 0).money, read_amount("30km", 0).unit.name, read_amount("4:30", 0)
    ('US dollars', 'km', None)
    """
    sign = _PREFIX.match(text, start)
    first = sign.end() if sign else start
    number = read_digits(text, first) or read_words(text, first)
    if number is None:
        return None
    amount = Amount(number, number.end, number.value, money=money_of(sign[0]) if sign else "")
    follows = text[number.end : number.end + 2]
    if follows[:1].isalnum() or follows[:1] == "_":
        amount.unit = read_attached(text, number.end)
        if amount.unit is None:
            return None
        amount.end = amount.unit.end
    elif _GOES_ON.match(text, number.end):
        return None
    return amount


def code_end(text: str, start: int) -> int:
    """Where a code, a clock time or an ordinal ends, so that it is looked at once only.

    >>> code_end("555-0199 or later", 0)
    8
    """
    match = _CODE.match(text, start)
    return max(match.end() if match else start, start + 1)


def extend(page: Page, amount: Amount, bound: Bound, before: list[tuple[str, int]]) -> bool:
    """Add the second number of a range; ``False`` where two numbers are a score or a code."""
    text = page.lower
    unit = amount.unit or (None if amount.money else unit_at(page, amount.end))
    match = _CONNECTION.match(text, unit.end if unit else amount.end)
    if match is None or match.end() >= len(text):
        return True
    second = read_amount(text, match.end())
    glued = match[0] in ("-", "–")
    scored = not {near for near, _ in before[:5]}.isdisjoint(_SCORES)
    if second is None:
        return not (glued and text[match.end()].isdigit())
    if unit:
        # "5 km to 10 km" is a range, "rose 4% to $1.08" is none.
        second.unit = second.unit or unit_at(page, second.end)
        if second.money or second.unit is None or second.unit.name != unit.name:
            return True
    low, high = amount.value, second.value
    scale = second.number.scale
    if scale > 1 and amount.number.scale == 1 and low < high / scale:
        low *= scale
    word = match["word"] or "-"
    if not (low < high and _is_range(word, amount, second, bound, before)):
        if word == "to" and before and before[0][0] == "from":
            amount.later = second.end
        return not glued or unit is not None
    if glued and _GOES_ON_WITH_HYPHEN.match(text, second.end):
        return False
    amount.value, amount.upper, amount.end = low, high, second.end
    amount.number, amount.unit, amount.glued = second.number, second.unit, glued or scored
    amount.money = amount.money or second.money
    return True


def _is_range(
    word: str, first: Amount, second: Amount, bound: Bound, before: list[tuple[str, int]]
) -> bool:
    """Whether two rising numbers are the ends of a range, by the word between them."""
    if bool(first.number.digits) != bool(second.number.digits):
        return False
    if bound.phrase in RANGES:
        return word in ("and", "to", "-")
    if word == "-":
        return not passing.may_be_year(first.number) and second.number.digits[:1] != "0"
    if first.money and not second.money and second.number.scale == 1:
        return False  # "gave $5 to 10 people"
    if word == "or":
        return second.value <= 30 and second.value - first.value <= 10 and not second.money
    return word == "to" and (not before or before[0][0] not in _TO_A_LEVEL)


def unit_at(page: Page, end: int) -> Unit | None:
    """The unit behind a number, whether or not a space or a hyphen stands between."""
    text = page.lower
    if text[end : end + 1] == "-":
        unit = read_unit(text, end + 1, page.original)
        return None if unit is None or _OLD.match(text, unit.end) else unit
    gap = _GAP.match(text, end)
    return read_unit(text, gap.end() if gap else end, page.original)
