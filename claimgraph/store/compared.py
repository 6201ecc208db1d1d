"""How far comparing has come with each document, and the relations that it finds.

A document goes three steps, each a transaction: its reading is added and it is noted here; its
claims are put into blocks; what they are to others is written, and that it was compared. A document
that stands between two steps is pending. Since its claims are in their blocks before it looks for
others, of two documents that come at once one sees the other.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, exists, insert, literal, select, update

from claimgraph.model import Relation
from claimgraph.store import blocks, schema
from claimgraph.store.clock import now
from claimgraph.store.joining import join
from claimgraph.store.schema import DUSK
from claimgraph.store.writing import IDS, delete_in, deletion, present, select_in

_comparison, _document, _claim = schema.comparison, schema.document, schema.claim
_relation, _edge, _ruling = schema.relation, schema.edge, schema.ruling

Pair = frozenset[str]

#: Decisions by which a person stands for a relation that a machine has found.
_FOR_IT = frozenset({"confirm", "correct"})


@dataclass(frozen=True)
class Concluded:
    """What comparing some documents changed.

    Attributes:
        new: Relations that were not there, or replaced an older verdict.
        unchanged: Relations that were there, the same.
        removed: A machine's relations that are found no more.
    """

    new: int = 0
    unchanged: int = 0
    removed: int = 0


@dataclass(frozen=True)
class _Standing:
    """A relation that is in the store, and what people decide about it now."""

    id: str
    pair: Pair
    kind: str
    method: str
    decisions: set[str]


def note(connection: Connection, document_ids: Iterable[str]) -> None:
    """Note that documents are to be compared; those that were compared stay so."""
    ids = set(document_ids)
    missing = sorted(ids - present(connection, _comparison.c.document_id, ids))
    if missing:
        rows = [{"document_id": each, "left_out": 0} for each in missing]
        connection.execute(insert(_comparison), rows)


def forget(connection: Connection, document_id: str) -> None:
    """Take a document whose reading goes out of all blocks, and what was noted of it away."""
    known = connection.execute(
        delete(_comparison).where(_comparison.c.document_id == document_id)
    ).rowcount
    if known:
        blocks.remove_claims(connection, document_id)


def outdate(connection: Connection, document_ids: Iterable[str]) -> None:
    """Remove what machines found of documents that have got another reading: the same claim may be
    understood in another way now. What somebody has judged stays.
    """
    stale = [row.id for row in select_in(connection, _MADE, document_ids)]
    delete_in(connection, deletion(_relation.c.id), stale)


def forget_all(connection: Connection) -> None:
    """Make every document one that is to be compared, as if none had been."""
    blocks.clear(connection)
    connection.execute(delete(_comparison))
    everything = select(_document.c.id, literal(0))
    connection.execute(insert(_comparison).from_select(["document_id", "left_out"], everything))


def pending(connection: Connection, among: Sequence[str] | None = None) -> list[str]:
    """Documents that are to be compared and were not yet, in the order in which they came.

    Args:
        connection: To the store.
        among: Only of these; without them, of all.
    """
    if among is None:
        return list(connection.execute(_PENDING.order_by(*_AGE)).scalars())
    found = {
        row.id for row in select_in(connection, _PENDING.where(_document.c.id.in_(IDS)), among)
    }
    return [each for each in dict.fromkeys(among) if each in found]


def unkeyed(connection: Connection, document_ids: Iterable[str], version: str) -> list[str]:
    """Those of some documents whose claims are not in the blocks of this version's keys."""
    keyed = {row.document_id: row.keyed for row in select_in(connection, _NOTED, document_ids)}
    return [each for each, known in keyed.items() if known != version]


def put_into_blocks(
    connection: Connection, given: Mapping[str, tuple[str, Sequence[blocks.Keyed]]], version: str
) -> None:
    """Put the claims of documents into their blocks.

    Args:
        connection: To the store.
        given: For each document, the id of its reading, and all claims with their keys. One that
            has got another reading since is left as it is.
        version: Of what made the keys.
    """
    readings = {row.id: row.reading_id for row in select_in(connection, _READINGS, given)}
    keyed = {row.document_id: row.keyed for row in select_in(connection, _NOTED, given)}
    wanted = [
        each
        for each, known in keyed.items()
        if known != version and given[each][0] == readings.get(each)
    ]
    for document_id in wanted:
        if keyed[document_id] is not None:
            blocks.remove_claims(connection, document_id)
    blocks.add_claims(connection, [claim for each in wanted for claim in given[each][1]])
    for document_id in wanted:
        _set(connection, document_id, keyed=version)


