"""Quantities in news: counts, money, distances, durations and shares, with their bounds.

One pattern finds where a quantity may begin; everything else looks at the few words around it, so
time is linear in the text. What counts nothing (dates, ages, scores, "Resolution 2254") is left
out, and a bare number needs a sign that it counts.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from claimgraph.text.cardinals import read_cardinal
from claimgraph.text.comparators import LASTING, bound_before, is_topic, words_before
from claimgraph.text.counted import read_counted, read_none, read_one, read_partitive
from claimgraph.text.fates import KILLING, fate_behind
from claimgraph.text.found import FoundQuantity, Page
from claimgraph.text.numerals import GAP, SCALES, SMALL, TENS, read_quarters
from claimgraph.text.passing import is_moment
from claimgraph.text.shares import Share, read_fraction, read_most
from claimgraph.text.units import PREFIX, Unit, read_unit
from claimgraph.text.vague import ACLED, VagueProfile, read_vague
from claimgraph.vocabulary import Comparator

__all__ = ["FoundQuantity", "find_quantities"]

_PARTS = "third quarter fifth sixth seventh eighth ninth tenth".split()
_PLURALS = "tens dozens scores hundreds thousands millions billions trillions".split()
_SCALE = "|".join(SCALES)


def _any_of(words: list[str]) -> str:
    """A pattern for any of the words that looks at no letter twice."""
    rest: dict[str, list[str]] = {}
    for word in filter(None, words):
        rest.setdefault(word[0], []).append(word[1:])
    branches = "|".join(letter + _any_of(endings) for letter, endings in rest.items())
    if not branches:
        return ""
    return f"(?:{branches})" + ("?" if "" in words else "")


_ALONE = [*SMALL, *TENS, *SCALES, *_PLURALS, *"several many half no none nobody most few".split()]
_UNITS = "second minute hour day week fortnight month year decade century mile kilometre".split()
_WITH_ARTICLE = [*SCALES, *_PARTS, *_UNITS, "few", "handful", "couple", "single"]
#: Where a quantity may begin in lower-cased text. The character before comes first, because most
#: characters are none that a number may follow.
_BEGINNING = re.compile(
    rf"[^\w/#@&=.\\^~+*$€£-](?<!\w['’])(?:(?:{PREFIX})?[0-9]|"
    rf"(?:{_any_of([*_ALONE, 'majority'])}|an?{GAP}{_any_of(_WITH_ARTICLE)})(?!\w))"
)
_NUMBER = "|".join([*SMALL, *TENS])
#: What begins there, the more special before the more general.
_KINDS = {
    "digits": rf"(?:{PREFIX})?[0-9]",
    "none": rf"no(?:ne|body|[ -]one)?|a{GAP}single|(?<=not )one|(?<=without )one",
    "vague": rf"{'|'.join(_PLURALS)}|several|many{GAP}(?:{_SCALE})s?"
    rf"|(?:a{GAP})?(?:few|couple)(?:{GAP}of)?{GAP}(?:{_SCALE})|a{GAP}(?:few|handful)",
    "pair": rf"a{GAP}couple",
    "share": rf"half(?!(?:{GAP}|-)an?(?!\w)|-)|(?:an?|one)(?:{GAP}|-)(?:{'|'.join(_PARTS)})"
    rf"|(?:{_NUMBER})(?:{GAP}|-)(?:{'|'.join(_PARTS)})s",
    "most": "most|majority",
    "unit": rf"an?{GAP}(?:{'|'.join(_UNITS)})",
    "words": rf"(?:an?{GAP})?(?:{_SCALE})|half(?:{GAP}an?{GAP}|-)[a-z]{{2,15}}|{_NUMBER}",
}
_KIND = re.compile(
    "|".join(
        f"(?P<{kind}>{words})" if kind == "digits" else rf"(?P<{kind}>(?:{words})(?!\w))"
        for kind, words in _KINDS.items()
    )
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
    # With one character in front, a quantity begins where its match does.
    for match in _BEGINNING.finditer("\n" + page.lower):
        start = match.start()
        if start < done or (kind := _KIND.match(page.lower, start)) is None:
            continue
        quantity, stopped = _READERS[str(kind.lastgroup)](page, start)
        if quantity is not None and quantity.start >= (found[-1].end if found else 0):
            found.append(quantity)
        done = max(done, stopped)
    return found


_Read = tuple[FoundQuantity | None, int]
_GAP = re.compile(GAP)
_OF = re.compile(rf"{GAP}of(?!\w)")
_OF_GROUP = re.compile(rf"{GAP}of(?!\w)(?:{GAP}(?:them|us|whom|those|you))?")
_MORE = re.compile(rf"{GAP}(more|others?|additional|further)(?!\w)")
_TO = re.compile(rf"{GAP}(?:and|to){GAP}")
_ARTICLE = re.compile(rf"a{GAP}(?=half(?!\w))")
_NOBODY = re.compile(r"no(?:body|[ -]one)(?!\w)|none(?!\w)")
_BUT = re.compile(rf",?{GAP}but(?!\w)")
_ONE = re.compile(rf"(?:one|a{GAP}single)(?!\w)")
_AN = re.compile(rf"an?{GAP}")
_AND_A_HALF = re.compile(rf"{GAP}and{GAP}a{GAP}half(?!\w)")
#: Before "a day" these are no bounds: "some a day", "between a day".
_UNBOUNDED = frozenset({"", "some", "between", "near", "below", "beyond", "under", "above"})
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
    if is_moment(page.lower, unit, bound):
        return None, unit.end
    value, name = _HALVED.get(unit.name, (0.5, unit.name))
    noun = (unit.start, unit.end)
    return page.found(bound.start, unit.end, value, bound.comparator, name, noun), unit.end


def _read_unit(page: Page, start: int) -> _Read:
    """One of a unit, where its bounds show that it counts: "less than an hour"."""
    text = page.lower
    article = _AN.match(text, start)
    unit = read_unit(text, article.end(), page.original) if article else None
    if unit is None:
        return None, start + 1
    bound = bound_before(words_before(text, start), start)
    half = _AND_A_HALF.match(text, unit.end)
    unit = Unit(unit.start, half.end(), unit.name, unit.kind) if half else unit
    bounded = bound.phrase not in _UNBOUNDED and not is_topic(bound)
    bounded = bounded and (bound.phrase != "over" or bound.before in LASTING)
    if not (bounded or half) or is_moment(text, unit, bound):
        return None, unit.end
    value, noun = 1.5 if half else 1.0, (unit.start, unit.end)
    begin, comparator = bound.start, bound.comparator
    if not bounded:
        begin, comparator = start, Comparator.EXACT
    return page.found(begin, unit.end, value, comparator, unit.name, noun), unit.end


def _read_none(page: Page, start: int) -> _Read:
    """Zero in words: "no one was hurt", "no casualties", "not a single shot"."""
    text = page.lower
    if match := _NOBODY.match(text, start):
        of = _OF_GROUP.match(text, match.end())
        before = words_before(text, start)
        hurt = bool(before) and before[0][0] in KILLING
        ends = (match.end(), of.end()) if of else (match.end(),)
        if not (hurt or any(fate_behind(text, end, plural=False) for end in ends)):
            return None, match.end()
        end = match.end()
        return page.found(start, end, 0.0, Comparator.EXACT, "people", None), end
    if match := _ONE.match(text, start):
        counted, end = read_one(text, match.end()), match.end()
        before = words_before(text, start)
        if not before or before[0][0] not in ("not", "without"):
            return None, end
        start = before[0][1]
        if counted and _BUT.match(text, counted.end):
            return None, end  # "not one attack but two"
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
        if is_moment(text, measure, bound):
            return None, measure.end
        end, unit, noun = measure.end, measure.name, (measure.start, measure.end)
    elif counted:
        end, unit, noun = counted.end, counted.unit, (counted.start, counted.end)
    elif group := read_partitive(text, end, page.original):
        unit, noun = group.unit, (group.start, group.end)
    elif fate_behind(text, end) or bound.before in KILLING or (more and more[1] == "others"):
        unit = "people"
    elif number.word in ("scores", "tens", "few", "several") and number.times == 1:
        return None, end
    low, high = page.vague.bounds(number.word, number.times)
    profile = page.vague.name if low is not None or high is not None else ""
    words = page.original[begin:end]
    found = FoundQuantity(begin, end, words, low, None, high, Comparator.VAGUE, unit, noun, profile)
    return found, end


def _read_pair(page: Page, start: int) -> _Read:
    """About two: "a couple of"."""
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
        if is_moment(text, unit, bound):
            return None, unit.end
        return _about_two(page, start, unit.end, unit.name, (unit.start, unit.end)), unit.end
    counted = read_counted(text, behind, page.original)
    if counted is None:
        return None, end
    noun = (counted.start, counted.end)
    return _about_two(page, start, counted.end, counted.unit, noun), counted.end


def _about_two(page: Page, start: int, end: int, unit: str, noun: tuple[int, int]) -> FoundQuantity:
    return page.found(start, end, 2.0, Comparator.ABOUT, unit, noun)


def _read_share(page: Page, start: int) -> _Read:
    """A fraction: "half the town", "two thirds of voters", "more than a third"."""
    text = page.lower
    before = words_before(text, start)
    if read_quarters(text, start):
        return read_cardinal(page, start)
    share = read_fraction(text, start, before[0][0] if before else "")
    if share is None:
        return (
            read_cardinal(page, start)
            if not text.startswith(("half", "a"), start)
            else (None, start + 1)
        )
    bound = bound_before(before, start)
    bounded = bound.phrase not in ("", "over", "above", "below", "near", "beyond")
    if not (share.sure or bounded or bound.before == "by" or (before and before[0][0] == "by")):
        return None, share.end
    comparator = bound.comparator if bounded or bound.phrase == "over" else Comparator.EXACT
    if comparator is Comparator.BETWEEN:
        return _read_share_range(page, bound.start, share)
    begin = bound.start if comparator is not Comparator.EXACT else start
    if comparator is Comparator.EXACT:
        comparator = Comparator.FRACTION_OF
    of = read_partitive(text, share.end, page.original)
    counted = of or read_counted(text, share.end, page.original)
    noun = (counted.start, counted.end) if counted else None
    found = page.found(begin, share.end, share.value, comparator, "share", noun)
    return found, share.end


def _read_share_range(page: Page, begin: int, first: Share) -> _Read:
    """Two fractions: "between a third and a half"."""
    text = page.lower
    match = _TO.match(text, first.end)
    article = _ARTICLE.match(text, match.end()) if match else None
    second = read_fraction(text, (article or match).end(), "and") if match else None
    second = second or (read_fraction(text, match.end(), "and") if match else None)
    if second is None or second.value <= first.value:
        return None, first.end
    group = read_partitive(text, second.end, page.original)
    noun = (group.start, group.end) if group else None
    words, limits = page.original[begin : second.end], (first.value, None, second.value)
    found = FoundQuantity(begin, second.end, words, *limits, Comparator.BETWEEN, "share", noun)
    return found, second.end


def _read_most(page: Page, start: int) -> _Read:
    """A vague share: "most of", "the vast majority of"."""
    end = read_most(page.lower, start)
    if end is None:
        return None, start + 1
    for word, offset in words_before(page.lower, start)[:2] if page.lower[start + 1] == "a" else ():
        if word in ("a", "an", "the"):
            start = offset
    group = read_partitive(page.lower, end, page.original)
    low, high = page.vague.bounds("most")
    words, noun = page.original[start:end], (group.start, group.end) if group else None
    profile = page.vague.name if low is not None or high is not None else ""
    found = FoundQuantity(
        start, end, words, low, None, high, Comparator.VAGUE, "share", noun, profile
    )
    return found, end


_READERS: dict[str, Callable[[Page, int], _Read]] = {
    "digits": read_cardinal,
    "words": _read_words,
    "unit": _read_unit,
    "none": _read_none,
    "vague": _read_vague,
    "pair": _read_pair,
    "share": _read_share,
    "most": _read_most,
}
