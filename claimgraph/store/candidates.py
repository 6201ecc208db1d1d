"""Candidates: which claims share keys, and so may be worth comparing.

A claim of a store with n others is never held against all of them: for each of its keys the
claims of that block which are nearest in time are looked up, and of these the ones that share most
with it are kept. Both steps have an upper bound, and count what they leave out. What then shares
too few of its keys is no candidate at all.
"""

from bisect import bisect, bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from itertools import chain
from math import log2
from typing import Any, NamedTuple

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
from claimgraph.store.blocks import ruled, unpacked
from claimgraph.store.writing import IDS, select_in

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
    pairs: set[tuple[int, int]] = set()
    left_out = {}
    for document_id in document_ids:
        rows = list(connection.execute(_OWN, {"document": document_id}).scalars())
        if not rows:
            left_out[document_id] = 0
            continue
        # They were written together, so none of another document lies between them.
        span = {"first": rows[0], "last": rows[-1]}
        blocks = [(each, _numbers(each.mine)) for each in connection.execute(_BLOCKS, span)]
        own: defaultdict[int, list[int]] = defaultdict(list)
        for block, mine in blocks:
            own[block.key] += mine
        keys = _listed_by_claim(own)
        inside, left_inside = _among(own, keys)
        sure, maybe, left_outside = _others(blocks, own, total)
        pairs |= inside | sure | _joined(connection, maybe, keys)
        left_out[document_id] = left_inside + left_outside
        pairs |= {(a, b) for at, a in enumerate(rows) for b in rows[at + 1 : at + 1 + BESIDE]}
    ids, claims = _claims(connection, {row for pair in pairs for row in pair})
    return Candidates(tuple((ids[a], ids[b]) for a, b in sorted(pairs)), claims, left_out)


Pairs = set[tuple[int, int]]
_NONE: frozenset[int] = frozenset()


def _listed_by_claim(own: Mapping[int, Sequence[int]]) -> dict[int, list[int]]:
    """The keys of each claim, the lowest first."""
    keys: defaultdict[int, list[int]] = defaultdict(list)
    for key in sorted(own):
        for row in own[key]:
            keys[row].append(key)
    return keys


def _among(
    own: Mapping[int, Sequence[int]], keys: Mapping[int, Sequence[int]]
) -> tuple[Pairs, int]:
    """The pairs of claims of one document that share enough, and how many were left out.

    Args:
        own: Its claims, by key.
        keys: Their keys, by claim.
    """
    following: defaultdict[int, set[int]] = defaultdict(set)
    left_out = 0
    for block in own.values():
        ordered = sorted(block)
        for at, row in enumerate(ordered):
            following[row].update(ordered[at + 1 : at + 1 + CLAIM_CAP])
        left_out += sum(range(len(ordered) - CLAIM_CAP))
    pairs = set()
    for row, others in following.items():
        mine = _keys(keys[row])
        found = [other for other in sorted(others) if _share_enough(mine, keys[other])]
        pairs |= {(row, other) for other in found[:CLAIM_CAP]}
        left_out += max(0, len(found) - CLAIM_CAP)
    return pairs, left_out


def _others(
    blocks: Sequence[tuple[Any, Sequence[int]]], own: Mapping[int, Sequence[int]], total: int
) -> tuple[Pairs, Pairs, int]:
    """Pairs with claims of other documents that share most: those that share a key of an event; the
    others, its own claim first; and how many were left out.

    Args:
        blocks: Of each key and moment of a document's claims, what the store has, and these claims.
        own: Its claims, by key.
        total: How many claims there are, about: it says how rare a key is.
    """
    left_out = 0
    weights: defaultdict[int, defaultdict[int, float]] = defaultdict(lambda: defaultdict(float))
    of_one_event: defaultdict[int, set[int]] = defaultdict(set)
    for block, mine in blocks:
        key, claims = block.key, block.claims
        others = [*_numbers(block.earlier), *_numbers(block.later)]
        left_out += (claims - len(own[key]) - len(others)) * len(mine)
        weight = _weight(claims, total) * (_EVENT if key >= 0 else 1)
        for row in mine:
            shared = weights[row]
            if key >= 0:
                of_one_event[row].update(others)
            for other in others:
                shared[other] += weight
    sure: Pairs = set()
    maybe: Pairs = set()
    least = _weight(RARE, total)
    for row, shared in weights.items():
        best = _best(shared, least)
        left_out += len(shared) - len(best)
        of_events = of_one_event.get(row, _NONE)
        for other in best:
            if other in of_events:
                sure.add((row, other) if row < other else (other, row))
            else:
                maybe.add((row, other))
    return sure, maybe, left_out


