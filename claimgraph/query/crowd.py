"""The sources that names stand for, and those who speak for them, as tables in SQL."""

import json
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Select,
    String,
    and_,
    bindparam,
    case,
    func,
    literal,
    or_,
    select,
    union,
    union_all,
)
from sqlalchemy.sql.expression import CTE, FromClause

from claimgraph.model import Interval
from claimgraph.query.lens import Clause, Lens, attribution_key
from claimgraph.query.nested import there_is
from claimgraph.query.who import NAMED_BY, Who, as_texts_call, renamed
from claimgraph.store.rows import key, stretch
from claimgraph.store.schema import (
    DAWN,
    DUSK,
    affiliation,
    attribution,
    identity,
    ruling,
    source,
    source_name,
)
from claimgraph.vocabulary import Role

#: The parameters that hold the names or the ids, each with whether it is an id.
Names = tuple[tuple[str, bool], ...]

#: What of an affiliation decides who belongs to whom, as fields and as columns.
_AFFILIATION = frozenset({"member_id", "organisation_id", "during"})
_COLUMNS = ("id", "member_id", "organisation_id", "during_from", "during_to")

#: Attributions that are counted at most, to tell a smaller crowd from a larger one.
_COUNTED = 2000

#: Aliases from this number on stand in tables that are kept.
_KEPT = 1000


class Crowd:
    """The sources that one or more names stand for, as a table in SQL: a recursive one where
    members count, with the time for which each is a member.

    Membership goes through any number of affiliations; each narrows the time. A circle of
    affiliations ends, since it finds nothing new.

    Args:
        lens: As of when, and with which judgements.
        named: Whom the question names.
    """

    def __init__(self, lens: Lens, named: tuple[Who, ...]) -> None:
        self.lens = lens
        self.keys = tuple(who.key for who in named if who.key is not None)
        self._names = {
            members: tuple(
                (lens.parameter(who.key or who.source_id), who.key is None)
                for who in named
                if who.members is members
            )
            for members in (False, True)
        }
        self._tables = [
            _table(lens, names, members=members) for members, names in self._names.items() if names
        ]

    @property
    def sources(self) -> Select[Any]:
        """Their ids."""
        first, *others = (select(table.c.source_id) for table in self._tables)
        return first if not others else select(union(first, *others).subquery().c.source_id)

    def heads(self) -> Select[Any]:
        """The ids of those who are named themselves."""
        return _seeds(self.lens, (*self._names[False], *self._names[True]))

    def holds(self, t: FromClause, *, leads: bool = False) -> Clause:
        """Whether a claim or an attribution comes from one of them, while they were a member.

        Args:
            t: The table that is asked.
            leads: Whether the records are found through this condition.
        """
        return or_(*(self._holds(t, table, leads) for table in self._tables))

    def fits(self, role: Role | None = None) -> Callable[[Any], bool]:
        """Whether participants, targets or relays, as a correction gives them, name one of them."""

        def names_one(parties: Any) -> bool:
            ids = {row[0] for row in self.lens.rows(self.sources)}
            return any(
                (party.get("source_id") in ids or key(party["name"]) in self.keys)
                and (role is None or party["role"] == role.value)
                for party in parties or ()
            )

        return names_one

    def _holds(self, t: FromClause, table: CTE, leads: bool) -> Clause:
        item = self.lens.alias(attribution) if leads and "attribution_id" in t.c else None
        if "source_id" not in self.lens.ruled:
            return _kept_condition(t, table, self.lens.alias(attribution), item)
        ids = {row[0] for row in self.lens.rows(select(table.c.source_id))}
        raw = _said_by(t, table, item)
        said = self.lens.corrected(t, attribution_key(t), "source_id", raw, ids.__contains__)
        if "until" not in table.c:
            return said
        a = self.lens.alias(attribution)
        return and_(said, _while_member(t, table, a, self.lens.source_of(t)))


def smaller_first(one: Crowd, other: Crowd) -> tuple[Crowd, Crowd]:
    """Two crowds, first the one that has spoken less often, as far as it pays to count."""
    spoken = next(iter(one.lens.rows(_counts(tuple(one._tables), tuple(other._tables)))))
    return (one, other) if spoken.one <= spoken.other else (other, one)


@lru_cache(maxsize=100)
def _counts(one: tuple[CTE, ...], other: tuple[CTE, ...]) -> Select[Any]:
    counts: list[ColumnElement[Any]] = [_count(one).label("one"), _count(other).label("other")]
    return select(*counts)


def _count(tables: tuple[CTE, ...]) -> ColumnElement[int]:
    a = attribution.alias()
    theirs = or_(*(a.c.source_id.in_(select(table.c.source_id)) for table in tables))
    some = select(a.c.source_id).where(theirs).limit(_COUNTED).subquery()
    return select(func.count()).select_from(some).scalar_subquery()


def _table(lens: Lens, names: Names, *, members: bool) -> CTE:
    """Where nothing is hidden, the table is the same each time but for its parameters: it is made
    once, which costs more than to ask the database.
    """
    corrected = (_AFFILIATION | NAMED_BY) & lens.ruled
    if lens.sees_everything and lens.scope.judged is None and not corrected:
        return _kept_table(names, lens, members=members)
    return _made_table(lens, names, members=members)


