"""The training run: one command, deterministic for a seed, resumable from any checkpoint."""

from __future__ import annotations

import json
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from random import Random
from typing import Any

import torch
from torch import Tensor, nn

from claimgraph.reading.pieces import WordPieces
from claimgraph.reading.words import make_tokenizer
from claimgraph.training.batches import Batch, Batcher, Stream
from claimgraph.training.corpora import (
    Annotated,
    read_conllu,
    read_names,
    read_polnear,
    read_re3d,
)
from claimgraph.training.exported import is_exported, read_exported, read_inventory
from claimgraph.training.labels import Inventory
from claimgraph.training.losses import WEIGHTS, losses
from claimgraph.training.names import NamePool
from claimgraph.training.network import Network, Sizes, seed_noise
from claimgraph.training.windows import Variation


@dataclass(frozen=True)
class Settings:
    """Everything a run depends on, besides its data and its start.

    Attributes:
        found_links_from: Step from which links are also trained on spans that the tagger finds.
        ewt_share: How often the treebank's turn is EWT's rather than GUM's; 0: by their sizes.
        swapped_names: Share of documents in which names give way to others of their kind.
        hidden_words: Share of words that are shown as [MASK].
    """

    steps: int = 4500
    decay: int = 2200
    warmup: int = 200
    seed: int = 1
    encoder_rate: float = 2e-4
    layer_decay: float = 0.9
    head_rate: float = 1e-3
    transition_rate: float = 5e-3
    weight_decay: float = 0.01
    attribution_pieces: int = 1536
    syntax_pieces: int = 768
    names_every: int = 8
    average: float = 0.998
    average_every: int = 4
    save_every: int = 100
    workers: int = 2
    dropout: float = 0.1
    found_links_from: int = 301
    ewt_share: float = 0.0
    swapped_names: float = 0.0
    hidden_words: float = 0.0


@dataclass(frozen=True)
class Corpora:
    """The training documents by task."""

    attribution: list[Annotated]
    syntax: list[Annotated]
    names: list[Annotated]


def load_corpora(data: Path, limit: int | None = None) -> Corpora:
    """Read the training parts below ``data``; ``limit`` documents of each, for a trial."""
    import spacy

    nlp = spacy.blank("en")
    nlp.tokenizer = make_tokenizer(nlp)
    names = read_names(data / "ner" / "uner_ewt.train.iob2")
    ewt = list(read_conllu(data / "syntax" / "ewt.train.conllu", names))[:limit]
    gum = list(read_conllu(data / "syntax" / "gum.train.conllu", mentions=True))[:limit]
    return Corpora(
        list(read_polnear(data / "attribution" / "polnear.train.jsonl", nlp))[:limit],
        [*ewt, *gum],
        list(read_re3d(data / "ner" / "re3d.train.jsonl", nlp))[:limit],
    )


class MixedStream:
    """EWT and GUM batches by turns: a batch has one kind of annotation.

    ``first`` is the share of the first stream's turns; 0: by the sizes of both.
    """

    def __init__(self, streams: list[Stream], seed: int, first: float = 0.0) -> None:
        self.streams = streams
        self.seed = seed
        sizes = [sum(len(d.words) for d in stream.documents) for stream in streams]
        self.weights = [first, 1.0 - first] if first else [size / sum(sizes) for size in sizes]

    def at(self, step: int, worker: int) -> Stream:
        """The stream whose turn it is at ``step``."""
        return Random(f"{self.seed}/{step}/{worker}").choices(self.streams, self.weights)[0]


def rate(step: int, settings: Settings) -> float:
    """The learning rate's factor: warm up, stay, and fall to zero over the last steps."""
    if step < settings.warmup:
        return (step + 1) / settings.warmup
    left = settings.steps - step
    return min(1.0, max(left, 0) / settings.decay)


