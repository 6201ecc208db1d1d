"""Keeping the records that many documents share: their forms, and what these say together."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from sqlalchemy import Connection, Table, and_, select

from claimgraph.model import Affiliation, Event, Evidence, Source
from claimgraph.store import fold, rows, schema
from claimgraph.store.fold import Shared
from claimgraph.store.forms import Forms, Key, add_forms, load_forms, remove_forms
from claimgraph.store.grouping import connected, name_rows, regroup_events, regroup_sources
from claimgraph.store.mentions import documents_of
from claimgraph.store.writing import (
    IDS,
    bodies,
    delete_in,
    deletion,
    insert,
    rewrite,
    select_in,
    upsert,
)

#: The kinds of shared records, those first that others refer to.
CLASSES: dict[str, type[Shared]] = {"source": Source, "event": Event, "affiliation": Affiliation}
TABLES: dict[str, Table] = {kind: schema.metadata.tables[kind] for kind in CLASSES}
_version = schema.shared_version

_where = documents_of("affiliation", IDS).subquery()
_AFFILIATIONS = select(_version.c.shared_id, _version.c.body).join(
    _where,
    and_(
        _version.c.document_id == _where.c.document_id,
        _version.c.kind == "affiliation",
        _version.c.shared_id == _where.c.shared_id,
    ),
)


@lru_cache(maxsize=20_000)
def parsed(kind: str, body: str) -> Shared:
    """The shared record that a body stands for. Few bodies make up most of a store."""
    return CLASSES[kind].model_validate_json(body)


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


def members_in(affiliation_id: str, forms: Iterable[str]) -> set[tuple[str, str, str]]:
    """The rows of those whom the forms of an affiliation name."""
    named = (parsed("affiliation", form) for form in forms)
    return {
        (affiliation_id, each.member_id, each.organisation_id)
        for each in named
        if isinstance(each, Affiliation)
    }


def evidence_of(versions: Iterable[Shared]) -> list[Evidence]:
    """The evidence for the affiliations among some versions."""
    return [
        piece
        for version in versions
        if isinstance(version, Affiliation)
        for piece in version.evidence
    ]


def add_versions(
    connection: Connection,
    versions: Iterable[tuple[Shared, str]],
    leaving: Collection[Key] = (),
) -> None:
    """Fold documents' versions into the shared records, before the rows that refer to these.

    Args:
        connection: To a store that has the documents, and nothing that was found in them.
        versions: Each with its body.
        leaving: The records of which an older version is gone from its table, but is still to be
            taken out with ``remove_versions``.
    """
    added = _by_key(versions)
    stored = _stored(connection, added)
    single = add_forms(connection, _forms_of(added), stored, leaving)
    changed = [key for key, given in added.items() if not _all_fit(key[0], given, stored.get(key))]
    forms = single | load_forms(connection, {key for key in changed if key not in single})
    evidence = {
        key: [
            *(evidence_of([parsed(key[0], stored[key])]) if key in stored else ()),
            *evidence_of(version.record for version in added[key]),
        ]
        for key in changed
    }
    refolded = {key: forms[key] for key in changed}
    _refold(connection, refolded, stored, evidence)
    _note_members(
        connection, {key: refolded[key] for key in changed if _is_news(key, refolded[key], stored)}
    )


def remove_versions(connection: Connection, versions: Iterable[tuple[Shared, str]]) -> None:
    """Take documents' versions out of the shared records, after the rows that referred to these.

    The versions are gone from their table already.
    """
    removed = _by_key(versions)
    stored = _stored(connection, removed)
    left = remove_forms(connection, _forms_of(removed), stored)
    forms = {key: left.get(key, Forms()) for key in removed}
    _refold(connection, forms, stored, _all_evidence(connection, removed))
    _note_members(connection, forms)


@dataclass(frozen=True)
class _Version:
    """What one document says of a shared record, and the form that it gives it."""

    record: Shared
    form: str


def _by_key(versions: Iterable[tuple[Shared, str]]) -> dict[Key, list[_Version]]:
    by_key: dict[Key, list[_Version]] = defaultdict(list)
    for record, body in versions:
        version = _Version(record, fold.form(record, body))
        by_key[rows.kind_of(record), record.id].append(version)
    return by_key


def _forms_of(by_key: Mapping[Key, Iterable[_Version]]) -> dict[Key, Forms]:
    return {key: Forms(version.form for version in given) for key, given in by_key.items()}


def _is_news(key: Key, forms: Forms, stored: Mapping[Key, str]) -> bool:
    """Whether a record has other forms than the one that it had, if it had only one."""
    return key not in stored or {fold.without_evidence(stored[key])} != forms.keys()


def _ids(keys: Iterable[Key], kind: str) -> list[str]:
    return [shared_id for each, shared_id in keys if each == kind]


def _stored(connection: Connection, keys: Iterable[Key]) -> dict[Key, str]:
    """The bodies of shared records."""
    return {
        (kind, row.id): row.body
        for kind, table in TABLES.items()
        for row in select_in(connection, bodies(table), _ids(keys, kind))
    }


def _all_fit(kind: str, versions: Iterable[_Version], stored: str | None) -> bool:
    """Whether the stored record stays as it is with more such versions."""
    if stored is None:
        return False
    # Nearly all say the same in the same words: nothing needs to be parsed to see that.
    plain = fold.without_evidence(stored)
    if not all(version.form == plain or _fits(kind, version.form, stored) for version in versions):
        return False
    more = evidence_of(version.record for version in versions)
    last = fold.last_document(stored) if more else None
    if not more or (last is not None and all(piece.document_id > last for piece in more)):
        return True
    known = evidence_of([parsed(kind, stored)])
    return fold.first_evidence((*known, *more)) == tuple(known)


@lru_cache(maxsize=20_000)
def _fits(kind: str, form: str, stored: str) -> bool:
    """Whether the stored record stays as it is with one more such form."""
    return fold.agrees(parsed(kind, form), parsed(kind, stored))


def _all_evidence(connection: Connection, keys: Iterable[Key]) -> dict[Key, list[Evidence]]:
    found: dict[Key, list[Evidence]] = defaultdict(list)
    for row in select_in(connection, _AFFILIATIONS, _ids(keys, "affiliation")):
        found["affiliation", row.shared_id] += evidence_of([parsed("affiliation", row.body)])
    return found


def _refold(
    connection: Connection,
    forms: Mapping[Key, Forms],
    stored: Mapping[Key, str],
    evidence: Mapping[Key, list[Evidence]],
) -> None:
    """Make shared records anew from their forms, and what hangs on them; those without any go."""
    records = {
        key: folded(
            {parsed(key[0], form): count for form, count in given.items()}, evidence.get(key, ())
        )
        for key, given in forms.items()
        if given
    }
    changed = {
        key: record for key, record in records.items() if rows.body(record) != stored.get(key)
    }
    for kind in TABLES:
        _write(connection, kind, {key: changed[key] for key in changed if key[0] == kind}, stored)
    gone = [key for key in forms if key not in records]
    # Those who were the same as one that goes may be so no longer.
    bereft = connected(connection, _ids(gone, "source"))
    bereft_events = connected(connection, _ids(gone, "event"))
    for kind in reversed(CLASSES):
        delete_in(connection, deletion(TABLES[kind].c.id), _ids(gone, kind))
    _rename(connection, changed, stored, bereft)
    new_events = [key for key in changed if key not in stored]
    regroup_events(connection, bereft_events.union(_ids(new_events, "event")))


def _write(
    connection: Connection,
    kind: str,
    records: Mapping[Key, Shared],
    stored: Mapping[Key, str],
) -> None:
    """Write records of one kind. Where nothing but the body is another, as with more evidence for
    an affiliation, nothing but the body is touched, and no index.
    """
    found = {key: row_of(record) for key, record in records.items()}
    only_body = {
        key
        for key, row in found.items()
        if key in stored and row_of(parsed(kind, stored[key]))[:-1] == row[:-1]
    }
    upsert(connection, TABLES[kind], [row for key, row in found.items() if key not in only_body])
    rewrite(connection, TABLES[kind], [(found[key][-1], found[key][0]) for key in only_body])


def _note_members(connection: Connection, forms: Mapping[Key, Forms]) -> None:
    """Write down whom the forms of affiliations name."""
    noted = {
        shared_id: given for (kind, shared_id), given in forms.items() if kind == "affiliation"
    }
    delete_in(connection, deletion(schema.membership.c.affiliation_id), noted)
    found = (members_in(shared_id, given) for shared_id, given in noted.items())
    insert(connection, schema.membership, sorted(chain.from_iterable(found)))


def _rename(
    connection: Connection,
    changed: Mapping[Key, Shared],
    stored: Mapping[Key, str],
    bereft: Collection[str],
) -> None:
    """Write down the names of sources that changed, and who is the same as whom by them.

    Sources that are ``bereft`` of one that is gone are looked at as well.
    """
    renamed = [
        record
        for key, record in changed.items()
        if isinstance(record, Source) and _is_renamed(record, stored.get(key))
    ]
    ids = [source.id for source in renamed]
    # Those who share a name that goes now must be looked at too.
    touched = connected(connection, [each for each in ids if ("source", each) in stored])
    delete_in(connection, deletion(schema.source_name.c.source_id), ids)
    insert(connection, schema.source_name, [row for each in renamed for row in name_rows(each)])
    regroup_sources(connection, touched.union(ids, bereft))


def _is_renamed(source: Source, stored: str | None) -> bool:
    if stored is None:
        return True
    before = parsed("source", stored)
    return (
        not isinstance(before, Source)
        or before.kind != source.kind
        or name_rows(before) != name_rows(source)
    )
