"""All statements of some articles against each other, a verdict for two attributions and a kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice

from claimgraph.compare.gist import Gist
from claimgraph.compare.judge import PairJudge
from claimgraph.compare.keys import block_keys
from claimgraph.compare.pairs import compare
from claimgraph.compare.statement import Statement
from claimgraph.compare.texts import Comparer, compared, is_judged
from claimgraph.compare.verdict import Verdict
from claimgraph.vocabulary import SYMMETRIC, RelationKind

#: Pairs that are compared before the next ones are looked for: what a judge sees at once.
_AT_ONCE = 4096

#: Of all that share a key with a statement, it is paired with so many that came out after it.
NEAREST = 250


@dataclass(frozen=True, slots=True)
class Found:
    """What a statement of one attribution is to one of another.

    Attributes:
        a: Number of the one; in "updates", "refines" and "retracts", of the earlier or more
            general one.
        b: Number of the other.
        verdict: On the two.
    """

    a: int
    b: int
    verdict: Verdict


def relations_among(
    statements: Sequence[Statement],
    *,
    comparer: Comparer = compare,
    judge: PairJudge | None = None,
) -> list[Found]:
    """What the statements of some articles are to each other.

    Several claims of one attribution stand against another's: for each kind of relation the surest
    verdict is given, and "not comparable" only where nothing else is said of the two. A judge's
    verdict is given only where no comparator has one.

    Args:
        statements: Of all the articles.
        comparer: What compares the gists of two.
        judge: What is asked where it says nothing.

    Returns:
        In the order of the statements, whichever was compared first.

    Raises:
        ModelError: The judge's answers cannot be used.
    """
    best: defaultdict[frozenset[str], dict[tuple[RelationKind, str], Found]] = defaultdict(dict)
    gists = [Gist(each) for each in statements]
    numbers = candidates(statements)
    while some := list(islice(numbers, _AT_ONCE)):
        pairs = [(gists[a], gists[b]) for a, b in some]
        verdicts = compared(pairs, comparer=comparer, judge=judge)
        for (a, b), verdict in zip(some, verdicts, strict=True):
            if verdict is None:
                continue
            found = Found(b, a, verdict) if verdict.reversed else Found(a, b, verdict)
            one, other = statements[found.a].attribution.id, statements[found.b].attribution.id
            # Two attributions may refine each other, each in another claim.
            kinds, kind = best[frozenset((one, other))], verdict.kind
            key = (kind, "" if kind in SYMMETRIC else one)
            if key not in kinds or _strength(verdict) > _strength(kinds[key].verdict):
                kinds[key] = found
    told = [each for kinds in best.values() for each in _told(list(kinds.values()))]
    return sorted(told, key=lambda each: (sorted((each.a, each.b)), each.a, each.verdict.kind))


def candidates(statements: Sequence[Statement]) -> Iterator[tuple[int, int]]:
    """Pairs of statements of different attributions that stand in one article, or share a key.

    Of those that share a key with many others, each is paired with the ``NEAREST`` that came out
    next. Of each pair the one that came out first stands first, so that the same is said of the
    two whatever their order.
    """
    blocks: defaultdict[str, list[int]] = defaultdict(list)
    places: list[list[tuple[str, int]]] = [[] for _ in statements]
    order = sorted(range(len(statements)), key=lambda each: _came_out(statements[each]))
    for number in order:
        statement = statements[number]
        keys = (f"article {statement.document_id}", *(key.name for key in block_keys(statement)))
        for key in keys:
            places[number].append((key, len(blocks[key])))
            blocks[key].append(number)
    for number in order:
        following = {
            other
            for key, place in places[number]
            for other in blocks[key][place + 1 : place + 1 + NEAREST]
        }
        for other in sorted(following):
            if statements[number].attribution.id != statements[other].attribution.id:
                yield number, other


def _came_out(statement: Statement) -> datetime:
    start = None if statement.published is None else statement.published.start
    return datetime.max.replace(tzinfo=UTC) if start is None else start


def _strength(verdict: Verdict) -> tuple[bool, float]:
    return not is_judged(verdict), verdict.score


def _told(found: list[Found]) -> list[Found]:
    """Of all that two attributions are to each other, what is worth telling."""
    firm = [each for each in found if not is_judged(each.verdict)] or found
    return [each for each in firm if each.verdict.kind is not RelationKind.NOT_COMPARABLE] or firm
