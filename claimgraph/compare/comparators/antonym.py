"""Opposites of one thing: "joined" and "dropped out", "resigned" and "was dismissed"."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from pathlib import Path

from claimgraph.compare.arguments import has_doer, same_doers, same_objects
from claimgraph.compare.comparator import Pair
from claimgraph.compare.gate import NEWS_CYCLE, Strength, apart_of
from claimgraph.compare.gist import Gist, once_for_each
from claimgraph.compare.kin import same_head
from claimgraph.compare.polls import is_poll
from claimgraph.compare.terms import COMMON, Terms, concepts_of, stems, terms_of
from claimgraph.compare.told import has_negation, is_told
from claimgraph.compare.verdict import Verdict
from claimgraph.vocabulary import ConflictType, RelationKind, Role

METHOD = "antonym.v1"

#: Who only plans to demand a resignation has dismissed nobody.
_ABOUT_TO_ASK = re.compile(r"\bplan\w*\s+to\s+(?:ask|demand|request|seek)\b", re.IGNORECASE)
_KEEPING = stems("keep kept")
#: What one may think of a thing, and another the opposite.
_ATTITUDES = frozenset(("support", "oppose", "agree", "refuse"))
#: Where another clause begins.
_CLAUSES = frozenset("after as because before if since that when which while who whose".split())
#: So many words behind an opposite tell what it is about.
_NEXT = 7
_FILE = Path(__file__).parents[1] / "opposites.txt"


def antonym(pair: Pair) -> Verdict | None:
    """Whether two claims say opposite things of the same."""
    a, b = pair.a, pair.b
    if a.sign != b.sign or a.sign == 0 or not (a.is_fact and b.is_fact):
        return None
    if pair.gate.strength is Strength.NOTHING:
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


def opposites_in(gist: Gist) -> frozenset[str]:
    """The concepts of a claim that have an opposite."""
    return frozenset(_against().keys() & gist.concepts.keys())


def may_oppose(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether of two claims each speaks of an opposite, and does not speak of both.

    Args:
        a: The concepts of the one that have an opposite.
        b: Those of the other.
    """
    return any(not _against()[each].isdisjoint(b - a) for each in a - b)


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
    if not pair.asked and not _of_the_same(pair, (mine.text, other.text), (left, right), anywhere):
        return None
    return mine.text, other.text


def _of_the_same(
    pair: Pair, words: tuple[str, str], rest: tuple[Terms, Terms], anywhere: bool
) -> bool:
    """Whether, among the claims of all news, both are about the same people and things."""
    a, b = pair.a, pair.b
    if not (is_told(a) and is_told(b)):
        return False
    if any(_only_keeps(gist, word) for gist, word in zip((a, b), words, strict=True)):
        return False
    if (a.figures and b.figures) or any(each.is_share for each in (*a.figures, *b.figures)):
        return False  # 28 stayed, and more than half left: both can be
    if is_poll(a) or is_poll(b):
        return False  # other people were asked, or on other days
    if _is_attitude(a, words[0]) and not (has_doer(a) and has_doer(b)):
        return False  # one is for it, another against it
    if has_negation(a, but=words[0]) or has_negation(b, but=words[1]):
        return False
    if pair.changed or (pair.same_source and pair.same_document):
        return False  # nobody says both in one breath of one thing
    apart = apart_of(a.statement, b.statement)
    lasts = _is_attitude(a, words[0]) and _is_attitude(b, words[1])
    if apart is not None and apart > NEWS_CYCLE and not lasts:
        return False  # "her streak continued", and weeks later "the streak is halted"
    if anywhere:
        return not any(_ABOUT_TO_ASK.search(each.statement.claim.text) for each in (a, b))
    left, right = rest
    names = left.names | right.names
    mine, theirs = left.content() - names, right.content() - names
    told = len(left.shared(right) & mine)
    shorter = min(len(mine), len(theirs))
    if told < shorter / 2 or (shorter > 1 and told < 2):
        return False  # "the immigration bill", "a bill on banks"
    if not same_doers(a, b) or not same_objects(a, b):
        return False
    first, second = (_behind(gist, word) for gist, word in zip((a, b), words, strict=True))
    return not first.weights or not second.weights or bool(first.shared(second))


def _only_keeps(gist: Gist, word: str) -> bool:
    """Whether somebody keeps a thing, and does not keep doing it: "keeps his distance"."""
    at = next(number for number, each in enumerate(gist.words) if each.text == word)
    if gist.words[at].stem not in _KEEPING:
        return False
    after = gist.words[at + 1].text.lower() if at + 1 < len(gist.words) else ""
    return not after.endswith("ing") and after not in ("on", "up")


def _is_attitude(gist: Gist, word: str) -> bool:
    """Whether an opposite is one of those that each has of their own."""
    found = next(each.stem for each in gist.words if each.text == word)
    return not _ATTITUDES.isdisjoint(concepts_of(found))


def _behind(gist: Gist, word: str) -> Terms:
    """The words behind an opposite, up to where another clause begins: "supports a measure that
    would lower …".
    """
    at = next(number for number, each in enumerate(gist.words) if each.text == word)
    behind = list(gist.words[at + 1 : at + 1 + _NEXT])
    ends = [number for number, each in enumerate(behind) if each.text.lower() in _CLAUSES]
    return terms_of(behind[: ends[0]] if ends else behind)


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
