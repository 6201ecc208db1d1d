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
    Judgement,
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
from claimgraph.store.schema import microseconds
from claimgraph.vocabulary import Decision

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


def refuse_broken_records(
    connection: Connection,
    before: Iterable[Ruling],
    after: Iterable[Ruling],
    new: Iterable[Judgement],
) -> None:
    """Look at every corrected record as it is at each time at which it changes now.

    Args:
        connection: To the store with the records.
        before: The rulings that were held until now.
        after: Those that take their place.
        new: The judgements that came. A correction is looked at even if another one of the same
            moment hides it: that one may be withdrawn.

    Raises:
        RecordError: A record breaks its own rules, or those of its reading.
    """
    earlier, later = _corrections(before), _corrections(after)
    proposed: defaultdict[str, list[Judgement]] = defaultdict(list)
    for judgement in new:
        if judgement.decision is Decision.CORRECT:
            proposed[judgement.subjects[0]].append(judgement)
    for subject, given in later.items():
        moments = sorted({ruling.since for ruling in (*given, *earlier[subject])})
        versions = [
            fields
            for moment in moments
            if (fields := _fields_at(moment, given)) != _fields_at(moment, earlier[subject])
        ]
        versions += [
            _fields_at(microseconds(each.made), given) | {each.field: each.value}
            for each in proposed[subject]
        ]
        if not any(versions):
            continue
        kind, record = _load(connection, subject)
        if record is None:  # A later reading does not find it; it may come back.
            continue
        for fields in filter(None, versions):
            _refuse_fixed(kind, record, fields)
            _refuse_broken(connection, kind, record, fields)


def _corrections(rulings: Iterable[Ruling]) -> defaultdict[str, list[Ruling]]:
    found: defaultdict[str, list[Ruling]] = defaultdict(list)
    for ruling in rulings:
        if ruling.field != "status":
            found[ruling.subject].append(ruling)
    return found


def _refuse_fixed(kind: str, record: Record, fields: Iterable[str]) -> None:
    for field in fields:
        if field in _FIXED.get(kind, {"id"}) or field not in type(record).model_fields:
            raise RecordError(
                f"correct: {field!r} of a {kind} cannot be corrected; reject the record, and add "
                "another one"
            )


def _fields_at(moment: int, rulings: Iterable[Ruling]) -> dict[str, Any]:
    return {
        ruling.field: json.loads(ruling.value)
        for ruling in rulings
        if ruling.since <= moment < ruling.until
    }


def _load(connection: Connection, subject: str) -> tuple[str, Record | None]:
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
    return "", None


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
