"""Where two claims say that it happened: in one place, in two, or nobody knows."""

from __future__ import annotations

import re

from claimgraph.compare.gist import Gist, once_for_each
from claimgraph.compare.named import is_state
from claimgraph.compare.statement import Statement
from claimgraph.model import Place
from claimgraph.text.states import state_sense
from claimgraph.text.words import search_words

_IN = re.compile(r"\b(?:in|at|near|off|outside)\s+((?:[A-Z][\w’'-]+\s?){1,3})")
_MONTHS = frozenset(
    "January February March April May June July August September October November December".split()
)
#: Words of a name that many places share: "Al Shadaddi", "Al Huwayjah".
_SHARED = frozenset(
    "ad al an ar as ash at az central city county de deir district east eastern el fort governorate"
    " great la lake las los mount near new north northern of old province region rural saint san "
    "south southern state suburb tel tell the town upper village west western".split()
)


def where(statement: Statement) -> Place | None:
    """Where the claim says that it happened, likewise."""
    if statement.claim.place is not None:
        return statement.claim.place
    return statement.event.place if statement.event is not None else None


@once_for_each
def place_of(gist: Gist) -> Place | None:
    """Where it happened, by the claim's words too."""
    return where(gist.statement) or _named_place(gist.statement)


@once_for_each
def _place_words(gist: Gist) -> frozenset[str]:
    place = place_of(gist)
    return frozenset() if place is None else frozenset(search_words(place.name))


@once_for_each
def _text_words(gist: Gist) -> frozenset[str]:
    return frozenset(search_words(gist.statement.claim.text))


def same_place(a: Gist, b: Gist) -> tuple[str, str]:
    """The test that says that it was done in two places, and the one that says it was in one."""
    first, second = place_of(a), place_of(b)
    if first is None or second is None:
        return "", ""
    holds = {*map(str.lower, first.within)} | {*map(str.lower, second.within)}
    if _share_words(a, b) or not holds.isdisjoint((first.name.lower(), second.name.lower())):
        return "", f"same place: {first.name}"
    left, right = state_sense(first.name), state_sense(second.name)
    if (left is None) != (right is None):
        return "", ""  # a town and a state: who knows whether it lies there
    if _text_words(a) & _place_words(b) or _text_words(b) & _place_words(a):
        return "", ""
    return f"place: {first.name} and {second.name}", ""


def _share_words(a: Gist, b: Gist) -> bool:
    """Whether two names of places have a word in common that tells one from others."""
    return bool((_place_words(a) & _place_words(b)) - _SHARED)


def _named_place(statement: Statement) -> Place | None:
    """The one place that the words of a claim name after "in" or "near"."""
    found = (match[1].strip() for match in _IN.finditer(statement.claim.text))
    names = {name for name in found if name.partition(" ")[0] not in _MONTHS}
    return Place(name=names.pop()) if len(names) == 1 else None


def in_one_town(a: Gist, b: Gist) -> bool:
    """Whether both name one place that is no state."""
    first, second = place_of(a), place_of(b)
    if first is None or second is None or is_state(first.name) or is_state(second.name):
        return False
    return same_place(a, b)[1] != ""
