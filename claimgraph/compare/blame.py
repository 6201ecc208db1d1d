"""Who is blamed in a claim, and who is cleared."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimgraph.compare.arguments import head
from claimgraph.compare.gate import DOING
from claimgraph.compare.gist import Gist, once_for_each
from claimgraph.compare.kin import is_of_state, ruling_words
from claimgraph.compare.statement import Actor
from claimgraph.compare.terms import concepts_of, has_concept, stems, tokens
from claimgraph.compare.told import is_called_false
from claimgraph.text.states import state_sense
from claimgraph.vocabulary import Role, SourceKind, SpeechAct, Stance

_HARM = ("attack", "kill", "injure", "poison", "chemical", "bomb", "airstrike", "weapon")
#: Concepts of deeds that a denial may name.
DEEDS = frozenset((*_HARM, "rape", "ban", "oust", "fake"))
_CARRYING_OUT = stems("carry conduct stage fire launch use plant drop commit")
#: What is carried out stands at most so many words behind the verb.
_BEHIND_IT = 6
_BEING = stems("be have take play")
_ARMED = re.compile(
    r"\b(?:armed|bomb\w*|explo\w+|gun\w*|kni(?:fe|ves)\w*|missiles?|rockets?|shell\w*|shot|troops"
    r"|drones?|air|weapon\w*|stabb\w*|terror\w*)\b",
    re.IGNORECASE,
)
#: Having done it, in words that say so together: "no hand in it", but not "small hands".
_PART_IN = re.compile(
    r"\b(?:part|role|hand|involvement)\s+in\b(?!\s+hand)|\b(?:responsib|involve|culprit|guilty|"
    r"perpetrat|blame|commit)\w*|\b(?:is|are|was|were|be|been|being|those|who)\s+(?:\w+\s+)?behind\b|\blink(?:s|ed)?\s+(?:to|with)\b"
    r"|\b(?:part|role|hand|involvement)[^\w\s]*$",
    re.IGNORECASE,
)
_BLAMES_NOT = re.compile(
    r"(?:\b(?:cannot|not|never)|n[’']t)\s+(?!to\b)(?:\w+\s+)?(?<!to )(?:accus|blam)(?:e|ing)\b",
    re.IGNORECASE,
)
_CAN_ACT = frozenset(
    (SourceKind.STATE, SourceKind.ARMED_GROUP, SourceKind.ORGANISATION, SourceKind.PERSON)
)
_THINGS = frozenset(("attack", "bomb", "quake", "riot"))


@dataclass(frozen=True, slots=True)
class Blamed:
    """Somebody who is said to have done it.

    Attributes:
        words: As the text calls them.
        actor: Whom it means, where that is known.
        outright: Whether they are accused, and not only told to have done it.
    """

    words: str
    actor: Actor | None
    outright: bool = False


@once_for_each
def may_blame(gist: Gist) -> bool:
    """Whether a claim may say who did it, whoever those are that it names."""
    if gist.statement.attribution.act is SpeechAct.CLAIM_RESPONSIBILITY:
        return True
    return bool(gist.parties(Role.ACCUSED) or _called_culprits(gist) or _suspects(gist))


@once_for_each
def blamed(gist: Gist) -> list[Blamed]:
    """Who did it, as the claim has it; nobody where it blames nobody."""
    if not may_blame(gist):
        return []
    statement = gist.statement
    if _BLAMES_NOT.search(statement.claim.text):
        return []
    accused = [Blamed(*each, outright=True) for each in gist.parties(Role.ACCUSED)]
    if accused:
        return [*accused, *_as_called(gist)]
    act = statement.attribution.act
    if act is SpeechAct.CLAIM_RESPONSIBILITY and gist.sign > 0 and statement.speaker is not None:
        return [Blamed(statement.speaker.name, statement.speaker, outright=True)]
    if act is SpeechAct.PROMISE:
        return []  # what they will do is not done
    told = [Blamed(*each) for each in _suspects(gist) if could_do_it(*each)]
    if _is_of_words(gist):
        told = [each for each in told if each.actor is None or not _is_person(each.actor)]
    return _called_culprits(gist) + told


def _called_culprits(gist: Gist) -> list[Blamed]:
    """Those of whom the words say outright that they did it."""
    if not speaks_of_harm(gist):
        return []
    return [
        Blamed(match[1].strip(), None, outright=True)
        for pattern in (_DONE_BY, _FROM)
        for match in pattern.finditer(gist.statement.claim.text)
        if could_do_it(match[1], None)
    ]


def _suspects(gist: Gist) -> list[tuple[str, Actor | None]]:
    """Those who may have done it by the part that they play."""
    if not speaks_of_harm(gist):
        return []
    agents = gist.parties(Role.AGENT) if _does_harm(gist) else []
    if not DOING.isdisjoint(token.stem for token in gist.words):
        agents += gist.parties(Role.AGENT, Role.PATIENT)
    return agents


def _is_person(actor: Actor) -> bool:
    return actor.kind is SourceKind.PERSON


def _is_of_words(gist: Gist) -> bool:
    """Whether an attack may be one of words, as politicians attack each other: nothing in the claim
    speaks of weapons, or of victims.
    """
    found = gist.terms.concepts.intersection(_HARM)
    return found <= {"attack", "bomb", "weapon"} and not _ARMED.search(gist.statement.claim.text)


def _as_called(gist: Gist) -> list[Blamed]:
    """The accused by the text's own words, where these name a crowd and the reader took it for one.

    "The rebels", of whom HTS was the last that the article named, are still the rebels.
    """
    parties = (*gist.statement.claim.participants, *gist.statement.attribution.targets)
    found = dict.fromkeys(
        span.text
        for party in parties
        if party.role is Role.ACCUSED
        for span in party.spans
        if span.text.islower() and has_concept((t.stem for t in tokens(span.text)), "rebel")
    )
    return [Blamed(words, None, outright=True) for words in found]


def _does_harm(gist: Gist) -> bool:
    """Whether what happens in the claim is the harm itself, or the doing of it.

    Who uses websites to call for attacks has not used a weapon.
    """
    if has_concept(gist.predicate, *_HARM):
        return True
    if _CARRYING_OUT.isdisjoint(gist.predicate):
        return False
    done = {head(words) for words, _ in gist.parties(Role.PATIENT)}
    if not done:
        at = next((n for n, each in enumerate(gist.words) if each.stem in _CARRYING_OUT), 0)
        done = {each.stem for each in gist.words[at + 1 : at + 1 + _BEHIND_IT]}
    return has_concept(done, *_HARM)


def could_do_it(words: str, actor: Actor | None) -> bool:
    """Whether a name is one of people who act, and not of a bomb."""
    called = tokens(words)
    if called and not _THINGS.isdisjoint(concepts_of(called[-1].stem)) and actor is None:
        return bool(ruling_words(words))  # "an army air strike"
    if actor is not None and actor.kind in _CAN_ACT:
        return True
    return is_of_state(words, actor) or has_concept((t.stem for t in called), "rebel", "isis")


@once_for_each
def speaks_of_harm(gist: Gist) -> bool:
    """Whether it is about something that somebody is blamed for."""
    words = [token.stem for token in gist.words]
    return has_concept(words, *_HARM) or not DOING.isdisjoint(words)


@once_for_each
def may_clear(gist: Gist) -> bool:
    """Whether a claim denies that somebody did it, whoever those are that it names."""
    if gist.sign >= 0:
        return False
    denied = gist.statement.claim.stance is Stance.DENIES and speaks_of_harm(gist)
    return denied or _denies_in_words(gist)


@once_for_each
def denies_doing(gist: Gist) -> list[Blamed]:
    """Who is cleared by a denial; nobody where the claim is no denial of having done something."""
    if not may_clear(gist):
        return []
    statement = gist.statement
    cleared = [Blamed(*each) for each in gist.parties(Role.CLEARED)]
    if statement.speaker is not None:
        cleared.append(Blamed(statement.speaker.name, statement.speaker))
    # "The militia was not to blame": of what is something, the part is another one.
    is_so = statement.claim.predicate.startswith("be ")
    cleared += [
        Blamed(words, actor)
        for words, actor in gist.parties(Role.AGENT, *((Role.PATIENT,) if is_so else ()))
        if could_do_it(words, actor)
    ]
    return cleared


def _denies_in_words(gist: Gist) -> bool:
    """Whether a denial is shown by the claim's own words: "X was not behind the attack"."""
    if _BLAMES_NOT.search(gist.statement.claim.text):
        return False  # who cannot blame others has not cleared themselves
    did = not DOING.isdisjoint(token.stem for token in gist.words)
    if gist.taken_back or not did or not _PART_IN.search(gist.statement.claim.text):
        return False
    # "Orm offered no proof that she had a role" denies no role.
    return not (DOING | _BEING).isdisjoint(gist.predicate)


