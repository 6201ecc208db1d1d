"""Keeping the records that many documents share: their forms, and what these say together."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from hashlib import sha256

from sqlalchemy import Connection, Table, select

from claimgraph.model import Affiliation, Event, Evidence, Source
from claimgraph.store import fold, rows, schema
from claimgraph.store.fold import Shared
from claimgraph.store.grouping import connected, name_rows, regroup_events, regroup_sources
from claimgraph.store.names import names
from claimgraph.store.writing import delete_in, insert, placeholder, select_in, upsert

#: The kinds of shared records, those first that others refer to.
CLASSES: dict[str, type[Shared]] = {"source": Source, "event": Event, "affiliation": Affiliation}
TABLES: dict[str, Table] = {kind: schema.metadata.tables[kind] for kind in CLASSES}
#: The kind and the id of a shared record.
Key = tuple[str, str]


@lru_cache(maxsize=20_000)
def parsed(kind: str, body: str) -> Shared:
    """The shared record that a body stands for. Few bodies make up most of a store."""
    return CLASSES[kind].model_validate_json(body)


def digest(body: str) -> str:
    """What the forms of one record are told apart by."""
    return sha256(body.encode()).hexdigest()[:20]


def row_of(record: Shared) -> rows.Tuple:
    """The row of a shared record."""
    if isinstance(record, Source):
        return rows.of_source(record)
    return rows.of_event(record) if isinstance(record, Event) else rows.of_affiliation(record)


def folded(forms: Mapping[Shared, int], evidence: Iterable[Evidence]) -> Shared:
    """What the forms of a record say together; an affiliation with the evidence for it."""
    record = fold.fold(forms)
    if isinstance(record, Affiliation):
        return record.replace(id=record.id, evidence=fold.first_evidence(evidence))
    return record


def evidence_of(versions: Iterable[Shared]) -> list[Evidence]:
    """The evidence for the affiliations among some versions."""
    return [
        piece
        for version in versions
        if isinstance(version, Affiliation)
        for piece in version.evidence
    ]


def add_versions(connection: Connection, versions: Iterable[Shared]) -> None:
    """Fold documents' versions into the shared records, before the rows that refer to these."""
    added = _by_key(versions)
    stored = _stored(connection, added)
    _count(connection, added, 1)
    changed = [
        key
        for key, given in added.items()
        if key not in stored or not all(_leaves(version, stored[key]) for version in given)
    ]
    evidence = {
        key: [*evidence_of([stored[key]] if key in stored else []), *evidence_of(added[key])]
        for key in changed
    }
    _refold(connection, changed, stored, evidence)


def remove_versions(connection: Connection, versions: Iterable[Shared]) -> None:
    """Take documents' versions out of the shared records, after the rows that referred to these.

    The versions are gone from ``shared_version`` already.
    """
    removed = _by_key(versions)
    _count(connection, removed, -1)
    forms = schema.shared_form
    for kind in CLASSES:
        ids = [shared_id for each, shared_id in removed if each == kind]
        delete_in(connection, forms.c.shared_id, ids, forms.c.kind == kind, forms.c.count <= 0)
    _refold(
        connection, list(removed), _stored(connection, removed), _all_evidence(connection, removed)
    )


def _by_key(versions: Iterable[Shared]) -> dict[Key, list[Shared]]:
    by_key: dict[Key, list[Shared]] = defaultdict(list)
    for version in versions:
        by_key[rows.kind_of(version), version.id].append(version)
    return by_key


def _ids(keys: Iterable[Key], kind: str) -> list[str]:
    return [shared_id for each, shared_id in keys if each == kind]


def _stored(connection: Connection, keys: Iterable[Key]) -> dict[Key, Shared]:
    found: dict[Key, Shared] = {}
    for kind, table in TABLES.items():
        statement = select(table.c.id, table.c.body)
        for row in select_in(connection, statement, table.c.id, _ids(keys, kind)):
            found[kind, row.id] = parsed(kind, row.body)
    return found


