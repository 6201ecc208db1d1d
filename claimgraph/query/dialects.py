"""JSON in SQL, which each database spells its own way."""

from typing import Any

from sqlalchemy import ColumnElement, Text
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement


class json_object_of(FunctionElement[str]):  # noqa: N801 - named like the SQL function it is
    """Aggregates names and JSON texts to the text of one JSON object."""

    type = Text()
    inherit_cache = True


class json_array_of(FunctionElement[str]):  # noqa: N801 - named like the SQL function it is
    """Aggregates JSON texts to the text of one JSON array, in no particular order."""

    type = Text()
    inherit_cache = True


class json_field(FunctionElement[str]):  # noqa: N801 - named like the SQL function it is
    """A field of a JSON object that holds text."""

    type = Text()
    inherit_cache = True


class record_pair(FunctionElement[str]):  # noqa: N801 - named like the SQL function it is
    """The text of a JSON object with an id, and fixes that are JSON themselves."""

    type = Text()
    inherit_cache = True


class looked_at(FunctionElement[Any]):  # noqa: N801 - reads like a function where it is used
    """A column that is looked at row by row: SQLite, which keeps no statistics of ours, does not
    take it for a way to find the rows.
    """

    inherit_cache = True

    def __init__(self, column: ColumnElement[Any]) -> None:
        self.type = column.type
        super().__init__(column)


class quantity_of(FunctionElement[str]):  # noqa: N801 - named like the SQL function it is
    """What a claim's quantity counts: of the claim's JSON and the quantity's position."""

    type = Text()
    inherit_cache = True


@compiles(looked_at, "sqlite")
def _looked_at_in_sqlite(element: FunctionElement[Any], compiler: SQLCompiler, **kw: Any) -> str:
    # A unary plus hides a column from the planner: https://sqlite.org/optoverview.html
    return f"+{compiler.process(next(iter(element.clauses)), **kw)}"


@compiles(looked_at, "postgresql")
def _looked_at_in_postgres(element: FunctionElement[Any], compiler: SQLCompiler, **kw: Any) -> str:
    return str(compiler.process(next(iter(element.clauses)), **kw))


@compiles(json_object_of, "sqlite")
def _object_in_sqlite(element: FunctionElement[str], compiler: SQLCompiler, **kw: Any) -> str:
    name, value = (compiler.process(clause, **kw) for clause in element.clauses)
    return f"json_group_object({name}, json({value}))"


@compiles(json_object_of, "postgresql")
def _object_in_postgres(element: FunctionElement[str], compiler: SQLCompiler, **kw: Any) -> str:
    name, value = (compiler.process(clause, **kw) for clause in element.clauses)
    return f"CAST(json_object_agg({name}, CAST({value} AS json)) AS TEXT)"


@compiles(json_array_of, "sqlite")
def _array_in_sqlite(element: FunctionElement[str], compiler: SQLCompiler, **kw: Any) -> str:
    return f"json_group_array(json({compiler.process(element.clauses, **kw)}))"


@compiles(json_array_of, "postgresql")
def _array_in_postgres(element: FunctionElement[str], compiler: SQLCompiler, **kw: Any) -> str:
    return f"CAST(json_agg(CAST({compiler.process(element.clauses, **kw)} AS json)) AS TEXT)"


@compiles(quantity_of, "sqlite")
def _quantity_in_sqlite(element: FunctionElement[str], compiler: SQLCompiler, **kw: Any) -> str:
    body, position = (compiler.process(clause, **kw) for clause in element.clauses)
    return f"coalesce(json_extract({body}, '$.quantities[' || {position} || '].of'), '')"


@compiles(quantity_of, "postgresql")
def _quantity_in_postgres(element: FunctionElement[str], compiler: SQLCompiler, **kw: Any) -> str:
    body, position = (compiler.process(clause, **kw) for clause in element.clauses)
    path = f"ARRAY['quantities', CAST({position} AS TEXT), 'of']"
    return f"coalesce(CAST({body} AS json) #>> {path}, '')"


@compiles(json_field, "sqlite")
def _field_in_sqlite(element: FunctionElement[str], compiler: SQLCompiler, **kw: Any) -> str:
    body, name = (compiler.process(clause, **kw) for clause in element.clauses)
    return f"json_extract({body}, '$.' || {name})"


@compiles(json_field, "postgresql")
def _field_in_postgres(element: FunctionElement[str], compiler: SQLCompiler, **kw: Any) -> str:
    body, name = (compiler.process(clause, **kw) for clause in element.clauses)
    return f"(CAST({body} AS json) ->> CAST({name} AS TEXT))"


@compiles(record_pair, "sqlite")
def _pair_in_sqlite(element: FunctionElement[str], compiler: SQLCompiler, **kw: Any) -> str:
    record_id, fixes = (compiler.process(clause, **kw) for clause in element.clauses)
    return f"json_object('id', {record_id}, 'fixes', json({fixes}))"


@compiles(record_pair, "postgresql")
def _pair_in_postgres(element: FunctionElement[str], compiler: SQLCompiler, **kw: Any) -> str:
    record_id, fixes = (compiler.process(clause, **kw) for clause in element.clauses)
    return f"CAST(json_build_object('id', {record_id}, 'fixes', CAST({fixes} AS json)) AS TEXT)"
