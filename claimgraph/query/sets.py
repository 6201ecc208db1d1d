"""Queries as filters of other queries: unions, cuts and differences."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, and_, false, func, not_, select, true, union
from sqlalchemy.sql.expression import FromClause
from typing_extensions import override

from claimgraph.query.filters import Filter
from claimgraph.query.lens import Clause, Lens
from claimgraph.store.schema import attribution, edge, event_identity, identity

if TYPE_CHECKING:
    from claimgraph.query.base import Query

#: Statements that are united at a time.
_AT_ONCE = 100

#: How the words of a union begin. Beside other words they stand in brackets.
EITHER = "either "


@dataclass(frozen=True)
class AnyOf(Filter):
    """What at least one of some queries finds."""

    rank = 3
    queries: "tuple[Query[Any], ...]"

    @override
    def clause(self, lens: Lens, t: FromClause, *, leads: bool) -> Clause:
        key = t.c[self.queries[0].key]
        if len(self.queries) == 1 and not self.queries[0].is_cut:
            return and_(true(), *self.queries[0].passes(lens, t, leads=leads))
        return key.in_(_united([query.keys(lens) for query in self.queries]))

    @override
    def words(self) -> str:
        if len(self.queries) == 1:
            only = self.queries[0]
            return f"({only.explain()})" if only.is_cut else only.filter_words()
        return f"{EITHER}{' or '.join(_words(query) for query in self.queries)}"


@dataclass(frozen=True)
class NoneOf(Filter):
    """What a query does not find."""

    query: "Query[Any]"

    @override
    def clause(self, lens: Lens, t: FromClause, *, leads: bool) -> Clause:
        if self.query.is_cut or self.query.is_joined:
            return t.c[self.query.key].not_in(select(self.query.keys(lens).cte().c.key))
        # What is not known to pass does not pass: NOT NULL would hide it.
        passes = and_(true(), *self.query.passes(lens, t, leads=False))
        return not_(func.coalesce(passes, false()))

    @override
    def words(self) -> str:
        return f"not {_words(self.query)}"


@dataclass(frozen=True)
class Linked(Filter):
    """Claims that belong to what a query finds: to its documents, sources, events, relations."""

    rank = 3
    query: "Query[Any]"

    @override
    def clause(self, lens: Lens, t: FromClause, *, leads: bool) -> Clause:
        keys = self.query.keys(lens)
        match self.query.kind:
            case "document":
                return t.c.document_id.in_(keys)
            case "attribution":
                return t.c.attribution_id.in_(keys)
            case "relation":
                return t.c.id.in_(select(edge.c.claim_id).where(edge.c.relation_id.in_(keys)))
            case "event":
                i = lens.alias(event_identity)
                same = select(i.c.event_id).where(i.c.entity_id.in_(keys), lens.scope.holds(i))
                return t.c.event_id.in_(same)
        j = lens.alias(identity)
        mine = select(j.c.source_id).where(j.c.entity_id.in_(keys), lens.scope.holds(j))
        if leads and "attribution_id" in t.c and "source_id" not in lens.ruled:
            a = lens.alias(attribution)
            return t.c.attribution_id.in_(select(a.c.id).where(a.c.source_id.in_(mine)))
        return lens.source_of(t).in_(mine)

    @override
    def words(self) -> str:
        return f"of the {self.query.explain()}"


def _united(found: list[Select[Any]]) -> Select[Any]:
    """The keys that at least one of some statements finds.

    A union stands before the statement, not inside of it: a union of unions would soon lie deeper
    than SQLite can read. Nor does SQLite unite more than 500 at once.
    """
    while len(found) > 1:
        groups = (found[start : start + _AT_ONCE] for start in range(0, len(found), _AT_ONCE))
        found = [select(union(*group).cte().c.key) for group in groups]
    return found[0]


def _words(query: "Query[Any]") -> str:
    cut = query.explain() if query.is_cut else query.filter_words()
    return f"({cut or 'any'})"
