"""Claims of a graph as statements: with who made them, whom those speak for, and where."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import ColumnElement, Select, null, select

from claimgraph.compare.statement import Statement
from claimgraph.graph.asked import IDS, Asked, bodies
from claimgraph.graph.cast import Cast
from claimgraph.graph.chunks import chunks
from claimgraph.graph.material import named
from claimgraph.graph.parsed import KEPT, fixed, parsed
from claimgraph.model import Attribution, Claim, Event, Interval, Reading
from claimgraph.query.lens import Lens
from claimgraph.store.schema import attribution, claim, document, event, event_identity

if TYPE_CHECKING:
    from claimgraph.graph.questions import Questions


class Statements:
    """Loads statements out of a graph, as people have corrected their records.

    What was loaded is kept, so it is made anew for each run of comparing.

    Args:
        graph: Where they are.
        readings: Those that were just written there: what they hold need not be read back.
    """

    def __init__(self, graph: "Questions", readings: Iterable[Reading] = ()) -> None:
        self._store = graph._store
        self._lens = Lens(graph._store, graph._scope)
        self._readings = {each.document.id: each for each in readings}
        self._kept: dict[str, Statement] = {}
        self._cast = Cast(self._lens)
        self._publications: dict[str, tuple[str, Interval | None]] = {}

    def of_documents(self, ids: Sequence[str]) -> dict[str, tuple[str, list[Statement]]]:
        """For each document, the id of its reading, and its claims in their order."""
        c, d = claim.c, document.c
        found: dict[str, tuple[str, dict[str, int]]] = {}
        for some in chunks(ids):
            statement = (
                select(d.id, d.reading_id, c.id.label("claim_id"), c.position)
                .select_from(document.outerjoin(claim, c.document_id == d.id))
                .where(d.id.in_(some))
                .order_by(d.id, c.position)
            )
            for row in self._store.rows(statement):
                _, claims = found.setdefault(row.id, (row.reading_id, {}))
                if row.claim_id is not None:
                    claims[row.claim_id] = row.position
        self._keep_read(found)
        known = self.of_claims([each for _, claims in found.values() for each in claims])
        return {
            each: (reading, [known[claim_id] for claim_id in claims if claim_id in known])
            for each, (reading, claims) in found.items()
        }

    def _keep_read(self, found: Mapping[str, tuple[str, Mapping[str, int]]]) -> None:
        """Keep the claims of documents whose readings are at hand, where people have corrected
        nothing.
        """
        if self._lens.ruled - {"status"}:
            return
        given: list[_Given] = []
        for document_id, (reading_id, claims) in found.items():
            reading = self._readings.pop(document_id, None)
            if reading is not None and reading.id == reading_id:
                said = {each.id: each for each in reading.attributions}
                given += [
                    _Given(document_id, claims[each.id], each, said[each.attribution_id])
                    for each in reading.claims
                    if each.id in claims
                ]
        self._kept |= self._stated(given)

    def of_claims(self, ids: Sequence[str]) -> dict[str, Statement]:
        """Some claims as statements, as far as they are there."""
        found = {each: self._kept[each] for each in ids if each in self._kept}
        missing = [each for each in dict.fromkeys(ids) if each not in found]
        for some in chunks(missing):
            found |= self._load(some)
        if len(self._kept) > KEPT:
            self._kept.clear()
        self._kept |= found
        return found

    def _load(self, ids: Sequence[str]) -> dict[str, Statement]:
        return self._stated(
            [
                _Given(document_id, position, parsed(Claim, *record), parsed(Attribution, *said))
                for document_id, position, *bodies in Asked.of(self._lens, _of_claims).rows(ids)
                for record, said in [(bodies[:2], bodies[2:])]
            ]
        )

    def _stated(self, given: Sequence["_Given"]) -> dict[str, Statement]:
        if not given:
            return {}
        claims = [each.claim for each in given]
        events = self._events(claims)
        said = (each.attribution for each in given)
        self._cast.find(named(claims, said, events.values()))
        self._find_publications(each.document_id for each in given)
        return {each.claim.id: self._statement(each, events) for each in given}

    def _statement(self, given: "_Given", events: dict[str, Event]) -> Statement:
        record, said = given.claim, given.attribution
        about = None if record.event_id is None else events.get(record.event_id)
        publisher, published = self._publications[given.document_id]
        actors = self._cast.of(named([record], [said], [] if about is None else [about]))
        return Statement(
            claim=record,
            attribution=said,
            document_id=given.document_id,
            publisher=publisher,
            published=published,
            speaker=None if said.source_id is None else actors.get(said.source_id),
            actors=actors,
            event=about,
            position=given.position,
        )

    def _find_publications(self, document_ids: Iterable[str]) -> None:
        """When documents came out, each looked up once: their bodies lie behind their texts."""
        missing = sorted(set(document_ids) - self._publications.keys())
        for id_, body, changes in Asked.of(self._lens, _of_publications).rows(missing):
            self._publications[id_] = _publication(body, changes)

    def _events(self, claims: Iterable[Claim]) -> dict[str, Event]:
        """Each event by its id, or the one that people have joined it with."""
        ids = {each.event_id for each in claims if each.event_id is not None}
        same: dict[str, str] = dict(Asked.of(self._lens, _of_same_events).rows(sorted(ids)))
        bodies = Asked.of(self._lens, _of_events).rows(sorted(ids.union(same.values())))
        by_id = {id_: parsed(Event, body, fixes) for id_, body, fixes in bodies}
        return {each: by_id[entity] for each, entity in same.items() if entity in by_id}


def _of_claims(lens: Lens) -> Select[Any]:
    c, a = lens.alias(claim), lens.alias(attribution)
    columns: list[ColumnElement[Any]] = [c.c.document_id, c.c.position]
    for t in (c, a):
        fixes = lens.fixes(t.c.id)
        columns += [t.c.body, null() if fixes is None else fixes]
    return (
        select(*(column.label(f"c_{n}") for n, column in enumerate(columns)))
        .join_from(c, a, a.c.id == c.c.attribution_id)
        .where(c.c.id.in_(IDS))
    )


def _of_publications(lens: Lens) -> Select[Any]:
    d = lens.alias(document)
    return bodies(lens, d).where(d.c.id.in_(IDS))


def _of_same_events(lens: Lens) -> Select[Any]:
    t = lens.alias(event_identity)
    return select(t.c.event_id, t.c.entity_id).where(t.c.event_id.in_(IDS), lens.scope.holds(t))


def _of_events(lens: Lens) -> Select[Any]:
    t = lens.alias(event)
    return bodies(lens, t).where(t.c.id.in_(IDS), *lens.shared(t, "event"))


class _Given(NamedTuple):
    """What a statement is made of, beside whom and what it refers to."""

    document_id: str
    position: int
    claim: Claim
    attribution: Attribution


@lru_cache(maxsize=KEPT)
def _publication(body: str, fixes: str | None) -> tuple[str, Interval | None]:
    """Who published a document, and when."""
    document = fixed(body, fixes)
    published = document.get("published")
    return (
        document.get("publisher", ""),
        None if published is None else Interval.model_validate(published),
    )
