"""One says that it is so, the other that it is not."""

from __future__ import annotations

import re
from collections.abc import Collection

from claimgraph.compare.arguments import (
    has_doer,
    head,
    names_doers,
    names_whose,
    same_doers,
    same_objects,
)
from claimgraph.compare.blame import could_do_it, speaks_of_harm
from claimgraph.compare.commitment import writer_holds
from claimgraph.compare.comparator import Pair
from claimgraph.compare.falsity import TURNING_DOWN
from claimgraph.compare.gate import Strength
from claimgraph.compare.gist import Gist
from claimgraph.compare.kin import is_of_state, is_specific, kindred, same_head, same_side
from claimgraph.compare.polls import is_poll
from claimgraph.compare.predicate import predicate_in, same_predicate
from claimgraph.compare.statement import Actor
from claimgraph.compare.terms import (
    COMMON,
    Terms,
    concepts_of,
    has_concept,
    stem,
    stems,
    terms_of,
    tokens,
)
from claimgraph.compare.told import (
    has_negation,
    is_called_false,
    is_of_being_there,
    is_told,
    only_compares,
)
from claimgraph.compare.verdict import Verdict
from claimgraph.vocabulary import ConflictType, RelationKind, Role, Stance

METHOD = "negation.v1"

#: How much of the shorter claim must be in the other.
_NEEDED, _NEEDED_WHEN_ASKED = 0.62, 0.5
#: How much of a long denial the other must hold, lest the denied part be another one.
_NOT_LOST = 0.35
#: Of the words of a denial with another verb, so many must be in the other, lest it be about
#: something else.
_NEARLY_ALL = 2 / 3
#: So many, where not all of them are.
_MANY = 3
_OWN = frozenset("its their our his her my".split())
#: Verbs that deny what follows them (the implicatives of Karttunen 1971).
_STOPPING = stems("avoid cease fail halt quit refuse stop")
#: Who does not exist has done nothing at all.
_EXISTING = stems("exist")
_SAYING = stems("accuse allege charge charged claim report say said state suggest tell told")
_NO_PLANS = re.compile(
    r"\b(?:no|not\s+any|n[’']t\s+any)\s+(?:\w+\s+)?(?:intentions?|plans?)\b", re.IGNORECASE
)
_FOR_NOW = stems("yet immediately far initially still")


def negation(pair: Pair) -> Verdict | None:
    """Whether one claim says what the other says not to be so."""
    a, b = pair.a, pair.b
    if said := _not_said(pair, a, b) or _not_said(pair, b, a):
        return said
    if a.sign * b.sign != -1 or not (a.is_fact and b.is_fact):
        return None
    if not pair.asked and (a.is_only_possible or b.is_only_possible):
        return None  # what may be so may also not be so
    if pair.same_source and pair.same_document:
        return None  # nobody takes back a word in one breath: one of the two was misread
    negative, positive = (a, b) if a.sign < 0 else (b, a)
    if stem(positive.statement.claim.predicate) in TURNING_DOWN:
        return None  # that somebody denied it
    if not _aligned(pair, negative, positive) or _stops(positive):
        return None
    if not _same_doer(negative, positive):
        return None
    bare = negative.taken_back or negative.is_about_truth or negative.turned
    if bare and not pair.asked and not _names_it(negative, positive):
        return None  # to be concerned about a thing is not to say that it happened
    if not (
        bare or predicate_in(negative, positive, bare=pair.asked) or _has_none(negative, positive)
    ):
        return None
    if not pair.asked and not _is_answered(pair, negative, positive):
        return None
    tests = pair.tests_of_words(a.terms.shared(b.terms))
    if _is_for_now(negative):
        if not pair.asked and pair.order == (1 if negative is b else -1):
            return None  # what was not so yet cannot have been so before
        return Verdict(
            RelationKind.UPDATES,
            ConflictType.NEGATION,
            0.7,
            f"not so far, according to {negative.statement.who}; "
            f"it has, according to {positive.statement.who}",
            tests,
            reversed=positive is a,
            method=METHOD,
        )
    factive = any(writer_holds(each.statement.attribution) for each in (a, b))
    return Verdict(
        RelationKind.CONTRADICTS,
        ConflictType.FACTIVE if factive else ConflictType.NEGATION,
        0.85 if not (a.hedged or b.hedged) else 0.75,
        f"so, according to {positive.statement.who}; not so, according to {negative.statement.who}",
        tests,
        method=METHOD,
    )


