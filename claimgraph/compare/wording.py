"""Two sentences of one making: where they differ, they speak of two things."""

from __future__ import annotations

from claimgraph.compare.gist import Gist, once_for_each
from claimgraph.compare.terms import COMMON, Token, concepts_of

#: Sentences of fewer words are too short to be of one making.
_FEWEST = 5


def one_word_apart(a: Gist, b: Gist) -> bool:
    """Whether two claims are word for word the same but for a word that tells something.

    "Penalties for civil crimes fell", "penalties for environmental crimes fell". Other verbs may
    tell the same.
    """
    first, second = _telling(a), _telling(b)
    if len(first) != len(second) or len(first) < _FEWEST:
        return False
    apart = [(x, y) for x, y in zip(first, second, strict=True) if x.stem != y.stem]
    if len(apart) != 1:
        return False
    (mine, other), verbs = apart[0], {*a.predicate, *b.predicate}
    if mine.stem in verbs or other.stem in verbs:
        return False
    return concepts_of(mine.stem).isdisjoint(concepts_of(other.stem))


@once_for_each
def _telling(gist: Gist) -> list[Token]:
    """The words of a claim that tell something, figures left out."""
    weights = gist.terms.weights
    return [each for each in gist.words if weights.get(each.stem, 0) > COMMON]
