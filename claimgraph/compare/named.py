"""The names in a claim that say which event it is about: people, towns and things, no bodies."""

from __future__ import annotations

from claimgraph.compare.gist import Gist, once_for_each
from claimgraph.compare.terms import stems
from claimgraph.text.states import state_sense
from claimgraph.vocabulary import SourceKind

_BODIES = frozenset(
    (SourceKind.STATE, SourceKind.ARMED_GROUP, SourceKind.ORGANISATION, SourceKind.MEDIA)
)


_MONTHS = stems(
    "January February March April May June July August September October November December"
)


def share_a_telling_name(a: Gist, b: Gist) -> bool:
    """Whether both name one person, town or thing: a state, or a body that acts in it every day,
    says little of which event it is.
    """
    # A name at the beginning of a claim may not look like one.
    names = telling_names(a) | telling_names(b)
    return not (names & a.terms.weights.keys()).isdisjoint(b.terms.weights)


@once_for_each
def telling_names(gist: Gist) -> frozenset[str]:
    """The names in a claim's words, without states and what is theirs, bodies, and months."""
    bodies = [each for each in gist.statement.actors.values() if each.kind in _BODIES]
    left_out = _MONTHS | stems(" ".join(name for each in bodies for name in each.names))
    states = {token.stem for token in gist.words if is_state(token.text)}
    return gist.terms.names - states - left_out


def is_state(name: str) -> bool:
    """Whether a name is a state's, or says what belongs to it; its capital is a town.

    >>> is_state("Syria"), is_state("Syrian"), is_state("Damascus")
    (True, True, False)
    """
    sense = state_sense(name)
    return sense is not None and sense.way != "capital"
