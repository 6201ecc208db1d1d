"""Transactions on one store: writers take turns, readers see one snapshot, errors are ours."""

import random
import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from pathlib import Path
from threading import RLock
from typing import Any, Literal, TypeVar

from sqlalchemy import Connection, Executable, Row
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from claimgraph.errors import StoreError
from claimgraph.store import failures, migration
from claimgraph.store.engine import WRITES, Synchronous, file_engine, memory_engine, server_engine

Parameters = Mapping[str, Any]
T = TypeVar("T")

#: How often a transaction is tried that lost a race, or its server.
_TRIES = 9

#: SQLite keeps no queue. Who has just written leaves the file alone for this share of the time that
#: it took, though no longer than so many seconds: a process that waits finds its moment then.
_REST = 0.1
_LONGEST_REST = 0.05

#: Rows that are fetched from the database at a time.
_CHUNK = 1000


class Database:
    """The connections to one store.

    Writers take turns, on SQLite through ``BEGIN IMMEDIATE``, on PostgreSQL through a lock on one
    small table: nearly all documents speak of the same few sources, so that transactions side by
    side would mostly fail and begin anew. Readers never wait and never block: each sees one
    consistent snapshot.

    Args:
        location: ``None`` for memory, the path of a file, or the address of a PostgreSQL database.
        timeout: Seconds to wait for others.
        synchronous: See ``file_engine``.

    Raises:
        StoreError: It cannot be opened; the kind of error says why.
    """

    def __init__(
        self, location: str | Path | None, *, timeout: float, synchronous: Synchronous
    ) -> None:
        self._timeout = timeout
        self._rests_until = 0.0
        self._shares_a_file = False
        self._is_gone = False
        self._in_memory = location is None or str(location) == ":memory:"
        # In memory there is one connection; threads take turns on it.
        self._turn = RLock() if self._in_memory else nullcontext()
        if self._in_memory:
            self._engine, self.location = memory_engine(), ":memory:"
        elif isinstance(location, str) and "://" in location:
            self._engine = server_engine(location, timeout)
            self.location = self._engine.url.render_as_string(hide_password=True)
        else:
            self._shares_a_file = True
            path = Path(str(location)).expanduser().absolute()
            self._engine, self.location = file_engine(path, timeout, synchronous), str(path)
        self.dialect: Literal["sqlite", "postgresql"] = (
            "sqlite" if self._engine.dialect.name == "sqlite" else "postgresql"
        )
        try:
            # A server that cannot be reached is told at once: the address may be wrong.
            self._tried(self._open, failures.is_race_of_makers)
        except BaseException:
            self.close()
            raise

    def write(self, work: Callable[[Connection], T]) -> T:
        """Do ``work`` in one transaction, all or nothing; returns after the commit.

        ``work`` may be done several times, each time from the beginning: after another service
        was in the way, or after the server came back from a crash. So it must be safe to repeat.

        Raises:
            StoreError: In one of its kinds; nothing was changed.
        """
        return self._tried(lambda: self._write_once(work))

    def read(self, work: Callable[[Connection], T]) -> T:
        """Do ``work`` on one consistent snapshot of the store.

        Raises:
            StoreError: In one of its kinds.
        """
        return self._tried(lambda: self._read_once(work))

    def rows(
        self, statement: Executable, parameters: Parameters | None = None
    ) -> Iterator[Row[Any]]:
        """The rows of a statement, from one consistent snapshot.

        They are fetched in chunks, and the connection is given back after the last one, or when
        the iterator is closed. In memory they are fetched at once.

        Raises:
            StoreError: In one of its kinds.
        """
        if self._in_memory:
            yield from self.read(lambda connection: connection.execute(statement, parameters).all())
            return
        connection = self._tried(self._engine.connect)
        with self._in_our_words(), connection, connection.begin():
            streamed = connection.execution_options(yield_per=_CHUNK)
            with streamed.execute(statement, parameters) as result:
                yield from result

    def close(self) -> None:
        """Give back all connections. What was in memory is gone with them."""
        self._is_gone = self._in_memory
        self._engine.dispose()

    def _open(self) -> None:
        migration.open_store(self._engine, self.location, self._timeout)

    def _write_once(self, work: Callable[[Connection], T]) -> T:
        time.sleep(max(0.0, self._rests_until - time.monotonic()))
        with self._turn, self._engine.connect() as connection:
            connection.execution_options(**{WRITES: True})
            with connection.begin():
                begin = time.monotonic()
                if self.dialect == "postgresql":
                    migration.take_turn(connection, self._timeout)
                done = work(connection)
        if self._shares_a_file:
            now = time.monotonic()
            self._rests_until = now + min(_LONGEST_REST, _REST * (now - begin))
        return done

    def _read_once(self, work: Callable[[Connection], T]) -> T:
        with self._turn, self._engine.connect() as connection, connection.begin():
            return work(connection)

    def _tried(
        self, step: Callable[[], T], passing: Callable[[DBAPIError], bool] = failures.is_passing
    ) -> T:
        """What ``step`` returns, tried again after an error that is ``passing``."""
        if self._is_gone:
            raise StoreError(f"{self.location} was closed, and what it held is gone; open another")
        with self._in_our_words():
            for attempt in range(1, _TRIES):
                try:
                    return step()
                except DBAPIError as error:
                    if not passing(error):
                        raise
                    time.sleep(random.uniform(0.5, 1.0) * 0.01 * 2**attempt)  # noqa: S311
            return step()

    @contextmanager
    def _in_our_words(self) -> Iterator[None]:
        try:
            yield
        except SQLAlchemyError as error:
            raise failures.in_our_words(error, self.location) from error
        except sqlite3.Error as error:
            raise failures.of_sqlite(error, self.location) from error


def analyze(connection: Connection) -> None:
    """Make the figures that a database plans its queries by."""
    if connection.dialect.name == "sqlite":
        # Some rows of each index are enough; all of them would take minutes.
        connection.exec_driver_sql("PRAGMA analysis_limit = 1000")
    connection.exec_driver_sql("ANALYZE")
