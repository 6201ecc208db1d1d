"""Keeping the tables that say which sources, and which events, are the same one."""

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import Connection, select

from claimgraph.model import Source
from claimgraph.store import schema
from claimgraph.store.identity import Bearer, Identity, identities, same_by_name
from claimgraph.store.judgements import joined_with, joining_judgements
from claimgraph.store.names import SourceName, names
from claimgraph.store.writing import IDS, delete_in, deletion, insert, present, select_in
from claimgraph.vocabulary import SourceKind

_source, _name = schema.source, schema.source_name

_KINDS = select(_source.c.id, _source.c.kind).where(_source.c.id.in_(IDS))
_NAMES = select(_name).where(_name.c.source_id.in_(IDS))
_STRONG_KEYS = select(_name.c.key).where(_name.c.strong, _name.c.source_id.in_(IDS))
_BEARERS = select(_name.c.source_id).where(_name.c.strong, _name.c.key.in_(IDS))


def regroup_sources(connection: Connection, ids: Iterable[str]) -> None:
    """Make anew to which entity these sources belong, and all that may be the same as them."""
    members = connected(connection, ids)
    bearers = load_bearers(connection, members)
    judgements = joining_judgements(connection, members)
    found = identities(same_by_name(bearers), judgements)
    delete_in(connection, deletion(schema.identity.c.source_id), members)
    insert(connection, schema.identity, [identity_row(each) for each in found])


def regroup_events(connection: Connection, ids: Iterable[str]) -> None:
    """Make anew to which entity these events belong. Only judgements join events."""
    members = connected(connection, ids)
    judgements = joining_judgements(connection, members)
    there = sorted(present(connection, schema.event.c.id, members))
    found = identities([frozenset({each}) for each in there], judgements)
    delete_in(connection, deletion(schema.event_identity.c.event_id), members)
    insert(connection, schema.event_identity, [identity_row(each) for each in found])


def connected(connection: Connection, ids: Iterable[str]) -> set[str]:
    """These records and all that share a strong name or a judgement with them, however remotely."""
    known = set(ids)
    frontier = known
    while frontier:
        keys = {row.key for row in select_in(connection, _STRONG_KEYS, frontier)}
        bearers = {row.source_id for row in select_in(connection, _BEARERS, keys)}
        frontier = (bearers | joined_with(connection, frontier)) - known
        known = known | frontier
    return known


def name_rows(source: Source) -> list[tuple[str, str, str, bool]]:
    """The rows of a source's names."""
    return [(source.id, each.key, each.name, each.strong) for each in names(source)]


def load_bearers(connection: Connection, ids: Iterable[str]) -> list[Bearer]:
    """The sources with these ids, with their names; ids of other records are passed over."""
    kinds = {row.id: SourceKind(row.kind) for row in select_in(connection, _KINDS, ids)}
    borne = defaultdict(list)
    for row in select_in(connection, _NAMES, kinds):
        borne[row.source_id].append(SourceName(row.key, row.name, row.strong))
    return [
        Bearer(each, kinds[each], tuple(sorted(borne[each], key=lambda known: known.key)))
        for each in sorted(kinds)
    ]


def identity_row(identity: Identity) -> tuple[str, str, int, int]:
    """The row of an identity, of a source or an event."""
    return identity.record_id, identity.entity_id, identity.since, identity.until
