"""Who does what to whom in two claims: whether they say it of the same people and things.

Two claims that share a famous name and a common verb are seldom about the same: "X opposes
abortion", "X supports a measure that would lower the number of abortions". What is said of one
thing is held only against what is said of that thing.
"""

from __future__ import annotations

import re

from claimgraph.compare.gist import Gist, once_for_each
from claimgraph.compare.kin import is_of_state, kindred, same_side
from claimgraph.compare.predicate import same_predicate
from claimgraph.compare.statement import Actor
from claimgraph.compare.terms import Terms, concepts_of, has_concept, stems, terms_of, tokens
from claimgraph.ids import name_key
from claimgraph.vocabulary import Role, SourceKind, Stance

Party = tuple[str, Actor | None]

#: Of the words of what it is done to, so many of the shorter one must be in the other.
_HALF = 0.5
#: What comes behind the noun of a name.
_BEHIND = re.compile(
    r"[,(;]|\b(?:of|on|in|by|for|that|who|which|from|against|at|about|over|under|between|to|with"
    r"|without|after|before|including|produced|made|called)\b"
)
_WHOSE = re.compile(r"(?:[’']s|s[’'])\s")
_NOT_NAMED = re.compile(r"^(?:its|their|our|his|her|my|the|a|an|this|these|that|those|no)\s+", re.I)
#: Parties that may be anybody.
_ANYBODY = frozenset(
    "anybody anyone everybody everyone no nobody none one somebody someone".split()
)
_OTHERS_EACH_TIME = frozenset("i it that they this we you".split())
_PRONOUNS = frozenset("he her him it she that them they this we who which you i us".split())
_TITLES = stems("mr mrs ms dr sir sen rep gov president minister former")
#: Nouns by which an article calls again whom it has named before.
_AGAIN = stems(
    "company firm group man woman boy girl suspect minister president government official team "
    "club player actor actress singer star couple organisation organization party body victim"
)


def same_doers(a: Gist, b: Gist) -> bool:
    """Whether those who do it in the one may be those who do it in the other.

    Where one of the two names nobody, as in the passive, they may.
    """
    first, second = _doers(a), _doers(b)
    if not first or not second or _any_same(a, first, b, second):
        return True
    if not same_predicate(a, b):
        return False
    # "They are in custody", "police arrested them": what it is done to is what the other is about.
    if _is_of_being(a):
        return _any_same(a, first, b, _things(b))
    return _is_of_being(b) and _any_same(a, _things(a), b, second)


@once_for_each
def is_said_of_anybody(gist: Gist) -> bool:
    """Whether who does it is only "we" or "they", which are others in each mouth."""
    first = gist.words[0].text.lower() if gist.words else ""
    return first in _OTHERS_EACH_TIME and not gist.terms.names


def has_doer(gist: Gist) -> bool:
    """Whether a claim says who does it."""
    return bool(_doers(gist))


def names_doers(told: Gist, of: Gist) -> bool:
    """Whether a claim names all who do it in another, whatever part they play in it.

    Args:
        told: The claim that may name them.
        of: The other.
    """
    named = [(head(words), names_in(words)) for words, _ in _doers(of)]
    return bool(named) and all(
        noun in names and noun in told.terms.weights for noun, names in named
    )


def names_whose(told: Gist, of: Gist) -> bool:
    """Whether a claim names whose the things are that another claim names by whose they are.

    Args:
        told: The claim that may name them.
        of: The other.
    """
    whose = {each for words, _ in _things(of) for each in names_in(words)}
    return not whose or not whose.isdisjoint(told.terms.weights)


def same_objects(a: Gist, b: Gist) -> bool:
    """Whether what it is done to, or said of, is the same in both.

    Where one of the two names nothing, it must stand somewhere in that claim's words.
    """
    first, second = _things(a), _things(b)
    if first and second:
        return any(_same_thing(a, one, b, other) for one in first for other in second)
    if first or second:
        named, told, other = (first, a, b) if first else (second, b, a)
        return any(_stands_in(words, told, other) for words, _ in named)
    return _tell_the_same(a, b)