def _names_it(negative: Gist, positive: Gist) -> bool:
    """Whether what is called untrue is what happens in the other, and not that it was said."""
    return predicate_in(positive, negative) and (
        not positive.predicate or not set(positive.predicate) <= _SAYING
    )


def _has_none(negative: Gist, positive: Gist) -> bool:
    """Whether one has no plans, and the other says what they are: "it was planning to expand"."""
    if "have" not in negative.predicate or not _NO_PLANS.search(negative.statement.claim.text):
        return False
    return has_concept(positive.predicate, "plan")


def _is_answered(pair: Pair, negative: Gist, positive: Gist) -> bool:
    """Whether, among the claims of all news, what is denied is just what the other says.

    It has the same verb, of the same doers and the same things; or nearly all of its words.
    """
    if not is_told(positive) or (has_negation(positive) and not _says_twice(positive)):
        return False
    if is_poll(negative) or is_poll(positive):
        return False  # other people were asked, or on other days
    if pair.changed and not _is_for_now(negative):
        return False
    if negative.taken_back or negative.is_about_truth or negative.turned:
        return is_called_false(negative) or negative.turned
    if not is_told(negative) or only_compares(negative):
        return False
    if pair.gate.strength is Strength.EVENT or not _EXISTING.isdisjoint(negative.predicate):
        return True
    if same_predicate(negative, positive):
        if not names_whose(positive, negative):
            return False  # "access to Lund's account", "access to accounts of many"
        return same_doers(negative, positive) and same_objects(negative, positive)
    if negative.predicate[:1] == ("be",) and not is_of_being_there(negative):
        return False  # "he is no conservative", "conservatives differ"
    return not pair.same_source and _holds_most(positive, negative)


def _says_twice(gist: Gist) -> bool:
    """Whether its negation is of a falsehood, so that it says that it is so: "it is no hoax"."""
    return gist.statement.claim.stance is Stance.DENIES and gist.taken_back


def _holds_most(positive: Gist, negative: Gist) -> bool:
    """Whether nearly all that a denial is about stands in the other claim, in its own words."""
    names = negative.terms.names | positive.terms.names
    said = negative.core.content() - names
    exact = said & positive.terms.weights.keys()
    if len(exact) < max(2, _NEARLY_ALL * len(said)) or (len(exact) < _MANY and exact != said):
        return False
    if is_of_being_there(negative) and not _tells_of(positive, negative.predicate):
        return False  # "there is no link between fat and illness", "fat that is linked with milk"
    if not has_doer(negative) and not is_of_being_there(negative):
        return False
    return same_doers(negative, positive) or names_doers(positive, negative)


def _tells_of(gist: Gist, nouns: Collection[str]) -> bool:
    """Whether one of some nouns is what a claim says, or what plays a part in it."""
    parts = {head(words) for words, _ in gist.parties(Role.AGENT, Role.PATIENT)}
    return not {*parts, *gist.predicate}.isdisjoint(nouns)


def _is_for_now(negative: Gist) -> bool:
    """Whether it is not so as yet."""
    return any(token.stem in _FOR_NOW for token in negative.words)


def _not_said(pair: Pair, unsaid: Gist, said: Gist) -> Verdict | None:
    """That somebody did not say it, against what they are said to have said."""
    if not pair.asked:
        return None  # who did not say it here may have said it elsewhere
    if not unsaid.statement.attribution.negated or said.statement.attribution.negated:
        return None
    first, second = unsaid.statement.speaker, said.statement.speaker
    if first is None or second is None or said.sign == 0:
        return None
    if not same_side(first, second) and not terms_of(tokens(first.name)).shared(
        terms_of(tokens(second.name))
    ):
        return None
    if said.terms.coverage(unsaid.terms) < _NEEDED or not said.terms.names:
        return None
    return Verdict(
        RelationKind.CONTRADICTS,
        ConflictType.NEGATION,
        0.75,
        f"one has it that {second.name} said it, the other that {first.name} did not",
        pair.gate.tests,
        method=METHOD,
    )


