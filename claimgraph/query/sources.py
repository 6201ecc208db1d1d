"""Questions for sources."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, Self, TypeVar

from sqlalchemy import ColumnElement, Row, and_, func, select
from sqlalchemy.sql.expression import FromClause
from typing_extensions import override

from claimgraph.model import Source
from claimgraph.query.asking import ClaimQuestions
from claimgraph.query.claims import one_claim
from claimgraph.query.dialects import json_array_of, record_pair
from claimgraph.query.entity import Bears, MemberOf, as_one
from claimgraph.query.filters import Filter
from claimgraph.query.lens import Clause, Lens
from claimgraph.query.nested import there_is, value
from claimgraph.query.where import SOURCE_FIELDS
from claimgraph.query.who import everyone
from claimgraph.store.schema import claim, identity, source

S = TypeVar("S", bound=Source, covariant=True)


class Sources(ClaimQuestions[S]):
    """Sources of a graph: everybody who speaks, passes on, is accused or takes part.

    Sources that are the same, by their names or because people joined them, are one record: with
    the id that stands for all of them, the fullest name, and all their names as aliases.

    Questions about claims hold for one that the source itself says: ``sources().about("Aleppo")``
    finds those who say something about Aleppo. In the order of their names.
    """

    noun = "sources"
    kind = "source"
    table = identity
    key = "entity_id"
    shown = ("name", "kind", "naming", "aliases", "claims")
    named_by = "name"
    orders = ("name", "id")
    own_fields = SOURCE_FIELDS

    def ids(self, *ids: str) -> Self:
        """With one of these ids, or the same as one that has it."""
        return self._narrowed(Bears(ids=ids))

    def named(self, *names: str | Source) -> Self:
        """That bear one of these names.

        Raises:
            UnknownSourceError: Nobody bears a name.
        """
        return self._narrowed(Bears(named=everyone(self._lens, names, members=False)))

    def members_of(self, *organisations: str | Source) -> Self:
        """Who speaks for one of these, at any time, through any number of affiliations.

        Raises:
            UnknownSourceError: Nobody bears a name.
        """
        return self._narrowed(MemberOf(everyone(self._lens, organisations, members=True)))

    @override
    def visible(self, lens: Lens, t: FromClause) -> list[Clause]:
        clauses = [t.c.source_id == t.c.entity_id, lens.scope.holds(t)]
        if not lens.sees_everything:
            joined, i, s = _same(lens, t)
            clauses.append(there_is(i, s, where=[*joined, *lens.source(s)]))
        return clauses

    @override
    def has_claim(
        self, lens: Lens, t: FromClause, filters: Sequence[Filter], *, leads: bool
    ) -> Clause:
        c, passes = one_claim(lens, filters, leads=leads)
        i = lens.alias(identity)
        if leads:
            mine = and_(i.c.source_id == lens.source_of(c), lens.scope.holds(i))
            return t.c.entity_id.in_(
                select(i.c.entity_id).select_from(c).join(i, mine).where(*passes)
            )
        same = [i.c.entity_id == t.c.entity_id, lens.scope.holds(i)]
        between, spoken = lens.spoken_by(i.c.source_id, c)
        return there_is(i, *between, c, where=[*same, *spoken, *passes])

    @override
    def ordering(self, lens: Lens, t: FromClause, order: str) -> list[ColumnElement[Any]]:
        if order == "id":
            return [t.c.entity_id]
        s = lens.alias(source)
        return [value(s.c.name, s, where=[s.c.id == t.c.entity_id]), t.c.entity_id]

    @override
    def columns(self, lens: Lens, t: FromClause) -> list[ColumnElement[Any]]:
        joined, i, s = _same(lens, t)
        mine = [*joined, *lens.source(s)]
        bodies = value(json_array_of(s.c.body), i, s, where=mine).label("bodies")
        columns: list[ColumnElement[Any]] = [t.c.entity_id, bodies]
        fixes = lens.fixes(s.c.id)
        if fixes is not None:
            pairs = json_array_of(record_pair(s.c.id, fixes))
            columns.append(value(pairs, i, s, where=mine).label("all_fixes"))
        return columns

    @classmethod
    @override
    def fields(cls) -> tuple[str, ...]:
        return ("id", "name", "kind", "naming", "aliases", "claims")

    @override
    def names(self, lens: Lens, t: FromClause) -> list[ColumnElement[Any]]:
        c, i = lens.alias(claim), lens.alias(identity)
        same = [i.c.entity_id == t.c.entity_id, lens.scope.holds(i)]
        between, spoken = lens.spoken_by(i.c.source_id, c)
        mine = [*spoken, *lens.claim(c)]
        return [value(func.count(), i, *between, c, where=[*same, *mine])]

    @override
    def flat(self, record: Source, names: Row[Any]) -> dict[str, Any]:
        return {
            "id": record.id,
            "name": record.name,
            "kind": record.kind.value,
            "naming": record.naming.value,
            "aliases": ", ".join(record.aliases),
            "claims": names[0],
        }

    @override
    def line(self, flat: Mapping[str, Any]) -> str:
        return f"{flat['name']} ({flat['kind'].replace('_', ' ')}): {flat['claims']} claims"

    def _fields_of(self, row: Row[Any]) -> dict[str, Any]:
        fixes = {}
        if "all_fixes" in row._fields:
            fixes = {pair["id"]: pair["fixes"] for pair in json.loads(row.all_fixes or "[]")}
        bodies = (body | (fixes.get(body["id"]) or {}) for body in json.loads(row.bodies))
        # What people decided about the id that stands for all holds for all.
        return as_one(row.entity_id, bodies) | (fixes.get(row.entity_id) or {})


def _same(lens: Lens, t: FromClause) -> tuple[list[Clause], FromClause, FromClause]:
    """The sources that are the same as the one of a row: what joins them, and the tables."""
    i, s = lens.alias(identity), lens.alias(source)
    joined = [i.c.entity_id == t.c.entity_id, lens.scope.holds(i), s.c.id == i.c.source_id]
    return joined, i, s
