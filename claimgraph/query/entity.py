"""Several sources as the one that they are."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.sql.expression import FromClause
from typing_extensions import override

from claimgraph.query.crowd import Crowd
from claimgraph.query.filters import Filter, askable
from claimgraph.query.lens import Clause, Lens
from claimgraph.query.who import Who
from claimgraph.store.schema import event_identity, identity
from claimgraph.vocabulary import Naming

_ORDER = [naming.value for naming in Naming]


def as_one(entity_id: str, sources: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """The fields of the record that stands for sources that are the same.

    The best named one gives the name, of several the one with the fullest name; the kind is the
    first that is known, in the order of ids. All other names are aliases.

    >>> as_one("a", [{"id": "a", "name": "SOHR"}, {"id": "b", "name": "Syrian Observatory"}])
    {'id': 'a', 'name': 'Syrian Observatory', 'aliases': ['SOHR']}
    """
    ordered = sorted(sources, key=lambda each: str(each["id"]))
    shown = min(ordered, key=_showing)
    names = {name for each in ordered for name in (each["name"], *each.get("aliases", ()))}
    kinds = (each["kind"] for each in ordered if each.get("kind", "unknown") != "unknown")
    fields = shown | {"id": entity_id, "aliases": sorted(names - {shown["name"]})}
    kind = next(kinds, None)
    return fields if kind is None else fields | {"kind": kind}


def _showing(source: dict[str, Any]) -> tuple[int, int, str]:
    naming = _ORDER.index(source.get("naming", Naming.NAMED.value))
    return naming, -len(source["name"]), source["name"]


@dataclass(frozen=True)
class Bears(Filter):
    """Sources that bear a name or an id."""

    rank = 0
    named: tuple[Who, ...] = ()
    ids: tuple[str, ...] = ()

    @override
    def clause(self, lens: Lens, t: FromClause, *, leads: bool) -> Clause:
        if self.named:
            return t.c.source_id.in_(Crowd(lens, self.named).sources)
        i = lens.alias(identity)
        mine = i.c.source_id.in_([askable(each) for each in self.ids])
        return t.c.entity_id.in_(select(i.c.entity_id).where(mine, lens.scope.holds(i)))

    @override
    def words(self) -> str:
        if self.named:
            return f"named {' or '.join(who.label for who in self.named)}"
        return f"with the id {' or '.join(self.ids)}"


@dataclass(frozen=True)
class SameEvent(Filter):
    """Events with an id, or joined with one that has it."""

    rank = 0
    ids: tuple[str, ...]

    @override
    def clause(self, lens: Lens, t: FromClause, *, leads: bool) -> Clause:
        i = lens.alias(event_identity)
        mine = i.c.event_id.in_([askable(each) for each in self.ids])
        return t.c.id.in_(select(i.c.entity_id).where(mine, lens.scope.holds(i)))

    @override
    def words(self) -> str:
        return f"with the id {' or '.join(self.ids)}"


@dataclass(frozen=True)
class MemberOf(Filter):
    """Sources that speak for another, which is not among them."""

    rank = 1
    named: tuple[Who, ...]

    @override
    def clause(self, lens: Lens, t: FromClause, *, leads: bool) -> Clause:
        crowd = Crowd(lens, self.named)
        return t.c.source_id.in_(crowd.sources) & t.c.source_id.not_in(crowd.heads())

    @override
    def words(self) -> str:
        return f"speaking for {' or '.join(who.label for who in self.named)}"
