"""Whole texts against each other: every pair of their statements compared, and what comes of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import product

from claimgraph.compare.gist import Gist
from claimgraph.compare.judge import Gate, PairJudge, Pairs, with_judge
from claimgraph.compare.pairs import compare
from claimgraph.compare.statement import Actor, Statement
from claimgraph.compare.verdict import Verdict
from claimgraph.ids import content_id, name_key
from claimgraph.vocabulary import RelationKind

Comparer = Callable[[Statement, Statement], Verdict | None]

#: Which of several verdicts on two texts speaks for them, the first of these.
_ORDER = (
    RelationKind.CONTRADICTS,
    RelationKind.RETRACTS,
    RelationKind.UPDATES,
    RelationKind.CORROBORATES,
    RelationKind.REFINES,
    RelationKind.NOT_COMPARABLE,
)
#: How much of what the shorter of two claims is about must be in the other before a judge sees
#: them, as a share of the words' weight.
_LEAST_OVERLAP = 0.5


def about_one_thing(a: Statement, b: Statement) -> bool:
    """Whether two statements share so many words that a judge may be asked about them."""
    return Gist(a).scene.overlap(Gist(b).scene) >= _LEAST_OVERLAP


def compared(
    pairs: Pairs,
    *,
    comparer: Comparer = compare,
    judge: PairJudge | None = None,
    gate: Gate = about_one_thing,
) -> list[Verdict | None]:
    """What the statements of each pair are to each other.

    Args:
        pairs: Statements.
        comparer: What says so.
        judge: What is asked where it says nothing.
        gate: Which pairs a judge may see.

    Raises:
        ModelError: The judge's answers cannot be used.
    """
    verdicts = [comparer(a, b) for a, b in pairs]
    return verdicts if judge is None else with_judge(pairs, verdicts, judge, gate=gate)


def verdict_of_pair(
    statements_a: Sequence[Statement],
    statements_b: Sequence[Statement],
    *,
    comparer: Comparer = compare,
    judge: PairJudge | None = None,
    gate: Gate = about_one_thing,
) -> Verdict | None:
    """What two texts are to each other: the verdict on two of their statements that counts most.

    Args:
        statements_a: All that one text says.
        statements_b: All that the other says.
        comparer: What compares two statements.
        judge: What is asked where it says nothing.
        gate: Which pairs a judge may see.

    Returns:
        ``None`` where no statement of one has to do with one of the other.

    Raises:
        ModelError: The judge's answers cannot be used.
    """
    pairs = list(product(statements_a, statements_b))
    return chosen(compared(pairs, comparer=comparer, judge=judge, gate=gate))


def chosen(verdicts: Iterable[Verdict | None]) -> Verdict | None:
    """The verdict that speaks for all of them.

    A contradiction comes first, then what is newer, then agreement, then more detail; of one kind
    the surest, and of equals the first. A judge's verdict counts only where there is no other.
    """
    found = [verdict for verdict in verdicts if verdict is not None]
    of_comparators = [verdict for verdict in found if not is_judged(verdict)]
    return min(
        of_comparators or found,
        key=lambda verdict: (_ORDER.index(verdict.kind), -verdict.score),
        default=None,
    )


def is_judged(verdict: Verdict) -> bool:
    """Whether a judge found it, and no comparator."""
    return verdict.method.startswith("judge:")


def spoken_by(statements: Iterable[Statement], name: str) -> list[Statement]:
    """The statements, with somebody as the speaker of those that name none.

    Args:
        statements: Of one text.
        name: Who is known to have said it; "" for nobody.
    """
    if not name.strip():
        return list(statements)
    name = " ".join(name.split())
    speaker = Actor(content_id("src", name_key(name)), name, (name,))
    return [
        replace(each, speaker=speaker, actors={**each.actors, speaker.id: speaker})
        if each.speaker is None
        else each
        for each in statements
    ]