def same_victims(a: Gist, b: Gist) -> bool:
    """Whether it may be done to the same: where both say to whom, these are."""
    first, second = _things(a), _things(b)
    if not first or not second or not _harms(a) or not _harms(b):
        return True
    return any(_same_thing(a, one, b, other) for one in first for other in second)


def _harms(gist: Gist) -> bool:
    return has_concept(gist.predicate, "attack", "bomb", "rape")


def _tell_the_same(a: Gist, b: Gist) -> bool:
    """Whether half of what the shorter one says, beside names and verb, stands in the other."""
    left_out = {*a.terms.names, *b.terms.names, *a.predicate, *b.predicate}
    mine, theirs = a.terms.content() - left_out, b.terms.content() - left_out
    shared = a.terms.shared(b.terms) & mine
    return len(shared) >= min(len(mine), len(theirs)) * _HALF


def _any_same(a: Gist, first: list[Party], b: Gist, second: list[Party]) -> bool:
    close = a.statement.document_id == b.statement.document_id
    return any(same_party(one, other, close=close) for one in first for other in second)


@once_for_each
def _doers(gist: Gist) -> list[Party]:
    """Who does it; of what something is, that itself."""
    roles = [Role.AGENT, Role.ACCUSED, Role.CLEARED]
    speaker = gist.statement.speaker
    found = _named(gist, *roles)
    if speaker is not None and gist.statement.claim.stance is Stance.DENIES:
        # "She denied that she mishandled it" is about herself.
        found = [
            (speaker.name, speaker) if party[0].lower() in _PRONOUNS else party for party in found
        ]
    if not found and _is_of_being(gist):
        return _named(gist, Role.PATIENT)
    return found


@once_for_each
def _things(gist: Gist) -> list[Party]:
    """What it is done to."""
    return [] if _is_of_being(gist) else _named(gist, Role.PATIENT)


def _is_of_being(gist: Gist) -> bool:
    """Whether it says what something is, so that the part of it is that of who does it."""
    return gist.statement.claim.predicate.startswith("be ")


def _named(gist: Gist, *roles: Role) -> list[Party]:
    parties = gist.parties(*roles)
    return [each for each in parties if any(char.isalpha() for char in each[0])]


def same_party(a: Party, b: Party, *, close: bool = False) -> bool:
    """Whether two names may mean one.

    Args:
        a: Words, and whom they stand for.
        b: Likewise.
        close: Whether both stand in one article, where "the company" is one named before.

    >>> same_party(("Ted Cruz", None), ("Cruz", None))
    True
    >>> same_party(("Bernie Sanders", None), ("Bernie Sanders’ plan", None))
    False
    >>> same_party(("House Republicans", None), ("Senate Republicans", None))
    False
    """
    left, right = head(a[0]), head(b[0])
    if not left or not right or name_key(a[0]) == name_key(b[0]):
        return True
    if not _ANYBODY.isdisjoint((a[0].lower(), b[0].lower())):
        return True
    if _are_two_people(a, b):
        return False
    whose = bool(_WHOSE.search(a[0])), bool(_WHOSE.search(b[0]))
    if not any(whose) and _one_by_name(a, b):
        return True
    if left == right in _AGAIN and not close:
        return name_key(_bare(a[0])) == name_key(_bare(b[0])) and bool(_names_in(a))
    if left == right or concepts_of(left) & concepts_of(right):
        if are_of_other_sorts(a[0], b[0]):
            return False
        mine, theirs = (_names_in(each) - {left, right} for each in (a, b))
        return not mine or not theirs or bool(mine & theirs)
    return close and (_calls_again(a) or _calls_again(b))


