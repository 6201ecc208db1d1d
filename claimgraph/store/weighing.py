"""How much claims share: the keys of a document's claims held against those of many others.

What is worked out here takes a dozen numbers for each of thousands of claims, so it is done for all
claims at once, with arrays. Which bounds there are, :mod:`claimgraph.store.candidates` says.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress
from math import log2
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]

#: What a key adds that says which event it is, where words add 1: no claim has so many words.
_EVENT = 1 << 32

#: The greatest number of 64 bits: a key has 63.
_NO_KEY = (1 << 63) - 1


class Block(NamedTuple):
    """What the store has under one key of a document's claims, seen from one moment.

    Attributes:
        key: The key, below zero for a word.
        moment: Where those claims stand in time.
        mine: The rows of those claims, with commas between.
        claims: How many claims have this key, all in all.
        earlier: The rows of others before that moment, nearest; ``None`` where there are none.
        later: Of those after it.
    """

    key: int
    moment: int
    mine: str
    claims: int
    earlier: str | None
    later: str | None


@dataclass(frozen=True)
class Limits:
    """How many claims one claim may be held against.

    Attributes:
        most: At most so many.
        few: So many, even of those that share less than a rare key.
        rare: A key that so many claims have is rare.
        event: How much more than a word a key tells that says which event it is.
    """

    most: int
    few: int
    rare: int
    event: int


class Near(NamedTuple):
    """The claims of other documents that share most with one claim.

    Attributes:
        row: Its row.
        sure: Those with which it shares a key that says which event it is.
        maybe: The others.
    """

    row: int
    sure: list[int]
    maybe: list[int]


class OwnKeys:
    """The keys of a document's claims.

    Args:
        blocks: What the store has under each.

    Attributes:
        claims: For each key, the rows of those that have it.
    """

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.claims: defaultdict[int, list[int]] = defaultdict(list)
        for block in blocks:
            self.claims[block.key] += map(int, block.mine.split(","))
        self._keys = np.array(sorted(self.claims), np.int64)
        self._of: defaultdict[int, list[int]] = defaultdict(list)
        for at, key in enumerate(self._keys.tolist()):
            for row in self.claims[key]:
                self._of[row].append(at)
        self._first_of_events = int(np.searchsorted(self._keys, 0))
        self._worth = np.where(self._keys < 0, 1, _EVENT)
        # What each key adds for the claim that is looked at; the last place is for other keys.
        self._adds = np.zeros(len(self._keys) + 1, np.int64)

    @property
    def rows(self) -> list[int]:
        """The document's claims that have keys."""
        return list(self._of)

    def seen_in(self, packed: Mapping[int, bytes]) -> "Keys":
        """The keys of some claims as this document sees them.

        Args:
            packed: For each claim its keys, as a sketch has them.
        """
        keys = np.frombuffer(b"".join(packed.values()), "<i8")
        lengths = np.array([len(each) // 8 for each in packed.values()], np.int64)
        # A last key, which none is, makes a place for those that lie behind all.
        places = np.searchsorted(self._keys, keys)
        places[np.append(self._keys, _NO_KEY)[places] != keys] = len(self._keys)
        filled = np.arange(lengths.max(initial=0)) < lengths[:, None]
        table = np.full(filled.shape, len(self._keys), np.int64)
        table[filled] = places
        claims = np.repeat(np.arange(len(lengths)), lengths)
        words = np.bincount(claims[keys < 0], minlength=len(lengths))
        return Keys({row: at for at, row in enumerate(packed)}, table, words)

    def sharing_enough(
        self, row: int, others: Sequence[int], keys: "Keys", *, least: int, part: float
    ) -> list[int]:
        """Those of some claims that share enough with one of the document: a key that says which
        event it is, or words.

        Args:
            row: The one.
            others: The rows of the others.
            keys: Of these, and maybe of more.
            least: So many words, or all that the one with fewer has.
            part: And such a part of those of the one with fewer.
        """
        mine = self._of[row]
        at = np.array([keys.at[other] for other in others], np.int64)
        self._adds[mine] = self._worth[mine]
        shared = self._adds[keys.table[at]].sum(axis=1)
        self._adds[mine] = 0
        fewer = np.minimum(bisect_left(mine, self._first_of_events), keys.words[at])
        enough = shared % _EVENT >= np.maximum(np.minimum(least, fewer), part * fewer)
        return list(compress(others, enough | (shared >= _EVENT)))


class Keys(NamedTuple):
    """The keys of some claims, as a document that is compared with them sees them.

    Attributes:
        at: In which line each stands, by its row.
        table: In each line its keys, by their places among the document's own.
        words: How many of its keys are words.
    """

    at: dict[int, int]
    table: Numbers
    words: Numbers


def nearest(
    blocks: Sequence[Block], own: OwnKeys, total: int, limits: Limits
) -> tuple[list[Near], int]:
    """For each claim of a document the others that share most with it, and how many were left out.

    Args:
        blocks: What the store has under each key and moment of the document's claims.
        own: Their keys.
        total: How many claims there are, about: it says how rare a key is.
        limits: How many claims one claim may be held against.
    """
    others, sizes = _others(blocks)
    ends = np.cumsum(sizes)
    of_events = np.array([block.key >= 0 for block in blocks], np.bool_)
    weights = np.array([_weight(block.claims, total) for block in blocks])
    weights[of_events] *= limits.event
    least = _weight(limits.rare, total)
    left_out = 0
    found = []
    for row, some in _by_claim(blocks, sizes):
        lengths = sizes[some]
        theirs = np.concatenate([others[ends[each] - sizes[each] : ends[each]] for each in some])
        each_once, places = np.unique(theirs, return_inverse=True)
        # Added up in the order of the blocks, so that the sums are the same each time.
        shared = np.bincount(places, np.repeat(weights[some], lengths))
        best = _best(shared.astype(np.float64, copy=False), least, limits)
        left_out += len(shared) - len(best)
        sure = np.bincount(places, np.repeat(of_events[some], lengths))[best] > 0
        theirs = each_once[best]
        found.append(Near(row, theirs[sure].tolist(), theirs[~sure].tolist()))
    for block, size in zip(blocks, sizes.tolist(), strict=True):
        beyond = block.claims - len(own.claims[block.key]) - size
        left_out += beyond * (block.mine.count(",") + 1)
    return found, left_out


def _others(blocks: Sequence[Block]) -> tuple[Numbers, Numbers]:
    """The others of all blocks, one block's after the other's; and how many each has."""
    listed = [text for block in blocks for text in (block.earlier, block.later) if text]
    others = (
        np.fromstring(",".join(listed), np.int64, sep=",") if listed else np.array([], np.int64)
    )
    return others, np.array([_count(each.earlier) + _count(each.later) for each in blocks])


def _count(listed: str | None) -> int:
    return listed.count(",") + 1 if listed else 0


def _by_claim(blocks: Sequence[Block], sizes: Numbers) -> Iterator[tuple[int, list[int]]]:
    """For each claim of the document the blocks, by their places, that have others for it."""
    places: defaultdict[int, list[int]] = defaultdict(list)
    for at, (block, size) in enumerate(zip(blocks, sizes.tolist(), strict=True)):
        if size:
            for row in block.mine.split(","):
                places[int(row)].append(at)
    yield from places.items()


def _best(shared: NDArray[np.float64], least: float, limits: Limits) -> Numbers:
    """Where those stand that share most, of those that share the same the later ones.

    Args:
        shared: How much each shares.
        least: What a rare key weighs.
        limits: How many may be kept.
    """
    rarely = int(np.count_nonzero(shared >= least))
    kept = min(limits.most, max(limits.few, rarely))
    if kept >= len(shared):
        return np.arange(len(shared))
    bar = np.partition(shared, -kept)[-kept]
    best = np.flatnonzero(shared >= bar)
    too_many = len(best) - kept
    if not too_many:
        return best
    level = np.flatnonzero(shared[best] == bar)
    return np.delete(best, level[:too_many])


def _weight(claims: int, total: int) -> float:
    """How much it tells that two claims share a key which so many of all claims have: in bits."""
    return log2(1 + total / claims)
