"""Saving a run, going on from it, and the moving average of its weights."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

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
    places: dict[str, tuple[int, int, int]],
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
            "streams": places,
            "settings": asdict(settings),
            "sizes": network.record(),
            "inventory": inventory.record(),
        },
        temporary,
    )
    temporary.replace(path)


def load_state(path: Path) -> dict[str, Any]:
    """What ``save`` has written."""
    found: dict[str, Any] = torch.load(path, weights_only=True, map_location="cpu")
    return found


def seek(state: dict[str, Any], streams: dict[str, Stream], settings: Settings) -> None:
    """Set the streams to where a checkpoint stands; a run may go on without some of its texts."""
    for name, place in state["streams"].items():
        if name not in streams:
            continue
        # A checkpoint of a run with other batch sizes goes on with its next epoch, and so does one
        # from the time before shards.
        same = state["settings"].get("attribution_pieces") == settings.attribution_pieces
        goes_on = same and len(place) == 3
        streams[name].seek(*(place if goes_on else (place[0] + 1, 0, 0)))


def restore(
    state: dict[str, Any],
    network: Network,
    optimizer: torch.optim.Optimizer,
    average: dict[str, Tensor],
) -> int:
    """Set the weights and what the optimizer knows to a checkpoint's, and return its step."""
    network.load_state_dict(state["network"])
    optimizer.load_state_dict(state["optimizer"])
    for name, value in state["average"].items():
        average[name].copy_(value)
    return int(state["step"])
