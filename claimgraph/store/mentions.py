"""Which documents speak of a shared record, without a page of an index for each that does.

Most versions of shared records are found through something else in their document that is indexed
anyway: what a source says, relays, is accused of or takes part in, the claims about an event, and
whoever speaks there for an organisation. The others stand apart, see ``schema.shared_version``.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, Table, or_, select, union

from claimgraph.model import Reading
from claimgraph.store import schema

Alias = Callable[[Table], FromClause]


@dataclass(frozen=True)
class Lead:
    """A way from shared records to the documents that speak of them.

    Attributes:
        tables: What is on the way.
        record_id: The column with the id of the record.
        document_id: The column with the id of the document.
        joins: How the tables hang together.
    """

    tables: tuple[FromClause, ...]
    record_id: ColumnElement[str]
    document_id: ColumnElement[str]
    joins: tuple[ColumnElement[bool], ...] = ()


def led_to(reading: Reading) -> dict[str, set[str | None]]:
    """The ids of each kind of shared record that something in the reading leads to."""
    speakers = {each.source_id for each in reading.attributions}
    spoken_for = [each for each in reading.affiliations if each.member_id in speakers]
    return {
        "source": speakers.union(
            (each.organisation_id for each in spoken_for),
            (relay.source_id for each in reading.attributions for relay in each.via),
            (target.source_id for each in reading.attributions for target in each.targets),
            (party.source_id for each in reading.claims for party in each.participants),
        ),
        "affiliation": {each.id for each in spoken_for},
        "event": {each.event_id for each in reading.claims},
    }


def leads(kind: str, alias: Alias) -> list[Lead]:
    """All ways to the documents that speak of records of a kind, the likeliest first.

    Together they lead to each of these documents, and to no other.

    Args:
        kind: "source", "affiliation" or "event".
        alias: Gives a table another name in each lead.
    """
    found = {"source": _to_sources, "affiliation": _to_affiliations, "event": _to_events}[kind]
    version = alias(schema.shared_version)
    apart = Lead((version,), version.c.apart_id, version.c.document_id, (version.c.kind == kind,))
    return [*found(alias), apart]


@cache
def documents_of(kind: str, ids: ColumnElement[Any]) -> Select[Any]:
    """The ids of records, among some, each with the ids of the documents that speak of it."""
    ways = [
        select(lead.record_id.label("shared_id"), lead.document_id.label("document_id"))
        .select_from(*lead.tables)
        .where(lead.record_id.in_(ids), *lead.joins)
        for lead in leads(kind, lambda table: table.alias())
    ]
    return select(union(*ways).subquery())


@cache
def spoken_of(kind: str, ids: ColumnElement[Any]) -> Select[tuple[str]]:
    """The ids of those records, among some, of which a document speaks."""
    record = schema.metadata.tables[kind]
    ways = [
        select(1)
        .select_from(*lead.tables)
        .where(lead.record_id == record.c.id, *lead.joins)
        .correlate(record)
        .exists()
        for lead in leads(kind, lambda table: table.alias())
    ]
    return select(record.c.id).where(record.c.id.in_(ids), or_(*ways))


def _to_sources(alias: Alias) -> list[Lead]:
    speaks = alias(schema.attribution)
    found = [Lead((speaks,), speaks.c.source_id, speaks.c.document_id)]
    for part, owner, link in (
        (schema.target, schema.attribution, "attribution_id"),
        (schema.relay, schema.attribution, "attribution_id"),
        (schema.participant, schema.claim, "claim_id"),
    ):
        mine, whole = alias(part), alias(owner)
        joined = whole.c.id == mine.c[link]
        found.append(Lead((mine, whole), mine.c.source_id, whole.c.document_id, (joined,)))
    return [*found, _through_members("source", "organisation_id", alias)]


def _to_affiliations(alias: Alias) -> list[Lead]:
    return [_through_members("affiliation", "affiliation_id", alias)]


def _to_events(alias: Alias) -> list[Lead]:
    about = alias(schema.claim)
    return [Lead((about,), about.c.event_id, about.c.document_id)]


def _through_members(kind: str, column: str, alias: Alias) -> Lead:
    """To affiliations, or organisations, through all that their members say: where one of them
    speaks, the document may have a version.
    """
    membership, said = alias(schema.membership), alias(schema.attribution)
    version = alias(schema.shared_version)
    return Lead(
        (membership, said, version),
        membership.c[column],
        said.c.document_id,
        (
            said.c.source_id == membership.c.member_id,
            version.c.document_id == said.c.document_id,
            version.c.kind == kind,
            version.c.shared_id == membership.c[column],
        ),
    )