def conclude(
    connection: Connection,
    compared: Mapping[str, tuple[str, int]],
    relations: Iterable[Relation],
    version: str,
) -> Concluded:
    """Write what comparing documents has found, and that they were compared.

    A relation that people made, confirmed or corrected stands: nothing is written beside it. Nor is
    a relation of a kind that people rejected for the two claims. A machine's other relations of
    these documents with each other, and with documents that are not compared yet, are
    replaced.

    Args:
        connection: To the store.
        compared: For each document, the id of the reading that was compared, and how many claims
            were left out. One that has got another reading since stays pending.
        relations: What was found. Those to claims that are gone are passed over.
        version: Of what compared them.
    """
    readings = {row.id: row.reading_id for row in select_in(connection, _READINGS, compared)}
    done = [each for each, (reading, _) in compared.items() if readings.get(each) == reading]
    found = _possible(connection, relations)
    stale = _of_machines(connection, done) - {each.id for each in found}
    delete_in(connection, deletion(_relation.c.id), stale)
    added = join(connection, found, now())
    for document_id in done:
        _set(connection, document_id, version=version, left_out=compared[document_id][1])
    return Concluded(added.relations, added.unchanged, len(stale))


def make_way(connection: Connection, relations: Iterable[Relation]) -> None:
    """Remove what machines found between two claims for which people have made a relation, unless
    somebody has judged it.
    """
    pairs = {_pair(each) for each in relations if each.method == "hand"}
    stale = [
        each.id
        for each in _standing(connection, {end for pair in pairs for end in pair})
        if each.pair in pairs and each.method != "hand" and not each.decisions
    ]
    delete_in(connection, deletion(_relation.c.id), stale)


def _set(connection: Connection, document_id: str, **values: object) -> None:
    mine = _comparison.c.document_id == document_id
    connection.execute(update(_comparison).where(mine).values(**values))


def _possible(connection: Connection, relations: Iterable[Relation]) -> list[Relation]:
    """Those that may be written: their claims are there, and no person says otherwise."""
    given = list(relations)
    there = present(connection, _claim.c.id, {end for each in given for end in (each.a, each.b)})
    settled: dict[Pair, str] = {}
    rejected: dict[tuple[Pair, str], str] = {}
    for each in _standing(connection, there):
        if "reject" in each.decisions:
            rejected[each.pair, each.kind] = each.id
        elif each.method == "hand" or each.decisions & _FOR_IT:
            settled[each.pair] = each.id
    return [
        each
        for each in given
        if {each.a, each.b} <= there
        and settled.get(_pair(each), each.id) == each.id
        and rejected.get((_pair(each), each.kind), each.id) == each.id
    ]


def _of_machines(connection: Connection, document_ids: Iterable[str]) -> set[str]:
    """What machines found between these documents' claims and those of documents that are not
    compared yet, these ones too, and nobody has judged.
    """
    return {row.id for row in select_in(connection, _MADE_TO_PENDING, document_ids)}


def _standing(connection: Connection, claims: Iterable[str]) -> list[_Standing]:
    """The relations of some claims, each with what people decide about it now."""
    rows = {row.id: row for row in select_in(connection, _OF_CLAIMS, claims)}
    decisions: dict[str, set[str]] = {each: set() for each in rows}
    for row in select_in(connection, _DECISIONS, rows):
        decisions[row.subject].add(row.plain if row.field == "status" else "correct")
    return [
        _Standing(each, frozenset((row.a, row.b)), row.kind, row.method, decisions[each])
        for each, row in rows.items()
    ]


def _pair(relation: Relation) -> Pair:
    return frozenset((relation.a, relation.b))


_PENDING = (
    select(_document.c.id)
    .join(_comparison, _comparison.c.document_id == _document.c.id)
    .where(_comparison.c.version.is_(None))
)
_AGE = (_document.c.recorded, _document.c.id)
_NOTED = select(_comparison.c.document_id, _comparison.c.keyed).where(
    _comparison.c.document_id.in_(IDS)
)
_READINGS = select(_document.c.id, _document.c.reading_id).where(_document.c.id.in_(IDS))
_OF_CLAIMS = (
    select(_relation.c.id, _relation.c.a, _relation.c.b, _relation.c.kind, _relation.c.method)
    .join(_edge, _edge.c.relation_id == _relation.c.id)
    .where(_edge.c.claim_id.in_(IDS))
)
_DECISIONS = select(_ruling.c.subject, _ruling.c.field, _ruling.c.plain).where(
    _ruling.c.subject.in_(IDS), _ruling.c.until == DUSK
)
_other = _claim.alias("other")
_MADE = (
    select(_relation.c.id)
    .select_from(_claim)
    .join(_edge, _edge.c.claim_id == _claim.c.id)
    .join(_relation, _relation.c.id == _edge.c.relation_id)
    .where(
        _claim.c.document_id.in_(IDS),
        _relation.c.method != "hand",
        ~exists().where(_ruling.c.subject == _relation.c.id, _ruling.c.until == DUSK),
    )
)
_other = _claim.alias("other")
_MADE_TO_PENDING = (
    _MADE.join(_other, _other.c.id == _edge.c.other_id)
    .join(_comparison, _comparison.c.document_id == _other.c.document_id)
    .where(_comparison.c.version.is_(None))
)
