"""Endless batches from some documents, the same for the same seed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

from claimgraph.training.batches import Batch, Batcher
from claimgraph.training.corpora import Annotated
from claimgraph.training.names import NamePool
from claimgraph.training.windows import Variation, Window, cut


class Stream:
    """Endless batches from some documents; the n-th batch depends on the seed alone."""

    def __init__(
        self,
        documents: Sequence[Annotated],
        batcher: Batcher,
        *,
        pieces_per_batch: int,
        seed: int,
        variation: Variation,
        names: NamePool | None = None,
    ) -> None:
        self.documents = documents
        self.names = names
        self.batcher = batcher
        self.budget = pieces_per_batch
        self.seed = seed
        self.variation = variation
        self.epoch = 0
        self.index = 0
        self._plan: list[list[Window]] = self._cut_epoch()

    def seek(self, epoch: int, index: int) -> None:
        """Go on from a remembered place."""
        self.epoch, self.index = epoch, index
        self._plan = self._cut_epoch()

    def __next__(self) -> Batch:
        if self.index >= len(self._plan):
            self.epoch, self.index = self.epoch + 1, 0
            self._plan = self._cut_epoch()
        windows = self._plan[self.index]
        self.index += 1
        return self.batcher(windows)

    def __iter__(self) -> Iterator[Batch]:
        return self

    def _cut_epoch(self) -> list[list[Window]]:
        """All windows of an epoch, in shuffled batches of windows of like length."""
        rng = Random(f"{self.seed}/{self.epoch}")
        windows = [
            window
            for document in self.documents
            for window in cut(document, self.batcher.pieces, rng, self.variation, self.names)
        ]
        rng.shuffle(windows)
        batches: list[list[Window]] = []
        for start in range(0, len(windows), 400):
            pool = sorted(windows[start : start + 400], key=lambda window: window.length)
            current: list[Window] = []
            for window in pool:
                if current and (len(current) + 1) * window.length > self.budget:
                    batches.append(current)
                    current = []
                current.append(window)
            if current:
                batches.append(current)
        rng.shuffle(batches)
        return batches