def parameter_groups(network: Network, settings: Settings) -> list[dict[str, Any]]:
    """Lower layers learn more slowly than upper ones, and new parts faster than either."""
    groups: dict[tuple[float, float], list[nn.Parameter]] = {}
    top = len(network.encoder.layers)
    for name, parameter in network.named_parameters():
        decay = settings.weight_decay if parameter.ndim > 1 else 0.0
        if name.startswith("encoder.layers."):
            depth = top - 1 - int(name.split(".")[2])
            speed = settings.encoder_rate * settings.layer_decay**depth
        elif name.startswith(("encoder.shapes", "encoder.quotes")):
            speed = settings.head_rate * 0.5
        elif name.startswith("encoder."):
            speed = settings.encoder_rate * settings.layer_decay**top
        elif name == "crf":
            speed = settings.transition_rate
        else:
            speed = settings.head_rate
        groups.setdefault((speed, decay), []).append(parameter)
    return [
        {"params": parameters, "lr": speed, "peak": speed, "weight_decay": decay}
        for (speed, decay), parameters in groups.items()
    ]


def train(
    data: Path,
    start_weights: Path,
    out: Path,
    settings: Settings,
    *,
    resume: Path | None = None,
    limit: int | None = None,
) -> Path:
    """Train the network and return its last checkpoint.

    Args:
        data: Folder with ``attribution``, ``syntax`` and ``ner``.
        start_weights: Folder with MiniLM's ``model.safetensors`` and ``tokenizer.json``; or a
            model folder that ``export`` has written, to train that model further.
        out: Folder for checkpoints and the log; made if missing.
        settings: How to train. On resuming, steps and decay may differ from the first run's.
        resume: A checkpoint to go on from.
        limit: Documents per corpus, for a trial.
    """
    out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(settings.seed)
    corpora = load_corpora(data, limit)
    trained = is_exported(start_weights)
    inventory = read_inventory(start_weights) if trained else Inventory.of(corpora.syntax)
    pieces = WordPieces.from_file(str(start_weights / "tokenizer.json"))
    batcher = Batcher(pieces, inventory)
    streams = _streams(corpora, batcher, settings)
    mixed = MixedStream([streams["ewt"], streams["gum"]], settings.seed, settings.ewt_share)
    if trained:
        network = read_exported(start_weights)
    else:
        network = Network(
            Sizes(
                xpos_labels=len(inventory.xpos),
                relation_labels=len(inventory.relations),
                lemma_rules=len(inventory.lemma_rules),
            )
        )
        network.encoder.load_minilm(start_weights)
    optimizer = torch.optim.AdamW(parameter_groups(network, settings), fused=True)
    average = {name: value.detach().clone() for name, value in network.state_dict().items()}
    step = 0
    if resume is not None:
        step = _restore(resume, network, optimizer, average, streams, settings)
    network.train()
    replicas = [network, *(_replica(network) for _ in range(settings.workers - 1))]
    log = (out / "log.jsonl").open("a", encoding="utf-8")
    print(json.dumps(asdict(settings)), file=log, flush=True)
    progress = Progress()
    latest = out / "latest.pt"
    with ThreadPoolExecutor(settings.workers) as pool:
        while step < settings.steps:
            for group in optimizer.param_groups:
                group["lr"] = group["peak"] * rate(step, settings)
            tasks = [
                _turns(streams, mixed, step, worker, settings) for worker in range(settings.workers)
            ]
            jobs = [
                pool.submit(_gradients, replica, batches, step, worker, settings)
                for worker, (replica, batches) in enumerate(zip(replicas, tasks, strict=True))
            ]
            for job in jobs:
                progress.add(job.result())
            _gather(replicas)
            torch.nn.utils.clip_grad_norm_(network.parameters(), 10.0)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            step += 1
            if step % settings.average_every == 0:
                keep = min(settings.average, step / (step + 10)) ** settings.average_every
                _follow(average, network, keep)
            if step % 20 == 0:
                extra = {
                    "step": step,
                    "rate": round(rate(step, settings), 3),
                    "epoch": streams["attribution"].epoch,
                }
                print(json.dumps(progress.row() | extra), file=log, flush=True)
                progress = Progress()
            if step % settings.save_every == 0 or step == settings.steps:
                _save(latest, step, network, optimizer, average, streams, settings, inventory)
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


def _turns(
    streams: dict[str, Stream], mixed: MixedStream, step: int, worker: int, settings: Settings
) -> list[Batch]:
    """The batches of one worker in one step."""
    turns = [streams["attribution"], mixed.at(step, worker)]
    if worker == 0 and step % settings.names_every == 0:
        turns.append(streams["names"])
    return [next(stream) for stream in turns]


