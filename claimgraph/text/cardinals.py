"""Quantities around a number: what is before it, what is behind it, and whether it counts."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from claimgraph.text import passing
from claimgraph.text.comparators import Bound, bound_before, bound_behind, is_topic, words_before
from claimgraph.text.counted import (
    HYPHENED,
    KILLING,
    fate_around,
    plural_of,
    read_counted,
    read_one,
    read_partitive,
)
from claimgraph.text.found import FoundQuantity, Page
from claimgraph.text.numerals import GAP, Numeral, read_digits, read_words
from claimgraph.text.shares import read_ratio
from claimgraph.text.units import (
    PREFIX,
    Unit,
    UnitKind,
    money_of,
    read_attached,
    read_rate,
    read_unit,
)
from claimgraph.vocabulary import Comparator

_PREFIX = re.compile(PREFIX)
_CODE = re.compile(r"[\w.,:/-]*")
_CONNECTION = re.compile(rf"(?:{GAP})?([-–—])(?:{GAP})?|{GAP}(to|and|or){GAP}")
_GAP = re.compile(GAP)
_MORE = re.compile(rf"{GAP}(more|others?|additional|further|extra|fewer|less)(?!\w)(?!{GAP}than(?!\w))")
_HYPHENED = re.compile(r"-([a-z]+)(?!\w)")
_STANDS = re.compile(
    rf"{GAP}(?:are|can|could|face|had|have|include|included|may|might|must|should|were|who|whose|will"
    rf"|would)(?!\w)"
)
_OLD = re.compile(r"-olds?(?!\w)")
#: Bound a number only where it is large, or a measure: "near two villages" is a place.
_ALSO_PLACES = frozenset({"over", "under", "above", "below", "beyond", "near", "within", "around"})
_LASTING = frozenset(
    "after been for in just last lasted lasting lasts spend spent take taken takes took waited "
    "waiting well".split()
)
#: A bare number behind these and "about" is a time of day, or anything else.
_MOMENTS = frozenset({"at", "by", "until", "till", "since", "before", "after"})
_SCORES = frozenset(
    "ballot beat beating beats defeat defeated defeats drew lead led lose losing loss lost score "
    "scored scoring tie tied vote voted votes voting win winning won".split()
)
_RANGES = frozenset({"between", "ranging from", "ranged from", "anywhere from", "anything from"})
_FIRM = frozenset(
    {"at least", "more than", "fewer than", "less than", "as many as", "up to", "no fewer than"}
)


@dataclass(slots=True)
class _Amount:
    """A number, or two that make a range, before anything is known of what it counts."""

    number: Numeral
    end: int
    value: float
    upper: float | None = None
    money: str = ""
    unit: Unit | None = None
    glued: bool = False  # a range with a hyphen, which may be a score
    later: int | None = None  # where the second number of "from 40 to 50" ends


@dataclass(slots=True)
class _Thing:
    """What an amount counts, and where the words for it end."""

    end: int
    name: str = ""
    kind: UnitKind | None = None
    noun: tuple[int, int] | None = None
    more: bool = False
    tied: bool = False  # by a hyphen: "two-day"
    behind: Comparator | None = None


def read_cardinal(page: Page, start: int) -> tuple[FoundQuantity | None, int]:
    """The quantity whose number, or whose sign of a currency, begins at ``start``.

    Returns:
        The quantity, or ``None`` where the number counts nothing; and where to read on.

    >>> from claimgraph.text.vague import UNBOUNDED
    >>> read_cardinal(Page.of("In all, 12 people fled", UNBOUNDED), 8)[0].text
    '12 people'
    """
    amount, stopped = _amount(page.lower, start)
    if amount is None:
        return None, stopped
    before = words_before(page.lower, start)
    if _is_passing(page, start, amount, before):
        return None, amount.end
    if ratio := _ratio(page, start, amount, before):
        return ratio, ratio.end
    bound = bound_before(before, start)
    if is_topic(bound):
        bound = Bound(start, before=before[0][0])
    if not _extend(page, amount, bound, before):
        return None, stopped
    if amount.upper is not None and _is_passing(page, start, amount, before):
        return None, amount.end
    thing = _thing(page, amount, bound)
    if thing is None:
        return None, amount.end
    if not _counts(page, start, amount, bound, before, thing):
        return None, amount.end
    found = _quantity(page, start, amount, bound, thing)
    return found, found.end


def _amount(text: str, start: int) -> tuple[_Amount | None, int]:
    """The number at ``start`` with its sign of a currency, and where to read on without it."""
    sign = _PREFIX.match(text, start)
    first = sign.end() if sign else start
    if first >= len(text):
        return None, first
    number = read_digits(text, first) if text[first].isdigit() else read_words(text, first)
    coded = _CODE.match(text, first)
    stopped = max(coded.end() if coded else first, first + 1)
    if number is None:
        return None, stopped if text[first].isdigit() else first + 1
    amount = _Amount(number, number.end, number.value, money=money_of(sign[0]) if sign else "")
    follows = text[number.end : number.end + 2]
    if follows[:1].isalnum() or follows[:1] == "_":
        amount.unit = read_attached(text, number.end)
        if amount.unit is None:
            return None, stopped
        amount.end = amount.unit.end
    elif follows[:1] in tuple(":/.,'’") and follows[1:].isalnum() and follows[0] != ".":
        return None, stopped
    elif follows[:1] == "." and follows[1:].isdigit():
        return None, stopped
    return amount, max(number.end, stopped if number.digits else number.end)


def _is_passing(
    page: Page, start: int, amount: _Amount, before: list[tuple[str, int]]
) -> bool:
    """Whether the number is a date, a time, an age, or part of a name."""
    number, text = amount.number, page.lower
    if len(number.digits) > 1 and number.digits[0] == "0" and not number.decimal:
        return True
    if amount.money or amount.unit:
        return False
    if passing.is_clock(text, amount.end) or passing.is_age(
        text, page.original, start, number, before
    ):
        return True
    if number.scale > 1:
        return False
    if passing.is_ordinal(text, amount.end) or passing.is_label(page.original, before):
        return True
    dated = number.digits and not number.decimal
    return bool(dated) and passing.is_date(text, page.original, start, amount.end, before)


def _ratio(
    page: Page, start: int, amount: _Amount, before: list[tuple[str, int]]
) -> FoundQuantity | None:
    """ "One in five", "nine out of ten"."""
    number, text = amount.number, page.lower
    if amount.money or amount.unit or number.decimal or number.scale > 1:
        return None
    ratio = read_ratio(text, number.end, number.value)
    if ratio is None or _unit_at(page, ratio.end):
        return None
    bound = bound_before(before, start)
    comparator = bound.comparator
    if comparator is Comparator.EXACT:
        comparator = Comparator.FRACTION_OF
    counted = read_counted(text, ratio.end, page.original)
    noun = (counted.start, counted.end) if counted else None
    begin = bound.start if bound.phrase else start
    return page.found(begin, ratio.end, ratio.value, comparator, "share", noun)


def _extend(page: Page, amount: _Amount, bound: Bound, before: list[tuple[str, int]]) -> bool:
    """Add the second number of a range; ``False`` where two numbers are a score or a code."""
    text = page.lower
    unit = amount.unit or (None if amount.money else _unit_at(page, amount.end))
    match = _CONNECTION.match(text, unit.end if unit else amount.end)
    if match is None or match.end() >= len(text):
        return True
    second, _ = _amount(text, match.end())
    glued = match[0] in ("-", "–")
    if second is None:
        return not (glued and text[match.end()].isdigit())
    if second.money == "" and unit:
        second.unit = second.unit or _unit_at(page, second.end)
        if second.unit is None or second.unit.name != unit.name:
            return True
    low, high = amount.value, second.value
    scale = second.number.scale
    if scale > 1 and amount.number.scale == 1 and low < high / scale:
        low *= scale
    if not _is_range(match[2] or "-", low, high, amount.number, second, bound, before):
        if match[2] == "to" and before and before[0][0] == "from":
            amount.later = second.end
        return not glued or unit is not None
    if glued and text[second.end : second.end + 1] in ("-", "–") and text[second.end + 1 :][:1].isdigit():
        return False
    amount.value, amount.upper, amount.end = low, high, second.end
    amount.number, amount.unit, amount.glued = second.number, second.unit, glued
    amount.money = amount.money or second.money
    return True


def _is_range(
    word: str,
    low: float,
    high: float,
    first: Numeral,
    second: _Amount,
    bound: Bound,
    before: list[tuple[str, int]],
) -> bool:
    if low >= high or bool(first.digits) != bool(second.number.digits):
        return False
    if bound.phrase in _RANGES:
        return word in ("and", "to", "-")
    if word == "and":
        return False
    if word == "or":
        return high <= 30 and high - low <= 10 and not second.money
    if {near for near, _ in before[:5]} & _SCORES:
        return False
    if word == "to":
        return not before or before[0][0] != "from"
    return not passing.may_be_year(first) and second.number.digits[:1] != "0"


def _unit_at(page: Page, end: int) -> Unit | None:
    """The unit behind a number, whether or not a space or a hyphen stands between."""
    text = page.lower
    if text[end : end + 1] == "-":
        unit = read_unit(text, end + 1, page.original)
        return None if unit is None or _OLD.match(text, unit.end) else unit
    gap = _GAP.match(text, end)
    return read_unit(text, gap.end() if gap else end, page.original)


def _thing(page: Page, amount: _Amount, bound: Bound) -> _Thing | None:
    """What stands behind the number; ``None`` for a compound that counts nothing, "two-state"."""
    text, thing = page.lower, _Thing(amount.end)
    if amount.money:
        thing.name, thing.kind = amount.money, UnitKind.MONEY
        return _with_rate(text, thing, measured=True)
    if amount.unit is None and _take_behind(text, thing) is False:
        if text[thing.end : thing.end + 1] == "-":
            return _hyphened(page, thing)
        if more := _MORE.match(text, thing.end):
            thing.end, thing.more = more.end(), True
            if more[1] == "others":
                thing.name, thing.noun = "people", more.span(1)
                return thing
    unit = amount.unit or _unit_at(page, thing.end)
    if unit:
        thing.end, thing.name, thing.kind = unit.end, unit.name, unit.kind
        thing.noun = None if unit.kind in (UnitKind.MONEY, UnitKind.SHARE) else (unit.start, unit.end)
        return _with_rate(text, thing, measured=True)
    _take_counted(page, amount, bound, thing)
    return thing


def _with_rate(text: str, thing: _Thing, *, measured: bool) -> _Thing:
    thing.end, rate = read_rate(text, thing.end, measured=measured)
    thing.name += rate
    _take_behind(text, thing)
    return thing


def _take_behind(text: str, thing: _Thing) -> bool:
    """Take a comparator that stands behind, and say whether there was one."""
    behind = bound_behind(text, thing.end)
    if behind:
        thing.end, thing.behind = behind
    return behind is not None


def _hyphened(page: Page, thing: _Thing) -> _Thing | None:
    """ "Two-day", "12-member", and nothing else that is tied to a number by a hyphen."""
    if unit := _unit_at(page, thing.end):
        thing.end, thing.name, thing.kind = unit.end, unit.name, unit.kind
        thing.noun = None if unit.kind in (UnitKind.MONEY, UnitKind.SHARE) else (unit.start, unit.end)
        thing.tied = True
        return thing
    match = _HYPHENED.match(page.lower, thing.end)
    if match is None or match[1] not in HYPHENED:
        rated = _with_rate(page.lower, thing, measured=False)
        return rated if rated.name else None
    thing.end, thing.name, thing.noun, thing.tied = match.end(), HYPHENED[match[1]], match.span(1), True
    return thing


def _take_counted(page: Page, amount: _Amount, bound: Bound, thing: _Thing) -> None:
    text, original = page.lower, page.original
    one = amount.value == 1 and amount.upper is None
    if one:
        counted = read_one(text, thing.end)
        if counted is None and (bound.phrase or bound.added or thing.more):
            counted = read_counted(text, thing.end, original, mass=True)
            if counted:
                counted = replace(counted, unit=plural_of(counted.unit.lower()))
    else:
        counted = read_counted(text, thing.end, original)
    if counted:
        thing.end, thing.name, thing.noun = counted.end, counted.unit, (counted.start, counted.end)
        _with_rate(text, thing, measured=False)
    elif not one and (group := read_partitive(text, thing.end, original)):
        thing.name, thing.noun = group.unit, (group.start, group.end)
    elif amount.later is not None:
        # "from 40 to 50 people": the first number counts what the second does.
        later = _unit_at(page, amount.later)
        group = None if later else read_counted(text, amount.later, original)
        thing.name = later.name if later else group.unit if group else ""


def _counts(
    page: Page,
    start: int,
    amount: _Amount,
    bound: Bound,
    before: list[tuple[str, int]],
    thing: _Thing,
) -> bool:
    """Whether something says that the number counts; also names what, where only fates do."""
    text, number = page.lower, amount.number
    if number.letter in ("m", "k", "b") and not amount.money and not thing.name:
        # "the 100m final", "a 5k run".
        if number.letter != "m":
            return False
        amount.value, thing.name, thing.kind = amount.value / 1e6, "metres", UnitKind.LENGTH
        return True
    if thing.kind is UnitKind.TIME and not thing.tied:
        return not passing.is_moment(text, thing.end, bound.before, bound.phrase) and (
            amount.value != 1 or bool(bound.phrase) or bound.before in _LASTING
        )
    if thing.kind is not None:
        return True
    if not thing.name:
        fate = fate_around(text, bound.start, thing.end, bound.before)
        if fate is not None:
            thing.name = fate
            return not passing.may_be_year(number) or bound.before not in ("in", "from", "of")
    if passing.may_be_year(number):
        if not thing.name:
            return bound.phrase in _FIRM
        return bool(bound.phrase) or not passing.is_year(number, page.original, before)
    if thing.name:
        return True
    if amount.value == 1 or amount.glued:
        return bool(bound.phrase) and not amount.glued
    if bound.phrase:
        return bound.before not in _MOMENTS and (bool(number.digits) or amount.value >= 10 or bound.phrase in _FIRM)
    if thing.more or bound.added or thing.behind:
        return True
    if number.decimal:
        return number.scale > 1
    if before and before[0][0] == "the" and amount.value > 2:
        return _STANDS.match(text, thing.end) is not None
    return number.scale >= 1000


def _quantity(
    page: Page, start: int, amount: _Amount, bound: Bound, thing: _Thing
) -> FoundQuantity:
    value, comparator, begin = amount.value, bound.comparator, bound.start
    number = amount.number
    if number.thousands is not None and thing.kind is None and thing.name and amount.upper is None:
        value = number.thousands
    if _only_points(amount, bound, thing):
        comparator, begin = Comparator.EXACT, start
    if thing.behind and comparator in (Comparator.EXACT, Comparator.ABOUT):
        comparator = thing.behind
    name, noun = thing.name, thing.noun
    upper = amount.upper
    if name == "percent" and (of := read_partitive(page.lower, thing.end, page.original)):
        name, noun, value = "share", (of.start, of.end), value / 100
        upper = None if upper is None else upper / 100
        if comparator is Comparator.EXACT:
            comparator = Comparator.FRACTION_OF
    if upper is not None:
        words = page.original[begin : thing.end]
        return FoundQuantity(
            begin, thing.end, words, value, None, upper, Comparator.BETWEEN, name, noun
        )
    return page.found(begin, thing.end, value, comparator, name, noun)


def _only_points(amount: _Amount, bound: Bound, thing: _Thing) -> bool:
    """Whether the word before the number is no comparator here: "over two days", "near two towns"."""
    if bound.phrase in _RANGES:
        return amount.upper is None
    if bound.phrase == "over" and thing.kind is UnitKind.TIME:
        return bound.before not in _LASTING
    if bound.phrase == "within":
        return thing.kind is None or thing.kind is UnitKind.OTHER
    if bound.phrase in _ALSO_PLACES and thing.kind is None:
        small = not amount.number.digits and amount.value <= 12
        return small and bound.before not in KILLING and bound.before != ""
    return False
