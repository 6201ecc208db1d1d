"""Endless batches from some documents, the same for the same seed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random
from typing import Protocol

from claimgraph.training.batches import Batch, Batcher
from claimgraph.training.corpora import Annotated
from claimgraph.training.folds import fold_of
from claimgraph.training.names import NamePool
from claimgraph.training.neighbours import Neighbours
from claimgraph.training.windows import Variation, Window, cut

SHARD_WORDS = 60_000
"""An epoch is cut into shards of about so many words; batches hold windows of one shard."""
SHARD_BATCHES = 4
"""A shard of large batches holds more words: at least so many batches of every fold."""


class Turns(Protocol):
    """What gives one batch after another, and knows where it stands."""

    documents: Sequence[Annotated]
    epoch: int
    shard: int
    index: int

    def __next__(self) -> Batch:
        """The next batch."""
        ...


class Stream:
    """Endless batches from some documents; the n-th batch depends on the seed alone.

    Attributes:
        epoch: The epoch of the next batch.
        shard: Its shard.
        index: Its place there.
    """

    def __init__(
        self,
        documents: Sequence[Annotated],
        batcher: Batcher,
        *,
        pieces_per_batch: int,
        seed: int,
        variation: Variation,
        names: NamePool | None = None,
        neighbours: Neighbours | None = None,
    ) -> None:
        self.documents = documents
        self.names = names
        self.neighbours = neighbours
        self.batcher = batcher
        self.budget = pieces_per_batch
        self.seed = seed
        self.variation = variation
        words = sum(len(document.words) for document in documents)
        least = SHARD_BATCHES * pieces_per_batch * (batcher.folds or 1)
        self.shards = max(1, min(round(words / max(SHARD_WORDS, least)), len(documents)))
        self.epoch = self.shard = self.index = 0
        self._plan: list[list[Window]] | None = None

    def seek(self, epoch: int, shard: int, index: int) -> None:
        """Go on from a remembered place."""
        self.epoch, self.shard, self.index = epoch, shard, index
        self._plan = None

    def following(self, epoch: int, shard: int) -> tuple[int, int]:
        """The epoch and shard behind a shard."""
        return (epoch, shard + 1) if shard + 1 < self.shards else (epoch + 1, 0)

    def __next__(self) -> Batch:
        if self._plan is None:
            self._plan = self.plan(self.epoch, self.shard)
        while self.index >= len(self._plan):
            self.epoch, self.shard = self.following(self.epoch, self.shard)
            self.index = 0
            self._plan = self.plan(self.epoch, self.shard)
        windows = self._plan[self.index]
        self.index += 1
        return self.batcher(windows)

    def __iter__(self) -> Iterator[Batch]:
        return self

    def plan(self, epoch: int, shard: int) -> list[list[Window]]:
        """All windows of a shard, in shuffled batches of windows of like length."""
        order = list(self.documents)
        Random(f"{self.seed}/{epoch}").shuffle(order)
        rng = Random(f"{self.seed}/{epoch}/{shard}")
        windows = [
            window
            for document in order[shard :: self.shards]
            for window in cut(
                document, self.batcher.pieces, rng, self.variation, self.names, self.neighbours
            )
        ]
        by_fold: dict[int, list[Window]] = {}
        folds = self.batcher.folds or 1
        for window in windows:
            by_fold.setdefault(fold_of(window.document, folds), []).append(window)
        batches = [batch for fold in sorted(by_fold) for batch in self._batches(by_fold[fold])]
        rng.shuffle(batches)
        return batches

    def _batches(self, windows: list[Window]) -> Iterator[list[Window]]:
        """Windows of like length together, as many as the budget allows."""
        current: list[Window] = []
        for window in sorted(windows, key=lambda window: window.length):
            if current and (len(current) + 1) * window.length > self.budget:
                yield current
                current = []
            current.append(window)
        if current:
            yield current