def _gradients(
    network: Network, batches: list[Batch], step: int, worker: int, settings: Settings
) -> tuple[list[dict[str, float]], int]:
    """Add the gradients of some batches to the network's; return the losses and the pieces."""
    # One thread per worker: threads that wait for each other in every product stand still
    # whenever another program wants a core.
    torch.set_num_threads(1)
    rng = Random(f"{settings.seed}/{step}/{worker}")
    predicted = 0.6 if step >= settings.found_links_from else 0.0
    seed_noise(rng.getrandbits(60))
    values = []
    for batch in batches:
        with torch.autocast("cpu", dtype=torch.bfloat16):
            found = losses(network, batch, rng, predicted_share=predicted, dropout=settings.dropout)
        torch.stack([WEIGHTS[name] * value for name, value in found.items()]).sum().backward()
        values.append({name: float(value.detach()) for name, value in found.items()})
    return values, sum(batch.pieces for batch in batches)


def _replica(network: Network) -> Network:
    """A network with the same weights in the same memory, and gradients of its own."""
    twin = Network(network.sizes)
    for mine, theirs in zip(twin.parameters(), network.parameters(), strict=True):
        mine.data = theirs.data
    twin.train()
    return twin


def _gather(replicas: list[Network]) -> None:
    """Add the replicas' gradients to the first one's."""
    for parameters in zip(*(replica.parameters() for replica in replicas), strict=True):
        first = parameters[0]
        for other in parameters[1:]:
            if other.grad is None:
                continue
            if first.grad is None:
                first.grad = other.grad
            else:
                first.grad.add_(other.grad)
            other.grad = None


def _streams(corpora: Corpora, batcher: Batcher, settings: Settings) -> dict[str, Stream]:
    variation = Variation(swapped_names=settings.swapped_names, hidden_words=settings.hidden_words)
    names = NamePool.of([*corpora.syntax, *corpora.names])
    wanted = {
        "attribution": (corpora.attribution, settings.attribution_pieces),
        "ewt": ([d for d in corpora.syntax if d.mentions is None], settings.syntax_pieces),
        "gum": ([d for d in corpora.syntax if d.mentions is not None], settings.syntax_pieces),
        "names": (corpora.names, settings.syntax_pieces),
    }
    return {
        name: Stream(
            documents,
            batcher,
            pieces_per_batch=budget,
            seed=settings.seed,
            variation=replace(variation, penn=0.0) if name != "attribution" else variation,
            names=names,
        )
        for name, (documents, budget) in wanted.items()
    }


def _follow(average: dict[str, Tensor], network: Network, keep: float) -> None:
    """Exponential moving average of the weights."""
    with torch.no_grad():
        for name, value in network.state_dict().items():
            average[name].lerp_(value, 1.0 - keep)


def _save(
    path: Path,
    step: int,
    network: Network,
    optimizer: torch.optim.Optimizer,
    average: dict[str, Tensor],
    streams: dict[str, Stream],
    settings: Settings,
    inventory: Inventory,
) -> None:
    temporary = path.with_suffix(".part")
    torch.save(
        {
            "step": step,
            "network": network.state_dict(),
            "average": average,
            "optimizer": optimizer.state_dict(),
            "streams": {name: (s.epoch, s.index) for name, s in streams.items()},
            "settings": asdict(settings),
            "sizes": network.record(),
            "inventory": inventory.record(),
        },
        temporary,
    )
    temporary.replace(path)


def _restore(
    path: Path,
    network: Network,
    optimizer: torch.optim.Optimizer,
    average: dict[str, Tensor],
    streams: dict[str, Stream],
    settings: Settings,
) -> int:
    state = torch.load(path, weights_only=True)
    network.load_state_dict(state["network"])
    optimizer.load_state_dict(state["optimizer"])
    for name, value in state["average"].items():
        average[name].copy_(value)
    for name, (epoch, index) in state["streams"].items():
        # A checkpoint of a run with other batch sizes goes on with its next epoch.
        same = state["settings"].get("attribution_pieces") == settings.attribution_pieces
        streams[name].seek(*((epoch, index) if same else (epoch + 1, 0)))
    return int(state["step"])
