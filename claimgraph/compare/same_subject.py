"""Whether two figures that count no victims are of one thing: whose they are, and of which days.

A toll belongs to its event. Money, percentages, votes and the like belong to whoever has them, and
change as time goes by: "$15 million raised by one campaign" says nothing against "$21 million
raised by the other", and this spring's lead nothing against last winter's.
"""

from __future__ import annotations

import re
from datetime import timedelta

from claimgraph.compare.arguments import Party, are_of_other_sorts, head, names_in, same_party
from claimgraph.compare.comparator import Pair
from claimgraph.compare.figures import Figure
from claimgraph.compare.gate import Strength, apart_of
from claimgraph.compare.gist import Gist, once_for_each
from claimgraph.compare.one_event import other_event
from claimgraph.compare.polls import is_poll, is_rate
from claimgraph.compare.terms import COMMON, stems, terms_of, tokens
from claimgraph.vocabulary import Role

#: A figure that is no toll and names no time holds for about so long.
_HOLDS_FOR = timedelta(days=14)
#: Verbs of those who only measure: "Forbes puts his wealth at …".
_MEASURING = stems(
    "assess calculate count document estimate find give list measure note peg place "
    "predict project put rank rate record register report say see show suggest tally value"
)
#: "It reported spending so much": it spent it itself.
_OF_ITSELF = re.compile(r"\breport(?:s|ed)?\s+\w+ing\b")
#: Verbs of those to whom it happened.
_HAVING = stems("have see suffer experience")
#: Figures that say how much is missing, and not how much there is.
_MISSING = re.compile(
    r"\bshort\s+of\b(?!\s+breath)|\baway\s+from\b|\b(?:more|fewer|less)\s+[\w’']+\s+than\b"
    r"|\b(?:needs?|needed|lacks?|lacked|remaining|gap|behind|shortfall)\b",
    re.IGNORECASE,
)
#: The stretch of time that an amount is of.
_STRETCH = re.compile(
    r"\bsince\s+[\w’']+(?:\s+\d{4})?"
    r"|\b(?:that|this|last|next|a|per|each|every|the\s+(?:past|last))\s+(?:\w+\s+)?"
    r"(?:day|week|month|quarter|year|decade|hour)s?\b"
    r"|\b(?:first|second|third|fourth|fiscal|financial)\s+(?:year|quarter|half|month|week)\b"
    r"|\b(?:annually|daily|monthly|weekly|yearly|so\s+far|to\s+date)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b(?!,\d)")
_SUM = re.compile(
    r"\b(?:altogether|combined|cumulatively|in\s+(?:all|total)|overall|total(?:s|ed|led|ing|ling)?)\b",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"\b(?:up|down|rose|risen|rising|fell|fallen|falling|dropped|climbed|increased|decreased|jumped"
    r"|slipped|declined|grew|grown)\s+(?:\w+\s+)?from\s+(?:\w+\s+)?\Z",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"\band\b|,\s")
_DIGIT = re.compile(r"\d")
#: Words beside a figure that say nothing of what it measures.
_SAYS_NOTHING = stems(
    "billion dollar each fall hundred increase million number percent percentage point quarter "
    "rise rose thousand total trillion year decrease drop grow growth"
)


def other_subject(pair: Pair, a: Figure, b: Figure) -> str:
    """The test that keeps two figures apart, in words; "" where they may be of one thing."""
    if a.fate or b.fate:
        if not _had_by_one(pair):
            return "another population"
        return other_event(pair)
    if is_rate(a) and is_rate(b) and not pair.same_document and pair.days_apart:
        return "another time, or other people counted"
    if _was_before(pair.a, a) or _was_before(pair.b, b):
        return "another time, what it was before"
    if is_poll(pair.a) or is_poll(pair.b):
        return "another poll, or other people asked" if _of_answers(a, b) else ""
    if _measures_a_gap(pair.a) != _measures_a_gap(pair.b):
        return "another measure, how much there is and how much is missing"
    apart = apart_of(pair.a.statement, pair.b.statement)
    dated = any(test.startswith("same time") for test in pair.gate.tests)
    if apart is not None and apart > _HOLDS_FOR and not dated:
        return f"another time, {apart.days} days apart"
    if not dated and _of_other_times(pair.a, pair.b):
        return "another stretch of time"
    if pair.gate.strength is Strength.EVENT:
        return ""
    if _adds_up(pair.a) != _adds_up(pair.b):
        return "another measure, a sum and a part of it"
    if not _of_one(pair, a, b):
        return "figures of somebody or something else"
    if not _measured_alike(pair, a, b):
        return "another measure"
    return ""


def _had_by_one(pair: Pair) -> bool:
    """Whether victims whom somebody has are had by one: "the town had two murders"."""
    if not all(_HAVING & set(gist.predicate) for gist in (pair.a, pair.b)):
        return True
    first, second = (gist.parties(Role.AGENT) for gist in (pair.a, pair.b))
    if first and second:
        return any(same_party(x, y, close=pair.same_document) for x in first for y in second)
    had = {each for words, _ in (*first, *second) for each in names_in(words)}
    others = (pair.b if first else pair.a).terms.weights
    return not had or not had.isdisjoint(others)


