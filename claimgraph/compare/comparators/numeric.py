"""Numbers of the same thing: inside each other, apart, or the later state of a count."""

from __future__ import annotations

from collections.abc import Callable

from claimgraph.compare.comparator import Pair
from claimgraph.compare.figures import FATES, Figure
from claimgraph.compare.gate import Strength
from claimgraph.compare.one_event import other_event
from claimgraph.compare.same_measure import comparable, is_listed
from claimgraph.compare.same_subject import other_subject
from claimgraph.compare.told import is_told
from claimgraph.compare.verdict import Verdict
from claimgraph.vocabulary import ConflictType, RelationKind, SpeechAct

METHOD = "numeric.v1"

#: Bounds that allow each other say little where they are further apart than this.
_FAR = 2.0
#: Further apart than this, counts of different claims are seldom of one thing.
_OTHER_COUNT = 8.0
#: What two claims without a date must have in common at the least.
_SOME = 0.4
_CORRECTING = frozenset((SpeechAct.CORRECT, SpeechAct.RETRACT))
#: A count of these goes on while an event is news.
_COUNTED_ON = frozenset((*FATES, "missing", "displace", "evacuate", "rescue", "homeless"))


def numeric(pair: Pair) -> Verdict | None:
    """The figures of two claims that count the same, the surest first."""
    if pair.gate.strength is Strength.NOTHING:
        return None
    if pair.a.sign != pair.b.sign or not (pair.a.is_fact and pair.b.is_fact):
        return None
    if pair.is_one_passage:
        return None
    found: list[Verdict] = []
    for first in pair.a.figures:
        for second in pair.b.figures:
            if not comparable(pair, first, second):
                continue
            verdict = _compare(pair, first, second)
            if verdict is None or not (pair.asked or _holds(pair, verdict, first, second)):
                continue
            found.append(verdict)
    if not found:
        return None
    return max(found, key=lambda verdict: (verdict.kind in _DECIDED, verdict.score))


def _are_two_bounds(a: Figure, b: Figure) -> bool:
    """Whether both only say how much it is at the least, and not the same."""
    return a.best != b.best and a.high == b.high == float("inf")


_DECIDED = frozenset((RelationKind.CONTRADICTS, RelationKind.UPDATES))


def _holds(pair: Pair, verdict: Verdict, a: Figure, b: Figure) -> bool:
    """Whether, among the claims of all news, a verdict is on one thing.

    Figures that are no tolls count only where both are told to be so: not "raising the minimum wage
    to $15", which one wants and another fights, nor what somebody works to raise.
    """
    if a.fate or b.fate:
        decided = verdict.kind in _DECIDED
        return not (other_subject(pair, a, b) if decided else other_event(pair))
    if pair.gate.strength is Strength.EVENT and verdict.kind not in _DECIDED:
        return True
    if not (is_told(pair.a) and is_told(pair.b)):
        return False
    return not other_subject(pair, a, b)


