"""Saving a run, going on from it, and the moving average of its weights."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import torch
from torch import Tensor

from claimgraph.training.labels import Inventory
from claimgraph.training.network import Network
from claimgraph.training.settings import Settings
from claimgraph.training.streams import Stream


def follow(average: dict[str, Tensor], network: Network, keep: float) -> None:
    """Exponential moving average of the weights."""
    with torch.no_grad():
        for name, value in network.state_dict().items():
            average[name].lerp_(value, 1.0 - keep)


def save(
    path: Path,
    step: int,
    network: Network,
    optimizer: torch.optim.Optimizer,
    average: dict[str, Tensor],
    streams: dict[str, Stream],
    settings: Settings,
    inventory: Inventory,
) -> None:
    """Write everything that a run needs to go on; an old checkpoint stays until it is whole."""
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


def restore(
    path: Path,
    network: Network,
    optimizer: torch.optim.Optimizer,
    average: dict[str, Tensor],
    streams: dict[str, Stream],
    settings: Settings,
) -> int:
    """Set everything to what a checkpoint says, and return its step."""
    state = torch.load(path, weights_only=True, map_location="cpu")
    network.load_state_dict(state["network"])
    optimizer.load_state_dict(state["optimizer"])
    for name, value in state["average"].items():
        average[name].copy_(value)
    for name, (epoch, index) in state["streams"].items():
        # A checkpoint of a run with other batch sizes goes on with its next epoch.
        same = state["settings"].get("attribution_pieces") == settings.attribution_pieces
        streams[name].seek(*((epoch, index) if same else (epoch + 1, 0)))
    return int(state["step"])
