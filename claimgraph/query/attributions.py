"""Questions for attributions."""

from collections.abc import Mapping, Sequence
from typing import Any, Self, TypeVar

from sqlalchemy import ColumnElement, Row
from sqlalchemy.sql.expression import FromClause
from typing_extensions import override

from claimgraph.model import Attribution, Document, Source
from claimgraph.query.about import During
from claimgraph.query.asking import ClaimQuestions, first_words, names_of
from claimgraph.query.claims import has_claim_by, source_name
from claimgraph.query.filters import Accusing, Filter, Ids, PartOf, SaidBy, Unattributed, Via
from claimgraph.query.lens import Clause, Lens
from claimgraph.query.nested import value
from claimgraph.query.times import End, Moment, plain_time, stretch
from claimgraph.query.where import ATTRIBUTION_FIELDS
from claimgraph.query.who import everyone
from claimgraph.store.schema import attribution, document

A = TypeVar("A", bound=Attribution, covariant=True)


class Attributions(ClaimQuestions[A]):
    """Attributions of a graph: who said something, through whom, in which words.

    What an attribution itself holds is asked of it, whether or not it has claims: who says it,
    through whom, when, with which act. The other questions are about one of its claims.

    In the order of documents and of their text, unless "published", "said" or "source" is asked
    for.
    """

    noun = "attributions"
    kind = "attribution"
    table = attribution
    shown = ("source", "act", "cue", "content", "via", "publisher", "published")
    named_by = "content"
    orders = ("document", "published", "said", "source")
    own_fields = ATTRIBUTION_FIELDS

    def ids(self, *ids: str) -> Self:
        """With one of these ids."""
        return self._narrowed(Ids(ids))

    def of(self, document: Document) -> Self:
        """In one document."""
        return self._narrowed(PartOf(document.id, in_document=True))

    def said_by(self, *sources: str | Source, members: bool = True) -> Self:
        """By one of the sources or those who speak for them; see :meth:`Claims.said_by`."""
        return self._narrowed(SaidBy(everyone(self._lens, sources, members=members)))

    def via(self, *sources: str | Source, members: bool = True) -> Self:
        """Passed on by one of the sources; see :meth:`Claims.via`."""
        named = everyone(self._lens, sources, members=members, mentioned=True)
        return self._narrowed(Via(named))

    def accusing(self, *sources: str | Source, members: bool = True) -> Self:
        """That accuse one of the sources, by themselves or in a claim; see
        :meth:`Claims.accusing`.
        """
        named = everyone(self._lens, sources, members=members, mentioned=True)
        return self._narrowed(Accusing(named))

    def published_between(self, start: Moment | None, end: End = ...) -> Self:
        """In documents that came out between two times; see :meth:`Claims.published_between`."""
        return self._narrowed(During("published", stretch(start, end)))

    def said_between(self, start: Moment | None, end: End = ...) -> Self:
        """Said between two times, as far as the text tells; see :meth:`Claims.said_between`."""
        return self._narrowed(During("said", stretch(start, end)))

    def unattributed(self) -> Self:
        """Of which the text names no source."""
        return self._narrowed(Unattributed())

    @override
    def visible(self, lens: Lens, t: FromClause) -> list[Clause]:
        return lens.attribution(t)

    @override
    def has_claim(
        self, lens: Lens, t: FromClause, filters: Sequence[Filter], *, leads: bool
    ) -> Clause:
        return has_claim_by(lens, t, "attribution_id", filters, leads=leads)

    @override
    def ordering(self, lens: Lens, t: FromClause, order: str) -> list[ColumnElement[Any]]:
        first: list[ColumnElement[Any]] = []
        if order == "source":
            first = [source_name(lens, t)]
        elif order != "document":
            first = [t.c[f"{order}_from"], t.c[f"{order}_to"]]
        return [*first, t.c.document_id, t.c.position, t.c.id]

    @classmethod
    @override
    def fields(cls) -> tuple[str, ...]:
        return _FIELDS

    @override
    def names(self, lens: Lens, t: FromClause) -> list[ColumnElement[Any]]:
        d = lens.alias(document)
        publisher = lens.ruled_or(
            t.c.document_id,
            "publisher",
            value(d.c.publisher, d, where=[d.c.id == t.c.document_id]),
        )
        columns = (source_name(lens, t), publisher, t.c.published_from, t.c.published_to)
        return [column.label(f"n_{n}") for n, column in enumerate(columns)]

    @override
    def flat(self, record: Attribution, names: Row[Any]) -> dict[str, Any]:
        source, publisher, *published = tuple(names)
        return {
            "id": record.id,
            "source": source,
            "words": _joined(record.source),
            "act": record.act.value,
            "cue": _joined(record.cue),
            "content": _joined(record.content),
            "type": record.type.value,
            "form": None if record.form is None else record.form.value,
            "negated": record.negated,
            "via": names_of(record.via),
            "targets": names_of(record.targets),
            "said": None if record.said is None else str(record.said),
            "publisher": publisher,
            "published": plain_time(*published),
            "source_id": record.source_id,
            "parent_id": record.parent_id,
            "document_id": record.document_id,
        }

    @override
    def line(self, flat: Mapping[str, Any]) -> str:
        said = first_words(flat["content"]) or "(nothing)"
        return f"{flat['source'] or 'nobody named'} {flat['cue']}: {said}"


_FIELDS = (
    "id", "source", "words", "act", "cue", "content", "type", "form", "negated", "via", "targets",
    "said", "publisher", "published", "source_id", "parent_id", "document_id",
)  # fmt: skip


def _joined(spans: Sequence[Any]) -> str:
    return " … ".join(span.text for span in spans)