def _compare(pair: Pair, a: Figure, b: Figure) -> Verdict | None:
    said = (
        f"{a.quantity.text} according to {pair.who_a}, {b.quantity.text} according to {pair.who_b}"
    )
    counted = a.fate or a.quantity.of or a.quantity.unit
    tests = (*pair.gate.tests, f"same measure: {counted}")
    spans_a = () if a.quantity.span is None else (a.quantity.span,)
    spans_b = () if b.quantity.span is None else (b.quantity.span,)

    def verdict(kind: RelationKind, score: float, why: str, *, turned: bool = False) -> Verdict:
        return Verdict(
            kind,
            ConflictType.NUMERIC,
            score,
            f"{said}: {why}",
            tests,
            spans_a,
            spans_b,
            turned,
            METHOD,
        )

    later = _later(pair, a, b)
    if is_listed(pair, a, b):
        return None
    if a.low <= b.high and b.low <= a.high:
        if _text_rises(pair, later, a, b):
            return verdict(RelationKind.UPDATES, 0.9, "the count has risen", turned=later == "a")
        if pair.same_source and pair.order and a.best != b.best and a.fate in _COUNTED_ON:
            return verdict(
                RelationKind.UPDATES, 0.8, "one source, the later count", turned=pair.order < 0
            )
        if _ratio(a, b) > _FAR or (not a.fate and not pair.asked and _are_two_bounds(a, b)):
            return None
        if later and a.best != b.best and pair.same_source and a.fate in _COUNTED_ON:
            return verdict(
                RelationKind.UPDATES,
                0.8,
                "the same source, the later figure includes the earlier one",
                turned=later == "a",
            )
        why = "the same figure" if a.best == b.best else "both can be right"
        return verdict(RelationKind.CORROBORATES, 0.85, why)
    if pair.gate.strength < Strength.EVENT and not pair.asked and _ratio(a, b) > _OTHER_COUNT:
        return None  # a war's dead and an attack's
    if a.definite or b.definite:
        return None  # "the five dead" may be five of many
    if pair.same_source:
        return _revised(pair, verdict, a, b)
    if later and _text_rises(pair, later, a, b):
        return verdict(RelationKind.UPDATES, 0.85, "the count has risen", turned=later == "a")
    if later and (pair.days_apart or _told_as_earlier(pair)) and a.fate in _COUNTED_ON:
        return verdict(
            RelationKind.UPDATES,
            0.7,
            "the later count of an event that is still being counted",
            turned=later == "a",
        )
    if pair.asked and not pair.dated and pair.a.terms.overlap(pair.b.terms) < _SOME:
        return None  # nothing says that it is one event
    score = 0.9 if pair.gate.strength >= Strength.WORDS else 0.75
    if pair.a.hedged or pair.b.hedged:
        score -= 0.1
    return verdict(RelationKind.CONTRADICTS, score, "both cannot be right")


def _revised(pair: Pair, verdict: Callable[..., Verdict], a: Figure, b: Figure) -> Verdict | None:
    """Two counts of one source: the later one holds; it may say itself that it corrects."""
    if pair.a.tells_earlier != pair.b.tells_earlier:
        return verdict(
            RelationKind.UPDATES,
            0.85,
            "one source, which tells the earlier count itself",
            turned=pair.b.tells_earlier,
        )
    acts = pair.a.statement.attribution.act, pair.b.statement.attribution.act
    if _CORRECTING & set(acts):
        return verdict(
            RelationKind.RETRACTS,
            0.85,
            "one source, which corrects it",
            turned=acts[0] in _CORRECTING,
        )
    if pair.order:
        return verdict(
            RelationKind.UPDATES, 0.85, "one source, the later count", turned=pair.order < 0
        )
    if not pair.asked and a.fate not in _COUNTED_ON:
        return None  # two sums that one article tells are two sums
    return verdict(
        RelationKind.UPDATES,
        0.6,
        "one source, and a count that grows as the news come in",
        turned=a.best > b.best,
    )


def _later(pair: Pair, a: Figure, b: Figure) -> str:
    """Which is the later state of one count: "a", "b", or "" where neither is known to be."""
    if a.fate not in _COUNTED_ON:
        return ""
    higher = "b" if b.best > a.best else "a"
    if a.best == b.best:
        return ""
    for name, gist in (("a", pair.a), ("b", pair.b)):
        if gist.tells_earlier:
            return "b" if name == "a" else "a"
    for name, gist, figure in (("a", pair.a, a), ("b", pair.b, b)):
        if gist.rises and figure.best == max(a.best, b.best):
            return name
    order = pair.order
    if order == 0:
        # One source in two articles of one day: a count of victims only grows.
        return higher if pair.same_source and not pair.same_document else ""
    return higher if (order > 0) == (higher == "b") else ""


def _told_as_earlier(pair: Pair) -> bool:
    """Whether one of the two says itself that it tells an earlier count."""
    return pair.a.tells_earlier or pair.b.tells_earlier


def _text_rises(pair: Pair, later: str, a: Figure, b: Figure) -> bool:
    """Whether the later of the two says that the count has risen."""
    if not later or a.best == b.best:
        return False
    gist = pair.a if later == "a" else pair.b
    return gist.rises


def _ratio(a: Figure, b: Figure) -> float:
    low, high = sorted((abs(a.best), abs(b.best)))
    if low == 0:
        return 1.0 if high == 0 else float("inf")
    return high / low