def may_negate(denied: Terms, said: Terms, *, whole: bool) -> bool:
    """Whether a denial may be one of another claim by their words alone, where nobody asks about
    them, and nothing else says that they are about one event.

    Args:
        denied: What the main clause of the denial is about.
        said: What the other claim is about.
        whole: Whether it says of a whole report that it is not so.
    """
    return denied.tells_of(said) and (whole or denied.coverage(said) >= _NEEDED)


def _aligned(pair: Pair, negative: Gist, positive: Gist) -> bool:
    """Whether what is denied is what the other says."""
    if pair.gate.strength is Strength.NOTHING:
        return False
    needed = _NEEDED_WHEN_ASKED if pair.asked else _NEEDED
    shared = negative.core.shared(positive.terms)
    weights = negative.core.weights
    if sum(weights[each] > COMMON or bool(concepts_of(each)) for each in shared) < 2:
        return False
    if not negative.terms.share_a_name(positive.terms):
        return False
    whole = negative.taken_back or negative.turned
    if not (
        pair.asked
        or pair.gate.strength is Strength.EVENT
        or may_negate(negative.core, positive.terms, whole=whole)
    ):
        return False
    named = shared & (negative.terms.names | positive.terms.names)
    exact = negative.terms.weights.keys() & positive.terms.weights.keys()
    if not (named or pair.asked or pair.gate.strength is Strength.EVENT or len(exact) > 2):
        return False
    cover = negative.core.coverage(positive.terms)
    turned = positive.core.coverage(negative.terms)
    if cover >= needed:
        return True
    return turned >= needed and (whole or (pair.asked and cover >= _NOT_LOST))


def _same_doer(negative: Gist, positive: Gist) -> bool:
    """Whether it is one party that did it and did not.

    Who denies having had a part in an attack neither denies that there was one, nor that others
    carried it out.
    """
    doers = negative.parties(Role.AGENT, Role.CLEARED, Role.ACCUSED)
    if not doers or negative.taken_back:
        return True
    speaker = negative.statement.speaker
    if speaker is not None and any(_is_own(words) for words, _ in doers):
        doers.append((speaker.name, speaker))  # "its coastguard" is the speaker's own
    others = positive.parties(Role.AGENT, Role.ACCUSED)
    if not others:
        harm = speaks_of_harm(negative)
        return not (harm and any(could_do_it(words, actor) for words, actor in doers))
    return any(
        _may_be_one(words, actor, called, other)
        for words, actor in doers
        for called, other in others
    )


def _is_own(words: str) -> bool:
    """Whether a party is called by whose it is: "its coastguard"."""
    return words.split()[0].lower() in _OWN


def _may_be_one(words: str, actor: Actor | None, called: str, other: Actor | None) -> bool:
    """Whether two parties may be one: the same, or one is only "he", "the company"."""
    if kindred(actor, words, other, called):
        return True
    if same_head(words, called):
        return not _are_of_others(words, called)
    if is_specific(actor, words) and is_specific(other, called):
        return False
    return not (is_of_state(words, actor) or is_of_state(called, other))


def _are_of_others(words: str, called: str) -> bool:
    """Whether two names of one noun say that they are of others: "regime planes", "Russian planes".

    One of the two names a state.
    """
    mine, theirs = terms_of(tokens(words)), terms_of(tokens(called))
    noun = head(words)
    own = mine.weights.keys() - {noun}, theirs.weights.keys() - {noun}
    return bool(own[0] and own[1] and (mine.states or theirs.states)) and own[0].isdisjoint(own[1])


def _stops(gist: Gist) -> bool:
    """Whether a claim says of something that it ends or fails: "will stop selling"."""
    return stem(gist.statement.claim.predicate) in _STOPPING or any(
        token.stem in _STOPPING for token in gist.words[:10]
    )
