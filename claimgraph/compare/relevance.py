"""Whether two claims can be anything to each other at all: a cheap test before the others.

Most claims that share keys have nothing to say to each other. To find that out takes a fraction of
what the event gate and the comparators take, and the verdict is the same as theirs.
"""

from __future__ import annotations

from collections.abc import Callable

from claimgraph.compare.blame import rejects_blame_of, saying_of
from claimgraph.compare.comparators.antonym import opposed
from claimgraph.compare.comparators.once import happenings_of
from claimgraph.compare.gate import kinds_of, same_event, share_an_article, share_the_scene
from claimgraph.compare.gist import Gist, once_for_each
from claimgraph.compare.pointing import points_back

#: So much of the shorter claim in the longer one speaks for one event.
ENOUGH = 0.5


def may_relate(a: Gist, b: Gist) -> bool:
    """Whether the gate may take two claims that nobody asks about for claims about one event, or
    a comparator speaks where it does not; ``False`` only where there would be no verdict.
    """
    return (
        same_event(a, b)
        or a.terms.overlap(b.terms) >= ENOUGH
        or share_an_article(a, b)
        or (_meet(kinds_of, a, b) and share_the_scene(a, b))
        or may_answer(a, b)
        or not a.fates.isdisjoint(b.fates)
        or _meet(happenings_of, a, b)
        or (bool(opposed(a) and opposed(b)) and not opposed(a).isdisjoint(b.concepts))
    )


def _meet(find: Callable[[Gist], frozenset[str]], a: Gist, b: Gist) -> bool:
    return not find(a).isdisjoint(find(b))


def may_answer(a: Gist, b: Gist) -> bool:
    """Whether one of the two denies what it names only by who said it, and so is about anything;
    or in one article only points back to what it denies.
    """
    if answers_anything(a) or answers_anything(b):
        return True
    close = a.statement.document_id == b.statement.document_id
    return close and (points_back(a) or points_back(b))


@once_for_each
def answers_anything(gist: Gist) -> bool:
    """Whether it denies what it names only by who said it, and so is about anything."""
    return gist.sign < 0 and bool(rejects_blame_of(gist) or saying_of(gist))
