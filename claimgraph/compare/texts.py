"""Whole texts against each other: every pair of their statements compared, and what comes of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from heapq import nlargest
from itertools import product

from claimgraph.compare.commitment import writer_holds
from claimgraph.compare.gist import Gist
from claimgraph.compare.judge import PairJudge, Pairs, with_judge
from claimgraph.compare.keys import block_keys
from claimgraph.compare.pairs import WEIGHT, compare
from claimgraph.compare.statement import Actor, Statement
from claimgraph.compare.verdict import Verdict
from claimgraph.ids import content_id, name_key

Comparer = Callable[[Gist, Gist], Verdict | None]
#: Claims of a long text that one claim of another text is held against.
MOST = 100

#: Compares two statements that somebody holds together.
compare_asked: Comparer = partial(compare, asked=True)


def verdict_of_pair(
    a: Sequence[Statement],
    b: Sequence[Statement],
    *,
    comparer: Comparer = compare_asked,
    judge: PairJudge | None = None,
) -> Verdict | None:
    """What two texts are to each other, by what they say.

    Every claim of the one is held against every claim of the other, and the verdict that matters
    most stands.

    Args:
        a: All that one text says.
        b: All that the other says.
        comparer: What compares two claims.
        judge: What is asked where it says nothing.

    Returns:
        ``None`` where the texts have nothing to do with each other.

    Raises:
        ModelError: The judge's answers cannot be used.
    """
    return chosen(compared(pairs_of(a, b), comparer=comparer, judge=judge, asked=True))


def pairs_of(a: Sequence[Statement], b: Sequence[Statement]) -> list[tuple[Gist, Gist]]:
    """Every claim of one text with every one of another.

    Of two long texts, each claim with at most ``MOST`` of the other: with those that share the
    rarest keys with it.
    """
    first, second = _gists(a), _gists(b)
    if len(first) * len(second) <= MOST**2:
        return list(product(first, second))
    blocks: defaultdict[str, list[int]] = defaultdict(list)
    for number, gist in enumerate(second):
        for key in block_keys(gist.statement):
            blocks[key.name].append(number)
    pairs = []
    for gist in first:
        shared: defaultdict[int, float] = defaultdict(float)
        for key in block_keys(gist.statement):
            block = blocks.get(key.name, [])
            for number in block[:MOST]:
                shared[number] += 1 / len(block)
        pairs += [
            (gist, second[number]) for number in nlargest(MOST, shared, key=shared.__getitem__)
        ]
    return pairs


def compared(
    pairs: Pairs, *, comparer: Comparer, judge: PairJudge | None = None, asked: bool = False
) -> list[Verdict | None]:
    """What the two claims of each pair are to each other.

    Args:
        pairs: Their gists.
        comparer: What says so.
        judge: What is asked where it says nothing.
        asked: Whether somebody asks about these very pairs.

    Raises:
        ModelError: The judge's answers cannot be used.
    """
    verdicts = [comparer(a, b) for a, b in pairs]
    return verdicts if judge is None else with_judge(pairs, verdicts, judge, asked=asked)


def chosen(verdicts: Iterable[Verdict | None]) -> Verdict | None:
    """The verdict that matters most; of one weight the surest, and of equals the first.

    A judge's verdict counts only where there is no other.
    """
    found = [verdict for verdict in verdicts if verdict is not None]
    of_comparators = [verdict for verdict in found if not is_judged(verdict)]
    return max(
        of_comparators or found,
        key=lambda verdict: (WEIGHT[verdict.kind], verdict.score),
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


def _of_one_event(statements: Sequence[Statement]) -> list[Statement]:
    """The statements of a short text, each with the one time and the one place that it names."""
    times = {each.claim.time for each in statements} - {None}
    places = {each.claim.place for each in statements} - {None}
    time = times.pop() if len(times) == 1 else None
    place = places.pop() if len(places) == 1 else None
    return [
        replace(
            each,
            claim=each.claim.model_copy(
                update={"time": each.claim.time or time, "place": each.claim.place or place}
            ),
        )
        for each in statements
    ]


def _gists(statements: Sequence[Statement]) -> list[Gist]:
    """The gists of one text: what it tells and then takes back counts as taken back."""
    gists = [
        Gist(each, turned=writer_holds(each.attribution) < 0) for each in _of_one_event(statements)
    ]
    if not any(gist.points_back for gist in gists):
        return gists
    return [gist if gist.points_back else Gist(gist.statement, turned=True) for gist in gists]
