"""Writing what readings hold, into a store that has none of it."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from itertools import chain

from sqlalchemy import Column, Connection

from claimgraph.errors import ConflictError
from claimgraph.model import Reading
from claimgraph.store import rows, schema
from claimgraph.store.forms import Key
from claimgraph.store.rows import Rows
from claimgraph.store.sharing import add_versions
from claimgraph.store.writing import insert, insert_all, present

#: Where the family digits stand in an id that was made from content: "clm_36f6837401…".
_FAMILY = slice(4, 14)


def insert_readings(connection: Connection, readings: Sequence[Reading], recorded: int) -> None:
    """Write readings of new documents.

    Raises:
        ConflictError: An attribution or a claim has an id that is taken.
    """
    found = rows.merged(rows.of_reading(reading, recorded) for reading in readings)
    insert(connection, schema.document, found.pop(schema.document, []))
    insert_found(connection, readings, found)


def insert_found(
    connection: Connection,
    readings: Sequence[Reading],
    found: Rows,
    leaving: Collection[Key] = (),
) -> None:
    """Write what was found in documents that are there.

    Args:
        connection: To a store that has the documents.
        readings: What was found.
        found: The same as rows.
        leaving: Shared records of which older versions are still to be removed; see
            ``add_versions``.

    Raises:
        ConflictError: An attribution or a claim has an id that is taken.
    """
    _refuse_taken(connection, schema.attribution.c.id, _given(readings, "attributions"))
    _refuse_taken(connection, schema.claim.c.id, _given(readings, "claims"))
    records = chain.from_iterable(map(rows.shared_records, readings))
    bodies = (row[-1] for row in found[schema.shared_version])
    add_versions(connection, zip(records, bodies, strict=True), leaving)
    insert_all(connection, found)


def _given(readings: Iterable[Reading], part: str) -> list[str]:
    """The ids that were not made from the content of their document: they may be in use."""
    return [
        record.id
        for reading in readings
        for record in getattr(reading, part)
        if record.id[_FAMILY] != reading.document.id[_FAMILY]
    ]


def _refuse_taken(connection: Connection, column: Column[str], ids: Sequence[str]) -> None:
    taken = present(connection, column, ids)
    taken |= {each for each, count in Counter(ids).items() if count > 1}
    if taken:
        raise ConflictError(
            f"the id {min(taken)} is taken by the {column.table.name} of another document; leave "
            "ids out to have them made from the content"
        )
