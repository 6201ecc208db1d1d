"""The figures of a claim as comparing sees them: how many, of whom, and what befell them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from claimgraph.compare.terms import concepts_of, stem, stems, terms_of, tokens
from claimgraph.model import Claim, Quantity
from claimgraph.vocabulary import Comparator

#: Words that count people and say no more of who they are.
_ANYBODY = stems(
    "people person persons victim victims case cases patient patients other others dead wounded "
    "injured body bodies life lives casualty casualties soul souls fatality fatalities death "
    "deaths man"
)
#: What befalls people, in the order in which it is looked for. The total of each can only rise.
FATES = ("kill", "injure", "arrest", "infect", "free")
_FATE_WORDS = {
    "displace": "displace", "evacuate": "evacuate", "missing": "missing", "rescue": "rescue",
    "kidnap": "kidnap", "abduct": "kidnap", "hostage": "kidnap", "sentence": "sentence",
    "convict": "convict", "homeless": "homeless", "trap": "trap",
}  # fmt: skip
_FATE_STEMS = {stem(word): fate for word, fate in _FATE_WORDS.items()}
TIME_UNITS = stems("second minute hour day week month year decade")
_DEFINITE = frozenset(("the", "these", "those", "its", "their", "his", "her", "all"))
_ADDED = frozenset(("another", "additional", "further", "more", "other", "others"))
_MORE_THAN = frozenset(("more than", "no more", "not more"))
_BODIES = stems("body bodies corpse corpses")
#: Of a claim with more figures than this, only so many are compared.
_MOST = 24
#: How far a round figure may be off that is not said to be rounded: "100", where 107 were counted
#: (Krifka 2007 on round numbers and round meanings).
_ROUND = 0.08
#: How far a rounded figure may be off, as a share of it.
_ROUNDED = 0.12
#: What stands before a number, and behind it.
_WORD = re.compile(r"(\w+)\s+\Z")
_SOMETHING_OF = re.compile(r"([\w-]+)\s+of\s+\Z")
#: Lives that are counted are lost; who risks or saves them, is alive.
_LOST_LIVES = re.compile(
    r"\b(?:claim|cost|los(?:e|t|ing)|take|took)\w*\s+(?:[\w,]+\s+){0,4}lives\b"
    r"|\blives\s+(?:\w+\s+){0,2}lost\b",
    re.IGNORECASE,
)
_OF_SOMETHING = re.compile(r"\s+of\s+((?:[\w-]+\s*){1,4})")


@dataclass(frozen=True, slots=True)
class Figure:
    """One quantity of a claim.

    Attributes:
        quantity: As the text gives it.
        fate: What befell those counted, as one word for all its ways: "kill"; "" if it is no fate.
        measure: The stems of what is counted and what of it, without those of the fate.
        population: Stems of the group that is counted, where it is a certain one: children.
        units: Stems of the unit.
        added: Whether it comes on top of others: "12 more".
        definite: Whether they are known ones, and so perhaps not all: "the five dead".
        low: The least that the words allow.
        high: The most that the words allow.
    """

    quantity: Quantity
    fate: str
    measure: frozenset[str]
    population: frozenset[str]
    units: frozenset[str]
    added: bool
    definite: bool
    low: float
    high: float

    @property
    def is_share(self) -> bool:
        """Whether it is a part of something: "more than half"."""
        return self.quantity.comparator is Comparator.FRACTION_OF or self.quantity.unit == "share"

    @property
    def best(self) -> float:
        """The number itself; where the words are vague, the least that they allow."""
        return self.low if self.quantity.best is None else self.quantity.best

    @property
    def is_vague(self) -> bool:
        """Whether the text gives no number: "dozens"."""
        return self.quantity.best is None


def figures_of(claim: Claim) -> list[Figure]:
    """The figures of a claim, in the order of its quantities; of a table, the first ones.

    What stands around each is looked for in the whole claim, so all of a thousand would take long.
    """
    return [_figure(quantity, claim) for quantity in claim.quantities[:_MOST]]


def _figure(quantity: Quantity, claim: Claim) -> Figure:
    of = list(terms_of(tokens(quantity.of)).weights)
    unit = [token.stem for token in tokens(quantity.unit)]
    words = [each.strip("“”\"',.") for each in quantity.text.lower().split()]
    fate = _fate(of) or _fate([each for each in unit if each != "case"])
    if not fate and _counts_lives(quantity, claim):
        fate = "kill"
    if not fate and set(unit) <= _ANYBODY:
        fate = _fate(_deed_before(quantity.text, claim.text))
        if not fate and not of:
            fate = _fate([stem(claim.predicate)])
    if not TIME_UNITS.isdisjoint(unit):
        of += _lasting(quantity.text, claim.text)
    seen = not _BODIES.isdisjoint(unit)
    if seen:
        fate = "kill"
    low, high = range_of(quantity)
    if seen:
        high = float("inf")  # who has seen so many bodies has not seen them all
    more = " ".join(words[:2]) in _MORE_THAN or words[:1] in (["more"], ["over"])
    population = frozenset(unit) - _ANYBODY
    return Figure(
        quantity=quantity,
        fate=fate,
        measure=frozenset((*of, *unit)) - _ANYBODY,
        population=population,
        units=frozenset(unit),
        added=not more and not _ADDED.isdisjoint(words),
        definite=_is_definite(quantity, claim),
        low=low,
        high=high,
    )


def _counts_lives(quantity: Quantity, claim: Claim) -> bool:
    """Whether so many lost their lives: "claimed the lives of 80 people"."""
    if not _LOST_LIVES.search(claim.text):
        return False
    near = (quantity.text, quantity.of, quantity.unit, *_deed_before(quantity.text, claim.text))
    return any(token.stem == "live" for words in near for token in tokens(words))


def _deed_before(words: str, text: str) -> list[str]:
    """Stem of the deed that befell so many: "arrest" in "the arrest of 36 people"."""
    for start, _ in _occurrences(words, text):
        if match := _SOMETHING_OF.search(text, 0, start):
            return [stem(match[1])]
    return []


def _lasting(words: str, text: str) -> list[str]:
    """Stems of what lasted so long: "riots" in "five days of riots"."""
    for _, end in _occurrences(words, text):
        if match := _OF_SOMETHING.match(text, end):
            return list(terms_of(tokens(match[1])).weights)
    return []


def _is_definite(quantity: Quantity, claim: Claim) -> bool:
    """Whether "the" or the like stands before the number."""
    number, text = quantity.text.lower(), claim.text.lower()
    before = (_WORD.search(text, 0, start) for start, _ in _occurrences(number, text))
    words = [*number.split()[:1], *(match[1] for match in islice(filter(None, before), 1))]
    return not _DEFINITE.isdisjoint(words)


def _occurrences(words: str, text: str) -> Iterator[tuple[int, int]]:
    """Where some words begin and end in a text."""
    start = text.find(words)
    while start >= 0:
        yield start, start + len(words)
        start = text.find(words, start + 1)


def _fate(stems: list[str]) -> str:
    for fate in FATES:
        if any(fate in concepts_of(each) for each in stems):
            return fate
    return next((_FATE_STEMS[each] for each in stems if each in _FATE_STEMS), "")


def _is_round(number: float) -> bool:
    """Whether it has one figure before its noughts, and is large enough to be estimated.

    >>> [_is_round(number) for number in (100, 107, 50, 20, 3000, 1200)]
    [True, False, True, False, True, False]
    """
    whole = f"{number:.0f}"
    return number >= 50 and float(whole) == number and not whole[1:].strip("0")


def range_of(quantity: Quantity) -> tuple[float, float]:
    """The least and the most that the words allow, a rounded figure loosened."""
    low, best, high = quantity.low, quantity.best, quantity.high
    if best is not None and low == best == high and _is_round(best):
        return best * (1 - _ROUND), best * (1 + _ROUND)
    if best is not None and low is None and high is None:
        loose = abs(best) * _ROUNDED
        return best - loose, best + loose
    if quantity.comparator is Comparator.ABOUT and best is not None:
        loose = abs(best) * _ROUNDED
        return min(best - loose, low or best), max(best + loose, high or best)
    if quantity.comparator is Comparator.UP_TO and best is not None and low is None:
        low = 0.0
    return (
        float("-inf") if low is None else low,
        float("inf") if high is None else high,
    )
