"""Candidates: which claims share keys, and so may be worth comparing.

A claim of a store with n others is never held against all of them: for each of its keys the
claims of that block which are nearest in time are looked up, and of these the ones that share most
with it are kept. Both steps have an upper bound, and count what they leave out. What then shares
too few of its keys is no candidate at all.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    Select,
    String,
    bindparam,
    cast,
    func,
    select,
)

from claimgraph.store import schema
from claimgraph.store.blocks import ruled
from claimgraph.store.writing import IDS, select_in

if TYPE_CHECKING:
    from claimgraph.store.weighing import Keys, OwnKeys

#: Claims before it in time, and after it, that one block gives to one claim: the nearest ones.
BLOCK_CAP = 100

#: Claims that one claim is compared with, of all that its blocks give: those that share most with
#: it, at most so many; and of those that share less than a key which ``RARE`` claims have, only
#: where it has fewer than ``FEW``.
CLAIM_CAP = 96
RARE = 20
FEW = 24

#: Claims of its document that follow a claim, and are held against it whatever they say: who denies
#: what was just told need not say it again.
BESIDE = 8

#: Candidates have so many keys in common, and at least such a part of those of the claim that has
#: fewer: who shares one or two words of many says something else. One key that says which event it
#: is is enough.
SHARED = 2
PART = 1 / 3

#: How much more than a word a key tells that says which event it is.
_EVENT = 2

_block, _size, _sketch = schema.block, schema.block_size, schema.sketch
_claim, _same = schema.claim, schema.event_identity


class Found(NamedTuple):
    """What is known of a claim before it is loaded.

    Attributes:
        document_id: Where it stands.
        attribution_id: Who says it there.
        event_id: The event that it belongs to, one id for all that are the same; or none.
        sketch: What a comparer wrote down of it, where that still holds.
    """

    document_id: str
    attribution_id: str
    event_id: str | None
    sketch: str | None


@dataclass(frozen=True)
class Candidates:
    """What may be worth comparing.

    Attributes:
        pairs: Ids of two claims, each pair once.
        claims: Each claim of these pairs.
        left_out: For each document that was asked for, how many claims its claims were not held
            against because a block, or what they may be compared with, was full.
    """

    pairs: tuple[tuple[str, str], ...]
    claims: dict[str, Found]
    left_out: dict[str, int]


def find(connection: Connection, document_ids: Iterable[str]) -> Candidates:
    """The pairs of a claim of these documents and another claim that may be worth comparing.

    Claims that stand beside each other in a document need no key in common.
    """
    total = connection.execute(select(func.max(_claim.c.row))).scalar() or 1
    pairs: Pairs = set()
    known: dict[int, _Kept] = {}
    left_out = {}
    for document_id in document_ids:
        rows = list(connection.execute(_OWN, {"document": document_id}).scalars())
        pairs |= {(a, b) for at, a in enumerate(rows) for b in rows[at + 1 : at + 1 + BESIDE]}
        found, left_out[document_id] = _of_document(connection, rows, total, known)
        pairs |= found
    ids, claims = _claims(
        connection, [known[row] for row in {row for pair in pairs for row in pair}]
    )
    return Candidates(tuple((ids[a], ids[b]) for a, b in sorted(pairs)), claims, left_out)


Pairs = set[tuple[int, int]]


class _Kept(NamedTuple):
    """What the store keeps of a claim that may be a candidate."""

    row: int
    id: str
    document_id: str
    attribution_id: str
    event_id: str | None
    block_keys: bytes | None
    sketch: str | None


def _of_document(
    connection: Connection, rows: Sequence[int], total: int, known: dict[int, _Kept]
) -> tuple[Pairs, int]:
    """The pairs that share enough, with a claim of one document in each; and how many were left
    out.

    Args:
        connection: To the store.
        rows: Its claims.
        total: How many claims there are, about.
        known: What the store keeps of claims, by their rows; those that are looked at are added.
    """
    # NumPy takes long to load, and who only asks needs none of it.
    from claimgraph.store.weighing import Block, Limits, OwnKeys, nearest

    if not rows:
        return set(), 0
    # They were written together, so none of another document lies between them.
    span = {"first": rows[0], "last": rows[-1]}
    blocks = [Block(*each) for each in connection.execute(_BLOCKS, span).all()]
    own = OwnKeys(blocks)
    limits = Limits(most=CLAIM_CAP, few=FEW, rare=RARE, event=_EVENT)
    near, left_out = nearest(blocks, own, total, limits)
    looked_at = {*rows, *(row for each in near for row in (*each.sure, *each.maybe))}
    missing = sorted(looked_at - known.keys())
    found = map(_Kept._make, select_in(connection, _KEPT, missing))
    known |= {kept.row: kept for kept in found}
    keys = own.seen_in({row: known[row].block_keys or b"" for row in looked_at})
    pairs, left_inside = _among(own, keys)
    for row, sure, maybe in near:
        some = own.sharing_enough(row, maybe, keys, least=SHARED, part=PART)
        pairs |= {(row, other) if row < other else (other, row) for other in (*sure, *some)}
    return pairs, left_out + left_inside


def _among(own: "OwnKeys", keys: "Keys") -> tuple[Pairs, int]:
    """The pairs of claims of one document that share enough, and how many were left out.

    Args:
        own: Their keys.
        keys: The same, among those of others.
    """
    following: defaultdict[int, set[int]] = defaultdict(set)
    left_out = 0
    for block in own.claims.values():
        ordered = sorted(block)
        for at, row in enumerate(ordered):
            following[row].update(ordered[at + 1 : at + 1 + CLAIM_CAP])
        left_out += sum(range(len(ordered) - CLAIM_CAP))
    pairs: Pairs = set()
    for row, others in following.items():
        found = own.sharing_enough(row, sorted(others), keys, least=SHARED, part=PART)
        pairs |= {(row, other) for other in found[:CLAIM_CAP]}
        left_out += max(0, len(found) - CLAIM_CAP)
    return pairs, left_out


def _claims(
    connection: Connection, kept: Sequence[_Kept]
) -> tuple[dict[int, str], dict[str, Found]]:
    """The ids of some claims, by their rows; and what is known of each, by its id.

    A sketch holds what the reader has found: not where people have corrected that.
    """
    corrected = ruled(connection, (id_ for each in kept for id_ in (each.id, each.attribution_id)))
    events = {each.event_id for each in kept if each.event_id is not None}
    same = dict(tuple(row) for row in select_in(connection, _SAME_EVENTS, events))
    claims = {
        id_: Found(
            document,
            said,
            event if event is None else same.get(event, event),
            None if id_ in corrected or said in corrected else sketch,
        )
        for _, id_, document, said, event, _, sketch in kept
    }
    return {each.row: each.id for each in kept}, claims


_KEPT = (
    select(
        _claim.c.row,
        _claim.c.id,
        _claim.c.document_id,
        _claim.c.attribution_id,
        _claim.c.event_id,
        _sketch.c.block_keys,
        _sketch.c.sketch,
    )
    .outerjoin(_sketch, _sketch.c.claim_row == _claim.c.row)
    .where(_claim.c.row.in_(IDS))
)
_SAME_EVENTS = select(_same.c.event_id, _same.c.entity_id).where(
    _same.c.event_id.in_(IDS), _same.c.until == schema.DUSK
)
_OWN = (
    select(_claim.c.row).where(_claim.c.document_id == bindparam("document")).order_by(_claim.c.row)
)


def _listed(column: ColumnElement[int]) -> ColumnElement[str]:
    """The numbers of all rows as one text, with commas between."""
    return func.aggregate_strings(cast(column, String), ",")


def statement_of_blocks(cap: int) -> Select[Any]:
    """For each key and moment of the claims between two rows: these claims, how many claims the
    block has, and the nearest others before and after, at most ``cap`` of each.
    """
    first, last = bindparam("first", type_=BigInteger), bindparam("last", type_=BigInteger)
    mine = (
        select(_block.c.key, _block.c.moment, _listed(_block.c.claim_row).label("mine"))
        .where(_block.c.claim_row.between(first, last))
        .group_by(_block.c.key, _block.c.moment)
        .subquery("mine")
    )

    def nearest(name: str, *, after: bool) -> ColumnElement[str]:
        b = _block.alias(name)
        on_this_side = b.c.moment > mine.c.moment if after else b.c.moment <= mine.c.moment
        order = (b.c.moment, b.c.claim_row) if after else (b.c.moment.desc(), b.c.claim_row.desc())
        some = (
            select(b.c.claim_row)
            .where(b.c.key == mine.c.key, on_this_side, ~b.c.claim_row.between(first, last))
            .order_by(*order)
            .limit(cap)
            .correlate(mine)
            .subquery(f"{name}_some")
        )
        listed = select(_listed(some.c.claim_row)).correlate(mine)
        return listed.scalar_subquery().label(name)

    return select(
        mine.c.key,
        mine.c.moment,
        mine.c.mine,
        _size.c.claims,
        nearest("earlier", after=False),
        nearest("later", after=True),
    ).join_from(mine, _size, _size.c.key == mine.c.key)


_BLOCKS = statement_of_blocks(BLOCK_CAP)
