"""Questions for documents."""

from collections.abc import Mapping, Sequence
from typing import Any, Self, TypeVar

from sqlalchemy import ColumnElement, Row, func
from sqlalchemy.sql.expression import FromClause
from typing_extensions import override

from claimgraph.model import Document
from claimgraph.query.about import During
from claimgraph.query.asking import ClaimQuestions, first_words
from claimgraph.query.claims import has_claim_by
from claimgraph.query.filters import Filter, Ids
from claimgraph.query.lens import Clause, Lens
from claimgraph.query.nested import value
from claimgraph.query.times import End, Moment, stretch
from claimgraph.query.where import DOCUMENT_FIELDS
from claimgraph.store.schema import claim, document

D = TypeVar("D", bound=Document, covariant=True)


class Documents(ClaimQuestions[D]):
    """Documents of a graph. ``where`` takes ``publisher``, ``title``, ``url`` and ``reader`` too.

    In the order of publication, unless "added", "publisher" or "title" is asked for.
    """

    noun = "documents"
    kind = "document"
    table = document
    shown = ("title", "publisher", "published", "claims")
    named_by = "title"
    orders = ("published", "added", "publisher", "title")
    own_fields = DOCUMENT_FIELDS

    def ids(self, *ids: str) -> Self:
        """With one of these ids."""
        return self._narrowed(Ids(ids))

    def published_between(self, start: Moment | None, end: End = ...) -> Self:
        """That came out between two times; see :meth:`Claims.published_between`."""
        return self._narrowed(During("published", stretch(start, end)))

    @override
    def visible(self, lens: Lens, t: FromClause) -> list[Clause]:
        return lens.document(t)

    @override
    def has_claim(
        self, lens: Lens, t: FromClause, filters: Sequence[Filter], *, leads: bool
    ) -> Clause:
        return has_claim_by(lens, t, "document_id", filters, leads=leads)

    @override
    def ordering(self, lens: Lens, t: FromClause, order: str) -> list[ColumnElement[Any]]:
        first: dict[str, list[ColumnElement[Any]]] = {
            "published": [t.c.published_from, t.c.published_to],
            "added": [t.c.recorded],
            "publisher": [t.c.publisher],
            "title": [t.c.title],
        }
        return [*first[order], t.c.id]

    @classmethod
    @override
    def fields(cls) -> tuple[str, ...]:
        return ("id", "title", "publisher", "published", "url", "language", "characters", "claims")

    @override
    def columns(self, lens: Lens, t: FromClause) -> list[ColumnElement[Any]]:
        return [*super().columns(lens, t), t.c.text]

    @override
    def names(self, lens: Lens, t: FromClause) -> list[ColumnElement[Any]]:
        c = lens.alias(claim)
        mine = [c.c.document_id == t.c.id, *lens.claim(c)]
        return [value(func.count(), c, where=mine)]

    @override
    def flat(self, record: Document, names: Row[Any]) -> dict[str, Any]:
        return {
            "id": record.id,
            "title": record.title,
            "publisher": record.publisher,
            "published": None if record.published is None else str(record.published),
            "url": record.url,
            "language": record.language,
            "characters": len(record.text),
            "claims": names[0],
        }

    @override
    def line(self, flat: Mapping[str, Any]) -> str:
        words = (flat["published"], flat["publisher"], first_words(flat["title"]))
        return ", ".join(word for word in words if word) or str(flat["id"])

    def _fields_of(self, row: Row[Any]) -> dict[str, Any]:
        return super()._fields_of(row) | {"text": row.text}
