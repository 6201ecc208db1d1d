"""What a teacher says about one batch, as targets beside the gold ones."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from claimgraph.training.crf import Expected, expected_labels
from claimgraph.training.exported import scorer_parameters
from claimgraph.training.labels import IGNORED
from claimgraph.training.network import LinkScorer, Sizes


@dataclass(frozen=True)
class Said:
    """A teacher's link vectors of a row's words, with the scorer that reads them."""

    scorer: LinkScorer
    words: Tensor
    share: float


class Teacher:
    """The parts of a teacher that read its outputs: its CRF and its link scorers."""

    def __init__(self, heads: dict[str, NDArray[np.float32]], device: str, share: float) -> None:
        """Take them from lessons; ``share`` is how much of the targets is the teacher's."""
        self.share = share
        self.crf = torch.from_numpy(heads["crf"]).to(device)
        self.scorers: dict[str, LinkScorer] = {}
        for name in ("cue_source", "content_cue"):
            found = scorer_parameters(name, heads)
            values = {key.removeprefix(f"{name}."): value for key, value in found.items()}
            hidden, span = values["left.weight"].shape
            scorer = LinkScorer(Sizes(link=span // 3, link_hidden=hidden))
            scorer.load_state_dict(values)
            self.scorers[name] = scorer.to(device).eval().requires_grad_(False)

    def guide(self, tensors: dict[str, Tensor]) -> Guide | None:
        """What the teacher says of a batch; ``None`` where it was not asked."""
        if "taught_link" not in tensors:
            return None
        attribution, entity, link = (
            tensors[f"taught_{name}"] for name in ("attribution", "entity", "link")
        )
        return Guide(self.crf, self.scorers, attribution, entity, link, self.share)


@dataclass(frozen=True)
class Guide:
    """A teacher's outputs for all words of a batch, and how much they count.

    Attributes:
        crf: The teacher's transitions.
        scorers: Its link scorers, by name.
        attribution: Its scores of attribution labels, (batch, words, labels).
        entity: Its scores of name labels, (batch, words, labels).
        link: Its link vectors, (batch, words, width).
        share: How much of a target is the teacher's where there is a gold one; without one, the
            target is the teacher's and counts that much.
    """

    crf: Tensor
    scorers: dict[str, LinkScorer]
    attribution: Tensor
    entity: Tensor
    link: Tensor
    share: float

    def labels(self, mask: Tensor) -> Expected:
        """The attribution labels that the teacher expects."""
        return expected_labels(self.attribution, mask, self.crf)

    def row(self, name: str, number: int) -> Said:
        """What links the teacher sees in one row of the batch."""
        return Said(self.scorers[name], self.link[number], self.share)

    def entity_loss(self, logits: Tensor, mask: Tensor, gold: Tensor | None) -> Tensor:
        """Cross entropy of name labels, per word, against the gold and the teacher's labels."""
        scores = logits.float().log_softmax(-1)
        soft = -(self.entity.softmax(-1) * scores).sum(-1)
        if gold is None:
            return self.share * soft[mask].mean()
        known = mask & (gold != IGNORED)
        hard = -scores.gather(2, gold.clamp(min=0)[..., None])[..., 0]
        return torch.where(known, torch.lerp(hard, soft, self.share), self.share * soft)[
            mask
        ].mean()
