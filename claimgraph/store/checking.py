"""Whether every table holds what follows from the others; and what is wrong where one does not."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice, zip_longest
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    Select,
    Table,
    exists,
    func,
    select,
    text,
    true,
    type_coerce,
)
from sqlalchemy.exc import DatabaseError

from claimgraph.errors import ClaimGraphError
from claimgraph.model import Lineage, Question, Relation, Source
from claimgraph.store import fold, rows, schema, sharing
from claimgraph.store.blocks import unpacked
from claimgraph.store.forms import counted_rows
from claimgraph.store.grouping import identity_row, load_bearers, name_rows
from claimgraph.store.identity import identities, same_by_name
from claimgraph.store.judgements import load_judgements
from claimgraph.store.loading import load_reading
from claimgraph.store.rows import Tuple
from claimgraph.store.rulings import in_row, rulings

#: Faults of one kind that are told; a broken table would tell thousands.
_ENOUGH = 20


def check(connection: Connection) -> list[str]:
    """What is wrong with the tables, in words; nothing, if all is well."""
    parts = (_database, _readings, _shared, _joining, _judgements, _identities, _blocks)
    return [fault for part in parts for fault in islice(part(connection), _ENOUGH)]


def check_words(connection: Connection) -> list[str]:
    """Whether SQLite's index of words fits the claims. To SQLite, asking this is writing."""
    if connection.dialect.name != "sqlite":
        return []
    try:
        connection.execute(
            text("INSERT INTO claim_words (claim_words, rank) VALUES ('integrity-check', 1)")
        )
    except DatabaseError as error:
        return [f"the index of words does not fit the claims: {error.orig}"]
    return []


def _database(connection: Connection) -> Iterator[str]:
    if connection.dialect.name != "sqlite":
        return
    for (fault,) in connection.execute(text("PRAGMA integrity_check")):
        if fault != "ok":
            yield f"the file is damaged: {fault}"
    for table, row, parent, _ in connection.execute(text("PRAGMA foreign_key_check")):
        yield f"{table}: row {row} refers to a {parent} that is not there"


def _readings(connection: Connection) -> Iterator[str]:
    """Every reading can be read, its spans are those of its text, and its rows are made of it."""
    document, attribution, claim = schema.document, schema.attribution, schema.claim
    recorded = type_coerce(document.c.recorded, BigInteger)
    for document_id, when in _streamed(connection, select(document.c.id, recorded)):
        try:
            wanted = rows.of_reading(load_reading(connection, document_id), when)
        except ClaimGraphError as error:
            yield f"the reading of {document_id} is broken: {error}"
            continue
        attributions = select(attribution.c.id).where(attribution.c.document_id == document_id)
        claims = select(claim.c.id).where(claim.c.document_id == document_id)
        for table, part in (
            (document, document.c.id == document_id),
            (schema.shared_version, schema.shared_version.c.document_id == document_id),
            (attribution, attribution.c.document_id == document_id),
            (claim, claim.c.document_id == document_id),
            (schema.relay, schema.relay.c.attribution_id.in_(attributions)),
            (schema.target, schema.target.c.attribution_id.in_(attributions)),
            (schema.participant, schema.participant.c.claim_id.in_(claims)),
            (schema.quantity, schema.quantity.c.claim_id.in_(claims)),
        ):
            yield from _differences(connection, table, wanted[table], part)


def _shared(connection: Connection) -> Iterator[str]:
    """Sources, events and affiliations are what their documents' versions say together."""
    version, form = schema.shared_version, schema.shared_form
    statement = select(version.c.kind, version.c.shared_id, version.c.body).order_by(
        version.c.kind, version.c.shared_id
    )
    seen: dict[str, set[str]] = defaultdict(set)
    versions = _streamed(connection, statement)
    for (kind, shared_id), group in groupby(versions, key=lambda row: (row[0], row[1])):
        seen[kind].add(shared_id)
        bodies = [row.body for row in group]
        given = [sharing.parsed(kind, body) for body in bodies]
        counts = Counter(map(fold.form, given, bodies))
        wanted = counted_rows((kind, shared_id), counts)
        here = (form.c.kind == kind) & (form.c.shared_id == shared_id)
        yield from _differences(connection, form, wanted, here)
        table = sharing.TABLES[kind]
        forms = {sharing.parsed(kind, body): count for body, count in counts.items()}
        record = sharing.folded(forms, sharing.evidence_of(given))
        yield from _differences(
            connection, table, [sharing.row_of(record)], table.c.id == shared_id
        )
        if kind == "affiliation":
            member = schema.membership
            members = sharing.members_in(shared_id, counts)
            here = member.c.affiliation_id == shared_id
            yield from _differences(connection, member, members, here)
        if isinstance(record, Source):
            name = schema.source_name
            yield from _differences(
                connection, name, name_rows(record), name.c.source_id == record.id
            )
    for kind, table in sharing.TABLES.items():
        for (shared_id,) in connection.execute(select(table.c.id)).all():
            if shared_id not in seen[kind]:
                yield f"{table.name}: no document speaks of {shared_id}"


