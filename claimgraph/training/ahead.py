"""Batches made ahead of their turn, by processes of their own: an accelerator must not wait."""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import replace
from typing import Any

import torch

from claimgraph.training.batches import Batch
from claimgraph.training.streams import Stream

_streams: dict[str, Stream] = {}
"""What the processes read; they are forked when it is set."""


class StreamAhead:
    """A stream whose shards other processes make; it gives what the stream itself would give."""

    def __init__(self, name: str, stream: Stream, pool: ProcessPoolExecutor, shards: int) -> None:
        """Go on where ``stream`` stands, with so many ``shards`` ahead."""
        self.documents = stream.documents
        self.epoch, self.shard, self.index = stream.epoch, stream.shard, stream.index
        self._name, self._stream, self._pool = name, stream, pool
        self._asked: deque[Future[list[Batch]]] = deque()
        self._next = (stream.epoch, stream.shard)
        self._ready: list[Batch] | None = None
        for _ in range(shards):
            self._ask()

    def __next__(self) -> Batch:
        if self._ready is None:
            self._ready = self._asked.popleft().result()
            self._ask()
        while self.index >= len(self._ready):
            self.epoch, self.shard = self._stream.following(self.epoch, self.shard)
            self.index = 0
            self._ready = self._asked.popleft().result()
            self._ask()
        batch = self._ready[self.index]
        self.index += 1
        tensors: dict[str, Any] = batch.tensors
        return replace(batch, tensors={n: torch.from_numpy(v) for n, v in tensors.items()})

    def _ask(self) -> None:
        self._asked.append(self._pool.submit(_make, self._name, *self._next))
        self._next = self._stream.following(*self._next)


def look_ahead(
    streams: Mapping[str, Stream], processes: int, stack: ExitStack
) -> Mapping[str, Stream | StreamAhead]:
    """The same streams, made by ``processes`` until ``stack`` is left; by this one if 0."""
    if not processes:
        return streams
    _streams.clear()
    _streams.update(streams)
    pool = ProcessPoolExecutor(processes, mp_context=multiprocessing.get_context("fork"))
    stack.callback(pool.shutdown, cancel_futures=True)
    return {
        name: StreamAhead(name, stream, pool, min(stream.shards, processes) + 1)
        for name, stream in streams.items()
    }


def _make(name: str, epoch: int, shard: int) -> list[Batch]:
    """All batches of a shard, in arrays: tensors would need a file for each on the way back."""
    torch.set_num_threads(1)
    stream = _streams[name]
    batches = [stream.batcher(windows) for windows in stream.plan(epoch, shard)]
    for batch in batches:
        arrays: dict[str, Any] = {name: value.numpy() for name, value in batch.tensors.items()}
        batch.tensors = arrays
    return batches
