"""Opposites of one thing: "joined" and "dropped out", "resigned" and "was dismissed"."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from pathlib import Path

from claimgraph.compare.comparator import Pair
from claimgraph.compare.gist import Gist, once_for_each
from claimgraph.compare.kin import same_head
from claimgraph.compare.terms import COMMON, Terms, concepts_of
from claimgraph.compare.verdict import Verdict
from claimgraph.vocabulary import ConflictType, RelationKind, Role

METHOD = "antonym.v1"

_FILE = Path(__file__).parents[1] / "opposites.txt"


def antonym(pair: Pair) -> Verdict | None:
    """Whether two claims say opposite things of the same."""
    a, b = pair.a, pair.b
    if a.sign != b.sign or a.sign == 0 or not (a.is_fact and b.is_fact):
        return None
    if opposed(a).isdisjoint(b.concepts):
        return None
    for first, second, anywhere in opposites():
        if first in a.concepts and second in b.concepts:
            words = _opposed(pair, first, second, anywhere)
            if words is None:
                continue
            mine, other = words
            return Verdict(
                RelationKind.CONTRADICTS,
                ConflictType.ANTONYM,
                0.75,
                f"“{mine}” according to {pair.who_a}, “{other}” according to {pair.who_b}",
                (*pair.gate.tests, f"opposites: {first} and {second}"),
                method=METHOD,
            )
    return None


@once_for_each
def opposed(gist: Gist) -> frozenset[str]:
    """The concepts that are opposites of what a claim says."""
    against = _against()
    return frozenset().union(*(against[each] for each in gist.concepts if each in against))


@cache
def _against() -> dict[str, frozenset[str]]:
    """For each concept, its opposites."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for first, second, _ in opposites():
        found[first].add(second)
    return {first: frozenset(others) for first, others in found.items()}


@cache
def opposites() -> tuple[tuple[str, str, bool], ...]:
    """The pairs of concepts that shut each other out, each both ways round, and whether their
    words may stand anywhere in a claim.
    """
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    pairs = [line.split() for line in lines if line and not line.startswith("#")]
    return tuple(
        (first, second, "anywhere" in each[2:])
        for each in pairs
        for first, second in (each[:2], each[1::-1])
    )


def _opposed(pair: Pair, first: str, second: str, anywhere: bool) -> tuple[str, str] | None:
    """The words by which the two say the opposite of the same; ``None`` if they do not."""
    mine, other = pair.a.concepts[first], pair.b.concepts[second]
    if second in pair.a.concepts or first in pair.b.concepts:
        return None
    if not anywhere and not (
        _is_said(pair.a, mine.stem, pair) and _is_said(pair.b, other.stem, pair)
    ):
        return None
    left = _less(pair.a.terms, first)
    right = _less(pair.b.terms, second)
    shared = left.shared(right)
    names = shared & (left.names | right.names)
    if not (pair.asked or anywhere or left.tells_of(right, least=1)):
        return None
    told = sum(left.weights[each] > COMMON for each in shared)
    if not names and told < 2 and not _of_one_thing(pair):
        return None
    if left.overlap(right) < (0.5 if pair.asked else 0.6):
        return None
    return mine.text, other.text


def _of_one_thing(pair: Pair) -> bool:
    """Whether both say what one thing is: "the painting is genuine"."""
    told = (each.statement.claim.predicate.startswith("be ") for each in (pair.a, pair.b))
    return all(told) and any(
        same_head(words, called)
        for words, _ in pair.a.parties(Role.PATIENT, Role.AGENT)
        for called, _ in pair.b.parties(Role.PATIENT, Role.AGENT)
    )


def _is_said(gist: Gist, word: str, pair: Pair) -> bool:
    """Whether a word is what the claim says, and not a word on the way to it."""
    predicate = gist.predicate
    if word.partition("_")[0] in predicate or any(
        concepts_of(word) & concepts_of(each) for each in predicate
    ):
        return True
    return pair.asked and (not predicate or gist.is_headline)


def _less(terms: Terms, concept: str) -> Terms:
    """Terms without those of a concept."""
    kept = {s: w for s, w in terms.weights.items() if concept not in concepts_of(s)}
    return Terms(kept, terms.names & kept.keys(), terms.states)