def _joining(connection: Connection) -> Iterator[str]:
    """Relations, questions and lineages, with the rows that are made of them."""
    relation = schema.relation
    recorded = type_coerce(relation.c.recorded, BigInteger)
    all_rows = [
        rows.of_relation(Relation.model_validate_json(body), when)
        for body, when in connection.execute(select(relation.c.body, recorded))
    ]
    for (body,) in connection.execute(select(schema.question.c.body)):
        all_rows.append(rows.of_question(Question.model_validate_json(body)))
    for (body,) in connection.execute(select(schema.lineage.c.body)):
        all_rows.append(rows.of_lineage(Lineage.model_validate_json(body)))
    wanted = rows.merged(all_rows)
    for table in (
        schema.relation,
        schema.edge,
        schema.question,
        schema.question_claim,
        schema.lineage,
    ):
        yield from _differences(connection, table, wanted[table], true())
    ends = {end for row in wanted[schema.lineage] for end in (row[1], row[2])}
    there = {
        row.id
        for table in (schema.document, schema.attribution)
        for row in connection.execute(select(table.c.id))
    }
    for missing in sorted(ends - there):
        yield f"lineage: {missing} is not in the store"


def _judgements(connection: Connection) -> Iterator[str]:
    """Judgements, their subjects, and the rulings that follow from them."""
    table = schema.judgement
    recorded = type_coerce(table.c.recorded, BigInteger)
    found = connection.execute(select(table.c.id, recorded)).all()
    when = dict(map(tuple, found))
    judgements = load_judgements(connection, when)
    wanted = rows.merged(rows.of_judgement(each, when[each.id]) for each in judgements)
    for part in (schema.judgement, schema.judgement_subject):
        yield from _differences(connection, part, wanted[part], true())
    held = [in_row(ruling) for ruling in rulings(judgements)]
    yield from _differences(connection, schema.ruling, held, true())


def _identities(connection: Connection) -> Iterator[str]:
    """To which entity each source and each event belongs."""
    judgements = load_judgements(connection, _all_ids(connection, schema.judgement))
    bearers = load_bearers(connection, _all_ids(connection, schema.source))
    events = [frozenset({each}) for each in _all_ids(connection, schema.event)]
    for table, groups in (
        (schema.identity, same_by_name(bearers)),
        (schema.event_identity, events),
    ):
        wanted = [identity_row(each) for each in identities(groups, judgements)]
        yield from _differences(connection, table, wanted, true())


def _blocks(connection: Connection) -> Iterator[str]:
    """Blocks hold claims of documents that were put into them, and their sizes are right."""
    block, claim, comparison = schema.block, schema.claim, schema.comparison
    counted = select(block.c.key, func.count()).group_by(block.c.key)
    wanted = _streamed(connection, counted)
    yield from _differences(connection, schema.block_size, map(tuple, wanted), true())
    known = exists().where(
        comparison.c.document_id == claim.c.document_id, comparison.c.keyed.is_not(None)
    )
    strays = (
        select(claim.c.id).where(claim.c.row.in_(select(block.c.claim_row)), ~known).limit(_ENOUGH)
    )
    for (claim_id,) in connection.execute(strays):
        yield f"block: {claim_id} is in one, but its document was not put into blocks"
    yield from _sketches(connection)


def _sketches(connection: Connection) -> Iterator[str]:
    """With each claim that stands in blocks, its keys are kept."""
    block, sketch = schema.block, schema.sketch
    by_claim = select(block.c.claim_row, block.c.key).order_by(block.c.claim_row, block.c.key)
    kept = select(sketch.c.claim_row, sketch.c.block_keys).order_by(sketch.c.claim_row)
    wanted = groupby(_streamed(connection, by_claim), key=lambda row: row.claim_row)
    keys = ((row, tuple(each.key for each in group)) for row, group in wanted)
    # A claim whose words tell nothing has no keys, and stands in no block.
    found = ((row.claim_row, unpacked(row.block_keys)) for row in _streamed(connection, kept))
    pairs = zip_longest(keys, (each for each in found if each[1]))
    wrong = [each[0] for one, other in pairs if one != other for each in (one, other) if each]
    if wrong:
        yield f"sketch: claim {min(wrong)} is not found under the keys that are kept with it"


def _streamed(connection: Connection, statement: Select[Any]) -> Iterable[Any]:
    """The rows of a statement, a thousand at a time; others may be asked for in between."""
    return connection.execute(statement, execution_options={"yield_per": 1000})


def _all_ids(connection: Connection, table: Table) -> list[str]:
    return [row.id for row in connection.execute(select(table.c.id))]


def _differences(
    connection: Connection, table: Table, wanted: Iterable[Tuple], part: ColumnElement[bool]
) -> Iterator[str]:
    """In which rows a part of a table differs from what it should hold."""
    columns: Sequence[ColumnElement[Any]] = [
        type_coerce(column, BigInteger) if isinstance(column.type, schema.Moment) else column
        for column in table.columns
        if column is not schema.claim.c.row
    ]
    stored = Counter(map(tuple, connection.execute(select(*columns).where(part))))
    expected = Counter(wanted)
    for row in expected - stored:
        yield f"{table.name}: a row is missing, or is not what it should be: {_shown(row)}"
    for row in stored - expected:
        yield f"{table.name}: a row should not be there: {_shown(row)}"


def _shown(row: Tuple) -> str:
    return ", ".join(str(value)[:40] for value in row[:4])