def _of_other_times(a: Gist, b: Gist) -> bool:
    """Whether the words say that two amounts came together over two stretches of time."""
    years = _years(a), _years(b)
    if years[0] and years[1] and years[0] != years[1]:
        return True
    return _stretches(a) != _stretches(b)


@once_for_each
def _years(gist: Gist) -> frozenset[str]:
    return frozenset(match[0] for match in _YEAR.finditer(gist.statement.claim.text))


@once_for_each
def _stretches(gist: Gist) -> frozenset[str]:
    """Over which time the figures of a claim are added up: "since 2010", "that year", "a month"."""
    found = _STRETCH.finditer(gist.statement.claim.text)
    return frozenset(" ".join(match[0].lower().split()) for match in found)


def _was_before(gist: Gist, figure: Figure) -> bool:
    """Whether a figure is what something was before: "down from 49 percent"."""
    text = gist.statement.claim.text
    at = text.find(figure.quantity.text)
    return at > 0 and _FROM.search(text, 0, at) is not None


@once_for_each
def _adds_up(gist: Gist) -> bool:
    """Whether it gives the sum of what several have, or got: "he has paid the club and the inn"."""
    if _SUM.search(gist.statement.claim.text):
        return True
    those = [words for words, _ in gist.parties(Role.PATIENT) if not _DIGIT.search(words)]
    return len(those) > 1 or any(_SEVERAL.search(words) for words in those)


def _of_answers(a: Figure, b: Figure) -> bool:
    return is_rate(a) or is_rate(b)


@once_for_each
def _measures_a_gap(gist: Gist) -> bool:
    return bool(_MISSING.search(gist.statement.claim.text))


def _of_one(pair: Pair, a: Figure, b: Figure) -> bool:
    """Whether whose the figures are may be one: by who has it, and by the names in the claims."""
    first, second = _owners(pair.a, a), _owners(pair.b, b)
    close = pair.same_document
    if first and second and not any(_one(x, y, close=close) for x in first for y in second):
        return False
    mine, theirs = _names_of(pair.a), _names_of(pair.b)
    if mine and theirs:
        return bool(mine & theirs)
    return not (mine or theirs) or pair.same_document


def _one(a: Party, b: Party, *, close: bool) -> bool:
    """Whether two owners may be one, or one is what belongs to the other: "his fortune", "he"."""
    mine, theirs = terms_of(tokens(a[0])), terms_of(tokens(b[0]))
    if are_of_other_sorts(a[0], b[0]):
        return False
    if same_party(a, b, close=close):
        return True
    if mine.names or theirs.names:
        return bool(mine.names & theirs.names)
    return head(a[0]) in theirs.weights or head(b[0]) in mine.weights


def _owners(gist: Gist, figure: Figure) -> list[Party]:
    """Who or what has so much, by the parts of the claim; not who only measures it.

    Where no part says so, the speaker has it.
    """
    measured = _only_measures(gist)
    roles = (Role.PATIENT,) if measured else (Role.AGENT, Role.PATIENT)
    found = [
        _as_whose(gist, party)
        for party in gist.parties(*roles)
        if any(char.isalpha() for char in party[0])
        and figure.quantity.text not in party[0]
        and not any(char.isdigit() for char in party[0])
    ]
    if gist.statement.claim.predicate.startswith("be "):
        found.append((gist.statement.claim.predicate.removeprefix("be "), None))
    speaker = gist.statement.speaker
    if found or measured or speaker is None:
        return found
    return [(speaker.name, speaker)]


def _only_measures(gist: Gist) -> bool:
    """Whether who does it only says how much somebody else has."""
    reported = _OF_ITSELF.search(gist.statement.claim.text)
    return reported is None and not _MEASURING.isdisjoint(gist.predicate)


def _as_whose(gist: Gist, party: Party) -> Party:
    """A party, and where it is only "the campaign", the speaker's whose it is."""
    words, actor = party
    if names_in(words):
        return party
    if actor is not None:
        return actor.name, actor
    speaker = gist.statement.speaker
    if speaker is not None and head(words) == head(speaker.name):
        return speaker.name, speaker
    return party


@once_for_each
def _names_of(gist: Gist) -> frozenset[str]:
    """The names in a claim, without its speaker's, where that only measures."""
    speaker = gist.statement.speaker
    names = gist.terms.names
    if speaker is None:
        return names
    own = stems(" ".join(speaker.names))
    return names if not names - own and not _only_measures(gist) else names - own


def _measured_alike(pair: Pair, a: Figure, b: Figure) -> bool:
    """Whether half of what the shorter claim says, beside names and numbers, is in the other."""
    numbers = {token.stem for each in (a, b) for token in tokens(each.quantity.text)}
    names = pair.a.terms.names | pair.b.terms.names | _SAYS_NOTHING | numbers
    mine, theirs = _told(pair.a) - names, _told(pair.b) - names
    if not mine or not theirs:
        return bool(pair.a.terms.names & pair.b.terms.names)
    shared = pair.a.terms.shared(pair.b.terms) & mine
    return len(shared) >= max(1, min(len(mine), len(theirs)) / 2)


def _told(gist: Gist) -> set[str]:
    weights = gist.terms.weights
    return {
        each
        for each in weights
        if weights[each] > COMMON and each not in _MEASURING and not each[0].isdigit()
    }
