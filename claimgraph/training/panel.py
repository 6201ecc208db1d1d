"""A panel of teachers that sits in on a run: it is asked about every batch, as it is shown.

A teacher knows by heart what it was trained on, and then says little more than the gold labels.
Each was therefore trained without one fold of the documents (see ``folds``), and is asked about
that fold alone. As it sees what the student sees, texts may be changed at will: its answer fits
what was changed.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor

from claimgraph.training.batches import Batch
from claimgraph.training.export import load_network
from claimgraph.training.guide import Guide
from claimgraph.training.network import Network

_INPUTS = ("shapes", "quotes", "mask", "first", "last")


class Panel:
    """Teachers of attributions and of names, one of each for every fold."""

    def __init__(
        self, attribution: Sequence[Network], names: Sequence[Network], share: float
    ) -> None:
        """Take trained networks, by fold; ``share`` is how much of the targets is theirs."""
        self._attribution, self._names, self._share = attribution, names, share
        for network in (*attribution, *names):
            network.eval()
            network.requires_grad_(False)

    @classmethod
    def load(
        cls, attribution: Sequence[Path], names: Sequence[Path], device: str, share: float
    ) -> Panel:
        """Read checkpoints, one per fold; their averaged weights teach.

        Raises:
            ValueError: There are not as many teachers of names as of attributions.
        """
        if len(attribution) != len(names):
            raise ValueError(
                f"{len(attribution)} teachers of attributions and {len(names)} of names: "
                "give one of each per fold"
            )

        def loaded(paths: Sequence[Path]) -> list[Network]:
            return [load_network(path)[0].to(device) for path in paths]

        return cls(loaded(attribution), loaded(names), share)

    def guide(self, batch: Batch) -> Guide:
        """What the teachers of a batch's fold say of it."""
        teacher, of_names = self._attribution[batch.fold], self._names[batch.fold]
        shown: dict[str, Tensor] = {name: batch.tensors[name] for name in _INPUTS}
        shown["ids"] = batch.tensors["seen"]
        with torch.no_grad():
            words = teacher.words(shown, 0.0)
            return Guide(
                teacher.crf,
                {name: getattr(teacher, name) for name in ("cue_source", "content_cue")},
                teacher.attribution(words).float(),
                of_names.entity(of_names.words(shown, 0.0)).float(),
                teacher.link(words).float(),
                self._share,
            )
