"""What a scope shows of the tables: nothing rejected, nothing later, and corrections applied."""

import json
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache, cached_property
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Row,
    Select,
    Table,
    and_,
    case,
    func,
    or_,
    select,
    type_coerce,
)
from sqlalchemy.sql.expression import FromClause

from claimgraph.model import Interval
from claimgraph.query.dialects import json_field, json_object_of
from claimgraph.query.nested import there_is, value
from claimgraph.query.scope import Scope
from claimgraph.store import Store
from claimgraph.store.mentions import leads
from claimgraph.store.rows import stretch
from claimgraph.store.schema import (
    DUSK,
    attribution,
    document,
    event_identity,
    identity,
    ruling,
    source,
)

Clause = ColumnElement[bool]


@cache
def _alias(table: Table, _number: int) -> FromClause:
    return table.alias()


def _ruled_fields() -> Select[Any]:
    """The different fields of all rulings, found by steps through the index: there may be many
    rulings, and there are few fields.
    """
    fields = select(func.min(ruling.c.field).label("field")).cte("fields", recursive=True)
    following = select(func.min(ruling.c.field)).where(ruling.c.field > fields.c.field)
    step = select(following.scalar_subquery()).where(fields.c.field.is_not(None))
    fields = fields.union_all(step)
    return select(fields.c.field).where(fields.c.field.is_not(None))


_RULED_FIELDS = _ruled_fields()


