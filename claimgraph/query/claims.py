"""Questions for claims."""

from collections.abc import Mapping, Sequence
from typing import Any, Self, TypeVar

from sqlalchemy import ColumnElement, Row, and_, select, true
from sqlalchemy.sql.expression import FromClause
from typing_extensions import override

from claimgraph.model import Attribution, Claim, Document
from claimgraph.query.agreement import Against
from claimgraph.query.asking import ClaimQuestions, first_words, names_of
from claimgraph.query.filters import Filter, Ids, PartOf, in_order
from claimgraph.query.lens import Clause, Lens
from claimgraph.query.nested import there_is, value
from claimgraph.query.times import plain_time
from claimgraph.store.schema import attribution, claim, document, event, source
from claimgraph.vocabulary import RelationKind

C = TypeVar("C", bound=Claim, covariant=True)


class Claims(ClaimQuestions[C]):
    """Claims of a graph: what was said, each in a form that can be compared.

    In the order in which they were added, unless another is asked for: "published", "said",
    "happened" or "source".
    """

    noun = "claims"
    kind = "claim"
    table = claim
    key = "row"
    shown = ("source", "act", "claim", "stance", "said", "publisher", "published")
    named_by = "claim"
    orders = ("added", "published", "said", "happened", "source")

    def ids(self, *ids: str) -> Self:
        """With one of these ids."""
        return self._asks(Ids(ids))

    def of(self, record: Attribution | Document) -> Self:
        """In one document, or of one attribution."""
        return self._asks(PartOf(record.id, isinstance(record, Document)))

    def contradicting(self, claim: str | Claim) -> Self:
        """That contradict one claim, given as a record or by its id."""
        return self._asks(Against(RelationKind.CONTRADICTS, _id_of(claim)))

    def corroborating(self, claim: str | Claim) -> Self:
        """That corroborate one claim, given as a record or by its id."""
        return self._asks(Against(RelationKind.CORROBORATES, _id_of(claim)))

    @override
    def visible(self, lens: Lens, t: FromClause) -> list[Clause]:
        return lens.claim(t)

    @override
    def has_claim(
        self, lens: Lens, t: FromClause, filters: Sequence[Filter], *, leads: bool
    ) -> Clause:
        return and_(true(), *in_order(lens, t, filters, leads=leads))

    @override
    def ordering(self, lens: Lens, t: FromClause, order: str) -> list[ColumnElement[Any]]:
        return [*claim_order(lens, t, order), t.c.row]

    @classmethod
    @override
    def fields(cls) -> tuple[str, ...]:
        return _FIELDS

    @override
    def names(self, lens: Lens, t: FromClause) -> list[ColumnElement[Any]]:
        return claim_names(lens, t)

    @override
    def flat(self, record: Claim, names: Row[Any]) -> dict[str, Any]:
        return flat_claim(record, names)

    @override
    def line(self, flat: Mapping[str, Any]) -> str:
        return f"{flat['source'] or 'own voice'}: {first_words(flat['claim'])}"

    def _asks(self, *filters: Filter) -> Self:
        return self._narrowed(*filters)


def _id_of(record: str | Claim) -> str:
    return record if isinstance(record, str) else record.id


_FIELDS = (
    "id", "source", "claim", "act", "stance", "polarity", "certainty", "form", "predicate",
    "participants", "quantities", "happened", "place", "event", "said", "publisher", "title",
    "published", "start", "end", "source_id", "event_id", "attribution_id", "document_id",
)  # fmt: skip


def claim_order(lens: Lens, t: FromClause, order: str) -> list[ColumnElement[Any]]:
    """What claims are sorted by, without what tells all of them apart."""
    if order == "published":
        return [t.c.published_from, t.c.published_to]
    if order == "happened":
        return [t.c.happened_from, t.c.happened_to]
    if order == "said":
        a = lens.alias(attribution)
        return [
            _of(t, a, a.c.said_from, "attribution_id"),
            _of(t, a, a.c.said_to, "attribution_id"),
        ]
    if order == "source":
        return [source_name(lens, t)]
    return []


def claim_names(lens: Lens, t: FromClause) -> list[ColumnElement[Any]]:
    """What a claim refers to, as columns."""
    a, d, e = lens.alias(attribution), lens.alias(document), lens.alias(event)
    said = (_of(t, a, a.c[name], "attribution_id") for name in ("said_from", "said_to"))
    named = {
        "source_name": source_name(lens, t),
        "source": lens.source_of(t),
        "act": lens.ruled_or(t.c.attribution_id, "act", _of(t, a, a.c.act, "attribution_id")),
        "form": lens.ruled_or(t.c.attribution_id, "form", _of(t, a, a.c.form, "attribution_id")),
        "publisher": lens.ruled_or(
            t.c.document_id, "publisher", _of(t, d, d.c.publisher, "document_id")
        ),
        "title": lens.ruled_or(t.c.document_id, "title", _of(t, d, d.c.title, "document_id")),
        "published": t.c.published_from,
        "published_to": t.c.published_to,
        "document": t.c.document_id,
        "event_label": _of(t, e, e.c.label, "event_id"),
    }
    columns = [column.label(f"n_{name}") for name, column in named.items()]
    return [*columns, *(column.label(f"n_said_{n}") for n, column in enumerate(said))]


def flat_claim(record: Claim, names: Row[Any]) -> dict[str, Any]:
    """A claim as plain values."""
    name, source_id, act, form, publisher, title, out, out_to, document_id, label, *said = tuple(
        names
    )
    spans = record.spans
    return {
        "id": record.id,
        "source": name,
        "claim": record.text,
        "act": act,
        "stance": record.stance.value,
        "polarity": record.polarity.value,
        "certainty": record.certainty.value,
        "form": form,
        "predicate": record.predicate,
        "participants": names_of(record.participants),
        "quantities": ", ".join(quantity.text for quantity in record.quantities),
        "happened": None if record.time is None else str(record.time),
        "place": None if record.place is None else record.place.name,
        "event": label,
        "said": plain_time(*said),
        "publisher": publisher,
        "title": title,
        "published": plain_time(out, out_to),
        "start": spans[0].start,
        "end": spans[-1].end,
        "source_id": source_id,
        "event_id": record.event_id,
        "attribution_id": record.attribution_id,
        "document_id": document_id,
    }


def source_name(lens: Lens, t: FromClause) -> ColumnElement[Any]:
    """The name of the source of a claim or an attribution."""
    s = lens.alias(source)
    name = lens.ruled_or(s.c.id, "name", s.c.name)
    return value(name, s, where=[s.c.id == lens.source_of(t)])


def _of(
    t: FromClause, other: FromClause, column: ColumnElement[Any], link: str
) -> ColumnElement[Any]:
    return value(column, other, where=[other.c.id == t.c[link]])


def one_claim(
    lens: Lens,
    filters: Sequence[Filter],
    *,
    leads: bool,
) -> tuple[FromClause, list[Clause]]:
    """A table of claims that can be seen and pass filters, with its conditions."""
    c = lens.alias(claim)
    return c, [*lens.claim(c), *in_order(lens, c, filters, leads=leads)]


def has_claim_by(
    lens: Lens, t: FromClause, link: str, filters: Sequence[Filter], *, leads: bool
) -> Clause:
    """That a claim that passes the filters refers to a record by one of the claim's columns."""
    c, passes = one_claim(lens, filters, leads=leads)
    if leads:
        return t.c.id.in_(select(c.c[link]).where(*passes))
    return there_is(c, where=[c.c[link] == t.c.id, *passes])
