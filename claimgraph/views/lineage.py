"""Which reports are not independent of each other, and why."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from claimgraph.errors import QueryError
from claimgraph.model import Lineage
from claimgraph.model.base import Id
from claimgraph.views.called import outlet
from claimgraph.views.copies import copies
from claimgraph.views.material import Material
from claimgraph.views.statements import statements
from claimgraph.views.view import Scalar, View
from claimgraph.views.when import written
from claimgraph.views.wording import counted
from claimgraph.vocabulary import LineageKind

METHOD = "lineage.v1"

#: The smallest share of a text's five-word sequences that makes two articles one text. Articles
#: written apart about one event share less than a tenth; agency copy that was cut and brought up
#: to date, a third and more.
THRESHOLD = 0.25


@dataclass(frozen=True, repr=False)
class Lineages(View[Lineage]):
    """Which reports are not independent: documents first, by kind and by who came later.

    Attributes:
        rows: The lineages that were given, and those that were found.
        names: What to call the records that they join.
    """

    names: dict[Id, str]

    fields: ClassVar[tuple[str, ...]] = (
        *("later", "earlier", "kind", "reason", "score", "method", "from_id", "to_id", "id"),
    )

    @property
    def found(self) -> tuple[Lineage, ...]:
        """Those that this view has found."""
        return tuple(each for each in self.rows if each.method == METHOD)

    @property
    def caption(self) -> str:
        """How many, and how many of them were given."""
        given = len(self.rows) - len(self.found)
        return f"{counted(len(self.rows), 'lineage')} ({given:,} given, {len(self.found):,} found)"

    def flat(self, row: Lineage) -> Sequence[Scalar]:
        """One lineage."""
        return (
            *(self._name(row.from_id), self._name(row.to_id), row.kind.value, row.reason),
            *(row.score, row.method, row.from_id, row.to_id, row.id),
        )

    def lines(self) -> Iterator[str]:
        """Lineage by lineage."""
        for row in self.rows:
            kind = row.kind.value.replace("_", " ")
            yield f"{self._name(row.from_id)} ← {self._name(row.to_id)}: {kind}: {row.reason}"

    @property
    def headers(self) -> Sequence[object]:
        """What comes from what, and why."""
        return ("later", "comes from", "as", "why", "found by")

    def cells(self, row: Lineage) -> Sequence[object]:
        """One lineage."""
        return (
            *(self._name(row.from_id), self._name(row.to_id)),
            *(row.kind.value.replace("_", " "), row.reason, row.method),
        )

    def _name(self, record_id: Id) -> str:
        return self.names.get(record_id, record_id)


def lineage(material: Material, threshold: float = THRESHOLD) -> Lineages:
    """Which documents and attributions are not independent of each other.

    Found are: the same text in two articles; the same statement (one source with the same
    quotation or the same figure in two articles); the same origin (one source through the same
    agency on the same matter); and citations of another publisher. What was given, by hand or
    by another method, is kept, and not found again.

    Args:
        material: The records.
        threshold: The smallest share of the shorter text's five-word sequences, 0 to 1, that makes
            two articles one text.

    Raises:
        QueryError: The threshold is no share.

    >>> from claimgraph.model import Document
    >>> copy = "He said that no one was hurt when the old tank by the road blew up at two o'clock."
    >>> first = Document(text=copy, publisher="Courier", published="2023-06-14")
    >>> second = Document(text=copy + " More rain.", publisher="Evening", published="2023-06-15")
    >>> [found] = lineage(Material(documents=(second, first)))
    >>> found.kind.value, found.from_id == second.id, found.score
    ('same_text', True, 1.0)
    """
    if not 0 < threshold <= 1:
        raise QueryError(f"a threshold of {threshold} is no share; give more than 0, at most 1")
    known = {_pair(each) for each in material.inner_lineages}
    same_text = list(copies(material.documents, threshold, METHOD))
    joined = {
        frozenset((each.from_id, each.to_id))
        for each in (*same_text, *material.inner_lineages)
        if each.kind is LineageKind.SAME_TEXT
    }
    same_statement = statements(
        material, lambda left, right: frozenset((left, right)) in joined, METHOD
    )
    fresh = [each for each in (*same_text, *same_statement) if _pair(each) not in known]
    rows = sorted((*material.inner_lineages, *fresh), key=lambda each: _place(material, each))
    return Lineages(tuple(rows), _names(material, rows))


def _pair(lineage: Lineage) -> tuple[frozenset[Id], LineageKind]:
    return frozenset((lineage.from_id, lineage.to_id)), lineage.kind


def _place(material: Material, lineage: Lineage) -> tuple[bool, int, Id, Id, Id]:
    kinds = list(LineageKind)
    of_statements = lineage.from_id not in material.document
    place = kinds.index(lineage.kind)
    return of_statements, place, lineage.from_id, lineage.to_id, lineage.id


def _names(material: Material, lineages: Sequence[Lineage]) -> dict[Id, str]:
    names: dict[Id, str] = {}
    for record_id in sorted({end for each in lineages for end in (each.from_id, each.to_id)}):
        item = material.attribution.get(record_id)
        document = material.document[item.document_id if item else record_id]
        name = outlet(document)
        when = f", {written(document.published)}" if document.published else ""
        who = f"{material.speaker(item).name} in " if item else ""
        names[record_id] = f"{who}{name}{when}"
    return names
