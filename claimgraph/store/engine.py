"""Connections to a database: SQLite in memory or in a file, or PostgreSQL."""

import os
import sqlite3
from importlib.util import find_spec
from pathlib import Path
from time import monotonic
from typing import Any, Literal

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import StaticPool

from claimgraph.errors import MissingExtraError, NotAStoreError, StoreReadOnlyError

Synchronous = Literal["NORMAL", "FULL"]

#: Marks an SQLite file as ours, in its header: "CGph".
APPLICATION_ID = 0x43477068

_MAGIC = b"SQLite format 3\0"

#: The execution option of a connection that is about to write.
WRITES = "claimgraph_writes"

#: Milliseconds in which SQLite looks for its turn four times.
_PATIENCE = 20

#: A full batch touches thousands of pages, many of which the next ones touch again: they are moved
#: from SQLite's log to their places after some batches, not after each. That costs more than to
#: write them to the log, and the larger the file, the more batches it takes until pages come again.
#: So the log grows to so many pages, or to one page for so many of a large file.
_LOG_PAGES = 48_000
_FOR_EACH_IN_LOG = 5

_PRAGMAS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA temp_store = MEMORY",
    # Some builds of SQLite write zeros over all that is deleted: the index of words is merged again
    # and again, and each page that is free then would be written once more.
    "PRAGMA secure_delete = OFF",
    "PRAGMA cache_size = -65536",
    # As much of a file as SQLite may map: a page that is mapped is read without asking the system,
    # which takes half as long, and takes no memory that others could not have.
    "PRAGMA mmap_size = 2147418112",
    f"PRAGMA wal_autocheckpoint = {_LOG_PAGES}",
    # What stays of a log that has grown beyond it, for the next pages.
    "PRAGMA journal_size_limit = 201326592",
)


def memory_engine() -> Engine:
    """A database of its own in memory: one connection, which all threads share."""
    engine = create_engine(
        "sqlite+pysqlite://",
        poolclass=StaticPool,
        connect_args={"check_same_thread": False, "isolation_level": None},
    )
    return _prepared(engine, _PRAGMAS[:3], timeout=0.0)


def file_engine(path: Path, timeout: float, synchronous: Synchronous) -> Engine:
    """An SQLite file, which many processes may have open.

    Args:
        path: Where it is; it is made when it is first written.
        timeout: Seconds to wait for other processes.
        synchronous: With "NORMAL", a commit survives the end of the process; with "FULL" also that
            of the machine, at the cost of a wait for the disk.

    Raises:
        NotAStoreError: The path holds something that is no SQLite database.
    """
    _refuse_other_files(path)
    engine = create_engine(
        URL.create("sqlite+pysqlite", database=str(path)),
        connect_args={"check_same_thread": False, "isolation_level": None, "timeout": timeout},
        pool_timeout=timeout,
        max_overflow=-1,
    )
    _prepared(engine, (*_PRAGMAS, f"PRAGMA synchronous = {synchronous}"), timeout)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        if connection.get_execution_options().get(WRITES, False):
            raw: Any = connection.connection.driver_connection
            let_log_grow(raw)

    return engine


_SERVER_OPTIONS = "-c jit=off -c cursor_tuple_fraction=1"


def let_log_grow(connection: sqlite3.Connection) -> None:
    """For the open transaction: the larger the file, the later are pages moved to their places."""
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    most = max(_LOG_PAGES, pages // _FOR_EACH_IN_LOG)
    connection.execute(f"PRAGMA wal_autocheckpoint = {most}")


def server_engine(location: str, timeout: float) -> Engine:
    """A PostgreSQL database, with REPEATABLE READ: each transaction sees one snapshot.

    Raises:
        NotAStoreError: The address is none of PostgreSQL.
        MissingExtraError: The driver is not installed.
    """
    try:
        url = make_url(location)
    # A port that is no number is a ValueError.
    except (ArgumentError, ValueError):
        raise NotAStoreError(
            f"{location.partition('@')[2] or location}: no address of a store; write "
            "postgresql://user@host/database, or the path of a file"
        ) from None
    if url.drivername not in {"postgresql", "postgresql+psycopg"}:
        raise NotAStoreError(
            f"{url.drivername}: this kind of database is not supported; write "
            "postgresql+psycopg://…, or the path of a file"
        )
    if find_spec("psycopg") is None:
        raise MissingExtraError("a store in PostgreSQL", extra="postgres")
    return create_engine(
        url.set(drivername="postgresql+psycopg"),
        isolation_level="REPEATABLE READ",
        pool_pre_ping=True,
        pool_timeout=timeout,
        max_overflow=-1,
        # Questions touch few rows, and all of them are fetched: compiling a question would take
        # far longer than asking it, and a plan for the first tenth of its rows is the wrong one.
        connect_args={
            "connect_timeout": max(2, int(timeout)),
            "options": f"{url.query.get('options', '')} {_SERVER_OPTIONS}".strip(),
        },
    )


def _prepared(engine: Engine, pragmas: tuple[str, ...], timeout: float) -> Engine:
    """SQLite with our settings, and with transactions that begin where we say so."""

    @event.listens_for(engine, "connect")
    def _set_up(connection: sqlite3.Connection, _record: Any) -> None:
        for pragma in pragmas:
            connection.execute(pragma)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        if connection.get_execution_options().get(WRITES, False):
            _begin_writing(connection, timeout)
        else:
            # Not through SQLAlchemy, which takes longer to say it than SQLite to do it.
            raw: Any = connection.connection.driver_connection
            raw.execute("BEGIN")

    return engine


def _begin_writing(connection: Connection, timeout: float) -> None:
    """Wait for the turn to write.

    SQLite looks for it more and more seldom, down to ten times a second; a process that writes
    without a pause would leave nearly no moment to the others. So it is told to begin looking anew.
    """
    raw: Any = connection.connection.driver_connection
    deadline = monotonic() + timeout
    raw.execute(f"PRAGMA busy_timeout = {_PATIENCE}")
    try:
        while monotonic() < deadline:
            try:
                raw.execute("BEGIN IMMEDIATE")
            except sqlite3.OperationalError as error:
                if not error.sqlite_errorname.startswith("SQLITE_BUSY"):
                    break
            else:
                return
        # The last time, for the error that SQLAlchemy makes of it.
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    finally:
        raw.execute(f"PRAGMA busy_timeout = {int(timeout * 1000)}")


def _refuse_other_files(path: Path) -> None:
    """SQLite itself would notice late, and would have touched the file."""
    if "\0" in str(path):
        raise NotAStoreError(f"{str(path)!r}: no path of a store; name another file")
    try:
        os.fsencode(path)
        if path.is_dir():
            raise NotAStoreError(f"{path}: a folder; name a file in it")
        if not path.exists():
            return
        # Reading from a pipe would wait for whoever writes into it.
        if not path.is_file():
            raise NotAStoreError(f"{path}: a device or a pipe; name a file")
        with path.open("rb") as file:
            head = file.read(len(_MAGIC))
    except PermissionError:
        raise StoreReadOnlyError(
            f"{path}: may not be read; change the permissions, or name another file"
        ) from None
    except (OSError, UnicodeEncodeError) as error:
        raise NotAStoreError(
            f"{str(path)!r}: no path of a store ({error}); name another file"
        ) from None
    if head and head != _MAGIC:
        raise NotAStoreError(f"{path}: no SQLite database; name another file, or a new one")
