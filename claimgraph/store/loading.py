"""Records back from their rows."""

import json
from typing import Any

from sqlalchemy import Connection, Select, Table, select

from claimgraph.errors import UnknownRecordError
from claimgraph.model import Affiliation, Attribution, Claim, Document, Event, Reading, Source
from claimgraph.store import schema


def document_of(body: str, text: str) -> Document:
    """The document whose row has this body and this text."""
    return Document.model_validate(json.loads(body) | {"text": text})


def load_reading(connection: Connection, document_id: str) -> Reading:
    """The reading of a document, equal to the one that was added.

    Raises:
        UnknownRecordError: No such document is in the store.
    """
    table = schema.document
    row = connection.execute(select(table).where(table.c.id == document_id)).first()
    if row is None:
        raise UnknownRecordError(f"no document {document_id!r} in the store")
    shared = _shared(connection, document_id)
    return Reading(
        id=row.reading_id,
        document=document_of(row.body, row.text),
        sources=tuple(map(Source.model_validate_json, shared["source"])),
        affiliations=tuple(map(Affiliation.model_validate_json, shared["affiliation"])),
        events=tuple(map(Event.model_validate_json, shared["event"])),
        attributions=tuple(
            Attribution.model_validate_json(each.body)
            for each in connection.execute(_of_document(schema.attribution, document_id))
        ),
        claims=tuple(
            Claim.model_validate_json(each.body)
            for each in connection.execute(_of_document(schema.claim, document_id))
        ),
        reader=row.reader,
        version=row.version,
    )


def _shared(connection: Connection, document_id: str) -> dict[str, list[str]]:
    bodies: dict[str, list[str]] = {"source": [], "affiliation": [], "event": []}
    for row in connection.execute(_of_document(schema.shared_version, document_id)):
        bodies[row.kind].append(row.body)
    return bodies


def _of_document(table: Table, document_id: str) -> Select[Any]:
    """The rows of a document's records, in the order in which the reading gave them."""
    return select(table).where(table.c.document_id == document_id).order_by(table.c.position)
