"""Filters on what other claims say to a claim: contradicted, corroborated, on one source only."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, distinct, func, or_, select
from sqlalchemy.sql.expression import FromClause
from typing_extensions import override

from claimgraph.query.crowd import Crowd
from claimgraph.query.filters import Filter, askable
from claimgraph.query.lens import Clause, Lens
from claimgraph.query.nested import there_is, value
from claimgraph.query.who import Who
from claimgraph.store.schema import claim, edge, relation
from claimgraph.vocabulary import Independence, RelationKind


def related(lens: Lens, e: FromClause, kind: RelationKind) -> list[Clause]:
    """That an edge is of a kind, as corrected, and that nobody rejected its relation."""
    raw = e.c.kind == kind.value
    clause = lens.corrected(e, "relation_id", "kind", raw, lambda value: value == kind.value)
    return [clause, *lens.relation(e.c.relation_id)]


@dataclass(frozen=True)
class Contradicted(Filter):
    """That stand in a contradiction nobody rejected, with a claim that can be seen."""

    rank = 5
    by: tuple[Who, ...] = ()

    @override
    def clause(self, lens: Lens, t: FromClause, *, leads: bool) -> Clause:
        e, other = lens.alias(edge), lens.alias(claim)
        against = [*related(lens, e, RelationKind.CONTRADICTS), *lens.claim(other)]
        if self.by:
            against.append(Crowd(lens, self.by).holds(other))
        joined = [e.c.claim_id == t.c.id, other.c.id == e.c.other_id]
        found = there_is(e, other, where=[*joined, *against])
        return and_(found, t.c.id.in_(_ends(lens, RelationKind.CONTRADICTS))) if leads else found

    @override
    def words(self) -> str:
        if not self.by:
            return "contradicted"
        return f"contradicted by {' or '.join(who.words() for who in self.by)}"


@dataclass(frozen=True)
class Against(Filter):
    """That stand in a relation of a kind to one claim."""

    rank = 0
    kind: RelationKind
    claim_id: str

    @override
    def clause(self, lens: Lens, t: FromClause, *, leads: bool) -> Clause:
        e, mine = lens.alias(edge), lens.alias(claim)
        others = select(e.c.other_id).where(e.c.claim_id == askable(self.claim_id))
        if not lens.sees_everything:
            others = others.join(mine, mine.c.id == e.c.claim_id).where(*lens.claim(mine))
        return t.c.id.in_(others.where(*related(lens, e, self.kind)))

    @override
    def words(self) -> str:
        verb = {"contradicts": "contradicting", "corroborates": "corroborating"}
        return f"{verb.get(self.kind.value, self.kind.value)} {self.claim_id}"


@dataclass(frozen=True)
class Corroborated(Filter):
    """That at least so many other entities corroborate, none of them known to have it from the
    claim's own source or from where that has it.
    """

    rank = 5
    at_least: int

    @override
    def clause(self, lens: Lens, t: FromClause, *, leads: bool) -> Clause:
        e = lens.alias(edge)
        apart = or_(e.c.independence.is_(None), e.c.independence == Independence.INDEPENDENT.value)
        entities = _others(lens, t, e, apart)
        found = entities >= self.at_least
        return and_(found, t.c.id.in_(_ends(lens, RelationKind.CORROBORATES))) if leads else found

    @override
    def words(self) -> str:
        if self.at_least == 1:
            return "corroborated by another, independent source"
        return f"corroborated by at least {self.at_least} other, independent sources"


@dataclass(frozen=True)
class SingleSource(Filter):
    """That no other entity corroborates, independent or not."""

    @override
    def clause(self, lens: Lens, t: FromClause, *, leads: bool) -> Clause:
        return _others(lens, t, lens.alias(edge)) == 0

    @override
    def words(self) -> str:
        return "resting on a single source"


def _others(lens: Lens, t: FromClause, e: FromClause, *conditions: Clause) -> ColumnElement[int]:
    """How many other entities have a claim that corroborates this one."""
    other = lens.alias(claim)
    theirs: ColumnElement[Any] = lens.entity_of(lens.source_of(other))
    mine = lens.entity_of(lens.source_of(t))
    joined = [e.c.claim_id == t.c.id, other.c.id == e.c.other_id]
    corroborates = [*related(lens, e, RelationKind.CORROBORATES), *conditions]
    apart = [theirs.is_not(None), or_(mine.is_(None), theirs != mine)]
    where = [*joined, *corroborates, *apart, *lens.claim(other)]
    return value(func.count(distinct(theirs)), e, other, where=where)


def _ends(lens: Lens, kind: RelationKind) -> Select[Any]:
    """The claims on both ends of the relations of a kind, found through its index."""
    ends = []
    for name in ("a", "b"):
        r = lens.alias(relation)
        raw = r.c.kind == kind.value
        fits = lens.corrected(r, "id", "kind", raw, lambda value: value == kind.value)
        ends.append(select(r.c[name].label("id")).where(fits))
    return select(ends[0].union(ends[1]).subquery().c.id)
