"""Which schema a store has, and bringing an older one up to ours."""

import sqlite3
import time
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, inspect, text

from claimgraph.errors import NotAStoreError, SchemaVersionError, StoreError
from claimgraph.store.engine import APPLICATION_ID, WRITES

if TYPE_CHECKING:
    from alembic.config import Config

#: The revision that this release writes; a test holds it to the newest one in ``migrations/``.
HEAD = "0006"

#: Where a store's revision stands. Its lock is the turn that PostgreSQL's writers take.
VERSION_TABLE = "claimgraph_version"

#: Folders with revisions.
REVISIONS = [Path(__file__).parent / "migrations" / "versions"]

#: Alembic keeps what it works on in its module: one thread at a time.
_ALEMBIC = Lock()


def open_store(engine: Engine, location: str, timeout: float) -> None:
    """Make the tables in an empty database; bring those of an older release up to ours.

    Either happens in one transaction.

    Raises:
        NotAStoreError: The tables are those of another program.
        SchemaVersionError: A newer release made them.
        StoreError: Nothing says which release made them.
    """
    with engine.connect() as connection, connection.begin():
        revision = _revision(connection, location)
    if engine.dialect.name == "sqlite":
        _write_ahead(engine, timeout)
    if revision == HEAD:
        return
    with engine.connect() as connection, connection.execution_options(**{WRITES: True}).begin():
        if revision is not None and connection.dialect.name == "postgresql":
            take_turn(connection, timeout)
        # Another process may have been faster.
        if _revision(connection, location) != HEAD:
            migrate(connection, location)


def take_turn(connection: Connection, timeout: float) -> None:
    """Wait until no other service writes to this PostgreSQL database.

    A lock comes before the transaction's snapshot where it is taken before the first query: what
    the one before has committed is seen.
    """
    connection.exec_driver_sql(f"SET LOCAL lock_timeout = {max(1, int(timeout * 1000))}")
    connection.exec_driver_sql(f"LOCK TABLE {VERSION_TABLE} IN EXCLUSIVE MODE")


def migrate(connection: Connection, location: str, revision: str = "head") -> None:
    """Bring the tables to a revision, inside the transaction that is open.

    Raises:
        SchemaVersionError: The store has a revision that this release does not know.
    """
    from alembic import command
    from alembic.util import CommandError

    config = configuration(connection)
    try:
        with _ALEMBIC:
            command.upgrade(config, revision)
    except CommandError as error:
        raise SchemaVersionError(
            f"{location}: made by a newer claimgraph ({error}); install that one, or name another "
            "store"
        ) from error
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")


def configuration(connection: Connection) -> "Config":
    """How Alembic finds our revisions, and the connection that it works on."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.set_main_option("path_separator", "newline")
    config.set_main_option("version_locations", "\n".join(map(str, REVISIONS)))
    config.attributes["connection"] = connection
    return config


def _revision(connection: Connection, location: str) -> str | None:
    """The revision of the store; ``None`` for an empty database."""
    inspected = inspect(connection)
    tables = {*inspected.get_table_names(), *inspected.get_view_names()}
    ours = VERSION_TABLE in tables
    mark = APPLICATION_ID
    if connection.dialect.name == "sqlite":
        mark = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
        ours = ours and mark == APPLICATION_ID
    if not ours and (tables or mark not in {0, APPLICATION_ID}):
        some = ", ".join(sorted(tables)[:3]) or f"nothing, but is marked {mark:#x}"
        raise NotAStoreError(
            f"{location}: a database of another program (it holds {some}); name another one, or an "
            "empty one"
        )
    if not ours:
        return None
    found = connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).scalars().all()  # noqa: S608
    if len(found) != 1 or not found[0]:
        raise StoreError(
            f"{location}: damaged: it does not say which release made it ({VERSION_TABLE} holds "
            f"{found}); restore it from a copy, or add the readings again to a new store"
        )
    return str(found[0])


def _write_ahead(engine: Engine, timeout: float) -> None:
    """Write-ahead logging, which the file remembers: readers and a writer do not block each other.

    SQLite does not wait for other processes at this change, so we do.
    """
    deadline = time.monotonic() + timeout
    while True:
        connection = engine.raw_connection()
        try:
            connection.cursor().execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            busy = error.sqlite_errorname.startswith("SQLITE_BUSY")
            if not busy or time.monotonic() > deadline:
                raise
            time.sleep(0.01)
        else:
            return
        finally:
            connection.close()
