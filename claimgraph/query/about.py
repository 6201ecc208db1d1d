"""Filters on what claims are about: words, events, numbers, times."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, false, func, literal, or_, select
from sqlalchemy.sql.expression import FromClause
from typing_extensions import override

from claimgraph.model import Interval, Quantity
from claimgraph.query.dialects import quantity_of
from claimgraph.query.filters import Filter
from claimgraph.query.lens import Clause, Lens, attribution_key
from claimgraph.query.nested import there_is
from claimgraph.query.times import Stretch
from claimgraph.store.rows import stretch as columns_of
from claimgraph.store.rows import unit_key, value_of, word_set
from claimgraph.store.schema import attribution, claim, event, quantity


@dataclass(frozen=True)
class About(Filter):
    """All words occur in the claim, or all in the label or the place of its event; in any form
    that :func:`search_words` takes for the same.
    """

    rank = 3
    text: str

    @override
    def clause(self, lens: Lens, t: FromClause, *, leads: bool) -> Clause:
        words = word_set(self.text)
        if not words:
            return false()
        if leads and "text" not in lens.ruled:
            return t.c.row.in_(self._found(lens, words))
        e = lens.alias(event)
        labelled = there_is(e, where=[e.c.id == t.c.event_id, has_words(e.c.words, words)])
        raw = has_words(t.c.words, words)
        return or_(
            lens.corrected(t, "id", "text", raw, lambda text: _all_in(words, text)), labelled
        )

    def _found(self, lens: Lens, words: list[str]) -> Select[Any]:
        c, e = lens.alias(claim), lens.alias(event)
        events = select(e.c.id).where(has_words(e.c.words, words))
        labelled = select(c.c.row).where(c.c.event_id.in_(events))
        in_text = select(claim.c.row).where(lens.store.matches(words))
        return select(in_text.union(labelled).subquery().c.row)

    @override
    def words(self) -> str:
        return f"about {self.text!r}"


def has_words(column: ColumnElement[str], words: list[str]) -> Clause:
    """Whether a column of words, as the store keeps them, holds each of these."""
    padded = literal(" ").concat(column).concat(" ")
    return and_(*(padded.like(f"% {word} %") for word in words))


def _all_in(words: list[str], text: str) -> bool:
    return set(words) <= set(word_set(text))


@dataclass(frozen=True)
class Labelled(Filter):
    """Events with all these words in their label or their place."""

    rank = 7
    text: str

    @override
    def clause(self, lens: Lens, t: FromClause, *, leads: bool) -> Clause:
        words = word_set(self.text)
        return has_words(t.c.words, words) if words else false()

    @override
    def words(self) -> str:
        return f"about {self.text!r}"


@dataclass(frozen=True)
class AboutEvent(Filter):
    """Claims about an event, or about one that people have joined with it."""

    rank = 2
    event_id: str
    label: str

    @override
    def clause(self, lens: Lens, t: FromClause, *, leads: bool) -> Clause:
        same = lens.same_events(self.event_id)
        raw = t.c.event_id.in_(same)
        if "event_id" not in lens.ruled:
            return raw
        ids = {row[0] for row in lens.rows(same)}
        return lens.corrected(t, "id", "event_id", raw, ids.__contains__)

    @override
    def words(self) -> str:
        return f"about the event {self.label!r}"


@dataclass(frozen=True)
class WithQuantity(Filter):
    """With a number of something, inside limits."""

    rank = 4
    unit: str
    at_least: float | None
    at_most: float | None
    of: str

    @override
    def clause(self, lens: Lens, t: FromClause, *, leads: bool) -> Clause:
        q = lens.alias(quantity)
        wanted: list[Clause] = []
        if self.unit:
            wanted.append(q.c.unit == unit_key(self.unit))
        if self.at_least is not None:
            wanted.append(q.c.value >= self.at_least)
        if self.at_most is not None:
            wanted.append(q.c.value <= self.at_most)
        if self.of:
            of = quantity_of(t.c.body, q.c.position)
            wanted.append(func.replace(of, self.of, "") != of)
        raw: Clause
        if leads and not self.of:
            raw = t.c.id.in_(select(q.c.claim_id).where(*wanted))
        else:
            raw = there_is(q, where=[q.c.claim_id == t.c.id, *wanted])
            if leads:
                raw = and_(t.c.id.in_(select(q.c.claim_id).where(*wanted[:-1])), raw)
        return lens.corrected(t, "id", "quantities", raw, self._fits)

    def _fits(self, quantities: Any) -> bool:
        return any(self.allows(Quantity.model_validate(each)) for each in quantities or ())

    def allows(self, number: Quantity) -> bool:
        """Whether a number is one that is asked for."""
        value = value_of(number)
        return (
            (not self.unit or unit_key(number.unit) == unit_key(self.unit))
            and (self.at_least is None or (value is not None and value >= self.at_least))
            and (self.at_most is None or (value is not None and value <= self.at_most))
            and self.of in number.of
        )

    @override
    def words(self) -> str:
        counted = " ".join(word for word in (self.unit, self.of) if word)
        return f"with {_limits(self.at_least, self.at_most)} {counted or 'anything'}"


def _limits(low: float | None, high: float | None) -> str:
    if low is None and high is None:
        return "a number of"
    if high is None:
        return f"at least {low:g}"
    return f"at most {high:g}" if low is None else f"{low:g} to {high:g}"


@dataclass(frozen=True)
class During(Filter):
    """In a stretch of time, by one of the clocks."""

    clock: str
    stretch: Stretch

    @override
    def clause(self, lens: Lens, t: FromClause, *, leads: bool) -> Clause:
        subject, field = self._subject(t)
        return lens.corrected(t, subject, field, self._raw(lens, t), self._fits)

    def _subject(self, t: FromClause) -> tuple[str, str]:
        """The column with the id of the record that has the time, and its field."""
        if self.clock == "said":
            return attribution_key(t), "said"
        if self.clock == "happened":
            return "id", "time"
        return "document_id" if "document_id" in t.c else "id", "published"

    def _raw(self, lens: Lens, t: FromClause) -> Clause:
        if f"{self.clock}_from" not in t.c:
            a = lens.alias(attribution)
            return there_is(a, where=[a.c.id == t.c[attribution_key(t)], self._inside(a)])
        if self.clock != "happened" or "event_id" not in t.c:
            return self._inside(t)
        e = lens.alias(event)
        by_event = there_is(e, where=[e.c.id == t.c.event_id, self._inside(e)])
        return or_(self._inside(t), and_(t.c.happened_from.is_(None), by_event))

    def _inside(self, t: FromClause) -> Clause:
        start, end = t.c[f"{self.clock}_from"], t.c[f"{self.clock}_to"]
        return and_(start < self.stretch.end, end > self.stretch.start)

    def _fits(self, value: Any) -> bool:
        if value is None:
            return False
        start, end = columns_of(Interval.model_validate(value))
        assert start is not None
        assert end is not None
        return start < self.stretch.end and end > self.stretch.start

    @override
    def words(self) -> str:
        clock = "about what happened" if self.clock == "happened" else self.clock
        return f"{clock} {self.stretch.words}"
