"""Gradients of one step, by workers that share the weights."""

from __future__ import annotations

from random import Random

import torch

from claimgraph.training.batches import Batch
from claimgraph.training.losses import WEIGHTS, losses
from claimgraph.training.network import Network, seed_noise
from claimgraph.training.panel import Panel
from claimgraph.training.settings import Settings


def add_gradients(
    network: Network,
    batches: list[Batch],
    step: int,
    worker: int,
    settings: Settings,
    panel: Panel | None = None,
) -> tuple[list[dict[str, float]], int]:
    """Add the gradients of some batches to the network's; return the losses and the pieces."""
    # One thread per worker: threads that wait for each other in every product stand still
    # whenever another program wants a core.
    torch.set_num_threads(1)
    rng = Random(f"{settings.seed}/{step}/{worker}")
    predicted = 0.6 if step >= settings.found_links_from else 0.0
    device = network.crf.device
    seed_noise(rng.getrandbits(60), device)
    values = []
    for batch in batches:
        batch.to(device)
        with torch.autocast(device.type, dtype=torch.bfloat16):
            found = losses(
                network,
                batch,
                rng,
                predicted_share=predicted,
                dropout=settings.dropout,
                heads=wanted_heads(settings),
                guide=None if panel is None else panel.guide(batch),
            )
        if not found:
            continue
        torch.stack([WEIGHTS[name] * value for name, value in found.items()]).sum().backward()
        numbers = torch.stack([value.detach() for value in found.values()]).tolist()
        values.append(dict(zip(found, numbers, strict=True)))
    return values, sum(batch.pieces for batch in batches)


def wanted_heads(settings: Settings) -> frozenset[str]:
    """The losses to train: "arc" stands for all of a treebank, "attribution" for its links too."""
    return frozenset(WEIGHTS if settings.heads == "all" else settings.heads.split(","))


def make_replica(network: Network) -> Network:
    """A network with the same weights in the same memory, and gradients of its own."""
    twin = Network(network.sizes)
    twin.to(network.crf.device)
    for mine, theirs in zip(twin.parameters(), network.parameters(), strict=True):
        mine.data = theirs.data
        mine.requires_grad_(theirs.requires_grad)
    twin.train()
    return twin


def gather(replicas: list[Network]) -> None:
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
