"""Quantities in news: counts, money, distances, durations and shares, with their bounds.

One pattern finds where a quantity may begin; everything else looks at the few words around it, so
time is linear in the text. What counts nothing (dates, ages, scores, "Resolution 2254") is left
out, and a bare number needs a sign that it counts.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from claimgraph.text.cardinals import read_cardinal
from claimgraph.text.comparators import bound_before, is_topic, words_before
from claimgraph.text.counted import (
    KILLING,
    fate_behind,
    read_counted,
    read_none,
    read_one,
    read_partitive,
)
from claimgraph.text.found import FoundQuantity, Page
from claimgraph.text.numerals import GAP, SMALL, TENS
from claimgraph.text.passing import is_moment
from claimgraph.text.shares import read_fraction, read_most
from claimgraph.text.units import PREFIX, UnitKind, read_unit
from claimgraph.text.vague import ACLED, VagueProfile, read_vague
from claimgraph.vocabulary import Comparator

__all__ = ["FoundQuantity", "find_quantities"]

_SCALES = "hundred|thousand|lakh|million|crore|billion|trillion|dozen"
_PARTS = "third|quarter|fifth|sixth|seventh|eighth|ninth|tenth"
#: Where a quantity may begin, in lower-cased text: what reads on from there, and its first words.
_KINDS = {
    "digits": rf"(?:{PREFIX})?[0-9]",
    "none": rf"no(?:ne|body|[ -]one)?|(?:not|without){GAP}(?:one|a{GAP}single)",
    "vague": "tens|dozens|scores|hundreds|thousands|millions|billions|trillions|several"
    rf"|many{GAP}(?:hundreds?|thousands?|millions?|dozens?)"
    rf"|(?:a{GAP})?(?:few|couple)(?:{GAP}of)?{GAP}(?:{_SCALES})|a{GAP}(?:few|handful)",
    "pair": rf"a{GAP}couple",
    "share": rf"half(?!(?:{GAP}|-)an?(?!\w)|-)|(?:an?|one){GAP}(?:{_PARTS})|one-(?:{_PARTS})"
    rf"|(?:two|three|four|five|seven|nine)(?:{GAP}|-)(?:{_PARTS})s",
    "most": rf"most{GAP}of|(?:an?|the){GAP}(?:[a-z]+{GAP})?majority{GAP}of",
    "words": rf"(?:an?{GAP})?(?:{_SCALES})|half(?:{GAP}an?{GAP}|-)[a-z]+|{'|'.join([*SMALL, *TENS])}",
}
_BEGINNING = re.compile(
    r"(?<![\w/#@_&=.\\^~+*-])(?<!\w['’])(?:"
    + "|".join(
        f"(?P<{kind}>(?:{words})" + ("" if kind == "digits" else r"(?!\w)") + ")"
        for kind, words in _KINDS.items()
    )
    + ")"
)


def find_quantities(text: str, *, vague: VagueProfile = ACLED) -> list[FoundQuantity]:
    """Every quantity of a text, in order; none overlaps another. Time is linear.

    Args:
        text: Running text. Offsets count its code points.
        vague: What vague words are taken to mean: :data:`~claimgraph.text.vague.ACLED`,
            :data:`~claimgraph.text.vague.MAGNITUDE`, :data:`~claimgraph.text.vague.UNBOUNDED`, or a
            profile of your own.

    >>> text = "At least 47 fighters died in 2018, and dozens of people fled 30 km."
    >>> for found in find_quantities(text):
    ...     print(found.text, found.comparator, found.low, found.best, found.high, found.unit)
    At least 47 fighters at_least 47.0 47.0 None fighters
    dozens of people vague 12.0 None None people
    30 km exact 30.0 30.0 30.0 km
    """
    page = Page.of(text, vague)
    found: list[FoundQuantity] = []
    done = 0
    for match in _BEGINNING.finditer(page.lower):
        start = match.start()
        if start < done:
            continue
        quantity, stopped = _READERS[str(match.lastgroup)](page, start)
        if quantity is not None and quantity.start >= (found[-1].end if found else 0):
            found.append(quantity)
        done = max(done, stopped)
    return found


_Read = tuple[FoundQuantity | None, int]
_GAP = re.compile(GAP)
_OF = re.compile(rf"{GAP}of(?!\w)")
_OF_GROUP = re.compile(rf"{GAP}of(?!\w)(?:{GAP}(?:them|us|whom|those|you))?")
_MORE = re.compile(rf"{GAP}(more|others?|additional|further)(?!\w)")
_NOBODY = re.compile(r"no(?:body|[ -]one)(?!\w)|none(?!\w)")
_NOT_ONE = re.compile(rf"(?:not|without){GAP}(?:one|a{GAP}single)(?!\w)")
_HALF_A = re.compile(rf"half(?:{GAP}an?{GAP}|-(?:an?-)?)(?=[a-z])")
#: Half of a larger unit is counted in smaller ones where that gives a whole number.
_HALVED = {
    "minutes": (30.0, "seconds"),
    "hours": (30.0, "minutes"),
    "days": (12.0, "hours"),
    "years": (6.0, "months"),
    "decades": (5.0, "years"),
    "centuries": (50.0, "years"),
}


def _read_words(page: Page, start: int) -> _Read:
    """A number in words, "half a million" and "half an hour" included."""
    half = _HALF_A.match(page.lower, start)
    unit = read_unit(page.lower, half.end(), page.original) if half else None
    if half is None or unit is None:
        return read_cardinal(page, start)
    bound = bound_before(words_before(page.lower, start), start)
    if unit.kind is UnitKind.TIME and is_moment(page.lower, unit.end, bound.before, bound.phrase):
        return None, unit.end
    value, name = _HALVED.get(unit.name, (0.5, unit.name))
    noun = (unit.start, unit.end)
    return page.found(bound.start, unit.end, value, bound.comparator, name, noun), unit.end


def _read_none(page: Page, start: int) -> _Read:
    """Zero in words: "no one was hurt", "no casualties", "not a single shot"."""
    text = page.lower
    if match := _NOBODY.match(text, start):
        of = _OF_GROUP.match(text, match.end())
        before = words_before(text, start)
        hurt = bool(before) and before[0][0] in KILLING
        if not (hurt or fate_behind(text, match.end()) or (of and fate_behind(text, of.end()))):
            return None, match.end()
        end = match.end()
        return page.found(start, end, 0.0, Comparator.EXACT, "people", None), end
    if match := _NOT_ONE.match(text, start):
        counted, end = read_one(text, match.end()), match.end()
    else:
        counted, end = read_none(text, start + 2), start + 2
    if counted is None:
        return None, end
    noun = (counted.start, counted.end)
    found = page.found(start, counted.end, 0.0, Comparator.EXACT, counted.unit, noun)
    return found, counted.end


def _read_vague(page: Page, start: int) -> _Read:
    """A vague number, and what there are so many of: "dozens of people", "several hundred"."""
    text, number = page.lower, read_vague(page.lower, start)
    if number is None:
        return None, start + 1
    bound = bound_before(words_before(text, start), start)
    begin = start if is_topic(bound) else bound.start
    end, unit, noun = number.end, "", None
    more = _MORE.match(text, end)
    if more:
        end = more.end()
    of = _OF.match(text, end)
    measure_from = of.end() if of else end
    gap = _GAP.match(text, measure_from)
    measure = read_unit(text, gap.end(), page.original) if gap else None
    counted = read_counted(text, measure_from, page.original, mass=of is not None)
    if measure:
        if measure.kind is UnitKind.TIME and is_moment(
            text, measure.end, bound.before, bound.phrase
        ):
            return None, measure.end
        end, unit, noun = measure.end, measure.name, (measure.start, measure.end)
    elif counted:
        end, unit, noun = counted.end, counted.unit, (counted.start, counted.end)
    elif group := read_partitive(text, end, page.original):
        unit, noun = group.unit, (group.start, group.end)
    elif fate_behind(text, end) or bound.before in KILLING or (more and more[1] == "others"):
        unit = "people"
    elif number.word in ("scores", "tens", "few", "several"):
        return None, end
    low, high = page.vague.bounds(number.word, number.times)
    profile = page.vague.name if low is not None or high is not None else ""
    words = page.original[begin:end]
    found = FoundQuantity(
        begin, end, words, low, None, high, Comparator.VAGUE, unit, noun, profile
    )
    return found, end


def _read_pair(page: Page, start: int) -> _Read:
    """ "A couple of": about two."""
    text = page.lower
    end = text.index("couple", start) + len("couple")
    more, of = _MORE.match(text, end), _OF.match(text, end)
    if of is None and more is None:
        return None, end
    behind = more.end() if more else of.end() if of else end
    gap = _GAP.match(text, behind)
    bound = bound_before(words_before(text, start), start)
    unit = read_unit(text, gap.end(), page.original) if gap else None
    if unit:
        if unit.kind is UnitKind.TIME and is_moment(text, unit.end, bound.before, bound.phrase):
            return None, unit.end
        return _about_two(page, start, unit.end, unit.name, (unit.start, unit.end)), unit.end
    counted = read_counted(text, behind, page.original)
    if counted is None:
        return None, end
    noun = (counted.start, counted.end)
    return _about_two(page, start, counted.end, counted.unit, noun), counted.end


def _about_two(
    page: Page, start: int, end: int, unit: str, noun: tuple[int, int]
) -> FoundQuantity:
    return page.found(start, end, 2.0, Comparator.ABOUT, unit, noun)


def _read_share(page: Page, start: int) -> _Read:
    """A fraction: "half the town", "two thirds of voters", "more than a third"."""
    text = page.lower
    before = words_before(text, start)
    share = read_fraction(text, start, before[0][0] if before else "")
    if share is None:
        return read_cardinal(page, start) if not text.startswith(("half", "a"), start) else (None, start + 1)
    bound = bound_before(before, start)
    bounded = bound.phrase not in ("", "over", "above", "below", "around", "near", "beyond")
    if not (share.sure or bounded or bound.before == "by" or (before and before[0][0] == "by")):
        return None, share.end
    comparator = bound.comparator if bounded or bound.phrase == "over" else Comparator.EXACT
    begin = bound.start if comparator is not Comparator.EXACT else start
    if comparator is Comparator.EXACT:
        comparator = Comparator.FRACTION_OF
    of = read_partitive(text, share.end, page.original)
    counted = of or read_counted(text, share.end, page.original)
    noun = (counted.start, counted.end) if counted else None
    found = page.found(begin, share.end, share.value, comparator, "share", noun)
    return found, share.end


def _read_most(page: Page, start: int) -> _Read:
    """Most of something: a vague share."""
    end = read_most(page.lower, start)
    group = read_partitive(page.lower, end, page.original) if end else None
    if end is None or group is None:
        return None, start + 1
    low, high = page.vague.bounds("most")
    words, noun = page.original[start:end], (group.start, group.end)
    profile = page.vague.name if low is not None or high is not None else ""
    found = FoundQuantity(
        start, end, words, low, None, high, Comparator.VAGUE, "share", noun, profile
    )
    return found, end


_READERS: dict[str, Callable[[Page, int], _Read]] = {
    "digits": read_cardinal,
    "words": _read_words,
    "none": _read_none,
    "vague": _read_vague,
    "pair": _read_pair,
    "share": _read_share,
    "most": _read_most,
}
