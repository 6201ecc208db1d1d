"""Claims of a graph as statements: with who made them, whom those speak for, and where."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import ColumnElement, null, select

from claimgraph.compare.statement import Actor, Statement, reach
from claimgraph.graph.chunks import chunks
from claimgraph.graph.material import Gatherer, named
from claimgraph.model import Affiliation, Attribution, Claim, Event, Interval, Source
from claimgraph.query.lens import Lens
from claimgraph.store.schema import attribution, claim, document
from claimgraph.vocabulary import SourceKind

if TYPE_CHECKING:
    from claimgraph.graph.questions import Questions

Rec = TypeVar("Rec", Claim, Attribution)

#: Records that are kept: claims of one time are compared with each other again and again.
_KEPT = 20_000


class Statements:
    """Loads statements out of a graph, as people have corrected their records.

    What was loaded is kept, so it is made anew for each run of comparing.

    Args:
        graph: Where they are.
    """

    def __init__(self, graph: "Questions") -> None:
        self._store = graph._store
        self._lens = Lens(graph._store, graph._scope)
        self._gather = Gatherer(graph)
        self._kept: dict[str, Statement] = {}
        self._actors: dict[str, Actor | None] = {}

    def of_documents(self, ids: Sequence[str]) -> dict[str, tuple[str, list[Statement]]]:
        """For each document, the id of its reading, and its claims in their order."""
        c, d = claim.c, document.c
        found: dict[str, tuple[str, list[str]]] = {}
        for some in chunks(ids):
            statement = (
                select(d.id, d.reading_id, c.id.label("claim_id"))
                .select_from(document.outerjoin(claim, c.document_id == d.id))
                .where(d.id.in_(some))
                .order_by(d.id, c.position)
            )
            for row in self._store.rows(statement):
                _, claims = found.setdefault(row.id, (row.reading_id, []))
                if row.claim_id is not None:
                    claims.append(row.claim_id)
        known = self.of_claims([each for _, claims in found.values() for each in claims])
        return {
            each: (reading, [known[claim_id] for claim_id in claims if claim_id in known])
            for each, (reading, claims) in found.items()
        }

    def of_claims(self, ids: Sequence[str]) -> dict[str, Statement]:
        """Some claims as statements, as far as they are there."""
        found = {each: self._kept[each] for each in ids if each in self._kept}
        missing = [each for each in dict.fromkeys(ids) if each not in found]
        for some in chunks(missing):
            found |= self._load(some)
        if len(self._kept) > _KEPT:
            self._kept.clear()
        self._kept |= found
        return found

    def _load(self, ids: Sequence[str]) -> dict[str, Statement]:
        lens = self._lens.again()
        c, a, d = lens.alias(claim), lens.alias(attribution), lens.alias(document)
        columns: list[ColumnElement[Any]] = [c.c.document_id, c.c.position]
        for t in (c, a, d):
            fixes = lens.fixes(t.c.id)
            columns += [t.c.body, null() if fixes is None else fixes]
        statement = (
            select(*(column.label(f"c_{n}") for n, column in enumerate(columns)))
            .join_from(c, a, a.c.id == c.c.attribution_id)
            .join(d, d.c.id == c.c.document_id)
            .where(c.c.id.in_(ids))
        )
        rows: list[tuple[Any, ...]] = [tuple(row) for row in lens.rows(statement)]
        claims = [_record(Claim, row[2], row[3]) for row in rows]
        attributions = [_record(Attribution, row[4], row[5]) for row in rows]
        events = self._events(claims)
        self._find_actors(claims, attributions, events.values())
        return {
            record.id: self._statement(row, record, said, events)
            for row, record, said in zip(rows, claims, attributions, strict=True)
        }

    def _statement(
        self, row: tuple[Any, ...], record: Claim, said: Attribution, events: dict[str, Event]
    ) -> Statement:
        about = None if record.event_id is None else events.get(record.event_id)
        publisher, published = _publication(row[6], row[7])
        actors = self._actors_of(named([record], [said], [] if about is None else [about]))
        return Statement(
            claim=record,
            attribution=said,
            document_id=row[0],
            publisher=publisher,
            published=published,
            speaker=None if said.source_id is None else actors.get(said.source_id),
            actors=actors,
            event=about,
            position=row[1],
        )

    def _events(self, claims: Sequence[Claim]) -> dict[str, Event]:
        """Each event by its id, or the one that people have joined it with."""
        events, same = self._gather.events(claims)
        by_id = {event.id: event for event in events}
        return {each: by_id[entity] for each, entity in same.items() if entity in by_id}

    def _actors_of(self, ids: Iterable[str]) -> dict[str, Actor]:
        """These sources and the bodies behind them."""
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

    def _find_actors(
        self,
        claims: Iterable[Claim],
        attributions: Iterable[Attribution],
        events: Iterable[Event],
    ) -> None:
        ids = named(claims, attributions, events) - self._actors.keys()
        if not ids:
            return
        affiliations = self._gather.affiliations(ids)
        ends = {end for each in affiliations for end in (each.member_id, each.organisation_id)}
        sources, same = self._gather.sources(ids | ends)
        self._actors |= dict.fromkeys(ids)  # those that nobody may see are not asked for again
        self._actors |= _actors(sources, same, affiliations)


def _actors(
    sources: Iterable[Source], same: dict[str, str], affiliations: Iterable[Affiliation]
) -> dict[str, Actor]:
    """Who some sources are, by their own ids: one for all that are the same."""
    above: defaultdict[str, set[str]] = defaultdict(set)
    for each in affiliations:
        member, body = (same.get(end, end) for end in (each.member_id, each.organisation_id))
        above[member].add(body)
    members: defaultdict[str, list[Source]] = defaultdict(list)
    for source in sources:
        members[same.get(source.id, source.id)].append(source)
    found: dict[str, Actor] = {}
    for entity, given in members.items():
        given.sort(key=lambda source: (source.id != entity, source.id))
        kinds = (source.kind for source in given if source.kind is not SourceKind.UNKNOWN)
        names = (name for source in given for name in (source.name, *source.aliases))
        behind = reach(above, entity)
        actor = Actor(
            id=entity,
            name=given[0].name,
            names=tuple(dict.fromkeys(names)),
            kind=next(kinds, SourceKind.UNKNOWN),
            behind=behind,
            sides=tuple(sorted({each.name for b in behind for each in members.get(b, ())})),
        )
        found |= dict.fromkeys((entity, *(source.id for source in given)), actor)
    return found


@lru_cache(maxsize=_KEPT)
def _record(kind: type[Rec], body: str, fixes: str | None) -> Rec:
    if fixes is None:
        return kind.model_validate_json(body)
    return kind.model_validate(_fixed(body, fixes))


@lru_cache(maxsize=_KEPT)
def _publication(body: str, fixes: str | None) -> tuple[str, Interval | None]:
    """Who published a document, and when."""
    document = _fixed(body, fixes)
    published = document.get("published")
    return (
        document.get("publisher", ""),
        None if published is None else Interval.model_validate(published),
    )


def _fixed(body: str, fixes: str | None) -> dict[str, Any]:
    fields: dict[str, Any] = json.loads(body)
    return fields | json.loads(fixes) if fixes else fields
