"""What goes wrong in a database, in our words: the only place that knows the drivers' errors."""

import shutil
import sqlite3
from pathlib import Path

from sqlalchemy.exc import DBAPIError, IntegrityError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from claimgraph.errors import (
    ClaimGraphError,
    ConflictError,
    NotAStoreError,
    StoreBusyError,
    StoreError,
    StoreFullError,
    StoreReadOnlyError,
)

#: SQLSTATEs of PostgreSQL after which the same transaction may succeed: a serialisation failure, a
#: deadlock.
_RACES = frozenset({"40001", "40P01"})

#: A key, a table or a type that is there already: two services made the tables at once.
_MADE_AT_ONCE = frozenset({"23505", "42P07", "42710"})

#: SQLSTATEs of a server that is going down or coming up, or that has ended the connection.
_LOST = frozenset({"57P01", "57P02", "57P03", "08000", "08001", "08003", "08004", "08006", "08007"})

#: Other services hold a lock, a statement ran out of time, all connections are taken.
_BUSY = frozenset({"55P03", "57014", "53300"})

#: Below so many free bytes, SQLite's vaguer errors mean a full disk.
_TOO_SMALL = 1 << 20


def is_passing(error: DBAPIError) -> bool:
    """Whether trying again may help: another transaction, or the server, was in the way."""
    return _sqlstate(error) in _RACES or is_lost(error)


def is_race_of_makers(error: DBAPIError) -> bool:
    """Whether another process was making the tables of the store at the same time."""
    return _sqlstate(error) in _RACES | _MADE_AT_ONCE


def is_lost(error: DBAPIError) -> bool:
    """Whether the server, or the connection to it, is gone for the moment."""
    if isinstance(error.orig, sqlite3.Error):
        return False
    state = _sqlstate(error)
    silent = not state and type(error.orig).__name__ in {"OperationalError", "InterfaceError"}
    return error.connection_invalidated or state in _LOST or silent


def in_our_words(error: SQLAlchemyError, location: str) -> ClaimGraphError:
    """The error of our tree that fits a driver's error; its message says what to do next."""
    if isinstance(error, IntegrityError):
        return ConflictError(
            f"{location}: an id is taken by another record ({_detail(error)}); leave ids out to "
            "have them made from the content"
        )
    if isinstance(error, PoolTimeoutError):
        return StoreBusyError(f"{location}: no connection became free in time; raise timeout=")
    if not isinstance(error, DBAPIError):
        return StoreError(f"{location}: {error}")
    if isinstance(error.orig, sqlite3.Error):
        return of_sqlite(error.orig, location)
    return _of_postgresql(error, location)


def of_sqlite(error: sqlite3.Error, location: str) -> ClaimGraphError:
    """The error of our tree that fits an error of SQLite."""
    name = getattr(error, "sqlite_errorname", "")
    kind = "_".join(name.split("_")[:2])
    if kind in {"SQLITE_CANTOPEN", "SQLITE_IOERR"} and _is_full(location):
        kind = "SQLITE_FULL"
    match kind:
        case "SQLITE_BUSY" | "SQLITE_LOCKED":
            return StoreBusyError(
                f"{location}: another process held the store for too long; try again, or raise "
                "timeout="
            )
        case "SQLITE_FULL":
            return StoreFullError(
                f"{location}: no room left; free some space and try again: nothing of this was "
                "added, and what was there before is safe"
            )
        case "SQLITE_READONLY" | "SQLITE_PERM":
            return StoreReadOnlyError(
                f"{location}: the file or its folder may not be written, and a store needs both; "
                "change the permissions, or copy the store elsewhere"
            )
        case "SQLITE_CANTOPEN":
            return _cannot_open(location)
        case "SQLITE_NOTADB":
            return NotAStoreError(
                f"{location}: no SQLite database, or an encrypted one; name another file"
            )
        case "SQLITE_CORRUPT":
            return StoreError(
                f"{location}: the file is damaged ({error}); restore it from a copy, or add the "
                "readings again to a new store"
            )
    return StoreError(f"{location}: {error} ({name or type(error).__name__})")


def _cannot_open(location: str) -> StoreError:
    path = Path(location)
    if path.is_dir():
        return NotAStoreError(f"{location}: a folder; name a file in it")
    if not path.parent.is_dir():
        return NotAStoreError(f"{location}: the folder {path.parent} does not exist; make it first")
    return StoreReadOnlyError(
        f"{location}: may not be opened for writing; a store needs a file and a folder that may be "
        "written; change the permissions, or name another place"
    )


def _is_full(location: str) -> bool:
    try:
        return shutil.disk_usage(Path(location).parent).free < _TOO_SMALL
    except OSError:
        return False


def _of_postgresql(error: DBAPIError, location: str) -> ClaimGraphError:
    state, detail = _sqlstate(error), _detail(error)
    if is_lost(error):
        return StoreError(
            f"{location}: the server cannot be reached ({detail}); check that it runs and that the "
            "address is right"
        )
    if state in _RACES | _BUSY:
        return StoreBusyError(
            f"{location}: other services held the store for too long ({detail}); try again, or "
            "raise timeout="
        )
    if state == "53100":
        return StoreFullError(
            f"{location}: the server has no room left ({detail}); free some space and try again: "
            "nothing of this was added, and what was there before is safe"
        )
    if state in {"25006", "42501"}:
        return StoreReadOnlyError(
            f"{location}: this user may not write here ({detail}); grant it, or connect as another"
        )
    return StoreError(f"{location}: {detail} ({state or type(error.orig).__name__})")


def _sqlstate(error: DBAPIError) -> str:
    """The five characters by which PostgreSQL names an error; "" from elsewhere."""
    return getattr(error.orig, "sqlstate", None) or ""


def _detail(error: DBAPIError) -> str:
    return " ".join(str(error.orig).split())[:200]
