"""The same said again, or said more exactly; and what its author takes back."""

from __future__ import annotations

import re
from collections.abc import Collection

from claimgraph.compare.arguments import (
    is_said_of_anybody,
    same_doers,
    same_objects,
    same_party,
)
from claimgraph.compare.blame import blamed
from claimgraph.compare.comparator import Pair
from claimgraph.compare.comparators.antonym import opposites
from claimgraph.compare.falsity import SAYINGS
from claimgraph.compare.gate import NEWS_CYCLE, Strength, apart_of
from claimgraph.compare.gist import Gist, once_for_each
from claimgraph.compare.polls import answered_alike
from claimgraph.compare.predicate import predicate_in, same_predicate
from claimgraph.compare.terms import COMMON, Terms, concepts_of, stems, terms_of, tokens
from claimgraph.compare.told import is_of_the_page, is_told
from claimgraph.compare.verdict import Verdict
from claimgraph.compare.wording import speak_of_two
from claimgraph.vocabulary import ConflictType, RelationKind, Role, SpeechAct

METHOD = "agreement.v1"

#: So much of one must be in the other.
ENOUGH = 0.6
#: So many words that tell something must be in both.
HEAVY = 2
#: So much of each in the other is the same claim, however short.
THE_SAME = 0.8
#: Weight of what one says beyond the other, from which on it is the more specific one.
_MORE = 4.0
#: Of so many words in common, the rest tells little.
_MANY = 4
#: Two claims that share so many words that are no names tell the same, whatever their verbs.
MUCH = 3
#: So many where they have other verbs, and came out in other weeks.
_MUCH_LATER = 5
_WORD_FOR_WORD = 0.95
#: What people who are named are, or stand for: as good as a part of the name.
_ROLES = stems(
    "candidate candidacy presidential president nominee nomination presumptive hopeful rival "
    "frontrunner front runner senator sen governor gov minister secretary chairman chairwoman "
    "leader spokesman spokeswoman supporter campaign party election primary race member committee "
    "former"
)
#: Verbs that say nothing without what follows: "planned to vote", "planned to call".
_LIGHT = stems("begin continue decide fail need plan seem start tend try want")
_AHEAD = re.compile(r"\b(?:will|won[’']t|shall|going\s+to)\b", re.IGNORECASE)
_TAKING_BACK = frozenset((SpeechAct.RETRACT, SpeechAct.CORRECT))


def agreement(pair: Pair) -> Verdict | None:
    """Whether two claims say the same."""
    a, b = pair.a, pair.b
    if a.sign == 0 or a.sign != b.sign or pair.gate.strength < Strength.WORDS:
        return None
    if not pair.asked and (pair.is_one_passage or speak_of_two(pair) or is_of_the_page(a)):
        return None
    if not (a.is_fact and b.is_fact):
        return None
    forth, back = a.terms.coverage(b.terms), b.terms.coverage(a.terms)
    shared = a.terms.shared(b.terms)
    heavy = [each for each in shared if a.terms.weights[each] > COMMON]
    if max(forth, back) < ENOUGH or len(heavy) < HEAVY:
        return None
    if not a.terms.share_a_name(b.terms):
        return None
    if not (_same_predicate(a, b) or min(forth, back) >= ENOUGH):
        return None
    if a.figures and b.figures and not agreeing_figures(a, b):
        return None
    if (not pair.asked and not answered_alike(a, b)) or _tell_opposites(a, b):
        return None
    if not pair.asked and (_accuses(a) != _accuses(b) or _is_ahead(a) != _is_ahead(b)):
        return None  # that there was an attack says neither whose it was nor that there will be
    told = pair.asked
    both_told, one_verb = is_told(a) and is_told(b), same_predicate(a, b)
    if not (told or may_agree(a.terms, b.terms, told=both_told, one_verb=one_verb)):
        return None  # two claims about one man
    named = shared & (a.terms.names | b.terms.names)
    same_words = len(a.terms.weights.keys() & b.terms.weights.keys() & shared)
    known = named or pair.asked or pair.gate.strength is Strength.EVENT
    if not known and not (min(forth, back) >= ENOUGH and same_words >= 2):
        return None  # "an air strike on rebels", "an assault on rebels"
    if not (pair.asked or _of_the_same(pair, shared)):
        return None
    tests = pair.tests_of_words(shared)
    retracted = _retracted(pair)
    if retracted:
        return Verdict(
            RelationKind.RETRACTS,
            None,
            0.8,
            f"taken back by its own source, {pair.who_a}",
            tests,
            reversed=retracted == "a",
            method=METHOD,
        )
    extra_a = sum(w for s, w in a.terms.weights.items() if s not in shared and w > COMMON)
    shared_back = b.terms.shared(a.terms)
    extra_b = sum(w for s, w in b.terms.weights.items() if s not in shared_back)
    score = 0.5 + 0.4 * min(forth, back)
    if min(forth, back) < 0.4 and max(extra_a, extra_b) >= _MORE:
        longer = "a" if extra_a > extra_b else "b"
        if not _is_told_in(pair, *((b, a) if longer == "a" else (a, b))):
            return None
        return Verdict(
            RelationKind.REFINES,
            ConflictType.LEXICAL,
            score,
            f"the same, with more detail according to "
            f"{pair.who_a if longer == 'a' else pair.who_b}",
            tests,
            reversed=longer == "a",
            method=METHOD,
        )
    return Verdict(
        RelationKind.CORROBORATES,
        ConflictType.LEXICAL,
        score,
        f"the same, according to {pair.both}",
        tests,
        method=METHOD,
    )


