"""Two texts: one verdict from all that the one and the other say."""

from __future__ import annotations

from collections.abc import Sequence

from claimgraph.compare.comparator import Comparator
from claimgraph.compare.gist import Gist
from claimgraph.compare.pairs import ALL, WEIGHT, compare
from claimgraph.compare.statement import Statement
from claimgraph.compare.verdict import Verdict


def verdict_of_pair(
    a: Sequence[Statement], b: Sequence[Statement], *, comparators: Sequence[Comparator] = ALL
) -> Verdict | None:
    """What two texts are to each other, by what they say.

    Every claim of the one is held against every claim of the other, and the verdict that matters
    most stands; ``None`` where the texts have nothing to do with each other.
    """
    left, right = _gists(a), _gists(b)
    verdicts = [
        verdict
        for first in left
        for second in right
        if (verdict := compare(first, second, asked=True, comparators=comparators)) is not None
    ]
    return max(verdicts, key=lambda v: (WEIGHT[v.kind], v.score), default=None)


def _gists(statements: Sequence[Statement]) -> list[Gist]:
    """The gists of one text: what it tells and then takes back counts as taken back."""
    gists = [Gist(each) for each in statements]
    if not any(gist.points_back for gist in gists):
        return gists
    return [gist if gist.points_back else Gist(gist.statement, turned=True) for gist in gists]