#: A culprit inside a phrase: "gas dropped by Syrian aircraft".
_DONE_BY = re.compile(
    r"\b(?:carried\s+out|committed|conducted|detonated|dropped|fired|launched|perpetrated|planted"
    r"|released|staged|used)\s+by\s+((?:[\w’'-]+\s?){1,4})"
)
#: Whose it was that did the harm: "gas leaked from a rebel depot".
_FROM = re.compile(
    r"\b(?:escaped|fired|launched|leaked|originated|spilled|came)\s+from\s+(?:an?\s+|the\s+)?"
    r"((?:[\w’'-]+\s?){1,4})"
)
_OF = re.compile(
    r"\b(?:accusations?|accounts?|allegations?|assertions?|(?<!in )charges?|claims?|reports?"
    r"|statements?|suggestions?|version|story|narrative)\s+(?:from|by|of|made\s+by|put\s+out\s+by)\s+"
    r"(?:the\s+)?((?:[A-Z][\w.-]*)(?:\s+[A-Z][\w.-]*)*)"
    # "claims of Benghazi progress" are about Benghazi, and nobody's.
    r"(?!\s+(?!(?:about|and|are|as|has|have|in|is|on|that|to|was|were|which)\b)[a-z])(?![\w.-])"
)
#: The same with whose word it is before it: "Berlin's claim that …".
_WHOSE = re.compile(
    r"\b((?:[A-Z][\w.-]*)(?:\s+[A-Z][\w.-]*)*)[’'](?:s\b)?\s+(?:[a-z]+\s+)?(?:accusations?|accounts?"
    r"|allegations?|assertions?|claims?|contentions?|statements?|suggestions?|version)\b(?!\s+to\b)"
)
_AGAINST = re.compile(r"\b(?:link|tie|connect|blame|accus|alleg|implicat)\w*", re.IGNORECASE)


@once_for_each
def saying_of(gist: Gist) -> str | None:
    """Whose word is denied: "Berlin" in "the claim from Berlin is groundless", "Berlin's claim"."""
    text = gist.statement.claim.text
    match = _OF.search(text) or _WHOSE.search(text)
    return match[1] if match else None


@once_for_each
def rejects_blame_of(gist: Gist) -> list[str]:
    """Whom a claim clears by calling those liars who blame them: "those who link … to Iran lie"."""
    if not gist.taken_back or gist.sign >= 0 or not is_called_false(gist):
        return []
    text = gist.statement.claim.text
    match = _AGAINST.search(text)
    if match is None:
        return []
    names = [token.text for token in tokens(text[match.start() :]) if token.name]
    return [name for name in names if state_sense(name) is not None] or names
