"""An accusation and the denial that answers it."""

from __future__ import annotations

import re
from datetime import timedelta

from claimgraph.compare.blame import (
    DEEDS,
    Blamed,
    blamed,
    denies_doing,
    rejects_blame_of,
    saying_of,
    speaks_of_harm,
)
from claimgraph.compare.comparator import Pair
from claimgraph.compare.gate import DOING, Strength, apart_of
from claimgraph.compare.gist import Gist
from claimgraph.compare.kin import kindred, ruling_words, state_of
from claimgraph.compare.pointing import (
    points_back,
    stands_right_before,
    tells_something,
)
from claimgraph.compare.polls import is_poll
from claimgraph.compare.predicate import predicate_in
from claimgraph.compare.terms import COMMON, Terms, concepts_of, stems
from claimgraph.compare.told import is_told
from claimgraph.compare.verdict import Verdict
from claimgraph.vocabulary import ConflictType, RelationKind, SourceKind, SpeechAct

#: How long an accusation may lie back that a sweeping denial answers.
_STILL_MEANT = timedelta(days=30)
#: How much of a denial must be in the charge that it answers.
_OF_THE_CHARGE = 0.6
_EVER = re.compile(r"\b(?:n?ever|(?:in\s+the\s+past|at\s+any\s+time))\b", re.IGNORECASE)
_WRONGDOING = stems("wrongdoing wrong accusation allegation charge claim deny denied reject")
METHOD = "denial.v1"


def denial(pair: Pair) -> Verdict | None:
    """Whether one claim denies what the other accuses somebody of."""
    return (
        _both_deny(pair)
        or _answers(pair, pair.a, pair.b)
        or _answers(pair, pair.b, pair.a)
        or _denies_the_word_of(pair, pair.a, pair.b)
        or _denies_the_word_of(pair, pair.b, pair.a)
        or _denies_what_was_told(pair, pair.a, pair.b)
        or _denies_what_was_told(pair, pair.b, pair.a)
    )


def _both_deny(pair: Pair) -> Verdict | None:
    """Two denials of one deed by one side."""
    if pair.gate.strength is Strength.NOTHING or pair.a.sign >= 0 or pair.b.sign >= 0:
        return None
    first, second = denies_doing(pair.a), denies_doing(pair.b)
    if not first or not second:
        return None
    one_side = any(kindred(x.actor, x.words, y.actor, y.words) for x in first for y in second)
    if not one_side or not (_same_deed(pair.a, pair.b) and _same_deed(pair.b, pair.a)):
        return None
    return Verdict(
        RelationKind.CORROBORATES,
        ConflictType.RESPONSIBILITY,
        0.8,
        f"it is denied, by {pair.both}",
        pair.gate.tests,
        method=METHOD,
    )


def _answers(pair: Pair, denied: Gist, accusing: Gist) -> Verdict | None:
    """A denial by the accused, or by somebody on their side, or one that clears them by name."""
    if accusing.sign <= 0:
        return None
    accused = blamed(accusing)
    if not accusing.is_fact:
        accused = [each for each in accused if each.outright]
    if not accused or pair.same_source:
        return None
    rejected = [Blamed(name, None) for name in rejects_blame_of(denied)]
    cleared = denies_doing(denied) or rejected or _denies_the_charge(denied, accusing)
    general = bool(rejected)
    apart = apart_of(pair.a.statement, pair.b.statement)
    if general and apart is not None and apart > _STILL_MEANT:
        return None
    if (
        not general
        and pair.gate.strength is Strength.NOTHING
        and not _at_another_time(pair, denied)
    ):
        return None
    accuser = accusing.statement.speaker
    for guilty in accused:
        if accuser is not None and guilty.actor is not None and guilty.actor.id == accuser.id:
            continue  # nobody accuses themselves: the reader took one for the other
        for innocent in cleared:
            if not _one_side(pair, innocent, guilty):
                continue
            if not general and not _same_deed(denied, accusing):
                continue
            if not (general or pair.asked or _is_of_harm(pair, denied, accusing)):
                continue
            reason = (
                f"{guilty.words} did it, according to {accusing.statement.who}; "
                f"a denial by {denied.statement.who} answers it"
            )
            return Verdict(
                RelationKind.CONTRADICTS,
                ConflictType.RESPONSIBILITY,
                0.8 if general else 0.9,
                reason,
                (*pair.gate.tests, f"the accused is the denier or on its side: {guilty.words}"),
                method=METHOD,
            )
    return None


def _at_another_time(pair: Pair, denied: Gist) -> bool:
    """Whether a denial is of having done it ever, so that it answers for each time."""
    return pair.gate.failed.startswith("time") and bool(_EVER.search(denied.statement.claim.text))


def _denies_the_charge(denied: Gist, accusing: Gist) -> list[Blamed]:
    """Who says that what somebody is accused of is not so, whatever it is: "it was not late"."""
    speaker = denied.statement.speaker
    if speaker is None or denied.sign >= 0 or not denied.is_fact:
        return []
    outright = any(each.outright for each in blamed(accusing))
    if not outright or not predicate_in(denied, accusing, bare=False):
        return []
    if not is_of_the_charge(denied.core, accusing.terms):
        return []
    return [Blamed(speaker.name, speaker)]


