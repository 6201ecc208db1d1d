"""A sketch of a claim: by it most pairs are seen to have nothing to do with each other.

It is made of the claim and the attribution alone, so that it stays what it is while a store learns
more of sources and events. A store keeps it beside the claim, and most claims need not be loaded.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import product
from typing import Any

from claimgraph.compare.blame import may_blame, may_clear
from claimgraph.compare.comparators import agreement
from claimgraph.compare.comparators.antonym import may_oppose, opposites_in
from claimgraph.compare.comparators.denial import is_of_the_charge
from claimgraph.compare.comparators.negation import may_negate
from claimgraph.compare.comparators.once import happenings_of
from claimgraph.compare.comparators.responsibility import deeds_of
from claimgraph.compare.comparators.structure import deed_of
from claimgraph.compare.gist import Gist
from claimgraph.compare.lazily import lazily
from claimgraph.compare.pointing import may_point_back
from claimgraph.compare.predicate import happening_of, same_happening
from claimgraph.compare.relevance import ENOUGH, answers_anything
from claimgraph.compare.terms import COMMON, NAME, WORD, Terms
from claimgraph.compare.told import is_told
from claimgraph.compare.version import VERSION

_WEIGHTS = (NAME, WORD, COMMON)
_NOTHING: frozenset[str] = frozenset()
#: Nine things that are so or not, by one number.
_MARKS = tuple(product((False, True), repeat=9))
#: What wrote a sketch, and how it begins so.
_WRITER = f"claimgraph {VERSION}"
_HEAD = f'["{_WRITER}",'
#: How much of a claim may stand in it alone where that is the same again, or one may be told in the
#: other; and what rounding may do.
_OTHERS = 1 - agreement.THE_SAME + 1e-6
_REST = 1 - agreement.ENOUGH + 1e-6
_decoded = json.JSONDecoder().raw_decode


class Sketch:
    """What may be seen of a claim at first sight. Many are made: a dataclass would take longer.

    Attributes:
        sign: 1 where it is said to be so, -1 where it is said not to be, 0 where neither is said.
        is_fact: Whether it says that something is so, and not what should be.
        is_told: Whether it is a sentence about how things are.
        answers: Whether it is a denial that may be of anything.
        points: Whether it is a denial that may be of whatever was told before it.
        has_event: Whether it belongs to an event: what that is, others may tell.
        counts: Whether it has figures.
        blames: Whether it may say who did it.
        clears: Whether it denies that somebody did it.
        whole: Whether it says of a whole report that it is not so.
        content: What is said in it beside names and words that stand everywhere.
        telling: The same, and the names.
        concepts: What its words stand for.
        deeds: Sorts of deed that it is about.
        fates: What befell those whom it counts.
        once: What it says to have happened of that which happens but once.
        opposites: Its concepts that have an opposite.
        verb: What happens in it.
        deed: What somebody does to another in it, one way.
        weighed: The stems of each weight, names first.
        of_the_core: Those of its main clause, where they are others.
        total: The weight of all its words.
        meant: How many of its words stand for something that others may stand for.
        special: What there is in it beside words, a bit for each: figures, blame, clearing, an
            opposite, a deed.
    """

    def __init__(self, fields: list[Any]) -> None:
        """From the fields that are written, without who wrote them."""
        self.sign: int = fields[0]
        (
            self.is_fact,
            self.is_told,
            self.answers,
            self.points,
            self.has_event,
            self.counts,
            self.blames,
            self.clears,
            self.whole,
        ) = _MARKS[fields[1]]
        concepts, deeds, fates, once, opposites, verb, deed = fields[2:9]
        self.concepts = frozenset(concepts.split()) if concepts else _NOTHING
        self.deeds = frozenset(deeds.split()) if deeds else _NOTHING
        self.fates = frozenset(fates.split()) if fates else _NOTHING
        self.once = frozenset(once.split()) if once else _NOTHING
        self.opposites = frozenset(opposites.split()) if opposites else _NOTHING
        self.verb = frozenset(verb.split()) if verb else _NOTHING
        self.deed: str = deed
        self.weighed: list[str] = fields[9]
        self.of_the_core: list[str] = fields[10]
        self.content = frozenset(self.weighed[1].split())
        self.telling = self.content.union(self.weighed[0].split())
        self.total: float = fields[11]
        self.meant: int = fields[12]
        self.special = (
            self.counts + 2 * self.blames + 4 * self.clears + 8 * bool(opposites) + 16 * bool(deed)
        )

    @lazily
    def terms(self) -> Terms:
        """What it is about."""
        return _terms(*self.weighed)

    @lazily
    def core(self) -> Terms:
        """What its main clause is about, of a denial; of others, all."""
        return _terms(*self.of_the_core) if self.of_the_core else self.terms


def sketch_of(gist: Gist) -> str:
    """The sketch of a claim, as text that :func:`read` understands."""
    marks = (
        gist.is_fact,
        is_told(gist),
        answers_anything(gist),
        may_point_back(gist),
        gist.statement.claim.event_id is not None,
        bool(gist.figures),
        may_blame(gist),
        may_clear(gist),
        gist.taken_back or gist.turned,
    )
    sets = (
        gist.terms.concepts,
        deeds_of(gist),
        gist.fates,
        happenings_of(gist),
        opposites_in(gist),
        frozenset(happening_of(gist)),
    )
    core = gist.core if gist.sign < 0 else gist.terms
    written: list[Any] = [
        _WRITER,
        gist.sign,
        _MARKS.index(marks),
        *map(_joined, sets),
        deed_of(gist),
        _weights(gist.terms),
        [] if core is gist.terms else _weights(core),
        round(gist.terms.total, 1),
        len(gist.terms.meant),
    ]
    return json.dumps(written, ensure_ascii=False, separators=(",", ":"))


def read(text: str) -> Sketch | None:
    """A sketch back from its text; ``None`` where another version wrote it, or another comparer.

    >>> read("a sketch of another comparer") is None
    True
    """
    if not text.startswith(_HEAD):
        return None
    (_, *fields), _ = _decoded(text)
    return Sketch(fields)


def may_relate(a: Sketch, b: Sketch, *, together: bool, same_event: bool) -> bool:
    """Whether two claims that nobody asks about may be anything to each other; ``False`` only where
    there would be no verdict.

    Args:
        a: One.
        b: The other; which of the two comes first makes no difference.
        together: Whether they stand in one article.
        same_event: Whether they belong to one event.
    """
    if same_event or a.answers or b.answers or (together and (a.points or b.points)):
        return True
    if a.sign == b.sign:
        if a.sign == 0:
            return False
        if a.sign > 0 and not a.once.isdisjoint(b.once):
            return True
        if a.is_fact and b.is_fact and _may_agree(a, b):
            return True
        speaks = a.special & b.special != 0 and _may_differ(a, b)
    elif a.sign == -b.sign:
        speaks = _may_deny(a, b) if a.sign < 0 else _may_deny(b, a)
    else:
        speaks = _may_blame(a, b)
    return speaks and (together or _may_be_of_one_event(a, b))


def _may_be_of_one_event(a: Sketch, b: Sketch) -> bool:
    if _share_deeds(a, b) or not a.fates.isdisjoint(b.fates):
        return True
    return a.terms.overlap(b.terms) >= ENOUGH


def _share_deeds(a: Sketch, b: Sketch) -> bool:
    return a.has_event or b.has_event or not a.deeds.isdisjoint(b.deeds)


def _may_agree(a: Sketch, b: Sketch) -> bool:
    """Whether one may be the other again. They tell something in common then, beside names."""
    other_words = not a.concepts.isdisjoint(b.concepts)
    # In how many words, at most, one tells the same as the other.
    most = len(a.content & b.content)
    if other_words:
        most += max(a.meant, b.meant)
    if not most:
        return False
    # How much of each is surely not in the other: a word beside names weighs 1.
    beyond_b, beyond_a = len(a.content - b.telling), len(b.content - a.telling)
    if other_words:
        beyond_b, beyond_a = beyond_b - a.meant, beyond_a - b.meant
    told = a.is_told and b.is_told
    if beyond_b > a.total * _OTHERS or beyond_a > b.total * _OTHERS:
        if not told or most < agreement.HEAVY:
            return False
        if beyond_b > a.total * _REST and beyond_a > b.total * _REST:
            return False
        if most < agreement.MUCH and not same_happening(a.verb, b.verb):
            return False
    if a.terms.overlap(b.terms) < agreement.ENOUGH:
        return False
    one_verb = same_happening(a.verb, b.verb)
    if agreement.may_agree(a.terms, b.terms, told=told, one_verb=one_verb):
        return True
    # Two stems of one may be one of the other's in other words: then it matters which comes first.
    return other_words and agreement.may_agree(b.terms, a.terms, told=told, one_verb=one_verb)


def _may_differ(a: Sketch, b: Sketch) -> bool:
    """Whether two claims of which both or neither say that it is so may shut each other out, tell
    of one count, or of one culprit.
    """
    return (
        (a.counts and b.counts)
        or (a.clears and b.clears)
        or (a.deed != "" and a.deed == b.deed)
        or _may_blame(a, b)
        or (a.is_fact and b.is_fact and may_oppose(a.opposites, b.opposites))
    )


def _may_blame(a: Sketch, b: Sketch) -> bool:
    return a.blames and b.blames and (a.sign > 0 or b.sign > 0) and _share_deeds(a, b)


def _may_deny(denial: Sketch, other: Sketch) -> bool:
    """Whether a denial may be one of what another claim says, or of what it blames somebody for."""
    if (denial.clears and other.blames) or _may_blame(denial, other):
        return True
    if not denial.is_fact:
        return False
    if other.blames and is_of_the_charge(denial.core, other.terms):
        return True
    return (
        other.is_fact
        and denial.terms.share_a_name(other.terms)
        and may_negate(denial.core, other.terms, whole=denial.whole)
    )


def _joined(words: Iterable[str]) -> str:
    return " ".join(sorted(words))


def _weights(terms: Terms) -> list[str]:
    """The stems of each weight. No stem has a space in it."""
    return [
        _joined(stem for stem, weight in terms.weights.items() if weight == each)
        for each in _WEIGHTS
    ]


def _terms(names: str, words: str, common: str) -> Terms:
    named = names.split()
    weights = dict.fromkeys(named, NAME)
    weights |= dict.fromkeys(words.split(), WORD)
    weights |= dict.fromkeys(common.split(), COMMON)
    return Terms(weights, frozenset(named), _NOTHING)