def are_of_other_sorts(a: str, b: str) -> bool:
    """Whether two names without a name in them say each of which sort it is, and of another one.

    >>> are_of_other_sorts("young people", "old people"), are_of_other_sorts("people", "old people")
    (True, False)
    """
    mine, theirs = (terms_of(tokens(_bare(words))) for words in (a, b))
    if head(a) != head(b) or mine.names or theirs.names:
        return False
    more = [each.weights.keys() - {head(a)} for each in (mine, theirs)]
    return all(more) and not mine.shared(theirs) - {head(a)}


def _are_two_people(a: Party, b: Party) -> bool:
    """Whether both are people, of other names."""
    if a[1] is None or b[1] is None or not a[1].kind is b[1].kind is SourceKind.PERSON:
        return False
    return not same_side(a[1], b[1]) and head(a[1].name) != head(b[1].name)


def _calls_again(party: Party) -> bool:
    """Whether a name only calls again whom an article has named before: "the company", "she"."""
    words = party[0]
    if words.lower() in _PRONOUNS:
        return True
    return head(words) in _AGAIN and not names_in(words)


def _names_in(party: Party) -> frozenset[str]:
    """The names in a name, with those of whom it stands for."""
    words, actor = party
    found = names_in(_bare(words))
    return found if found or actor is None else names_in(actor.name)


def _one_by_name(a: Party, b: Party) -> bool:
    """Whether both are one person, body or state, whatever it is called."""
    if a[1] is not None and b[1] is not None and same_side(a[1], b[1]):
        return True
    if is_of_state(*a) and is_of_state(*b):
        return kindred(a[1], a[0], b[1], b[0])
    names = [names_in(_bare(words)) for words, _ in (a, b)]
    heads = head(a[0]), head(b[0])
    if not all(each in found for each, found in zip(heads, names, strict=True)):
        return False
    # "House Republicans" and "Senate Republicans" have other names beside the one in common.
    if names[0] - names[1] - _TITLES and names[1] - names[0] - _TITLES:
        return False
    return kindred(a[1], a[0], b[1], b[0])


def head(words: str) -> str:
    """Stem of the noun of a name; "" where there is none.

    >>> head("articles about the company"), head("Bernie Sanders’ plan")
    ('articl', 'plan')
    """
    found = tokens(_bare(words))
    return found[-1].stem if found else ""


def names_in(words: str) -> frozenset[str]:
    """Stems of the names in the name of a party, which begins no sentence.

    >>> names_in("Ferguson"), names_in("the mayor of Halden")
    (frozenset({'ferguson'}), frozenset({'halden'}))
    """
    found = tokens(words)
    if len(found) == 1 and words[:1].isupper():
        return frozenset((found[0].stem,))
    return terms_of(found).names


def _bare(words: str) -> str:
    """A name without what stands behind its noun."""
    first = next((part for part in _BEHIND.split(words) if part.strip()), words)
    return _NOT_NAMED.sub("", first.strip())


def _same_thing(a: Gist, one: Party, b: Gist, other: Party) -> bool:
    if same_party(one, other, close=a.statement.document_id == b.statement.document_id):
        return True
    mine, theirs = (terms_of(tokens(words)) for words, _ in (one, other))
    own = [each.weights.keys() - _numbers(each) for each in (mine, theirs)]
    shared = mine.shared(theirs)
    names = mine.names | theirs.names
    nouns = (head(one[0]), shared), (head(other[0]), theirs.shared(mine))
    if not any(noun in found and noun not in names for noun, found in nouns):
        return False
    return len(shared) >= max(1.0, min(map(len, own)) * _HALF)


def _numbers(terms: Terms) -> set[str]:
    return {each for each in terms.weights if each[0].isdigit()}


def _stands_in(words: str, told: Gist, other: Gist) -> bool:
    """Whether the noun of a name, or half of its words, stand in another claim."""
    terms = terms_of(tokens(words))
    names = told.terms.names | other.terms.names
    own = terms.weights.keys() - names or terms.weights.keys()
    if not own:
        return True
    shared = terms.shared(other.terms) & own
    return len(shared) >= max(1, len(own) * _HALF) and (head(words) in shared or len(shared) > 1)