def is_of_the_charge(denied: Terms, charge: Terms) -> bool:
    """Whether the main clause of a denial is about what somebody is charged with."""
    if denied.coverage(charge) < _OF_THE_CHARGE:
        return False
    return not denied.shared(charge).isdisjoint(denied.content())  # "nor would it be the last"


def _one_side(pair: Pair, innocent: Blamed, guilty: Blamed) -> bool:
    """Whether who denies it is who is accused: in one article "the army" is one."""
    if kindred(innocent.actor, innocent.words, guilty.actor, guilty.words):
        return True
    return pair.same_document and bool(ruling_words(innocent.words) & ruling_words(guilty.words))


def _same_deed(denied: Gist, accusing: Gist) -> bool:
    """Whether the denial is about that deed: it names none of its own, or one like it."""
    own = {
        each
        for each, weight in denied.terms.weights.items()
        if weight > COMMON and each not in DOING and each not in denied.terms.names
    }
    deeds = {concept for each in own for concept in concepts_of(each)} & DEEDS
    if deeds <= {"weapon"}:
        return True  # "such weapons" may have done any harm
    return not deeds.isdisjoint(accusing.scene.concepts)


def _is_of_harm(pair: Pair, denied: Gist, accusing: Gist) -> bool:
    """Whether a denial of a part in it has a deed to answer, or names what is charged.

    Who had no part in the attack has not answered that he treats people badly; who denies any
    wrongdoing answers what an article charges them with, and not another article's charges.
    """
    speaker = denied.statement.speaker
    own = frozenset() if speaker is None else stems(" ".join(speaker.names))
    told = denied.terms.content() - denied.terms.names - accusing.terms.names - own
    if not told - DOING - _WRONGDOING:
        known = pair.same_document or pair.gate.strength is Strength.EVENT
        return known or speaks_of_harm(accusing)
    return speaks_of_harm(accusing) or not told.isdisjoint(denied.terms.shared(accusing.terms))


def _denies_the_word_of(pair: Pair, denied: Gist, said: Gist) -> Verdict | None:
    """What somebody says, and a denial in the same article that names them: "Berlin's claim"."""
    author = saying_of(denied)
    if author is None or denied.sign >= 0 or not pair.same_document:
        return None
    speaker = said.statement.speaker
    if speaker is None or not said.is_fact or said.sign <= 0 or pair.same_source:
        return None
    if said.statement.attribution.act not in _STATING:
        return None
    if not kindred(None, author, speaker, speaker.name):
        state = state_of(None, author)
        if state is None or state != state_of(speaker, speaker.name):
            return None
    told = denied.terms.content() - denied.terms.names - stems(author)
    shared = told & denied.terms.shared(said.terms)
    if not pair.asked and len(shared) < len(told) * _OF_THE_CHARGE:
        return None  # it says what it denies, and this is something else
    if not (pair.asked or not told or predicate_in(said, denied)):
        return None
    if not (pair.asked or told or _is_what_is_meant(said, denied)):
        return None  # somebody who is quoted all the time says much
    return Verdict(
        RelationKind.CONTRADICTS,
        ConflictType.NEGATION,
        0.8,
        f"a claim of {speaker.name}, and a denial of it by {denied.statement.who}",
        (*pair.gate.tests, f"the denial names whose claim it denies: {author}"),
        method=METHOD,
    )


def _denies_what_was_told(pair: Pair, denied: Gist, said: Gist) -> Verdict | None:
    """What somebody says, and a denial right behind it that only points back to it."""
    if pair.asked or not pair.same_document or pair.same_source or not points_back(denied):
        return None
    speaker = said.statement.speaker
    if speaker is None or not said.is_fact or points_back(said) or not tells_something(said):
        return None
    if said.statement.attribution.act not in _STATING or is_poll(said) or is_poll(denied):
        return None
    author, denier = saying_of(denied), denied.statement.speaker
    if author is not None and not kindred(None, author, speaker, speaker.name):
        return None
    if denier is not None and kindred(denier, denier.name, speaker, speaker.name):
        return None  # "her brief", "her submission to the court"
    if not is_told(said) or not stands_right_before(said, denied):
        return None
    return Verdict(
        RelationKind.CONTRADICTS,
        ConflictType.NEGATION,
        0.75,
        f"a claim of {speaker.name}, and right behind it a denial by {denied.statement.who}",
        (*pair.gate.tests, "the denial points back to what was told last"),
        method=METHOD,
    )


def _is_what_is_meant(said: Gist, denied: Gist) -> bool:
    """Whether "the claim from Berlin" is what a claim says: a state or a body has one thing to say
    in an article, of a person it is the last one.
    """
    speaker = said.statement.speaker
    if speaker is None or speaker.kind is not SourceKind.PERSON:
        return True
    return stands_right_before(said, denied)


_STATING = frozenset(
    (
        SpeechAct.STATE,
        SpeechAct.REPORT,
        SpeechAct.ACCUSE,
        SpeechAct.ALLEGE,
        SpeechAct.CONFIRM,
        SpeechAct.INSIST,
        SpeechAct.ESTIMATE,
    )
)
