"""Who the sources of a graph are: with all their names, and the bodies behind them."""

import json
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import CTE, ColumnElement, Select, and_, null, select

from claimgraph.compare.statement import Actor, reach
from claimgraph.graph.asked import IDS, Asked
from claimgraph.graph.parsed import KEPT, fixed
from claimgraph.query.lens import Lens
from claimgraph.store.schema import affiliation, identity, source
from claimgraph.vocabulary import SourceKind


class _Known(NamedTuple):
    """What an actor is made of, of one source: few of its fields."""

    id: str
    name: str
    kind: SourceKind
    aliases: tuple[str, ...]


class Cast:
    """Sources as actors, each looked up once.

    Args:
        lens: How they are seen.
    """

    def __init__(self, lens: Lens) -> None:
        self._lens = lens
        self._seen: set[str] = set()
        self._actors: dict[str, Actor] = {}
        self._entity_of: dict[str, str] = {}
        self._members: defaultdict[str, list[_Known]] = defaultdict(list)
        self._above: defaultdict[str, set[str]] = defaultdict(set)

    def of(self, ids: Iterable[str]) -> dict[str, Actor]:
        """These sources, as far as they were found and can be seen, and the bodies behind them."""
        found: dict[str, Actor] = {}
        for each in ids:
            actor = self._actors.get(each)
            if actor is None:
                continue
            found[each] = actor
            for behind in (actor.id, *actor.behind):
                body = self._actors.get(behind)
                if body is not None:
                    found[behind] = body
        return found

    def find(self, ids: set[str]) -> None:
        """Look up those of some sources that were not looked up before, and all behind them."""
        steps: set[tuple[str, str]] = set()
        entities: set[str] = set()
        frontier = ids - self._seen
        # Once round, but where people have corrected who belongs to whom.
        while frontier:
            asked = (frontier | self._find(frontier, entities)) - self._seen
            self._seen |= asked
            above = self._affiliations(asked)
            steps |= above
            frontier = {organisation for _, organisation in above} - self._seen
        for member, organisation in steps:
            self._above[self._entity(member)].add(self._entity(organisation))
        for entity in entities:
            members = self._members[entity]
            members.sort(key=lambda known: (known.id != entity, known.id))
        for entity in entities:
            self._actors |= self._with_all_ids(entity)

    def _find(self, ids: set[str], entities: set[str]) -> set[str]:
        """Look up sources, all that are the same, and all above them as they were read; returns
        the ids of these, and adds the ids that stand for those which can be seen.
        """
        found = set()
        for source_id, entity, body, fixes in Asked.of(self._lens, _of_sources).rows(sorted(ids)):
            found.add(source_id)
            if source_id not in self._entity_of and body is not None:
                self._members[entity].append(_known(source_id, body, fixes))
                entities.add(entity)
            self._entity_of[source_id] = entity
        return found

    def _entity(self, source_id: str) -> str:
        return self._entity_of.get(source_id, source_id)

    def _with_all_ids(self, entity: str) -> dict[str, Actor]:
        """Who an entity is, by its own id and those of all sources that it is."""
        members = self._members[entity]
        kinds = (known.kind for known in members if known.kind is not SourceKind.UNKNOWN)
        names = (name for known in members for name in (known.name, *known.aliases))
        behind = reach(self._above, entity)
        sides = {known.name for each in behind for known in self._members.get(each, ())}
        actor = Actor(
            id=entity,
            name=members[0].name,
            names=tuple(dict.fromkeys(names)),
            kind=next(kinds, SourceKind.UNKNOWN),
            behind=behind,
            sides=tuple(sorted(sides)),
        )
        return dict.fromkeys((entity, *(known.id for known in members)), actor)

    def _affiliations(self, members: set[str]) -> set[tuple[str, str]]:
        """Whom sources belong to or speak for: who, and whom."""
        found = set()
        for member, organisation, fixes in Asked.of(self._lens, _of_affiliations).rows(
            sorted(members)
        ):
            corrected = json.loads(fixes) if fixes else {}
            ends = (
                corrected.get("member_id", member),
                corrected.get("organisation_id", organisation),
            )
            found.add(ends)
        return found


def _of_sources(lens: Lens) -> Select[Any]:
    i, s = lens.alias(identity), lens.alias(source)
    above = _with_all_above(lens)
    fixes = lens.fixes(s.c.id)
    columns: list[ColumnElement[Any]] = [i.c.source_id, i.c.entity_id]
    columns += [s.c.body, null() if fixes is None else fixes]
    return (
        select(*columns)
        .join_from(above, i, i.c.source_id == above.c.source_id)
        .outerjoin(s, and_(s.c.id == i.c.source_id, *lens.source(s)))
        .where(lens.scope.holds(i))
    )


def _of_affiliations(lens: Lens) -> Select[Any]:
    t = lens.alias(affiliation)
    fixes = lens.fixes(t.c.id)
    columns = (t.c.member_id, t.c.organisation_id, null() if fixes is None else fixes)
    return select(*columns).where(t.c.member_id.in_(IDS), *lens.shared(t, "affiliation"))


def _with_all_above(lens: Lens) -> CTE:
    """Sources, all that are the same, and those that they belong to or speak for, however far."""
    named, joined = lens.alias(identity), lens.alias(identity)
    holds = lens.scope.holds
    above = (
        select(joined.c.source_id)
        .join_from(named, joined, joined.c.entity_id == named.c.entity_id)
        .where(named.c.source_id.in_(IDS), holds(named), holds(joined))
        .cte("above", recursive=True)
    )
    named, joined, step = lens.alias(identity), lens.alias(identity), lens.alias(affiliation)
    return above.union(
        select(joined.c.source_id)
        .join_from(above, step, step.c.member_id == above.c.source_id)
        .join(named, named.c.source_id == step.c.organisation_id)
        .join(joined, joined.c.entity_id == named.c.entity_id)
        .where(holds(named), holds(joined))
    )


@lru_cache(maxsize=KEPT)
def _known(source_id: str, body: str, fixes: str | None) -> _Known:
    """A source, as corrected."""
    record = fixed(body, fixes)
    kind = SourceKind(record.get("kind", SourceKind.UNKNOWN))
    return _Known(source_id, record["name"], kind, tuple(record.get("aliases", ())))
