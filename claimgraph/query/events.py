"""Questions for events."""

from collections.abc import Mapping, Sequence
from typing import Any, Self, TypeVar

from sqlalchemy import ColumnElement, Row, and_, func, select
from sqlalchemy.sql.expression import FromClause
from typing_extensions import override

from claimgraph.model import Event, Source
from claimgraph.query.about import During, Labelled
from claimgraph.query.asking import ClaimQuestions, first_words, names_of, with_words
from claimgraph.query.claims import one_claim
from claimgraph.query.entity import SameEvent
from claimgraph.query.filters import Filter
from claimgraph.query.lens import Clause, Lens
from claimgraph.query.nested import there_is, value
from claimgraph.query.times import End, Moment, stretch
from claimgraph.query.where import EVENT_FIELDS
from claimgraph.store.schema import claim, event, event_identity

E = TypeVar("E", bound=Event, covariant=True)


class Events(ClaimQuestions[E]):
    """Events that claims are about. Those that people have joined are one, under one id.

    ``where`` takes ``kind`` and ``place``, and the fields of claims. ``about`` a text looks at the
    event's own label and place.

    In the order in which they happened, unless "label" is asked for.
    """

    noun = "events"
    kind = "event"
    table = event
    shown = ("label", "kind", "place", "time", "claims", "documents")
    named_by = "label"
    orders = ("happened", "label")
    own_fields = EVENT_FIELDS

    def ids(self, *ids: str) -> Self:
        """With one of these ids."""
        return self._narrowed(SameEvent(ids))

    def about(self, what: str | Event | Source) -> Self:
        """With all these words in the label or the place; else as :meth:`Claims.about`.

        Raises:
            QueryError: There is no word in the text.
        """
        if isinstance(what, str):
            return self._narrowed(Labelled(with_words(what)))
        return super().about(what)

    def happened_between(self, start: Moment | None, end: End = ...) -> Self:
        """That happened between two times; see :meth:`Claims.published_between`."""
        return self._narrowed(During("happened", stretch(start, end)))

    @override
    def visible(self, lens: Lens, t: FromClause) -> list[Clause]:
        i = lens.alias(event_identity)
        joined = [i.c.event_id == t.c.id, i.c.entity_id != t.c.id, lens.scope.holds(i)]
        return [*lens.shared(t, "event"), ~there_is(i, where=joined)]

    @override
    def has_claim(
        self, lens: Lens, t: FromClause, filters: Sequence[Filter], *, leads: bool
    ) -> Clause:
        c, passes = one_claim(lens, filters, leads=leads)
        i = lens.alias(event_identity)
        same = and_(i.c.event_id == c.c.event_id, lens.scope.holds(i))
        if leads:
            return t.c.id.in_(select(i.c.entity_id).select_from(c).join(i, same).where(*passes))
        return there_is(i, c, where=[i.c.entity_id == t.c.id, same, *passes])

    @override
    def ordering(self, lens: Lens, t: FromClause, order: str) -> list[ColumnElement[Any]]:
        first = [t.c.label] if order == "label" else [t.c.happened_from, t.c.happened_to]
        return [*first, t.c.id]

    @classmethod
    @override
    def fields(cls) -> tuple[str, ...]:
        return ("id", "label", "kind", "place", "time", "parties", "claims", "documents")

    @override
    def names(self, lens: Lens, t: FromClause) -> list[ColumnElement[Any]]:
        c, i = lens.alias(claim), lens.alias(event_identity)
        about_it = (i.c.event_id == c.c.event_id, i.c.entity_id == t.c.id, lens.scope.holds(i))
        where = [*about_it, *lens.claim(c)]
        documents = func.count(c.c.document_id.distinct())
        return [value(func.count(), c, i, where=where), value(documents, c, i, where=where)]

    @override
    def flat(self, record: Event, names: Row[Any]) -> dict[str, Any]:
        claims, documents = tuple(names)
        return {
            "id": record.id,
            "label": record.label,
            "kind": record.kind,
            "place": None if record.place is None else record.place.name,
            "time": None if record.time is None else str(record.time),
            "parties": names_of(record.parties),
            "claims": claims,
            "documents": documents,
        }

    @override
    def line(self, flat: Mapping[str, Any]) -> str:
        when = f" ({flat['time']})" if flat["time"] else ""
        return f"{first_words(flat['label'])}{when}"