_tables: dict[tuple[Names, bool], CTE] = {}


def _kept_table(names: Names, lens: Lens, *, members: bool) -> CTE:
    known = _tables.get((names, members))
    if known is None:
        apart = lens.again(first_alias=_KEPT * (1 + len(_tables)))
        known = _tables[names, members] = _made_table(apart, names, members=members)
    return known


def _made_table(lens: Lens, names: Names, *, members: bool) -> CTE:
    if not members:
        return _seeds(lens, names).cte()
    scope = lens.scope
    seeds = _seeds(lens, names).subquery()
    always = (
        literal(DAWN, BigInteger).label("since"),
        literal(DUSK, BigInteger).label("until"),
    )
    crowd = select(seeds.c.source_id, *always).cte(recursive=True)
    a, member, joined = _affiliations(lens), lens.alias(identity), lens.alias(identity)
    since = case((a.c.during_from > crowd.c.since, a.c.during_from), else_=crowd.c.since)
    until = case((a.c.during_to < crowd.c.until, a.c.during_to), else_=crowd.c.until)
    step = (
        select(joined.c.source_id, since, until)
        .select_from(crowd)
        .join(a, a.c.organisation_id == crowd.c.source_id)
        .join(member, member.c.source_id == a.c.member_id)
        .join(joined, joined.c.entity_id == member.c.entity_id)
        .where(scope.holds(member), scope.holds(joined), since < until)
        .where(*lens.shared(a, "affiliation"))
    )
    return crowd.union(step)


def _affiliations(lens: Lens) -> FromClause:
    """All affiliations, as corrected; people correct few."""
    a = lens.alias(affiliation)
    fields = _AFFILIATION & lens.ruled
    if not fields:
        return a
    r = lens.alias(ruling)
    corrects = (r.c.subject == a.c.id, r.c.field.in_(sorted(fields)), lens.scope.holds(r))
    columns = [a.c[name] for name in _COLUMNS]
    fixed: dict[str, dict[str, Any]] = {}
    for row in lens.rows(select(*columns, r.c.field, r.c.value).where(*corrects)):
        *own, field, value = tuple(row)
        record = fixed.setdefault(own[0], dict(zip(_COLUMNS, own, strict=True)))
        record |= _corrected(field, json.loads(value))
    untouched = select(*columns).where(~there_is(r, where=corrects))
    values = [select(*_row(record)) for record in fixed.values()]
    return union_all(untouched, *values).subquery()


def _corrected(field: str, value: Any) -> dict[str, Any]:
    """The columns of a corrected field."""
    if field != "during":
        return {field: value}
    during = (DAWN, DUSK) if value is None else stretch(Interval.model_validate(value))
    return dict(zip(("during_from", "during_to"), during, strict=True))


def _row(record: Mapping[str, Any]) -> list[ColumnElement[Any]]:
    return [literal(record[name], affiliation.c[name].type).label(name) for name in _COLUMNS]


def _seeds(lens: Lens, names: Names) -> Select[Any]:
    """The sources that bear the names or the ids, and all that are the same."""
    ids: list[Select[Any]] = []
    for name, is_id in names:
        given = bindparam(name, type_=String)
        if is_id:
            ids.append(select(source.c.id).where(source.c.id == given))
            continue
        in_texts = [source_name.c.key == given, *as_texts_call(lens, source_name)]
        ids.append(select(source_name.c.source_id).where(*in_texts))
        anew = [
            source_id
            for source_id, borne in renamed(lens).items()
            if any(lens.parameters[name] == key(each) for each in borne)
        ]
        if anew:
            ids.append(select(source.c.id).where(source.c.id.in_(anew)))
    named = ids[0] if len(ids) == 1 else select(next(iter(union(*ids).subquery().c)))
    return lens.same(named).distinct()


@cache
def _kept_condition(t: FromClause, table: CTE, a: FromClause, item: FromClause | None) -> Clause:
    said = _said_by(t, table, item)
    if "until" not in table.c:
        return said
    return and_(said, _while_member(t, table, a, t.c.source_id))


def _said_by(t: FromClause, table: CTE, item: FromClause | None) -> Clause:
    """Claims are found through their attributions, ``item``; without it, looked at one by one."""
    sources = select(table.c.source_id)
    if item is None:
        return t.c.source_id.in_(sources)
    return t.c.attribution_id.in_(select(item.c.id).where(item.c.source_id.in_(sources)))


def _while_member(t: FromClause, table: CTE, a: FromClause, speaker: Any) -> Clause:
    """That it was said while its source was a member. Most are so at all times: they need no look
    at the attribution.
    """
    start = func.coalesce(a.c.said_from, a.c.published_from, DAWN)
    end = func.coalesce(a.c.said_to, a.c.published_to, DUSK)
    always = and_(table.c.since == DAWN, table.c.until == DUSK)
    held = [
        a.c.id == t.c[attribution_key(t)],
        table.c.source_id == speaker,
        start < table.c.until,
        end > table.c.since,
    ]
    return or_(
        speaker.in_(select(table.c.source_id).where(always)),
        there_is(a, table, where=held),
    )
