"""What a filter is, and the filters on who says something, through whom, against whom."""

import re
from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.sql.expression import FromClause
from typing_extensions import override

from claimgraph.query.crowd import Crowd
from claimgraph.query.lens import Clause, Lens, attribution_key, table_of
from claimgraph.query.nested import there_is
from claimgraph.query.who import Who
from claimgraph.store.schema import claim, participant, relay, target
from claimgraph.vocabulary import Role

#: The rank of a filter that never leads: it is looked at record by record.
NEVER = 99

_ID = re.compile("[!-~]+")


@dataclass(frozen=True)
class Filter(ABC):
    """A condition on claims or attributions, kept as what the user asked.

    Of all filters of a query one leads: the database finds the records through its index, and
    looks at the others record by record. SQLite does as it is told here; PostgreSQL judges by
    itself, and both forms mean the same.
    """

    #: The filter with the smallest rank leads.
    rank: ClassVar[int] = NEVER

    @abstractmethod
    def clause(self, lens: Lens, t: FromClause, *, leads: bool) -> Clause:
        """The condition on the rows of ``t``.

        Args:
            lens: As of when, and with which judgements.
            t: The table that is asked: claims or attributions.
            leads: Whether the records are found through this filter.
        """

    @abstractmethod
    def words(self) -> str:
        """As :meth:`explain` says it."""


@dataclass(frozen=True)
class Ids(Filter):
    """Records with one of these ids."""

    rank = 0
    ids: tuple[str, ...]

    @override
    def clause(self, lens: Lens, t: FromClause, *, leads: bool) -> Clause:
        return t.c.id.in_([askable(each) for each in self.ids])

    @override
    def words(self) -> str:
        return f"with the id {' or '.join(self.ids)}"


@dataclass(frozen=True)
class PartOf(Filter):
    """In one document, or of one attribution."""

    rank = 0
    record_id: str
    in_document: bool

    @override
    def clause(self, lens: Lens, t: FromClause, *, leads: bool) -> Clause:
        column = t.c.document_id if self.in_document else t.c.attribution_id
        return column == askable(self.record_id)

    @override
    def words(self) -> str:
        return f"in {self.record_id}"


@dataclass(frozen=True)
class SaidBy(Filter):
    """Said by one of these, or by those who speak for them."""

    rank = 1
    named: tuple[Who, ...]

    @override
    def clause(self, lens: Lens, t: FromClause, *, leads: bool) -> Clause:
        return Crowd(lens, self.named).holds(t, leads=leads)

    @override
    def words(self) -> str:
        return f"said by {_names(self.named)}"


@dataclass(frozen=True)
class Via(Filter):
    """That came through one of these."""

    rank = 2
    named: tuple[Who, ...]

    @override
    def clause(self, lens: Lens, t: FromClause, *, leads: bool) -> Clause:
        r, crowd = lens.alias(relay), Crowd(lens, self.named)
        through = or_(*_is_named(r, crowd))
        key = attribution_key(t)
        raw = _found(t.c[key], r, r.c.attribution_id, through, leads)
        return lens.corrected(t, key, "via", raw, crowd.fits())

    @override
    def words(self) -> str:
        return f"via {_names(self.named)}"


