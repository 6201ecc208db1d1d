"""Adding readings: those of new documents at once, those of known documents one by one."""

import json
from collections.abc import Sequence

from sqlalchemy import Connection, select

from claimgraph.errors import ConflictError
from claimgraph.model import Document, Reading
from claimgraph.store import rows, schema
from claimgraph.store.added import Added
from claimgraph.store.clock import now
from claimgraph.store.compared import note, outdate
from claimgraph.store.inserting import insert_readings
from claimgraph.store.replacing import replace_reading
from claimgraph.store.writing import present


def add_readings(
    connection: Connection, readings: Sequence[Reading], *, to_compare: bool = False
) -> Added:
    """Add readings, and note those that are to be compared.

    Raises:
        ConflictError: An id is taken by other content.
    """
    known = present(connection, schema.document.c.id, {reading.document.id for reading in readings})
    fresh: dict[str, Reading] = {}
    again: list[Reading] = []
    for reading in readings:
        if reading.document.id in known or reading.document.id in fresh:
            again.append(reading)
        else:
            fresh[reading.document.id] = reading
    insert_readings(connection, list(fresh.values()), now())
    added = Added(
        documents=len(fresh),
        attributions=sum(len(reading.attributions) for reading in fresh.values()),
        claims=sum(len(reading.claims) for reading in fresh.values()),
    )
    superseded = []
    for reading in again:
        outcome = _add_again(connection, reading)
        if outcome.superseded:
            superseded.append(reading.document.id)
        added += outcome
    if to_compare:
        outdate(connection, superseded)
        note(connection, {reading.document.id for reading in readings})
    return added


def _add_again(connection: Connection, reading: Reading) -> Added:
    """Add a reading of a document that is in the store."""
    table = schema.document
    columns = (table.c.reading_id, table.c.body)
    stored = connection.execute(select(*columns).where(table.c.id == reading.document.id)).one()
    _refuse_another_document(reading.document, stored.body)
    if stored.reading_id == reading.id:
        return Added(unchanged=1)
    return replace_reading(connection, reading)


def _refuse_another_document(document: Document, stored: str) -> None:
    """When it was fetched may differ, for the same article is often fetched again.

    The text is compared through its digest, which is part of the body.
    """
    body = rows.document_body(document)
    if body == stored:
        return
    mine, theirs = json.loads(body), json.loads(stored)
    names = sorted((mine.keys() | theirs.keys()) - {"retrieved"})
    differing = [name for name in names if mine.get(name) != theirs.get(name)]
    if differing:
        raise ConflictError(
            f"{document.id} is in the store with another {', '.join(differing)}; leave the id out "
            "to add this as another document, or correct the stored one with a judgement"
        )
