"""Whom a question names: sources by name, alias, acronym or id, and those who speak for them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from rapidfuzz import fuzz, process, utils
from sqlalchemy import BigInteger, Select, and_, case, func, literal, or_, select
from sqlalchemy.sql.expression import CTE, FromClause

from claimgraph.errors import QueryError, UnknownSourceError
from claimgraph.model import Source
from claimgraph.query.lens import Clause, Lens, attribution_key
from claimgraph.query.nested import there_is
from claimgraph.store.rows import key
from claimgraph.store.schema import (
    DAWN,
    DUSK,
    affiliation,
    attribution,
    identity,
    participant,
    relay,
    source,
    source_name,
    target,
)
from claimgraph.vocabulary import Role

#: How many names are looked through for the nearest, at most, when a name is not known.
NAMES = 100_000


@dataclass(frozen=True)
class Who:
    """Somebody as a question names them.

    Attributes:
        label: As the user wrote it.
        key: The name without what does not tell names apart; ``None`` where it is an id.
        source_id: The id, where it is one.
        members: Whether those who speak for it count too.
    """

    label: str
    key: str | None
    source_id: str | None
    members: bool

    def words(self) -> str:
        """As :meth:`explain` says it."""
        return f"{self.label} or its members" if self.members else self.label

    def ids(self) -> Select[Any]:
        """The ids of the sources that bear the name."""
        if self.source_id is not None:
            return select(source.c.id).where(source.c.id == self.source_id)
        return select(source_name.c.source_id).where(source_name.c.key == self.key)


def someone(lens: Lens, named: str | Source, *, members: bool, mentioned: bool = False) -> Who:
    """Look up whom a name or an id stands for.

    Args:
        lens: Where to look.
        named: A name in any case, with or without its article; an alias; an acronym; an id; or a
            source.
        members: Whether those who speak for it count too.
        mentioned: Whether it is enough that a text names them as a relay or as accused.

    Raises:
        UnknownSourceError: Nobody bears the name; the message has the nearest ones.
        QueryError: It is neither a text nor a source.
    """
    if isinstance(named, Source):
        if _has(lens, select(source.c.id).where(source.c.id == named.id)):
            return Who(named.name, None, named.id, members)
        raise UnknownSourceError(named.name, _near(lens, named.name))
    if not isinstance(named, str):
        raise QueryError(f"a source is asked for by name, id or record, not by {named!r}")
    compared = key(named)
    bears = source_name.c.key == compared
    if compared and _has(lens, select(source_name.c.source_id).where(bears)):
        return Who(named, compared, None, members)
    if named.isprintable() and _has(lens, select(source.c.id).where(source.c.id == named)):
        (row,) = lens.store.rows(select(source.c.name).where(source.c.id == named))
        return Who(row[0], None, named, members)
    if compared and mentioned and any(_has(lens, each) for each in _mentions(compared)):
        return Who(named, compared, None, members)
    spelled = _spelled_out(lens, named)
    if spelled is not None:
        return Who(named, spelled, None, members)
    raise UnknownSourceError(named, _near(lens, named))


def everyone(
    lens: Lens, named: Iterable[str | Source], *, members: bool, mentioned: bool = False
) -> tuple[Who, ...]:
    """Look up several; at least one must be named."""
    found = tuple(someone(lens, each, members=members, mentioned=mentioned) for each in named)
    if not found:
        raise QueryError("name at least one source")
    return found


class Crowd:
    """The sources that one or more names stand for, as a table in SQL: a recursive one where
    members count, with the time for which each is a member.

    Membership goes through any number of affiliations; each narrows the time. A circle of
    affiliations ends, since it finds nothing new.
    """

    def __init__(self, lens: Lens, named: tuple[Who, ...]) -> None:
        self.lens = lens
        self.named = named
        self.keys = tuple(who.key for who in named if who.key is not None)
        whole = tuple(who for who in named if not who.members)
        bodies = tuple(who for who in named if who.members)
        self._tables: list[CTE] = []
        if whole:
            self._tables.append(self._seeds(whole).cte())
        if bodies:
            self._tables.append(self._with_members(bodies))

    @property
    def sources(self) -> Select[Any]:
        """Their ids."""
        first, *others = (select(table.c.source_id) for table in self._tables)
        return first if not others else select(first.union(*others).subquery().c.source_id)

    def heads(self) -> Select[Any]:
        """The ids of those who are named themselves."""
        return self._seeds(self.named)

    def holds(self, t: FromClause) -> Clause:
        """Whether a claim or an attribution comes from one of them, while they were a member."""
        return or_(*(self._holds(t, table) for table in self._tables))

    def fits(self, role: Role | None = None) -> Callable[[Any], bool]:
        """Whether participants, targets or relays, as a correction gives them, name one of them."""

        def names_one(parties: Any) -> bool:
            ids = {row[0] for row in self.lens.store.rows(self.sources)}
            return any(
                (party.get("source_id") in ids or key(party["name"]) in self.keys)
                and (role is None or party["role"] == role.value)
                for party in parties or ()
            )

        return names_one

    def _holds(self, t: FromClause, table: CTE) -> Clause:
        said_by: Clause = t.c.source_id.in_(select(table.c.source_id))
        if "source_id" in self.lens.ruled:
            ids = {row[0] for row in self.lens.store.rows(select(table.c.source_id))}
            said_by = self.lens.corrected(
                t, attribution_key(t), "source_id", said_by, ids.__contains__
            )
        return and_(said_by, self._while_member(t, table)) if "until" in table.c else said_by

    def _while_member(self, t: FromClause, table: CTE) -> Clause:
        """That it was said while its source was a member. Most are so at all times: they need no
        look at the attribution.
        """
        a, speaker = self.lens.alias(attribution), self.lens.source_of(t)
        start = func.coalesce(a.c.said_from, a.c.published_from, DAWN)
        end = func.coalesce(a.c.said_to, a.c.published_to, DUSK)
        always = and_(table.c.since == DAWN, table.c.until == DUSK)
        held = [
            a.c.id == t.c[attribution_key(t)],
            table.c.source_id == speaker,
            start < table.c.until,
            end > table.c.since,
        ]
        ever = speaker.in_(select(table.c.source_id).where(always))
        return or_(ever, there_is(a, table, where=held))

    def _seeds(self, named: tuple[Who, ...]) -> Select[Any]:
        ids = [who.ids() for who in named]
        return self.lens.same(ids[0] if len(ids) == 1 else _any_of(ids)).distinct()

    def _with_members(self, named: tuple[Who, ...]) -> CTE:
        lens, scope = self.lens, self.lens.scope
        seeds = self._seeds(named).subquery()
        always = (
            literal(DAWN, BigInteger).label("since"),
            literal(DUSK, BigInteger).label("until"),
        )
        crowd = select(seeds.c.source_id, *always).cte(recursive=True)
        a, member, joined = lens.alias(affiliation), lens.alias(identity), lens.alias(identity)
        since = case((a.c.during_from > crowd.c.since, a.c.during_from), else_=crowd.c.since)
        until = case((a.c.during_to < crowd.c.until, a.c.during_to), else_=crowd.c.until)
        step = (
            select(joined.c.source_id, since, until)
            .select_from(crowd)
            .join(a, a.c.organisation_id == crowd.c.source_id)
            .join(member, member.c.source_id == a.c.member_id)
            .join(joined, joined.c.entity_id == member.c.entity_id)
            .where(scope.holds(member), scope.holds(joined), since < until, *lens.shared(a))
        )
        return crowd.union(step)


def _any_of(ids: list[Select[Any]]) -> Select[Any]:
    first, *others = ids
    found = first.union(*others).subquery()
    return select(next(iter(found.c)))


def _mentions(name: str) -> tuple[Select[Any], ...]:
    tables = (relay, target, participant)
    return tuple(select(table.c.key).where(table.c.key == name) for table in tables)


def _has(lens: Lens, found: Select[Any]) -> bool:
    return bool(list(lens.store.rows(found.limit(1))))


def _spelled_out(lens: Lens, acronym: str) -> str | None:
    """The key of the one name that an acronym spells: "SOHR" of a Syrian Observatory for Human
    Rights that no text abbreviates.
    """
    letters = acronym.replace(".", "")
    if not (letters.isalpha() and letters.isupper() and 2 < len(letters) < 9):
        return None
    found = {key(name) for name in _names(lens) if letters in _initials(name)}
    return found.pop() if len(found) == 1 else None


def _initials(name: str) -> tuple[str, str]:
    """The initials of a name, of its capitalised words and of all."""
    words = name.split()
    return (
        "".join(word[0] for word in words if word[0].isupper()),
        "".join(word[0] for word in words).upper(),
    )


def _names(lens: Lens) -> Iterable[str]:
    return (row[0] for row in lens.store.rows(select(source_name.c.name).limit(NAMES)))


def _near(lens: Lens, name: str) -> list[str]:
    """The names most like this one, the nearest first."""
    readable = name.encode("utf-8", "replace").decode("utf-8")
    names = dict.fromkeys(_names(lens))
    found = process.extract(
        readable,
        names.keys(),
        scorer=fuzz.WRatio,
        processor=utils.default_process,
        limit=5,
        score_cutoff=60,
    )
    return [each for each, _, _ in found]
