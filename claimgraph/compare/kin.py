"""Who stands on whose side: the same source, its body, its state; a group by its name."""

from __future__ import annotations

import re
from functools import lru_cache

from claimgraph.compare.statement import Actor
from claimgraph.compare.terms import concepts_of, has_concept, terms_of, tokens
from claimgraph.ids import name_key
from claimgraph.text.states import state_sense
from claimgraph.vocabulary import SourceKind

_STATE_MEDIA = frozenset("media televis tv agenc news radio state-run".split())
#: Words that many groups share, and that make none of them the same.
_COMMON_NOUNS = frozenset(
    "allianc armi author coalit command committe council forc front group leader militari ministri "
    "movement offici parti polic presid sourc state spokesman spokesperson spokeswoman fighter "
    "regim govern terrorist troop media televis tv agenc news".split()
)


def same_side(a: Actor, b: Actor) -> bool:
    """Whether one is the other, or speaks for it."""
    if a.id == b.id or b.id in a.behind or a.id in b.behind:
        return True
    return bool(_keys(a.names) & _keys(b.names)) or _same_state_media(a, b)


@lru_cache(maxsize=20_000)
def _keys(names: tuple[str, ...]) -> frozenset[str]:
    """What tells names apart. "The rebels" may be others in another sentence; a name is one."""
    return frozenset(name_key(name) for name in names if not name.islower()) - {""}


def _same_state_media(a: Actor, b: Actor) -> bool:
    """Two media of one state by their names: "Syrian state TV", "Syrian state television"."""
    if not all(_STATE_MEDIA & {t.stem for t in tokens(each.name)} for each in (a, b)):
        return False
    state = state_of(a, a.name)
    return state is not None and state == state_of(b, b.name)


def state_of(actor: Actor | None, words: str) -> str | None:
    """The state that somebody is, or whose body or person they are by their name.

    >>> state_of(None, "Syrian President Bashar Assad"), state_of(None, "the regime")
    ('Syria', None)
    """
    named = () if actor is None else (*actor.names, *actor.sides)
    for name in (words, *named):
        if (whole := state_sense(name)) is not None:
            return whole.state
        found = terms_of(tokens(name)).states
        if len(found) == 1:
            return next(iter(found))
    return None


def is_of_state(words: str, actor: Actor | None) -> bool:
    """Whether a name is that of a state's rulers, forces or officials, not of its rebels."""
    stems = {token.stem for token in tokens(words)}
    if has_concept(stems, "rebel"):
        return False
    if actor is not None:
        if actor.kind is SourceKind.STATE:
            return True
        if any(state_sense(side) is not None for side in actor.sides):
            return True
    return state_sense(words) is not None or bool(ruling_words(words))


def ruling_words(words: str) -> frozenset[str]:
    """What rulers and their bodies are called by a name's noun: "regime", "army"."""
    return _RULING & {token.stem for token in tokens(_BEHIND.split(words, maxsplit=1)[0])}


#: What comes behind the noun of a name: "attack on security forces".
_BEHIND = re.compile(r"\b(?:of|on|in|by|for|that|who|which|from|against|at)\b")
_RULING = frozenset(
    "presid govern regim armi minist ministri forc aircraft militari troop state warplan offici "
    "author prime kremlin".split()
)


def kindred(a: Actor | None, a_words: str, b: Actor | None, b_words: str) -> bool:
    """Whether a denial by one answers an accusation against the other.

    It does where both are one, where one speaks for or belongs to the other, where both are the
    rulers of one state, and where their names share a word that tells them from others: "a rebel
    alliance" and "Syrian rebels", but not two "groups".

    >>> kindred(None, "a rebel alliance", None, "Syrian rebels")
    True
    >>> kindred(None, "a rebel alliance", None, "Hayat Tahrir al-Sham")
    False
    """
    if a is not None and b is not None and same_side(a, b):
        return True
    if a is not None and b is not None and _are_relatives(a, b):
        return False
    first, second = state_of(a, a_words), state_of(b, b_words)
    rulers = is_of_state(a_words, a), is_of_state(b_words, b)
    if first is not None and first == second and all(rulers):
        return True
    if first is not None and second is not None and first != second:
        return False
    if _names(a, a_words) & _names(b, b_words):
        return True
    if (first is None) != (second is None) and ruling_words(a_words) & ruling_words(b_words):
        return True  # "the Syrian regime", and "the regime"
    return bool(_telling(a, a_words) & _telling(b, b_words)) and rulers[0] == rulers[1]


def _are_relatives(a: Actor, b: Actor) -> bool:
    """Whether two people share a surname, and no other name: "Dena Orm", "Alan Orm"."""
    if not a.kind is b.kind is SourceKind.PERSON:
        return False
    first, second = (max((tokens(name) for name in each.names), key=len) for each in (a, b))
    if len(first) < 2 or len(second) < 2 or first[-1].stem != second[-1].stem:
        return False
    return {each.stem for each in first[:-1]}.isdisjoint(each.stem for each in second[:-1])


def _names(actor: Actor | None, words: str) -> set[str]:
    """The names in a name, without those of states."""
    found: set[str] = set()
    for name in _called(actor, words):
        for token in tokens(name):
            if token.name and token.stem not in _COMMON_NOUNS and not state_sense(token.text):
                found |= {token.stem, *concepts_of(token.stem)}
    return found - {"regime", "army", "police", "rebel"}


def same_head(words: str, called: str) -> bool:
    """Whether two names have their noun in common: "two guards", "guards at the depot".

    >>> same_head("two guards", "guards at the depot"), same_head("the army", "the police")
    (True, False)
    """
    first, second = (tokens(_BEHIND.split(each, maxsplit=1)[0]) for each in (words, called))
    return bool(first and second) and first[-1].stem == second[-1].stem


def is_specific(actor: Actor | None, words: str) -> bool:
    """Whether a name tells who it is, as "gunmen" and "terrorist groups" do not."""
    return bool(_names(actor, words)) or state_of(actor, words) is not None


def _called(actor: Actor | None, words: str) -> tuple[str, ...]:
    """The words, and what else the actor is called by name; "the rebels" may be others, too."""
    if actor is None:
        return (words,)
    return (words, *(name for name in actor.names if not name.islower()))


def _telling(actor: Actor | None, words: str) -> set[str]:
    """Stems and concepts of a name that tell its bearer from others."""
    found: set[str] = set()
    for name in _called(actor, words):
        terms = terms_of(tokens(name))
        for each in terms.weights:
            if each in _COMMON_NOUNS or state_sense(each.title()) is not None:
                continue
            found.add(each)
            # A rebel is no jihadist, whatever else they have in common.
            found |= concepts_of(each) - {"rebel", "regime", "army", "police"}
    return found
