"""Why two claims about nearly the same are not held against each other: the test that failed."""

from __future__ import annotations

from collections.abc import Callable

from claimgraph.compare.comparator import Pair
from claimgraph.compare.figures import Figure
from claimgraph.compare.gate import Gate, Strength
from claimgraph.compare.same_measure import comparable, is_listed
from claimgraph.compare.same_subject import other_subject
from claimgraph.compare.verdict import Verdict
from claimgraph.vocabulary import ConflictType, RelationKind

METHOD = "gate.v1"

_KINDS = {"time": ConflictType.TIME, "place": ConflictType.PLACE}


def another_event(pair: Pair, strongest: Callable[[Pair], Verdict | None]) -> Verdict | None:
    """The test of the gate that failed, where nothing else keeps the two from contradicting.

    Args:
        pair: The two; their gate has failed.
        strongest: What the comparators say of a pair.
    """
    if pair.a.terms.overlap(pair.b.terms) < 0.5 and not pair.a.fates & pair.b.fates:
        return None
    gate = Gate(Strength.WORDS, pair.gate.tests)
    would = strongest(Pair(pair.a, pair.b, gate, pair.asked))
    if would is None or would.kind is not RelationKind.CONTRADICTS:
        return None
    return Verdict(
        RelationKind.NOT_COMPARABLE,
        _KINDS.get(pair.gate.failed.partition(":")[0]),
        0.8,
        f"not comparable, another {pair.gate.failed}",
        pair.gate.tests,
        would.spans_a,
        would.spans_b,
        method=METHOD,
    )


def another_count(pair: Pair) -> Verdict | None:
    """That two claims count other people, or what befell others; or that their figures are of
    another poll, of somebody else or of another time.
    """
    if pair.gate.strength < Strength.WORDS or pair.a.sign <= 0 or pair.b.sign <= 0:
        return None
    for first in pair.a.figures:
        for second in pair.b.figures:
            why = _difference(first, second) or _another_subject(pair, first, second)
            if why:
                return Verdict(
                    RelationKind.NOT_COMPARABLE,
                    ConflictType.NUMERIC,
                    0.7,
                    f"not comparable, {why}: {first.quantity.text} and {second.quantity.text}",
                    pair.gate.tests,
                    () if first.quantity.span is None else (first.quantity.span,),
                    () if second.quantity.span is None else (second.quantity.span,),
                    method=METHOD,
                )
    return None


def _difference(a: Figure, b: Figure) -> str:
    """What keeps two counts of people apart; "" where they are no two such counts."""
    if not a.fate or not b.fate or a.is_share or b.is_share:
        return ""
    if a.fate != b.fate:
        return "another measure"
    if a.added != b.added:
        return "some of them come on top of others"
    if a.population.isdisjoint(b.population) and (a.population or b.population):
        return "another population"
    return ""


def _another_subject(pair: Pair, a: Figure, b: Figure) -> str:
    """What keeps two figures of one measure apart that would shut each other out."""
    if pair.asked or not comparable(pair, a, b) or (a.low <= b.high and b.low <= a.high):
        return ""
    if is_listed(pair, a, b):
        return ""
    return other_subject(pair, a, b)
