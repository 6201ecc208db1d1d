"""Kinds of events, and the words that tell of them.

The kinds are those of the schemes that count events, by their plainest names: ACLED's sub-event
types for violence and unrest (air and drone strike, shelling, remote explosive, chemical weapon,
abduction, arrests, protest, riot), UCDP's for war, CAMEO's for what states and people do to each
other (agreement, talks, sanctions, trial, resignation, election), and EM-DAT's for disasters.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum


class EventKind(StrEnum):
    """What sort of thing happened."""

    ATTACK = "attack"
    CHEMICAL_ATTACK = "chemical attack"
    AIRSTRIKE = "airstrike"
    SHELLING = "shelling"
    BOMBING = "bombing"
    SHOOTING = "shooting"
    STABBING = "stabbing"
    CLASH = "clash"
    OFFENSIVE = "offensive"
    KILLING = "killing"
    KIDNAPPING = "kidnapping"
    POISONING = "poisoning"
    DISPLACEMENT = "displacement"
    WAR = "war"
    PROTEST = "protest"
    RIOT = "riot"
    ARREST = "arrest"
    RAID = "raid"
    COUP = "coup"
    AGREEMENT = "agreement"
    CEASEFIRE = "ceasefire"
    TALKS = "talks"
    ELECTION = "election"
    SANCTIONS = "sanctions"
    TRIAL = "trial"
    RESIGNATION = "resignation"
    EARTHQUAKE = "earthquake"
    FLOOD = "flood"
    STORM = "storm"
    FIRE = "fire"
    EXPLOSION = "explosion"
    CRASH = "crash"
    LEAK = "leak"
    COLLAPSE = "collapse"
    EPIDEMIC = "epidemic"


_K = EventKind

_NOUNS: dict[EventKind, str] = {
    _K.ATTACK: "attack assault atrocity ambush counter-attack counterattack strike onslaught "
    "massacre slaughter",
    _K.CHEMICAL_ATTACK: "gassing",
    _K.AIRSTRIKE: "airstrike air-strike airstrikes",
    _K.SHELLING: "shelling bombardment barrage",
    _K.BOMBING: "bombing bomb",
    _K.SHOOTING: "shooting",
    _K.STABBING: "stabbing",
    _K.CLASH: "clash skirmish firefight gunfight fighting gunbattle",
    _K.OFFENSIVE: "offensive invasion incursion siege counteroffensive counter-offensive",
    _K.KILLING: "killing murder assassination execution beheading",
    _K.KIDNAPPING: "kidnapping abduction kidnap",
    _K.POISONING: "poisoning",
    _K.DISPLACEMENT: "displacement exodus",
    _K.WAR: "war",
    _K.PROTEST: "protest demonstration rally march sit-in",
    _K.RIOT: "riot rioting unrest",
    _K.ARREST: "arrest detention",
    _K.RAID: "raid",
    _K.COUP: "coup mutiny",
    _K.AGREEMENT: "agreement deal treaty accord pact memorandum",
    _K.CEASEFIRE: "ceasefire cease-fire truce armistice",
    _K.TALKS: "talks summit negotiation",
    _K.ELECTION: "election referendum by-election",
    _K.SANCTIONS: "sanction sanctions embargo",
    _K.TRIAL: "trial",
    _K.RESIGNATION: "resignation dismissal ouster sacking",
    _K.EARTHQUAKE: "earthquake quake tremor aftershock",
    _K.FLOOD: "flood flooding",
    _K.STORM: "storm hurricane typhoon cyclone tornado",
    _K.FIRE: "fire blaze wildfire",
    _K.EXPLOSION: "explosion blast detonation",
    _K.CRASH: "crash collision derailment",
    _K.LEAK: "leak spill",
    _K.COLLAPSE: "collapse",
    _K.EPIDEMIC: "outbreak epidemic",
}
_VERBS: dict[EventKind, str] = {
    _K.ATTACK: "attack assault ambush massacre raid storm",
    _K.CHEMICAL_ATTACK: "gas",
    _K.SHELLING: "shell bombard",
    _K.BOMBING: "bomb",
    _K.KILLING: "murder assassinate execute behead",
    _K.KIDNAPPING: "kidnap abduct",
    _K.POISONING: "poison",
    _K.PROTEST: "protest demonstrate",
    _K.ARREST: "arrest detain",
    _K.RESIGNATION: "resign",
    _K.EXPLOSION: "explode detonate blow_up",
    _K.CRASH: "crash collide derail",
}
_BY_NOUN = {word: kind for kind, words in _NOUNS.items() for word in words.split()}
_BY_VERB = {word: kind for kind, words in _VERBS.items() for word in words.split()}

#: Nouns that many another thing is called by; only with one of these words before them an event.
_ONLY_WITH: dict[str, frozenset[str]] = {
    "bomb": frozenset("car truck roadside suicide parcel nail petrol".split()),
    "strike": frozenset("air aerial drone missile rocket military bomb".split()),
    "fire": frozenset("forest house bush hotel market warehouse depot factory".split()),
    "march": frozenset("protest peace candle".split()),
    "rally": frozenset("protest opposition election".split()),
    "collapse": frozenset("building bridge roof dam tower wall mine".split()),
    "crash": frozenset("plane car bus train helicopter air jet road truck lorry ferry".split()),
    "leak": frozenset("gas oil fuel chemical chlorine ammonia radiation".split()),
    "deal": frozenset(
        "peace nuclear ceasefire trade zone buffer arms border power-sharing truce".split()
    ),
}
_MARKS: dict[EventKind, str] = {
    _K.CHEMICAL_ATTACK: "chemical chlorine gas sarin toxic nerve mustard poison poison-gas",
    _K.AIRSTRIKE: "air aerial drone airborne",
    _K.SHELLING: "rocket missile artillery mortar shell",
    _K.BOMBING: "bomb bombing suicide car-bomb truck-bomb grenade explosive",
    _K.SHOOTING: "gun gunfire shooting",
    _K.STABBING: "knife machete stabbing",
}
_BY_MARK = {word: kind for kind, words in _MARKS.items() for word in words.split()}
_FROM_THE_AIR = frozenset("attack bomb bombard hit pound raid strike target".split())
_FLYING = frozenset(
    """
    aircraft airplane airplanes bomber bombers drone drones helicopter helicopters jet jets plane
    planes warplane warplanes
    """.split()
)
#: Weapons whose use is an event: "fired shells filled with chlorine".
_AGENTS = frozenset("chlorine sarin gas toxic chemical nerve mustard".split())
#: Of these, those that nobody meets with but by an attack; "gas" may leak.
_WAR_GASES = frozenset("chlorine sarin nerve mustard".split())

#: What else each kind may be called: an airstrike is an attack, a bombing an explosion.
_BROADER: dict[EventKind, frozenset[EventKind]] = {
    _K.CHEMICAL_ATTACK: frozenset({_K.ATTACK, _K.SHELLING}),
    _K.AIRSTRIKE: frozenset({_K.ATTACK, _K.RAID}),
    _K.SHELLING: frozenset({_K.ATTACK}),
    _K.BOMBING: frozenset({_K.ATTACK, _K.EXPLOSION}),
    _K.SHOOTING: frozenset({_K.ATTACK, _K.KILLING}),
    _K.STABBING: frozenset({_K.ATTACK, _K.KILLING}),
    _K.POISONING: frozenset({_K.ATTACK}),
    _K.KILLING: frozenset({_K.ATTACK}),
    _K.EXPLOSION: frozenset({_K.ATTACK}),
    _K.OFFENSIVE: frozenset({_K.ATTACK}),
    _K.RIOT: frozenset({_K.PROTEST}),
    _K.CEASEFIRE: frozenset({_K.AGREEMENT}),
}
#: Kinds in which people come to harm: a toll without another word belongs to one of them.
HARMFUL = frozenset(
    {
        _K.ATTACK, _K.CHEMICAL_ATTACK, _K.AIRSTRIKE, _K.SHELLING, _K.BOMBING, _K.SHOOTING,
        _K.STABBING, _K.CLASH, _K.OFFENSIVE, _K.KILLING, _K.POISONING, _K.RAID, _K.RIOT,
        _K.EARTHQUAKE, _K.FLOOD, _K.STORM, _K.FIRE, _K.EXPLOSION, _K.CRASH, _K.COLLAPSE, _K.LEAK,
    }
)  # fmt: skip
#: Of these, what somebody is to blame for.
VIOLENT = HARMFUL - {_K.EARTHQUAKE, _K.FLOOD, _K.STORM}


def kind_of_noun(lemma: str, before: Iterable[str] = ()) -> EventKind | None:
    """The kind of event that a noun tells of.

    Args:
        lemma: Its base form, in lower case.
        before: The words that say which, in lower case: "suspected", "chlorine".

    >>> str(kind_of_noun("attack", ["suspected", "chlorine"]))
    'chemical attack'
    >>> str(kind_of_noun("strike", ["air"])), kind_of_noun("strike", ["teachers"])
    ('airstrike', None)
    """
    kind = _BY_NOUN.get(lemma)
    if kind is None:
        return None
    words = list(before)
    for word in words:
        marked = _BY_MARK.get(word)
        if marked is not None and kind in (*_BROADER[marked], marked):
            return marked
    if lemma in _ONLY_WITH and _ONLY_WITH[lemma].isdisjoint(words):
        return None
    return kind


def may_refer_back(lemma: str) -> EventKind | None:
    """The kind of a noun that needs another word to tell of an event, but not to refer to one.

    >>> str(may_refer_back("strike")), may_refer_back("table")
    ('airstrike', None)
    """
    return _K.AIRSTRIKE if lemma == "strike" else _BY_NOUN.get(lemma)


def kind_of_verb(
    lemma: str,
    objects: Iterable[str] = (),
    means: Iterable[str] = (),
    doers: Iterable[str] = (),
) -> EventKind | None:
    """The kind of event that a verb tells of.

    Args:
        lemma: Its base form, in lower case; a particle behind a line below: "blow_up".
        objects: The words of its object, in lower case.
        means: Those of what it was done with.
        doers: Those of its subject.

    >>> str(kind_of_verb("fire", ["shells", "filled", "with", "chlorine"]))
    'chemical attack'
    >>> str(kind_of_verb("bomb", ["the", "town"], doers=["warplanes"]))
    'airstrike'
    >>> str(kind_of_verb("kill", ["hundreds"], doers=["sarin", "gas"]))
    'chemical attack'
    >>> kind_of_verb("fire", ["him"]) is None
    True
    """
    words, doers = list(objects), tuple(doers)
    if lemma in ("fire", "launch", "drop", "use"):
        armed = any(_is_weapon(word) for word in words)
        if armed or lemma == "use":
            agent = not _AGENTS.isdisjoint(words)
            weapons = "weapons" in words or "weapon" in words or not {"gas"}.isdisjoint(words)
            if agent and (armed or weapons or "chlorine" in words or "sarin" in words):
                return _K.CHEMICAL_ATTACK
        return _K.SHELLING if armed and lemma in ("fire", "launch") else None
    if lemma in ("plant", "place") and not {"bomb", "bombs", "explosives"}.isdisjoint(words):
        return _K.BOMBING
    if lemma in ("kill", "wound", "injure"):
        gassed = not _WAR_GASES.isdisjoint((*doers, *means))
        return _K.CHEMICAL_ATTACK if gassed else None
    if lemma in _FROM_THE_AIR and not _FLYING.isdisjoint(doers):
        return _K.AIRSTRIKE
    kind = _BY_VERB.get(lemma)
    if kind in (_K.ATTACK, _K.SHELLING, _K.BOMBING) and not _AGENTS.isdisjoint(means):
        return _K.CHEMICAL_ATTACK
    return kind


def _is_weapon(word: str) -> bool:
    return word.rstrip("s") in ("shell", "rocket", "missile", "mortar", "bomb", "canister")


def narrower(left: EventKind, right: EventKind) -> EventKind | None:
    """The narrower of two kinds; ``None`` where nothing is both.

    >>> str(narrower(EventKind.ATTACK, EventKind.AIRSTRIKE))
    'airstrike'
    >>> narrower(EventKind.AIRSTRIKE, EventKind.CHEMICAL_ATTACK) is None
    True
    """
    if left is right or right in _BROADER.get(left, ()):
        return left
    return right if left in _BROADER.get(right, ()) else None