@dataclass(frozen=True)
class Accusing(Filter):
    """That accuse one of these: the claim names them as accused; or its attribution does, and none
    of its claims names anybody.
    """

    rank = 2
    named: tuple[Who, ...]

    @override
    def clause(self, lens: Lens, t: FromClause, *, leads: bool) -> Clause:
        crowd = Crowd(lens, self.named)
        fits = crowd.fits(Role.ACCUSED)
        if table_of(t) == "attribution":
            return or_(self._targets(lens, t, "id", crowd, leads), self._by_claim(lens, t, crowd))
        p = lens.alias(participant)
        accused = and_(p.c.role == Role.ACCUSED.value, or_(*_is_named(p, crowd)))
        raw = _found(t.c.id, p, p.c.claim_id, accused, leads)
        named = lens.corrected(t, "id", "participants", raw, fits)
        sibling, q = lens.alias(claim), lens.alias(participant)
        siblings = [sibling.c.attribution_id == t.c.attribution_id, q.c.claim_id == sibling.c.id]
        accuses = q.c.role == Role.ACCUSED.value
        named_by_claim = there_is(sibling, q, where=[*siblings, accuses])
        by_attribution = self._targets(lens, t, "attribution_id", crowd, leads)
        return or_(named, and_(by_attribution, ~named_by_claim))

    def _targets(self, lens: Lens, t: FromClause, key: str, crowd: Crowd, leads: bool) -> Clause:
        g = lens.alias(target)
        accused = and_(g.c.role == Role.ACCUSED.value, or_(*_is_named(g, crowd)))
        raw = _found(t.c[key], g, g.c.attribution_id, accused, leads)
        return lens.corrected(t, key, "targets", raw, crowd.fits(Role.ACCUSED))

    def _by_claim(self, lens: Lens, t: FromClause, crowd: Crowd) -> Clause:
        c, p = lens.alias(claim), lens.alias(participant)
        return t.c.id.in_(
            select(c.c.attribution_id)
            .join(p, p.c.claim_id == c.c.id)
            .where(p.c.role == Role.ACCUSED.value, or_(*_is_named(p, crowd)), *lens.claim(c))
        )

    @override
    def words(self) -> str:
        return f"accusing {_names(self.named)}"


@dataclass(frozen=True)
class Concerning(Filter):
    """In which somebody plays a part, or whom the attribution accuses or clears."""

    rank = 2
    named: tuple[Who, ...]

    @override
    def clause(self, lens: Lens, t: FromClause, *, leads: bool) -> Clause:
        crowd = Crowd(lens, self.named)
        fits = crowd.fits()
        p, g = lens.alias(participant), lens.alias(target)
        part = _found(t.c.id, p, p.c.claim_id, or_(*_is_named(p, crowd)), leads)
        key = t.c.attribution_id
        named = _found(key, g, g.c.attribution_id, or_(*_is_named(g, crowd)), leads)
        return or_(
            lens.corrected(t, "id", "participants", part, fits),
            lens.corrected(t, "attribution_id", "targets", named, fits),
        )

    @override
    def words(self) -> str:
        return f"about {_names(self.named)}"


@dataclass(frozen=True)
class Unattributed(Filter):
    """In the article's own voice: no source is named."""

    rank = 8

    @override
    def clause(self, lens: Lens, t: FromClause, *, leads: bool) -> Clause:
        return lens.source_of(t).is_(None)

    @override
    def words(self) -> str:
        return "in the article's own voice"


def askable(record_id: str) -> str:
    """An id to ask a database for: one that no record can have becomes one that none has.

    >>> askable("clm_1"), askable("no id")
    ('clm_1', ' ')
    """
    return record_id if _ID.fullmatch(record_id) else " "


def _names(named: tuple[Who, ...]) -> str:
    return " or ".join(who.words() for who in named)


def _is_named(parties: FromClause, crowd: Crowd) -> list[Clause]:
    """A relay, target or participant that is one of the crowd, or is called like one of them."""
    clauses: list[Clause] = [parties.c.source_id.in_(crowd.sources)]
    if crowd.keys:
        clauses.append(and_(parties.c.source_id.is_(None), parties.c.key.in_(crowd.keys)))
    return clauses


def _found(
    key: ColumnElement[str],
    parties: FromClause,
    owner: ColumnElement[str],
    fits: Clause,
    leads: bool,
) -> Clause:
    if leads:
        return key.in_(select(owner).where(fits))
    return there_is(parties, where=[owner == key, fits])


def in_order(lens: Lens, t: FromClause, filters: Sequence[Filter], *, leads: bool) -> list[Clause]:
    """The conditions of filters, of which the one with the smallest rank leads."""
    leader = min(filters, key=lambda each: each.rank, default=None)
    return [
        each.clause(lens, t, leads=leads and each is leader and each.rank < NEVER)
        for each in filters
    ]
