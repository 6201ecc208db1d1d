"""Whether two figures count the same: the same measure, of the same group."""

from __future__ import annotations

import re

from claimgraph.compare.comparator import Pair
from claimgraph.compare.figures import TIME_UNITS, Figure
from claimgraph.compare.gate import Strength

_IN_A_COMPOUND = re.compile(r"\w-(?:horse|man|person|way|woman)\b", re.IGNORECASE)
#: From this overlap on, two claims are taken to tell the same.
_ALIKE = 0.6


def comparable(pair: Pair, a: Figure, b: Figure) -> bool:
    """Whether two figures count the same thing of the same group."""
    if any(_IN_A_COMPOUND.search(each.quantity.text) for each in (a, b)):
        return False  # "a two-man race" counts no men
    if a.is_vague or b.is_vague or a.is_share != b.is_share or a.added != b.added:
        return False
    if a.population.isdisjoint(b.population) and (a.population or b.population):
        # "three bank workers" are "three people"; of other numbers one may be a part of the other.
        one_is_general = not a.population or not b.population
        return one_is_general and a.fate == b.fate != "" and a.best == b.best
    if a.fate or b.fate:
        return a.fate == b.fate or _has_it_from_the_other(pair, a, b)
    if a.is_share or not (pair.same_document or pair.a.terms.share_a_name(pair.b.terms)):
        return False  # of what each is a share is seldom the same
    return _same_measure(pair, a, b) or _same_harm(pair, a, b)


def is_listed(pair: Pair, a: Figure, b: Figure) -> bool:
    """Whether one of the claims counts several groups alike: "two men here, one man there"."""
    for mine, gist, other in ((a, pair.a, b), (b, pair.b, a)):
        values = {
            each.best
            for each in gist.figures
            if each.quantity.unit == mine.quantity.unit
            and each.fate == mine.fate
            and not each.is_vague
        }
        if len(values) > 1 and (other.best in values or len(values) > 2 or not mine.fate):
            return True
    return False


def _has_it_from_the_other(pair: Pair, a: Figure, b: Figure) -> bool:
    """Whether one of the two says of a group only how many they were: "included 20 children"."""
    bare = a if not a.fate else b
    if bare.fate or bare.quantity.of or not bare.population:
        return False
    return pair.asked or (pair.same_document and pair.same_source)


def _same_measure(pair: Pair, a: Figure, b: Figure) -> bool:
    """Whether what is counted has the same words."""
    shared = a.measure & b.measure
    if a.quantity.unit != b.quantity.unit and not shared:
        return False
    if not shared - a.units - TIME_UNITS and (_is_time(a) or not _told_alike(pair)):
        return False
    if len(shared) < max(1, min(len(a.measure), len(b.measure)) / 2):
        return False
    return pair.gate.strength >= Strength.WORDS or not (a.population or b.population)


def _same_harm(pair: Pair, a: Figure, b: Figure) -> bool:
    """Whether people of both are told to have suffered the same, in whichever words.

    "100 people struggled to breathe", "107 cases of breathing difficulties".
    """
    if a.population or b.population or pair.gate.strength < Strength.WORDS:
        return False
    mine = (a.measure - a.units) & pair.b.terms.weights.keys()
    other = (b.measure - b.units) & pair.a.terms.weights.keys()
    return bool(mine | other)


def _told_alike(pair: Pair) -> bool:
    """Whether the claims say so much alike that their bare units must measure the same."""
    return pair.a.terms.overlap(pair.b.terms) >= _ALIKE


def _is_time(figure: Figure) -> bool:
    """Whether it is a length of time, which says nothing without what lasted so long."""
    return not TIME_UNITS.isdisjoint(figure.measure)
