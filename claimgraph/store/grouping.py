"""Keeping the tables that say which sources, and which events, are the same one."""

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import Connection, select

from claimgraph.model import Judgement, Source
from claimgraph.store import schema
from claimgraph.store.identity import Bearer, Identity, identities, same_by_name
from claimgraph.store.names import SourceName, names
from claimgraph.store.writing import delete_in, insert, select_in
from claimgraph.vocabulary import Decision, SourceKind

_JOINING = (Decision.MERGE, Decision.SPLIT)


def regroup_sources(connection: Connection, ids: Iterable[str]) -> None:
    """Make anew to which entity these sources belong, and all that may be the same as them."""
    members = connected(connection, ids)
    bearers = load_bearers(connection, members)
    judgements = joining_judgements(connection, members)
    found = identities(same_by_name(bearers), judgements)
    delete_in(connection, schema.identity.c.source_id, members)
    insert(connection, schema.identity, [identity_row(each) for each in found])


def regroup_events(connection: Connection, ids: Iterable[str]) -> None:
    """Make anew to which entity these events belong. Only judgements join events."""
    members = connected(connection, ids)
    present = {
        row.id
        for row in select_in(connection, select(schema.event.c.id), schema.event.c.id, members)
    }
    judgements = joining_judgements(connection, members)
    found = identities([frozenset({each}) for each in sorted(present)], judgements)
    delete_in(connection, schema.event_identity.c.event_id, members)
    insert(connection, schema.event_identity, [identity_row(each) for each in found])


def connected(connection: Connection, ids: Iterable[str]) -> set[str]:
    """These records and all that share a strong name or a judgement with them, however remotely."""
    known = set(ids)
    frontier = known
    while frontier:
        near = _of_the_same_name(connection, frontier) | _judged_with(connection, frontier)
        frontier = near - known
        known = known | frontier
    return known


def name_rows(source: Source) -> list[tuple[str, str, str, bool]]:
    """The rows of a source's names."""
    return [(source.id, each.key, each.name, each.strong) for each in names(source)]


def load_bearers(connection: Connection, ids: Iterable[str]) -> list[Bearer]:
    """The sources with these ids, with their names; ids of other records are passed over."""
    kinds = {}
    source, name = schema.source, schema.source_name
    for row in select_in(connection, select(source.c.id, source.c.kind), source.c.id, ids):
        kinds[row.id] = SourceKind(row.kind)
    borne = defaultdict(list)
    for row in select_in(connection, select(name), name.c.source_id, kinds):
        borne[row.source_id].append(SourceName(row.key, row.name, row.strong))
    return [
        Bearer(each, kinds[each], tuple(sorted(borne[each], key=lambda known: known.key)))
        for each in sorted(kinds)
    ]


def joining_judgements(connection: Connection, ids: Iterable[str]) -> list[Judgement]:
    """The merges and splits of these records, with the withdrawals of these."""
    judgement, subject = schema.judgement, schema.judgement_subject
    statement = (
        select(judgement.c.id, judgement.c.body)
        .join(subject, subject.c.judgement_id == judgement.c.id)
        .where(judgement.c.decision.in_(_JOINING))
    )
    found = {row.id: row.body for row in select_in(connection, statement, subject.c.subject, ids)}
    return parse_judgements([*found.values(), *withdrawals(connection, found).values()])


def withdrawals(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    """The withdrawals of these judgements, and the withdrawals of those: bodies by their ids."""
    judgement, subject = schema.judgement, schema.judgement_subject
    statement = (
        select(judgement.c.id, judgement.c.body)
        .join(subject, subject.c.judgement_id == judgement.c.id)
        .where(judgement.c.decision == Decision.WITHDRAW)
    )
    found: dict[str, str] = {}
    frontier = set(ids)
    while frontier:
        rows = select_in(connection, statement, subject.c.subject, frontier)
        new = {row.id: row.body for row in rows if row.id not in found}
        found |= new
        frontier = set(new)
    return found


def load_judgements(connection: Connection, ids: Iterable[str]) -> list[Judgement]:
    """The judgements with these ids, as far as they are in the store."""
    table = schema.judgement
    found = select_in(connection, select(table.c.body), table.c.id, ids)
    return parse_judgements(row.body for row in found)


def parse_judgements(bodies: Iterable[str]) -> list[Judgement]:
    """The judgements that these bodies stand for."""
    return [Judgement.model_validate_json(body) for body in bodies]


def _of_the_same_name(connection: Connection, ids: Iterable[str]) -> set[str]:
    name = schema.source_name
    keys = {
        row.key
        for row in select_in(
            connection, select(name.c.key).where(name.c.strong), name.c.source_id, ids
        )
    }
    sharing = select(name.c.source_id).where(name.c.strong)
    return {row.source_id for row in select_in(connection, sharing, name.c.key, keys)}


def _judged_with(connection: Connection, ids: Iterable[str]) -> set[str]:
    judgement, subject = schema.judgement, schema.judgement_subject
    other = subject.alias()
    statement = (
        select(other.c.subject)
        .join(judgement, judgement.c.id == other.c.judgement_id)
        .join(subject, subject.c.judgement_id == other.c.judgement_id)
        .where(judgement.c.decision.in_(_JOINING))
    )
    return {row.subject for row in select_in(connection, statement, subject.c.subject, ids)}


def identity_row(identity: Identity) -> tuple[str, str, int, int]:
    """The row of an identity, of a source or an event."""
    return identity.record_id, identity.entity_id, identity.since, identity.until
