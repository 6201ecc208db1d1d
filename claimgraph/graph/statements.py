"""Claims of a graph as statements: with who made them, whom those speak for, and where."""

from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, null, select

from claimgraph.compare.statement import Statement
from claimgraph.graph.asked import IDS, Asked, bodies
from claimgraph.graph.cast import Cast
from claimgraph.graph.chunks import chunks
from claimgraph.graph.material import Gatherer, named
from claimgraph.graph.parsed import KEPT, fixed, parsed
from claimgraph.model import Attribution, Claim, Event, Interval
from claimgraph.query.lens import Lens
from claimgraph.store.schema import attribution, claim, document

if TYPE_CHECKING:
    from claimgraph.graph.questions import Questions


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
        self._cast = Cast(graph)
        self._publications: dict[str, tuple[str, Interval | None]] = {}

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
        if len(self._kept) > KEPT:
            self._kept.clear()
        self._kept |= found
        return found

    def _load(self, ids: Sequence[str]) -> dict[str, Statement]:
        rows = list(self._of_claims.rows(ids))
        claims = [parsed(Claim, row[2], row[3]) for row in rows]
        attributions = [parsed(Attribution, row[4], row[5]) for row in rows]
        events = self._events(claims)
        self._cast.find(named(claims, attributions, events.values()))
        self._find_publications(row[0] for row in rows)
        return {
            record.id: self._statement(row, record, said, events)
            for row, record, said in zip(rows, claims, attributions, strict=True)
        }

    @cached_property
    def _of_claims(self) -> Asked:
        lens = self._lens.again()
        c, a = lens.alias(claim), lens.alias(attribution)
        columns: list[ColumnElement[Any]] = [c.c.document_id, c.c.position]
        for t in (c, a):
            fixes = lens.fixes(t.c.id)
            columns += [t.c.body, null() if fixes is None else fixes]
        statement = (
            select(*(column.label(f"c_{n}") for n, column in enumerate(columns)))
            .join_from(c, a, a.c.id == c.c.attribution_id)
            .where(c.c.id.in_(IDS))
        )
        return Asked(statement, lens)

    def _statement(
        self, row: tuple[Any, ...], record: Claim, said: Attribution, events: dict[str, Event]
    ) -> Statement:
        about = None if record.event_id is None else events.get(record.event_id)
        publisher, published = self._publications[row[0]]
        actors = self._cast.of(named([record], [said], [] if about is None else [about]))
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

    def _find_publications(self, document_ids: Iterable[str]) -> None:
        """When documents came out, each looked up once: their bodies lie behind their texts."""
        missing = sorted(set(document_ids) - self._publications.keys())
        for id_, body, changes in self._of_publications.rows(missing):
            self._publications[id_] = _publication(body, changes)

    @cached_property
    def _of_publications(self) -> Asked:
        lens = self._lens.again()
        d = lens.alias(document)
        return Asked(bodies(lens, d).where(d.c.id.in_(IDS)), lens)

    def _events(self, claims: Sequence[Claim]) -> dict[str, Event]:
        """Each event by its id, or the one that people have joined it with."""
        events, same = self._gather.events(claims)
        by_id = {event.id: event for event in events}
        return {each: by_id[entity] for each, entity in same.items() if entity in by_id}


@lru_cache(maxsize=KEPT)
def _publication(body: str, fixes: str | None) -> tuple[str, Interval | None]:
    """Who published a document, and when."""
    document = fixed(body, fixes)
    published = document.get("published")
    return (
        document.get("publisher", ""),
        None if published is None else Interval.model_validate(published),
    )
