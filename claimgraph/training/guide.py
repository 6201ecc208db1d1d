"""What a teacher says about one batch, as targets beside the gold ones."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

from claimgraph.training.crf import Expected, expected_labels
from claimgraph.training.labels import IGNORED
from claimgraph.training.network import LinkScorer


@dataclass(frozen=True)
class Said:
    """A teacher's link vectors of a batch's words, with the scorer that reads them.

    Attributes:
        scorer: The teacher's.
        words: The vectors, (batch, words, width).
        share: How much of a target is the teacher's.
    """

    scorer: LinkScorer
    words: Tensor
    share: float


@dataclass(frozen=True)
class Guide:
    """A teacher's outputs for all words of a batch, and how much they count.

    Attributes:
        crf: Its transitions, (labels, labels).
        scorers: Its link scorers, by name.
        attribution: Its scores of attribution labels, (batch, words, labels).
        entity: The scores of name labels, (batch, words, labels).
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

    def links(self, name: str) -> Said:
        """What links the teacher sees."""
        return Said(self.scorers[name], self.link, self.share)

    def entity_loss(self, logits: Tensor, mask: Tensor, gold: Tensor | None) -> Tensor:
        """Cross entropy of name labels, per word, against the gold and the teacher's labels."""
        scores = logits.float().log_softmax(-1)
        terms = -self.share * (self.entity.softmax(-1) * scores).sum(-1)
        if gold is not None:
            hard = -scores.gather(2, gold.clamp(min=0)[..., None])[..., 0]
            terms = torch.where(gold != IGNORED, (1.0 - self.share) * hard + terms, terms)
        return (terms * mask).sum() / mask.sum()
