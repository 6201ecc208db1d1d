"""Two sentences that are made alike and speak of two things: the words by which they say so."""

from __future__ import annotations

import re

from claimgraph.compare.comparator import Pair
from claimgraph.compare.gist import Gist, once_for_each
from claimgraph.compare.terms import COMMON, Token, concepts_of

#: Sentences of fewer words are too short to be of one making.
_FEWEST = 5
_WHICH = re.compile(
    r"\b(?:first|second|third|fourth|fifth|sixth|initial|last|final|next|previous|earlier|later)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d[\d,.]*")
_OTHER = re.compile(r"\b(?:again|another|others?)\b", re.IGNORECASE)


def speak_of_two(pair: Pair) -> bool:
    """Whether two claims say themselves that they are about two things: "the first explosion", "the
    second"; in one article, "companies" and "other companies".
    """
    texts = [each.statement.claim.text for each in (pair.a, pair.b)]
    first, second = ({m[0].lower() for m in _WHICH.finditer(text)} for text in texts)
    if first and second and first.isdisjoint(second):
        return True
    numbers = [frozenset(_NUMBER.findall(text)) for text in texts]
    if all(numbers) and numbers[0].isdisjoint(numbers[1]) and not _count_alike(pair):
        return True
    if pair.same_document and bool(_OTHER.search(texts[0])) != bool(_OTHER.search(texts[1])):
        return True
    return one_word_apart(pair.a, pair.b)


def _count_alike(pair: Pair) -> bool:
    """Whether a figure of the one may be one of the other, however it is written."""
    return any(
        x.low <= y.high and y.low <= x.high and x.fate == y.fate
        for x in pair.a.figures
        for y in pair.b.figures
    )


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
