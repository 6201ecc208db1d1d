"""Who the sources of a graph are: with all their names, and the bodies behind them."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, and_, null, select

from claimgraph.compare.statement import Actor, reach
from claimgraph.graph.asked import IDS, Asked, bodies
from claimgraph.graph.parsed import parsed
from claimgraph.model import Affiliation, Source
from claimgraph.query.lens import Lens
from claimgraph.store.schema import affiliation, identity, source
from claimgraph.vocabulary import SourceKind

if TYPE_CHECKING:
    from claimgraph.graph.questions import Questions


class Cast:
    """Sources as actors, each looked up once.

    Args:
        graph: Where they are.
    """

    def __init__(self, graph: "Questions") -> None:
        self._lens = Lens(graph._store, graph._scope)
        self._actors: dict[str, Actor | None] = {}

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
        wanted = ids - self._actors.keys()
        if not wanted:
            return
        sources: dict[str, tuple[str, Source | None]] = {}
        affiliations: dict[str, Affiliation] = {}
        seen: set[str] = set()
        frontier = wanted
        while frontier:
            seen |= frontier
            found = self._sources(frontier)
            sources |= found
            steps = self._affiliations(found.keys() | frontier)
            affiliations |= steps
            frontier = {each.organisation_id for each in steps.values()} - seen - sources.keys()
        self._actors |= dict.fromkeys(wanted)  # those nobody may see are not asked for again
        self._actors |= _actors(sources, affiliations.values())

    def _sources(self, ids: set[str]) -> dict[str, tuple[str, Source | None]]:
        """Sources, and all that are the same: the id that stands for them, and the record where it
        can be seen.
        """
        found: dict[str, tuple[str, Source | None]] = {}
        for source_id, entity, body, fixed in self._of_sources.rows(sorted(ids)):
            record = None if body is None else parsed(Source, body, fixed)
            found[source_id] = (entity, record)
        return found

    @cached_property
    def _of_sources(self) -> Asked:
        lens = self._lens.again()
        named, joined, s = lens.alias(identity), lens.alias(identity), lens.alias(source)
        fixes = lens.fixes(s.c.id)
        columns: list[ColumnElement[Any]] = [joined.c.source_id, joined.c.entity_id]
        columns += [s.c.body, null() if fixes is None else fixes]
        statement = (
            select(*columns)
            .join_from(named, joined, joined.c.entity_id == named.c.entity_id)
            .outerjoin(s, and_(s.c.id == joined.c.source_id, *lens.source(s)))
            .where(named.c.source_id.in_(IDS))
            .where(lens.scope.holds(named), lens.scope.holds(joined))
        )
        return Asked(statement, lens)

    def _affiliations(self, members: set[str]) -> dict[str, Affiliation]:
        """Whom sources belong to or speak for."""
        rows = self._of_affiliations.rows(sorted(members))
        return {id_: parsed(Affiliation, body, fixed) for id_, body, fixed in rows}

    @cached_property
    def _of_affiliations(self) -> Asked:
        lens = self._lens.again()
        t = lens.alias(affiliation)
        return Asked(bodies(lens, t).where(t.c.member_id.in_(IDS), *lens.shared(t)), lens)


def _actors(
    sources: dict[str, tuple[str, Source | None]], affiliations: Iterable[Affiliation]
) -> dict[str, Actor]:
    """Who some sources are, by their own ids: one for all that are the same.

    Args:
        sources: Each with the id that stands for it and all that are the same; its record where
            it can be seen.
        affiliations: Of them.
    """

    def entity_of(source_id: str) -> str:
        return sources[source_id][0] if source_id in sources else source_id

    above: defaultdict[str, set[str]] = defaultdict(set)
    for each in affiliations:
        above[entity_of(each.member_id)].add(entity_of(each.organisation_id))
    members: defaultdict[str, list[Source]] = defaultdict(list)
    for entity, record in sources.values():
        if record is not None:
            members[entity].append(record)
    found: dict[str, Actor] = {}
    for entity, given in members.items():
        given.sort(key=lambda record: (record.id != entity, record.id))
        kinds = (record.kind for record in given if record.kind is not SourceKind.UNKNOWN)
        names = (name for record in given for name in (record.name, *record.aliases))
        behind = reach(above, entity)
        actor = Actor(
            id=entity,
            name=given[0].name,
            names=tuple(dict.fromkeys(names)),
            kind=next(kinds, SourceKind.UNKNOWN),
            behind=behind,
            sides=tuple(sorted({each.name for b in behind for each in members.get(b, ())})),
        )
        found |= dict.fromkeys((entity, *(record.id for record in given)), actor)
    return found
