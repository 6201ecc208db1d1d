"""What happens once cannot happen on two days, or in two towns."""

from __future__ import annotations

from claimgraph.compare.comparator import Pair
from claimgraph.compare.gate import when
from claimgraph.compare.gist import Gist, once_for_each
from claimgraph.compare.places import where
from claimgraph.compare.terms import concepts_of
from claimgraph.compare.verdict import Verdict
from claimgraph.vocabulary import ConflictType, Precision, RelationKind, Role, SourceKind

METHOD = "once.v1"

#: What befalls a person but once.
_ONCE = frozenset(("kill", "resign", "oust"))
_FINE = frozenset((Precision.DAY, Precision.HOUR, Precision.MINUTE, Precision.PART_OF_DAY))


def once(pair: Pair) -> Verdict | None:
    """Whether two claims put one person's death or resignation on two days, or in two places."""
    if not pair.gate.failed or pair.a.sign <= 0 or pair.b.sign <= 0:
        return None
    if not (happenings_of(pair.a) & happenings_of(pair.b)):
        return None
    who = _one_person(pair.a, pair.b)
    if who is None:
        return None
    if pair.gate.failed.startswith("time") and _both_fine(pair):
        kind, left, right = ConflictType.TIME, when(pair.a.statement), when(pair.b.statement)
    elif pair.gate.failed.startswith("place"):
        places = where(pair.a.statement), where(pair.b.statement)
        kind = ConflictType.PLACE
        left, right = (place.name if place else "" for place in places)  # type: ignore[assignment]
    else:
        return None
    return Verdict(
        RelationKind.CONTRADICTS,
        kind,
        0.7,
        f"{left} according to {pair.who_a}, {right} according to {pair.who_b}; "
        f"it happens to {who} once",
        (f"same person: {who}",),
        method=METHOD,
    )


@once_for_each
def happenings_of(gist: Gist) -> frozenset[str]:
    """What is said to have happened of that which happens but once."""
    return _ONCE & {concept for each in gist.predicate for concept in concepts_of(each)}


def _both_fine(pair: Pair) -> bool:
    times = when(pair.a.statement), when(pair.b.statement)
    return all(time is not None and time.precision in _FINE for time in times)


def _one_person(a: Gist, b: Gist) -> str | None:
    """A person to whom it happens in both."""
    for words, actor in a.parties(Role.PATIENT, Role.AGENT):
        for _, other in b.parties(Role.PATIENT, Role.AGENT):
            known = actor is not None and other is not None and actor.id == other.id
            if known and actor is not None and actor.kind is SourceKind.PERSON:
                return words
    return None
