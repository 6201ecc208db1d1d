"""The records that views are made of, fetched by queries."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import Table, null, select

from claimgraph.errors import QueryError
from claimgraph.graph.bound import BoundRelation
from claimgraph.graph.chunks import chunks
from claimgraph.graph.parsed import parsed
from claimgraph.model import (
    Affiliation,
    Attribution,
    Claim,
    Document,
    Event,
    Lineage,
    Question,
    Record,
    Relation,
    Source,
)
from claimgraph.query.base import Query
from claimgraph.query.claims import Claims
from claimgraph.query.filters import Filter, Ids
from claimgraph.query.lens import Lens
from claimgraph.query.sets import AnyOf, Linked
from claimgraph.store.schema import (
    affiliation,
    event,
    event_identity,
    identity,
    lineage,
    question,
    question_claim,
    source,
)
from claimgraph.views.material import Material

if TYPE_CHECKING:
    from claimgraph.graph.questions import Questions

Rec = TypeVar("Rec", bound=Record)


def everything(graph: "Questions") -> Material:
    """All that can be seen."""
    gather = Gatherer(graph)
    return gather.material(
        list(graph.claims()),
        list(graph.attributions()),
        list(graph.documents()),
        list(graph.relations()),
    )


def of_claims(graph: "Questions", claims: Claims[Any]) -> Material:
    """Some claims and what they refer to: the attributions and documents they stand in, those
    around them, the sources, and the relations among them.
    """
    _check(graph, claims)
    gather = Gatherer(graph)
    among = AnyOf((claims,))
    attributions = gather.with_parents(_with_claim(graph.attributions(), among))
    documents = list(_with_claim(graph.documents(), among))
    relations = list(_with_claim(graph.relations(), among))
    return gather.material(list(claims), attributions, documents, relations)


def _check(graph: "Questions", claims: object) -> None:
    """That a view is asked for claims, and for claims of its own graph.

    Raises:
        QueryError: It is asked for something else.
    """
    if not isinstance(claims, Claims):
        given = claims.noun if isinstance(claims, Query) else repr(claims)
        raise QueryError(f"a view is made of claims, not of {given}; give it graph.claims()…")
    graph.claims().check_sides_with(claims)


def _with_claim(query: Query[Rec], *filters: Filter) -> Query[Rec]:
    """Narrowed to what has a claim that passes filters."""
    return query._narrowed(claims=filters)


def of_query(graph: "Questions", query: Query[Any]) -> Material:
    """What a query finds, the claims that belong to it, and what those refer to."""
    if isinstance(query, Claims):
        return of_claims(graph, query)
    gather = Gatherer(graph)
    linked = Linked(query)
    claims = list(graph.claims()._narrowed(linked))
    attributions = {each.id: each for each in _with_claim(graph.attributions(), linked)}
    documents = {each.id: each for each in _with_claim(graph.documents(), linked)}
    relations = list(_with_claim(graph.relations(), linked))
    if query.kind == "relation":
        relations = list(query)
    elif query.kind == "attribution":
        attributions |= {each.id: each for each in query}
    elif query.kind == "document":
        documents |= {each.id: each for each in query}
    found = gather.with_parents(attributions.values())
    missing = {each.document_id for each in found} - documents.keys()
    more = gather.by_id(graph.documents(), missing)
    return gather.material(claims, found, [*documents.values(), *more], relations)


def of_one(graph: "Questions", claim_id: str) -> Material:
    """A claim with its provenance: also the documents and attributions that its own derive from."""
    gather = Gatherer(graph)
    found = list(graph.claims().ids(claim_id))
    attributions = gather.with_parents(
        graph.attributions().ids(*(claim.attribution_id for claim in found))
    )
    ids = {item.id for item in attributions} | {item.document_id for item in attributions}
    lineages = gather.upstream(ids)
    ends = {end for each in lineages for end in (each.from_id, each.to_id)}
    known = {item.id for item in attributions}
    attributions += gather.by_id(graph.attributions(), ends - known)
    wanted = ends | {item.document_id for item in attributions}
    documents = gather.by_id(graph.documents(), wanted)
    return gather.material(found, attributions, documents, [], lineages)


def of_agreeing(graph: "Questions", claim_id: str) -> Material:
    """A claim and those that corroborate it."""
    agreeing = graph.claims().corroborating(claim_id)
    return of_claims(graph, graph.claims().ids(claim_id) | agreeing)


def questions(graph: "Questions", claims: Claims[Any] | None = None) -> list[Question]:
    """The questions that all claims answer, or some among themselves."""
    relations: Query[BoundRelation] = graph.relations()
    if claims is not None:
        _check(graph, claims)
        relations = _with_claim(relations, AnyOf((claims,)))
    found = list(graph.claims() if claims is None else claims)
    return Gatherer(graph).questions(found, list(relations))


class Gatherer:
    """Fetches records that others refer to, by id.

    Args:
        graph: Where to look.
    """

    def __init__(self, graph: "Questions") -> None:
        self._graph = graph
        self._store = graph._store
        self._lens = Lens(graph._store, graph._scope)

    def material(
        self,
        claims: Sequence[Claim],
        attributions: Sequence[Attribution],
        documents: Sequence[Document],
        relations: Sequence[Relation],
        lineages: Sequence[Lineage] | None = None,
    ) -> Material:
        """These records, and the sources, events, questions and lineages that go with them."""
        events, same_events = self.events(claims)
        ids = named(claims, attributions, events)
        affiliations = self.affiliations(ids)
        ends = {end for each in affiliations for end in (each.member_id, each.organisation_id)}
        sources, same_sources = self.sources(ids | ends)
        ids = {record.id for record in (*documents, *attributions)}
        return Material(
            documents=tuple(documents),
            sources=tuple(sources),
            affiliations=tuple(affiliations),
            events=tuple(events),
            attributions=tuple(attributions),
            claims=tuple(claims),
            relations=tuple(relations),
            questions=tuple(self.questions(claims, relations)),
            lineages=tuple(self._lineages(ids) if lineages is None else lineages),
            entities=same_sources | same_events,
        )

    def by_id(self, query: Query[Rec], ids: Iterable[str]) -> list[Rec]:
        """The records of a kind with these ids, as far as they can be seen."""
        found: list[Rec] = []
        for some in chunks(sorted(set(ids))):
            found += query._narrowed(Ids(tuple(some)))
        return found

    def with_parents(self, attributions: Iterable[Attribution]) -> list[Attribution]:
        """Attributions, and those around them."""
        found = {item.id: item for item in attributions}
        missing = _parents(found.values()) - found.keys()
        while missing:
            more = self.by_id(self._graph.attributions(), missing)
            found |= {item.id: item for item in more}
            missing = _parents(more) - found.keys()
        return list(found.values())

    def upstream(self, ids: set[str]) -> list[Lineage]:
        """The lineages that lead from some records to those they derive from, step by step."""
        found: dict[str, Lineage] = {}
        frontier = set(ids)
        seen = set(ids)
        while frontier:
            steps = self._records(Lineage, lineage, "from_id", frontier)
            found |= {each.id: each for each in steps}
            frontier = {each.to_id for each in found.values()} - seen
            seen |= frontier
        return list(found.values())

    def _lineages(self, ids: set[str]) -> list[Lineage]:
        steps = self._records(Lineage, lineage, "from_id", ids)
        return [each for each in steps if each.to_id in ids]

    def questions(self, claims: Sequence[Claim], relations: Iterable[Relation]) -> list[Question]:
        """The questions that some claims answer: those that people made, then those that are found
        in the claims and what they are to each other.
        """
        from claimgraph.graph.answered import found_besides

        wanted: set[str] = set()
        for some in chunks(claim.id for claim in claims):
            link = select(question_claim.c.question_id).where(question_claim.c.claim_id.in_(some))
            wanted |= {row[0] for row in self._store.rows(link)}
        by_hand = list(self._records(Question, question, "id", wanted))
        return [*by_hand, *found_besides(self._graph, by_hand, claims, relations)]

    def events(self, claims: Iterable[Claim]) -> tuple[list[Event], dict[str, str]]:
        """The events that claims are about and those that stand for them, and which these are."""
        ids = {claim.event_id for claim in claims if claim.event_id is not None}
        same = self._same(event_identity, "event_id", ids)
        found = {event.id: event for event in self._graph_events(ids | set(same.values()))}
        return list(found.values()), same

    def _graph_events(self, ids: set[str]) -> Iterator[Event]:
        return self._records(Event, event, "id", ids)

    def affiliations(self, named: set[str]) -> list[Affiliation]:
        """Whom some sources speak for, and for whom those do, all the way up."""
        found: dict[str, Affiliation] = {}
        frontier = self._with_same(named)
        seen = set(frontier)
        while frontier:
            steps = list(self._records(Affiliation, affiliation, "member_id", frontier))
            found |= {each.id: each for each in steps}
            above = self._with_same({each.organisation_id for each in steps})
            frontier = above - seen
            seen |= frontier
        return list(found.values())

    def sources(self, ids: set[str]) -> tuple[list[Source], dict[str, str]]:
        """Sources with these ids and all that are the same, and the ids that stand for them."""
        all_ids = self._with_same(ids)
        same = self._same(identity, "source_id", all_ids)
        return list(self._records(Source, source, "id", all_ids)), same

    def _with_same(self, ids: set[str]) -> set[str]:
        """Sources, and all that are the same."""
        found = set(ids)
        for some in chunks(sorted(ids)):
            wanted = select(source.c.id).where(source.c.id.in_(some))
            found |= {row[0] for row in self._store.rows(self._lens.again().same(wanted))}
        return found

    def _same(self, table: Table, column: str, ids: set[str]) -> dict[str, str]:
        found: dict[str, str] = {}
        for some in chunks(sorted(ids)):
            t = self._lens.again().alias(table)
            where = (t.c[column].in_(some), self._lens.scope.holds(t))
            rows = self._store.rows(select(t.c[column], t.c.entity_id).where(*where))
            found |= dict(tuple(row) for row in rows)
        return found

    def _records(
        self, kind: type[Rec], table: Table, column: str, ids: Iterable[str]
    ) -> Iterator[Rec]:
        """Records of a table that can be seen, with one of the ids in a column; corrected."""
        for some in chunks(sorted(set(ids))):
            lens = self._lens.again()
            t = lens.alias(table)
            fixes = lens.fixes(t.c.id)
            columns = (t.c.body, null() if fixes is None else fixes)
            where = (t.c[column].in_(some), *_visible(lens, table, t))
            for row in self._store.rows(select(*columns).where(*where)):
                body, fixed = tuple(row)
                yield parsed(kind, body, fixed)


def _visible(lens: Lens, table: Table, t: Any) -> list[Any]:
    if table is source:
        return lens.source(t)
    if table in {affiliation, event}:
        return lens.shared(t, table.name)
    return lens.plain(t.c.id)


def named(
    claims: Iterable[Claim], attributions: Iterable[Attribution], events: Iterable[Event]
) -> set[str]:
    """The ids of all sources that some records name."""
    ids: set[str | None] = set()
    for item in attributions:
        ids.add(item.source_id)
        ids |= {party.source_id for party in item.targets}
        ids |= {relay.source_id for relay in item.via}
    for claim in claims:
        ids |= {party.source_id for party in claim.participants}
    for happening in events:
        ids |= {party.source_id for party in happening.parties}
    return {each for each in ids if each is not None}


def _parents(attributions: Iterable[Attribution]) -> set[str]:
    return {item.parent_id for item in attributions if item.parent_id is not None}