class Lens:
    """Makes the conditions that every query honours, for one run of one query.

    A condition is only made where the store holds judgements of that sort: most stores hold none,
    and most queries need not look for them.

    Args:
        store: Where to look.
        scope: As of when.
    """

    def __init__(self, store: Store, scope: Scope) -> None:
        self.store = store
        self.scope = scope
        self.parameters: dict[str, object] = {}
        self._aliases: Counter[Table] = Counter()
        self._first_alias = 0

    @cached_property
    def ruled(self) -> frozenset[str]:
        """The fields that some judgement speaks of; "status" for confirmations and rejections."""
        return frozenset(row[0] for row in self.store.rows(_RULED_FIELDS))

    def alias(self, table: Table) -> FromClause:
        """The table under another name, which no other alias of this lens has.

        Aliases are kept and used again: making one anew costs more than asking the database.
        """
        number = self._aliases[table]
        self._aliases[table] += 1
        return _alias(table, self._first_alias + number)

    def again(self, first_alias: int = 0) -> "Lens":
        """The same view, for another statement, or with other aliases."""
        other = Lens(self.store, self.scope)
        other.__dict__["ruled"] = self.ruled
        other._first_alias = first_alias
        return other

    def parameter(self, value: object) -> str:
        """The name of a new parameter with this value; see :meth:`rows`."""
        name = f"given_{len(self.parameters)}"
        self.parameters[name] = value
        return name

    def rows(self, statement: Select[Any]) -> Iterator[Row[Any]]:
        """The rows of a statement, asked with the parameters of this lens."""
        return self.store.rows(statement, self.parameters)

    def document(self, t: FromClause) -> list[Clause]:
        """A document that can be seen."""
        return [*self._known(t, "id"), *self._not_rejected(t.c.id)]

    def attribution(self, t: FromClause) -> list[Clause]:
        """An attribution that can be seen, and so can its document and its source."""
        clauses = [*self._known(t, "document_id"), *self._not_rejected(t.c.id, t.c.document_id)]
        return clauses + self._source_not_rejected(self.source_of(t))

    def claim(self, t: FromClause) -> list[Clause]:
        """A claim that can be seen, and so can all that it rests on."""
        ids = (t.c.id, t.c.attribution_id, t.c.document_id)
        clauses = [*self._known(t, "document_id"), *self._not_rejected(*ids)]
        return clauses + self._source_not_rejected(self.source_of(t))

    def relation(self, relation_id: ColumnElement[str]) -> list[Clause]:
        """A relation that nobody rejected; its claims are looked at by themselves."""
        return self._not_rejected(relation_id)

    def source(self, t: FromClause) -> list[Clause]:
        """A source that can be seen: some document speaks of it, and nobody rejected it."""
        return [*self._mentioned(t, "source"), *self._source_not_rejected(t.c.id)]

    def shared(self, t: FromClause, kind: str) -> list[Clause]:
        """An event or an affiliation that can be seen."""
        return [*self._mentioned(t, kind), *self._not_rejected(t.c.id)]

    def plain(self, record_id: ColumnElement[str]) -> list[Clause]:
        """A question or a lineage that nobody rejected."""
        return self._not_rejected(record_id)

    @property
    def sees_everything(self) -> bool:
        """Whether nothing is hidden: no record is rejected, and no time limit is set."""
        return self.scope.published is None and "status" not in self.ruled

    # Identity

    def same(self, sources: Select[Any]) -> Select[Any]:
        """The sources that are the same as one of ``sources``, themselves included."""
        named, joined = self.alias(identity), self.alias(identity)
        return (
            select(joined.c.source_id)
            .select_from(named)
            .join(joined, joined.c.entity_id == named.c.entity_id)
            .where(named.c.source_id.in_(sources))
            .where(self.scope.holds(named), self.scope.holds(joined))
        )

    def entity_of(self, source_id: ColumnElement[Any]) -> ColumnElement[Any]:
        """The id that stands for a source and all that are the same; NULL for none."""
        i = self.alias(identity)
        return value(i.c.entity_id, i, where=[i.c.source_id == source_id, self.scope.holds(i)])

    def same_events(self, event_id: str) -> Select[Any]:
        """The events that are the same as this one, itself included."""
        named, joined = self.alias(event_identity), self.alias(event_identity)
        return (
            select(joined.c.event_id)
            .select_from(named)
            .join(joined, joined.c.entity_id == named.c.entity_id)
            .where(named.c.event_id == event_id)
            .where(self.scope.holds(named), self.scope.holds(joined))
        )

    def kind_of(self, source_id: ColumnElement[Any], field: str) -> ColumnElement[Any]:
        """The ``kind`` or ``naming`` of a source: of all that are the same, the first that says
        more than that it is not known; the best naming.
        """
        named, joined, s = self.alias(identity), self.alias(identity), self.alias(source)
        own = self.ruled_or(s.c.id, field, s.c[field])
        worst = {"kind": ("unknown",), "naming": ("described", "unnamed", "pronoun")}[field]
        order = case({label: n for n, label in enumerate(worst, 1)}, value=own, else_=0)
        found = (
            select(own)
            .select_from(named)
            .join(joined, joined.c.entity_id == named.c.entity_id)
            .join(s, s.c.id == joined.c.source_id)
            .where(named.c.source_id == source_id)
            .where(self.scope.holds(named), self.scope.holds(joined), *self.source(s))
            .order_by(order, s.c.id)
            .limit(1)
            .correlate_except(named, joined, s)
            .scalar_subquery()
        )
        return self.ruled_or(self.entity_of(source_id), field, found)

    def source_of(self, t: FromClause) -> ColumnElement[Any]:
        """Who a claim or an attribution comes from; as corrected, where somebody did."""
        return self.ruled_or(t.c[attribution_key(t)], "source_id", t.c.source_id)

    def spoken_by(
        self, source_id: ColumnElement[Any], c: FromClause
    ) -> tuple[list[FromClause], list[Clause]]:
        """That a claim comes from a source, to find the claims of the source by: the tables that
        lead to them, and the conditions.
        """
        if "source_id" in self.ruled:
            return [], [self.source_of(c) == source_id]
        a = self.alias(attribution)
        return [a], [a.c.source_id == source_id, c.c.attribution_id == a.c.id]

    # Corrections

    def fixes(self, record_id: ColumnElement[str]) -> ColumnElement[Any] | None:
        """The corrected fields of a record, as JSON; ``None`` where nothing is corrected."""
        if not self.ruled - {"status"}:
            return None
        r = self.alias(ruling)
        mine = [r.c.subject == record_id, r.c.field != "status", self.scope.holds(r)]
        return value(json_object_of(r.c.field, r.c.value), r, where=mine)

    def text_of(self, body: ColumnElement[str], claim_id: ColumnElement[str]) -> ColumnElement[Any]:
        """The text of a claim, from its JSON; as corrected, where somebody did."""
        r = self.alias(ruling)
        if "text" not in self.ruled:
            return json_field(body, "text")
        mine = [r.c.subject == claim_id, r.c.field == "text", self.scope.holds(r)]
        fixed = value(json_field(json_object_of(r.c.field, r.c.value), "text"), r, where=mine)
        return func.coalesce(fixed, json_field(body, "text"))

    def corrected(
        self,
        t: FromClause,
        subject: str,
        field: str,
        raw: Clause,
        fits: Callable[[Any], bool],
    ) -> Clause:
        """A condition on a field of a record, where people may have corrected that field.

        Args:
            t: The table that is asked.
            subject: Its column that holds the id of the record with the field.
            field: The field.
            raw: The condition on what the text says.
            fits: The condition on what a correction says.
        """
        if field not in self.ruled:
            return raw
        r = self.alias(ruling)
        corrections = select(r.c.subject, r.c.value).where(r.c.field == field, self.scope.holds(r))
        hits = [row.subject for row in self.rows(corrections) if fits(json.loads(row.value))]
        mine = [r.c.subject == t.c[subject], r.c.field == field, self.scope.holds(r)]
        clause = and_(raw, ~there_is(r, where=mine))
        return or_(clause, t.c[subject].in_(hits)) if hits else clause

    def ruled_or(
        self, subject: ColumnElement[str], field: str, column: ColumnElement[Any]
    ) -> ColumnElement[Any]:
        """A column, or what people say that the field should be; it holds text, or nothing."""
        if field not in self.ruled:
            return column
        r = self.alias(ruling)
        mine = [r.c.subject == subject, r.c.field == field, self.scope.holds(r)]
        plain = value(func.nullif(r.c.plain, "null"), r, where=mine)
        return case((there_is(r, where=mine), plain), else_=column)

    # What hides a record

    def _known(self, t: FromClause, key: str) -> list[Clause]:
        limit = self.scope.published
        if limit is None:
            return []
        d = self.alias(document)
        recorded = type_coerce(d.c.recorded, BigInteger) < limit
        undated = there_is(d, where=[d.c.id == t.c[key], recorded])
        raw = or_(t.c.published_from < limit, and_(t.c.published_from.is_(None), undated))
        return [self.corrected(t, key, "published", raw, lambda value: _starts(value) < limit)]

    def _not_rejected(self, *ids: ColumnElement[str]) -> list[Clause]:
        if "status" not in self.ruled:
            return []
        r = self.alias(ruling)
        return [~there_is(r, where=[r.c.subject.in_(ids), self._rejects(r)])]

    def _source_not_rejected(self, source_id: ColumnElement[Any]) -> list[Clause]:
        """Rejecting the id that stands for several sources rejects them all."""
        if "status" not in self.ruled:
            return []
        r, i = self.alias(ruling), self.alias(identity)
        named = and_(i.c.source_id == source_id, self.scope.holds(i))
        mine = r.c.subject.in_((i.c.source_id, i.c.entity_id))
        return [~there_is(r, i, where=[named, mine, self._rejects(r)])]

    def _mentioned(self, t: FromClause, kind: str) -> list[Clause]:
        if self.sees_everything:
            return []
        found = []
        for lead in leads(kind, self.alias):
            d = self.alias(document)
            where = [lead.record_id == t.c.id, *lead.joins, d.c.id == lead.document_id]
            found.append(there_is(*lead.tables, d, where=[*where, *self.document(d)]))
        return [or_(*found)]

    def _rejects(self, r: FromClause) -> Clause:
        return and_(r.c.field == "status", r.c.plain == "reject", self.scope.holds(r))


def attribution_key(t: FromClause) -> str:
    """The column with the id of the attribution, in a table of claims or of attributions."""
    return "attribution_id" if "attribution_id" in t.c else "id"


def table_of(t: FromClause) -> str:
    """The name of the table that an alias stands for.

    >>> from claimgraph.store.schema import claim
    >>> table_of(claim.alias())
    'claim'
    """
    return str(getattr(getattr(t, "element", t), "name", ""))


def _starts(value: Any) -> int:
    """When a corrected interval begins, as the columns hold it."""
    if value is None:
        return DUSK
    start, _ = stretch(Interval.model_validate(value))
    assert start is not None
    return start