def _best(shared: Mapping[int, float], least: float) -> Collection[int]:
    """The claims that share most with one, of those that share the same the latest; at most as many
    as it may be compared with.

    Args:
        shared: For each claim, how much it shares.
        least: What a rare key weighs.
    """
    weights = sorted(shared.values())
    kept = min(CLAIM_CAP, max(FEW, len(weights) - bisect_left(weights, least)))
    if kept >= len(weights):
        return shared
    bar = weights[-kept]
    best = [each for each, weight in shared.items() if weight >= bar]
    if len(best) == kept:
        return best
    level = [each for each in best if shared[each] == bar]
    left_out = set(nsmallest(len(best) - kept, level))
    return [each for each in best if each not in left_out]


def _joined(connection: Connection, pairs: Pairs, own: Mapping[int, Sequence[int]]) -> Pairs:
    """The pairs that share enough of all their keys: a full block gives only some claims."""
    found = select_in(connection, _KEYS_OF, {other for _, other in pairs})
    theirs = {row: unpacked(kept) for row, kept in map(tuple, found)}
    mine = {row: _keys(keys) for row, keys in own.items()}
    return {
        (row, other) if row < other else (other, row)
        for row, other in pairs
        if _share_enough(mine[row], theirs[other])
    }


class _Keys(NamedTuple):
    """The keys of a claim: those that say which event it is, and words."""

    events: frozenset[int]
    words: frozenset[int]


def _keys(ordered: Sequence[int]) -> _Keys:
    """Keys, the lowest first: those of words are below zero."""
    at = bisect(ordered, -1)
    return _Keys(frozenset(ordered[at:]), frozenset(ordered[:at]))


def _share_enough(mine: _Keys, theirs: Sequence[int]) -> bool:
    """Whether a claim shares enough with one that has these keys, the lowest first."""
    if mine.events and not mine.events.isdisjoint(theirs):
        return True
    fewer = min(len(mine.words), bisect(theirs, -1))
    return len(mine.words.intersection(theirs)) >= max(min(SHARED, fewer), PART * fewer)


def _numbers(listed: str | None) -> list[int]:
    return list(map(int, listed.split(","))) if listed else []


def _weight(claims: int, total: int) -> float:
    """How much it tells that two claims share a key which so many of all claims have: in bits."""
    return log2(1 + total / claims)


def _claims(connection: Connection, rows: Iterable[int]) -> tuple[dict[int, str], dict[str, Found]]:
    """The ids of some claims, by their rows; and what is known of each, by its id.

    A sketch holds what the reader has found: not where people have corrected that.
    """
    found = [tuple(each) for each in select_in(connection, _FOUND, rows)]
    corrected = ruled(connection, chain.from_iterable((each[1], each[3]) for each in found))
    events = {each[4] for each in found} - {None}
    same = dict(map(tuple, select_in(connection, _SAME_EVENTS, events)))
    claims = {
        id_: Found(
            document,
            said,
            same.get(event, event),
            None if id_ in corrected or said in corrected else sketch,
        )
        for _, id_, document, said, event, sketch in found
    }
    return {row: id_ for row, id_, *_ in found}, claims


_FOUND = (
    select(
        _claim.c.row,
        _claim.c.id,
        _claim.c.document_id,
        _claim.c.attribution_id,
        _claim.c.event_id,
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


_KEYS_OF = select(_sketch.c.claim_row, _sketch.c.block_keys).where(_sketch.c.claim_row.in_(IDS))


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
