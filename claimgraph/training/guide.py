"""What a teacher says about one batch, as targets beside the gold ones."""

from __future__ import annotations

from collections.abc import Sequence
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
    """Teachers' link vectors of a batch's words, with the scorers that read them.

    Attributes:
        scorers: One per teacher.
        teachers: Each row's teacher.
        words: The vectors, (batch, words, width).
        share: How much of a target is the teacher's.
    """

    scorers: list[LinkScorer]
    teachers: Tensor
    words: Tensor
    share: float


class Teachers:
    """The parts of teachers that read their outputs: their CRFs and their link scorers."""

    def __init__(
        self, heads: Sequence[dict[str, NDArray[np.float32]]], device: str, share: float
    ) -> None:
        """Take them from lessons; ``share`` is how much of the targets is the teachers'."""
        self.share = share
        self.crfs = torch.stack([torch.from_numpy(values["crf"]) for values in heads]).to(device)
        self.scorers = {
            name: [_scorer(name, values).to(device) for values in heads]
            for name in ("cue_source", "content_cue")
        }

    def guide(self, tensors: dict[str, Tensor]) -> Guide | None:
        """What they say of a batch; ``None`` where they were not asked."""
        if "taught_link" not in tensors:
            return None
        attribution, entity, link = (
            tensors[f"taught_{name}"].float() for name in ("attribution", "entity", "link")
        )
        teachers = tensors["taught_by"]
        crf = self.crfs[teachers]
        return Guide(crf, self.scorers, teachers, attribution, entity, link, self.share)


def _scorer(name: str, heads: dict[str, NDArray[np.float32]]) -> LinkScorer:
    found = scorer_parameters(name, heads)
    values = {key.removeprefix(f"{name}."): value for key, value in found.items()}
    hidden, span = values["left.weight"].shape
    scorer = LinkScorer(Sizes(link=span // 3, link_hidden=hidden))
    scorer.load_state_dict(values)
    scorer.eval()
    scorer.requires_grad_(False)
    return scorer


@dataclass(frozen=True)
class Guide:
    """Teachers' outputs for all words of a batch, and how much they count.

    Attributes:
        crf: The transitions of each row's teacher, (batch, labels, labels).
        scorers: Every teacher's link scorer, by name.
        teachers: Each row's teacher.
        attribution: Its scores of attribution labels, (batch, words, labels).
        entity: Its scores of name labels, (batch, words, labels).
        link: Its link vectors, (batch, words, width).
        share: How much of a target is the teacher's where there is a gold one; without one, the
            target is the teacher's and counts that much.
    """

    crf: Tensor
    scorers: dict[str, list[LinkScorer]]
    teachers: Tensor
    attribution: Tensor
    entity: Tensor
    link: Tensor
    share: float

    def labels(self, mask: Tensor) -> Expected:
        """The attribution labels that the teacher expects."""
        return expected_labels(self.attribution, mask, self.crf)

    def links(self, name: str) -> Said:
        """What links the teachers see."""
        return Said(self.scorers[name], self.teachers, self.link, self.share)

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
