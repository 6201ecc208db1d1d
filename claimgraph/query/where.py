"""``where(act="deny")``: fields with closed vocabularies, and some with free text."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Table, false, or_, select
from sqlalchemy.sql.expression import FromClause
from typing_extensions import override

from claimgraph.errors import QueryError
from claimgraph.query.dialects import looked_at
from claimgraph.query.filters import Filter
from claimgraph.query.lens import Clause, Lens, table_of
from claimgraph.query.nested import there_is
from claimgraph.store.rows import LONGEST_KEY, key
from claimgraph.store.schema import attribution, document
from claimgraph.vocabulary import (
    AttributionType,
    Certainty,
    ConflictType,
    Form,
    Independence,
    Naming,
    Polarity,
    RelationKind,
    SourceKind,
    SpeechAct,
    Stance,
)

Value = str | bool | None


@dataclass(frozen=True)
class Field:
    """A field that can be asked for.

    Attributes:
        name: As the user writes it, and as the record has it.
        table: Whose field it is.
        values: What it can be; ``str`` for any text, ``bool`` for yes or no.
        empty: Whether ``None`` can be asked for.
    """

    name: str
    table: str
    values: type[StrEnum] | type[str] | type[bool]
    empty: bool = False

    def value(self, given: object) -> Value:
        """One value, checked.

        Raises:
            QueryError: It is none that this field can have; the message says which ones are.
        """
        if given is None and self.empty:
            return None
        if self.values is bool:
            if isinstance(given, bool):
                return given
            raise QueryError(f"{self.name} is True or False, not {given!r}")
        if self.values is str:
            if isinstance(given, str) and _is_text(given):
                return given[:LONGEST_KEY]
            raise QueryError(f"{self.name} is text, not {given!r}")
        assert issubclass(self.values, StrEnum)
        allowed = [str(each.value) for each in self.values]
        if isinstance(given, str) and given in allowed:
            return str(given)
        near = get_close_matches(str(given).lower().replace(" ", "_"), allowed, n=3, cutoff=0.6)
        hint = f"did you mean {' or '.join(map(repr, near))}? " if near else ""
        raise QueryError(f"{given!r} is no {self.name}: {hint}it is one of {', '.join(allowed)}")


def fields_of(*fields: Field) -> Mapping[str, Field]:
    """Fields by their names."""
    return {field.name: field for field in fields}


#: What can be asked of claims, and of everything that has claims.
CLAIM_FIELDS = fields_of(
    Field("polarity", "claim", Polarity),
    Field("certainty", "claim", Certainty),
    Field("stance", "claim", Stance),
    Field("predicate", "claim", str),
    Field("act", "attribution", SpeechAct),
    Field("form", "attribution", Form, empty=True),
    Field("type", "attribution", AttributionType),
    Field("negated", "attribution", bool),
    Field("kind", "source", SourceKind),
    Field("naming", "source", Naming),
    Field("publisher", "document", str),
)
#: Those that an attribution has without its claims.
ATTRIBUTION_FIELDS = {name: field for name, field in CLAIM_FIELDS.items() if field.table != "claim"}
SOURCE_FIELDS = fields_of(Field("kind", "source", SourceKind), Field("naming", "source", Naming))
DOCUMENT_FIELDS = fields_of(
    Field("publisher", "document", str),
    Field("title", "document", str),
    Field("url", "document", str),
    Field("reader", "document", str),
)
EVENT_FIELDS = fields_of(Field("kind", "event", str), Field("place", "event", str))
RELATION_FIELDS = fields_of(
    Field("kind", "relation", RelationKind),
    Field("type", "relation", ConflictType, empty=True),
    Field("independence", "relation", Independence, empty=True),
    Field("method", "relation", str),
)


def wheres(known: Mapping[str, Field], asked: Mapping[str, object]) -> list["Where"]:
    """A filter for each field that is asked for.

    Args:
        known: The fields there are.
        asked: For each field, a value or a collection of values.

    Raises:
        QueryError: There is no such field, or no such value.

    >>> wheres(CLAIM_FIELDS, {"act": "denies"})
    Traceback (most recent call last):
        ...
    claimgraph.errors.QueryError: 'denies' is no act: did you mean 'deny'? it is one of state, ...
    """
    found = []
    for name, given in asked.items():
        field = known.get(name)
        if field is None:
            near = get_close_matches(name, known, n=3, cutoff=0.6)
            hint = f"did you mean {' or '.join(near)}? " if near else ""
            raise QueryError(f"there is no field {name!r} to ask for: {hint}{', '.join(known)}")
        values = {field.value(each) for each in _each(given)}
        found.append(Where(field, tuple(sorted(values, key=_order))))
    return found


@dataclass(frozen=True)
class Where(Filter):
    """With one of these values in a field."""

    rank = 6
    field: Field
    values: tuple[Value, ...]

    @override
    def clause(self, lens: Lens, t: FromClause, *, leads: bool) -> Clause:
        home = self.field.table
        if home == "source":
            return self._of_source(lens, t)
        if home == table_of(t):
            return self._of(lens, t, leads=leads)
        table, link = _LINKS[home]
        a = lens.alias(table)
        if leads:
            return t.c[link].in_(select(a.c.id).where(self._of(lens, a, leads=True)))
        return there_is(a, where=[a.c.id == t.c[link], self._of(lens, a, leads=False)])

    def _of(self, lens: Lens, t: FromClause, *, leads: bool) -> Clause:
        values = self.values
        name = self.field.name
        if name == "place":
            values = tuple(key(str(value)) for value in values)
        column = t.c[name] if leads else looked_at(t.c[name])
        raw = _is_one_of(column, values)
        return lens.corrected(t, "id", name, raw, self._fits)

    def _fits(self, value: Any) -> bool:
        if self.field.name == "place":
            name = None if value is None else key(value["name"])
            return name in {key(str(each)) for each in self.values}
        return (value[:LONGEST_KEY] if isinstance(value, str) else value) in self.values

    def _of_source(self, lens: Lens, t: FromClause) -> Clause:
        column = t.c.entity_id if "entity_id" in t.c else lens.source_of(t)
        wanted = [value for value in self.values if value is not None]
        return lens.kind_of(column, self.field.name).in_(wanted)

    @override
    def words(self) -> str:
        values = [_plain(value) for value in self.values]
        return f"with {self.field.name} {' or '.join(values) if values else 'none of any'}"


_LINKS: Mapping[str, tuple[Table, str]] = {
    "attribution": (attribution, "attribution_id"),
    "document": (document, "document_id"),
}


def _is_one_of(column: ColumnElement[Any], values: Collection[Value]) -> Clause:
    known = [value for value in values if value is not None]
    clauses: list[Clause] = [column.in_(known)] if known else []
    if None in values:
        clauses.append(column.is_(None))
    return or_(*clauses) if clauses else false()


def _each(given: object) -> Iterable[object]:
    """The values of a collection; anything else is one value."""
    if isinstance(given, Iterable) and not isinstance(given, (str, bytes, Mapping)):
        return given
    return (given,)


def _is_text(value: str) -> bool:
    return "\0" not in value and value.encode("utf-8", "ignore").decode("utf-8") == value


def _order(value: Value) -> tuple[bool, str]:
    return value is not None, str(value)


def _plain(value: Value) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "unknown" if value is None else value.replace("_", " ")
