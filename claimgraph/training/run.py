"""The training run: one command, deterministic for a seed, resumable from any checkpoint."""

from __future__ import annotations

import json
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from pathlib import Path

import torch

from claimgraph.reading.encoder.pieces import WordPieces
from claimgraph.training.batches import Batcher
from claimgraph.training.checkpoints import follow, restore, save
from claimgraph.training.data import MixedStream, load_corpora, make_streams, take_turns
from claimgraph.training.exported import is_exported, read_inventory
from claimgraph.training.gradients import add_gradients, gather, make_replica
from claimgraph.training.guide import Teacher
from claimgraph.training.labels import Inventory
from claimgraph.training.lessons import read_lessons
from claimgraph.training.settings import Settings, parameter_groups, rate
from claimgraph.training.starts import load_start, tokenizer_file


def train(
    data: Path,
    start_weights: Path,
    out: Path,
    settings: Settings,
    *,
    resume: Path | None = None,
    limit: int | None = None,
    device: str = "cpu",
    lessons: Path | None = None,
) -> Path:
    """Train the network and return its last checkpoint.

    Args:
        data: Folder with ``attribution``, ``syntax`` and ``ner``.
        start_weights: Folder with the published weights of MiniLM or MPNet; or a model folder
            that ``export`` has written, to train that model further (see ``starts``).
        out: Folder for checkpoints and the log; made if missing.
        settings: How to train. On resuming, steps and decay may differ from the first run's.
        resume: A checkpoint to go on from.
        limit: Documents per corpus, for a trial.
        device: Where to train, as PyTorch names it: "cpu", "cuda". On the latter one worker is
            enough.
        lessons: Folder of ``write_lessons``: the targets are then a teacher's as well, by
            ``settings.teacher_share``.
    """
    out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(settings.seed)
    corpora = load_corpora(data, limit)
    trained = is_exported(start_weights)
    inventory = read_inventory(start_weights) if trained else Inventory.of(corpora.syntax)
    pieces = WordPieces.from_file(str(tokenizer_file(start_weights)))
    taught = None if lessons is None else read_lessons(lessons)
    teacher = None if taught is None else Teacher(taught.heads, device, settings.teacher_share)
    batcher = Batcher(pieces, inventory, taught)
    streams = make_streams(corpora, batcher, settings)
    if taught is not None:
        for stream in streams.values():
            taught.check(stream.documents)
    mixed = MixedStream([streams["ewt"], streams["gum"]], settings.seed, settings.ewt_share)
    network = load_start(start_weights, inventory, settings.frozen_layers).to(device)
    optimizer = torch.optim.AdamW(parameter_groups(network, settings), fused=True)
    average = {name: value.detach().clone() for name, value in network.state_dict().items()}
    step = 0
    if resume is not None:
        step = restore(resume, network, optimizer, average, streams, settings)
    network.train()
    replicas = [network, *(make_replica(network) for _ in range(settings.workers - 1))]
    log = (out / "log.jsonl").open("a", encoding="utf-8")
    print(json.dumps(asdict(settings)), file=log, flush=True)
    progress = Progress()
    latest = out / "latest.pt"
    with ThreadPoolExecutor(settings.workers) as pool:
        while step < settings.steps:
            for group in optimizer.param_groups:
                group["lr"] = group["peak"] * rate(step, settings)
            tasks = [
                take_turns(streams, mixed, step, worker, settings)
                for worker in range(settings.workers)
            ]
            jobs = [
                pool.submit(add_gradients, replica, batches, step, worker, settings, teacher)
                for worker, (replica, batches) in enumerate(zip(replicas, tasks, strict=True))
            ]
            for job in jobs:
                progress.add(job.result())
            gather(replicas)
            torch.nn.utils.clip_grad_norm_(network.parameters(), 10.0)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            step += 1
            if step % settings.average_every == 0:
                keep = min(settings.average, step / (step + 10)) ** settings.average_every
                follow(average, network, keep)
            if step % 20 == 0:
                extra = {
                    "step": step,
                    "rate": round(rate(step, settings), 3),
                    "epoch": streams["attribution"].epoch,
                }
                print(json.dumps(progress.row() | extra), file=log, flush=True)
                progress = Progress()
            if step % settings.save_every == 0 or step == settings.steps:
                save(latest, step, network, optimizer, average, streams, settings, inventory)
    log.close()
    return latest


class Progress:
    """Mean losses and speed since the last line of the log."""

    def __init__(self) -> None:
        self._sums: Counter[str] = Counter()
        self._counts: Counter[str] = Counter()
        self._pieces = 0
        self._since = time.time()

    def add(self, found: tuple[list[dict[str, float]], int]) -> None:
        """Count one worker's losses and pieces."""
        values, pieces = found
        self._pieces += pieces
        for row in values:
            self._sums.update(row)
            self._counts.update(row.keys())

    def row(self) -> dict[str, float]:
        """The means, rounded."""
        means = {name: round(self._sums[name] / self._counts[name], 4) for name in self._sums}
        return means | {"pieces_per_second": round(self._pieces / (time.time() - self._since))}
