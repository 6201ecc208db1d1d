"""Whether two claims speak of the same happening, by what they say of it."""

from __future__ import annotations

from collections.abc import Collection

from claimgraph.compare.gist import Gist
from claimgraph.compare.terms import concepts_of, stems

#: Predicates that say nothing by themselves.
_EMPTY = stems("be have do get take make there case happen occur")
#: Predicates of being there, which what is there need not share.
_THERE = stems("find detect discover exist")


def predicate_in(first: Gist, second: Gist, *, bare: bool = True) -> bool:
    """Whether what the first says to have happened, or not, is what the other speaks of.

    "He had not forgotten that she left" does not say that she did not leave.
    """
    content = happening_of(first)
    if not content:
        return bare
    if not _THERE.isdisjoint(content):
        return True
    theirs = {*second.predicate, *second.terms.weights}
    meant = {concept for each in theirs for concept in concepts_of(each)}
    return any(each in theirs or not meant.isdisjoint(concepts_of(each)) for each in content)


def happening_of(gist: Gist) -> list[str]:
    """The stems of a claim's predicate that say something by themselves."""
    return [each for each in gist.predicate if each not in _EMPTY]


def same_predicate(a: Gist, b: Gist) -> bool:
    """Whether both tell the same happening as what they say, and not on the way to it.

    "He admits refugees" and "the plan gives him the power to admit refugees" do not.
    """
    return same_happening(happening_of(a), happening_of(b))


def same_happening(mine: Collection[str], theirs: Collection[str]) -> bool:
    """Whether the stems of two predicates tell the same happening."""
    if any(each in theirs for each in mine):
        return True
    meant = {concept for each in theirs for concept in concepts_of(each)}
    return any(not meant.isdisjoint(concepts_of(each)) for each in mine)
