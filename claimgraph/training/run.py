"""The training run: one command, deterministic for a seed, resumable from any checkpoint."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import torch

from claimgraph.reading.encoder.pieces import WordPieces
from claimgraph.training.ahead import look_ahead
from claimgraph.training.batches import Batcher
from claimgraph.training.checkpoints import follow, load_state, restore, save, seek
from claimgraph.training.data import MixedStream, load_corpora, make_streams, take_turns
from claimgraph.training.exported import is_exported, read_inventory
from claimgraph.training.gradients import add_gradients, gather, make_replica
from claimgraph.training.grammar import (
    add_grammar,
    add_mentions,
    read_grammar,
    read_mentions,
)
from claimgraph.training.labels import Inventory
from claimgraph.training.network import Network
from claimgraph.training.panel import Panel
from claimgraph.training.settings import Settings, parameter_groups, rate
from claimgraph.training.starts import load_start, piece_vectors, tokenizer_file
from claimgraph.training.streams import Turns


def train(
    data: Path,
    start_weights: Path,
    out: Path,
    settings: Settings,
    *,
    resume: Path | None = None,
    limit: int | None = None,
    device: str = "cpu",
    grammar: Path | None = None,
    mentions: Path | None = None,
    panel: Sequence[Path] = (),
    panel_names: Sequence[Path] = (),
    processes: int = 0,
    texts: Path | None = None,
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
        grammar: A file of ``write_grammar`` about the attribution corpus, and about ``texts``:
            its tags and trees are trained on too.
        mentions: Such a file whose mentions are trained on.
        panel: Checkpoints of teachers of attributions that are asked about every batch, one for
            each fold; see ``panel``. The targets are then theirs as well, by
            ``settings.teacher_share``.
        panel_names: Teachers of names, as many.
        processes: Make the batches in so many processes, ahead of their turn; 0: in this one.
            The result is the same.
        texts: Documents without annotations, for the panel to speak about.

    Raises:
        ValueError: ``grammar`` or ``mentions`` lack a document, or there are ``texts`` and no
            panel.
    """
    if texts is not None and not panel:
        raise ValueError(f"nobody speaks about {texts}: name a panel of teachers, or leave it out")
    out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(settings.seed)
    corpora = load_corpora(data, limit, texts)
    if grammar is not None:
        found = read_grammar(grammar)
        corpora = replace(
            corpora,
            attribution=add_grammar(corpora.attribution, found),
            texts=add_grammar(corpora.texts, found),
        )
    if mentions is not None:
        corpora = replace(
            corpora, attribution=add_mentions(corpora.attribution, read_mentions(mentions))
        )
    trained = is_exported(start_weights)
    inventory = read_inventory(start_weights) if trained else Inventory.of(corpora.syntax)
    if settings.folds:
        corpora = corpora.part(settings.folds, settings.left_out, inside=False)
    pieces = WordPieces.from_file(str(tokenizer_file(start_weights)))
    batcher = Batcher(pieces, inventory, len(panel))
    vectors = piece_vectors(start_weights) if settings.replaced_words else None
    streams = make_streams(corpora, batcher, settings, vectors)
    state = None if resume is None else load_state(resume)
    if state is not None:
        seek(state, streams, settings)
    with ExitStack() as stack:
        # Before anything lies on the device: a process that is forked later cannot use it.
        turns: dict[str, Turns] = dict(look_ahead(streams, processes, stack))
        network = load_start(start_weights, inventory, settings.frozen_layers).to(device)
        teachers = None
        if panel:
            teachers = Panel.load(panel, panel_names, device, settings.teacher_share)
        run = Run(network, settings, turns, teachers, inventory, out)
        if state is not None:
            run.restore(state)
        return run.finish()


class Run:
    """A network, its optimizer and its data on their way."""

    def __init__(
        self,
        network: Network,
        settings: Settings,
        turns: dict[str, Turns],
        panel: Panel | None,
        inventory: Inventory,
        out: Path,
    ) -> None:
        """Stand at the first step."""
        self._network, self._settings, self._turns = network, settings, turns
        self._panel, self._inventory, self._out = panel, inventory, out
        self._mixed = MixedStream([turns["ewt"], turns["gum"]], settings.seed, settings.ewt_share)
        self._optimizer = torch.optim.AdamW(parameter_groups(network, settings), fused=True)
        self._average = {n: value.detach().clone() for n, value in network.state_dict().items()}
        self._step = 0

    def restore(self, state: dict[str, Any]) -> None:
        """Go on from a checkpoint."""
        self._step = restore(state, self._network, self._optimizer, self._average)

    def finish(self) -> Path:
        """Take all steps that are left, and return the last checkpoint."""
        settings = self._settings
        self._network.train()
        others = (make_replica(self._network) for _ in range(settings.workers - 1))
        replicas = [self._network, *others]
        progress = Progress()
        latest = self._out / "latest.pt"
        with (
            (self._out / "log.jsonl").open("a", encoding="utf-8") as log,
            ThreadPoolExecutor(settings.workers) as pool,
        ):
            print(json.dumps(asdict(settings)), file=log, flush=True)
            while self._step < settings.steps:
                self._take_step(replicas, pool, progress)
                if self._step % 20 == 0:
                    extra = {
                        "step": self._step,
                        "rate": round(rate(self._step, settings), 3),
                        "epoch": self._turns["attribution"].epoch,
                    }
                    print(json.dumps(progress.row() | extra), file=log, flush=True)
                    progress = Progress()
                if self._step % settings.save_every == 0 or self._step == settings.steps:
                    self._save(latest)
        return latest

    def _take_step(
        self, replicas: list[Network], pool: ThreadPoolExecutor, progress: Progress
    ) -> None:
        settings, step = self._settings, self._step
        for group in self._optimizer.param_groups:
            group["lr"] = group["peak"] * rate(step, settings)
        jobs = [
            pool.submit(
                add_gradients,
                replica,
                take_turns(self._turns, self._mixed, step, worker, settings),
                step,
                worker,
                settings,
                self._panel,
            )
            for worker, replica in enumerate(replicas)
        ]
        for job in jobs:
            progress.add(job.result())
        gather(replicas)
        torch.nn.utils.clip_grad_norm_(self._network.parameters(), 10.0)
        self._optimizer.step()
        self._optimizer.zero_grad(set_to_none=True)
        self._step += 1
        if self._step % settings.average_every == 0:
            keep = min(settings.average, self._step / (self._step + 10)) ** settings.average_every
            follow(self._average, self._network, keep)

    def _save(self, path: Path) -> None:
        places = {name: (s.epoch, s.shard, s.index) for name, s in self._turns.items()}
        save(
            path,
            self._step,
            self._network,
            self._optimizer,
            self._average,
            places,
            self._settings,
            self._inventory,
        )


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