def _leaves(version: Shared, folded: Shared) -> bool:
    """Whether the folded record stays as it is with one more such version."""
    if isinstance(version, Affiliation) and isinstance(folded, Affiliation):
        evidence = fold.first_evidence((*folded.evidence, *version.evidence))
        if evidence != folded.evidence:
            return False
    return fold.agrees(fold.form(version), fold.form(folded))


def _all_evidence(connection: Connection, keys: Iterable[Key]) -> dict[Key, list[Evidence]]:
    versions = schema.shared_version
    statement = select(versions.c.shared_id, versions.c.body).where(
        versions.c.kind == "affiliation"
    )
    found: dict[Key, list[Evidence]] = defaultdict(list)
    ids = _ids(keys, "affiliation")
    for row in select_in(connection, statement, versions.c.shared_id, ids):
        found["affiliation", row.shared_id] += evidence_of([parsed("affiliation", row.body)])
    return found


def _count(connection: Connection, versions: Mapping[Key, list[Shared]], change: int) -> None:
    counts: Counter[tuple[str, str, str]] = Counter()
    for (kind, shared_id), given in versions.items():
        for version in given:
            counts[kind, shared_id, rows.body(fold.form(version))] += change
    if not counts:
        return
    signs = ", ".join([placeholder(connection)] * 5)
    connection.exec_driver_sql(
        f"INSERT INTO shared_form (kind, shared_id, digest, body, count) VALUES ({signs}) "  # noqa: S608
        "ON CONFLICT (kind, shared_id, digest) "
        "DO UPDATE SET count = shared_form.count + excluded.count",
        [
            (kind, shared_id, digest(body), body, count)
            for (kind, shared_id, body), count in sorted(counts.items())
        ],
    )


def _refold(
    connection: Connection,
    keys: Iterable[Key],
    stored: Mapping[Key, Shared],
    evidence: Mapping[Key, list[Evidence]],
) -> None:
    """Make the shared records anew from their forms, and what hangs on them."""
    combined: dict[Key, Shared] = {}
    for key, forms in _forms(connection, keys).items():
        combined[key] = folded(forms, evidence.get(key, ()))
    for kind, table in TABLES.items():
        changed = [
            row_of(record)
            for key, record in combined.items()
            if key[0] == kind and record != stored.get(key)
        ]
        upsert(connection, table, changed)
    gone = [key for key in keys if key not in combined]
    for kind in reversed(CLASSES):
        delete_in(connection, TABLES[kind].c.id, _ids(gone, kind))
    _rename(connection, combined, stored)


def _forms(connection: Connection, keys: Iterable[Key]) -> dict[Key, dict[Shared, int]]:
    table = schema.shared_form
    forms: dict[Key, dict[Shared, int]] = defaultdict(dict)
    for kind in CLASSES:
        statement = select(table.c.shared_id, table.c.body, table.c.count.label("number")).where(
            table.c.kind == kind
        )
        for row in select_in(connection, statement, table.c.shared_id, _ids(keys, kind)):
            forms[kind, row.shared_id][parsed(kind, row.body)] = row.number
    return forms


def _rename(
    connection: Connection, folded: Mapping[Key, Shared], stored: Mapping[Key, Shared]
) -> None:
    """Write down the names of sources that changed, and who is the same as whom by them."""
    sources = [
        record
        for key, record in folded.items()
        if isinstance(record, Source) and record != stored.get(key)
    ]
    events = [
        record.id for key, record in folded.items() if key[0] == "event" and key not in stored
    ]
    before = {
        source.id: (names(old), old.kind)
        for source in sources
        if isinstance(old := stored.get(("source", source.id)), Source)
    }
    renamed = [each for each in sources if before.get(each.id) != (names(each), each.kind)]
    # Those who shared a name that is gone now must be looked at too.
    touched = connected(connection, [each.id for each in renamed if each.id in before])
    ids = [each.id for each in renamed]
    delete_in(connection, schema.source_name.c.source_id, ids)
    insert(
        connection,
        schema.source_name,
        [row for each in renamed for row in name_rows(each)],
    )
    regroup_sources(connection, touched.union(ids))
    regroup_events(connection, events)
