"""Two statements in, one verdict out: the event gate, then the comparators in their order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimgraph.compare.comparator import Comparator, Pair
from claimgraph.compare.gate import Strength, pass_gate
from claimgraph.compare.gist import Gist
from claimgraph.compare.independence import independence_of
from claimgraph.compare.not_comparable import another_count, another_event
from claimgraph.compare.registry import COMPARATORS
from claimgraph.compare.relevance import may_answer, may_relate
from claimgraph.compare.statement import Statement
from claimgraph.compare.told import denies_what_was_said
from claimgraph.compare.verdict import Verdict
from claimgraph.vocabulary import RelationKind

ALL = tuple(COMPARATORS.values())

#: What is said of a pair, the one that matters most first.
WEIGHT = {
    RelationKind.CONTRADICTS: 5,
    RelationKind.RETRACTS: 4,
    RelationKind.UPDATES: 3,
    RelationKind.CORROBORATES: 2,
    RelationKind.REFINES: 2,
    RelationKind.NOT_COMPARABLE: 1,
}


def compare(
    a: Statement | Gist,
    b: Statement | Gist,
    *,
    asked: bool = False,
    comparators: Sequence[Comparator] = ALL,
) -> Verdict | None:
    """What two claims are to each other.

    Args:
        a: One; its gist where it is at hand, which saves making it again.
        b: The other.
        asked: Whether somebody asks about these two, so that they are meant to be held together.
        comparators: What may speak.

    Returns:
        The verdict that matters most; *not comparable*, with the test that failed, where only
        another time, place, event, population or measure keeps them from contradicting each
        other; ``None`` where they have nothing to do with each other.
    """
    first = a if isinstance(a, Gist) else Gist(a)
    second = b if isinstance(b, Gist) else Gist(b)
    if first.statement.claim.id == second.statement.claim.id or _one_tells_the_other(first, second):
        return None
    if not asked and not may_relate(first, second):
        return None
    gate = pass_gate(first, second, asked=asked)
    pair = Pair(first, second, gate, asked)
    if gate.strength is Strength.NOTHING and not gate.failed and not may_answer(first, second):
        return None
    verdict = _strongest(pair, comparators)
    if verdict is None and gate.failed:
        return another_event(pair, lambda each: _strongest(each, comparators))
    if verdict is None:
        return another_count(pair)
    if verdict.kind is RelationKind.CORROBORATES:
        return replace(verdict, independence=independence_of(pair))
    return verdict


def _one_tells_the_other(a: Gist, b: Gist) -> bool:
    """Whether one is what the other says that somebody said, and does not say to be untrue."""
    first, second = a.statement.attribution, b.statement.attribution
    if first.parent_id == second.id:
        return not denies_what_was_said(b)
    return second.parent_id == first.id and not denies_what_was_said(a)


def _strongest(pair: Pair, comparators: Sequence[Comparator]) -> Verdict | None:
    verdicts = [verdict for each in comparators if (verdict := each(pair)) is not None]
    return max(verdicts, key=lambda v: (WEIGHT[v.kind], v.score), default=None)