def may_agree(a: Terms, b: Terms, *, told: bool, one_verb: bool) -> bool:
    """Whether two claims may say the same by their words alone, where nobody asks about them, and
    nothing else says that they are about one event.

    Args:
        a: What the one is about.
        b: What the other is about.
        told: Whether both tell how things are.
        one_verb: Whether both tell the same happening.
    """
    forth, back = a.coverage(b), b.coverage(a)
    if max(forth, back) < ENOUGH or not a.share_a_name(b):
        return False
    shared = a.shared(b)
    if sum(a.weights[each] > COMMON for each in shared) < HEAVY:
        return False
    same = min(forth, back) >= THE_SAME
    if not (same and len(shared) >= _MANY):
        if not told:
            return False
        if not (one_verb or a.tells_of(b, least=MUCH)):
            return False
    return a.tells_of(b) or (same and a.tells_of(b, least=1))


def _of_the_same(pair: Pair, shared: Collection[str]) -> bool:
    """Whether, among the claims of all news, both are sentences about the same people and things.

    "We will fight back" is said by everybody, each of their own fight.
    """
    a, b = pair.a, pair.b
    if pair.gate.strength is not Strength.EVENT and _is_of_later_days(pair):
        return False
    forth, back = a.terms.coverage(b.terms), b.terms.coverage(a.terms)
    if min(forth, back) >= THE_SAME and len(shared) >= _MANY:
        if pair.days_apart and not a.terms.tells_of(b.terms):
            return False  # she attacks him every day
        return same_doers(a, b)  # "he went after her", "she went after him"
    if not (is_told(a) and is_told(b)):
        return False
    if _tell_much_the_same(a, b) and not (_only_calls(a) and _only_calls(b)):
        return True
    if is_said_of_anybody(a) or is_said_of_anybody(b):
        return False
    if not (_says_something(a) and _says_something(b)):
        return False
    if not (same_predicate(a, b) and same_doers(a, b)) or _LIGHT.issuperset(a.predicate):
        return False
    if _only_calls(a) != _only_calls(b) and not _befell_the_same(pair):
        return False  # "the blast was murder", "the blast killed 12"
    return pair.gate.strength is Strength.EVENT or same_objects(a, b)


def _is_of_later_days(pair: Pair) -> bool:
    """Whether little speaks for it that two claims of other weeks say one thing: "she has widened
    her lead" is said again and again, and is something else each time.
    """
    a, b = pair.a, pair.b
    apart = apart_of(a.statement, b.statement)
    if apart is None or apart <= NEWS_CYCLE:
        return False
    if min(a.terms.coverage(b.terms), b.terms.coverage(a.terms)) >= _WORD_FOR_WORD:
        return False
    told = a.terms.shared(b.terms) & a.terms.content() - b.terms.names
    return len(told) < (MUCH if set(a.predicate) & set(b.predicate) else _MUCH_LATER)


