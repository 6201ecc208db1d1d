"""Quantities around a number: what is before it, what is behind it, and whether it counts."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from claimgraph.text import passing
from claimgraph.text.amounts import Amount, code_end, extend, read_amount, unit_at
from claimgraph.text.comparators import (
    ALSO_PLACES,
    LASTING,
    RANGES,
    Bound,
    bound_before,
    bound_behind,
    is_topic,
    words_before,
)
from claimgraph.text.counted import HYPHENED, read_counted, read_one, read_partitive
from claimgraph.text.fates import KILLING, fate_around
from claimgraph.text.found import FoundQuantity, Page
from claimgraph.text.nouns import plural_of
from claimgraph.text.numerals import GAP
from claimgraph.text.shares import read_ratio
from claimgraph.text.units import Unit, UnitKind, read_rate
from claimgraph.vocabulary import Comparator

_OF = re.compile(rf"{GAP}of(?!\w)")
_MORE = re.compile(
    rf"{GAP}(more|others?|additional|further|extra|fewer|less)(?!\w)(?!{GAP}than(?!\w))"
)
_HYPHENED = re.compile(r"-([a-z]+)(?!\w)")
_STANDS = re.compile(
    rf"{GAP}(?:are|can|could|face|had|have|include|included|may|might|must|should|were|who|whose|will"
    rf"|would)(?!\w)"
)
#: A bare number behind these and "about" is a time of day, or anything else.
_MOMENTS = frozenset({"at", "by", "until", "till", "since", "before", "after"})
_FIRM = frozenset(
    {"at least", "more than", "fewer than", "less than", "as many as", "up to", "no fewer than"}
)


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
    unit: Unit | None = None

    def take(self, unit: Unit) -> None:
        """Let it be measured in a unit."""
        self.end, self.name, self.kind, self.unit = unit.end, unit.name, unit.kind, unit
        if unit.kind not in (UnitKind.MONEY, UnitKind.SHARE):
            self.noun = (unit.start, unit.end)


def read_cardinal(page: Page, start: int) -> tuple[FoundQuantity | None, int]:
    """The quantity whose number, or whose sign of a currency, begins at ``start``.

    Returns:
        The quantity, or ``None`` where the number counts nothing; and where to read on.

    >>> from claimgraph.text.vague import UNBOUNDED
    >>> read_cardinal(Page.of("In all, 12 people fled", UNBOUNDED), 8)[0].text
    '12 people'
    """
    amount = read_amount(page.lower, start)
    if amount is None:
        return None, code_end(page.lower, start)
    before = words_before(page.lower, start)
    if strength := _magnitude(page, amount, before):
        return strength, strength.end
    if _is_passing(page, start, amount, before):
        return None, amount.end
    if ratio := _ratio(page, start, amount, before):
        return ratio, ratio.end
    bound = bound_before(before, start)
    if is_topic(bound):
        bound = Bound(start, before=before[0][0])
    if not extend(page, amount, bound, before):
        return None, code_end(page.lower, start)
    if amount.upper is not None and _is_passing(page, start, amount, before):
        return None, amount.end
    thing = _thing(page, amount, bound)
    if thing is None:
        return None, amount.end
    if not _counts(page, amount, bound, before, thing):
        return None, amount.end
    found = _quantity(page, start, amount, bound, thing)
    return found, found.end


def _is_passing(page: Page, start: int, amount: Amount, before: list[tuple[str, int]]) -> bool:
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
    if passing.is_ordinal(text, number) or passing.is_label(page.original, before):
        return True
    dated = number.digits and not number.decimal
    return bool(dated) and passing.is_date(text, page.original, amount.end, before)


def _magnitude(page: Page, amount: Amount, before: list[tuple[str, int]]) -> FoundQuantity | None:
    """The strength of an earthquake: "magnitude 6.2", "a magnitude of 6.2"."""
    for word, offset in before[:2] if amount.number.decimal and not amount.money else ():
        if word == "magnitude":
            found = page.found
            return found(offset, amount.end, amount.value, Comparator.EXACT, "magnitude", None)
        if word != "of":
            break
    return None


def _ratio(
    page: Page, start: int, amount: Amount, before: list[tuple[str, int]]
) -> FoundQuantity | None:
    """A share in two numbers: "one in five", "nine out of ten"."""
    number, text = amount.number, page.lower
    if amount.money or amount.unit or number.decimal or number.scale > 1:
        return None
    ratio = read_ratio(text, number.end, number.value)
    if ratio is None or unit_at(page, ratio.end):
        return None
    bound = bound_before(before, start)
    comparator = bound.comparator
    if comparator is Comparator.EXACT:
        comparator = Comparator.FRACTION_OF
    counted = read_counted(text, ratio.end, page.original)
    noun = (counted.start, counted.end) if counted else None
    begin = bound.start if bound.phrase else start
    return page.found(begin, ratio.end, ratio.value, comparator, "share", noun)


def _thing(page: Page, amount: Amount, bound: Bound) -> _Thing | None:
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
    unit = amount.unit or unit_at(page, thing.end)
    if unit:
        thing.take(unit)
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
    """Units and members tied to a number: "two-day", "12-member"; nothing else with a hyphen."""
    if unit := unit_at(page, thing.end):
        thing.take(unit)
        thing.tied = True
        return thing
    match = _HYPHENED.match(page.lower, thing.end)
    if match is None or match[1] not in HYPHENED:
        rated = _with_rate(page.lower, thing, measured=False)
        return rated if rated.name else None
    thing.end, thing.name, thing.noun, thing.tied = (
        match.end(),
        HYPHENED[match[1]],
        match.span(1),
        True,
    )
    return thing


def _take_counted(page: Page, amount: Amount, bound: Bound, thing: _Thing) -> None:
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
        later = unit_at(page, amount.later)
        group = None if later else read_counted(text, amount.later, original)
        thing.name = later.name if later else group.unit if group else ""
    else:
        _with_rate(text, thing, measured=False)
        thing.name = thing.name.strip()


def _counts(
    page: Page,
    amount: Amount,
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
    if thing.kind is UnitKind.TIME and thing.unit and not thing.tied:
        return not passing.is_moment(text, thing.unit, bound) and (
            amount.value != 1 or bool(bound.phrase) or bound.before in LASTING
        )
    if thing.kind is not None:
        # "one foot in politics"
        return amount.value != 1 or thing.name != "feet" or bool(number.digits or bound.phrase)
    if not thing.name:
        verb = bound.phrase.startswith(("exceed", "top", "surpass"))
        fate = fate_around(
            text,
            bound.start,
            thing.end,
            bound.before,
            plural=amount.value != 1,
            passing=verb,
        )
        if fate is not None:
            thing.name = fate
            return not passing.may_be_year(number) or bound.before not in ("in", "from", "of")
    if passing.may_be_year(number):
        if not thing.name:
            return bound.phrase in _FIRM
        if bound.phrase:
            return bound.phrase not in ALSO_PLACES  # "below 2005 levels"
        return not passing.is_year(number, page.original, before)
    if thing.name:
        return True
    if amount.value == 1 or amount.glued:
        return bound.phrase in _FIRM and not amount.glued
    if bound.phrase:
        return bound.before not in _MOMENTS and (
            bool(number.digits) or amount.value >= 10 or bound.phrase in _FIRM
        )
    if thing.more or bound.added or thing.behind:
        return True
    if number.decimal:
        return number.scale > 1
    if before and before[0][0] == "the" and amount.value > 2:
        return _STANDS.match(text, thing.end) is not None
    # "20,000 marched": numbers with a comma are counts, where they are no part of a name.
    return number.scale >= 1000 or "," in number.digits


def _quantity(page: Page, start: int, amount: Amount, bound: Bound, thing: _Thing) -> FoundQuantity:
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
    if name == "percent" and _OF.match(page.lower, thing.end):
        group = read_partitive(page.lower, thing.end, page.original)
        name, noun, value = "share", (group.start, group.end) if group else None, value / 100
        upper = None if upper is None else upper / 100
        if comparator is Comparator.EXACT:
            comparator = Comparator.FRACTION_OF
    if upper is not None:
        words = page.original[begin : thing.end]
        return FoundQuantity(
            begin, thing.end, words, value, None, upper, Comparator.BETWEEN, name, noun
        )
    return page.found(begin, thing.end, value, comparator, name, noun)


def _only_points(amount: Amount, bound: Bound, thing: _Thing) -> bool:
    """Whether the words before bound nothing here: "over two days", "near two towns"."""
    if bound.phrase in RANGES:
        return amount.upper is None
    if bound.phrase == "over" and thing.kind is UnitKind.TIME:
        return bound.before not in LASTING
    if bound.phrase == "within":
        return thing.kind is None or thing.kind is UnitKind.OTHER
    if bound.phrase in ALSO_PLACES and thing.kind is None:
        small = not amount.number.digits and amount.value <= 12
        return small and bound.before not in KILLING and bound.before != ""
    return False
