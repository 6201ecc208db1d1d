"""Inserting rows and asking for many ids, in the same words on both databases."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from operator import itemgetter
from typing import Any

from sqlalchemy import (
    BindParameter,
    Column,
    Connection,
    Delete,
    Row,
    Select,
    Table,
    bindparam,
    delete,
    select,
)

from claimgraph.store import schema
from claimgraph.store.rows import Rows, Tuple

#: The place of some ids in a statement. Statements that are asked often are made once: making one
#: takes longer than asking it.
IDS: BindParameter[Any] = bindparam("ids", expanding=True)

#: Ids that one statement is given.
_CHUNK = 500

#: Tables, those first that others refer to.
_IN_ORDER = schema.metadata.sorted_tables


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


def rewrite(connection: Connection, table: Table, bodies: Sequence[tuple[str, str]]) -> None:
    """Give records other bodies, each with the id behind it."""
    if bodies:
        sign = placeholder(connection)
        connection.exec_driver_sql(
            f"UPDATE {table.name} SET body = {sign} WHERE id = {sign}",  # noqa: S608
            sorted(bodies, key=itemgetter(1)),
        )


def insert_all(connection: Connection, rows: Rows) -> None:
    """Insert the rows of several tables, those first that others refer to."""
    for table in _IN_ORDER:
        if table in rows:
            insert(connection, table, rows[table])


def select_in(
    connection: Connection, statement: Select[Any], ids: Iterable[str] | Iterable[int]
) -> Iterator[Row[Any]]:
    """The rows of a statement that asks for ``IDS``, however many they are."""
    remaining: Iterator[str | int] = iter(ids)
    while some := list(islice(remaining, _CHUNK)):
        # Fetched at once: one row after the other takes twice as long.
        yield from connection.execute(statement, {IDS.key: some}).all()


def delete_in(connection: Connection, statement: Delete, ids: Iterable[str]) -> None:
    """Delete what a statement that asks for ``IDS`` says, however many they are."""
    remaining = iter(ids)
    while some := list(islice(remaining, _CHUNK)):
        connection.execute(statement, {IDS.key: some})


@cache
def bodies(table: Table) -> Select[tuple[str, str]]:
    """Ids and bodies of the records with certain ids."""
    return select(table.c.id, table.c.body).where(table.c.id.in_(IDS))


@cache
def among(column: Column[str]) -> Select[str]:
    """Those of certain ids that a column holds."""
    return select(column).where(column.in_(IDS))


@cache
def deletion(column: Column[str]) -> Delete:
    """Deletes the rows whose column holds one of certain ids."""
    return delete(column.table).where(column.in_(IDS))


def present(connection: Connection, column: Column[str], ids: Iterable[str]) -> set[str]:
    """Those of the ids that the column holds."""
    return {row[0] for row in select_in(connection, among(column), ids)}
