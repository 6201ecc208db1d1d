"""Whether two tolls are of one event, where no record says so.

People are killed in one state on many days, in one manner and in another. Two tolls are held
against each other only where something says that it is one event: the place, the day, what
happened; and more of it where nobody knows of which day an article is.
"""

from __future__ import annotations

from claimgraph.compare.comparator import Pair
from claimgraph.compare.gate import Strength
from claimgraph.compare.gist import Gist, once_for_each
from claimgraph.compare.named import share_a_telling_name
from claimgraph.compare.places import in_one_town
from claimgraph.compare.terms import concepts_of
from claimgraph.text.event_kinds import EventKind, narrower

_K = EventKind
#: Kinds of event of which one may be the other, or go along with it.
_TOGETHER = (
    frozenset(
        (
            _K.CHEMICAL_ATTACK, _K.AIRSTRIKE, _K.SHELLING, _K.POISONING, _K.LEAK, _K.EXPLOSION,
        )
    ),
    frozenset(
        (
            _K.AIRSTRIKE, _K.SHELLING, _K.BOMBING, _K.SHOOTING, _K.STABBING, _K.CLASH,
            _K.OFFENSIVE, _K.KILLING, _K.RAID, _K.RIOT, _K.EXPLOSION, _K.ATTACK, _K.KIDNAPPING,
        )
    ),
    frozenset((_K.EARTHQUAKE, _K.COLLAPSE, _K.FIRE, _K.FLOOD, _K.LEAK)),
    frozenset((_K.STORM, _K.FLOOD, _K.COLLAPSE, _K.FIRE, _K.CRASH)),
    frozenset((_K.CRASH, _K.FIRE, _K.EXPLOSION, _K.COLLAPSE, _K.LEAK, _K.BOMBING)),
)  # fmt: skip
#: Kinds of event in which people come to harm; of others, a toll says little.
_HARMFUL = frozenset().union(*_TOGETHER)


def other_event(pair: Pair) -> str:
    """The test by which two tolls are of two events, in words; "" where they may be of one."""
    if pair.same_document or pair.gate.strength is Strength.EVENT:
        return ""
    kinds = _kind(pair.a), _kind(pair.b)
    if kinds[0] is not None and kinds[1] is not None and not _go_together(kinds[0], kinds[1]):
        return f"another event: {kinds[0]} and {kinds[1]}"
    if pair.is_undated and not names_one(pair):
        return "the day of an article is not known, and no place or name shows that it is one event"
    return "" if _is_told_alike(pair) else "another event"


def _go_together(one: EventKind, other: EventKind) -> bool:
    if narrower(one, other) is not None:
        return True
    return any(one in each and other in each for each in _TOGETHER)


@once_for_each
def _kind(gist: Gist) -> EventKind | None:
    """What sort of event a claim is about, by its record; ``None`` where that may be anything."""
    event = gist.statement.event
    if event is None or event.kind not in EventKind.__members__.values():
        return None
    kind = EventKind(event.kind)
    return kind if kind in _HARMFUL else None


def names_one(pair: Pair) -> bool:
    """Whether both name one day, one place that is no state, or somebody who is no body."""
    if pair.gate.strength is Strength.EVENT:
        return True
    if any(test.startswith("same time") for test in pair.gate.tests):
        return True
    return in_one_town(pair.a, pair.b) or share_a_telling_name(pair.a, pair.b)


def _is_told_alike(pair: Pair) -> bool:
    """Whether more speaks for one event than that people of one state met the same fate."""
    placed = any(test.startswith(("same time", "same place")) for test in pair.gate.tests)
    if placed or pair.gate.strength is not Strength.WORDS:
        return True
    names = pair.a.terms.names | pair.b.terms.names
    shared = pair.a.terms.shared(pair.b.terms) & pair.a.terms.content() - names
    return any("kill" not in concepts_of(each) for each in shared)
