"""The training run: one command, deterministic for a seed, resumable from any checkpoint."""

from __future__ import annotations

import json
import time
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from random import Random
from typing import Any

import torch
from torch import Tensor, nn

from claimgraph.reading.pieces import WordPieces
from claimgraph.reading.words import make_tokenizer
from claimgraph.training.batches import Batcher, Stream
from claimgraph.training.corpora import (
    Annotated,
    read_conllu,
    read_names,
    read_polnear,
    read_re3d,
)
from claimgraph.training.labels import Inventory
from claimgraph.training.losses import WEIGHTS, losses
from claimgraph.training.network import Network, Sizes
from claimgraph.training.windows import Variation


@dataclass(frozen=True)
class Settings:
    """Everything a run depends on, besides its data."""

    steps: int = 4500
    decay: int = 2200
    warmup: int = 200
    seed: int = 1
    encoder_rate: float = 2e-4
    layer_decay: float = 0.9
    head_rate: float = 1e-3
    transition_rate: float = 5e-3
    weight_decay: float = 0.01
    attribution_pieces: int = 2304
    syntax_pieces: int = 1280
    names_every: int = 8
    average: float = 0.998
    save_every: int = 200
    threads: int = 2


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
    """EWT and GUM batches by turns of their sizes: a batch has one kind of annotation."""

    def __init__(self, streams: list[Stream], seed: int) -> None:
        self.streams = streams
        self.seed = seed
        sizes = [sum(len(d.words) for d in stream.documents) for stream in streams]
        self.weights = [size / sum(sizes) for size in sizes]

    def at(self, step: int) -> Stream:
        """The stream whose turn it is at ``step``."""
        return Random(f"{self.seed}/{step}").choices(self.streams, self.weights)[0]


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
        start_weights: Folder with MiniLM's ``model.safetensors`` and ``tokenizer.json``.
        out: Folder for checkpoints and the log; made if missing.
        settings: How to train. On resuming, steps and decay may differ from the first run's.
        resume: A checkpoint to go on from.
        limit: Documents per corpus, for a trial.
    """
    out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(settings.threads)
    torch.manual_seed(settings.seed)
    corpora = load_corpora(data, limit)
    inventory = Inventory.of(corpora.syntax)
    pieces = WordPieces.from_file(str(start_weights / "tokenizer.json"))
    batcher = Batcher(pieces, inventory)
    streams = _streams(corpora, batcher, settings)
    mixed = MixedStream([streams["ewt"], streams["gum"]], settings.seed)
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
        step = _restore(resume, network, optimizer, average, streams)
    network.train()
    log = (out / "log.jsonl").open("a", encoding="utf-8")
    print(json.dumps({"settings": asdict(settings), "inventory": len(inventory.lemma_rules)}))
    sums: dict[str, float] = {}
    counts: dict[str, int] = {}
    pieces_seen, since = 0, time.time()
    latest = out / "latest.pt"
    while step < settings.steps:
        factor = rate(step, settings)
        for group in optimizer.param_groups:
            group["lr"] = group["peak"] * factor
        rng = Random(f"{settings.seed}/links/{step}")
        turns = [streams["attribution"], mixed.at(step)]
        if step % settings.names_every == 0:
            turns.append(streams["names"])
        for stream in turns:
            batch = next(stream)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                found = losses(network, batch, rng, predicted_share=0.6 if step > 300 else 0.0)
            total = torch.stack([WEIGHTS[name] * value for name, value in found.items()]).sum()
            total.backward()
            pieces_seen += batch.pieces
            for name, value in found.items():
                sums[name] = sums.get(name, 0.0) + float(value.detach())
                counts[name] = counts.get(name, 0) + 1
        torch.nn.utils.clip_grad_norm_(network.parameters(), 5.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        step += 1
        _follow(average, network, min(settings.average, step / (step + 10)))
        if step % 20 == 0:
            row = {name: round(sums[name] / counts[name], 4) for name in sums}
            seconds = time.time() - since
            row |= {
                "step": step,
                "rate": round(factor, 3),
                "pieces_per_second": round(pieces_seen / seconds),
                "seconds_per_step": round(seconds / 20, 3),
                "epoch": streams["attribution"].epoch,
            }
            print(json.dumps(row), file=log, flush=True)
            sums, counts, pieces_seen, since = {}, {}, 0, time.time()
        if step % settings.save_every == 0 or step == settings.steps:
            _save(latest, step, network, optimizer, average, streams, settings, inventory)
    log.close()
    return latest


def _streams(corpora: Corpora, batcher: Batcher, settings: Settings) -> dict[str, Stream]:
    variation = Variation()
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
            "random": torch.get_rng_state(),
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
) -> int:
    state = torch.load(path, weights_only=True)
    network.load_state_dict(state["network"])
    optimizer.load_state_dict(state["optimizer"])
    for name, value in state["average"].items():
        average[name].copy_(value)
    for name, (epoch, index) in state["streams"].items():
        streams[name].seek(epoch, index)
    torch.set_rng_state(state["random"])
    return int(state["step"])
