"""Blocks: under which keys claims are found, see :mod:`claimgraph.store.candidates`."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from operator import itemgetter
from struct import pack, unpack

from sqlalchemy import Connection, delete, func, select

from claimgraph.store import schema
from claimgraph.store.writing import IDS, insert, placeholder, select_in

_block, _size, _sketch = schema.block, schema.block_size, schema.sketch
_claim, _ruling = schema.claim, schema.ruling


@dataclass(frozen=True)
class Keyed:
    """A claim with its keys.

    Attributes:
        claim_id: Its id.
        moment: Where it stands in time, in microseconds since 1970; 0 where that is not known.
        keys: What it is looked for under, and of each whether it says which event it is: then it
            counts for more than a word.
        sketch: What the comparer wants to know of it before it is loaded; ``None``: it is always
            loaded.
    """

    claim_id: str
    moment: int
    keys: Sequence[tuple[str, bool]]
    sketch: str | None = None


def number(name: str, *, event: bool) -> int:
    """A key as a block has it: 63 bits, below zero for a word.

    Two of 10^7 keys share a number in one of 200,000 stores.

    >>> number("scene aleppo attack", event=True) > 0 > number("aleppo", event=False)
    True
    """
    bits = int.from_bytes(blake2b(name.encode(), digest_size=8).digest()) >> 1
    return bits if event else -1 - bits


def add_claims(connection: Connection, claims: Iterable[Keyed]) -> None:
    """Put claims that are in no block yet into theirs; ids that are not in the store are passed
    over.
    """
    given = {claim.claim_id: claim for claim in claims}
    sizes: defaultdict[int, int] = defaultdict(int)
    rows: list[tuple[int, int, int]] = []
    sketches: list[tuple[int, bytes, str | None]] = []
    found = [tuple(row) for row in select_in(connection, _ROWS, given)]
    corrected = ruled(connection, (each for _, *ids in found for each in ids))
    for row, claim_id, attribution_id in found:
        claim = given[claim_id]
        keys = {number(name, event=event) for name, event in claim.keys}
        rows += [(key, claim.moment, row) for key in keys]
        for key in keys:
            sizes[key] += 1
        kept = claim.sketch if corrected.isdisjoint((claim_id, attribution_id)) else None
        sketches.append((row, packed(keys), kept))
    insert(connection, _block, sorted(rows))
    insert(connection, _sketch, sorted(sketches, key=itemgetter(0)))
    _count(connection, sizes)


def remove_claims(connection: Connection, document_id: str) -> None:
    """Take the claims of a document out of their blocks."""
    mine = select(_claim.c.row).where(_claim.c.document_id == document_id)
    counted = (
        select(_block.c.key, func.count())
        .where(_block.c.claim_row.in_(mine))
        .group_by(_block.c.key)
    )
    _count(connection, {key: -count for key, count in connection.execute(counted)})
    connection.execute(delete(_block).where(_block.c.claim_row.in_(mine)))
    connection.execute(delete(_sketch).where(_sketch.c.claim_row.in_(mine)))


def clear(connection: Connection) -> None:
    """Empty all blocks."""
    for table in (_block, _size, _sketch):
        connection.execute(delete(table))


def packed(keys: Iterable[int]) -> bytes:
    """Keys as a sketch has them."""
    ordered = sorted(keys)
    return pack(f"<{len(ordered)}q", *ordered)


def unpacked(keys: bytes) -> tuple[int, ...]:
    """The keys of a sketch, the lowest first.

    >>> unpacked(packed([3, -1]))
    (-1, 3)
    """
    return unpack(f"<{len(keys) // 8}q", keys)


def ruled(connection: Connection, ids: Iterable[str]) -> set[str]:
    """The records of these on which people have ever decided something."""
    if connection.execute(_ANY_RULING).first() is None:
        return set()
    return {row.subject for row in select_in(connection, _RULED, ids)}


_ROWS = select(_claim.c.row, _claim.c.id, _claim.c.attribution_id).where(_claim.c.id.in_(IDS))
_ANY_RULING = select(_ruling.c.subject).limit(1)
_RULED = select(_ruling.c.subject).where(_ruling.c.subject.in_(IDS))


def _count(connection: Connection, changes: Mapping[int, int]) -> None:
    if not changes:
        return
    signs = ", ".join([placeholder(connection)] * 2)
    connection.exec_driver_sql(
        f"INSERT INTO block_size (key, claims) VALUES ({signs}) "  # noqa: S608
        "ON CONFLICT (key) DO UPDATE SET claims = block_size.claims + excluded.claims",
        sorted(changes.items()),
    )
    if min(changes.values()) < 0:
        connection.execute(delete(_size).where(_size.c.claims <= 0))