def _only_calls(gist: Gist) -> bool:
    """Whether it says what something is, and not what it does."""
    return gist.predicate[:1] == ("be",)


def _befell_the_same(pair: Pair) -> bool:
    """Whether what the one says something to be, was done to it in the other: "he is dead", "they
    killed him".
    """
    first, second = (gist.parties(Role.PATIENT) for gist in (pair.a, pair.b))
    close = pair.same_document
    return any(same_party(one, other, close=close) for one in first for other in second)


@once_for_each
def _is_ahead(gist: Gist) -> bool:
    """Whether it tells of what is still to come."""
    return _AHEAD.search(gist.statement.claim.text) is not None


@once_for_each
def _accuses(gist: Gist) -> bool:
    return any(each.outright for each in blamed(gist))


def _tell_opposites(a: Gist, b: Gist) -> bool:
    """Whether what happens in the one is the opposite of what happens in the other."""
    first, second = (
        {concept for each in gist.predicate for concept in concepts_of(each)} for gist in (a, b)
    )
    if first & second:
        return False
    return any(one in first and other in second for one, other, _ in opposites())


@once_for_each
def _says_something(gist: Gist) -> bool:
    """Whether it says more than that somebody "thinks so", or that so many "said yes"."""
    said = gist.terms.content() - gist.terms.names - _ROLES
    return bool(said - set(gist.predicate)) or gist.predicate[:1] == ("be",)


def _tell_much_the_same(a: Gist, b: Gist) -> bool:
    """Whether they share much that is neither a name nor what somebody named is."""
    if not a.terms.tells_of(b.terms, least=MUCH):
        return False
    names = a.terms.names | b.terms.names
    shared = a.terms.shared(b.terms) & a.terms.content() - names - _ROLES
    told = shared - _of_the_event(a) - _of_the_event(b)
    if not same_predicate(a, b):
        told -= _of_doers(a) & _of_doers(b)  # "children of immigrants learn", "… find work"
    return len(told) >= MUCH


@once_for_each
def _of_doers(gist: Gist) -> frozenset[str]:
    """The stems by which a claim calls those who do it, or are something."""
    roles = (Role.AGENT, Role.PATIENT) if _only_calls(gist) else (Role.AGENT,)
    return frozenset(each.stem for words, _ in gist.parties(*roles) for each in tokens(words))


@once_for_each
def _of_the_event(gist: Gist) -> frozenset[str]:
    """The stems of a claim that only say which event it is about."""
    event = gist.statement.event
    if event is None:
        return frozenset()
    known = terms_of(tokens(f"{event.label} {event.kind}"))
    return frozenset(gist.terms.shared(known))


def _is_told_in(pair: Pair, shorter: Gist, longer: Gist) -> bool:
    """Whether what happens in the more general claim is told in the other one."""
    if pair.asked or pair.gate.strength is Strength.EVENT:
        return True
    return is_told(shorter) and predicate_in(shorter, longer)


def agreeing_figures(a: Gist, b: Gist) -> bool:
    """Whether some figure of the one may be one of the other's."""
    return any(
        mine.fate == other.fate and mine.low <= other.high and other.low <= mine.high
        for mine in a.figures
        for other in b.figures
    )


def _same_predicate(a: Gist, b: Gist) -> bool:
    """Whether what happens in the one is told in the other."""
    return predicate_in(a, b) or predicate_in(b, a)


def _retracted(pair: Pair) -> str:
    """Which of the two takes back the other; "" if none does, or both take back the same."""
    if not pair.same_source:
        return ""
    found = [
        name
        for name, gist in (("a", pair.a), ("b", pair.b))
        if gist.statement.attribution.act in _TAKING_BACK
    ]
    if len(found) == 1 and (pair.asked or not SAYINGS & {*pair.a.predicate, *pair.b.predicate}):
        return found[0]
    return ""  # "her most recent statements about it" take back nothing
