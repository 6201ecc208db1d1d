"""What every query can do: be narrowed, joined with others, explained, and looked at."""

import json
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Self, TypeGuard, TypeVar

from sqlalchemy import ColumnElement, Row, Select, Table, func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql.expression import FromClause

from claimgraph.errors import QueryError, ResultCountError
from claimgraph.markup.html import CELL, cut, lines, note, small
from claimgraph.markup.html import table as html_table
from claimgraph.query.asked import Asked, Context
from claimgraph.query.filters import NEVER, Filter, in_order
from claimgraph.query.lens import Clause, Lens
from claimgraph.query.scope import Scope
from claimgraph.query.sets import EITHER, AnyOf, NoneOf
from claimgraph.text.frames import data_frame

if TYPE_CHECKING:
    from networkx import MultiDiGraph
    from pandas import DataFrame

R = TypeVar("R", covariant=True)

#: Records that a notebook, and the plain text form, show at first.
SHOWN, LISTED = 20, 5

#: Fields of which nothing says that the text names nobody, and fields with words of a vocabulary.
_VOICES = frozenset({"source", "source_a", "source_b"})
_VOCABULARIES = frozenset({"act", "kind", "stance", "naming"})


class Query(ABC, Generic[R]):
    """A question to a graph: lazy, immutable, composable.

    A method that narrows it returns another query. It runs, as one SQL statement, when it is looked
    at: iterated, counted, printed. ``|``, ``&`` and ``-`` join queries for the same kind of record.
    """

    #: What it finds, as a user calls it, and the kind of record.
    noun: ClassVar[str]
    kind: ClassVar[str]
    #: The table it looks through, and the column that tells its rows apart.
    table: ClassVar[Table]
    key: ClassVar[str] = "id"
    #: The columns of a table in a notebook.
    shown: ClassVar[tuple[str, ...]]
    #: The one of them that its id stands under.
    named_by: ClassVar[str]
    orders: ClassVar[tuple[str, ...]]

    def __init__(self, context: Context, asked: Asked | None = None) -> None:
        self._context = context
        self._asked = asked or Asked()

    # Narrowing

    def limit(self, count: int) -> Self:
        """At most so many records."""
        return self._with(limit=_natural("limit", count))

    def offset(self, count: int) -> Self:
        """Without so many records at the beginning."""
        return self._with(offset=_natural("offset", count))

    def order_by(self, order: str, *, descending: bool = False) -> Self:
        """In another order. Records for which it is not known come last.

        Raises:
            QueryError: There is no such order for these records.
        """
        if order not in self.orders:
            raise QueryError(f"{self.noun} have no order {order!r}; use {', '.join(self.orders)}")
        return self._with(order=order, descending=descending)

    def __or__(self, other: Self) -> Self:
        """What one or the other finds."""
        self.check_sides_with(other)
        return self._bare(AnyOf((*self._united(), *other._united())))

    def __and__(self, other: Self) -> Self:
        """What both find."""
        self.check_sides_with(other)
        return self._bare(AnyOf((self,)), AnyOf((other,)))

    def __sub__(self, other: Self) -> Self:
        """What this one finds and the other does not."""
        self.check_sides_with(other)
        return self._bare(AnyOf((self,)), NoneOf(other))

    # Looking

    def __iter__(self) -> Iterator[R]:
        """The records, streamed from one consistent snapshot."""
        lens = self._context.lens()
        statement = self.statement(lens, lambda t: self.columns(lens, t))
        for row in lens.rows(statement):
            yield self._record(row)

    def count(self) -> int:
        """How many there are."""
        lens = self._context.lens()
        statement = self.statement(lens, lambda t: [t.c[self.key]], ordered=False)
        (row,) = lens.rows(select(func.count()).select_from(statement.subquery()))
        return int(row[0])

    def exists(self) -> bool:
        """Whether there are any."""
        lens = self._context.lens()
        found = self._few(1).statement(lens, lambda t: [t.c[self.key]], ordered=False)
        return bool(list(lens.rows(found)))

    def __bool__(self) -> bool:
        """Whether there are any, as of a list: ``if graph.claims().about("Aleppo"):``."""
        return self.exists()

    def first(self) -> R | None:
        """The first one, or ``None``."""
        return next(iter(list(self._few(1))), None)

    def one(self) -> R:
        """The only one.

        Raises:
            ResultCountError: There is none, or more than one.
        """
        found = list(self._few(2))
        if len(found) == 1:
            return found[0]
        many = (
            "none was found" if not found else "more than one was found; narrow it, or use first()"
        )
        raise ResultCountError(f"{self.explain()}: {many}")

    def explain(self) -> str:
        """The question in words."""
        words = [self.noun if self.filter_words() else f"all {self.noun}", self.filter_words()]
        asked = self._asked
        if asked.order:
            words.append(f"by {asked.order}{', the last first' if asked.descending else ''}")
        if asked.offset:
            words.append(f"without the first {asked.offset}")
        if asked.limit is not None:
            words.append(f"at most {asked.limit}")
        if self._context.scope.words:
            words.append(self._context.scope.words)
        head, *tail = [each for each in words if each]
        if self.filter_words():
            head, tail = f"{head} {tail[0]}", tail[1:]
        return ", ".join([head, *tail])

    def sql(self) -> str:
        """The statement that asks the database, with the values in it; to read, not to run."""
        lens = self._context.lens()
        statement = self.statement(lens, lambda t: self.columns(lens, t)).params(lens.parameters)
        dialects: Mapping[str, Any] = {"sqlite": sqlite, "postgresql": postgresql}
        # Named parameters, so that no per cent sign is doubled for the driver.
        dialect = dialects[self._context.store.dialect].dialect(paramstyle="named")
        return str(statement.compile(dialect=dialect, compile_kwargs={"literal_binds": True}))

    def to_df(self) -> "DataFrame":
        """The records as a pandas DataFrame: one column for each plain field, and for the names of
        what they refer to.

        Raises:
            MissingExtraError: pandas is not installed.
        """
        return data_frame(self._flat_rows(), self.fields())

    def plain(self) -> Iterator[dict[str, Any]]:
        """The records as plain values, one dictionary for each: the rows of :meth:`to_df`."""
        return self._flat_rows()

    def to_networkx(self) -> "MultiDiGraph[str]":
        """The records, and what they refer to, as a typed graph of networkx."""
        return self._context.door.network(self)

    def __repr__(self) -> str:
        total = self.count()
        head = f"{self.explain()}: {total}"
        lines = [f"  {cut(self.line(flat), CELL)}" for flat in self._few(LISTED)._flat_rows()]
        more = [f"  … and {total - len(lines)} more"] if total > len(lines) else []
        return "\n".join([head, *lines, *more])

    def _repr_html_(self) -> str:
        total = self.count()
        few = self._few(SHOWN)._flat_rows()
        rows = [[self._cell(name, flat) for name in self.shown] for flat in few]
        headers = [name.replace("_", " ") for name in self.shown]
        return html_table(headers, rows, caption=self.explain(), total=total)

    def _cell(self, name: str, flat: Mapping[str, Any]) -> object:
        """A field in a table for people; the id stands under what names the record."""
        value = flat[name]
        if value is None and name in _VOICES:
            return note("no source named")
        if isinstance(value, str) and name in _VOCABULARIES:
            value = value.replace("_", " ")
        if name != self.named_by:
            return value
        return lines((cut(str(value or ""), CELL), small(str(flat["id"]))))

    # What a kind of query says of itself

    @abstractmethod
    def visible(self, lens: Lens, t: FromClause) -> list[Clause]:
        """The conditions that every record has to pass."""

    @abstractmethod
    def has_claim(
        self, lens: Lens, t: FromClause, filters: Sequence[Filter], *, leads: bool
    ) -> Clause:
        """That a claim of the record passes all the filters."""

    @abstractmethod
    def ordering(self, lens: Lens, t: FromClause, order: str) -> list[ColumnElement[Any]]:
        """What to sort by; the last one tells all records apart."""

    @classmethod
    @abstractmethod
    def fields(cls) -> tuple[str, ...]:
        """The columns of the DataFrame."""

    @abstractmethod
    def flat(self, record: Any, names: Row[Any]) -> dict[str, Any]:
        """A record as plain values, one for each of the fields."""

    @abstractmethod
    def line(self, flat: Mapping[str, Any]) -> str:
        """A record in one line of text."""

    @abstractmethod
    def names(self, lens: Lens, t: FromClause) -> list[ColumnElement[Any]]:
        """More columns, which name what a record refers to; ``flat`` gets them."""

    def columns(self, lens: Lens, t: FromClause) -> list[ColumnElement[Any]]:
        """The columns that a record is made of: its JSON, and its corrections."""
        fixes = lens.fixes(t.c.id)
        return [t.c.body] if fixes is None else [t.c.body, fixes.label("fixes")]

    # How it becomes SQL

    def statement(
        self,
        lens: Lens,
        columns: Callable[[FromClause], Sequence[ColumnElement[Any]]],
        *,
        ordered: bool = True,
    ) -> Select[Any]:
        """The query as one statement."""
        t = lens.alias(self.table)
        found = select(*columns(t)).select_from(t).where(*self.conditions(lens, t))
        asked = self._asked
        if ordered or asked.is_cut:
            found = found.order_by(*self._ordering(lens, t))
        if asked.limit is not None or asked.offset:
            # SQLite knows no offset without a limit.
            found = found.limit(2**62 if asked.limit is None else asked.limit)
        return found.offset(asked.offset) if asked.offset else found

    def keys(self, lens: Lens) -> Select[Any]:
        """The keys of what it finds, to be used inside of another statement."""
        found = self.statement(lens, lambda t: [t.c[self.key].label("key")], ordered=False)
        # Before the statement, not inside of it: SQLite reads only so many brackets in brackets.
        return select(found.cte().c.key) if self._asked.is_cut else found

    def conditions(self, lens: Lens, t: FromClause, *, leads: bool = True) -> list[Clause]:
        """All conditions on the rows of ``t``."""
        return [*self.visible(lens, t), *self.passes(lens, t, leads=leads)]

    def passes(self, lens: Lens, t: FromClause, *, leads: bool = True) -> list[Clause]:
        """The conditions of the filters."""
        asked = self._asked
        clauses = in_order(lens, t, asked.filters, leads=leads)
        if asked.claims:
            led = any(each.rank < NEVER for each in asked.filters)
            ready = any(each.rank < NEVER for each in asked.claims)
            clauses.append(self.has_claim(lens, t, asked.claims, leads=leads and ready and not led))
        return clauses

    def filter_words(self) -> str:
        """The filters in words."""
        asked = self._asked
        own = _joined(each.words() for each in asked.filters)
        claims = _joined(each.words() for each in asked.claims)
        if claims:
            claims = f"with a claim {claims}"
        return _joined((own, claims))

    @property
    def scope(self) -> Scope:
        """As of when it looks."""
        return self._context.scope

    @property
    def is_cut(self) -> bool:
        """Whether it has a limit or an offset."""
        return self._asked.is_cut

    @property
    def is_joined(self) -> bool:
        """Whether it is made of other queries."""
        return any(isinstance(each, AnyOf | NoneOf) for each in self._asked.filters)

    def _united(self) -> "tuple[Query[Any], ...]":
        """The queries that it is the union of; itself, where it is none."""
        match self._asked.filters:
            case (AnyOf(queries),) if self._asked == Asked(filters=self._asked.filters):
                return queries
        return (self,)

    def _ordering(self, lens: Lens, t: FromClause) -> list[ColumnElement[Any]]:
        asked = self._asked
        columns = self.ordering(lens, t, asked.order or self.orders[0])
        return [
            (column.desc() if asked.descending else column.asc()).nulls_last() for column in columns
        ]

    def _flat_rows(self) -> Iterator[dict[str, Any]]:
        lens = self._context.lens()
        widths: list[int] = []

        def wide(t: FromClause) -> list[ColumnElement[Any]]:
            columns = self.columns(lens, t)
            widths.append(len(columns))
            return [*columns, *self.names(lens, t)]

        statement = self.statement(lens, wide)
        for row in lens.rows(statement):
            yield self.flat(self._record(row), row[widths[0] :])  # type: ignore[arg-type]

    def _record(self, row: Row[Any]) -> R:
        record: R = self._context.door.make(self.kind, self._fields_of(row))
        return record

    def _fields_of(self, row: Row[Any]) -> dict[str, Any]:
        fields: dict[str, Any] = json.loads(row.body)
        if "fixes" in row._fields and row.fixes is not None:
            fields |= json.loads(row.fixes)
        return fields

    def _narrowed(self, *filters: Filter, claims: Sequence[Filter] = ()) -> Self:
        """With more filters. What is cut already stays as it was cut: the filters come after."""
        if self._asked.is_cut:
            return self._bare(AnyOf((self,)))._narrowed(*filters, claims=claims)
        asked = self._asked
        return self._with(filters=(*asked.filters, *filters), claims=(*asked.claims, *claims))

    def _few(self, count: int) -> Self:
        limit = self._asked.limit
        return self.limit(count if limit is None else min(count, limit))

    def _bare(self, *filters: Filter) -> Self:
        return type(self)(self._context, Asked(filters=filters))

    def _with(self, **changes: Any) -> Self:
        return type(self)(self._context, replace(self._asked, **changes))

    def check_sides_with(self, other: object) -> None:
        """That another query asks for the same kind of record, of the same graph and time.

        Raises:
            QueryError: It does not.
        """
        if type(other) is not type(self):
            name = other.noun if isinstance(other, Query) else repr(other)
            raise QueryError(f"{self.noun} cannot be joined with {name}; both must be {self.noun}")
        assert isinstance(other, Query)
        mine, theirs = self._context, other._context
        if mine.store is not theirs.store or mine.scope != theirs.scope:
            raise QueryError(
                "these queries look at two graphs, or as of two times; ask both of one"
            )


def _joined(words: Iterable[str]) -> str:
    told = [each for each in words if each]
    if len(told) > 1:
        told = [f"({each})" if each.startswith(EITHER) else each for each in told]
    return " and ".join(told)


def is_whole(value: object) -> TypeGuard[int]:
    """Whether something is a whole number, of a size that a database can hold."""
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) < 2**62


def _natural(name: str, count: object) -> int:
    if not is_whole(count) or count < 0:
        raise QueryError(f"{name} is a whole number from 0 on, not {count!r}")
    return count
