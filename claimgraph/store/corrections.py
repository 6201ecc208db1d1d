"""Whether a record still keeps its own rules when people's corrections are put into it."""

import json
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, select

from claimgraph.errors import RecordError
from claimgraph.model import (
    Affiliation,
    Attribution,
    Claim,
    Event,
    Lineage,
    Question,
    Reading,
    Record,
    Relation,
    Source,
)
from claimgraph.store import schema
from claimgraph.store.loading import document_of, load_reading
from claimgraph.store.rulings import Ruling

_CLASSES: dict[str, type[Record]] = {
    kind.__name__.lower(): kind
    for kind in (
        Attribution,
        Claim,
        Source,
        Event,
        Affiliation,
        Relation,
        Question,
        Lineage,
    )
}

#: What makes a record the one it is, or what others hang on; no correction may change it.
_FIXED: dict[str, frozenset[str]] = {
    "document": frozenset({"id", "text", "sha256"}),
    "attribution": frozenset({"id", "document_id"}),
    "claim": frozenset({"id", "attribution_id"}),
    "source": frozenset({"id", "document_id"}),
    "relation": frozenset({"id", "record", "a", "b"}),
    "question": frozenset({"id", "record", "claims"}),
    "lineage": frozenset({"id", "record", "from_id", "to_id"}),
}


def refuse_broken_records(connection: Connection, rulings: Iterable[Ruling]) -> None:
    """Look at every corrected record as it is at each time.

    Raises:
        RecordError: One breaks its own rules, or those of its reading.
    """
    corrections: dict[str, list[Ruling]] = defaultdict(list)
    for ruling in rulings:
        if ruling.field != "status":
            corrections[ruling.subject].append(ruling)
    for subject, given in corrections.items():
        kind, record = _load(connection, subject)
        for ruling in given:
            if (
                ruling.field in _FIXED.get(kind, {"id"})
                or ruling.field not in type(record).model_fields
            ):
                raise RecordError(
                    f"correct: the field {ruling.field!r} of the {kind} {subject} cannot be "
                    "corrected; reject the record, and add another one"
                )
        for moment in sorted({ruling.since for ruling in given}):
            _refuse_broken(connection, kind, record, _fields_at(moment, given))


def _fields_at(moment: int, rulings: Iterable[Ruling]) -> dict[str, Any]:
    return {
        ruling.field: json.loads(ruling.value)
        for ruling in rulings
        if ruling.since <= moment < ruling.until
    }


def _load(connection: Connection, subject: str) -> tuple[str, Record]:
    """The record as it was added, or as its documents have it together, and its kind."""
    table = schema.document
    row = connection.execute(select(table).where(table.c.id == subject)).first()
    if row is not None:
        return "document", document_of(row.body, row.text)
    for kind, record in _CLASSES.items():
        table = schema.metadata.tables[kind]
        body = connection.execute(select(table.c.body).where(table.c.id == subject)).scalar()
        if body is not None:
            return kind, record.model_validate_json(body)
    raise RecordError(f"correct: {subject} is no record that can be corrected")


def _refuse_broken(
    connection: Connection, kind: str, record: Record, fields: dict[str, Any]
) -> None:
    try:
        corrected = type(record).model_validate(record.model_dump(mode="json") | fields)
        if isinstance(corrected, Attribution | Claim):
            _refuse_unreadable(connection, corrected)
    except RecordError as error:
        names = ", ".join(sorted(fields))
        raise RecordError(f"correct: {kind} with another {names}: {error}") from error


def _refuse_unreadable(connection: Connection, corrected: Attribution | Claim) -> None:
    """The spans of an attribution or a claim, and whom it refers to, are checked by its reading."""
    part = "claims" if isinstance(corrected, Claim) else "attributions"
    table = schema.claim if isinstance(corrected, Claim) else schema.attribution
    document_id = connection.execute(
        select(table.c.document_id).where(table.c.id == corrected.id)
    ).scalar_one()
    reading: Reading = load_reading(connection, document_id)
    others = (each if each.id != corrected.id else corrected for each in getattr(reading, part))
    reading.replace(id=reading.id, **{part: tuple(others)})
