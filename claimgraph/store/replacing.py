"""Replacing the reading of a document by another one; the older one goes to the archive, whole."""

import json
from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import Connection, delete, or_, select, update

from claimgraph.model import Attribution, Claim, Lineage, Question, Reading, Relation
from claimgraph.store import rows, schema
from claimgraph.store.added import Added
from claimgraph.store.clock import now
from claimgraph.store.compared import forget
from claimgraph.store.forms import Key
from claimgraph.store.inserting import insert_found
from claimgraph.store.joining import TABLES, Joining, insert_joining
from claimgraph.store.loading import load_reading
from claimgraph.store.schema import microseconds, moment
from claimgraph.store.sharing import remove_versions
from claimgraph.store.writing import (
    IDS,
    bodies,
    delete_in,
    deletion,
    insert,
    present,
    select_in,
)

_RELATIONS = select(schema.edge.c.relation_id).where(schema.edge.c.claim_id.in_(IDS))
_QUESTIONS = select(schema.question_claim.c.question_id).where(
    schema.question_claim.c.claim_id.in_(IDS)
)
_LINEAGES = select(schema.lineage.c.id).where(
    or_(schema.lineage.c.from_id.in_(IDS), schema.lineage.c.to_id.in_(IDS))
)


def replace_reading(connection: Connection, reading: Reading) -> Added:
    """Put a reading in the place of the one that the store has of the same document.

    Relations, questions and lineages stay where their claims and attributions do. Those that a
    machine found go with their claims; what people made is archived with the old reading.

    Raises:
        ConflictError: An attribution or a claim has an id that is taken.
    """
    document, superseded = schema.document, now()
    old = load_reading(connection, reading.document.id)
    recorded = connection.execute(
        select(document.c.recorded).where(document.c.id == old.document.id)
    ).scalar_one()
    joining = _joining(connection, old)
    forget(connection, old.document.id)
    for table in (schema.attribution, schema.shared_version):
        connection.execute(delete(table).where(table.c.document_id == old.document.id))
    gone = rows.shared_records(old)
    _insert(connection, reading, superseded, {(rows.kind_of(each), each.id) for each in gone})
    remove_versions(connection, zip(gone, map(rows.body, gone), strict=True))
    kept, dropped = _sorted_out(connection, joining)
    _rejoin(connection, joining, kept)
    archived = {
        "reading": old.model_dump(mode="json", exclude_defaults=True),
        "dropped": [each.model_dump(mode="json") for each in dropped],
    }
    body = json.dumps(archived, ensure_ascii=False, allow_nan=False)
    insert(
        connection,
        schema.archive,
        [(old.id, old.document.id, microseconds(recorded), superseded, body)],
    )
    return Added(
        attributions=len({each.id for each in reading.attributions} - _ids(old.attributions)),
        claims=len({each.id for each in reading.claims} - _ids(old.claims)),
        superseded=1,
        dropped=len(dropped),
    )


def _ids(records: Iterable[Attribution | Claim]) -> set[str]:
    return {each.id for each in records}


def _joining(connection: Connection, reading: Reading) -> list[Joining]:
    """What joins this reading to others, or its parts to each other."""
    claims = [claim.id for claim in reading.claims]
    ends = [reading.document.id, *(each.id for each in reading.attributions)]
    relation_ids = {row.relation_id for row in select_in(connection, _RELATIONS, claims)}
    question_ids = {row.question_id for row in select_in(connection, _QUESTIONS, claims)}
    lineage_ids = {row.id for row in select_in(connection, _LINEAGES, ends)}
    return [
        kind.model_validate_json(row.body)
        for kind, ids in (
            (Relation, relation_ids),
            (Question, question_ids),
            (Lineage, lineage_ids),
        )
        for row in select_in(connection, bodies(TABLES[kind]), ids)
    ]


def _rejoin(connection: Connection, joining: Iterable[Joining], kept: Sequence[Joining]) -> None:
    """Write again what went with the claims, edges and answers; remove what is not kept."""
    ids = {each.id for each in kept}
    for kind, table in TABLES.items():
        gone = [each.id for each in joining if isinstance(each, kind) and each.id not in ids]
        delete_in(connection, deletion(table.c.id), gone)
    relations = (each for each in kept if isinstance(each, Relation))
    edges = [edge for each in relations for edge in rows.edges(each)]
    insert(connection, schema.edge, edges)
    insert_joining(connection, [each for each in kept if isinstance(each, Question)], now())


def _insert(
    connection: Connection, reading: Reading, recorded: int, leaving: Collection[Key]
) -> None:
    found = rows.of_reading(reading, recorded)
    del found[schema.document]
    connection.execute(
        update(schema.document)
        .where(schema.document.c.id == reading.document.id)
        .values(
            recorded=moment(recorded),
            reading_id=reading.id,
            reader=reading.reader,
            version=reading.version,
        )
    )
    insert_found(connection, [reading], found, leaving)


def _sorted_out(
    connection: Connection, joining: Iterable[Joining]
) -> tuple[list[Joining], list[Joining]]:
    """Those that still have what they join; and those made by hand that lost some of it."""
    joining = list(joining)
    wanted = {end for each in joining for end in _ends(each)}
    there: set[str] = set()
    for table in (schema.claim, schema.attribution, schema.document):
        there |= present(connection, table.c.id, wanted)
    kept: list[Joining] = []
    dropped: list[Joining] = []
    for each in joining:
        left = [end for end in _ends(each) if end in there]
        if len(left) == len(_ends(each)):
            kept.append(each)
            continue
        if each.method == "hand":
            dropped.append(each)
        if isinstance(each, Question) and left:
            kept.append(each.replace(id=each.id, claims=tuple(left)))
    return kept, dropped


def _ends(record: Joining) -> tuple[str, ...]:
    if isinstance(record, Relation):
        return record.a, record.b
    return record.claims if isinstance(record, Question) else (record.from_id, record.to_id)
