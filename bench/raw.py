"""The other side of the comparison: rows that are ready, put into the same tables by ``sqlite3``.

The tables, their indexes, the full-text index, the settings and the size of transactions are those
of a store. What is left out is what a store does besides inserting: it checks the JSON, makes
rows of it, folds what documents say of one source, finds out which sources are the same, and
looks whether anything was there before.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from time import process_time
from typing import Any

from sqlalchemy import Table

from claimgraph.model import Lineage, Reading, Relation
from claimgraph.store import rows, schema
from claimgraph.store.engine import file_engine, let_log_grow
from claimgraph.store.store import Store

#: The tables of shared records, those first that others refer to, with the column of their id.
_SHARED = {
    schema.source: "id",
    schema.event: "id",
    schema.affiliation: "id",
    schema.membership: "affiliation_id",
    schema.source_name: "source_id",
    schema.identity: "source_id",
    schema.event_identity: "event_id",
    schema.shared_form: "shared_id",
}


class Raw:
    """A file with the tables of a store, filled without it.

    Args:
        path: Where it is made.
        model: The store with the same records; shared records are copied from it as they are.

    Attributes:
        seconds: Processor time of inserting and committing alone.
    """

    def __init__(self, path: Path, model: Path) -> None:
        Store.open(path).close()
        self._engine = file_engine(path, 30, "NORMAL")
        pooled = self._engine.raw_connection()
        assert isinstance(pooled.driver_connection, sqlite3.Connection)
        self._pooled, self._connection = pooled, pooled.driver_connection
        self._model = sqlite3.connect(f"file:{model}?mode=ro", uri=True)
        self._seen: set[str] = set()
        self.seconds = 0.0

    def add(self, readings: Iterable[Reading]) -> None:
        """Insert the rows of readings that the model has, in one transaction."""
        given = list(readings)
        made = rows.merged(rows.of_reading(reading, 0) for reading in given)
        ids = {shared.id for reading in given for shared in rows.shared_records(reading)}
        new = sorted(ids - self._seen)
        self._seen |= ids
        self._insert({**self._copied(new), **made})

    def join(self, records: Iterable[Relation | Lineage]) -> None:
        """Insert the rows of relations and lineages, in one transaction."""
        made = rows.merged(
            rows.of_relation(each, 0) if isinstance(each, Relation) else rows.of_lineage(each)
            for each in records
        )
        self._insert(made)

    def close(self) -> None:
        """Give back both files."""
        self._model.close()
        self._pooled.close()
        self._engine.dispose()

    def _insert(self, made: dict[Table, list[tuple[Any, ...]]]) -> None:
        ordered = [
            (_insertion(table), made[table])
            for table in schema.metadata.sorted_tables
            if made.get(table)
        ]
        begin = process_time()
        self._connection.execute("BEGIN IMMEDIATE")
        let_log_grow(self._connection)
        for statement, tuples in ordered:
            self._connection.executemany(statement, tuples)
        self._connection.execute("COMMIT")
        self.seconds += process_time() - begin

    def _copied(self, ids: Iterable[str]) -> dict[Table, list[tuple[Any, ...]]]:
        copied: dict[Table, list[tuple[Any, ...]]] = defaultdict(list)
        for some in _chunks(ids, 500):
            signs = ", ".join("?" * len(some))
            for table, key in _SHARED.items():
                columns = ", ".join(f'"{column.name}"' for column in table.columns)
                query = f"SELECT {columns} FROM {table.name} WHERE {key} IN ({signs})"
                copied[table] += self._model.execute(query, some).fetchall()
        return copied


def _chunks(ids: Iterable[str], size: int) -> Iterator[list[str]]:
    remaining = iter(ids)
    while some := list(islice(remaining, size)):
        yield some


def _insertion(table: Table) -> str:
    columns = [column.name for column in table.columns if column is not schema.claim.c.row]
    names = ", ".join(f'"{name}"' for name in columns)
    return f"INSERT INTO {table.name} ({names}) VALUES ({', '.join('?' * len(columns))})"
