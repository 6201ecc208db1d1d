"""Inserting rows and asking for many ids, in the same words on both databases."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Row, Select, Table, delete, select

from claimgraph.store import schema
from claimgraph.store.rows import Rows, Tuple

#: Ids in one question to the database.
_IDS = 500


@cache
def _insertion(table: Table, sign: str, *, update: bool) -> str:
    columns = [f'"{each.name}"' for each in table.columns if each is not schema.claim.c.row]
    statement = (
        f"INSERT INTO {table.name} ({', '.join(columns)}) "  # noqa: S608
        f"VALUES ({', '.join([sign] * len(columns))})"
    )
    if not update:
        return statement
    keys = ", ".join(f'"{each.name}"' for each in table.primary_key)
    changes = ", ".join(f"{name} = excluded.{name}" for name in columns)
    return f"{statement} ON CONFLICT ({keys}) DO UPDATE SET {changes}"


def placeholder(connection: Connection) -> str:
    """How the driver writes a value's place in a statement."""
    return "?" if connection.dialect.name == "sqlite" else "%s"


def insert(connection: Connection, table: Table, tuples: Sequence[Tuple]) -> None:
    """Insert rows, given as tuples in the order of the table's columns."""
    if tuples:
        statement = _insertion(table, placeholder(connection), update=False)
        connection.exec_driver_sql(statement, list(tuples))


def upsert(connection: Connection, table: Table, tuples: Sequence[Tuple]) -> None:
    """Insert rows, or overwrite those that have the same primary key."""
    if tuples:
        statement = _insertion(table, placeholder(connection), update=True)
        connection.exec_driver_sql(statement, list(tuples))


def insert_all(connection: Connection, rows: Rows) -> None:
    """Insert the rows of several tables, those first that others refer to."""
    for table in schema.metadata.sorted_tables:
        if table in rows:
            insert(connection, table, rows[table])


def select_in(
    connection: Connection, statement: Select[Any], column: Column[str], ids: Iterable[str]
) -> Iterator[Row[Any]]:
    """The rows of a statement where a column holds one of the ids, however many they are."""
    remaining = iter(ids)
    while some := list(islice(remaining, _IDS)):
        yield from connection.execute(statement.where(column.in_(some)))


def present(connection: Connection, column: Column[str], ids: Iterable[str]) -> set[str]:
    """Those of the ids that the column holds."""
    return {row[0] for row in select_in(connection, select(column), column, ids)}


def delete_in(
    connection: Connection, column: Column[str], ids: Iterable[str], *also: ColumnElement[bool]
) -> None:
    """Delete the rows of the column's table where it holds one of the ids, and ``also`` is so."""
    remaining = iter(ids)
    while some := list(islice(remaining, _IDS)):
        connection.execute(delete(column.table).where(column.in_(some), *also))
